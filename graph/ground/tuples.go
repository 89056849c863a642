package ground

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// tuples are those of a relation, one behind the other: the number of an element for each role.
type tuples struct {
	wide int // how many roles
	flat []int32
}

func (t *tuples) len() int { return len(t.flat) / t.wide }

func (t *tuples) at(i int) []int32 { return t.flat[i*t.wide : (i+1)*t.wide] }

// tuplesOf lists a relation's tuples in the order of the model, each once.
func (g *grounding) tuplesOf(r models.Relation) *tuples {
	out := &tuples{wide: len(r.Roles)}
	known := distinct{tuples: out, key: r.Key, seen: map[[maxKey]int32]bool{}}
	emit := func(ids ...string) {
		for _, id := range ids {
			out.flat = append(out.flat, g.facts.symbols.of(id))
		}
		if r.Key > 1 { // elements have distinct ids
			known.last()
		}
	}
	switch r.ID {
	case "component", "attachment", "part", "stores":
		g.componentTuples(r.ID, emit)
	case "passage":
		g.passageTuples(emit)
	case "opening":
		for _, o := range g.out.Ways.Openings() {
			emit(string(o.Flow.ID), string(o.Gateway), string(o.Network), string(o.To))
		}
	case "flow", "way", "along", "carries", "credential", "intermediary", "login":
		g.flowTuples(r.ID, emit)
	case "built_in", "end_part":
		g.partTuples(r.ID, emit)
	case "address":
		g.addressTuples(emit)
	case "rendezvous":
		g.rendezvousTuples(emit)
	case "dependency":
		for _, d := range g.system.Dependencies {
			emit(string(d.ID), string(d.Component), string(d.Needs))
		}
	case "responsibility":
		g.responsibilityTuples(emit)
	case "decision":
		for i := range g.system.Components {
			c := &g.system.Components[i]
			for _, f := range g.decidesOn(c) {
				emit(string(c.ID), string(f))
			}
		}
	case "report":
		g.reportTuples(emit)
	case "safeguard", "protection", "remote_protection", "trip":
		g.safeguardTuples(r.ID, emit)
	case "sensing", "view", "actuation", "order":
		g.senseTuples(r.ID, emit)
	case "effect":
		for _, e := range g.system.Effects {
			emit(string(e.ID))
		}
	default:
		panic("ground: no such relation: " + string(r.ID))
	}
	return out
}

// distinct keeps the tuples of a relation distinct by their keys. Tuples with the same first element follow each other.
type distinct struct {
	*tuples
	key   int
	first int                    // where those begin that have the first element of the last one
	seen  map[[maxKey]int32]bool // their keys, where they are many
}

// manyTuples is how many tuples are compared one by one.
const manyTuples = 16

// last takes the last tuple away where there is one like it.
func (d *distinct) last() {
	n := d.len() - 1
	added := d.at(n)
	if n == 0 || d.at(n - 1)[0] != added[0] {
		d.first = n
		clear(d.seen)
		return
	}
	known := false
	if n-d.first < manyTuples {
		for i := d.first; i < n && !known; i++ {
			known = slices.Equal(d.at(i)[:d.key], added[:d.key])
		}
	} else {
		known = d.among(n)
	}
	if known {
		d.flat = d.flat[:n*d.wide]
	}
}

// among tells whether a tuple is like one of many before it, and takes it down.
func (d *distinct) among(n int) bool {
	keyOf := func(i int) (key [maxKey]int32) {
		copy(key[:], d.at(i)[:d.key])
		return key
	}
	if len(d.seen) == 0 {
		for i := d.first; i < n; i++ {
			d.seen[keyOf(i)] = true
		}
	}
	key := keyOf(n)
	known := d.seen[key]
	d.seen[key] = true
	return known
}

// maxKey is the most roles that tell the tuples of a relation apart.
const maxKey = 4

type emitter func(ids ...string)

func (g *grounding) componentTuples(relation models.RelationID, emit emitter) {
	for i := range g.system.Components {
		c := &g.system.Components[i]
		switch relation {
		case "component":
			emit(string(c.ID))
		case "attachment":
			for _, n := range g.out.Ways.Attached(c.ID) {
				emit(string(c.ID), string(n))
			}
		case "part":
			for _, p := range g.out.Ways.Parts(c.ID) {
				emit(string(c.ID), string(p))
			}
		case "stores":
			for _, d := range c.Stores {
				emit(string(c.ID), string(d))
			}
		}
	}
}

