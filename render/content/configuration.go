package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// configuration shows the system and lists its components.
func (b *builder) configuration() Section {
	section := b.section("configuration", words.Preparation, words.ConfigurationTitle)
	if len(b.system.Components) == 0 {
		section.Add(b.gap(words.NoComponents))
		return section
	}
	section.Add(
		b.paragraph(words.ConfigurationLead),
		b.figure("configuration", b.line(words.ConfigurationFigure)))
	for _, note := range b.system.Overview.Notes {
		section.Add(b.note(note))
	}
	section.Add(b.componentTable())
	section.Add(b.drawnOnly()...)
	section.Add(b.dependencies())
	section.Add(b.cited(models.SectionConfiguration)...)
	return section
}

// componentTable lists exactly the components of the case, not what is only drawn.
func (b *builder) componentTable() Block {
	t := b.table("components", words.ComponentTable,
		b.head(words.ColumnComponent, 4), b.column(words.ColumnKind, 3), b.column(words.ColumnZone, 3),
		b.narrow(words.ColumnLayer, 2), b.column(words.ColumnParties, 6))
	for i := range b.system.Components {
		c := &b.system.Components[i]
		if c.DrawnOnly {
			continue
		}
		name := cell(b.entry(models.ComponentSort, string(c.ID)))
		if !c.Description.Empty() {
			name.Lines = append(name.Lines, b.quiet(c.Description))
		}
		if c.Installations > 1 {
			name.Lines = append(name.Lines, b.fill(words.Installations, filling{"n": raw(words.Count(c.Installations))}))
		}
		kind := cell(b.judged(b.line(b.kind(c.Kind)), c.Origin, "kind"))
		if c.DeviceClass != "" {
			kind.Lines = append(kind.Lines, b.judged(b.quiet(b.class(c.DeviceClass)), c.Origin, "device_class"))
		}
		zone := cell(b.judged(b.entry(models.ZoneSort, string(c.Zone)), c.Origin, "zone"))
		t.Rows = append(t.Rows, Row{name, kind, zone, b.layer(c), b.parties(c.ID)})
	}
	return t
}

func (b *builder) layer(c *models.Component) Cell {
	if words.Layer(c.Layer).Empty() {
		return b.none()
	}
	return cell(b.judged(b.line(words.Layer(c.Layer)), c.Origin, "layer"))
}

// parties lists who makes, supplies, owns, operates, maintains or uses a component.
func (b *builder) parties(id models.ComponentID) Cell {
	var lines []Line
	for i := range b.system.Stakeholders {
		s := &b.system.Stakeholders[i]
		if duties := b.duties(s, id); len(duties) > 0 {
			lines = append(lines, join(b.colon(), b.called(models.StakeholderSort, string(s.ID)), duties))
		}
	}
	if len(lines) == 0 {
		return cell(b.quiet(words.NotStated))
	}
	return cell(lines...)
}

// duties says what a stakeholder has to do with a component. Where all of it is the author's own judgement, the mark
// stands once.
func (b *builder) duties(s *models.Stakeholder, id models.ComponentID) Line {
	var names, marked []Line
	stated := false
	for _, duty := range models.Duties() {
		if slices.Contains(s.Of(duty), id) {
			name := b.line(words.Duty(duty))
			names, marked = append(names, name), append(marked, b.judged(name, s.Origin, string(duty)))
			stated = stated || s.Inferred() || !s.Infers(string(duty))
		}
	}
	if stated || len(names) == 0 {
		return join(b.comma(), marked...)
	}
	return append(join(b.comma(), names...), b.span(Mark, words.InferredMark))
}

// drawnOnly names what the figure shows beyond the list.
func (b *builder) drawnOnly() []Block {
	var ids []models.ComponentID
	for _, c := range b.system.Components {
		if c.DrawnOnly {
			ids = append(ids, c.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return []Block{Paragraph{Small: true, Text: b.fill(words.DrawnOnly, filling{"names": enumerate(b, models.ComponentSort, ids)})}}
}

func (b *builder) dependencies() Block {
	if len(b.system.Dependencies) == 0 {
		return b.gap(words.NoDependencies)
	}
	t := b.table("dependencies", words.DependencyTable,
		b.head(words.ColumnComponent, 3), b.column(words.ColumnNeeds, 3), b.column(words.ColumnReason, 5))
	for i := range b.system.Dependencies {
		d := &b.system.Dependencies[i]
		reason := b.orLacking(d.Reason)
		if d.Precaution {
			reason.Lines = append(reason.Lines, b.quiet(words.Precaution))
		}
		if d.Inferred() {
			reason.Lines = append(reason.Lines, b.inferred(nil, d.Origin))
		}
		t.Rows = append(t.Rows, Row{
			cell(b.called(models.ComponentSort, string(d.Component))),
			cell(b.called(models.ComponentSort, string(d.Needs))), reason,
		})
	}
	return t
}
