package graph

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
)

// ErrTooHard says that a check was given up: nothing is wrong, nothing is confirmed.
var ErrTooHard = errors.New("graph: the check takes more than its limit")

// DefaultNodes is a number of nodes that mostly suffices for the search for something cheaper: under a second.
const DefaultNodes = 200_000

// CheckOptimum confirms that the set is an attack of least effort: it derives the goal, every attack uses
// a rule of each landmark, and no set of rules that hits all landmarks has less effort (where efforts have no common
// decimal unit, up to a relative 10⁻⁹), which a branch and bound search of at most so many nodes proves.
func CheckOptimum(g *AttackGraph, sel *Selection, goal FactID, set []RuleID, landmarks [][]RuleID, nodes int) error {
	if err := CheckAttackSet(g, sel, goal, set); err != nil {
		return err
	}
	if err := CheckLandmarks(g, sel, goal, landmarks); err != nil {
		return err
	}
	effort := 0.0
	for _, r := range set {
		effort += sel.Effort(r)
	}
	cheaper, found, within := hitCheaper(landmarks, sel.Effort, effort, nodes)
	switch {
	case found:
		return fmt.Errorf("graph: %d rules hit all landmarks at less effort than %v", len(cheaper), effort)
	case !within:
		return ErrTooHard
	}
	return nil
}

// hitCheaper looks for a set that hits every landmark and weighs less than the limit. Within is false when
// the nodes did not suffice to say that there is none. Landmarks that share no element light enough are
// hit apart: the least weights of the parts add up, and each part may weigh what the limit leaves when the others
// weigh no more than their bounds.
func hitCheaper[R ~int32](landmarks [][]R, weight func(R) float64, limit float64, nodes int) (set []R, found, within bool) {
	below := func(x float64) float64 { return x * (1 - 1e-12) }
	if scale := wholeScale(landmarks, weight, limit); scale > 0 {
		own := weight
		weight = func(r R) float64 { return math.Round(own(r) * scale) }
		below = func(x float64) float64 { return x - 0.5 }
		limit = below(math.Round(limit * scale))
	} else {
		limit *= 1 - 1e-9
	}
	parts := apart(landmarks, func(r R) bool { return weight(r) < limit })
	bounds := make([]float64, len(parts))
	sum, rest := 0.0, 0.0
	for i, part := range parts {
		bounds[i], _ = newHitting(part, weight, limit).bound()
		rest += bounds[i]
	}
	for i, part := range parts {
		rest -= bounds[i]
		least, cost, ok := hitLeast(part, weight, limit-sum-rest, below, &nodes)
		if !ok {
			return nil, false, false
		}
		if least == nil {
			return nil, false, true
		}
		set = append(set, least...)
		sum += cost
	}
	return set, sum < limit, true
}

// wholeScale returns a power of ten by which all weights below the limit, and the limit, are whole numbers whose sums a
// float64 holds with room to spare; 0 where there is none.
func wholeScale[R ~int32](landmarks [][]R, weight func(R) float64, limit float64) float64 {
	seen := map[R]bool{}
	var weights []float64
	sum := limit
	for _, l := range landmarks {
		for _, r := range l {
			if w := weight(r); !seen[r] && w < limit {
				seen[r] = true
				weights = append(weights, w)
				sum += w
			}
		}
	}
	for scale := 1.0; scale <= 1e15 && sum*scale < 1<<44; scale *= 10 {
		off := func(w float64) bool { return math.Round(w*scale)/scale != w }
		if !slices.ContainsFunc(weights, off) && math.Abs(math.Round(limit*scale)-limit*scale) < 0.1 {
			return scale // the limit is a sum, and may be off by its rounding
		}
	}
	return 0
}

// hitLeast finds the set of least weight that hits every landmark, nil when none is below the limit; below is what is
// certainly less than a weight.
func hitLeast[R ~int32](landmarks [][]R, weight func(R) float64, limit float64, below func(float64) float64, nodes *int) (least []R, cost float64, within bool) {
	for {
		h := newHitting(landmarks, weight, limit)
		found, ok := h.search(nodes)
		if !ok || !found {
			return least, cost, ok
		}
		least = []R{}
		for _, e := range h.taken {
			least = append(least, R(h.names[e]))
		}
		cost = h.spent
		limit = below(cost)
	}
}

// apart divides landmarks into parts that share no light element.
func apart[R ~int32](landmarks [][]R, light func(R) bool) [][][]R {
	leader := make([]int, len(landmarks))
	find := func(i int) int {
		for leader[i] != i {
			leader[i] = leader[leader[i]]
			i = leader[i]
		}
		return i
	}
	holder := map[R]int{}
	for i, l := range landmarks {
		leader[i] = i
		for _, r := range l {
			if other, held := holder[r]; held {
				leader[find(i)] = find(other)
			} else if light(r) {
				holder[r] = i
			}
		}
	}
	place := map[int]int{}
	var parts [][][]R
	for i, l := range landmarks {
		top := find(i)
		if _, known := place[top]; !known {
			place[top] = len(parts)
			parts = append(parts, nil)
		}
		parts[place[top]] = append(parts[place[top]], l)
	}
	return parts
}

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
