package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// lifecycle shows the life of data in the four steps of the framework's third layer; nothing where the case does not state it.
func lifecycle(v *phrasing.View) content.Section {
	if len(v.System.Fields)+len(v.System.Events) == 0 {
		return content.Section{}
	}
	section := v.Section("lifecycle", words.Preparation, words.LifecycleTitle, v.Paragraph(words.LifecycleLead))
	if len(v.System.Events) == 0 {
		section.Add(v.Gap(words.NoEvents))
	}
	step := func(id string, title, lead models.Text, share int, tables ...content.Block) content.Section {
		blocks := append([]content.Block{v.Paragraph(lead)}, tables...)
		if len(v.System.Events) > 0 {
			blocks = append(blocks, v.SizedFigure(id, v.Line(title), share))
		}
		return v.Section(id, words.Preparation, title, blocks...)
	}
	section.Sections = []content.Section{
		step(render.EventsDrawing, words.LifecycleEvents, words.LifecycleLeadEvents, flowShare, eventTable(v)),
		step(render.FieldsDrawing, words.LifecycleFields, words.LifecycleLeadFields, flowShare, fieldTable(v)),
		step(render.AttributesDrawing, words.LifecycleStages, words.LifecycleLeadStages, 0, stageTable(v)),
		step(render.DataRisksDrawing, words.LifecycleRisks, words.LifecycleLeadRisks, 0, dataRiskTable(v)),
	}
	return section
}

func eventTable(v *phrasing.View) content.Block {
	t := v.Table("events", words.EventTable,
		v.Head(words.ColumnEvent, 5), v.Column(words.ColumnEventNature, 3), v.Column(words.ColumnBy, 3),
		v.Column(words.ColumnFromData, 5), v.Column(words.ColumnToData, 5), v.Column(words.ColumnPurposes, 5))
	for i := range v.System.Events {
		e := &v.System.Events[i]
		name := v.Inferred(v.Line(e.Called()), e.Origin)
		by := v.None()
		if e.By != "" {
			by = v.JudgedCell(content.CellOf(v.Called(models.StakeholderSort, string(e.By))), e.Origin, "by")
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Judged(name, e.Origin, "name")), content.CellOf(v.Line(e.Nature.Name())), by,
			phrasing.Listed(v, models.DataSort, e.From), phrasing.Listed(v, models.DataSort, e.To), purposesOf(v, e),
		})
	}
	return t
}

// purposesOf are an event's purposes, those that it presents, and whether it anonymises.
func purposesOf(v *phrasing.View, e *models.Event) content.Cell {
	var lines []content.Line
	if len(e.Purposes) > 0 {
		lines = append(lines, v.Judged(purposeNames(v, e.Purposes), e.Origin, "purposes"))
	}
	if len(e.Announces) > 0 {
		lines = append(lines, v.Judged(v.Fill(words.EventAnnounces, phrasing.Roles{"purposes": purposeNames(v, e.Announces)}), e.Origin, "announces"))
	}
	if e.Anonymises == models.True {
		lines = append(lines, v.Judged(v.Quiet(words.EventAnonymises), e.Origin, "anonymises"))
	}
	return v.LinesOrNone(lines)
}

func purposeNames(v *phrasing.View, ids []models.PurposeID) content.Line {
	var names []content.Line
	for i := range v.System.Fields {
		for _, p := range v.System.Fields[i].Purposes {
			if slices.Contains(ids, p.ID) {
				names = append(names, v.Line(p.Name))
			}
		}
	}
	return content.Join(v.Comma(), names...)
}

func fieldTable(v *phrasing.View) content.Block {
	t := v.Table("fields", words.FieldTable,
		v.Head(words.ColumnField, 4), v.Column(words.ColumnNorms, 7), v.Column(words.ColumnPurposes, 4), v.Column(words.ColumnInField, 6))
	for i := range v.System.Fields {
		f := &v.System.Fields[i]
		name := v.Inferred(v.Line(f.Name), f.Origin)
		var norms, within []content.Line
		for j := range v.Result.Words.Norms {
			if n := &v.Result.Words.Norms[j]; slices.Contains(f.Norms, n.ID) {
				norms = append(norms, v.Line(n.Name))
			}
		}
		var purposes []models.PurposeID
		for _, p := range f.Purposes {
			purposes = append(purposes, p.ID)
		}
		for j := range v.System.Data {
			if d := &v.System.Data[j]; slices.Contains(d.Fields, f.ID) {
				within = append(within, v.Judged(v.Called(models.DataSort, string(d.ID)), d.Origin, "lies_in"))
			}
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(name), v.JudgedCell(v.LinesOrNone(norms), f.Origin, "norms"), v.JudgedCell(v.OneOrNone(purposeNames(v, purposes)), f.Origin, "purposes"), v.LinesOrNone(within),
		})
	}
	return t
}

func stageTable(v *phrasing.View) content.Block {
	t := v.Table("attributes", words.StageTable,
		v.Head(words.ColumnData, 5), v.Column(words.ColumnCategory, 4), v.Narrow(words.ColumnValue, 3),
		v.Column(words.ColumnDisclosure, 4), v.Column(words.ColumnHolders, 4), v.Column(words.ColumnMedium, 4))
	for i := range v.System.Data {
		d := &v.System.Data[i]
		if d.Attributes == nil {
			continue
		}
		var categories []content.Line
		for j := range v.Result.Words.Categories {
			if c := &v.Result.Words.Categories[j]; slices.Contains(d.Attributes.Categories, c.ID) {
				categories = append(categories, v.Line(c.Name))
			}
		}
		value := v.None()
		if d.Attributes.Value != "" {
			value = content.CellOf(v.Line(words.DataValue(d.Attributes.Value)))
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Entry(models.DataSort, string(d.ID))), v.JudgedCell(v.LinesOrNone(categories), d.Origin, "attributes"), value,
			phrasing.Listed(v, models.StakeholderSort, d.Attributes.Disclosure), phrasing.Listed(v, models.StakeholderSort, d.Attributes.RightHolders), storedIn(v, d.ID),
		})
	}
	return t
}

func dataRiskTable(v *phrasing.View) content.Block {
	if len(v.Result.DataRisks) == 0 {
		return v.Remark(words.NoDataRisks)
	}
	t := v.Table("data-risks", words.DataRiskTable,
		v.Head(words.ColumnRiskAt, 4), v.Column(words.ColumnDataRisk, 7), v.Column(words.ColumnNormOf, 5), v.Column(words.ColumnRemedy, 8))
	for i := range v.Result.DataRisks {
		r := &v.Result.DataRisks[i]
		at := slices.IndexFunc(v.Result.Words.DataRisks, func(k models.DataRiskKind) bool { return k.ID == r.Risk })
		if at < 0 {
			continue
		}
		kind := &v.Result.Words.DataRisks[at]
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(r.Name)), content.CellOf(v.Strong(r.Text)), content.CellOf(fieldAndNorm(v, r.Field, kind.Norm)...), content.CellOf(v.Line(kind.Remedy))})
	}
	return t
}

func fieldAndNorm(v *phrasing.View, field models.FieldID, norm models.NormID) []content.Line {
	var out []content.Line
	for i := range v.System.Fields {
		if f := &v.System.Fields[i]; f.ID == field {
			out = append(out, v.Line(f.Name))
		}
	}
	for i := range v.Result.Words.Norms {
		if n := &v.Result.Words.Norms[i]; n.ID == norm {
			out = append(out, v.Quiet(n.Name))
		}
	}
	return out
}
