package margins_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/analysis/margins"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// found returns the margins of a system.
func found(t interface{ Fatal(...any) }, s *models.System, c *models.Catalog) []models.Margin {
	r, err := analysis.Run(context.Background(), s, c, []analysis.Analysis{levels.Analysis, margins.Analysis}, analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Margins
}

func knowledge(t testing.TB) *models.Catalog {
	t.Helper()
	c, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func heater(t testing.TB) *models.System {
	return analysistest.Load(t, os.DirFS("../../testdata/usecases/gas-water-heater"), ".")
}

// What no attacker brings about at the gas water heater rests on its mechanical and hardwired devices, of which fire wants
// both to fail.
func TestHeaterRestsOnItsDevices(t *testing.T) {
	want := map[models.EffectID]string{
		"gas_explosion":   "1 [[defeated(flame_failure_device)]]",
		"carbon_monoxide": "1 [[defeated(sealed_flue)]]",
		"fire":            "2 [[defeated(dry_firing_device) defeated(overheat_device)]]",
	}
	attackers := map[models.EffectID]int{}
	system := heater(t)
	for _, m := range found(t, system, knowledge(t)) {
		if m.Reading != models.Assessed || !slices.ContainsFunc(system.Attackers, func(p models.Profile) bool { return p.ID == m.Profile }) {
			continue
		}
		if text, known := want[m.Effect]; known {
			attackers[m.Effect]++
			if got := fmt.Sprint(m.Depth, m.RestsOn); got != text || m.Bound || m.Standing != models.DoesNot {
				t.Errorf("%s by %s: %s, %s, want %s", m.Effect, m.Profile, got, m.Standing, text)
			}
		} else if m.Standing != models.StandsOpen && m.Standing != models.Settled {
			t.Errorf("%s by %s: %s", m.Effect, m.Profile, m.Standing)
		}
	}
	for e := range want {
		if attackers[e] != 5 {
			t.Errorf("%s: asked of %d attackers, want 5", e, attackers[e])
		}
	}
}

// Raising the properties that are named first keeps a consequence from coming about, where they are all that is needed;
// and no smaller set of properties does.
func TestRaisesAreLeast(t *testing.T) {
	known := knowledge(t)
	seen := map[int]int{}
	rapid.Check(t, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 4})
		system.Measures = nil
		for _, m := range found(rt, system, known) {
			if m.Bound || m.Standing != models.StandsOpen && m.Standing != models.Settled || profile(system, m.Profile) == nil {
				continue
			}
			all := tested(rt, system, known)
			switch {
			case m.Raise == 0:
				if occurs(rt, raised(system, all), known, m) {
					continue
				}
				rt.Fatalf("%s by %s: raising everything keeps it from coming about, and nothing is named", m.Effect, m.Profile)
			case len(m.DoFirst) < m.Raise:
				rt.Fatalf("%s by %s: %d to raise, of %v", m.Effect, m.Profile, m.Raise, m.DoFirst)
			case m.Raise == 1:
				for _, f := range m.DoFirst {
					if occurs(rt, raised(system, []models.Fact{f}), known, m) {
						rt.Fatalf("%s by %s: comes about with %s raised", m.Effect, m.Profile, f)
					}
				}
				for _, f := range all {
					if !slices.Contains(m.DoFirst, f) && !occurs(rt, raised(system, []models.Fact{f}), known, m) {
						rt.Fatalf("%s by %s: %s keeps it from coming about, too", m.Effect, m.Profile, f)
					}
				}
			default:
				if occurs(rt, raised(system, m.DoFirst), known, m) {
					rt.Fatalf("%s by %s: comes about with all of %v raised", m.Effect, m.Profile, m.DoFirst)
				}
				for _, f := range all {
					if !occurs(rt, raised(system, []models.Fact{f}), known, m) {
						rt.Fatalf("%s by %s: %s alone is enough, not %d", m.Effect, m.Profile, f, m.Raise)
					}
				}
			}
			seen[min(m.Raise, 3)]++
		}
	})
	if seen[1] == 0 || seen[2]+seen[3] == 0 {
		t.Errorf("margins seen, by what has to be raised: %v", seen)
	}
}

func profile(s *models.System, id models.ProfileID) *models.Profile {
	for i := range s.Attackers {
		if s.Attackers[i].ID == id {
			return &s.Attackers[i]
		}
	}
	return nil
}

// tested lists the properties of a system that can be raised.
func tested(t *rapid.T, s *models.System, c *models.Catalog) []models.Fact {
	open, err := ground.Open(s, c)
	if err != nil {
		t.Fatal(err)
	}
	var out []models.Fact
	_, properties := open.Raised()
	for _, p := range properties {
		out = append(out, models.Fact{State: models.StateWeak, Subject: p.Subject + "." + string(p.Property)})
	}
	return out
}

// raised returns a system with properties that withstand the most able attacker.
func raised(s *models.System, properties []models.Fact) *models.System {
	out := *s
	out.Components, out.Flows, out.Data = slices.Clone(s.Components), slices.Clone(s.Flows), slices.Clone(s.Data)
	set := func(id string, p *models.Properties) {
		known := models.Properties{}
		for k, v := range *p {
			known[k] = v
		}
		for _, f := range properties {
			if of, property, _ := strings.Cut(f.Subject, "."); of == id {
				known[models.PropertyID(property)] = models.ResistHigh
			}
		}
		*p = known
	}
	for i := range out.Components {
		set(string(out.Components[i].ID), &out.Components[i].Properties)
	}
	for i := range out.Flows {
		set(string(out.Flows[i].ID), &out.Flows[i].Properties)
	}
	for i := range out.Data {
		set(string(out.Data[i].ID), &out.Data[i].Properties)
	}
	return &out
}

func occurs(t *rapid.T, s *models.System, c *models.Catalog, m models.Margin) bool {
	grounded, err := ground.New(s, c)
	if err != nil {
		t.Fatal(err)
	}
	goal, there := grounded.Fact(models.Fact{State: models.StateOccurred, Subject: string(m.Effect)})
	sel := grounded.Select(ground.Query{Reading: m.Reading, Profiles: []models.ProfileID{m.Profile}})
	return there && graph.Reach(grounded.Graph, sel).Holds(goal)
}

func BenchmarkMargins(b *testing.B) {
	known, system := knowledge(b), heater(b)
	for b.Loop() {
		found(b, system, known)
	}
}
