package review_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

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
		want   []string
	}{
		{"it fits", house(ids{"internet"}, ids{"internet", "lan"}, ids{"lan"}, "internet", "router", "lan"), nil},
		{
			"nothing is stated", house(nil, nil, nil, "internet", "router", "lan"),
			[]string{"attachment-unstated phone internet", "attachment-unstated router internet", "attachment-unstated router lan", "attachment-unstated heater lan"},
		},
		{
			"one side of the router is left out", house(ids{"internet"}, ids{"internet"}, ids{"lan"}, "internet", "router", "lan"),
			[]string{"way-has-a-gap f lan router"},
		},
		{
			"no router on the way", house(ids{"internet"}, ids{"internet", "lan"}, ids{"lan"}, "internet", "lan"),
			[]string{"way-has-a-gap f internet lan"},
		},
		{
			"no router on the way, and an end is elsewhere", house(ids{"lan"}, ids{"internet", "lan"}, ids{"lan"}, "internet", "lan"),
			[]string{"way-has-a-gap f internet lan", "way-has-a-gap f internet phone"},
		},
		{
			"the router is on one side, and no flow shows the other", house(nil, ids{"internet"}, ids{"lan"}),
			[]string{"gateway-with-one-side router"},
		},
		{"the router is on one side, and a wire leads on from there", house(ids{"internet"}, ids{"internet"}, ids{"lan"}, "router"), nil},
		{"nothing is on the way", house(nil, nil, nil), []string{"attached-to-nothing router"}},
	} {
		var found []string
		for _, f := range review.System(c.system, known(t)) {
			if slices.Contains([]string{"way-has-a-gap", "attached-to-nothing", "gateway-with-one-side", "attachment-unstated"}, f.Kind) {
				line := f.Kind
				for _, s := range f.Subjects {
					line += " " + s
				}
				found = append(found, line)
			}
		}
		if diff := cmp.Diff(c.want, found); diff != "" {
			t.Errorf("%s: findings (-want +got):\n%s", c.name, diff)
		}
	}
}
