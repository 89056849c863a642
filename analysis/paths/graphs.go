package paths

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// readable is up to how many steps a graph is drawn; the attacks found may take it up to most.
const readable, most = 40, 80

// tryCost is the work of trying to draw one further way.
const tryCost = 2000

// addGraphs reduces the attack graph to what can be drawn of each consequence: first the attacks found, given by their
// rule instances, then further ways in order of effort, as long as the picture stays readable. No cycle closes.
func addGraphs(p *analysis.Pass, attacks [][][]graph.RuleID) error {
	search := newWays(p)
	near, plain := 0, 0
	work := p.Work()
	for i := range p.Effects() {
		if err := p.Context.Err(); err != nil {
			return err
		}
		c := p.Consequence(i)
		reading, reachable := shown(c)
		if !reachable {
			continue
		}
		by := c.Reachable.In(reading).By
		d := drawing{pass: p, has: map[graph.RuleID]bool{}, concluded: map[graph.FactID]bool{}}
		for _, proof := range attacks[i] {
			d.add(proof, most, len(d.rules) == 0) // after the first one only if it finds room and closes no cycle
		}
		ways, whole := search.to(p.Goal(i), reading, by)
		if !whole {
			near++
		}
		if work > 0 {
			work -= tryCost * int64(d.addWays(p.Goal(i), ways))
		} else if len(ways) > len(d.rules) {
			plain++
		}
		p.Result.Graphs = append(p.Result.Graphs, models.ConsequenceGraph{
			Effect: c.Effect, Reading: reading, Steps: d.steps(p.Under(reading, by[0])),
			Omitted: max(0, len(ways)-len(d.rules)),
		})
	}
	if plain > 0 {
		p.Limit("attack graph", "", fmt.Sprintf("the graphs of %d consequences show the easiest attacks alone", plain))
	}
	if near > 0 {
		p.Limit("attack graph", "", fmt.Sprintf("the graphs of %d consequences are drawn from the steps nearest to them: more are left out than they count", near))
	}
	return nil
}

// drawing is a growing choice of rule instances in which every premise is concluded and no cycle closes.
type drawing struct {
	pass      *analysis.Pass
	rules     []graph.RuleID
	has       map[graph.RuleID]bool
	concluded map[graph.FactID]bool
}

// addWays adds the ways to the goal and to what is drawn already, each with a derivation of its premises, the easiest
// that leads somewhere first. So nothing is drawn that leads nowhere, and the room serves what leads to the goal. It returns how many
// ways were tried.
func (d *drawing) addWays(goal graph.FactID, ways []way) (tried int) {
	g := d.pass.Graph()
	to := map[graph.FactID][]int{} // fact → ways that conclude it and are not tried yet
	for i, w := range ways {
		to[g.Then(w.rule)] = append(to[g.Then(w.rule)], i)
	}
	var open []int // ways to what is wanted, not tried yet, the easiest last
	want := func(f graph.FactID) {
		for _, i := range to[f] {
			at, _ := slices.BinarySearchFunc(open, i, func(a, b int) int { return b - a })
			open = slices.Insert(open, at, i)
		}
		delete(to, f)
	}
	wantAll := func(rules []graph.RuleID) {
		for _, r := range rules {
			for _, f := range g.If(r) {
				want(f)
			}
		}
	}
	want(goal)
	wantAll(d.rules)
	for len(d.rules) < readable && len(open) > 0 {
		next := ways[open[len(open)-1]]
		open = open[:len(open)-1]
		if d.has[next.rule] {
			continue
		}
		tried++
		drawn := len(d.rules)
		if rules, short := d.derivation(next); short {
			d.add(rules, readable, false)
		}
		wantAll(d.rules[drawn:])
	}
	return tried
}

// derivation is a way with a derivation of the premises that are not drawn yet, where a readable picture has room for each.
func (d *drawing) derivation(w way) (rules []graph.RuleID, short bool) {
	rules = []graph.RuleID{w.rule}
	for _, f := range d.pass.Graph().If(w.rule) {
		if d.concluded[f] {
			continue
		}
		proof := w.by.ShortTreeProof(f, readable)
		if proof == nil {
			return nil, false
		}
		rules = append(rules, proof...)
	}
	return rules, true
}

// add takes rules over, all or none: when a picture of so many steps has room for them, or must be, and no cycle closes.
func (d *drawing) add(rules []graph.RuleID, room int, must bool) {
	grown := slices.Clone(d.rules)
	added := map[graph.RuleID]bool{}
	for _, r := range rules {
		if !d.has[r] && !added[r] {
			grown = append(grown, r)
			added[r] = true
		}
	}
	if len(grown) == len(d.rules) || !must && (len(grown) > room || len(inOrder(d.pass.Graph(), grown)) < len(grown)) {
		return
	}
	for _, r := range grown[len(d.rules):] {
		d.has[r] = true
		d.concluded[d.pass.Graph().Then(r)] = true
	}
	d.rules = grown
}

// steps tells the choice in an order in which every way to a fact comes before the fact is used.
func (d *drawing) steps(s *analysis.Scenario) []models.Step {
	var out []models.Step
	for _, r := range inOrder(d.pass.Graph(), d.rules) {
		out = append(out, s.Step(r))
	}
	return out
}

// inOrder returns the rules such that all that conclude a fact come before those that use it. Rules on a cycle, and
// those behind one, are left out.
func inOrder(g *graph.AttackGraph, rules []graph.RuleID) []graph.RuleID {
	open := map[graph.FactID]int{} // fact → rules that conclude it and are not placed yet
	for _, r := range rules {
		open[g.Then(r)]++
	}
	placed := make([]bool, len(rules))
	var out []graph.RuleID
	for progress := true; progress; {
		progress = false
		for i, r := range rules {
			if placed[i] || slices.ContainsFunc(g.If(r), func(f graph.FactID) bool { return open[f] > 0 }) {
				continue
			}
			placed[i], progress = true, true
			open[g.Then(r)]--
			out = append(out, r)
		}
	}
	return out
}
