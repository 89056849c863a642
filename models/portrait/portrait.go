package portrait

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Portrait is an attack graph as a picture shows it. Its methods change it in place.
type Portrait struct {
	Boxes []*Box
	Ways  []*Way
}

// Box is a node of a portrait. Its fields mean what those of models.PortrayedBox do.
type Box struct {
	ID      string // unique in the portrait
	Kind    models.PortrayedKind
	Profile models.ProfileID
	Fact    models.Fact // zero for a profile
	Earlier []models.Fact
	Knows   []models.Fact
	At      models.ComponentID
	Minor   bool
	Easiest bool
}

// Facts are all facts that a box shows, in the order in which they come about.
func (x *Box) Facts() []models.Fact { return append(slices.Clone(x.Earlier), x.Fact) }

// Way is one way to a box. Its fields mean what those of models.PortrayedWay do.
type Way struct {
	From       []*Box
	To         *Box
	Step       *models.Step
	Through    []*models.Step
	Conditions []models.ConditionID
	Easiest    bool
}

// Assumes are the unknown properties that a way takes as false.
func (w *Way) Assumes() []models.PropertyRef {
	out := slices.Clone(w.Step.Assumes)
	for _, s := range w.Through {
		out = append(out, s.Assumes...)
	}
	return out
}

// Overcomes are the measures that a way must overcome, where they are in force.
func (w *Way) Overcomes() []models.MeasureID {
	var out []models.MeasureID
	for _, f := range w.Step.From {
		if f.State == models.StateIneffective {
			out = append(out, models.MeasureID(f.Subject))
		}
	}
	return out
}

// Measures are those that stand in a way: that would remove it, that it must overcome, and that make it harder.
func (w *Way) Measures() []models.MeasureID {
	return slices.Concat(w.Step.BlockedBy, w.Overcomes(), w.Step.HardenedBy)
}

// free tells whether a way costs nothing and no measure stands in it.
func (w *Way) free() bool { return w.Step.Effort <= 0 && len(w.Measures()) == 0 }

// onlyWay is the one way to a box, where it is free.
func (p *Portrait) onlyWay(x *Box) *Way {
	var only *Way
	for _, w := range p.Ways {
		if w.To != x {
			continue
		}
		if only != nil || !w.free() {
			return nil
		}
		only = w
	}
	return only
}

// Contract leaves out minor boxes, and what a profile knows from the start, where nothing but what they follow from would be
// said of them.
func (p *Portrait) Contract() {
	for changed := true; changed; {
		changed = false
		for _, x := range p.Boxes {
			only := p.onlyWay(x)
			if only == nil || x.Kind == models.GoalBox {
				continue
			}
			known := only.Step.Rule == models.RuleKnows && len(only.From) > 0
			if !known && !x.Minor {
				continue
			}
			if known {
				only.From[0].Knows = append(only.From[0].Knows, x.Fact)
			}
			p.replace(x, only)
			changed = true
		}
	}
}

// replace puts what a box follows from in the box's place.
func (p *Portrait) replace(x *Box, only *Way) {
	var kept []*Way
	for _, w := range p.Ways {
		if w == only {
			continue
		}
		if at := slices.Index(w.From, x); at >= 0 {
			w.From = slices.Delete(w.From, at, at+1)
			for _, f := range only.From {
				if !slices.Contains(w.From, f) {
					w.From = append(w.From, f)
				}
			}
			w.Through = append(append(slices.Clone(w.Through), only.Step), only.Through...)
		}
		if !slices.Contains(w.From, w.To) {
			kept = append(kept, w)
		}
	}
	p.Ways = kept
	p.Boxes = slices.DeleteFunc(p.Boxes, func(y *Box) bool { return y == x })
}

// Clear leaves out what does not lead to the consequence.
func (p *Portrait) Clear() {
	leads := p.leading()
	p.Ways = slices.DeleteFunc(p.Ways, func(w *Way) bool { return !leads[w.To] })
	p.Boxes = slices.DeleteFunc(p.Boxes, func(x *Box) bool { return !leads[x] })
}

// leading are the boxes from which ways lead to the consequence, and its own.
func (p *Portrait) leading() map[*Box]bool {
	by := map[*Box][]*Way{}
	for _, w := range p.Ways {
		by[w.To] = append(by[w.To], w)
	}
	goal := p.Boxes[slices.IndexFunc(p.Boxes, func(x *Box) bool { return x.Kind == models.GoalBox })]
	leads := map[*Box]bool{goal: true}
	queue := []*Box{goal}
	for next := 0; next < len(queue); next++ {
		for _, w := range by[queue[next]] {
			for _, f := range w.From {
				if !leads[f] {
					leads[f] = true
					queue = append(queue, f)
				}
			}
		}
	}
	return leads
}
