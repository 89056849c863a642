package content

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// Compliance makes the document about the requirements of the schemes that a result speaks of, in one language.
func Compliance(result *models.Result, lang models.Lang) Document {
	b := newBuilder(result, lang)
	b.alone = true
	doc := Document{
		Lang:    lang,
		Heading: b.string(words.ComplianceKind),
		Title:   b.string(b.title()),
		Front:   []Block{b.caseFacts(), b.levelFacts()},
	}
	overview := b.section("compliance-overview", words.Response, words.ComplianceOverview, b.aid(), b.complianceCounts())
	doc.Sections = append(doc.Sections, overview)
	for i := range result.Compliance {
		doc.Sections = append(doc.Sections, b.scheme(&result.Compliance[i], words.Response))
	}
	b.number(doc.Sections)
	b.numberTables(doc.Sections...)
	return doc
}

// compliance is the section about the requirements of the schemes that the case names; nothing where it names none.
func (b *builder) compliance() Section {
	if len(b.result.Compliance) == 0 {
		return Section{}
	}
	section := b.section("compliance", words.Annex, words.ComplianceTitle, b.aid(), b.complianceCounts())
	for i := range b.result.Compliance {
		section.Sections = append(section.Sections, b.scheme(&b.result.Compliance[i], words.Annex))
	}
	return section
}

// aid says what the tables are and what they are not.
func (b *builder) aid() Block { return Notice{Tone: Caution, Text: b.line(words.ComplianceNotice)} }

// complianceCounts counts the requirements of each scheme by what the case shows.
func (b *builder) complianceCounts() Block {
	t := b.table("compliance", words.ComplianceOverviewTable, b.head(words.ColumnScheme, 10))
	for _, s := range models.ComplianceStatuses() {
		t.Columns = append(t.Columns, b.narrow(words.ComplianceStatus(s), 3))
	}
	t.Columns = append(t.Columns, b.narrow(words.ColumnOpenMandatory, 3))
	for i := range b.result.Compliance {
		c := &b.result.Compliance[i]
		row := Row{cell(b.line(c.Scheme.Name))}
		for _, s := range models.ComplianceStatuses() {
			row = append(row, cell(raw(strconv.Itoa(c.Count(s)))))
		}
		t.Rows = append(t.Rows, append(row, cell(raw(strconv.Itoa(len(c.OpenMandatory()))))))
	}
	return t
}

// scheme tells what the case shows about the requirements of one scheme.
func (b *builder) scheme(c *models.Compliance, step words.Step) Section {
	s := &c.Scheme
	section := b.section("compliance-"+string(s.ID), step, s.Name, b.paragraph(s.Means), List{Items: b.schemeFacts(s)})
	section.Wide = true
	if len(s.Kinds) > 0 && len(c.Components) > 0 {
		section.Add(Paragraph{Text: b.fill(words.ComplianceScope, filling{"components": enumerate(b, models.ComponentSort, c.Components)})})
	}
	if why := c.Requirements[0].Absent; why == models.AbsentSite || why == models.AbsentKinds {
		section.Add(b.remark(words.Absence(why)))
		return section
	}
	t := b.table("compliance-"+string(s.ID), models.Text{},
		b.head(words.ColumnRequirementNo, 3), b.column(words.ColumnSubjectOf, 5), b.narrow(words.ColumnStatus, 3),
		b.column(words.ColumnMetBy, 7), b.column(words.ColumnLacking, 7), b.column(words.ColumnStays, 9))
	t.Caption = b.fill(words.ComplianceTable, filling{"scheme": b.line(s.Name)}).String()
	for i := range c.Requirements {
		t.Rows = append(t.Rows, b.requirementRow(&s.Requirements[i], &c.Requirements[i]))
	}
	section.Add(t)
	return section
}

// schemeFacts says who issues the scheme, how its numbers were confirmed, and what is not listed.
func (b *builder) schemeFacts(s *models.Scheme) []Line {
	facts := []Line{
		b.fill(words.ComplianceSchemeFacts, filling{"publisher": b.line(s.Publisher), "edition": raw(s.Edition)}),
		b.line(s.Confirmed),
	}
	if !s.LeftOut.Empty() {
		facts = append(facts, b.line(s.LeftOut))
	}
	return facts
}

func (b *builder) requirementRow(r *models.SchemeRequirement, result *models.RequirementResult) Row {
	title := cell(b.line(r.Title))
	if r.Recommended {
		title.Lines = append(title.Lines, Line{b.span(Mark, words.ComplianceRecommended)})
	}
	status := b.line(words.ComplianceStatus(result.Status))
	if result.Status == models.RequirementOpen {
		status = b.strong(words.ComplianceStatus(result.Status))
	}
	return Row{cell(raw(r.No)), title, cell(status), b.metBy(r, result), b.lacking(r, result), b.stays(result)}
}

