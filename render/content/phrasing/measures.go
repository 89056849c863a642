package phrasing

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// NumberedFirst sorts what has no number last.
func NumberedFirst(n int) int {
	if n == 0 {
		return int(^uint(0) >> 1)
	}
	return n
}

// MeasuresByViewpoint are the measures with a viewpoint, in the order of their numbers.
func MeasuresByViewpoint(s *models.System) []*models.Measure {
	var out []*models.Measure
	for i := range s.Measures {
		if m := &s.Measures[i]; m.Viewpoint != "" {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(x, y *models.Measure) int { return NumberedFirst(x.No) - NumberedFirst(y.No) })
	return out
}

// numberMeasures gives the measures of the table by viewpoint their numbers: their own, else by position.
func numberMeasures(s *models.System) map[models.MeasureID]string {
	numbers := map[models.MeasureID]string{}
	for place, m := range MeasuresByViewpoint(s) {
		no := place + 1
		if m.No != 0 {
			no = m.No
		}
		numbers[m.ID] = strconv.Itoa(no)
	}
	return numbers
}

// Placeholder is how the slides print what is left open.
func Placeholder(v *View) content.Cell { return content.CellOf(v.Line(words.Placeholder)) }

// OrPlaceholder is a cell with a text; where a placeholder row has none, it is printed as in the slides.
func OrPlaceholder(v *View, m *models.Measure, t models.Text) content.Cell {
	if t.Empty() && m.Placeholder {
		return Placeholder(v)
	}
	return v.OrNotStated(t)
}

// TargetOf is what a measure is about.
func TargetOf(v *View, m *models.Measure) content.Cell {
	if m.Target == "" {
		return OrPlaceholder(v, m, models.Text{})
	}
	return content.CellOf(v.Judged(v.Line(words.Target(m.Target)), m.Origin, "target"))
}

// Responsible is who takes a measure.
func Responsible(v *View, m *models.Measure) content.Cell {
	if m.Stakeholder == "" {
		return OrPlaceholder(v, m, models.Text{})
	}
	return content.CellOf(v.Judged(v.Called(models.StakeholderSort, string(m.Stakeholder)), m.Origin, "stakeholder"))
}

// ThreatsOf are the threats that a measure is against.
func ThreatsOf(v *View, m *models.Measure) content.Cell {
	if m.AllThreats {
		return content.Points([]content.Line{v.Line(words.AllThreats)})
	}
	lines := content.Each(m.Threats, func(id models.ThreatID) content.Line { return v.Line(v.Threat(id)) })
	if len(lines) == 0 {
		return OrPlaceholder(v, m, models.Text{})
	}
	return v.JudgedCell(content.Points(lines), m.Origin, "threats")
}

// MeasureText is what is done.
func MeasureText(v *View, m *models.Measure) content.Cell {
	if m.Text.Empty() {
		return OrPlaceholder(v, m, m.Text)
	}
	return content.Points([]content.Line{v.Inferred(v.Judged(v.Line(m.Text), m.Origin, "measure"), m.Origin)})
}

// MeasureCell names measures in short: by their numbers in the table by viewpoint, else by their requirements.
func MeasureCell(v *View, ids []models.MeasureID) content.Cell {
	if len(ids) == 0 {
		return content.CellOf(v.Quiet(words.NoMeasure))
	}
	lines := content.Each(ids, func(id models.MeasureID) content.Line { return MeasureInShort(v, id) })
	return content.CellOf(content.Join(v.Comma(), lines...))
}

// MeasureInShort names a measure by its number, where the table by viewpoint has it, and the decision.
func MeasureInShort(v *View, id models.MeasureID) content.Line {
	no := v.MeasureNo(id)
	if no == "" {
		return MeasureName(v, id)
	}
	return append(content.Raw("No. "+no), v.Parentheses(v.Line(words.Status(v.Measure(id).Status)))...)
}

// MeasureName names a measure: its number, where the table by viewpoint has it, its requirement, and the decision.
func MeasureName(v *View, id models.MeasureID) content.Line {
	m := v.Measure(id)
	if m == nil {
		return v.Called(models.MeasureSort, string(id))
	}
	what := v.RequirementOf(m)
	if what.Empty() {
		what = m.Text
	}
	name := content.Line{v.Span(content.Name, what)}
	if no := v.MeasureNo(m.ID); no != "" {
		name = content.Join(" ", content.Raw("No. "+no), name)
	}
	return append(name, v.Parentheses(v.Line(words.Status(m.Status)))...)
}
