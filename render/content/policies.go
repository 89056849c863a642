package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// policies lists the readings of the framework that were applied.
func (b *builder) policies() Section {
	p := b.result.Policies
	t := b.table("policies", words.PolicyTable,
		b.head(words.ColumnPolicy, 4), b.column(words.ColumnInForce, 7), b.narrow(words.ColumnChosen, 2))
	add := func(name string, title models.Text, value Line) {
		chosen := words.PolicyChosen
		if slices.Contains(p.Defaults, name) {
			chosen = words.PolicyDefault
		}
		t.Rows = append(t.Rows, Row{cell(b.line(title), Line{{Text: name, Kind: Code}}), cell(value), cell(b.line(chosen))})
	}
	var important []Line
	for _, id := range p.Important {
		important = append(important, b.line(b.sensitivity(id)))
	}
	if len(important) == 0 {
		important = append(important, b.quiet(words.None))
	}
	add("foreseeable_misuse", words.PolicyMisuse, b.line(words.Misuse(p.ForeseeableMisuse)))
	add("large_recall", words.PolicyRecall, b.line(words.RecallPolicy(p.LargeRecall)))
	add("long_duration", words.PolicyDuration, b.fill(words.LongFrom, filling{"duration": b.line(words.Duration(p.LongDuration))}))
	add("important_information", words.PolicyImportant, join(b.comma(), important...))
	if !p.JoinAttackers {
		p.Defaults = append(slices.Clone(p.Defaults), "join_attackers")
	}
	add("join_attackers", words.PolicyJoin, b.line(words.JoinPolicy(p.JoinAttackers)))
	section := b.section("policies", words.Evaluation, words.PoliciesTitle, b.paragraph(words.PoliciesLead), t)
	published := b.result.Levels.Published.Assessed
	if published.Recovery.PolicyDecides {
		section.Add(Notice{Tone: Caution, Text: b.line(words.MisuseDecides)})
	}
	if published.Economic.PolicyDecides {
		section.Add(Notice{Tone: Caution, Text: b.line(words.RecallDecides)})
	}
	return section
}

// criteria prints the framework's own criteria, the highest level first, with the case's level marked.
func (b *builder) criteria() Section {
	published := b.result.Levels.Published.Assessed
	t := b.criteriaTable(&published)
	return b.section("criteria", words.Evaluation, words.CriteriaTitle, b.paragraph(words.CriteriaLead), t, b.note(words.EconomicNote))
}

// criteriaTable lists the criteria, with the levels of a case marked where there is one.
func (b *builder) criteriaTable(here *models.LevelPair) Table {
	t := b.table("criteria", words.CriteriaTable,
		b.head(words.ColumnAxis, 5), b.head(words.ColumnLevel, 7), b.column(words.ColumnCriteria, 18))
	marked := func(level Line, own bool) Cell {
		if own {
			return cell(level, Line{b.span(Mark, words.ThisCase)})
		}
		return cell(level)
	}
	for _, level := range slices.Backward(models.Recoveries()) {
		t.Rows = append(t.Rows, Row{cell(b.line(words.RecoveryAxis)), marked(b.recovery(level), here != nil && here.Determined() && level == here.Recovery.Level), bullets(b.lines(words.RecoveryCriteria(level)))})
	}
	for _, level := range slices.Backward(models.Economics()) {
		t.Rows = append(t.Rows, Row{cell(b.line(words.EconomicAxis)), marked(b.economic(level), here != nil && here.Determined() && level == here.Economic.Max), bullets(b.lines(words.EconomicCriteria(level)))})
	}
	t.merge(0, -1, nil)
	return t
}
