package portrait

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Of returns the portrait of a graph whose portrayal is in the result; nil: there is none. It changes nothing of the graph.
func Of(g *models.ConsequenceGraph) *Portrait {
	if g.Portrayal == nil {
		return nil
	}
	p := &Portrait{}
	concluded := func(steps []int) []models.Fact {
		var out []models.Fact
		for _, s := range steps {
			out = append(out, g.Steps[s].Concludes)
		}
		return out
	}
	for _, x := range g.Portrayal.Boxes {
		box := &Box{
			ID: "profile-" + string(x.Profile), Kind: x.Kind, Profile: x.Profile, Earlier: concluded(x.Earlier), Knows: concluded(x.Knows),
			At: x.At, Minor: x.Minor, Easiest: x.Easiest,
		}
		if x.Kind != models.ProfileBox {
			box.Fact = g.Steps[x.Step].Concludes
			box.ID = boxID(x.Kind, box.Fact)
		}
		p.Boxes = append(p.Boxes, box)
	}
	for _, w := range g.Portrayal.Ways {
		way := &Way{To: p.Boxes[w.To], Step: &g.Steps[w.Step], Conditions: w.Conditions, Easiest: w.Easiest}
		for _, f := range w.From {
			way.From = append(way.From, p.Boxes[f])
		}
		for _, s := range w.Through {
			way.Through = append(way.Through, &g.Steps[s])
		}
		p.Ways = append(p.Ways, way)
	}
	return p
}

// GoalID is the ID of the box of the consequence.
const GoalID = "goal"

// boxID names the box of a fact.
func boxID(kind models.PortrayedKind, f models.Fact) string {
	if kind == models.GoalBox {
		return GoalID
	}
	id := "fact-" + string(f.State) + "-" + f.Subject
	if f.In != "" {
		id += "-" + string(f.In)
	}
	return id
}

// flat writes a portrait of a graph for the result.
func (p *Portrait) flat(g *models.ConsequenceGraph) *models.Portrayal {
	step, first := map[*models.Step]int{}, map[models.Fact]int{}
	for i := range g.Steps {
		step[&g.Steps[i]] = i
		if _, known := first[g.Steps[i].Concludes]; !known {
			first[g.Steps[i].Concludes] = i
		}
	}
	places := func(facts []models.Fact) []int {
		var out []int
		for _, f := range facts {
			out = append(out, first[f])
		}
		return out
	}
	out := &models.Portrayal{Boxes: make([]models.PortrayedBox, len(p.Boxes)), Ways: make([]models.PortrayedWay, len(p.Ways))}
	at := map[*Box]int{}
	for i, x := range p.Boxes {
		at[x] = i
		out.Boxes[i] = models.PortrayedBox{
			Kind: x.Kind, Profile: x.Profile, Step: first[x.Fact], Earlier: places(x.Earlier), Knows: places(x.Knows),
			At: x.At, Minor: x.Minor, Easiest: x.Easiest,
		}
	}
	for i, w := range p.Ways {
		way := models.PortrayedWay{To: at[w.To], Step: step[w.Step], Conditions: w.Conditions, Easiest: w.Easiest}
		for _, f := range w.From {
			way.From = append(way.From, at[f])
		}
		for _, s := range w.Through {
			way.Through = append(way.Through, step[s])
		}
		out.Ways[i] = way
	}
	return out
}

// fits tells whether the steps and boxes that a portrayal tells of are there, and one of them is the consequence.
func fits(g *models.ConsequenceGraph) bool {
	steps, boxes, goals := len(g.Steps), len(g.Portrayal.Boxes), 0
	beyond := func(most int) func(int) bool { return func(i int) bool { return i < 0 || i >= most } }
	for _, x := range g.Portrayal.Boxes {
		if slices.ContainsFunc(slices.Concat([]int{x.Step}, x.Earlier, x.Knows), beyond(steps)) {
			return false
		}
		if x.Kind == models.GoalBox {
			goals++
		}
	}
	for _, w := range g.Portrayal.Ways {
		if slices.ContainsFunc(append(slices.Clone(w.Through), w.Step), beyond(steps)) || slices.ContainsFunc(append(slices.Clone(w.From), w.To), beyond(boxes)) {
			return false
		}
	}
	return goals == 1
}
