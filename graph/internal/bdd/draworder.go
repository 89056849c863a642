package bdd

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/graph/internal/adjacency"
	"github.com/harmpath/harmpath/graph/internal/cone"
)

// mostDraws bounds the rounds of draw.
const mostDraws = 60

// draw improves an order of variables by forces: each fact, the rules that conclude it and their premises draw
// each other to their common middle, until the sum of their spans falls no more (Aloul, Markov, Sakallah,
// "FORCE: a fast and easy-to-implement variable-ordering heuristic", GLSVLSI 2003).
func draw(f *cone.Formula, variable []int32) []int32 {
	d := newDrawing(f, variable)
	best, least := slices.Clone(d.place), d.span()
	for worse := 0; worse < 3 && d.rounds < mostDraws; d.rounds++ {
		d.round()
		if span := d.span(); span < least {
			best, least, worse = slices.Clone(d.place), span, 0
		} else {
			worse++
		}
	}
	return d.variables(best)
}

// drawing places facts and counted rules, rules after all facts, on a line.
type drawing struct {
	*cone.Formula
	groups adjacency.Lists[int32] // fact → those that it draws together
	place  []float64
	sum    []float64
	count  []float64
	rounds int
}

// newDrawing begins with each fact in the middle of what is below it.
func newDrawing(f *cone.Formula, variable []int32) *drawing {
	n := len(f.Fact) + len(f.Rule)
	d := &drawing{Formula: f, groups: adjacency.NewLists[int32](), place: make([]float64, n), sum: make([]float64, n), count: make([]float64, n)}
	for r, v := range variable {
		d.place[len(f.Fact)+r] = float64(v)
	}
	for fact := range f.Fact {
		d.groups.Push(int32(fact))
		for _, r := range f.Concluding.At(int32(fact)) {
			if f.Counted[r] {
				d.groups.Push(int32(len(f.Fact)) + r)
			}
			for _, p := range f.Premises.At(r) {
				d.groups.Push(p)
			}
		}
		d.groups.Close()
	}
	for _, part := range f.Parts {
		for _, fact := range part {
			members := d.groups.At(fact)[1:]
			for _, x := range members {
				d.place[fact] += d.place[x] / float64(len(members))
			}
		}
	}
	d.spread(slices.Clone(d.place))
	return d
}

// round moves all to the middle of the groups that they are in.
func (d *drawing) round() {
	clear(d.sum)
	clear(d.count)
	for fact := range d.Fact {
		members := d.groups.At(int32(fact))
		middle := 0.0
		for _, x := range members {
			middle += d.place[x]
		}
		middle /= float64(len(members))
		for _, x := range members {
			d.sum[x] += middle
			d.count[x]++
		}
	}
	for x, n := range d.count {
		d.sum[x] /= max(1, n)
	}
	d.spread(d.sum)
}

// spread puts all at whole distances in the order of the places wanted, those of equal ones as they were.
func (d *drawing) spread(wanted []float64) {
	var line []int32
	for x := range d.place {
		if x < len(d.Fact) || d.Counted[x-len(d.Fact)] {
			line = append(line, int32(x))
		}
	}
	slices.SortStableFunc(line, func(a, b int32) int {
		return cmp.Or(cmp.Compare(wanted[a], wanted[b]), cmp.Compare(d.place[a], d.place[b]))
	})
	for i, x := range line {
		d.place[x] = float64(i)
	}
}

// span adds up how far the groups reach.
func (d *drawing) span() float64 {
	total := 0.0
	for fact := range d.Fact {
		low, high := d.place[fact], d.place[fact]
		for _, x := range d.groups.At(int32(fact)) {
			low, high = min(low, d.place[x]), max(high, d.place[x])
		}
		total += high - low
	}
	return total
}

// variables numbers the counted rules by their places.
func (d *drawing) variables(place []float64) []int32 {
	number := make([]int32, len(d.Rule))
	var line []int32
	for r := range number {
		number[r] = -1
		if d.Counted[r] {
			line = append(line, int32(r))
		}
	}
	slices.SortStableFunc(line, func(a, b int32) int {
		return cmp.Compare(place[len(d.Fact)+int(a)], place[len(d.Fact)+int(b)])
	})
	for i, r := range line {
		number[r] = int32(i)
	}
	return number
}
