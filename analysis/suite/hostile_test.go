package suite_test

import (
	"context"
	"testing"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/modeltest"
)

// TestHostileModels analyses small models of every hostile sort: each passes its checks, and a cut never makes a level lower or a
// consequence unreachable.
func TestHostileModels(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range modeltest.Hostiles() {
		t.Run(h.Name, func(t *testing.T) {
			system := h.System(min(12, h.Size))
			if problems := check.System(system, known); len(problems) > 0 {
				t.Fatal(problems)
			}
			whole, err := analysis.Run(t.Context(), system, known, suite.All(), analysis.Options{})
			if err != nil {
				t.Fatal(err)
			}
			cut, err := analysis.Run(t.Context(), system, known, suite.All(), analysis.Options{Work: 1})
			if err != nil {
				t.Fatal(err)
			}
			neverLower(t, whole, cut)
		})
	}
}

// neverLower compares a result with another that must not make anything look safer.
func neverLower(t *testing.T, whole, other *models.Result) {
	t.Helper()
	for _, reading := range models.ReadingIDs() {
		x, y := whole.Levels.Published.In(reading), other.Levels.Published.In(reading)
		if y.Recovery.Level < x.Recovery.Level || y.Economic.Max < x.Economic.Max {
			t.Errorf("%s: the levels fall from %v to %v", reading, x, y)
		}
		for i := range whole.Consequences {
			if whole.Consequences[i].Reachable.In(reading).Reachable && !other.Consequences[i].Reachable.In(reading).Reachable {
				t.Errorf("%s: %s is no longer reachable", reading, whole.Consequences[i].Effect)
			}
		}
	}
}

// TestVeryManyProfiles: what each of many brings about alone is told as that of all together, named as a bound.
func TestVeryManyProfiles(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	system := modeltest.AttackersApart(230)
	if problems := check.System(system, known); len(problems) > 0 {
		t.Fatal(problems)
	}
	r, err := analysis.Run(context.Background(), system, known, suite.All(), analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(r.System.Attackers); n != 200 {
		t.Errorf("%d attackers are followed, want 200", n)
	}
	if len(r.Limits) == 0 || r.Limits[0].Question != "profiles" {
		t.Errorf("the first limit is %v", r.Limits)
	}
	for i := range r.Consequences {
		c := &r.Consequences[i]
		want := system.Attackers[min(i, 199)].ID
		if i >= 199 {
			want = "other_attackers"
		}
		if by := c.Reachable.Assessed.By; len(by) != 1 || by[0] != want {
			t.Errorf("%s is brought about by %v, want %s", c.Effect, by, want)
		}
	}
}
