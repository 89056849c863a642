package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/words"
)

// lifecycle shows the life of data in the four steps of the framework's third layer; nothing where the case does not state it.
func (b *builder) lifecycle() Section {
	if len(b.system.Fields)+len(b.system.Events) == 0 {
		return Section{}
	}
	section := b.section("lifecycle", words.Preparation, words.LifecycleTitle, b.paragraph(words.LifecycleLead))
	if len(b.system.Events) == 0 {
		section.Add(b.gap(words.NoEvents))
	}
	step := func(id string, title, lead models.Text, share int, tables ...Block) Section {
		blocks := append([]Block{b.paragraph(lead)}, tables...)
		if len(b.system.Events) > 0 {
			blocks = append(blocks, b.sizedFigure(id, b.line(title), share))
		}
		return b.section(id, words.Preparation, title, blocks...)
	}
	section.Sections = []Section{
		step(render.EventsDrawing, words.LifecycleEvents, words.LifecycleLeadEvents, flowShare, b.eventTable()),
		step(render.FieldsDrawing, words.LifecycleFields, words.LifecycleLeadFields, flowShare, b.fieldTable()),
		step(render.AttributesDrawing, words.LifecycleStages, words.LifecycleLeadStages, 0, b.stageTable()),
		step(render.DataRisksDrawing, words.LifecycleRisks, words.LifecycleLeadRisks, 0, b.dataRiskTable()),
	}
	return section
}

func (b *builder) eventTable() Block {
	t := b.table("events", words.EventTable,
		b.head(words.ColumnEvent, 5), b.column(words.ColumnEventNature, 3), b.column(words.ColumnBy, 3),
		b.column(words.ColumnFromData, 5), b.column(words.ColumnToData, 5), b.column(words.ColumnPurposes, 5))
	for i := range b.system.Events {
		e := &b.system.Events[i]
		name := b.inferred(b.line(e.Called()), e.Origin)
		by := b.none()
		if e.By != "" {
			by = b.judgedCell(cell(b.called(models.StakeholderSort, string(e.By))), e.Origin, "by")
		}
		t.Rows = append(t.Rows, Row{
			cell(b.judged(name, e.Origin, "name")), cell(b.line(e.Nature.Name())), by,
			listed(b, models.DataSort, e.From), listed(b, models.DataSort, e.To), b.purposesOf(e),
		})
	}
	return t
}

// purposesOf are an event's purposes, those that it presents, and whether it anonymises.
func (b *builder) purposesOf(e *models.Event) Cell {
	var lines []Line
	if len(e.Purposes) > 0 {
		lines = append(lines, b.judged(b.purposeNames(e.Purposes), e.Origin, "purposes"))
	}
	if len(e.Announces) > 0 {
		lines = append(lines, b.judged(b.fill(words.EventAnnounces, filling{"purposes": b.purposeNames(e.Announces)}), e.Origin, "announces"))
	}
	if e.Anonymises == models.True {
		lines = append(lines, b.judged(b.quiet(words.EventAnonymises), e.Origin, "anonymises"))
	}
	return b.linesOrNone(lines)
}

func (b *builder) purposeNames(ids []models.PurposeID) Line {
	var names []Line
	for i := range b.system.Fields {
		for _, p := range b.system.Fields[i].Purposes {
			if slices.Contains(ids, p.ID) {
				names = append(names, b.line(p.Name))
			}
		}
	}
	return join(b.comma(), names...)
}

func (b *builder) fieldTable() Block {
	t := b.table("fields", words.FieldTable,
		b.head(words.ColumnField, 4), b.column(words.ColumnNorms, 7), b.column(words.ColumnPurposes, 4), b.column(words.ColumnInField, 6))
	for i := range b.system.Fields {
		f := &b.system.Fields[i]
		name := b.inferred(b.line(f.Name), f.Origin)
		var norms, within []Line
		for j := range b.result.Words.Norms {
			if n := &b.result.Words.Norms[j]; slices.Contains(f.Norms, n.ID) {
				norms = append(norms, b.line(n.Name))
			}
		}
		var purposes []models.PurposeID
		for _, p := range f.Purposes {
			purposes = append(purposes, p.ID)
		}
		for j := range b.system.Data {
			if d := &b.system.Data[j]; slices.Contains(d.Fields, f.ID) {
				within = append(within, b.judged(b.called(models.DataSort, string(d.ID)), d.Origin, "lies_in"))
			}
		}
		t.Rows = append(t.Rows, Row{
			cell(name), b.judgedCell(b.linesOrNone(norms), f.Origin, "norms"), b.judgedCell(b.oneOrNone(b.purposeNames(purposes)), f.Origin, "purposes"), b.linesOrNone(within),
		})
	}
	return t
}

func (b *builder) stageTable() Block {
	t := b.table("attributes", words.StageTable,
		b.head(words.ColumnData, 5), b.column(words.ColumnCategory, 4), b.narrow(words.ColumnValue, 3),
		b.column(words.ColumnDisclosure, 4), b.column(words.ColumnHolders, 4), b.column(words.ColumnMedium, 4))
	for i := range b.system.Data {
		d := &b.system.Data[i]
		if d.Attributes == nil {
			continue
		}
		var categories []Line
		for j := range b.result.Words.Categories {
			if c := &b.result.Words.Categories[j]; slices.Contains(d.Attributes.Categories, c.ID) {
				categories = append(categories, b.line(c.Name))
			}
		}
		value := b.none()
		if d.Attributes.Value != "" {
			value = cell(b.line(words.DataValue(d.Attributes.Value)))
		}
		t.Rows = append(t.Rows, Row{
			cell(b.entry(models.DataSort, string(d.ID))), b.judgedCell(b.linesOrNone(categories), d.Origin, "attributes"), value,
			listed(b, models.StakeholderSort, d.Attributes.Disclosure), listed(b, models.StakeholderSort, d.Attributes.RightHolders), b.storedIn(d.ID),
		})
	}
	return t
}

func (b *builder) dataRiskTable() Block {
	if len(b.result.DataRisks) == 0 {
		return b.remark(words.NoDataRisks)
	}
	t := b.table("data-risks", words.DataRiskTable,
		b.head(words.ColumnRiskAt, 4), b.column(words.ColumnDataRisk, 7), b.column(words.ColumnNormOf, 5), b.column(words.ColumnRemedy, 8))
	for i := range b.result.DataRisks {
		r := &b.result.DataRisks[i]
		at := slices.IndexFunc(b.result.Words.DataRisks, func(k models.DataRiskKind) bool { return k.ID == r.Risk })
		if at < 0 {
			continue
		}
		kind := &b.result.Words.DataRisks[at]
		t.Rows = append(t.Rows, Row{cell(b.line(r.Name)), cell(b.strong(r.Text)), cell(b.fieldAndNorm(r.Field, kind.Norm)...), cell(b.line(kind.Remedy))})
	}
	return t
}

func (b *builder) fieldAndNorm(field models.FieldID, norm models.NormID) []Line {
	var out []Line
	for i := range b.system.Fields {
		if f := &b.system.Fields[i]; f.ID == field {
			out = append(out, b.line(f.Name))
		}
	}
	for i := range b.result.Words.Norms {
		if n := &b.result.Words.Norms[i]; n.ID == norm {
			out = append(out, b.quiet(n.Name))
		}
	}
	return out
}
