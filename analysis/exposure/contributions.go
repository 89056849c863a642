package exposure

import (
	"fmt"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// contributions walks backward from each effect, for each attacker alone, over the instances that can fire.
func contributions(p *analysis.Pass) table {
	out := table{}
	spent, cut := int64(0), 0
	for _, profile := range p.Attackers() {
		s := p.Under(models.Assessed, profile.ID)
		for e := range p.Effects() {
			if !s.Occurs(e) {
				continue
			}
			if spent > p.Work() {
				cut++
				continue
			}
			for _, f := range behind(p, s, p.Goal(e), &spent) {
				if c, about := p.ComponentOf(f); about && p.Compromise(f) {
					out[[2]int{c, e}] = true
				}
			}
		}
	}
	if cut > 0 {
		p.Limit("exposure", "contributes", fmt.Sprintf("the work limit left out the contributions to %d pairs of an effect and an attacker", cut))
	}
	return out
}

// behind returns the facts from which a chain of instances that can fire ends in the goal, itself included.
func behind(p *analysis.Pass, s *analysis.Scenario, goal graph.FactID, spent *int64) []graph.FactID {
	seen := map[graph.FactID]bool{goal: true}
	out := []graph.FactID{goal}
	for next := 0; next < len(out); next++ {
		for _, r := range p.Graph().Concluding(out[next]) {
			*spent += int64(1 + len(p.Graph().If(r)))
			if !s.CanFire(r) {
				continue
			}
			for _, f := range p.Graph().If(r) {
				if !seen[f] {
					seen[f] = true
					out = append(out, f)
				}
			}
		}
	}
	return out
}
