package paths

import (
	"cmp"
	"math"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// wayCost is the work of looking at one rule instance on the way back from a goal, and fewWays how many are looked at
// for each goal and profile in any case.
const (
	wayCost = 20
	fewWays = 200
)

// way is a rule instance on some derivation of the goal, with the scenario in which it is cheapest.
type way struct {
	rule graph.RuleID
	cost float64
	by   *analysis.Scenario
}

// ways looks for the ways to one goal after the other. Each goal has its share of the question's work.
type ways struct {
	pass  *analysis.Pass
	most  int     // instances to look at for each goal and profile
	facts []int32 // fact → the last walk that came by
	rules []int32 // rule instance → 1 + its place in found, of the goal at hand
	walks int32
	found []way
}

func newWays(p *analysis.Pass) *ways {
	walks := 0
	for i := range p.Effects() {
		if reading, reachable := shown(p.Consequence(i)); reachable {
			walks += len(p.Consequence(i).Reachable.In(reading).By)
		}
	}
	return &ways{
		pass: p, most: max(fewWays, int(p.Work()/wayCost)/max(1, walks)),
		facts: make([]int32, p.Graph().NumFacts()), rules: make([]int32, p.Graph().NumRules()),
	}
}

// to walks backward from the goal over the instances that can fire, for each profile alone, and returns them in order of
// tree cost. Where they are more than its share of the work allows, they are those nearest to the goal.
func (s *ways) to(goal graph.FactID, reading models.ReadingID, by []models.ProfileID) (found []way, whole bool) {
	s.found = s.found[:0]
	whole = true
	for _, profile := range by {
		whole = s.walk(goal, s.pass.Under(reading, profile)) && whole
	}
	for _, w := range s.found {
		s.rules[w.rule] = 0
		if !math.IsInf(w.cost, 1) {
			found = append(found, w)
		}
	}
	slices.SortFunc(found, func(a, b way) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.rule, b.rule)) })
	return found, whole
}

// walk adds the instances that can fire in a scenario, and reports whether it came to all of them.
func (s *ways) walk(goal graph.FactID, by *analysis.Scenario) bool {
	g := s.pass.Graph()
	s.walks++
	s.facts[goal] = s.walks
	queue := []graph.FactID{goal}
	looked := 0
	for next := 0; next < len(queue); next++ {
		for _, r := range g.Concluding(queue[next]) {
			if looked++; looked > s.most {
				return false
			}
			if !by.CanFire(r) {
				continue
			}
			w := way{r, by.Selection.Effort(r), by}
			for _, f := range g.If(r) {
				w.cost += by.TreeCost(f)
				if s.facts[f] != s.walks {
					s.facts[f] = s.walks
					queue = append(queue, f)
				}
			}
			s.keep(w)
		}
	}
	return true
}

// keep keeps the cheaper of two scenarios' ways by the same instance, the first of equal ones.
func (s *ways) keep(w way) {
	at := s.rules[w.rule]
	if at == 0 {
		s.found = append(s.found, w)
		s.rules[w.rule] = int32(len(s.found))
	} else if w.cost < s.found[at-1].cost {
		s.found[at-1] = w
	}
}
