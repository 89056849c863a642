package suite_test

import (
	"os"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/review"
)

// Whoever forgets an attachment never makes a case look better: no level is lower, no consequence is out of reach and no
// attack costs more. Where no way of a flow shows the attachment, so that this cannot be known, a finding names the
// component that is left with too few.
func TestForgottenAttachments(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	list := slices.DeleteFunc(suite.All(), func(a analysis.Analysis) bool { return a.Name != "levels" && a.Name != "paths" })
	for _, c := range modeltest.Cases(t, root) {
		t.Run(c.Name, func(t *testing.T) {
			system := analysistest.Load(t, os.DirFS(c.Folder), ".")
			whole := analysistest.Analyse(t, system, list)
			for i := range system.Components {
				for j, network := range system.Components[i].On {
					less := *system
					less.Components = slices.Clone(system.Components)
					left := &less.Components[i]
					left.On = slices.Delete(slices.Clone(left.On), j, j+1)
					better := looksBetter(whole, analysistest.Analyse(t, &less, list))
					if better != "" && !pointsAt(review.System(&less, known), left.ID) {
						t.Errorf("%s is not on %s: %s, and no finding points at it", left.ID, network, better)
					}
				}
			}
		})
	}
}

// pointsAt reports whether a finding says that a component has too few attachments.
func pointsAt(findings []models.Finding, id models.ComponentID) bool {
	return slices.ContainsFunc(findings, func(f models.Finding) bool {
		return (f.Kind == "attached-to-nothing" || f.Kind == "gateway-with-one-side") && f.Subjects[0] == string(id)
	})
}

// looksBetter says in what a result looks better than another one of almost the same case; "": in nothing.
func looksBetter(before, after *models.Result) string {
	for _, reading := range models.ReadingIDs() {
		was, is := before.Levels.Published.In(reading), after.Levels.Published.In(reading)
		if is.Recovery.Level < was.Recovery.Level || is.Economic.Max < was.Economic.Max {
			return "a level is lower in the reading " + string(reading)
		}
		for i := range before.Consequences {
			for _, profile := range before.Consequences[i].Reachable.In(reading).By {
				if !slices.Contains(after.Consequences[i].Reachable.In(reading).By, profile) {
					return string(before.Consequences[i].Effect) + " is out of reach of " + string(profile) + " in the reading " + string(reading)
				}
			}
		}
	}
	for i := range before.Consequences {
		for _, attack := range before.Consequences[i].Attacks {
			at := slices.IndexFunc(after.Consequences[i].Attacks, func(a models.Attack) bool {
				return a.Profile == attack.Profile && a.Reading == attack.Reading
			})
			if at >= 0 && least(after.Consequences[i].Attacks[at].Effort) > least(attack.Effort) {
				return "an attack of " + string(attack.Profile) + " on " + string(before.Consequences[i].Effect) + " costs more"
			}
		}
	}
	return ""
}

// least is what an attack costs at least, as far as that is known.
func least(f models.Figure) float64 {
	switch {
	case f.Value != nil:
		return *f.Value
	case f.Lower != nil:
		return *f.Lower
	}
	return 0
}
