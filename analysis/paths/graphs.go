package paths

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// readable is up to how many steps a graph is drawn.
const readable = 40

// wayCost is the work of looking at one rule instance on the way back from a goal.
const wayCost = 20

// addGraphs reduces the attack graph to what can be drawn of each consequence: first the attacks found, then further
// ways in order of effort, as long as the picture stays readable and without cycles.
func addGraphs(p *analysis.Pass) {
	spent, left := int64(0), 0
	for i := range p.Effects() {
		c := p.Consequence(i)
		reading, reachable := shown(c)
		if !reachable {
			continue
		}
		by := c.Reachable.In(reading).By
		d := drawing{pass: p, has: map[graph.RuleID]bool{}, concluded: map[graph.FactID]bool{}}
		for _, attack := range c.Attacks {
			d.addAttack(&attack)
		}
		out := models.ConsequenceGraph{Effect: c.Effect, Reading: reading}
		if spent > p.Work() {
			left++
		} else {
			ways := waysTo(p, p.Goal(i), reading, by, &spent)
			d.addWays(p.Goal(i), ways)
			out.Omitted = len(ways) - len(d.rules)
		}
		out.Steps = d.steps(p.Under(reading, by[0]))
		p.Result.Graphs = append(p.Result.Graphs, out)
	}
	if left > 0 {
		p.Limit("attack graph", "", fmt.Sprintf("the graphs of %d consequences show the attacks found only", left))
	}
}

// way is a rule instance on some derivation of the goal, with the scenario in which it is cheapest.
type way struct {
	rule graph.RuleID
	cost float64
	by   *analysis.Scenario
}

// waysTo walks backward from the goal over the instances that can fire, for each profile alone, and returns them in
// order of tree cost.
func waysTo(p *analysis.Pass, goal graph.FactID, reading models.ReadingID, by []models.ProfileID, spent *int64) []way {
	cheapest := map[graph.RuleID]way{}
	for _, profile := range by {
		s := p.Under(reading, profile)
		seen := map[graph.FactID]bool{goal: true}
		queue := []graph.FactID{goal}
		for next := 0; next < len(queue); next++ {
			for _, r := range p.Graph().Concluding(queue[next]) {
				*spent += wayCost
				if !s.CanFire(r) {
					continue
				}
				w := way{r, s.Selection.Effort(r), s}
				for _, f := range p.Graph().If(r) {
					w.cost += s.TreeCost(f)
					if !seen[f] {
						seen[f] = true
						queue = append(queue, f)
					}
				}
				if known, there := cheapest[r]; !there || w.cost < known.cost {
					cheapest[r] = w
				}
			}
		}
	}
	var out []way
	for _, w := range cheapest { // put in order below
		if !math.IsInf(w.cost, 1) {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b way) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.rule, b.rule)) })
	return out
}

// drawing is a growing choice of rule instances in which every premise is concluded and no cycle closes.
type drawing struct {
	pass      *analysis.Pass
	rules     []graph.RuleID
	has       map[graph.RuleID]bool
	concluded map[graph.FactID]bool
}

// addAttack adds an attack's steps; after the first one only if all find room and close no cycle.
func (d *drawing) addAttack(a *models.Attack) {
	var rules []graph.RuleID
	for _, step := range a.Steps {
		r, _ := d.pass.Graph().RuleByName(step.Instance)
		rules = append(rules, r)
	}
	d.add(rules, len(d.rules) == 0)
}

// addWays adds the ways to the goal and to what is drawn already, each with a derivation of its premises, the easiest
// that leads somewhere first. So nothing is drawn that leads nowhere, and the room serves what leads to the goal.
func (d *drawing) addWays(goal graph.FactID, ways []way) {
	wanted := map[graph.FactID]bool{goal: true}
	want := func(rules []graph.RuleID) {
		for _, r := range rules {
			for _, f := range d.pass.Graph().If(r) {
				wanted[f] = true
			}
		}
	}
	want(d.rules)
	tried := map[graph.RuleID]bool{}
	fit := func(w way) bool { return wanted[d.pass.Graph().Then(w.rule)] && !d.has[w.rule] && !tried[w.rule] }
	for len(d.rules) < readable {
		next := slices.IndexFunc(ways, fit)
		if next < 0 {
			return
		}
		tried[ways[next].rule] = true
		drawn := len(d.rules)
		d.add(d.derivation(ways[next]), false)
		want(d.rules[drawn:])
	}
}

// derivation is a way with a derivation of the premises that are not drawn yet.
func (d *drawing) derivation(w way) []graph.RuleID {
	rules := []graph.RuleID{w.rule}
	for _, f := range d.pass.Graph().If(w.rule) {
		if !d.concluded[f] {
			rules = append(rules, w.by.TreeProof(f)...)
		}
	}
	return rules
}

// add takes rules over, all or none: when the picture has room for them, or must be, and no cycle closes.
func (d *drawing) add(rules []graph.RuleID, must bool) {
	grown := slices.Clone(d.rules)
	added := map[graph.RuleID]bool{}
	for _, r := range rules {
		if !d.has[r] && !added[r] {
			grown = append(grown, r)
			added[r] = true
		}
	}
	if len(grown) == len(d.rules) || !must && (len(grown) > readable || len(inOrder(d.pass.Graph(), grown)) < len(grown)) {
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
