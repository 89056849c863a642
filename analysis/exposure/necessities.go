package exposure

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// necessities takes away, for each effect that attackers reach, one component after the other that stands in a
// derivation: only such a one can be necessary.
func necessities(p *analysis.Pass) table {
	n := necessity{pass: p, without: map[removal]*graph.Fixpoint{}}
	out := table{}
	left := 0
	for e := range p.Effects() {
		by := reaching(p, e)
		for _, c := range compromisedIn(p, by, p.Goal(e)) {
			if n.spent > p.Work() {
				left++
				continue
			}
			if !slices.ContainsFunc(by, func(s *analysis.Scenario) bool { return n.remains(s, c, p.Goal(e)) }) {
				out[[2]int{c, e}] = true
			}
		}
	}
	if left > 0 {
		p.Limit("exposure", "necessary", fmt.Sprintf("the work limit left %d pairs of a component and an effect open", left))
	}
	return out
}

// reaching returns the scenarios of the attackers that bring an effect about alone.
func reaching(p *analysis.Pass, effect int) []*analysis.Scenario {
	var out []*analysis.Scenario
	for _, profile := range p.Attackers() {
		if s := p.Under(models.Assessed, profile.ID); s.Occurs(effect) {
			out = append(out, s)
		}
	}
	return out
}

// compromisedIn returns the components that are compromised in one derivation of the goal by the first scenario,
// ascending.
func compromisedIn(p *analysis.Pass, by []*analysis.Scenario, goal graph.FactID) []int {
	if len(by) == 0 {
		return nil
	}
	var out []int
	for _, r := range by[0].Fixpoint.Proof(goal) {
		f := p.Graph().Then(r)
		if c, about := p.ComponentOf(f); about && p.Compromise(f) {
			out = append(out, c)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// removal is a scenario in which a component cannot be compromised.
type removal struct {
	from      *analysis.Scenario
	component int
}

// necessity keeps what holds in removals: several effects ask for the same.
type necessity struct {
	pass    *analysis.Pass
	without map[removal]*graph.Fixpoint
	spent   int64
}

// remains tells whether the goal holds although the component cannot be compromised.
func (n *necessity) remains(s *analysis.Scenario, component int, goal graph.FactID) bool {
	key := removal{s, component}
	if n.without[key] == nil {
		sel := s.Selection.Clone()
		for _, f := range n.pass.CompromisesOf(component) {
			sel.Disable(n.pass.Graph().Concluding(f)...)
		}
		n.without[key] = graph.Reach(n.pass.Graph(), sel)
		n.spent += int64(n.pass.Graph().NumPremises())
	}
	return n.without[key].Holds(goal)
}
