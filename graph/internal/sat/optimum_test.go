package sat_test

import (
	"context"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/meter"
	"github.com/harmpath/harmpath/graph/internal/sat"
)

// hitting is a random problem: some of each of the sets have to be chosen. Half of the sets are said at first, the others
// when a choice has none of them.
type hitting struct {
	weight []int64
	sets   []uint // a bit for each thing
}

func randomHitting(r *rand.Rand) hitting {
	h := hitting{weight: make([]int64, 2+r.IntN(7))}
	for i := range h.weight {
		h.weight[i] = int64(r.IntN(4))
	}
	for range 1 + r.IntN(8) {
		h.sets = append(h.sets, 1+uint(r.IntN(1<<len(h.weight)-1)))
	}
	return h
}

func (h hitting) choices() *sat.Choices {
	var things []int32
	for x := range h.weight {
		things = append(things, int32(x))
	}
	c := sat.NewChoices(things, h.weight, meter.New(context.Background(), graph.Limits{}))
	for _, x := range things {
		c.Literal[x] = c.Variable()
	}
	clause := func(set uint) (clause []sat.Literal) {
		for _, x := range members(set) {
			clause = append(clause, c.Literal[x])
		}
		return clause
	}
	for _, set := range h.sets[:len(h.sets)/2] {
		c.Add(clause(set)...)
	}
	c.Wrong = func(chosen []int32) (wrong [][]sat.Literal) {
		for _, set := range h.sets {
			if set&bitsOf(chosen) == 0 {
				wrong = append(wrong, clause(set))
			}
		}
		return wrong
	}
	c.Minimal = func(chosen []int32) []int32 {
		kept := bitsOf(chosen)
		for _, x := range slices.Backward(chosen) {
			if h.hit(kept &^ (1 << x)) {
				kept &^= 1 << x
			}
		}
		return members(kept)
	}
	return c
}

func (h hitting) hit(chosen uint) bool {
	return !slices.ContainsFunc(h.sets, func(set uint) bool { return set&chosen == 0 })
}

func (h hitting) total(chosen uint) (sum int64) {
	for _, x := range members(chosen) {
		sum += h.weight[x]
	}
	return sum
}

// minimal lists, by trying all, the choices that are enough and of which no part is: the lightest first, then in order.
func (h hitting) minimal() (sets [][]int32) {
	for chosen := range uint(1) << len(h.weight) {
		spare := func(x int32) bool { return h.hit(chosen &^ (1 << x)) }
		if h.hit(chosen) && !slices.ContainsFunc(members(chosen), spare) {
			sets = append(sets, members(chosen))
		}
	}
	slices.SortFunc(sets, func(a, b []int32) int {
		if by := h.total(bitsOf(a)) - h.total(bitsOf(b)); by != 0 {
			return int(by)
		}
		return slices.Compare(a, b)
	})
	return sets
}

func members(set uint) []int32 {
	out := []int32{}
	for ; set != 0; set &= set - 1 {
		out = append(out, int32(bits.TrailingZeros(set)))
	}
	return out
}

func bitsOf(things []int32) (set uint) {
	for _, x := range things {
		set |= 1 << x
	}
	return set
}

func TestOptimumIsTheFirstOfTheLightest(t *testing.T) {
	for seed := range uint64(2000) {
		h := randomHitting(rand.New(rand.NewPCG(seed, 5)))
		want := h.minimal()
		o := sat.NewOptimum(h.choices(), nil)
		if !o.Search() || o.Lower() != h.total(bitsOf(want[0])) || o.Lower() != h.total(bitsOf(o.Best())) || !h.hit(bitsOf(o.Best())) {
			t.Fatalf("seed %d: at least %d, %v at best; want %v", seed, o.Lower(), o.Best(), want[0])
		}
		if first, is := o.First(); !is || !slices.Equal(first, want[0]) {
			t.Fatalf("seed %d: the first is %v, want %v", seed, first, want[0])
		}
	}
}

// One after another, all minimal choices come up, the lightest first.
func TestResumeListsThemAll(t *testing.T) {
	for seed := range uint64(500) {
		h := randomHitting(rand.New(rand.NewPCG(seed, 6)))
		o := sat.NewOptimum(h.choices(), nil)
		var got [][]int32
		for o.Resume() && o.Best() != nil {
			set, _ := o.First()
			got = append(got, set)
			o.Forbid(set)
		}
		if want := h.minimal(); !slices.EqualFunc(got, want, func(a, b []int32) bool { return slices.Equal(a, b) }) {
			t.Fatalf("seed %d: %v, want %v", seed, got, want)
		}
	}
}

func TestBelowALimit(t *testing.T) {
	for seed := range uint64(500) {
		h := randomHitting(rand.New(rand.NewPCG(seed, 7)))
		least := h.total(bitsOf(h.minimal()[0]))
		o := sat.NewOptimum(h.choices(), nil)
		if set, v := o.Below(least); v != sat.Refuted {
			t.Fatalf("seed %d: %v below %d: %v", seed, set, least, v)
		}
		o = sat.NewOptimum(h.choices(), nil)
		if set, v := o.Below(least + 1); v != sat.Satisfied || h.total(bitsOf(set)) != least {
			t.Fatalf("seed %d: %v below %d: %v", seed, set, least+1, v)
		}
	}
}

// A search that the meter ends proves nothing.
func TestOptimumWithinAMeter(t *testing.T) {
	h := hitting{weight: []int64{1, 1, 1}, sets: []uint{0b011, 0b101, 0b110}}
	c := h.choices()
	o := sat.NewOptimum(c, nil)
	for range 3 {
		if !o.Search() || o.Lower() != 2 {
			t.Fatalf("at least %d, want 2", o.Lower())
		}
	}
	spent := meter.New(context.Background(), graph.Limits{Work: 1})
	spent.Spend(2)
	c = sat.NewChoices(c.ByName, h.weight, spent)
	for x := range h.weight {
		c.Literal[x] = c.Variable()
	}
	if o := sat.NewOptimum(c, nil); o.Search() || o.Best() != nil {
		t.Errorf("with no work left: %v", o.Best())
	}
}
