package ground_test

import (
	"errors"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/models/modeltest"
)

// The stream hands over just what the attack graph holds, in its order.
func TestStreamEqualsGraph(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range usecases(t) {
		t.Run(string(s.ID), func(t *testing.T) {
			whole, err := ground.New(s, known)
			if err != nil {
				t.Fatal(err)
			}
			var want, got []ground.Instance
			for r := range graph.RuleID(whole.Graph.NumRules()) {
				want = append(want, whole.Instance(r))
			}
			streamed, err := ground.Stream(s, known, func(i ground.Instance) error { got = append(got, i); return nil })
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("graph and stream differ (-graph +stream):\n%s", d)
			}
			if d := cmp.Diff(whole.Effects, streamed.Effects); d != "" {
				t.Errorf("effects differ (-graph +stream):\n%s", d)
			}
		})
	}
}

func TestStreamEndsAtTheFirstError(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	full, calls := errors.New("full"), 0
	_, err = ground.Stream(usecases(t)[0], known, func(ground.Instance) error { calls++; return full })
	if !errors.Is(err, full) || calls != 1 {
		t.Errorf("%d calls and error %v, want 1 and %v", calls, err, full)
	}
}

// What an instance says of itself is what Select makes of it.
func TestInstancesTellTheirSelections(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range usecases(t) {
		c, err := ground.New(s, known)
		if err != nil {
			t.Fatal(err)
		}
		queries := []ground.Query{{Reading: models.Assessed, Asset: s.Components[0].ID}}
		for _, reading := range models.ReadingIDs() {
			for _, p := range ground.Profiles(c.System) {
				queries = append(queries, ground.Query{Reading: reading, Profiles: []models.ProfileID{p.ID}})
			}
		}
		for _, q := range queries {
			sel := c.Select(q)
			for r := range graph.RuleID(c.Graph.NumRules()) {
				if i := c.Instance(r); sel.Enabled(r) != takesPart(c, i, q) {
					t.Errorf("%s in %+v: enabled %v, and it says of itself %+v", i.Instance, q, sel.Enabled(r), i)
				}
			}
		}
	}
}

func takesPart(c *ground.Case, i ground.Instance, q ground.Query) bool {
	malicious := q.Asset != "" || slices.ContainsFunc(ground.Profiles(c.System), func(p models.Profile) bool {
		return p.Kind.Malicious() && slices.Contains(q.Profiles, p.ID)
	})
	removed := q.Reading == models.Residual && slices.ContainsFunc(i.BlockedBy, func(id models.MeasureID) bool {
		return slices.ContainsFunc(c.System.Measures, func(m models.Measure) bool { return m.ID == id && m.Status.InForce() })
	})
	switch {
	case i.Probability == 0, removed,
		i.Inherent && q.Reading != models.Inherent,
		i.Malicious && !malicious,
		i.Profile != "" && !slices.Contains(q.Profiles, i.Profile),
		i.Asset != "" && i.Asset != q.Asset:
		return false
	}
	return true
}

func usecases(t *testing.T) []*models.System {
	t.Helper()
	var out []*models.System
	for _, c := range modeltest.Cases(t, "../..") {
		model, err := load.Load(formats.All(), load.Source{Files: os.DirFS(c.Folder), Name: "model.yaml", Shown: c.Folder})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, model.System)
	}
	return out
}
