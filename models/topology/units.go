package topology

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Units tells what of a system is there many times: once at each site, or for each user. What lies in a zone of several
// sites is, and so are copies that share no network of a single site with each other and lie at no place that is counted as one
// site, and all that belongs to either. A nil one has nothing of the kind.
type Units struct {
	ways       *Ways
	components []bool // by place
	services   []bool // by place: what there is one of, for many users
	flows      map[models.FlowID]bool
	data       map[models.DataID]bool
	parties    map[models.StakeholderID]bool
	safeguards map[models.SafeguardID]bool
	effects    map[models.EffectID]bool
	whole      map[models.EffectID]bool // those of all units together
}

// Units finds what is there many times; nil where nothing is.
func (w *Ways) Units() *Units {
	u := &Units{ways: w, components: make([]bool, len(w.System.Components)), services: make([]bool, len(w.System.Components))}
	if !u.findComponents() && !slices.ContainsFunc(w.System.Components, func(c models.Component) bool { return c.Users == models.ManyUsers }) {
		return nil
	}
	u.findFlows()
	u.findServices()
	u.findData()
	u.findParties()
	u.findConsequences()
	return u
}

// findComponents tells whether there are any.
func (u *Units) findComponents() (any bool) {
	sites := u.sites()
	for i := range u.ways.System.Components {
		c := &u.ways.System.Components[i]
		u.components[i] = sites[c.Zone] || c.Installations > 1 && !u.counted(c.Zone) && !slices.ContainsFunc(u.ways.Attached(c.ID), func(n models.ComponentID) bool { return u.single(n, sites) })
		any = any || u.components[i]
	}
	for i := range u.components {
		if !u.components[i] {
			continue
		}
		for _, part := range u.ways.BuiltIn(u.ways.System.Components[i].ID) {
			at, _ := u.ways.Place(part)
			u.components[at] = true
		}
	}
	return any
}

// sites are the zones of which there are several, and those within them.
func (u *Units) sites() map[models.ZoneID]bool {
	several := map[models.ZoneID]bool{}
	for _, z := range u.ways.System.Zones {
		several[z.ID] = z.Installations > 1
	}
	out := map[models.ZoneID]bool{}
	for _, z := range u.ways.System.Zones {
		out[z.ID] = slices.ContainsFunc(u.ways.ZonePath(z.ID), func(around models.ZoneID) bool { return several[around] })
	}
	return out
}

// single tells whether a network is one of one site: all that is attached to it shares it.
func (u *Units) single(network models.ComponentID, sites map[models.ZoneID]bool) bool {
	n := u.ways.Component(network)
	return n != nil && !sites[n.Zone] && n.Installations <= 1 && !u.ways.catalog.IsA(n.Kind, models.WideNetworkKind)
}

// WhoShare lists the copies that are taken to share a network of a single site where the model leaves open how many sites
// there are, each with the first such network.
func (w *Ways) WhoShare() []Attachment {
	u := &Units{ways: w}
	sites := u.sites()
	var out []Attachment
	for i := range w.System.Components {
		c := &w.System.Components[i]
		if c.Installations <= 1 || sites[c.Zone] || u.counted(c.Zone) {
			continue
		}
		for _, n := range w.Attached(c.ID) {
			if u.single(n, sites) && !u.counted(w.Component(n).Zone) {
				out = append(out, Attachment{c.ID, n})
				break
			}
		}
	}
	return out
}

// counted tells whether the model says of how many sites a zone is.
func (u *Units) counted(zone models.ZoneID) bool {
	stated := func(id models.ZoneID) bool {
		return slices.ContainsFunc(u.ways.System.Zones, func(z models.Zone) bool { return z.ID == id && z.Installations > 0 })
	}
	return slices.ContainsFunc(u.ways.ZonePath(zone), stated)
}

func (u *Units) component(id models.ComponentID) bool {
	at, known := u.ways.Place(id)
	return known && u.components[at]
}

func (u *Units) service(id models.ComponentID) bool {
	at, known := u.ways.Place(id)
	return known && u.services[at]
}

func (u *Units) findFlows() {
	u.flows = map[models.FlowID]bool{}
	for i := range u.ways.System.Flows {
		if f := &u.ways.System.Flows[i]; u.component(f.From) || u.component(f.To) {
			u.flows[f.ID] = true
		}
	}
}

// findServices finds the single servers with many users: those that say so, and those with a flow from or to what there is
// many of, unless they say that one user has them.
func (u *Units) findServices() {
	for i := range u.ways.System.Components {
		c := &u.ways.System.Components[i]
		if u.components[i] || !u.ways.catalog.IsA(c.Kind, models.ServerKind) {
			continue
		}
		u.services[i] = c.Users == models.ManyUsers ||
			c.Users == "" && slices.ContainsFunc(u.ways.FlowsAt(c.ID), func(f *models.Flow) bool { return u.flows[f.ID] })
	}
}

