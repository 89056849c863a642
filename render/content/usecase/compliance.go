package usecase

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// Compliance makes the document about the requirements of the schemes that a result speaks of, in one language.
func Compliance(result *models.Result, lang models.Lang) content.Document {
	v := phrasing.New(result, lang)
	v.Alone = true
	doc := content.Document{
		Lang:    lang,
		Heading: v.Text(words.ComplianceKind),
		Title:   v.Text(v.Title()),
		Front:   []content.Block{caseFacts(v), levelFacts(v)},
	}
	overview := v.Section("compliance-overview", words.Response, words.ComplianceOverview, aid(v), complianceCounts(v))
	doc.Sections = append(doc.Sections, overview)
	for i := range result.Compliance {
		doc.Sections = append(doc.Sections, scheme(v, &result.Compliance[i], words.Response))
	}
	number(v, doc.Sections)
	attacks.Number(v, doc.Sections...)
	return doc
}

// compliance is the section about the requirements of the schemes that the case names; nothing where it names none.
func compliance(v *phrasing.View) content.Section {
	if len(v.Result.Compliance) == 0 {
		return content.Section{}
	}
	section := v.Section("compliance", words.Annex, words.ComplianceTitle, aid(v), complianceCounts(v))
	for i := range v.Result.Compliance {
		section.Sections = append(section.Sections, scheme(v, &v.Result.Compliance[i], words.Annex))
	}
	return section
}

// aid says what the tables are and what they are not.
func aid(v *phrasing.View) content.Block {
	return content.Notice{Tone: content.Caution, Text: v.Line(words.ComplianceNotice)}
}

// complianceCounts counts the requirements of each scheme by what the case shows.
func complianceCounts(v *phrasing.View) content.Block {
	t := v.Table("compliance", words.ComplianceOverviewTable, v.Head(words.ColumnScheme, 10))
	for _, s := range models.ComplianceStatuses() {
		t.Columns = append(t.Columns, v.Narrow(words.ComplianceStatus(s), 3))
	}
	t.Columns = append(t.Columns, v.Narrow(words.ColumnOpenMandatory, 3))
	for i := range v.Result.Compliance {
		c := &v.Result.Compliance[i]
		row := content.Row{content.CellOf(v.Line(c.Scheme.Name))}
		for _, s := range models.ComplianceStatuses() {
			row = append(row, content.CellOf(content.Raw(strconv.Itoa(c.Count(s)))))
		}
		t.Rows = append(t.Rows, append(row, content.CellOf(content.Raw(strconv.Itoa(len(c.OpenMandatory()))))))
	}
	return t
}

// scheme says what the case shows about the requirements of one scheme.
func scheme(v *phrasing.View, c *models.Compliance, step words.Step) content.Section {
	s := &c.Scheme
	section := v.Section("compliance-"+string(s.ID), step, s.Name, v.Paragraph(s.Means), content.List{Items: schemeFacts(v, s)})
	section.Wide = true
	if len(s.Kinds) > 0 && len(c.Components) > 0 {
		section.Add(content.Paragraph{Text: v.Fill(words.ComplianceScope, phrasing.Roles{"components": phrasing.Enumerate(v, models.ComponentSort, c.Components)})})
	}
	if why := c.Requirements[0].Absent; why == models.AbsentSite || why == models.AbsentKinds {
		return section.With(v.Remark(words.Absence(why)))
	}
	t := v.Table("compliance-"+string(s.ID), models.Text{},
		v.Head(words.ColumnRequirementNo, 3), v.Column(words.ColumnSubjectOf, 5), v.Narrow(words.ColumnStatus, 3),
		v.Column(words.ColumnMetBy, 7), v.Column(words.ColumnLacking, 7), v.Column(words.ColumnStays, 9))
	t.Caption = v.Fill(words.ComplianceTable, phrasing.Roles{"scheme": v.Line(s.Name)}).String()
	for i := range c.Requirements {
		t.Rows = append(t.Rows, requirementRow(v, &s.Requirements[i], &c.Requirements[i]))
	}
	return section.With(t)
}

