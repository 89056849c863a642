package usecase

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// flowShare is the share of a page's height that the figure of the data flows may take.
const flowShare = 45

// dataflow shows who sends what to whom, and the data that is handled.
func dataflow(v *phrasing.View) content.Section {
	section := v.Section("dataflow", words.Preparation, words.DataflowTitle)
	if len(v.System.Flows) == 0 {
		section.Add(v.Gap(words.NoFlows))
	} else {
		section.Add(
			v.Paragraph(words.DataflowLead),
			v.SizedFigure("dataflow", v.Line(words.DataflowTitle), flowShare),
			flowTable(v))
	}
	section.Add(dataTable(v))
	return section.With(phrasing.Cited(v, models.SectionDataflow)...)
}

// flowTable lists the flows by their number in the figure; those without one follow in the model's order.
func flowTable(v *phrasing.View) content.Block {
	t := v.Table("dataflows", words.FlowTable,
		v.Narrow(words.ColumnNo, 3), v.Column(words.ColumnSends, 8), v.Column(words.ColumnFrom, 6), v.Column(words.ColumnTo, 6),
		v.Column(words.ColumnVia, 7), v.Column(words.ColumnNature, 5), v.Column(words.ColumnCarries, 6), v.Column(words.ColumnProtection, 7))
	flows := slices.Clone(v.System.Flows)
	slices.SortStableFunc(flows, func(x, y models.Flow) int {
		return cmp.Or(cmp.Compare(phrasing.NumberedFirst(x.Seq), phrasing.NumberedFirst(y.Seq)))
	})
	for i := range flows {
		f := &flows[i]
		no := v.None()
		if f.Seq != 0 {
			no = content.CellOf(content.Raw(strconv.Itoa(f.Seq)))
		}
		t.Rows = append(t.Rows, content.Row{
			no, flowName(v, f), flowEnd(v, f, f.From, "from"), flowEnd(v, f, f.To, "to"),
			v.JudgedCell(phrasing.Listed(v, models.ComponentSort, f.Via), f.Origin, "via"),
			content.CellOf(v.Judged(v.Line(words.Nature(f.Nature)), f.Origin, "nature")),
			v.JudgedCell(phrasing.Listed(v, models.DataSort, f.Carries), f.Origin, "carries"),
			v.JudgedCell(protection(v, f.Properties), f.Origin, "properties"),
		})
	}
	return t
}

func flowEnd(v *phrasing.View, f *models.Flow, end models.ComponentID, field string) content.Cell {
	return content.CellOf(v.Judged(v.Called(models.ComponentSort, string(end)), f.Origin, field))
}

// flowName is what a flow sends, with what must be known of it.
func flowName(v *phrasing.View, f *models.Flow) content.Cell {
	name := content.Line{v.Span(content.Name, f.Name)}
	if f.Name.Empty() {
		name = content.Line{v.Span(content.Plain, words.Nature(f.Nature))}
	}
	c := content.CellOf(v.Inferred(name, f.Origin))
	if len(f.When) > 0 {
		c.Lines = append(c.Lines, v.Fill(words.FlowWhen, phrasing.Roles{"conditions": phrasing.Enumerate(v, models.ConditionSort, f.When)}))
	}
	if f.OpenedBy != "" && f.OpenedBy != f.From {
		c.Lines = append(c.Lines, v.Fill(words.FlowOpenedBy, phrasing.Roles{"component": v.Called(models.ComponentSort, string(f.OpenedBy))}))
	}
	if f.Optional {
		c.Lines = append(c.Lines, v.Quiet(words.FlowOptional))
	}
	if f.Closed {
		c.Lines = append(c.Lines, v.Quiet(words.FlowClosed))
	}
	return c
}

// protection lists what the model states of an element's protective properties, in the catalog's order.
func protection(v *phrasing.View, properties models.Properties) content.Cell {
	var lines []content.Line
	for i := range v.Result.Words.Properties {
		p := &v.Result.Words.Properties[i]
		switch stated := properties[p.ID]; {
		case stated == models.Given:
			lines = append(lines, v.Fill(words.PropertyTrue, phrasing.Roles{"property": v.Line(p.Name)}))
		case stated.Protects():
			lines = append(lines, v.Fill(words.PropertyUpTo, phrasing.Roles{"property": v.Line(p.Name), "resistance": v.Line(words.Resistance(stated))}))
		case stated == models.Absent:
			lines = append(lines, v.Fill(words.PropertyFalse, phrasing.Roles{"property": v.Line(p.Name)}))
		}
	}
	return content.CellOf(v.LinesOr(lines, words.NotStated)...)
}

func dataTable(v *phrasing.View) content.Block {
	if len(v.System.Data) == 0 {
		return v.Gap(words.NoData)
	}
	t := v.Table("data", words.DataTable,
		v.Head(words.ColumnData, 4), v.Column(words.ColumnSensitivity, 3), v.Column(words.ColumnStoredIn, 4), v.Column(words.ColumnSentBy, 5))
	for i := range v.System.Data {
		d := &v.System.Data[i]
		var sent []models.FlowID
		for _, f := range v.System.Flows {
			if slices.Contains(f.Carries, d.ID) {
				sent = append(sent, f.ID)
			}
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Entry(models.DataSort, string(d.ID))), content.CellOf(v.Judged(v.Line(v.Sensitivity(d.Sensitivity)), d.Origin, "sensitivity")),
			storedIn(v, d.ID), phrasing.Listed(v, models.FlowSort, sent),
		})
	}
	return t
}

// storedIn lists the components that store a data item.
func storedIn(v *phrasing.View, id models.DataID) content.Cell {
	var lines []content.Line
	for i := range v.System.Components {
		if c := &v.System.Components[i]; slices.Contains(c.Stores, id) {
			lines = append(lines, v.Judged(v.Called(models.ComponentSort, string(c.ID)), c.Origin, "stores"))
		}
	}
	return v.LinesOrNone(lines)
}
