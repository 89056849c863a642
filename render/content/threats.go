package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// threats lists the threats of each component, and whether they can be brought about.
func (b *builder) threats() Section {
	section := b.section("threats", words.Response, words.ThreatsTitle)
	section.Wide = true
	if len(b.result.Threats) == 0 {
		section.Add(b.gap(words.NoThreats))
	} else {
		section.Add(b.paragraph(words.ThreatsLead), b.threatTable(),
			b.note(words.EffortsNote))
	}
	if len(b.result.Unlisted) > 0 {
		states := join(b.comma(), b.facts(b.result.Unlisted)...)
		section.Add(Paragraph{Text: b.fill(words.Unlisted, filling{"states": states})})
	}
	section.Add(b.cited(models.SectionThreats)...)
	return section
}

func (b *builder) threatTable() Block {
	t := b.table("threats", words.ThreatTable, b.head(words.ColumnListed, 4), b.head(words.ColumnThreat, 4))
	for _, reading := range models.ReadingIDs() {
		t.Columns = append(t.Columns, b.narrow(words.Reading(reading), 2))
	}
	t.Columns = append(t.Columns, b.column(words.ColumnByWhom, 4), b.column(words.ColumnEasiest, 8), b.column(words.ColumnLeadsTo, 5), b.column(words.ColumnMeasures, 6))
	for i := range b.result.Threats {
		r := &b.result.Threats[i]
		row := Row{cell(b.threatName(r.Component)), cell(b.line(b.threat(r.Threat)))}
		for _, reading := range models.ReadingIDs() {
			row = append(row, b.reachable(*r.Reachable.In(reading)))
		}
		t.Rows = append(t.Rows, append(row,
			b.byProfiles(r.Reachable.Assessed.By), b.easiest(r), b.leadsTo(r), b.measureCell(r.Measures)))
	}
	t.merge(0, -1, nil)
	return t
}

// leadsTo names the consequences that a threat leads to, one a line.
func (b *builder) leadsTo(r *models.ThreatRow) Cell {
	return b.linesOrNone(b.effectsOf(r.LeadsTo, r.LeadsToAll))
}

// threatName is what the table of threats calls a component.
func (b *builder) threatName(id models.ComponentID) Line {
	if c := b.component(id); c != nil && !c.ThreatName.Empty() {
		return Line{b.span(Name, c.ThreatName)}
	}
	return b.called(models.ComponentSort, string(id))
}

// easiest says the easiest path to a threat in short: who, the compromises on the way, and the effort.
func (b *builder) easiest(r *models.ThreatRow) Cell {
	switch {
	case r.Attack != nil:
		return cell(b.inShort(r.Attack), join(b.colon(), b.quiet(words.Effort), b.days(r.Attack.Effort)))
	case r.Reachable.Assessed.Reachable:
		return cell(b.quiet(words.OnlyUnmalicious))
	}
	return b.none()
}

// inShort is an attack as a chain: the profile, then each compromise in the order of the steps.
func (b *builder) inShort(a *models.Attack) Line {
	links := []Line{b.called(models.ProfileSort, string(a.Profile))}
	seen := map[models.Fact]bool{}
	for i := range a.Steps {
		f := a.Steps[i].Concludes
		if a.Steps[i].Rule == models.RuleUncredited {
			continue
		}
		if !seen[f] && (b.compromise(f) || f == a.Goal) {
			links = append(links, b.fact(f))
		}
		seen[f] = true
	}
	return join(" → ", links...)
}

// measureCell names measures in short: by their numbers in the table by viewpoint, else by their requirements.
func (b *builder) measureCell(ids []models.MeasureID) Cell {
	if len(ids) == 0 {
		return cell(b.quiet(words.NoMeasure))
	}
	var lines []Line
	for _, id := range ids {
		lines = append(lines, b.measureInShort(id))
	}
	return cell(join(b.comma(), lines...))
}

// measureInShort names a measure by its number, where the table by viewpoint has it, and the decision.
func (b *builder) measureInShort(id models.MeasureID) Line {
	no := b.measureNo(id)
	if no == "" {
		return b.measureName(id)
	}
	return append(raw("No. "+no), b.parentheses(b.line(words.Status(b.measure(id).Status)))...)
}

// measureName names a measure: its number, where the table by viewpoint has it, its requirement, and the decision.
func (b *builder) measureName(id models.MeasureID) Line {
	m := b.measure(id)
	if m == nil {
		return b.called(models.MeasureSort, string(id))
	}
	what := b.requirement(m)
	if what.Empty() {
		what = m.Text
	}
	name := Line{b.span(Name, what)}
	if no := b.measureNo(m.ID); no != "" {
		name = join(" ", raw("No. "+no), name)
	}
	return append(name, b.parentheses(b.line(words.Status(m.Status)))...)
}
