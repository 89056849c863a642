package rendertest

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// Collection is several cases together, one for each result, all of them in one cell of the map. Each result is given an
// id of its own; the last one has no No.
func Collection(results ...*models.Result) *render.Collection {
	c := &models.Collection{Format: models.CollectionFormat, Tool: models.Tool{Name: "harmpath", Version: "0.0-test"}, Date: "2021-11-29"}
	cell := models.CollectedCell{Recovery: models.SeriousDamage, Economic: models.LimitedImpact, Viewpoints: []models.ViewpointID{"v1"}}
	requirement := models.ComparedRequirement{Viewpoint: "v1", Requires: "defaults", Measures: []models.ComparedMeasure{{Text: text("対策", "A measure")}}}
	for i, r := range results {
		s := &r.System
		s.ID, s.No = models.CaseID("case-"+strconv.Itoa(i+1)), i+1
		mark := strconv.Itoa(s.No)
		if i > 0 && i == len(results)-1 {
			s.No, mark = 0, "A"
		}
		c.Cases = append(c.Cases, models.CollectedCase{
			ID: s.ID, No: s.No, Mark: mark, Title: s.Title, SystemName: s.SystemName, Site: s.Site, Reference: s.Reference,
			Levels: r.Levels.Published, Result: models.FileName(string(s.ID)) + "/result.json",
		})
		cell.Cases = append(cell.Cases, s.ID)
		status := models.Adopted
		if i > 0 {
			status = models.Rejected
			requirement.Lacking = append(requirement.Lacking, s.ID)
		} else {
			requirement.Taken = append(requirement.Taken, s.ID)
		}
		requirement.Measures[0].Cases = append(requirement.Measures[0].Cases, models.DecidedInCase{Case: s.ID, Measures: []models.MeasureID{"m"}, Status: status})
		c.Words = r.Words
	}
	cell.Requirements = []models.ComparedRequirement{requirement}
	c.Cells, c.Requirements = []models.CollectedCell{cell}, cell.Requirements
	return &render.Collection{Collection: c, Results: results}
}
