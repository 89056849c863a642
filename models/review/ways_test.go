package review_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/review"
)

// house is a phone on the internet, a router, and a heater at home, as far as they state it.
//
//	phone ─ internet ─ router ─ lan ─ heater
func house(phone, router, heater []models.ComponentID, via ...models.ComponentID) *models.System {
	return &models.System{
		ID: "house",
		Components: []models.Component{
			{ID: "phone", Kind: "smartphone", On: phone}, {ID: "internet", Kind: "wide_network"}, {ID: "router", Kind: "router", On: router},
			{ID: "lan", Kind: "local_network"}, {ID: "heater", Kind: "appliance", On: heater},
		},
		Flows: []models.Flow{{ID: "f", From: "phone", To: "heater", Via: via, Nature: models.CommandFlow}},
	}
}

type ids = []models.ComponentID

func TestWays(t *testing.T) {
	for _, c := range []struct {
		name   string
		system *models.System
		added  []string
		told   []string
	}{
		{"it fits", house(ids{"internet"}, ids{"internet", "lan"}, ids{"lan"}, "internet", "router", "lan"), nil, nil},
		{
			"nothing is stated", house(nil, nil, nil, "internet", "router", "lan"),
			[]string{"phone internet", "router internet", "router lan", "heater lan"},
			[]string{"attachment-unstated phone internet", "attachment-unstated router internet", "attachment-unstated router lan", "attachment-unstated heater lan"},
		},
		{
			"one side of the router is left out", house(ids{"internet"}, ids{"internet"}, ids{"lan"}, "internet", "router", "lan"),
			[]string{"router lan"}, []string{"way-has-a-gap f lan router"},
		},
		{
			"no router on the way", house(ids{"internet"}, ids{"internet", "lan"}, ids{"lan"}, "internet", "lan"),
			[]string{"heater internet", "phone lan"}, []string{"way-has-a-gap f internet lan"},
		},
		{
			"no router on the way, and an end is elsewhere", house(ids{"lan"}, ids{"internet", "lan"}, ids{"lan"}, "internet", "lan"),
			[]string{"phone internet", "heater internet"}, []string{"way-has-a-gap f internet lan", "way-has-a-gap f internet phone"},
		},
		{
			"the router is on one side, and no flow shows the other", house(nil, ids{"internet"}, ids{"lan"}),
			nil, []string{"gateway-with-one-side router"},
		},
		{"nothing is on the way", house(nil, nil, nil), nil, []string{"attached-to-nothing router"}},
	} {
		var added, told []string
		for _, a := range c.system.Ways(known(t)).Added {
			added = append(added, fmt.Sprint(a.Component, " ", a.Network))
		}
		for _, f := range review.System(c.system, known(t)) {
			if slices.Contains([]string{"way-has-a-gap", "attached-to-nothing", "gateway-with-one-side", "attachment-unstated"}, f.Kind) {
				line := f.Kind
				for _, s := range f.Subjects {
					line += " " + s
				}
				told = append(told, line)
			}
		}
		if diff := cmp.Diff(c.added, added); diff != "" {
			t.Errorf("%s: attachments (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.told, told); diff != "" {
			t.Errorf("%s: findings (-want +got):\n%s", c.name, diff)
		}
	}
}

// A closed flow does not detach, and a positioning signal is attached to nothing.
func TestWaysOfOtherFlows(t *testing.T) {
	s := house(nil, nil, nil, "internet", "router", "lan")
	s.Flows[0].Closed = true
	if got := len(s.Ways(known(t)).Added); got != 4 {
		t.Errorf("%d attachments by a closed flow", got)
	}
	s.Components[0].Kind = models.PositioningSignalKind
	if got := len(s.Ways(known(t)).Added); got != 3 {
		t.Errorf("%d attachments where a signal is sent", got)
	}
}

// Whatever is stated, each neighbour of each network on a way is attached in the end, and stating what was shown makes
// every gap but that between two networks go.
func TestWaysAreClosed(t *testing.T) {
	catalog := known(t)
	rapid.Check(t, func(t *rapid.T) {
		some := func(name string) ids {
			return rapid.SliceOfNDistinct(rapid.SampledFrom(ids{"internet", "lan"}), 0, 2, rapid.ID).Draw(t, name)
		}
		via := rapid.SliceOfNDistinct(rapid.SampledFrom(ids{"internet", "router", "lan"}), 0, 3, rapid.ID).Draw(t, "via")
		s := house(some("phone"), some("router"), some("heater"), via...)
		for _, a := range s.Ways(catalog).Added {
			at := slices.IndexFunc(s.Components, func(c models.Component) bool { return c.ID == a.Component })
			s.Components[at].On = append(s.Components[at].On, a.Network)
		}
		w := s.Ways(catalog)
		if len(w.Added) > 0 || slices.ContainsFunc(w.Gaps, func(g models.WayGap) bool { return !g.Between }) {
			t.Fatalf("%+v", w)
		}
		way := s.Flows[0].Way()
		for i, n := range way {
			if n != "internet" && n != "lan" {
				continue
			}
			for _, j := range []int{i - 1, i + 1} {
				at := slices.IndexFunc(s.Components, func(c models.Component) bool { return c.ID == way[j] })
				if way[j] != "internet" && way[j] != "lan" && !slices.Contains(s.Components[at].On, n) {
					t.Fatalf("%s is not attached to %s", way[j], n)
				}
			}
		}
	})
}
