package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// configuration shows the system and lists its components.
func configuration(v *phrasing.View) content.Section {
	section := v.Section("configuration", words.Preparation, words.ConfigurationTitle)
	if len(v.System.Components) == 0 {
		return section.With(v.Gap(words.NoComponents))
	}
	section.Add(
		v.Paragraph(words.ConfigurationLead),
		v.Figure("configuration", v.Line(words.ConfigurationFigure)))
	for _, note := range v.System.Overview.Notes {
		section.Add(v.Note(note))
	}
	section.Add(componentTable(v))
	section.Add(drawnOnly(v)...)
	section.Add(passages(v)...)
	section.Add(dependencies(v))
	return section.With(phrasing.Cited(v, models.SectionConfiguration)...)
}

// componentTable lists exactly the components of the case, not what is only drawn.
func componentTable(v *phrasing.View) content.Block {
	t := v.Table("components", words.ComponentTable,
		v.Head(words.ColumnComponent, 4), v.Column(words.ColumnKind, 3), v.Column(words.ColumnZone, 3),
		v.Narrow(words.ColumnLayer, 2), v.Column(words.ColumnParties, 6))
	for i := range v.System.Components {
		c := &v.System.Components[i]
		if c.DrawnOnly {
			continue
		}
		name := content.CellOf(v.Entry(models.ComponentSort, string(c.ID)))
		if !c.Description.Empty() {
			name.Lines = append(name.Lines, v.Quiet(c.Description))
		}
		if c.Installations > 1 {
			name.Lines = append(name.Lines, v.Fill(words.Installations, phrasing.Roles{"n": content.Raw(words.Count(c.Installations))}))
		}
		kind := content.CellOf(v.Judged(v.Line(v.Kind(c.Kind)), c.Origin, "kind"))
		if c.DeviceClass != "" {
			kind.Lines = append(kind.Lines, v.Judged(v.Quiet(v.Class(c.DeviceClass)), c.Origin, "device_class"))
		}
		zone := content.CellOf(v.Judged(v.Sited(c.Zone), c.Origin, "zone"))
		t.Rows = append(t.Rows, content.Row{name, kind, zone, layer(v, c), parties(v, c.ID)})
	}
	if len(t.Rows) == 0 {
		return v.Gap(words.NoComponents)
	}
	return t
}

func layer(v *phrasing.View, c *models.Component) content.Cell {
	if words.Layer(c.Layer).Empty() {
		return v.None()
	}
	return content.CellOf(v.Judged(v.Line(words.Layer(c.Layer)), c.Origin, "layer"))
}

// parties lists who makes, supplies, owns, operates, maintains or uses a component.
func parties(v *phrasing.View, id models.ComponentID) content.Cell {
	var lines []content.Line
	for i := range v.System.Stakeholders {
		s := &v.System.Stakeholders[i]
		if duties := duties(v, s, id); len(duties) > 0 {
			lines = append(lines, content.Join(v.Colon(), v.Called(models.StakeholderSort, string(s.ID)), duties))
		}
	}
	return content.CellOf(v.LinesOr(lines, words.NotStated)...)
}

// duties says what a stakeholder has to do with a component. Where all of it is the author's own judgement, the mark
// stands once.
func duties(v *phrasing.View, s *models.Stakeholder, id models.ComponentID) content.Line {
	var names, marked []content.Line
	stated := false
	for _, duty := range models.Duties() {
		if slices.Contains(s.Of(duty), id) {
			name := v.Line(words.Duty(duty))
			names, marked = append(names, name), append(marked, v.Judged(name, s.Origin, string(duty)))
			stated = stated || s.Inferred() || !s.Infers(string(duty))
		}
	}
	if stated || len(names) == 0 {
		return content.Join(v.Comma(), marked...)
	}
	return append(content.Join(v.Comma(), names...), v.Span(content.Mark, words.InferredMark))
}

// drawnOnly names what the figure shows beyond the list.
func drawnOnly(v *phrasing.View) []content.Block {
	var ids []models.ComponentID
	for _, c := range v.System.Components {
		if c.DrawnOnly {
			ids = append(ids, c.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return []content.Block{content.Paragraph{Small: true, Text: v.Fill(words.DrawnOnly, phrasing.Roles{"names": phrasing.Enumerate(v, models.ComponentSort, ids)})}}
}

func dependencies(v *phrasing.View) content.Block {
	if len(v.System.Dependencies) == 0 {
		return v.Gap(words.NoDependencies)
	}
	t := v.Table("dependencies", words.DependencyTable,
		v.Head(words.ColumnComponent, 3), v.Column(words.ColumnNeeds, 3), v.Column(words.ColumnReason, 5))
	for i := range v.System.Dependencies {
		d := &v.System.Dependencies[i]
		reason := v.OrNotStated(d.Reason)
		if d.Precaution {
			reason.Lines = append(reason.Lines, v.Quiet(words.Precaution))
		}
		if d.Inferred() {
			reason.Lines = append(reason.Lines, v.Inferred(nil, d.Origin))
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Called(models.ComponentSort, string(d.Component))),
			content.CellOf(v.Called(models.ComponentSort, string(d.Needs))), reason,
		})
	}
	return t
}

// passages says what the model states of traffic between networks: what components that join networks pass, and which
// networks nothing joins.
func passages(v *phrasing.View) []content.Block {
	var lines []content.Line
	for i := range v.System.Components {
		c := &v.System.Components[i]
		if c.Passes != nil {
			lines = append(lines, v.Judged(passed(v, c), c.Origin, "passes"))
		}
		for _, other := range c.Separate {
			line := v.Fill(words.Separate, phrasing.Roles{
				"a": v.Called(models.ComponentSort, string(c.ID)), "b": v.Called(models.ComponentSort, string(other)),
			})
			lines = append(lines, v.Judged(line, c.Origin, "separate"))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	out := make([]content.Block, len(lines))
	for i, line := range lines {
		out[i] = content.Paragraph{Small: true, Text: line}
	}
	return out
}

// passed says what one component passes between its networks.
func passed(v *phrasing.View, c *models.Component) content.Line {
	gateway := v.Called(models.ComponentSort, string(c.ID))
	if len(c.Passes) == 0 {
		return v.Fill(words.PassesNothing, phrasing.Roles{"component": gateway})
	}
	ways := content.Each(c.Passes, func(p models.Passage) content.Line {
		return content.Join(" → ", v.Called(models.ComponentSort, string(p.From)), v.Called(models.ComponentSort, string(p.To)))
	})
	return v.Fill(words.Passes, phrasing.Roles{"component": gateway, "passages": content.Join(v.Comma(), ways...)})
}
