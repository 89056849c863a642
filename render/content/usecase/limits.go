package usecase

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// limits says what the analysis does not promise, and where a search was cut.
func limits(v *phrasing.View) content.Section {
	section := v.Section("limits", words.Annex, words.LimitsTitle,
		content.List{Items: v.Lines(words.StandingLimits())})
	section.Add(attackCoverage(v)...)
	if len(v.Result.Limits) == 0 {
		return section.With(v.Paragraph(words.NothingCut))
	}
	t := v.Table("limits", words.LimitTable,
		v.Head(words.ColumnQuestion, 4), v.Column(words.ColumnAbout, 4), v.Column(words.ColumnCut, 6))
	for _, l := range v.Result.Limits {
		reason := content.Span{Text: content.Clean(l.Reason), Kind: content.Quiet}
		if v.Lang != models.English {
			reason.Lang = models.English
		}
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(words.Question(l.Question))), limitAbout(v, l.About), content.CellOf(v.Line(words.WorkLimit), content.Line{reason})})
	}
	return section.With(v.Paragraph(words.LimitsLead), t)
}

// limitAbout names what a search that was cut was about: an effect, a profile, or what the analysis calls it.
func limitAbout(v *phrasing.View, about string) content.Cell {
	for _, t := range []models.Sort{models.EffectSort, models.ProfileSort, models.ComponentSort} {
		if v.Knows(t, about) {
			return content.CellOf(v.Called(t, about))
		}
	}
	if about == "" {
		return v.None()
	}
	return content.CellOf(content.Raw(about))
}

// attackCoverage lists the classes of attacks that are not modelled for some kind of component of the case.
func attackCoverage(v *phrasing.View) []content.Block {
	if len(v.Result.Coverage) == 0 {
		return nil
	}
	open := map[models.AttackClassID]bool{}
	all := map[models.AttackClassID]bool{}
	here := kindsHere(v)
	t := v.Table("coverage", words.CoverageTable,
		v.Head(words.ColumnClass, 5), v.Column(words.ColumnKinds, 6), v.Narrow(words.ColumnStatus, 3), v.Column(words.ColumnWhyNot, 8))
	for i := range v.Result.Coverage {
		c := &v.Result.Coverage[i]
		all[c.Class] = true
		if c.Answer == models.ModelledClass {
			continue
		}
		open[c.Class] = true
		kinds := content.Each(c.Kinds, func(k models.KindID) content.Line { return v.Line(v.Kind(k)) })
		if len(c.Kinds) == here {
			kinds = []content.Line{v.Line(words.AllKinds)}
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Line(c.Name)), content.CellOf(content.Join(v.Comma(), kinds...)), content.CellOf(v.Line(words.Coverage(c.Answer))), content.CellOf(v.Line(c.Why)),
		})
	}
	t.Merge(0, -1, nil)
	lead := v.Fill(words.CoverageLead, phrasing.Roles{"all": content.Raw(strconv.Itoa(len(all))), "n": content.Raw(strconv.Itoa(len(all) - len(open)))})
	return []content.Block{content.Paragraph{Text: lead}, t}
}

// kindsHere counts the kinds of the components of the case.
func kindsHere(v *phrasing.View) int {
	kinds := map[models.KindID]bool{}
	for i := range v.Result.System.Components {
		kinds[v.Result.System.Components[i].Kind] = true
	}
	return len(kinds)
}

// uncovered are the classes of attacks that are not modelled yet for some kind of component of the case.
func uncovered(v *phrasing.View) []content.Line {
	var classes []models.AttackClassID
	var out []content.Line
	for i := range v.Result.Coverage {
		if c := &v.Result.Coverage[i]; c.Answer == models.NotYetClass && !slices.Contains(classes, c.Class) {
			classes = append(classes, c.Class)
			out = append(out, v.Line(c.Name))
		}
	}
	return out
}