// metBy lists what meets a requirement.
func (b *builder) metBy(r *models.SchemeRequirement, result *models.RequirementResult) Cell {
	var lines []Line
	var told []models.MeasureID
	for _, h := range result.Holds {
		by := b.quiet(words.ComplianceStated)
		if len(h.By) > 0 {
			by = b.measureNames(h.By)
			told = append(told, h.By...)
		}
		lines = append(lines, append(b.propertyAt(h.Property, h.Of, h.Subjects), b.parentheses(by)...))
	}
	if len(result.Averted) > 0 {
		lines = append(lines, b.fill(words.ComplianceAverted, filling{"effects": enumerate(b, models.EffectSort, result.Averted)}))
	}
	for _, id := range result.Measures {
		if !slices.Contains(told, id) {
			lines = append(lines, b.measureNames([]models.MeasureID{id}))
		}
	}
	for _, id := range result.Partly {
		if !slices.Contains(told, id) {
			lines = append(lines, append(b.measureNames([]models.MeasureID{id}), b.span(Mark, words.ComplianceInPart)))
		}
	}
	if r.Part && len(lines) > 0 {
		lines = append(lines, b.quiet(words.ComplianceByModel))
	}
	return b.pointsOrNone(lines)
}

// propertyAt says a property with the elements.
func (b *builder) propertyAt(property models.PropertyID, of models.Sort, subjects []string) Line {
	return b.fill(words.ComplianceWhere, filling{"property": b.line(b.property(property)), "elements": enumerate(b, of, subjects)})
}

// measureNames names measures by what is done, with the decision.
func (b *builder) measureNames(ids []models.MeasureID) Line {
	var names []Line
	for _, id := range ids {
		names = append(names, append(b.called(models.MeasureSort, string(id)), b.parentheses(b.line(words.Status(b.measure(id).Status)))...))
	}
	return join(b.semicolon(), names...)
}

// lacking lists what is lacking for a requirement, and what could provide it.
func (b *builder) lacking(r *models.SchemeRequirement, result *models.RequirementResult) Cell {
	var lines []Line
	for _, l := range result.Lacks {
		how := words.ComplianceAbsent
		if l.Unknown {
			how = words.ComplianceUnknown
		}
		lines = append(lines, append(b.propertyAt(l.Property, l.Of, l.Subjects), b.parentheses(b.quiet(how))...))
	}
	if len(result.Possible) > 0 {
		lines = append(lines, b.fill(words.CompliancePossible, filling{"effects": enumerate(b, models.EffectSort, result.Possible)}))
	}
	wanting := result.Status == models.RequirementOpen || result.Status == models.RequirementPartly || result.Status == models.RequirementNotShown
	switch {
	case !wanting:
	case len(result.Candidates) > 0:
		lines = append(lines, b.fill(words.ComplianceCandidates, filling{"measures": b.measureNames(result.Candidates)}))
	case len(lines) > 0 || result.Status != models.RequirementPartly:
		lines = append(lines, b.suggested(r)...)
	}
	return b.pointsOrNone(lines)
}

// suggested names the measures of the catalog that would meet a requirement, or else a part of it.
func (b *builder) suggested(r *models.SchemeRequirement) []Line {
	ids := r.Measures
	if len(ids) == 0 {
		ids = r.Partly
	}
	var names []Line
	for _, id := range ids {
		names = append(names, b.line(b.catalogMeasure(id)))
	}
	if len(names) == 0 {
		return nil
	}
	return []Line{b.fill(words.ComplianceSuggested, filling{"measures": join(b.comma(), names...)})}
}

// stays says which attack stays possible because a requirement is not met, or why it does not apply.
func (b *builder) stays(result *models.RequirementResult) Cell {
	switch result.Status {
	case models.RequirementNotApplicable:
		return cell(b.line(words.Absence(result.Absent)))
	case models.RequirementNotShown:
		return cell(b.quiet(words.ComplianceNotShownWhy))
	case models.RequirementMet:
		return b.none()
	}
	g := result.Gap
	if g == nil {
		if len(result.Lacks) == 0 && result.Status == models.RequirementPartly {
			return b.none()
		}
		return cell(b.quiet(words.ComplianceUnused))
	}
	lines := b.throughGap(g.Through)
	if len(g.Contributes) > 0 {
		lines = append(lines, b.fill(words.ComplianceContributes, filling{"effects": enumerate(b, models.EffectSort, g.Contributes)}))
	}
	if g.Attack != nil {
		lines = append(lines, b.fill(words.ComplianceAttack, filling{"attack": b.inShort(g.Attack), "days": b.days(g.Attack.Effort)}))
	}
	if g.OnlyHardens {
		lines = append(lines, b.quiet(words.ComplianceHardens))
	}
	return bullets(lines)
}

// throughGap says the consequences whose easiest attack goes through a gap, with their levels, and which of them meeting
// the requirement alone would rule out.
func (b *builder) throughGap(through []models.GapConsequence) []Line {
	if len(through) == 0 {
		return nil
	}
	var all []Line
	var closes []models.EffectID
	for _, c := range through {
		var levels models.LevelPair
		if of := b.consequence(c.Effect); of != nil {
			levels = of.Levels
		}
		all = append(all, b.fill(words.ComplianceConsequence, filling{
			"effect": b.called(models.EffectSort, string(c.Effect)), "recovery": b.recovery(levels.Recovery.Level), "economic": b.economic(levels.Economic.Max),
		}))
		if c.Closes {
			closes = append(closes, c.Effect)
		}
	}
	lines := []Line{b.fill(words.ComplianceEasiest, filling{"effects": join(b.semicolon(), all...)})}
	if len(closes) > 0 {
		lines = append(lines, b.fill(words.ComplianceCloses, filling{"effects": enumerate(b, models.EffectSort, closes)}))
	}
	return lines
}
