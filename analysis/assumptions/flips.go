package assumptions

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/criteria"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// addResults tells, of each unknown property that some reachable fact uses, what follows if it were known to be true.
func addResults(p *analysis.Pass, unknown *unknowns, sets []rests) error {
	users, removed := usersOf(unknown, sets), removedBy(unknown, sets)
	published := p.Result.Levels.Published.Assessed
	reachable, f := reachableTally(p), newFlipping(p, sets)
	listing := p.NewListing("assumptions", len(unknown.rules))
	for i := range unknown.rules {
		if err := p.Context.Err(); err != nil {
			return err
		}
		if !used(p, unknown, i) {
			continue
		}
		gone, told := f.gone(unknown.rules[i], removed[i])
		if !told {
			continue
		}
		out := models.AssumptionResult{Property: unknown.properties[i], At: unknown.elements[i].At}
		out.Effects, out.EffectsAll = listing.Effects(users[i])
		out.Removes, out.RemovesAll = listing.Effects(gone)
		out.IfTrue = listing.LevelsWithout(reachable, gone)
		out.Decides = out.IfTrue.Recovery.Level != published.Recovery.Level || out.IfTrue.Economic.Max != published.Economic.Max
		p.Result.Assumptions = append(p.Result.Assumptions, out)
	}
	if f.left > 0 {
		p.Limit("assumptions", "", fmt.Sprintf("the work limit left out %d unknown properties", f.left))
	}
	listing.Report()
	return nil
}

// reachableTally tallies the effects that are reachable in the assessed reading.
func reachableTally(p *analysis.Pass) *criteria.Tally {
	var effects []int32
	for e := range p.Effects() {
		if p.Consequence(e).Reachable.Assessed.Reachable {
			effects = append(effects, int32(e))
		}
	}
	return p.Tally(effects)
}

// usersOf returns, for each unknown property, the effects that rest on it for some profile.
func usersOf(unknown *unknowns, sets []rests) [][]int32 {
	out := make([][]int32, len(unknown.rules))
	for e := range sets {
		for _, i := range sets[e].used {
			out[i] = append(out[i], int32(e))
		}
	}
	return out
}

// removedBy returns, for each unknown property, the effects in all of whose minimal sets it stands: they are no longer
// reachable where it is true. Effects whose sets are not all known are left out.
func removedBy(unknown *unknowns, sets []rests) [][]int32 {
	out := make([][]int32, len(unknown.rules))
	for e, r := range sets {
		if !r.whole || len(r.minimal) == 0 {
			continue
		}
		for _, i := range r.minimal[0] {
			if !slices.ContainsFunc(r.minimal, func(set []int32) bool { return !slices.Contains(set, i) }) {
				out[i] = append(out[i], int32(e))
			}
		}
	}
	return out
}

// used reports whether a rule instance that can fire for some profile takes the property as false.
func used(p *analysis.Pass, unknown *unknowns, i int) bool {
	for _, s := range p.Alone(models.Assessed) {
		if slices.ContainsFunc(p.Graph().Using(unknown.facts[i]), s.CanFire) {
			return true
		}
	}
	return false
}

// reachCost is the work that a fixpoint takes for each premise.
const reachCost = 4

// flipping asks what becomes of the effects whose minimal sets are not all known, by computing anew.
type flipping struct {
	pass  *analysis.Pass
	open  []int32 // those effects
	spent int64
	left  int
}

func newFlipping(p *analysis.Pass, sets []rests) *flipping {
	f := &flipping{pass: p}
	for e := range sets {
		if !sets[e].whole {
			f.open = append(f.open, int32(e))
		}
	}
	return f
}

// gone completes the effects that are no longer reachable where the property of a rule is true. The second result is
// false where the work limit leaves that open.
func (f *flipping) gone(rule graph.RuleID, known []int32) (effects []int32, told bool) {
	if len(f.open) == 0 {
		return known, true
	}
	if f.spent > f.pass.Work() {
		f.left++
		return nil, false
	}
	open := slices.Clone(f.open)
	for _, s := range f.pass.Alone(models.Assessed) {
		sel := s.Selection.Clone()
		sel.Disable(rule)
		without := graph.Reach(f.pass.Graph(), sel)
		f.spent += reachCost * int64(f.pass.Graph().NumPremises())
		open = slices.DeleteFunc(open, func(e int32) bool { return without.Holds(f.pass.Goal(int(e))) })
	}
	effects = slices.Concat(known, open)
	slices.Sort(effects)
	return effects, true
}
