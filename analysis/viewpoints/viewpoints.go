// Package viewpoints asks which of the four viewpoints of axis 3 the case's cell of the risk map calls for, and which
// of them no measure of the case has. Rows without content do not count as measures: a viewpoint with such rows only is
// open, not covered; measures that were rejected do not cover one.
package viewpoints

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// Analysis compares the viewpoints that the cell calls for with the measures.
var Analysis = analysis.Analysis{
	Name:  "viewpoints",
	Doc:   `The viewpoints of required measures that the case's cell of the risk map calls for, and those that no measure covers.`,
	Needs: []string{"levels"},
	Run:   run,
}

func run(p *analysis.Pass) error {
	assessed := p.Result.Levels.Published.Assessed
	cell := p.Case.Catalog.Cell(assessed.Recovery.Level, assessed.Economic.Max)
	if cell == nil || !assessed.Determined() {
		return nil
	}
	covered, opened := coverage(p.Case.System)
	out := &p.Result.Viewpoints
	out.Called = append(out.Called, cell.Viewpoints...)
	for _, v := range cell.Viewpoints {
		switch {
		case covered[v]:
		case opened[v]:
			out.Open = append(out.Open, v)
		default:
			out.Lacking = append(out.Lacking, v)
		}
	}
	return nil
}

// coverage returns the viewpoints of measures with content, and those of rows without.
func coverage(s *models.System) (covered, opened map[models.ViewpointID]bool) {
	covered, opened = map[models.ViewpointID]bool{}, map[models.ViewpointID]bool{}
	for _, m := range s.Measures {
		switch {
		case m.Viewpoint == "" || m.Status == models.Rejected:
		case m.Placeholder:
			opened[m.Viewpoint] = true
		default:
			covered[m.Viewpoint] = true
		}
	}
	return covered, opened
}
