package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// viewpoints says which viewpoints of axis 3 the case's cell of the map calls for, and which are lacking.
func viewpoints(v *phrasing.View) content.Section {
	section := v.Section("viewpoints", words.Response, words.ViewpointsTitle)
	section.Wide = true
	published := v.Result.Levels.Published.Assessed
	if !published.Determined() {
		return section.With(content.Notice{Tone: content.Caution, Text: v.Missing(&published)})
	}
	section.Add(content.Paragraph{Text: v.Fill(words.ViewpointsLead, phrasing.Roles{
		"recovery": v.Recovery(published.Recovery.Level), "economic": v.Economic(published.Economic.Max),
	})})
	t := v.Table("viewpoints", words.ViewpointTable,
		v.Head(words.ThirdAxis, 3), v.Column(words.ColumnMeaning, 8), v.Narrow(words.ColumnCalled, 3), v.Column(words.ColumnCoverage, 4))
	for i := range v.Result.Words.Viewpoints {
		view := &v.Result.Words.Viewpoints[i]
		called := v.Quiet(words.NotCalled)
		if slices.Contains(v.Result.Viewpoints.Called, view.ID) {
			called = v.Strong(words.Called)
		}
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(view.Name)), content.CellOf(v.Line(view.Means)), content.CellOf(called), content.CellOf(coverage(v, view.ID))})
	}
	if len(t.Rows) == 0 {
		return section.With(v.Gap(words.NoViewpoints))
	}
	return section.With(t, content.Notice{Tone: content.Remark, Text: v.Fill(words.CellsInferred, phrasing.Roles{"mark": {v.Span(content.Mark, words.InferredMark)}})})
}

// coverage says whether the measures of the case have a viewpoint that is called for.
func coverage(v *phrasing.View, id models.ViewpointID) content.Line {
	viewpoints := v.Result.Viewpoints
	switch {
	case slices.Contains(viewpoints.Lacking, id):
		return v.Strong(words.ViewpointLacking)
	case slices.Contains(viewpoints.Open, id):
		return v.Line(words.ViewpointOpen)
	case slices.Contains(viewpoints.Called, id):
		return v.Line(words.ViewpointCovered)
	}
	return v.Quiet(words.None)
}