// schemeFacts says who issues the scheme, how its numbers were confirmed, and what is not listed.
func schemeFacts(v *phrasing.View, s *models.Scheme) []content.Line {
	facts := []content.Line{
		v.Fill(words.ComplianceSchemeFacts, phrasing.Roles{"publisher": v.Line(s.Publisher), "edition": content.Raw(s.Edition)}),
		v.Line(s.Confirmed),
	}
	if !s.LeftOut.Empty() {
		facts = append(facts, v.Line(s.LeftOut))
	}
	return facts
}

func requirementRow(v *phrasing.View, r *models.SchemeRequirement, result *models.RequirementResult) content.Row {
	title := content.CellOf(v.Line(r.Title))
	if r.Recommended {
		title.Lines = append(title.Lines, content.Line{v.Span(content.Mark, words.ComplianceRecommended)})
	}
	status := v.Line(words.ComplianceStatus(result.Status))
	if result.Status == models.RequirementOpen {
		status = v.Strong(words.ComplianceStatus(result.Status))
	}
	return content.Row{content.CellOf(content.Raw(r.No)), title, content.CellOf(status), metBy(v, r, result), lacking(v, r, result), stays(v, result)}
}

// metBy lists what meets a requirement.
func metBy(v *phrasing.View, r *models.SchemeRequirement, result *models.RequirementResult) content.Cell {
	var lines []content.Line
	var named []models.MeasureID
	for _, h := range result.Holds {
		by := v.Quiet(words.ComplianceStated)
		if len(h.By) > 0 {
			by = measureNames(v, h.By)
			named = append(named, h.By...)
		}
		lines = append(lines, append(propertyAt(v, h.Property, h.Of, h.Subjects), v.Parentheses(by)...))
	}
	if len(result.Averted) > 0 {
		lines = append(lines, v.Fill(words.ComplianceAverted, phrasing.Roles{"effects": phrasing.Enumerate(v, models.EffectSort, result.Averted)}))
	}
	for _, id := range result.Measures {
		if !slices.Contains(named, id) {
			lines = append(lines, measureNames(v, []models.MeasureID{id}))
		}
	}
	for _, id := range result.Partly {
		if !slices.Contains(named, id) {
			lines = append(lines, append(measureNames(v, []models.MeasureID{id}), v.Span(content.Mark, words.ComplianceInPart)))
		}
	}
	if r.Part && len(lines) > 0 {
		lines = append(lines, v.Quiet(words.ComplianceByModel))
	}
	return v.PointsOrNone(lines)
}

// propertyAt says a property with the elements.
func propertyAt(v *phrasing.View, property models.PropertyID, of models.Sort, subjects []string) content.Line {
	return v.Fill(words.ComplianceWhere, phrasing.Roles{"property": v.Line(v.Property(property)), "elements": phrasing.Enumerate(v, of, subjects)})
}

// measureNames names measures by what is done, with the decision.
func measureNames(v *phrasing.View, ids []models.MeasureID) content.Line {
	names := content.Each(ids, func(id models.MeasureID) content.Line {
		return append(v.Called(models.MeasureSort, string(id)), v.Parentheses(v.Line(words.Status(v.Measure(id).Status)))...)
	})
	return content.Join(v.Semicolon(), names...)
}

