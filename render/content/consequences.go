package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// consequences lists what an attack can lead to, and the safeguards against it.
func (b *builder) consequencesSection() Section {
	section := b.section("consequences", words.Evaluation, words.ConsequencesTitle)
	if len(b.result.Consequences) == 0 {
		section.Add(b.gap(words.NoConsequences))
		return section
	}
	section.Add(b.paragraph(words.ConsequencesLead), b.consequenceTable(), b.safeguardTable(), b.conditionTable())
	return section
}

func (b *builder) consequenceTable() Block {
	t := b.table("consequences", words.ConsequenceTable,
		b.head(words.ColumnConsequence, 7), b.column(words.ColumnHarm, 6), b.column(words.ColumnLevels, 7))
	for _, reading := range models.ReadingIDs() {
		t.Columns = append(t.Columns, b.narrow(words.Reading(reading), 3))
	}
	t.Columns = append(t.Columns, b.column(words.ColumnStoppedBy, 7))
	detailed := Detailed(b.result)
	for i := range b.result.Consequences {
		c := &b.result.Consequences[i]
		name := b.entry(models.EffectSort, string(c.Effect))
		if detailed[i] {
			name[0].Kind, name[0].To = Link, pathID(c.Effect)
		}
		cells := Row{cell(name), b.judgedCell(cell(b.harm(c.Harm)...), b.effectOrigin(c.Effect), "harm"), cell(b.recoveryLevel(&c.Levels), b.economicLevel(&c.Levels))}
		if c.Derived {
			cells[0].Lines = append(cells[0].Lines, b.quiet(words.DerivedConsequence))
		}
		for _, reading := range models.ReadingIDs() {
			cells = append(cells, b.reachable(*c.Reachable.In(reading)))
		}
		t.Rows = append(t.Rows, append(cells, b.stoppedBy(c)))
	}
	return t
}

// effectOrigin is where an effect comes from; one that is derived from data comes from no file.
func (b *builder) effectOrigin(id models.EffectID) models.Origin {
	if e := b.effect(id); e != nil {
		return e.Origin
	}
	return models.Origin{}
}

// harm says what a consequence does to people.
func (b *builder) harm(h *models.Harm) []Line {
	var lines []Line
	if injures(h) {
		lines = append(lines, b.injury(h))
	}
	if h != nil {
		for _, id := range h.Discloses {
			lines = append(lines, b.fill(words.Disclosure, filling{"data": b.dataWithClass(id)}))
		}
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NoHarm))
	}
	return lines
}

// reachable is the mark of whether something can be brought about.
func (b *builder) reachable(r models.Reachability) Cell {
	if r.Reachable {
		return cell(b.strong(words.Reachable))
	}
	return cell(b.quiet(words.NotReachable))
}

// stoppedBy lists what keeps a consequence from being reachable in the assessed reading.
func (b *builder) stoppedBy(c *models.Consequence) Cell {
	lines := allCalled(b, models.SafeguardSort, c.StoppedBy)
	for _, x := range c.Excluded {
		lines = append(lines, b.exclusion(x))
	}
	return b.pointsOrNone(lines)
}

// exclusion says which device class rules a cause out.
func (b *builder) exclusion(x models.Exclusion) Line {
	return b.fill(words.Exclusion, filling{
		"component": b.called(models.ComponentSort, string(x.Component)),
		"class":     b.line(b.class(x.Class)),
	})
}

func (b *builder) safeguardTable() Block {
	if len(b.system.Safeguards) == 0 {
		return b.gap(words.NoSafeguards)
	}
	t := b.table("safeguards", words.SafeguardTable,
		b.head(words.ColumnSafeguard, 4), b.column(words.ColumnGuards, 4), b.column(words.ColumnIndependence, 3), b.column(words.ColumnHost, 3), b.column(words.ColumnFitted, 4))
	for i := range b.system.Safeguards {
		s := &b.system.Safeguards[i]
		var guards []Line
		for _, id := range s.Guards {
			kind := models.EffectSort
			if b.knows(models.CauseSort, id) {
				kind = models.CauseSort
			}
			guards = append(guards, b.called(kind, id))
		}
		host := b.none()
		if s.Host != "" {
			host = cell(b.called(models.ComponentSort, string(s.Host)))
		}
		t.Rows = append(t.Rows, Row{
			cell(b.entry(models.SafeguardSort, string(s.ID))), b.judgedCell(cell(guards...), s.Origin, "guards"),
			cell(b.judged(b.line(words.Independence(s.Independence)), s.Origin, "independence")),
			b.judgedCell(host, s.Origin, "host"), b.judgedCell(b.fitted(s.Fitted), s.Origin, "fitted"),
		})
	}
	return t
}

// fitted says on which device classes a safeguard is fitted.
func (b *builder) fitted(f *models.Fitting) Cell {
	if f == nil {
		return cell(b.line(words.AlwaysFitted))
	}
	var classes []Line
	for _, id := range f.Classes {
		classes = append(classes, b.line(b.class(id)))
	}
	return cell(b.fill(words.FittedOnly, filling{
		"component": b.called(models.ComponentSort, string(f.Component)),
		"classes":   join(b.comma(), classes...),
	}))
}

func (b *builder) conditionTable() Block {
	if len(b.system.Conditions) == 0 {
		return b.gap(words.NoConditions)
	}
	t := b.table("conditions", words.ConditionTable, b.head(words.ColumnCondition, 5), b.column(words.ColumnHandling, 5))
	for i := range b.system.Conditions {
		c := &b.system.Conditions[i]
		handling := b.line(words.ConditionPossible)
		if c.Excluded {
			handling = b.line(words.ConditionExcluded)
		}
		t.Rows = append(t.Rows, Row{cell(b.entry(models.ConditionSort, string(c.ID))), cell(handling)})
	}
	return t
}
