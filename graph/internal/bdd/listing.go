package bdd

import (
	"cmp"
	"math/big"
	"slices"
)

// mostSorted is how many sets are sorted at once.
const mostSorted = 500_000

// A Family is some sets of counted rules of a cone.
type Family struct {
	of   *Function
	root int32
}

// Count returns how many sets there are.
func (f *Family) Count() *big.Int { return f.of.count(f.root, nil) }

// Easiest lists the first sets, at most so many, as cone rules: by weight and then by sorted ids. It is complete unless a limit
// ended it.
func (f *Family) Easiest(most int) (sets [][]int32, complete bool) { return f.of.easiest(f.root, most) }

// easiest lists the first sets of a family, by weight and then by sorted ids. Where there are not many more than are
// wanted, all are sorted; else, level by level of weight, the family of exactly that weight is cut out and listed in the
// order of ids.
func (x *Function) easiest(family int32, most int) (sets [][]int32, complete bool) {
	rank := x.ranks(x.ByName())
	if n := x.count(family, nil); n.IsInt64() && n.Int64() <= min(mostSorted, 4*int64(most)) {
		sets = x.all(family, rank)
		sets, family = sets[:min(len(sets), most)], never
	}
	for len(sets) < most && family != never && !x.full {
		level := x.lightest(family)
		sets = append(sets, x.listed(level, rank, most-len(sets))...)
		if len(sets) < most {
			family = x.run(opSubtract, family, level)
		}
	}
	return sets, !x.full
}

// all lists the sets of a family, by weight and then by sorted ids.
func (x *Function) all(family int32, rank []int) [][]int32 {
	type way struct {
		node  int32
		taken int // how many variables are chosen on the way to it
	}
	var sets [][]int32 // of variables
	var chosen []int32
	if family == never {
		return nil
	}
	for stack := []way{{family, 0}}; len(stack) > 0; {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		chosen = chosen[:top.taken]
		for ; top.node > always; top.node = x.nodes[top.node].high {
			if low := x.nodes[top.node].low; low != never {
				stack = append(stack, way{low, len(chosen)})
			}
			chosen = append(chosen, x.nodes[top.node].level)
		}
		sets = append(sets, slices.Clone(chosen))
	}
	weight := func(set []int32) (sum int64) {
		for _, v := range set {
			sum += x.Weight[x.rule[v]]
		}
		return sum
	}
	for _, set := range sets {
		slices.SortFunc(set, func(a, b int32) int { return rank[a] - rank[b] })
	}
	slices.SortFunc(sets, func(a, b []int32) int {
		return cmp.Or(cmp.Compare(weight(a), weight(b)), slices.CompareFunc(a, b, func(u, v int32) int { return rank[u] - rank[v] }))
	})
	for _, set := range sets {
		for i, v := range set {
			set[i] = x.rule[v]
		}
	}
	return sets
}

// ranks returns the place of each variable by id.
func (x *Function) ranks(byName []int32) []int {
	rank := make([]int, len(x.rule))
	for i, r := range byName {
		if v := x.variable[r]; v >= 0 {
			rank[v] = i
		}
	}
	return rank
}

// lightest returns the family's sets of least weight.
func (x *Function) lightest(family int32) (level int32) {
	const far = int64(1) << 62
	marked := x.below(family)
	least := make([]int64, family+1)
	least[never] = far
	for n := always + 1; n <= family; n++ {
		if marked[n] {
			least[n] = min(least[x.nodes[n].low], least[x.nodes[n].high]+x.Weight[x.rule[x.nodes[n].level]])
		}
	}
	tight := make([]int32, family+1)
	tight[always] = always
	for n := always + 1; n <= family && !x.full; n++ {
		if !marked[n] {
			continue
		}
		low, high := never, never
		if least[x.nodes[n].low] == least[n] {
			low = tight[x.nodes[n].low]
		}
		if least[x.nodes[n].high]+x.Weight[x.rule[x.nodes[n].level]] == least[n] {
			high = tight[x.nodes[n].high]
		}
		tight[n] = x.set(x.nodes[n].level, low, high)
	}
	return tight[family]
}

// listed lists the first sets of a family in the order of their sorted ids: depth first, at each step the
// sets with the smallest id that occurs before those without it.
func (x *Function) listed(family int32, rank []int, most int) [][]int32 {
	type choice struct {
		family int32
		chosen []int32
	}
	var sets [][]int32
	stack := []choice{{family, nil}}
	for len(stack) > 0 && len(sets) < most && !x.full {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if top.family == never {
			continue
		}
		top.family, top.chosen = x.inAll(top.family, top.chosen)
		v, ok := x.firstVariable(top.family, rank)
		if !ok {
			sets = append(sets, top.chosen)
			continue
		}
		without, with := x.apart(top.family, v)
		stack = append(stack, choice{without, top.chosen},
			choice{with, append(slices.Clip(top.chosen), x.rule[v])})
	}
	return sets
}

// inAll chooses the variables at the top that all sets have: they decide nothing about which set is first.
func (x *Function) inAll(family int32, chosen []int32) (rest int32, more []int32) {
	chosen = slices.Clip(chosen)
	for family > always && x.nodes[family].low == never {
		chosen = append(chosen, x.rule[x.nodes[family].level])
		family = x.nodes[family].high
	}
	return family, chosen
}

// firstVariable returns the variable of the family's support that is first by id; false for {∅}.
func (x *Function) firstVariable(family int32, rank []int) (int32, bool) {
	best := int32(-1)
	for _, n := range x.ascending(family) {
		if best < 0 || rank[x.nodes[n].level] < rank[best] {
			best = x.nodes[n].level
		}
	}
	return best, best >= 0
}

// apart splits a family into its sets without a variable and, the variable taken out, those with it.
func (x *Function) apart(family, v int32) (without, with int32) {
	nodes := x.ascending(family)
	for len(x.halves) < len(x.nodes) {
		x.halves = append(x.halves, [2]int32{})
	}
	x.halves[never], x.halves[always] = [2]int32{never, never}, [2]int32{always, never}
	for _, n := range nodes {
		switch {
		case x.nodes[n].level == v:
			x.halves[n] = [2]int32{x.nodes[n].low, x.nodes[n].high}
		case x.nodes[n].level > v:
			x.halves[n] = [2]int32{n, never}
		default:
			low, high := x.halves[x.nodes[n].low], x.halves[x.nodes[n].high]
			x.halves[n] = [2]int32{x.set(x.nodes[n].level, low[0], high[0]), x.set(x.nodes[n].level, low[1], high[1])}
		}
	}
	return x.halves[family][0], x.halves[family][1]
}
