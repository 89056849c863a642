package content

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// flowShare is the share of a page's height that the figure of the data flows may take.
const flowShare = 45

// dataflow shows who sends what to whom, and the data that is handled.
func (b *builder) dataflow() Section {
	section := b.section("dataflow", words.Preparation, words.DataflowTitle)
	if len(b.system.Flows) == 0 {
		section.Blocks = append(section.Blocks, b.gap(words.NoFlows))
	} else {
		section.Blocks = append(section.Blocks,
			b.paragraph(words.DataflowLead),
			b.sizedFigure("dataflow", b.line(words.DataflowTitle), flowShare),
			b.flowTable())
	}
	section.Blocks = append(section.Blocks, b.dataTable())
	section.Blocks = append(section.Blocks, b.cited(models.SectionDataflow)...)
	return section
}

// flowTable lists the flows by their number in the figure; those without one follow in the model's order.
func (b *builder) flowTable() Block {
	t := b.table("dataflows", words.FlowTable,
		b.narrow(words.ColumnNo, 3), b.column(words.ColumnSends, 8), b.column(words.ColumnFrom, 6), b.column(words.ColumnTo, 6),
		b.column(words.ColumnVia, 7), b.column(words.ColumnNature, 5), b.column(words.ColumnCarries, 6), b.column(words.ColumnProtection, 7))
	flows := slices.Clone(b.system.Flows)
	slices.SortStableFunc(flows, func(x, y models.Flow) int {
		return cmp.Or(cmp.Compare(noZero(x.Seq), noZero(y.Seq)))
	})
	for i := range flows {
		f := &flows[i]
		no := b.none()
		if f.Seq != 0 {
			no = cell(raw(strconv.Itoa(f.Seq)))
		}
		t.Rows = append(t.Rows, Row{
			no, b.flowName(f), b.flowEnd(f, f.From, "from"), b.flowEnd(f, f.To, "to"),
			b.judgedCell(listed(b, models.ComponentSort, f.Via), f.Origin, "via"),
			cell(b.judged(b.line(words.Nature(f.Nature)), f.Origin, "nature")),
			b.judgedCell(listed(b, models.DataSort, f.Carries), f.Origin, "carries"),
			b.judgedCell(b.protection(f.Properties), f.Origin, "properties"),
		})
	}
	return t
}

func (b *builder) flowEnd(f *models.Flow, end models.ComponentID, field string) Cell {
	return cell(b.judged(b.called(models.ComponentSort, string(end)), f.Origin, field))
}

// noZero sorts what has no number last.
func noZero(n int) int {
	if n == 0 {
		return int(^uint(0) >> 1)
	}
	return n
}

// flowName is what a flow sends, with what must be known of it.
func (b *builder) flowName(f *models.Flow) Cell {
	name := Line{b.span(Name, f.Name)}
	if f.Name.Empty() {
		name = Line{b.span(Plain, words.Nature(f.Nature))}
	}
	if f.Inferred() {
		name = append(name, b.span(Mark, words.InferredMark))
	}
	c := cell(name)
	if len(f.When) > 0 {
		c.Lines = append(c.Lines, b.fill(words.FlowWhen, filling{"conditions": enumerate(b, models.ConditionSort, f.When)}))
	}
	if f.OpenedBy != "" && f.OpenedBy != f.From {
		c.Lines = append(c.Lines, b.fill(words.FlowOpenedBy, filling{"component": b.called(models.ComponentSort, string(f.OpenedBy))}))
	}
	if f.Optional {
		c.Lines = append(c.Lines, b.quiet(words.FlowOptional))
	}
	if f.Closed {
		c.Lines = append(c.Lines, b.quiet(words.FlowClosed))
	}
	return c
}

// protection lists what the model states of an element's protective properties, in the catalog's order.
func (b *builder) protection(properties models.Properties) Cell {
	var lines []Line
	for i := range b.result.Words.Properties {
		p := &b.result.Words.Properties[i]
		switch stated := properties[p.ID]; {
		case stated == models.Given:
			lines = append(lines, b.fill(words.PropertyTrue, filling{"property": b.line(p.Name)}))
		case stated.Protects():
			lines = append(lines, b.fill(words.PropertyUpTo, filling{"property": b.line(p.Name), "resistance": b.line(words.Resistance(stated))}))
		case stated == models.Absent:
			lines = append(lines, b.fill(words.PropertyFalse, filling{"property": b.line(p.Name)}))
		}
	}
	if len(lines) == 0 {
		return cell(b.quiet(words.NotStated))
	}
	return cell(lines...)
}

func (b *builder) dataTable() Block {
	if len(b.system.Data) == 0 {
		return b.gap(words.NoData)
	}
	t := b.table("data", words.DataTable,
		b.head(words.ColumnData, 4), b.column(words.ColumnSensitivity, 3), b.column(words.ColumnStoredIn, 4), b.column(words.ColumnSentBy, 5))
	for i := range b.system.Data {
		d := &b.system.Data[i]
		var sent []models.FlowID
		for _, f := range b.system.Flows {
			if slices.Contains(f.Carries, d.ID) {
				sent = append(sent, f.ID)
			}
		}
		t.Rows = append(t.Rows, Row{
			cell(b.entry(models.DataSort, string(d.ID))), cell(b.judged(b.line(b.sensitivity(d.Sensitivity)), d.Origin, "sensitivity")),
			b.storedIn(d.ID), listed(b, models.FlowSort, sent),
		})
	}
	return t
}

// storedIn lists the components that store a data item.
func (b *builder) storedIn(id models.DataID) Cell {
	var lines []Line
	for i := range b.system.Components {
		if c := &b.system.Components[i]; slices.Contains(c.Stores, id) {
			lines = append(lines, b.judged(b.called(models.ComponentSort, string(c.ID)), c.Origin, "stores"))
		}
	}
	return b.linesOrNone(lines)
}
