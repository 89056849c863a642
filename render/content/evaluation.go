package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// evaluation places the case on the risk map and gives the reasons.
func (b *builder) evaluation() Section {
	section := b.section("evaluation", words.Evaluation, words.EvaluationTitle)
	section.Sections = []Section{
		b.mapping(),
		b.rationale(),
		b.readings(),
		b.consequencesSection(),
		b.accepted(),
		b.policies(),
		b.criteria(),
	}
	last := &section.Sections[len(section.Sections)-1]
	last.Add(b.cited(models.SectionEvaluation)...)
	return section
}

// mapping shows the map and says where the case lies.
func (b *builder) mapping() Section {
	system := b.system.SystemName
	if system.Empty() {
		system = b.system.Title
	}
	published := b.result.Levels.Published.Assessed
	section := b.section("risk-map", words.Evaluation, words.MappingTitle,
		Paragraph{Text: b.fill(words.MappingLead, filling{"system": b.line(system)})},
		b.figure("risk-map", b.line(words.RiskMapFigure)),
		Fields{Rows: []Field{
			{Name: b.string(words.RecoveryAxis), Values: append([]Line{b.recoveryLevel(&published)}, b.caption(b.system.Rationale.Recovery.Caption)...)},
			{Name: b.string(words.EconomicAxis), Values: append([]Line{b.economicLevel(&published)}, b.caption(b.system.Rationale.Economic.Caption)...)},
		}})
	if !published.Determined() {
		section.Add(Notice{Tone: Caution, Text: b.missing(&published)})
	} else if published.Economic.Min != published.Economic.Max {
		section.Add(Notice{Tone: Caution, Text: b.fill(words.IntervalNote, filling{"max": b.economic(published.Economic.Max)})})
	}
	return section
}

// caption is the author's short form of a rationale, where there is one.
func (b *builder) caption(t models.Text) []Line {
	if t.Empty() {
		return nil
	}
	return []Line{b.line(t)}
}

// rationale sets the author's reasons beside what the levels are derived from.
func (b *builder) rationale() Section {
	t := b.table("rationale", words.RationaleTable,
		b.head(words.ColumnAxis, 4), b.head(words.ColumnViewpointOf, 4), b.column(words.ColumnAuthor, 6), b.column(words.ColumnDerived, 8))
	r := b.system.Rationale
	published := b.result.Levels.Published.Assessed
	first := join(b.colon(), b.line(words.RecoveryAxis), b.recoveryLevel(&published))
	second := join(b.colon(), b.line(words.EconomicAxis), b.economicLevel(&published))
	add := func(axis Line, viewpoint, author models.Text, derived []Line) {
		if !published.Determined() {
			derived = []Line{b.quiet(models.NotDetermined())}
		}
		t.Rows = append(t.Rows, Row{cell(axis), cell(b.strong(viewpoint)), b.orLacking(author), cell(derived...)})
	}
	add(first, words.PrivacyViewpoint, r.Recovery.Privacy, b.derivedPrivacy())
	add(first, words.SafetyViewpoint, r.Recovery.Safety, b.derivedSafety())
	add(first, words.LevelBasis, b.claimedRecovery(), b.recoveryBasis(&published))
	add(second, words.InternalViewpoint, r.Economic.Internal, []Line{b.quiet(words.InternalNoLevel)})
	add(second, words.ExternalViewpoint, r.Economic.External, b.derivedEconomic(func(e *models.EconomicImpact) models.Text { return words.Scope(e.Scope) }))
	add(second, words.DurationViewpoint, r.Economic.Duration, b.derivedEconomic(func(e *models.EconomicImpact) models.Text { return words.Duration(e.Duration) }))
	add(second, words.SubstituteViewpoint, r.Economic.Substitutability, b.derivedEconomic(func(e *models.EconomicImpact) models.Text { return words.Substitutable(e.Substitutable) }))
	add(second, words.IndirectViewpoint, r.Economic.Indirect, b.derivedEconomic(func(e *models.EconomicImpact) models.Text { return words.Recall(e.LargeRecall) }))
	add(second, words.LevelBasis, b.claimedEconomic(), b.economicBasis(&published))
	t.merge(0, -1, nil)
	section := b.section("rationale", words.Evaluation, words.RationaleTitle, b.paragraph(words.RationaleLead), t)
	if !r.Note.Empty() {
		section.Add(b.note(r.Note))
	}
	section.Add(b.contradictions()...)
	return section
}

func (b *builder) claimedRecovery() models.Text {
	if level := b.system.Rationale.Recovery.Level; level != nil {
		return words.Recovery(*level)
	}
	return models.Text{}
}

func (b *builder) claimedEconomic() models.Text {
	if level := b.system.Rationale.Economic.Level; level != nil {
		return words.Economic(*level)
	}
	return models.Text{}
}

// assessed lists the consequences that are reachable in the assessed reading and of which keep holds.
func (b *builder) assessed(keep func(*models.Consequence) bool) []*models.Consequence {
	var out []*models.Consequence
	for i := range b.result.Consequences {
		c := &b.result.Consequences[i]
		if c.Reachable.Assessed.Reachable && keep(c) {
			out = append(out, c)
		}
	}
	return out
}

