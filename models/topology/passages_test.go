package topology_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// joined is a component of a kind on three networks, of which one is wide.
func joined(kind models.KindID, passes []models.Passage) *models.System {
	return &models.System{
		ID: "joined",
		Components: []models.Component{
			{ID: "wide", Kind: "wide_network"}, {ID: "office", Kind: "local_network", Separate: []id{"lab", "wide"}}, {ID: "floor", Kind: "field_network"},
			{ID: "lab", Kind: "local_network", Separate: []id{"office"}},
			{ID: "gate", Kind: kind, On: []id{"wide", "office", "floor"}, Passes: passes},
		},
	}
}

func TestPassages(t *testing.T) {
	for _, c := range []struct {
		name   string
		kind   models.KindID
		passes []models.Passage
		want   []string // those that traffic gets through
		all    int
	}{
		{"a router", "router", nil, []string{"office→wide", "office→floor", "floor→wide", "floor→office"}, 6},
		{"a switch", "switch", nil, []string{"office→wide", "office→floor", "floor→wide", "floor→office"}, 6},
		{"a firewall", "firewall", nil, nil, 6},
		{"a gateway", "iot_gateway", nil, nil, 6},
		{"a controller", "plc", nil, nil, 6},
		{"a computer joins nothing", "computer", nil, nil, 0},
		{"nothing", "router", []models.Passage{}, nil, 6},
		{"as stated", "firewall", []models.Passage{{From: "wide", To: "floor"}}, []string{"wide→floor"}, 6},
	} {
		w := topology.New(joined(c.kind, c.passes)).Ways(known(t))
		var got []string
		for _, p := range w.Passages() {
			if p.Stated != (c.passes != nil) {
				t.Errorf("%s: %s → %s is stated: %t", c.name, p.From, p.To, p.Stated)
			}
			if p.Passed {
				got = append(got, fmt.Sprint(p.From, "→", p.To))
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: passed (-want +got):\n%s", c.name, diff)
		}
		if all := len(w.Passages()); all != c.all || w.CountPassages() != c.all {
			t.Errorf("%s: %d passages, counted %d, want %d", c.name, all, w.CountPassages(), c.all)
		}
	}
}

// What two networks state of each other is one separation, whichever of them states it.
func TestSeparations(t *testing.T) {
	want := []topology.Separation{{A: "lab", B: "office"}, {A: "office", B: "wide"}}
	if got := topology.New(joined("router", nil)).Separations(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A flow opens the gateways on the way of each of its sessions, from the side of the end that opens them.
func TestOpenings(t *testing.T) {
	components := []models.Component{
		{ID: "wide", Kind: "wide_network"}, {ID: "home", Kind: "local_network"}, {ID: "dmz", Kind: "local_network"}, {ID: "floor", Kind: "field_network"},
		{ID: "router", Kind: "router"}, {ID: "fire", Kind: "firewall"}, {ID: "relay", Kind: "relay_service"}, {ID: "jump", Kind: "jump_host"},
		{ID: "phone", Kind: "smartphone"}, {ID: "camera", Kind: "camera"}, {ID: "plc", Kind: "plc"},
	}
	registration := models.Flow{ID: "register", From: "camera", To: "relay", Nature: models.RegistrationFlow}
	for _, c := range []struct {
		name string
		flow models.Flow
		more []models.Flow
		want []string
	}{
		{"one gateway", models.Flow{From: "phone", To: "plc", Via: []id{"home", "router", "floor"}}, nil, []string{"router home plc"}},
		{"opened from behind", models.Flow{From: "phone", To: "plc", Via: []id{"home", "router", "floor"}, OpenedBy: "plc"}, nil, []string{"router floor phone"}},
		{"two gateways", models.Flow{From: "phone", To: "plc", Via: []id{"home", "router", "wide", "fire", "floor"}}, nil, []string{"router home plc", "fire wide plc"}},
		{"networks without a gateway between", models.Flow{From: "phone", To: "plc", Via: []id{"home", "wide", "fire", "floor"}}, nil, []string{"fire wide plc", "fire home plc"}},
		{"a gateway with no network before it", models.Flow{From: "phone", To: "plc", Via: []id{"router", "floor"}}, nil, nil},
		{"switched off", models.Flow{From: "phone", To: "plc", Via: []id{"home", "router", "floor"}, Closed: true}, nil, nil},
		{
			"a session ends at a jump host, which opens the next", models.Flow{From: "phone", To: "plc", Via: []id{"wide", "router", "dmz", "jump", "dmz", "fire", "floor"}}, nil,
			[]string{"router wide jump", "fire dmz plc"},
		},
		{"a relay opens the router", models.Flow{From: "phone", To: "camera", Via: []id{"wide", "relay", "wide", "router", "home"}}, nil, []string{"router wide camera"}},
		{"unless the receiver is registered there", models.Flow{From: "phone", To: "camera", Via: []id{"wide", "relay", "wide", "router", "home"}}, []models.Flow{registration}, nil},
	} {
		c.flow.ID, c.flow.Nature = "f", models.CommandFlow
		var got []string
		w := topology.New(&models.System{Components: components, Flows: append(c.more, c.flow)}).Ways(known(t))
		for _, o := range w.Openings() {
			got = append(got, fmt.Sprint(o.Gateway, " ", o.Network, " ", o.To))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
