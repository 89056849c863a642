package graph

import (
	"cmp"
	"context"
	"math"
	"math/big"
	"slices"
)

// An AttackSetsAnswer counts the minimal attack sets of a goal and lists the easiest. A minimal attack set
// is a minimal set of counted rules that, with all free and certain rules, derives the goal.
type AttackSetsAnswer struct {
	Status   Status      // Exact: the count is; Bound: there are at least Count
	Count    *big.Int    // exact or a lower bound
	Easiest  []AttackSet // by effort, then by sorted ids
	Proven   int         // before the first so many of them, nothing easier is missing; the others were found
	Complete bool        // Easiest is what was asked for, and all of it is proven
	Cut      *Cut        // what ended the search, when something did
}

// An AttackSet is one minimal attack set.
type AttackSet struct {
	Effort float64
	Rules  []RuleID // sorted by id
}

// AttackSets counts all minimal attack sets and lists the easiest, at most so many. It takes the minimal
// solutions of the decision diagrams of its modules (Rauzy, "New algorithms for fault trees analysis", Reliability
// Engineering and System Safety 1993) as a zero-suppressed diagram, so that counting does not list. Where
// no diagram fits within the limits, the easiest sets are found one after another by the search of
// LeastEffort, and the count is a bound.
func AttackSets(ctx context.Context, g *AttackGraph, sel *Selection, goal FactID, easiest int, limits Limits) *AttackSetsAnswer {
	c := newCone(g, sel, goal, sel.Counted)
	switch {
	case !c.derivable:
		return &AttackSetsAnswer{Status: Exact, Count: new(big.Int), Complete: true}
	case c.free:
		a := &AttackSetsAnswer{Status: Exact, Count: big.NewInt(1), Complete: true}
		if easiest > 0 {
			a.Easiest, a.Proven = []AttackSet{{}}, 1
		}
		return a
	}
	m := newMeter(ctx, limits)
	list, diagrams := compileModules(c, m)
	f := minimalSets(list, diagrams, m)
	a := &AttackSetsAnswer{Status: Exact, Count: countSets(list, f.of, f.families)}
	graft := m
	if !f.fit {
		a.Status, a.Cut, graft = Bound, m.cutAt(), m.spare()
	}
	if x, family := whole(c, graft, list, f.of, f.families); x != nil {
		a.Easiest, a.Complete = x.easiest(family, easiest)
		for a.Complete && a.Proven < len(a.Easiest) && a.Easiest[a.Proven].Effort < f.beyond {
			a.Proven++
		}
		a.Complete = a.Complete && (f.fit || a.Proven == easiest)
		if a.Complete {
			a.Cut = m.cutAfter(f.fit)
			return a
		}
	}
	e := enumerate(ctx, c, easiest, limits, m.cutAt())
	if f.fit {
		e.Status, e.Count = Exact, a.Count
		return e
	}
	return e.with(a, easiest)
}

// cutAfter says what ended a search; of one that fits, only the meter can have.
func (m *meter) cutAfter(fit bool) *Cut {
	if fit {
		return m.cut()
	}
	return m.cutAt()
}

// with adds the small sets to those that were found one by one, the easiest first.
func (a *AttackSetsAnswer) with(small *AttackSetsAnswer, easiest int) *AttackSetsAnswer {
	if a.Status == Exact {
		return a
	}
	if a.Count.Cmp(small.Count) < 0 {
		a.Count = small.Count
	}
	for _, set := range small.Easiest {
		known := func(other AttackSet) bool { return slices.Equal(other.Rules, set.Rules) }
		if len(a.Easiest) < easiest && !slices.ContainsFunc(a.Easiest, known) {
			a.Easiest = append(a.Easiest, set)
		}
	}
	slices.SortStableFunc(a.Easiest[a.Proven:], func(x, y AttackSet) int { return cmp.Compare(x.Effort, y.Effort) })
	return a
}

// found are the families of minimal sets of modules, each with the diagram that it is in.
type found struct {
	of       []*compiled
	families []int32
	fit      bool    // all families have all minimal sets
	beyond   float64 // the effort that sets which are missing take at least
}

// minimalSets finds the minimal solutions of each module, those inside it taken for variables; where they do not fit, the
// small ones.
func minimalSets(list []module, diagrams []*compiled, m *meter) found {
	f := found{of: slices.Clone(diagrams), families: make([]int32, len(list)), fit: true, beyond: math.Inf(1)}
	var open []int
	for i, x := range diagrams {
		if x != nil {
			f.families[i] = x.run(opMinimal, x.root, x.root)
		}
		if x == nil || x.full {
			open = append(open, i)
		}
	}
	spare := m.spare()
	for n, i := range open {
		s := list[i].smallSets(spare.share(len(open) - n))
		f.of[i], f.families[i] = s.compiled, s.family()
		if !s.whole {
			f.fit, f.beyond = false, min(f.beyond, s.beyond())
		}
	}
	return f
}

