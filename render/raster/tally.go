package raster

import (
	"cmp"
	"slices"
)

// tally counts the pixels of each color of an image, by open addressing: a map of the language takes three times as long,
// and there are millions of pixels.
type tally struct {
	slots  []int32 // one more than the index of the color; zero: free. A power of two, at most half of them used
	shift  int     // that leaves as many bits of a hash as there are slots
	colors []uint32
	counts []int
	last   int // the color added last: where text is, two take turns
}

const firstBits = 12 // of an index into the slots

func newTally() *tally { return &tally{slots: make([]int32, 1<<firstBits), shift: 32 - firstBits} }

// add adds to the count of a color and returns the color's index.
func (t *tally) add(pixel uint32, count int) int {
	if len(t.colors) == 0 || t.colors[t.last] != pixel {
		t.last = t.index(pixel)
	}
	t.counts[t.last] += count
	return t.last
}

func (t *tally) index(pixel uint32) int {
	slot := t.slot(pixel)
	if *slot == 0 {
		t.colors, t.counts = append(t.colors, pixel), append(t.counts, 0)
		*slot = int32(len(t.colors))
		if 2*len(t.colors) > len(t.slots) {
			t.grow()
		}
		return len(t.colors) - 1
	}
	return int(*slot - 1)
}

// slot is the place of a color, or the free one in which it belongs.
func (t *tally) slot(pixel uint32) *int32 {
	hash := pixel * 0x9e3779b1 >> t.shift // multiplicative hashing (Knuth, volume 3, section 6.4)
	for mask := uint32(len(t.slots) - 1); ; hash++ {
		if s := &t.slots[hash&mask]; *s == 0 || t.colors[*s-1] == pixel {
			return s
		}
	}
}

func (t *tally) grow() {
	t.slots, t.shift = make([]int32, 4*len(t.slots)), t.shift-2
	for i, pixel := range t.colors {
		*t.slot(pixel) = int32(i + 1)
	}
}

// byCount lists the colors by their indexes, the most frequent one first.
func (t *tally) byCount() []int {
	order := make([]int, len(t.colors))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(t.counts[b], t.counts[a]), cmp.Compare(t.colors[a], t.colors[b]))
	})
	return order
}
