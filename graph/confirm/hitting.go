package confirm

import (
	"cmp"
	"slices"
)

// hitting is a weighted hitting set problem, elements numbered by weight.
type hitting struct {
	names  []int32   // element → its name
	weight []float64 // element
	sets   [][]int32 // set → its elements
	in     [][]int32 // element → sets that it hits
	limit  float64

	hits     []int32 // set → taken elements in it
	out      []bool  // element → excluded
	taken    []int32
	spent    float64
	residual []float64
	touched  []int32
	branches []branch
}

// branch is a set whose elements are tried in turn, those tried before being excluded.
type branch struct {
	elements []int32
	next     int
}

// newHitting leaves out elements that alone weigh too much.
func newHitting[R ~int32](landmarks [][]R, weight func(R) float64, limit float64) *hitting {
	h := &hitting{limit: limit}
	number := map[int32]int32{}
	for _, l := range landmarks {
		for _, r := range l {
			if _, known := number[int32(r)]; !known && weight(r) < limit {
				number[int32(r)] = 0
				h.names = append(h.names, int32(r))
			}
		}
	}
	slices.SortFunc(h.names, func(a, b int32) int {
		return cmp.Or(cmp.Compare(weight(R(a)), weight(R(b))), cmp.Compare(a, b))
	})
	h.weight = make([]float64, len(h.names))
	h.in = make([][]int32, len(h.names))
	for e, name := range h.names {
		number[name] = int32(e)
		h.weight[e] = weight(R(name))
	}
	for _, l := range landmarks {
		set := make([]int32, 0, len(l))
		for _, r := range l {
			if e, light := number[int32(r)]; light {
				set = append(set, e)
			}
		}
		slices.Sort(set)
		h.sets = append(h.sets, slices.Compact(set))
	}
	h.dropSupersets()
	h.privateFirst()
	h.out = make([]bool, len(h.names))
	h.residual = make([]float64, len(h.names))
	h.hits = make([]int32, len(h.sets))
	for i, set := range h.sets {
		for _, e := range set {
			h.in[e] = append(h.in[e], int32(i))
		}
	}
	h.dropDominated()
	return h
}

// dropSupersets removes sets that contain another: hitting that one hits them.
func (h *hitting) dropSupersets() {
	slices.SortStableFunc(h.sets, func(a, b []int32) int { return len(a) - len(b) })
	holding := make([][]int, len(h.names)) // element → kept sets whose first element it is
	var kept [][]int32
	for _, set := range h.sets {
		covered := false
		for _, e := range set {
			for _, k := range holding[e] {
				covered = covered || subset(kept[k], set)
			}
		}
		if !covered {
			if len(set) > 0 {
				holding[set[0]] = append(holding[set[0]], len(kept))
			}
			kept = append(kept, set)
		}
	}
	h.sets = kept
}

// privateFirst puts sets of elements that few sets have first. The bound takes sets in turn: what an element that many
// have may still pay is then left for those that have nothing else.
func (h *hitting) privateFirst() {
	in := make([]int, len(h.names))
	for _, set := range h.sets {
		for _, e := range set {
			in[e]++
		}
	}
	most := func(set []int32) int {
		n := 0
		for _, e := range set {
			n = max(n, in[e])
		}
		return n
	}
	slices.SortStableFunc(h.sets, func(a, b []int32) int { return cmp.Compare(most(a), most(b)) })
}

// dropDominated excludes elements that hit no more than another that weighs no more.
func (h *hitting) dropDominated() {
	for e := len(h.names) - 1; e >= 0; e-- {
		if len(h.in[e]) == 0 {
			continue
		}
		for _, rival := range h.sets[h.in[e][0]] {
			if int(rival) != e && !h.out[rival] && h.weight[rival] <= h.weight[e] && subset(h.in[e], h.in[rival]) {
				h.out[e] = true
				break
			}
		}
	}
}

// search walks the branches depth first, without recursion.
func (h *hitting) search(nodes *int) (found, within bool) {
	for ; *nodes > 0; *nodes-- {
		bound, hardest := h.bound()
		switch {
		case h.spent+bound >= h.limit:
			if !h.advance() {
				return false, true
			}
		case hardest < 0:
			return true, true
		default:
			var elements []int32
			for _, e := range h.sets[hardest] {
				if !h.out[e] {
					elements = append(elements, e)
				}
			}
			h.branches = append(h.branches, branch{elements, 0})
			h.take(elements[0])
		}
	}
	return false, false
}

// advance goes to the next branch that is left; it says false when there is none.
func (h *hitting) advance() bool {
	for len(h.branches) > 0 {
		b := &h.branches[len(h.branches)-1]
		h.untake()
		h.out[b.elements[b.next]] = true
		b.next++
		if b.next < len(b.elements) {
			h.take(b.elements[b.next])
			return true
		}
		for _, e := range b.elements {
			h.out[e] = false
		}
		h.branches = h.branches[:len(h.branches)-1]
	}
	return false
}

func (h *hitting) take(e int32) {
	h.taken = append(h.taken, e)
	h.spent += h.weight[e]
	for _, s := range h.in[e] {
		h.hits[s]++
	}
}

func (h *hitting) untake() {
	e := h.taken[len(h.taken)-1]
	h.taken = h.taken[:len(h.taken)-1]
	h.spent = 0
	for _, t := range h.taken {
		h.spent += h.weight[t]
	}
	for _, s := range h.in[e] {
		h.hits[s]--
	}
}

// bound packs sets that are not hit: each adds what its cheapest element has left, which is taken off all
// its elements (dual ascent). It returns the bound and the set of fewest elements that is not hit, -1
// when all are.
func (h *hitting) bound() (bound float64, hardest int) {
	for _, e := range h.touched {
		h.residual[e] = 0
	}
	h.touched = h.touched[:0]
	hardest = -1
	fewest := len(h.names) + 1
	for s, set := range h.sets {
		if h.hits[s] > 0 {
			continue
		}
		least, open := -1.0, 0
		for _, e := range set {
			if h.out[e] {
				continue
			}
			open++
			if left := h.weight[e] - h.residual[e]; least < 0 || left < least {
				least = left
			}
		}
		if open == 0 {
			return h.limit + 1, s
		}
		if open < fewest {
			fewest, hardest = open, s
		}
		if least > 0 {
			bound += least
			h.charge(set, least)
		}
	}
	return bound, hardest
}

func (h *hitting) charge(set []int32, amount float64) {
	for _, e := range set {
		if !h.out[e] {
			h.residual[e] += amount
			h.touched = append(h.touched, e)
		}
	}
}

// subset says whether all of a are in b, both sorted.
func subset(a, b []int32) bool {
	i := 0
	for _, x := range b {
		if i < len(a) && a[i] == x {
			i++
		}
	}
	return i == len(a)
}