// countSets counts the minimal attack sets of all modules and returns the last one's: a set with a module stands for as
// many as the module has.
func countSets(list []module, diagrams []*compiled, families []int32) *big.Int {
	counts := make([]*big.Int, len(list))
	for i, x := range diagrams {
		times := make([]*big.Int, len(x.rule))
		for v, r := range x.rule {
			if inner := list[i].inner[r]; inner >= 0 {
				times[v] = counts[inner]
			}
		}
		counts[i] = x.count(families[i], times)
	}
	return counts[len(list)-1]
}

// count adds up the sets of a family, a set with a variable as often as times says, where it says something.
func (d *diagram) count(family int32, times []*big.Int) *big.Int {
	marked := d.below(family)
	sums := make([]*big.Int, family+1)
	sums[never] = new(big.Int)
	if family >= always {
		sums[always] = big.NewInt(1)
	}
	for n := always + 1; n <= family; n++ {
		if marked[n] {
			with := sums[d.nodes[n].high]
			if times != nil && times[d.nodes[n].level] != nil {
				with = new(big.Int).Mul(with, times[d.nodes[n].level])
			}
			sums[n] = new(big.Int).Add(sums[d.nodes[n].low], with)
		}
	}
	return sums[family]
}

// mostSorted is how many sets are sorted at once.
const mostSorted = 500_000

// easiest lists the first sets of a family, by weight and then by sorted ids. Where there are not many more than are
// wanted, all are sorted; else, level by level of weight, the family of exactly that weight is cut out and listed in the
// order of ids.
func (x *compiled) easiest(family int32, most int) (list []AttackSet, complete bool) {
	rank := x.ranks(x.byName())
	var sets [][]int32
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
	for _, set := range sets {
		list = append(list, AttackSet{Effort: x.effort(set), Rules: x.rules(set)})
	}
	return list, !x.full
}

// all lists the sets of a family, by weight and then by sorted ids.
func (x *compiled) all(family int32, rank []int) [][]int32 {
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
			sum += x.weight[x.rule[v]]
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
func (x *compiled) ranks(byName []int32) []int {
	rank := make([]int, len(x.rule))
	for i, r := range byName {
		if v := x.variable[r]; v >= 0 {
			rank[v] = i
		}
	}
	return rank
}

// lightest returns the family's sets of least weight.
func (x *compiled) lightest(family int32) (level int32) {
	const far = int64(1) << 62
	marked := x.below(family)
	least := make([]int64, family+1)
	least[never] = far
	for n := always + 1; n <= family; n++ {
		if marked[n] {
			least[n] = min(least[x.nodes[n].low], least[x.nodes[n].high]+x.weight[x.rule[x.nodes[n].level]])
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
		if least[x.nodes[n].high]+x.weight[x.rule[x.nodes[n].level]] == least[n] {
			high = tight[x.nodes[n].high]
		}
		tight[n] = x.set(x.nodes[n].level, low, high)
	}
	return tight[family]
}

// set returns the node of a zero-suppressed diagram.
func (d *diagram) set(level, low, high int32) int32 {
	if high == never {
		return low
	}
	return d.node(level, low, high)
}

// listed lists the first sets of a family in the order of their sorted ids: depth first, at each step the
// sets with the smallest id that occurs before those without it.
func (x *compiled) listed(family int32, rank []int, most int) [][]int32 {
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
func (x *compiled) inAll(family int32, chosen []int32) (rest int32, more []int32) {
	chosen = slices.Clip(chosen)
	for family > always && x.nodes[family].low == never {
		chosen = append(chosen, x.rule[x.nodes[family].level])
		family = x.nodes[family].high
	}
	return family, chosen
}

// firstVariable returns the variable of the family's support that is first by id; false for {∅}.
func (x *compiled) firstVariable(family int32, rank []int) (int32, bool) {
	best := int32(-1)
	for _, n := range x.ascending(family) {
		if best < 0 || rank[x.nodes[n].level] < rank[best] {
			best = x.nodes[n].level
		}
	}
	return best, best >= 0
}

// apart splits a family into its sets without a variable and, the variable taken out, those with it.
func (x *compiled) apart(family, v int32) (without, with int32) {
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
