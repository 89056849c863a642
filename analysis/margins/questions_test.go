package margins_test

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// Where all properties of a set that decides are there, what it says comes true; where one of them is left open, it does not.
func TestSetsDecide(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	levels, together := 0, 0
	analysistest.CheckUntil(t, func() bool { return levels > 0 && together > 0 }, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 12})
		r := analysed(rt, system, known)
		asked := map[models.PropertyRef]bool{}
		for _, q := range r.Questions {
			for _, ref := range q.Unknown {
				if asked[ref] {
					rt.Fatalf("%s is asked twice", ref)
				}
				asked[ref] = true
			}
		}
		for _, d := range r.Deciding {
			for _, ref := range d.Unknown {
				if !asked[ref] {
					rt.Fatalf("%s decides and is not asked", ref)
				}
			}
			if !d.Given || d.Bound || len(d.Unknown) > 3 {
				continue
			}
			if !comesTrue(rt, system, known, d, d.Unknown) {
				rt.Fatalf("%+v does not come true", d)
			}
			for i := range d.Unknown {
				if comesTrue(rt, system, known, d, slices.Delete(slices.Clone(d.Unknown), i, i+1)) {
					rt.Fatalf("%+v comes true without %s", d, d.Unknown[i])
				}
			}
			if d.Level != nil {
				levels++
			}
			if len(d.Unknown) > 1 {
				together++
			}
		}
	})
}

// comesTrue tells whether what a set decides is so where some properties withstand everybody.
func comesTrue(t *rapid.T, system *models.System, known *models.Catalog, d models.Deciding, given []models.PropertyRef) bool {
	changed := *system
	changed.Components, changed.Flows, changed.Data = slices.Clone(system.Components), slices.Clone(system.Flows), slices.Clone(system.Data)
	for _, ref := range given {
		for i := range changed.Components {
			give(&changed.Components[i].Properties, ref, models.ComponentSort, string(changed.Components[i].ID))
		}
		for i := range changed.Flows {
			give(&changed.Flows[i].Properties, ref, models.FlowSort, string(changed.Flows[i].ID))
		}
		for i := range changed.Data {
			give(&changed.Data[i].Properties, ref, models.DataSort, string(changed.Data[i].ID))
		}
	}
	r := analysed(t, &changed, known)
	if d.Level != nil {
		got := r.Levels.Published.Assessed.Point()
		return got.Recovery <= d.Level.Recovery && got.Economic <= d.Level.Economic
	}
	for _, c := range r.Consequences {
		if c.Effect == d.Effect {
			return !slices.ContainsFunc(c.Reachable.Assessed.By, func(by models.ProfileID) bool {
				attacker := slices.ContainsFunc(system.Attackers, func(p models.Profile) bool { return p.ID == by })
				return attacker && (d.Profile == "" || d.Profile == by)
			})
		}
	}
	return true
}

func analysed(t *rapid.T, system *models.System, known *models.Catalog) *models.Result {
	r, err := analysis.Run(context.Background(), system, known, suite.All(), analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func give(held *models.Properties, ref models.PropertyRef, sort models.Sort, id string) {
	if ref.Type != sort || ref.Subject != id {
		return
	}
	out := models.Properties{ref.Property: models.ResistHigh}
	for p, r := range *held {
		if p != ref.Property {
			out[p] = r
		}
	}
	*held = out
}
