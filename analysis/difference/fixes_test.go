package difference_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/difference"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/analysis/margins"
	"github.com/harmpath/harmpath/models"
)

// Over the shipped cases each property that a margin names as worth raising first is a fix that a comparison shows: the
// margin of everybody whose smallest sets it stands in moves, by one step or for good, and never for the worse.
func TestEachFixThatIsNamedIsSeen(t *testing.T) {
	known := knowledge(t)
	list := []analysis.Analysis{levels.Analysis, margins.Analysis}
	fixes := 0
	for _, sort := range []string{"usecases", "incidents"} {
		folder := filepath.Join("../../testdata", sort)
		cases, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range cases {
			system := analysistest.Load(t, os.DirFS(filepath.Join(folder, entry.Name())), ".")
			run := func(s *models.System) *models.Result {
				r, err := analysis.Run(context.Background(), s, known, list, analysis.Options{})
				if err != nil {
					t.Fatal(err)
				}
				return r
			}
			before := run(system)
			for fix, named := range namedFixes(before) {
				subject, property, _ := strings.Cut(fix.Subject, ".")
				of := known.Property(models.PropertyID(property)).Of
				d := difference.Between(before, run(changed(t, system, known, string(of)+":"+subject+"."+property+"=high")))
				fixes++
				moved := map[marginKey]models.MarginChange{}
				for _, m := range d.Margins {
					moved[keyOf(m.Effect, m.Profile, m.Reading)] = m
				}
				for _, key := range named {
					m, there := moved[key]
					step := m.New.Raise == m.Old.Raise-1 && m.New.Raise > 0
					if kept := !m.New.Standing.ComesAbout(); !there || m.Worse || !kept && !step && !m.New.Bound {
						t.Errorf("%s: %s=high and %s by %s, %s: %+v", entry.Name(), fix.Subject, key.Effect, key.Profile, key.Reading, m)
					}
				}
			}
		}
	}
	t.Logf("%d fixes", fixes)
	if fixes < 100 {
		t.Errorf("only %d fixes were tried", fixes)
	}
}

func keyOf(effect models.EffectID, profile models.ProfileID, reading models.ReadingID) marginKey {
	return marginKey{effect, profile, reading}
}

// marginKey tells margins apart.
type marginKey struct {
	Effect  models.EffectID
	Profile models.ProfileID
	Reading models.ReadingID
}

// namedFixes lists the properties that are worth raising first, each with the margins that name it.
func namedFixes(r *models.Result) map[models.Fact][]marginKey {
	out := map[models.Fact][]marginKey{}
	for _, m := range r.Margins {
		for _, f := range m.DoFirst {
			out[f] = append(out[f], keyOf(m.Effect, m.Profile, m.Reading))
		}
	}
	return out
}
