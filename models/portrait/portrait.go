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

	Group string             // what the box is called where several were folded into it
	Alike []models.ProfileID // profiles drawn with this one, as they begin just as it does
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
	Detour     bool
	WideDetour bool
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
			if !known && (!x.Minor || x.Group != "") {
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

// Fold draws the facts of each group of components together, those about a flow or data with the component at which they
// show; group gives a component's group and what it is called, or "". Each group keeps one way from every other, the first.
func (p *Portrait) Fold(group func(models.ComponentID) (id, name string)) {
	boxes, to := map[string]*Box{}, map[*Box]*Box{}
	for _, x := range p.Boxes {
		id, name := group(x.At)
		if x.Kind != models.FactBox || id == "" {
			continue
		}
		if boxes[id] == nil {
			boxes[id] = x
		}
		box := boxes[id]
		to[x] = box
		if box != x {
			box.Group = name
			box.Easiest = box.Easiest || x.Easiest
			box.Earlier = append(box.Earlier, x.Facts()...)
		}
	}
	p.Join(to)
}

// Join lets one box stand for others, each given with the one that stands for it, and leaves out the ways that then stay
// inside a box or say nothing new.
func (p *Portrait) Join(to map[*Box]*Box) {
	p.Boxes = slices.DeleteFunc(p.Boxes, func(x *Box) bool { return to[x] != nil && to[x] != x })
	var kept []*Way
	for _, w := range p.Ways {
		if box := to[w.To]; box != nil {
			w.To = box
		}
		var from []*Box
		for _, f := range w.From {
			if box := to[f]; box != nil {
				f = box
			}
			if f != w.To && !slices.Contains(from, f) {
				from = append(from, f)
			}
		}
		w.From = from
		same := func(k *Way) bool { return k.To == w.To && slices.Equal(k.From, w.From) }
		if at := slices.IndexFunc(kept, same); at >= 0 {
			kept[at].Easiest = kept[at].Easiest || w.Easiest
			continue
		}
		if len(from) > 0 {
			kept = append(kept, w)
		}
	}
	p.Ways = kept
}

// Drop leaves out ways, and boxes that none of the others touches. It returns how many ways it left out.
func (p *Portrait) Drop(leave func(*Way) bool) int {
	all := len(p.Ways)
	p.Ways = slices.DeleteFunc(p.Ways, leave)
	used := map[*Box]bool{}
	for _, w := range p.Ways {
		used[w.To] = true
		for _, f := range w.From {
			used[f] = true
		}
	}
	p.Boxes = slices.DeleteFunc(p.Boxes, func(x *Box) bool { return !used[x] && x.Kind != models.GoalBox })
	return all - len(p.Ways)
}

// Clear leaves out what does not lead to the consequence.
func (p *Portrait) Clear() {
	far := p.distances()
	p.Drop(func(w *Way) bool {
		_, leads := far[w.To]
		return !leads
	})
}

// distances are how many ways each box is away from the consequence.
func (p *Portrait) distances() map[*Box]int {
	by := map[*Box][]*Way{}
	for _, w := range p.Ways {
		by[w.To] = append(by[w.To], w)
	}
	goal := p.Boxes[slices.IndexFunc(p.Boxes, func(x *Box) bool { return x.Kind == models.GoalBox })]
	far := map[*Box]int{goal: 0}
	queue := []*Box{goal}
	for next := 0; next < len(queue); next++ {
		for _, w := range by[queue[next]] {
			for _, f := range w.From {
				if _, known := far[f]; !known {
					far[f] = far[w.To] + 1
					queue = append(queue, f)
				}
			}
		}
	}
	return far
}