func (b *builder) derivedPrivacy() []Line {
	var lines []Line
	for _, c := range b.assessed(func(c *models.Consequence) bool { return c.Harm != nil && len(c.Harm.Discloses) > 0 }) {
		var data []Line
		for _, id := range c.Harm.Discloses {
			data = append(data, b.dataWithClass(id))
		}
		lines = append(lines, join(b.colon(), b.called(models.EffectSort, string(c.Effect)), join(b.comma(), data...)))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NoDisclosure))
	}
	return lines
}

// dataWithClass names a data item and its class of sensitivity.
func (b *builder) dataWithClass(id models.DataID) Line {
	line := b.called(models.DataSort, string(id))
	if d := b.dataItem(id); d != nil {
		line = append(line, b.brackets(b.line(b.sensitivity(d.Sensitivity)))...)
	}
	return line
}

func (b *builder) derivedSafety() []Line {
	var lines []Line
	for _, c := range b.assessed(func(c *models.Consequence) bool { return injures(c.Harm) }) {
		lines = append(lines, join(b.colon(), b.called(models.EffectSort, string(c.Effect)), b.injury(c.Harm)))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NoInjury))
	}
	return lines
}

func injures(h *models.Harm) bool {
	return h != nil && h.Injury != "" && h.Injury != models.NoInjury
}

// injury says the worst injury of a harm and the use in which it occurs.
func (b *builder) injury(h *models.Harm) Line {
	return append(b.line(words.Injury(h.Injury)), b.parentheses(b.line(words.Use(h.Use)))...)
}

func (b *builder) derivedEconomic(factor func(*models.EconomicImpact) models.Text) []Line {
	var lines []Line
	for _, c := range b.assessed(func(c *models.Consequence) bool { return c.Economic != nil }) {
		lines = append(lines, join(b.colon(), b.called(models.EffectSort, string(c.Effect)), b.line(factor(c.Economic))))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NoEconomicEffect))
	}
	return lines
}

// contradiction is the kind of the findings about levels that the author states and that differ from those derived.
const contradiction = "rationale-contradicts-level"

// contradictions repeats the findings about the author's own levels, where they are read.
func (b *builder) contradictions() []Block {
	var blocks []Block
	for i := range b.result.Findings {
		f := &b.result.Findings[i]
		if f.Kind == contradiction {
			blocks = append(blocks, Notice{Tone: Caution, Text: b.findingWhat(f)})
		}
	}
	if published := &b.result.Levels.Published.Assessed; len(blocks) == 0 && published.Determined() && (b.system.Rationale.Recovery.Level != nil || b.system.Rationale.Economic.Level != nil) {
		blocks = append(blocks, b.remark(words.NoContradiction))
	}
	return blocks
}

// accepted compares the levels with what the stakeholders accept.
func (b *builder) accepted() Section {
	section := b.section("accepted", words.Evaluation, words.AcceptedTitle)
	states := slices.ContainsFunc(b.system.Stakeholders, func(s models.Stakeholder) bool { return s.Accepts != nil })
	if !states {
		section.Add(b.gap(words.NoAccepted))
		return section
	}
	t := b.table("accepted", words.AcceptedTable,
		b.head(words.ColumnStakeholder, 4), b.column(words.ColumnAcceptedRecovery, 3), b.column(words.ColumnAcceptedEconomic, 3),
		b.narrow(words.Reading(models.Assessed), 3), b.narrow(words.Reading(models.Residual), 3))
	for i := range b.system.Stakeholders {
		s := &b.system.Stakeholders[i]
		if s.Accepts == nil {
			continue
		}
		recovery, economic := cell(b.quiet(words.NotStated)), cell(b.quiet(words.NotStated))
		if s.Accepts.Recovery != nil {
			recovery = cell(b.recovery(*s.Accepts.Recovery))
		}
		if s.Accepts.Economic != nil {
			economic = cell(b.economic(*s.Accepts.Economic))
		}
		t.Rows = append(t.Rows, Row{
			cell(b.called(models.StakeholderSort, string(s.ID))), recovery, economic,
			b.exceeds(s.ID, models.Assessed), b.exceeds(s.ID, models.Residual),
		})
	}
	section.Add(t)
	return section
}

// exceeds says on which axes a reading lies above what a stakeholder accepts.
func (b *builder) exceeds(id models.StakeholderID, reading models.ReadingID) Cell {
	var lines []Line
	for _, x := range b.result.Exceeded {
		if x.Stakeholder != id || x.Reading != reading {
			continue
		}
		if x.Recovery != nil {
			lines = append(lines, b.strong(words.RecoveryExceeded))
		}
		if x.Economic != nil {
			lines = append(lines, b.strong(words.EconomicExceeded))
		}
	}
	switch {
	case !b.result.Levels.Published.In(reading).Determined():
		lines = append(lines, b.strong(models.NotDetermined()))
	case len(lines) == 0:
		lines = append(lines, b.line(words.WithinAccepted))
	}
	return cell(lines...)
}
