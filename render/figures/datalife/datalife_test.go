package datalife_test

import (
	"slices"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/datalife"
	"github.com/harmpath/harmpath/render/rendertest"
)

// scene is the first way to draw one of the figures of a case.
func scene(t *testing.T, r *models.Result, id string) *diagram.Scene {
	t.Helper()
	for _, f := range datalife.Figures(caseview.New(r, models.English, diagram.Light)) {
		if f.ID == id {
			return f.Scenes[0].Scene
		}
	}
	t.Fatalf("there is no figure %s", id)
	return nil
}

// A case without events has no such figures.
func TestNoEvents(t *testing.T) {
	if got := datalife.Figures(caseview.New(rendertest.Case(), models.English, diagram.Light)); len(got) > 0 {
		t.Errorf("%d figures", len(got))
	}
}

// TestLifecycle: each step adds to the one before it.
func TestLifecycle(t *testing.T) {
	r := rendertest.Lives()
	for _, test := range []struct {
		id                  string
		zones, nodes, edges int
		lines               int // of the label of the account's box
	}{
		{"lifecycle-events", 0, 4, 3, 1},
		{"lifecycle-fields", 2, 4, 3, 1},
		{"lifecycle-attributes", 2, 4, 3, 6},
		{"lifecycle-risks", 2, 6, 6, 6},
	} {
		s := scene(t, r, test.id)
		if len(s.Zones) != test.zones || len(s.Nodes) != test.nodes || len(s.Edges) != test.edges {
			t.Errorf("%s: %d zones, %d nodes, %d edges, want %d, %d, %d", test.id, len(s.Zones), len(s.Nodes), len(s.Edges), test.zones, test.nodes, test.edges)
		}
		at := slices.IndexFunc(s.Nodes, func(n diagram.Node) bool { return n.ID == "data-account" })
		if len(s.Nodes[at].Label) != test.lines {
			t.Errorf("%s: the account says %v", test.id, s.Nodes[at].Label)
		}
	}
}

// TestFieldsNest: a field whose data all lie in another one is drawn inside it; where fields overlap, data of the same fields are
// framed together, and an event stands in the innermost frame around all its data.
func TestFieldsNest(t *testing.T) {
	r := rendertest.Lives()
	s := scene(t, r, "lifecycle-fields")
	outer, inner := s.Zones[0], s.Zones[1]
	if outer.Caption != "Field: Rules of the vendor" || inner.Caption != "Field: Privacy act" || inner.Parent != outer.ID {
		t.Errorf("%+v", s.Zones)
	}
	zones := map[string]string{}
	for _, n := range s.Nodes {
		zones[n.ID] = n.Zone
	}
	want := map[string]string{"data-account": inner.ID, "data-habits": outer.ID, "event-registering": inner.ID, "event-profiling": outer.ID}
	for id, zone := range want {
		if zones[id] != zone {
			t.Errorf("%s stands in %q, want %q", id, zones[id], zone)
		}
	}

	r.System.Data[1].Fields = []models.FieldID{"law"}
	r.System.Data = append(r.System.Data, models.Data{ID: "bills", Name: models.Plain("Bills"), Fields: []models.FieldID{"vendor_rules"}})
	r.System.Events[1].From = append(r.System.Events[1].From, "bills")
	s = scene(t, r, "lifecycle-fields")
	var captions []string
	for _, z := range s.Zones {
		captions = append(captions, z.Caption)
		if z.Parent != "" {
			t.Errorf("%q lies in %q", z.Caption, z.Parent)
		}
	}
	if want := []string{"Field: Privacy act, Rules of the vendor", "Field: Privacy act", "Field: Rules of the vendor"}; !slices.Equal(captions, want) {
		t.Errorf("%q, want %q", captions, want)
	}
}