// findData finds what each unit has of its own: what units store or send, and what is about people.
func (u *Units) findData() {
	u.data = map[models.DataID]bool{}
	for i := range u.ways.System.Components {
		if !u.components[i] {
			continue
		}
		c := &u.ways.System.Components[i]
		for _, d := range slices.Concat(c.Stores, c.Addresses) {
			u.data[d] = true
		}
	}
	for i := range u.ways.System.Flows {
		f := &u.ways.System.Flows[i]
		if !u.component(f.From) {
			continue
		}
		for _, d := range slices.Concat(f.Carries, f.Credentials) {
			u.data[d] = true
		}
	}
	for i := range u.ways.System.Data {
		d := &u.ways.System.Data[i]
		if s := u.ways.catalog.Sensitivity(d.Sensitivity); s != nil && s.Personal {
			u.data[d.ID] = true
		}
		if d.Shared {
			delete(u.data, d.ID)
		}
	}
}

// findParties finds those of whom each has an endpoint of its own.
func (u *Units) findParties() {
	u.parties = map[models.StakeholderID]bool{}
	for i := range u.ways.System.Stakeholders {
		s := &u.ways.System.Stakeholders[i]
		for _, id := range slices.Concat(s.Uses, s.Owns) {
			if c := u.ways.Component(id); c != nil && u.component(id) && u.ways.catalog.IsA(c.Kind, models.EndpointKind) {
				u.parties[s.ID] = true
			}
		}
	}
}

// findConsequences finds the effects that name something of which there is much, by other effects, too, and the safeguards
// that belong to it or guard such an effect.
func (u *Units) findConsequences() {
	u.effects, u.whole, u.safeguards = map[models.EffectID]bool{}, map[models.EffectID]bool{}, map[models.SafeguardID]bool{}
	for i := range u.ways.System.Effects {
		u.whole[u.ways.System.Effects[i].ID] = u.ways.System.Effects[i].Of == models.AllUnits
	}
	for i := range u.ways.System.Safeguards {
		s := &u.ways.System.Safeguards[i]
		u.safeguards[s.ID] = u.component(s.Host) || u.flows[s.Flow] ||
			slices.ContainsFunc(s.Senses, func(id string) bool { return u.flows[models.FlowID(id)] || u.component(models.ComponentID(id)) })
	}
	guarded := map[string]bool{} // targets of safeguards, as they write them
	for d := range u.data {
		guarded[models.DisclosurePrefix+string(d)] = true
	}
	for found := true; found; {
		found = false
		for i := range u.ways.System.Effects {
			e := &u.ways.System.Effects[i]
			if !u.effects[e.ID] && slices.ContainsFunc(e.Causes.Facts(), u.Many) {
				u.effects[e.ID], found = true, true
				for _, target := range targetsIn(e) {
					guarded[target] = true
				}
			}
		}
		for i := range u.ways.System.Safeguards {
			s := &u.ways.System.Safeguards[i]
			if !u.safeguards[s.ID] && slices.ContainsFunc(s.Guards, func(target string) bool { return guarded[target] }) {
				u.safeguards[s.ID], found = true, true
			}
		}
	}
}

// targetsIn lists what a safeguard of an effect may write that it guards.
func targetsIn(e *models.Effect) []string {
	out := []string{string(e.ID)}
	for node := range e.Causes.Nodes() {
		if node.ID != "" {
			out = append(out, node.ID, string(e.ID)+"."+node.ID)
		}
	}
	return out
}

// effect tells whether there is one effect for each unit: one that is of all units together is one.
func (u *Units) effect(path string) bool {
	id, _, _ := strings.Cut(path, ".")
	if whole, written := u.whole[models.EffectID(id)]; written {
		return u.effects[models.EffectID(id)] && !whole
	}
	data, derived := strings.CutPrefix(id, models.DisclosurePrefix)
	return derived && u.data[models.DataID(data)]
}

// Many tells whether a fact is about one of several: there is one for each unit.
func (u *Units) Many(f models.Fact) bool {
	if u == nil {
		return false
	}
	state := u.ways.catalog.State(f.State)
	return state != nil && (u.Several(state.Of, f.Subject) || state.OfUsers && u.service(models.ComponentID(f.Subject)))
}

// Several tells whether there is one such element in each unit. Of an effect it may be asked by the path of a cause.
func (u *Units) Several(sort models.Sort, id string) bool {
	if u == nil {
		return false
	}
	switch sort {
	case models.ComponentSort:
		return u.component(models.ComponentID(id))
	case models.FlowSort:
		return u.flows[models.FlowID(id)]
	case models.DataSort:
		return u.data[models.DataID(id)]
	case models.StakeholderSort:
		return u.parties[models.StakeholderID(id)]
	case models.SafeguardSort:
		return u.safeguards[models.SafeguardID(id)]
	case models.EffectSort, models.CauseSort:
		return u.effect(id)
	}
	return false
}

// Serves tells whether there is one of a component, which many users have each for themselves.
func (u *Units) Serves(id models.ComponentID) bool { return u != nil && u.service(id) }