// openFlows returns the flows that are not switched off.
func (g *grounding) openFlows() []*models.Flow {
	out := make([]*models.Flow, 0, len(g.system.Flows))
	for i := range g.system.Flows {
		if f := &g.system.Flows[i]; !f.Closed {
			out = append(out, f)
		}
	}
	return out
}

func (g *grounding) flowTuples(relation models.RelationID, emit emitter) {
	for _, f := range g.openFlows() {
		id, from, to := string(f.ID), string(f.From), string(f.To)
		switch relation {
		case "flow":
			emit(id, from, to)
		case "way":
			for _, n := range f.Via {
				emit(id, string(n), from, to)
			}
		case "along":
			for _, n := range f.Way() {
				emit(id, string(n))
			}
		case "carries":
			for _, d := range f.Carries {
				emit(id, string(d), from, to)
			}
		case "login", "intermediary":
			for _, d := range f.Credentials {
				for _, n := range f.Via {
					network := g.catalog.IsA(g.out.Ways.Component(n).Kind, models.NetworkKind)
					switch {
					case network && relation == "login":
						emit(id, string(d), string(n), from)
					case !network && relation == "intermediary":
						emit(id, string(d), string(n))
					}
				}
			}
		case "credential":
			for _, d := range f.Credentials {
				emit(id, string(d), from, to)
			}
		}
	}
}

// partTuples pairs components, or flows and their ends, with all that is built into them, parts of parts too.
func (g *grounding) partTuples(relation models.RelationID, emit emitter) {
	if relation == "built_in" {
		for i := range g.system.Components {
			c := &g.system.Components[i]
			for _, part := range g.out.Ways.BuiltIn(c.ID) {
				emit(string(c.ID), string(part))
			}
		}
		return
	}
	for _, f := range g.openFlows() {
		for _, end := range []models.ComponentID{f.From, f.To} {
			for _, part := range g.out.Ways.BuiltIn(end) {
				emit(string(f.ID), string(end), string(part))
			}
		}
	}
}

// relaysOf returns what can hand on a flow to the given end of it: what forwards it, and for a registration what it
// is made at.
func relaysOf(f *models.Flow, end models.ComponentID) []models.ComponentID {
	switch {
	case f.From != end && f.To != end:
		return nil
	case f.Nature == models.RegistrationFlow && f.From == end:
		return append(slices.Clone(f.Via), f.To)
	}
	return f.Via
}

func (g *grounding) addressTuples(emit emitter) {
	for i := range g.system.Components {
		c := &g.system.Components[i]
		if len(c.Addresses) == 0 {
			continue
		}
		for _, f := range g.out.Ways.FlowsAt(c.ID) {
			if f.Closed {
				continue
			}
			for _, relay := range relaysOf(f, c.ID) {
				for _, d := range c.Addresses {
					emit(string(c.ID), string(relay), string(d))
				}
			}
		}
	}
}

// rendezvousTuples pairs each registration of a component at a relay with the flows into that component through the
// relay, and each data item that such a flow carries or is authorised by: what whoever is registered receives.
func (g *grounding) rendezvousTuples(emit emitter) {
	into := map[models.ComponentID][]*models.Flow{} // of those that register
	for _, r := range g.openFlows() {
		if r.Nature != models.RegistrationFlow {
			continue
		}
		if _, known := into[r.From]; !known {
			into[r.From] = g.out.Ways.FlowsInto(r.From)
		}
		for _, f := range into[r.From] {
			if f.Closed || !slices.Contains(f.Via, r.To) {
				continue
			}
			for _, d := range slices.Concat(f.Carries, f.Credentials) {
				emit(string(r.ID), string(f.ID), string(d), string(r.To), string(r.From))
			}
		}
	}
}

func (g *grounding) responsibilityTuples(emit emitter) {
	for i := range g.system.Stakeholders {
		s := &g.system.Stakeholders[i]
		for _, d := range models.Duties() {
			for _, c := range s.Of(d) {
				emit(string(s.ID), string(c), string(d))
			}
		}
	}
}

func (g *grounding) safeguardTuples(relation models.RelationID, emit emitter) {
	for _, s := range g.system.Safeguards {
		id := string(s.ID)
		switch {
		case relation == "safeguard":
			emit(id)
		case relation == "protection" && s.Host != "":
			emit(id, string(s.Host))
		case relation == "trip":
			for _, c := range s.Stops {
				emit(id, string(c))
			}
		case relation == "remote_protection" && s.Flow != "":
			for _, n := range g.model.flows[s.Flow].Way() {
				emit(id, string(s.Flow), string(n))
			}
		}
	}
}
