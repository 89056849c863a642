package topology

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Passage is one direction between two networks that a component joins: one that forwards and is attached to both.
type Passage struct {
	Gateway, From, To models.ComponentID

	Passed bool // traffic passes that no flow opens
	Stated bool // the model states whether; else the kind of the component tells
}

// Passages lists the passages of a system, in the order of its components and of the networks that they are attached to:
// those that traffic passes, and those where it is held up.
func (w *Ways) Passages() []Passage {
	var out []Passage
	for i := range w.System.Components {
		c := &w.System.Components[i]
		if !w.Joins(c) {
			continue
		}
		joined := w.Attached(c.ID)
		for _, from := range joined {
			for _, to := range joined {
				if from != to {
					out = append(out, w.passage(c, from, to))
				}
			}
		}
	}
	return out
}

// Crossings lists what would be passages between the networks of several units that are one in the model: of each gateway,
// from each network into the same.
func (w *Ways) Crossings() []Passage {
	var out []Passage
	for i := range w.System.Components {
		c := &w.System.Components[i]
		if !w.Joins(c) {
			continue
		}
		for _, network := range w.Attached(c.ID) {
			out = append(out, w.passage(c, network, network))
		}
	}
	return out
}

// Joins tells whether a component joins the networks that it is attached to: it forwards, and is no network.
func (w *Ways) Joins(c *models.Component) bool { return w.forwards(c) && !w.isNetwork(c) }

// CountPassages is how many passages there are, without making them.
func (w *Ways) CountPassages() int {
	n := 0
	for i := range w.System.Components {
		if c := &w.System.Components[i]; w.Joins(c) {
			joined := len(w.Attached(c.ID))
			n += joined * (joined - 1)
		}
	}
	return n
}

func (w *Ways) passage(c *models.Component, from, to models.ComponentID) Passage {
	p := Passage{Gateway: c.ID, From: from, To: to, Stated: c.Passes != nil}
	if p.Stated {
		p.Passed = slices.Contains(c.Passes, models.Passage{From: from, To: to})
	} else {
		p.Passed = w.catalog.Passes(c.Kind, w.Component(from).Kind, w.Component(to).Kind)
	}
	return p
}

// Separation is two networks that the model states to be joined by nothing, in the order of their ids.
type Separation struct{ A, B models.ComponentID }

// Separations lists what networks state to be separate, in the order of the components, each pair once.
func (v *View) Separations() []Separation {
	var out []Separation
	known := map[Separation]bool{}
	for i := range v.System.Components {
		c := &v.System.Components[i]
		for _, other := range c.Separate {
			s := Separation{min(c.ID, other), max(c.ID, other)}
			if !known[s] {
				known[s] = true
				out = append(out, s)
			}
		}
	}
	return out
}
