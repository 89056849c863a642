package collection

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
)

// ResultFile is the name of the file with a case's result in the folder of the case.
const ResultFile = "result.json"

// Of gathers the results of cases whose ids differ (see Check), in any order. Results are only read.
func Of(results []*models.Result) *models.Collection {
	results = slices.Clone(results)
	Sort(results)
	known := knowledgeOf(results)
	out := &models.Collection{Format: models.CollectionFormat, Cases: []models.CollectedCase{}, Cells: []models.CollectedCell{}, Words: known.words()}
	unnumbered := 0
	for _, r := range results {
		s := &r.System
		out.Tool, out.Date = r.Tool, max(out.Date, s.Date)
		mark := strconv.Itoa(s.No)
		if s.No == 0 {
			mark = letters(unnumbered)
			unnumbered++
		}
		out.Cases = append(out.Cases, models.CollectedCase{
			ID: s.ID, No: s.No, Mark: mark, Title: s.Title, SystemName: s.SystemName, Site: s.Site, Date: s.Date,
			Reference: s.Reference, Levels: r.Levels.Published, Result: models.FileName(string(s.ID)) + "/" + ResultFile,
		})
	}
	for _, recovery := range slices.Backward(models.Recoveries()) {
		for _, economic := range slices.Backward(models.Economics()) {
			if here := within(results, recovery, economic); len(here) > 0 {
				out.Cells = append(out.Cells, cellOf(here, known))
			}
		}
	}
	out.Requirements = compare(results, known)
	return out
}

// Sort puts results into the order of a collection: by No., those without one last, then by id.
func Sort(results []*models.Result) {
	slices.SortStableFunc(results, func(a, b *models.Result) int {
		return cmp.Or(cmp.Compare(lastIfZero(a.System.No), lastIfZero(b.System.No)), cmp.Compare(a.System.ID, b.System.ID))
	})
}

func lastIfZero(no int) uint { return uint(no) - 1 }

// letters is the mark of a case without a No.: A to Z, then AA and so on.
func letters(i int) string {
	mark := ""
	for i++; i > 0; i = (i - 1) / 26 {
		mark = string(rune('A'+(i-1)%26)) + mark
	}
	return mark
}

// within keeps the results that lie in a cell in the published reading.
func within(results []*models.Result, recovery models.Recovery, economic models.Economic) []*models.Result {
	var out []*models.Result
	for _, r := range results {
		if p := r.Levels.Published.Assessed; p.Determined() && p.Recovery.Level == recovery && p.Economic.Max == economic {
			out = append(out, r)
		}
	}
	return out
}

func cellOf(results []*models.Result, known *knowledge) models.CollectedCell {
	published := results[0].Levels.Published.Assessed
	out := models.CollectedCell{
		Recovery: published.Recovery.Level, Economic: published.Economic.Max, Viewpoints: results[0].Viewpoints.Called,
	}
	for _, r := range results {
		out.Cases = append(out.Cases, r.System.ID)
	}
	out.Requirements = compare(results, known)
	return out
}
