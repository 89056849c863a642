package viewpoints_test

import (
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/analysis/viewpoints"
	"github.com/harmpath/harmpath/models"
)

var list = []analysis.Analysis{levels.Analysis, viewpoints.Analysis}

func TestPlant(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "plant.yaml", list)
}

// Of a case whose level is not determined no viewpoint is called for, and none is missed.
func TestNothingIsCalledForWithoutLevel(t *testing.T) {
	system := analysistest.Load(t, os.DirFS("testdata"), "plant.yaml")
	system.Effects = nil
	if r := analysistest.Analyse(t, system, list); r.Levels.Published.Assessed.Determined() || len(r.Viewpoints.Called)+len(r.Viewpoints.Open)+len(r.Viewpoints.Lacking) > 0 {
		t.Errorf("%+v", r.Viewpoints)
	}
}

// Called for is what the cell of the assessed level says; a viewpoint is open or lacking, or a measure has it.
func TestViewpointsOfTheCell(t *testing.T) {
	analysistest.Law(t, list, func(t *rapid.T, known *models.Catalog, r *models.Result) {
		level := r.Levels.Published.Assessed
		if !level.Determined() {
			return
		}
		if want := known.Cell(level.Recovery.Level, level.Economic.Max).Viewpoints; !slices.Equal(want, r.Viewpoints.Called) {
			t.Fatalf("called for are %v, want %v", r.Viewpoints.Called, want)
		}
		for _, v := range r.Viewpoints.Called {
			rows, counts := 0, 0
			for _, m := range r.System.Measures {
				if m.Viewpoint == v && m.Status != models.Rejected {
					rows++
					if !m.Placeholder {
						counts++
					}
				}
			}
			open, lacking := slices.Contains(r.Viewpoints.Open, v), slices.Contains(r.Viewpoints.Lacking, v)
			if open != (counts == 0 && rows > 0) || lacking != (rows == 0) {
				t.Fatalf("%s has %d measures in %d rows, and is open: %t, lacking: %t", v, counts, rows, open, lacking)
			}
		}
	})
}
