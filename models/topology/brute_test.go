package topology_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/topology"
)

type id = models.ComponentID

func known(t testing.TB) *models.Catalog {
	t.Helper()
	c, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// tangle draws a system that no check has seen: ids that nothing has or that two have, parts and zones within
// themselves, ways that turn back.
func tangle(t *rapid.T) *models.System {
	names := []id{"a", "b", "c", "n", "m", "nobody"}
	some := func(what string) []id { return rapid.SliceOfN(rapid.SampledFrom(names), 0, 3).Draw(t, what) }
	s := &models.System{}
	for _, name := range rapid.SliceOfN(rapid.SampledFrom(names[:5]), 1, 6).Draw(t, "components") {
		kind := models.KindID("appliance")
		if name == "n" || name == "m" {
			kind = "local_network"
		}
		zone := rapid.SampledFrom([]models.ZoneID{"x", "y", "z", "nowhere"}).Draw(t, "zone")
		s.Components = append(s.Components, models.Component{ID: name, Kind: kind, Zone: zone, On: some("networks"), Parts: some("parts")})
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "flows") {
		s.Flows = append(s.Flows, models.Flow{
			ID: models.FlowID(fmt.Sprint("f", i)), From: rapid.SampledFrom(names).Draw(t, "from"), To: rapid.SampledFrom(names).Draw(t, "to"), Via: some("via"),
		})
	}
	for _, name := range rapid.SliceOfN(rapid.SampledFrom([]models.ZoneID{"x", "y", "z"}), 0, 4).Draw(t, "zones") {
		s.Zones = append(s.Zones, models.Zone{ID: name, Parent: rapid.SampledFrom([]models.ZoneID{"", "x", "y", "z", "nowhere"}).Draw(t, "parent")})
	}
	return s
}

// everyCase runs a law over drawn systems: tangled ones, and such as pass their checks.
func everyCase(t *testing.T, law func(*rapid.T, *models.System)) {
	t.Run("tangled", func(t *testing.T) { rapid.Check(t, func(rt *rapid.T) { law(rt, tangle(rt)) }) })
	anyCase := modeltest.AnyCase(known(t))
	t.Run("any", func(t *testing.T) {
		rapid.Check(t, func(rt *rapid.T) {
			law(rt, anyCase.Draw(rt, "case").System)
		})
	})
}

// brute reads a model without any index.
type brute struct{ *models.System }

// first is a component; the first of those with its id.
func (b brute) first(name id) *models.Component {
	for i := range b.Components {
		if b.Components[i].ID == name {
			return &b.Components[i]
		}
	}
	return nil
}

// there keeps the ids that some component has, each once.
func (b brute) there(names []id) []id {
	var out []id
	for _, name := range names {
		if b.first(name) != nil && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// of joins what the components of an id list: where two have one, both count.
func (b brute) of(name id, list func(*models.Component) []id) []id {
	var all []id
	for i := range b.Components {
		if b.Components[i].ID == name {
			all = append(all, list(&b.Components[i])...)
		}
	}
	return b.there(all)
}

func on(c *models.Component) []id    { return c.On }
func parts(c *models.Component) []id { return c.Parts }

// closure is all that can be reached from a component by a list.
func (b brute) closure(name id, list func(*models.Component) []id) map[id]bool {
	out := map[id]bool{name: true}
	for range b.Components {
		for i := range b.Components {
			if c := &b.Components[i]; out[c.ID] {
				for _, other := range b.there(list(c)) {
					out[other] = true
				}
			}
		}
	}
	delete(out, name)
	return out
}

// legs are the pairs that follow each other on the ways of flows, flow by flow.
func (b brute) legs() []topology.Leg {
	var out []topology.Leg
	for i := range b.Flows {
		f := &b.Flows[i]
		way := append(append([]id{f.From}, f.Via...), f.To)
		for hop := range len(way) - 1 {
			if b.first(way[hop]) != nil && b.first(way[hop+1]) != nil {
				out = append(out, topology.Leg{Flow: f, Hop: hop, From: way[hop], To: way[hop+1]})
			}
		}
	}
	return out
}

func said(legs []topology.Leg) string {
	out := ""
	for _, l := range legs {
		out += fmt.Sprintf("%s/%d %s→%s\n", l.Flow.ID, l.Hop, l.From, l.To)
	}
	return out
}

func same(set map[id]bool, list []id) bool {
	return len(set) == len(list) && !slices.ContainsFunc(list, func(name id) bool { return !set[name] })
}

// known keeps the ids that some component has, as often as they stand there.
func (b brute) known(names []id) []id {
	return slices.DeleteFunc(slices.Clone(names), func(name id) bool { return b.first(name) == nil })
}

func set(names []id) map[id]bool {
	out := map[id]bool{}
	for _, name := range names {
		out[name] = true
	}
	return out
}
