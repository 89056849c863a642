package topology_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// house is a phone on the internet, a router, and a heater at home, as far as they state it.
//
//	phone ─ internet ─ router ─ lan ─ heater
func house(phone, router, heater []id, via ...id) *models.System {
	return &models.System{
		ID: "house",
		Components: []models.Component{
			{ID: "phone", Kind: "smartphone", On: phone}, {ID: "internet", Kind: "wide_network"}, {ID: "router", Kind: "router", On: router},
			{ID: "lan", Kind: "local_network"}, {ID: "heater", Kind: "appliance", On: heater},
		},
		Flows: []models.Flow{{ID: "f", From: "phone", To: "heater", Via: via, Nature: models.CommandFlow}},
	}
}

// shown lists the attachments that ways show beyond what is stated.
func shown(w *topology.Ways) []string {
	var out []string
	for i := range w.System.Components {
		name := w.System.Components[i].ID
		for _, network := range w.Attached(name)[len(w.Networks(name)):] {
			out = append(out, fmt.Sprint(name, " ", network))
		}
	}
	return out
}

func TestWays(t *testing.T) {
	for _, c := range []struct {
		name   string
		system *models.System
		shown  []string
		gaps   []string
	}{
		{"it fits", house([]id{"internet"}, []id{"internet", "lan"}, []id{"lan"}, "internet", "router", "lan"), nil, nil},
		{
			"nothing is stated", house(nil, nil, nil, "internet", "router", "lan"),
			[]string{"phone internet", "router internet", "router lan", "heater lan"}, nil,
		},
		{
			"one side of the router is left out", house([]id{"internet"}, []id{"internet"}, []id{"lan"}, "internet", "router", "lan"),
			[]string{"router lan"}, []string{"lan router"},
		},
		{
			"no router on the way", house([]id{"internet"}, []id{"internet", "lan"}, []id{"lan"}, "internet", "lan"),
			[]string{"phone lan", "heater internet"}, []string{"internet lan"},
		},
		{
			"no router on the way, and an end is elsewhere", house([]id{"lan"}, []id{"internet", "lan"}, []id{"lan"}, "internet", "lan"),
			[]string{"phone internet", "heater internet"}, []string{"internet lan", "internet phone"},
		},
	} {
		w := topology.New(c.system).Ways(known(t))
		var gaps []string
		for _, g := range w.Gaps {
			gaps = append(gaps, fmt.Sprint(g.Network, " ", g.Beside))
		}
		if diff := cmp.Diff(c.shown, shown(w)); diff != "" {
			t.Errorf("%s: attachments (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.gaps, gaps); diff != "" {
			t.Errorf("%s: gaps (-want +got):\n%s", c.name, diff)
		}
	}
}

// A closed flow does not detach, and a positioning signal is attached to nothing.
func TestWaysOfOtherFlows(t *testing.T) {
	s := house(nil, nil, nil, "internet", "router", "lan")
	s.Flows[0].Closed = true
	if got := len(topology.New(s).Ways(known(t)).Unstated); got != 4 {
		t.Errorf("%d attachments by a closed flow", got)
	}
	s.Components[0].Kind = models.PositioningSignalKind
	if got := len(topology.New(s).Ways(known(t)).Unstated); got != 3 {
		t.Errorf("%d attachments where a signal is sent", got)
	}
}

// Whatever is stated, each neighbor of each network on a way is attached in the end and to nothing else, being neighbors
// is mutual, and stating what was shown makes every gap but that between two networks go.
func TestWaysAreClosed(t *testing.T) {
	catalog := known(t)
	everyCase(t, func(t *rapid.T, s *models.System) {
		w := topology.New(s).Ways(catalog)
		is := func(name id, kind models.KindID) bool { return catalog.IsA(w.Component(name).Kind, kind) }
		want := map[string]bool{} // component and network that stand side by side on a way, or with networks alone between
		for i := range s.Flows {
			way := brute{s}.known(s.Flows[i].Way())
			for a := range way {
				for b := range way {
					between := way[min(a, b)+1 : max(a, b, min(a, b)+1)]
					if a != b && is(way[b], models.NetworkKind) && !is(way[a], models.NetworkKind) && !is(way[a], models.PositioningSignalKind) &&
						!slices.ContainsFunc(between, func(n id) bool { return !is(n, models.NetworkKind) }) {
						want[fmt.Sprint(way[a], " ", way[b])] = true
					}
				}
			}
		}
		for i := range s.Components {
			name := s.Components[i].ID
			for _, network := range w.Networks(name) {
				delete(want, fmt.Sprint(name, " ", network))
			}
		}
		got := shown(w)
		slices.Sort(got)
		if got = slices.Compact(got); len(got) != len(want) || slices.ContainsFunc(got, func(pair string) bool { return !want[pair] }) {
			t.Fatalf("shown %v, want %v", got, want)
		}
		stated := *s
		stated.Components = slices.Clone(s.Components)
		for i := range stated.Components {
			c := &stated.Components[i]
			c.On = w.Attached(c.ID)
			for j := range s.Components {
				other := s.Components[j].ID
				shares := slices.ContainsFunc(w.Attached(c.ID), func(n id) bool { return slices.Contains(w.Attached(other), n) })
				if w.Neighbors(c.ID, other) != shares || w.Neighbors(other, c.ID) != shares {
					t.Fatalf("%s and %s are neighbors: want %v", c.ID, other, shares)
				}
			}
		}
		again := topology.New(&stated).Ways(catalog)
		if len(shown(again))+len(again.Unstated) > 0 || slices.ContainsFunc(again.Gaps, func(g topology.Gap) bool { return !g.Between }) {
			t.Fatalf("%v %+v", shown(again), again.Gaps)
		}
	})
}
