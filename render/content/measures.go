package content

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// viewpoints says which viewpoints of axis 3 the case's cell of the map calls for, and which are lacking.
func (b *builder) viewpoints() Section {
	section := b.section("viewpoints", words.Response, words.ViewpointsTitle)
	section.Wide = true
	published := b.result.Levels.Published.Assessed
	if !published.Determined() {
		section.Add(Notice{Tone: Caution, Text: b.missing(&published)})
		return section
	}
	section.Add(Paragraph{Text: b.fill(words.ViewpointsLead, filling{
		"recovery": b.recovery(published.Recovery.Level), "economic": b.economic(published.Economic.Max),
	})})
	t := b.table("viewpoints", words.ViewpointTable,
		b.head(words.ThirdAxis, 3), b.column(words.ColumnMeaning, 8), b.narrow(words.ColumnCalled, 3), b.column(words.ColumnCoverage, 4))
	for i := range b.result.Words.Viewpoints {
		view := &b.result.Words.Viewpoints[i]
		called := b.quiet(words.NotCalled)
		if slices.Contains(b.result.Viewpoints.Called, view.ID) {
			called = b.strong(words.Called)
		}
		t.Rows = append(t.Rows, Row{cell(b.line(view.Name)), cell(b.line(view.Means)), cell(called), cell(b.coverage(view.ID))})
	}
	if len(t.Rows) == 0 {
		section.Add(b.gap(words.NoViewpoints))
		return section
	}
	section.Add(t, Notice{Tone: Remark, Text: b.fill(words.CellsInferred, filling{"mark": {b.span(Mark, words.InferredMark)}})})
	return section
}

// coverage says whether the measures of the case have a viewpoint that is called for.
func (b *builder) coverage(id models.ViewpointID) Line {
	viewpoints := b.result.Viewpoints
	switch {
	case slices.Contains(viewpoints.Lacking, id):
		return b.strong(words.ViewpointLacking)
	case slices.Contains(viewpoints.Open, id):
		return b.line(words.ViewpointOpen)
	case slices.Contains(viewpoints.Called, id):
		return b.line(words.ViewpointCovered)
	}
	return b.quiet(words.None)
}

// measures lists the measures by viewpoint, target and stakeholder.
func (b *builder) measuresSection() Section {
	section := b.section("measures", words.Response, words.MeasuresTitle)
	section.Wide = true
	t := b.table("measures-by-viewpoint", words.MeasureTable,
		b.narrow(words.ColumnNo, 1), b.head(words.ThirdAxis, 3), b.column(words.ColumnTarget, 3), b.column(words.ColumnResponsible, 4),
		b.column(words.ColumnThreatsOf, 3), b.column(words.ColumnRequirement, 6), b.column(words.ColumnMeasure, 10))
	for _, i := range b.byViewpoint() {
		m := &b.system.Measures[i]
		t.Rows = append(t.Rows, Row{
			cell(raw(b.measureNo(m.ID))), cell(b.line(b.viewpoint(m.Viewpoint))), b.targetOf(m), b.responsible(m),
			b.threatsOf(m), b.orPlaceholder(m, b.requirement(m)), b.consideredMeasure(m),
		})
	}
	if len(t.Rows) == 0 {
		section.Add(b.gap(words.NoMeasures))
	} else {
		isPlaceholder := func(c Cell) bool { return sameCell(c, b.placeholder()) }
		t.merge(1, -1, nil)
		t.merge(2, 1, isPlaceholder)
		t.merge(3, 1, isPlaceholder)
		section.Add(b.paragraph(words.MeasuresLead), t, b.note(words.MeasuresNote))
	}
	section.Add(b.cited(models.SectionMeasures)...)
	return section
}

// byViewpoint are the measures with a viewpoint, as places in the model, in the order of their numbers.
func (b *builder) byViewpoint() []int {
	var out []int
	for i := range b.system.Measures {
		if b.system.Measures[i].Viewpoint != "" {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(x, y int) int {
		return noZero(b.system.Measures[x].No) - noZero(b.system.Measures[y].No)
	})
	return out
}

// numberMeasures gives the measures of the table by viewpoint their numbers: their own, else by position.
func (b *builder) numberMeasures() map[models.MeasureID]string {
	numbers := map[models.MeasureID]string{}
	for place, i := range b.byViewpoint() {
		m := &b.system.Measures[i]
		if m.No != 0 {
			place = m.No - 1
		}
		numbers[m.ID] = strconv.Itoa(place + 1)
	}
	return numbers
}

// placeholder is how the slides print what is left open.
func (b *builder) placeholder() Cell { return cell(b.line(words.Placeholder)) }

// orPlaceholder is a cell with a text; where a placeholder row has none, it is printed as in the slides.
func (b *builder) orPlaceholder(m *models.Measure, t models.Text) Cell {
	if t.Empty() && m.Placeholder {
		return b.placeholder()
	}
	return b.orLacking(t)
}

func (b *builder) targetOf(m *models.Measure) Cell {
	if m.Target == "" {
		return b.orPlaceholder(m, models.Text{})
	}
	return cell(b.judged(b.line(words.Target(m.Target)), m.Origin, "target"))
}

func (b *builder) responsible(m *models.Measure) Cell {
	if m.Stakeholder == "" {
		return b.orPlaceholder(m, models.Text{})
	}
	return cell(b.judged(b.called(models.StakeholderSort, string(m.Stakeholder)), m.Origin, "stakeholder"))
}

func (b *builder) threatsOf(m *models.Measure) Cell {
	if m.AllThreats {
		return bullets([]Line{b.line(words.AllThreats)})
	}
	var lines []Line
	for _, id := range m.Threats {
		lines = append(lines, b.line(b.threat(id)))
	}
	if len(lines) == 0 {
		return b.orPlaceholder(m, models.Text{})
	}
	return b.judgedCell(bullets(lines), m.Origin, "threats")
}

// consideredMeasure is a measure as it is proposed: with its reason, where nothing is decided yet. Reasons of decisions
// stand beside them.
func (b *builder) consideredMeasure(m *models.Measure) Cell {
	c := b.measureText(m)
	if (m.Status == "" || m.Status == models.Candidate) && !m.Reason.Empty() {
		last := len(c.Lines) - 1
		c.Lines[last] = append(append(c.Lines[last], Span{Text: " "}), b.quiet(m.Reason)...)
	}
	return c
}

func (b *builder) measureText(m *models.Measure) Cell {
	if m.Text.Empty() {
		return b.orPlaceholder(m, m.Text)
	}
	return bullets([]Line{b.inferred(b.judged(b.line(m.Text), m.Origin, "measure"), m.Origin)})
}
