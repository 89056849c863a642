package exposure

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// wayCost is the work of looking at one rule instance on the way back from a goal.
const wayCost = 5

// contributions walks backward from each effect, for each attacker alone, over the instances that can fire.
func contributions(p *analysis.Pass) table {
	w := walk{pass: p, seen: make([]int32, p.Graph().NumFacts())}
	out := table{}
	cut := 0
	for e := range p.Effects() {
		if w.spent > p.Work() {
			cut++
			continue
		}
		var components []int
		for _, profile := range p.Attackers() {
			if s := p.Under(models.Assessed, profile.ID); s.Occurs(e) {
				components = append(components, w.compromised(s, p.Goal(e))...)
			}
		}
		slices.Sort(components)
		for _, c := range slices.Compact(components) {
			out[c] = append(out[c], int32(e))
		}
	}
	if cut > 0 {
		p.Limit("exposure", "contributes", fmt.Sprintf("the work limit left out what contributes to %d effects", cut))
	}
	return out
}

// walk is a walk backward from one goal after the other.
type walk struct {
	pass  *analysis.Pass
	seen  []int32 // fact → the last walk that came by
	round int32
	spent int64
}

// compromised returns the components of which some compromise lies on a chain of instances that can fire and that ends
// in the goal.
func (w *walk) compromised(s *analysis.Scenario, goal graph.FactID) []int {
	g := w.pass.Graph()
	w.round++
	w.seen[goal] = w.round
	queue := []graph.FactID{goal}
	var out []int
	for next := 0; next < len(queue); next++ {
		if c := compromised(w.pass, queue[next]); c >= 0 {
			out = append(out, int(c))
		}
		for _, r := range g.Concluding(queue[next]) {
			w.spent += wayCost
			if !s.CanFire(r) {
				continue
			}
			for _, f := range g.If(r) {
				if w.seen[f] != w.round {
					w.seen[f] = w.round
					queue = append(queue, f)
				}
			}
		}
	}
	return out
}
