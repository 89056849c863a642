package solve

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/sat"
)

// choose makes the open measures of a part the choices.
func (b *blockade) choose(p part) *sat.Choices {
	b.active = p.goals
	byName := slices.Clone(p.choices)
	slices.SortFunc(byName, func(x, y int32) int {
		return cmp.Compare(b.g.MeasureName(b.open[x]), b.g.MeasureName(b.open[y]))
	})
	b.choices = sat.NewChoices(byName, b.weight, b.meter)
	b.choices.Wrong, b.choices.Minimal = b.leaves, b.minimal
	for _, x := range p.choices {
		b.choices.Literal[x] = b.choices.Variable()
	}
	return b.choices
}

// sortMeasures sorts measures by their ids.
func sortMeasures(g *graph.AttackGraph, measures []graph.MeasureID) {
	slices.SortFunc(measures, func(a, b graph.MeasureID) int { return cmp.Compare(g.MeasureName(a), g.MeasureName(b)) })
}

// measures turns choices, sorted by id, into measures.
func (b *blockade) measures(set []int32) []graph.MeasureID {
	out := make([]graph.MeasureID, len(set))
	for i, x := range set {
		out[i] = b.open[x]
	}
	return out
}

func (b *blockade) cost(set []graph.MeasureID) float64 {
	if !b.unit.Exact {
		sum := 0.0
		for _, m := range set {
			sum += b.g.Cost(m)
		}
		return sum
	}
	units := int64(0)
	for _, m := range set {
		units += b.weight[b.index[m]]
	}
	return b.unit.Effort(units)
}

// leaves returns what is wrong with a set of measures: budgets that it breaks, attacks that it leaves.
func (b *blockade) leaves(set []int32) [][]sat.Literal {
	var clauses [][]sat.Literal
	for _, budget := range b.budgets {
		if clause := b.overspent(budget, set); clause != nil {
			clauses = append(clauses, clause)
		}
	}
	for _, i := range b.active {
		for _, need := range b.attacks(&b.goals[i], set) {
			clause := make([]sat.Literal, len(need))
			for j, x := range need {
				clause[j] = b.choices.Literal[x]
			}
			clauses = append(clauses, clause)
		}
	}
	return clauses
}

// overspent returns, when the set breaks a budget, a minimal part of it that does, forbidden.
func (b *blockade) overspent(budget Budget, set []int32) []sat.Literal {
	spends := make(map[int32]float64, len(budget.Spends))
	for _, s := range budget.Spends {
		if x, open := b.index[s.Measure]; open {
			spends[x] += s.Amount
		}
	}
	var part []int32
	sum := 0.0
	for _, x := range set {
		if spends[x] > 0 {
			part = append(part, x)
			sum += spends[x]
		}
	}
	limit := budget.Limit * (1 + 1e-12)
	if sum <= limit {
		return nil
	}
	slices.SortStableFunc(part, func(x, y int32) int { return cmp.Compare(spends[x], spends[y]) })
	var clause []sat.Literal
	for _, x := range part {
		if sum-spends[x] > limit {
			sum -= spends[x]
			continue
		}
		clause = append(clause, b.choices.Literal[x].Not())
	}
	return clause
}

// attacks returns, for attacks on one goal that the set leaves, the measures that block them: one attack
// after another, the measures of those found being in force too.
func (b *blockade) attacks(t *blockedGoal, set []int32) [][]int32 {
	force := slices.Clone(set)
	var found [][]int32
	for !b.meter.Over() && b.stands(t, force) {
		need := b.narrow(t, force)
		b.needs = append(b.needs, b.need(t, need))
		found = append(found, need)
		force = append(force, need...)
	}
	return found
}

// stands says whether the goal holds with the choices in force.
func (b *blockade) stands(t *blockedGoal, force []int32) bool {
	b.meter.Spend(int64(len(t.cone.Rule)+t.cone.Premises.Total()) / 8)
	for _, x := range force {
		b.inForce[x] = true
	}
	t.spread.Reset()
	for r := range t.cone.Rule {
		if t.cone.Counted[r] && !slices.ContainsFunc(t.blockers[r], func(x int32) bool { return b.inForce[x] }) {
			t.spread.Enable(int32(r))
		}
	}
	for _, x := range force {
		b.inForce[x] = false
	}
	return t.spread.Reached()
}

// narrow looks for an attack that few measures block: while it can, it puts one of them in force and takes
// an attack that is left. The goal stands with force; it stands as narrow leaves it.
func (b *blockade) narrow(t *blockedGoal, force []int32) []int32 {
	force = slices.Clone(force)
	need := t.measures()
	tried := map[int32]bool{}
	for i := 0; i < len(need); {
		x := need[i]
		if tried[x] {
			i++
			continue
		}
		tried[x] = true
		if b.stands(t, append(force, x)) {
			force = append(force, x)
			need, i = t.measures(), 0
		}
	}
	b.stands(t, force)
	return need
}

// measures returns the choices that block the attack found last, ascending.
func (t *blockedGoal) measures() []int32 {
	var need []int32
	for _, r := range t.spread.Proof() {
		need = append(need, t.blockers[r]...)
	}
	slices.Sort(need)
	return slices.Compact(need)
}

// need records the attack found last as a certificate.
func (b *blockade) need(t *blockedGoal, measures []int32) graph.Need {
	var free []graph.FactID
	var rules []graph.RuleID
	for _, r := range t.spread.Proof() {
		id := t.cone.Rule[r]
		rules = append(rules, id)
		for _, f := range b.g.If(id) {
			if t.reading.Wiring.Holds(f) {
				free = append(free, f)
			}
		}
	}
	proof := slices.Concat(t.reading.Wiring.Proof(free...), rules, t.path)
	return graph.Need{Case: t.of, Proof: proof, Measures: b.measures(measures)}
}

// minimal leaves measures out of a set that blocks all goals while it does, the last first.
func (b *blockade) minimal(set []int32) []int32 {
	kept := slices.Clone(set)
	for i := len(kept) - 1; i >= 0; i-- {
		rest := slices.Delete(slices.Clone(kept), i, i+1)
		if !slices.ContainsFunc(b.touches[kept[i]], func(g int32) bool { return b.stands(&b.goals[g], rest) }) {
			kept = rest
		}
	}
	return kept
}

// fallback adds the best set known for a part, or all its measures where there is no budget to break.
func (b *blockade) fallback(a *MeasuresAnswer, o *sat.Optimum) {
	switch {
	case o.Best() != nil:
		a.Set = append(a.Set, b.measures(o.Best())...)
	case len(b.budgets) == 0:
		a.Set = append(a.Set, b.measures(b.choices.ByName)...)
	default:
		b.unknown = true
	}
}