// lacking lists what is lacking for a requirement, and what could provide it.
func lacking(v *phrasing.View, r *models.SchemeRequirement, result *models.RequirementResult) content.Cell {
	var lines []content.Line
	for _, l := range result.Lacks {
		how := words.ComplianceAbsent
		if l.Unknown {
			how = words.ComplianceUnknown
		}
		lines = append(lines, append(propertyAt(v, l.Property, l.Of, l.Subjects), v.Parentheses(v.Quiet(how))...))
	}
	if len(result.Possible) > 0 {
		lines = append(lines, v.Fill(words.CompliancePossible, phrasing.Roles{"effects": phrasing.Enumerate(v, models.EffectSort, result.Possible)}))
	}
	wanting := result.Status == models.RequirementOpen || result.Status == models.RequirementPartly || result.Status == models.RequirementNotShown
	switch {
	case !wanting:
	case len(result.Candidates) > 0:
		lines = append(lines, v.Fill(words.ComplianceCandidates, phrasing.Roles{"measures": measureNames(v, result.Candidates)}))
	case len(lines) > 0 || result.Status != models.RequirementPartly:
		lines = append(lines, suggested(v, r)...)
	}
	return v.PointsOrNone(lines)
}

// suggested names the measures of the catalog that would meet a requirement, or else a part of it.
func suggested(v *phrasing.View, r *models.SchemeRequirement) []content.Line {
	ids := r.Measures
	if len(ids) == 0 {
		ids = r.Partly
	}
	names := content.Each(ids, func(id models.MeasureID) content.Line { return v.Line(v.CatalogMeasure(id)) })
	if len(names) == 0 {
		return nil
	}
	return []content.Line{v.Fill(words.ComplianceSuggested, phrasing.Roles{"measures": content.Join(v.Comma(), names...)})}
}

// stays says which attack stays possible because a requirement is not met, or why it does not apply.
func stays(v *phrasing.View, result *models.RequirementResult) content.Cell {
	switch result.Status {
	case models.RequirementNotApplicable:
		return content.CellOf(v.Line(words.Absence(result.Absent)))
	case models.RequirementNotShown:
		return content.CellOf(v.Quiet(words.ComplianceNotShownWhy))
	case models.RequirementMet:
		return v.None()
	}
	g := result.Gap
	if g == nil {
		if len(result.Lacks) == 0 && result.Status == models.RequirementPartly {
			return v.None()
		}
		return content.CellOf(v.Quiet(words.ComplianceUnused))
	}
	lines := throughGap(v, g.Through)
	if len(g.Contributes) > 0 {
		lines = append(lines, v.Fill(words.ComplianceContributes, phrasing.Roles{"effects": phrasing.Enumerate(v, models.EffectSort, g.Contributes)}))
	}
	if g.Attack != nil {
		lines = append(lines, v.Fill(words.ComplianceAttack, phrasing.Roles{"attack": attacks.InShort(v, g.Attack), "days": v.Days(g.Attack.Effort)}))
	}
	if g.OnlyHardens {
		lines = append(lines, v.Quiet(words.ComplianceHardens))
	}
	return content.Points(lines)
}

// throughGap says the consequences whose easiest attack goes through a gap, with their levels, and which of them meeting
// the requirement alone would rule out.
func throughGap(v *phrasing.View, through []models.GapConsequence) []content.Line {
	if len(through) == 0 {
		return nil
	}
	var all []content.Line
	var closes []models.EffectID
	for _, c := range through {
		var levels models.LevelPair
		if of := v.Consequence(c.Effect); of != nil {
			levels = of.Levels
		}
		all = append(all, v.Fill(words.ComplianceConsequence, phrasing.Roles{
			"effect": v.Called(models.EffectSort, string(c.Effect)), "recovery": v.Recovery(levels.Recovery.Level), "economic": v.Economic(levels.Economic.Max),
		}))
		if c.Closes {
			closes = append(closes, c.Effect)
		}
	}
	lines := []content.Line{v.Fill(words.ComplianceEasiest, phrasing.Roles{"effects": content.Join(v.Semicolon(), all...)})}
	if len(closes) > 0 {
		lines = append(lines, v.Fill(words.ComplianceCloses, phrasing.Roles{"effects": phrasing.Enumerate(v, models.EffectSort, closes)}))
	}
	return lines
}
