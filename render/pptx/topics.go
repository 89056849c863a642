package pptx

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/words"
)

// aboveFont is that of the line above the title.
var aboveFont = typeset.Font{Size: aboveSize}

// topics writes the slides of a case in the order of the deck.
func (d *deck) topics() {
	d.overview()
	d.illustrated(d.section("stakeholders"), d.marked(d.section("stakeholders")), render.StakeholderDrawing, "stakeholders",
		words.ColumnStakeholder, words.ColumnDefinition)
	d.illustrated(d.section("configuration"), d.marked(d.section("configuration")), render.ConfigurationDrawing, "components",
		words.ColumnComponent, words.ColumnZone, words.ColumnParties)
	d.riskMap()
	d.tabulated(d.section("threats"), "threats", words.ColumnListed, words.ColumnThreat,
		words.Reading(models.Inherent), words.Reading(models.Assessed), words.Reading(models.Residual), words.ColumnLeadsTo, words.ColumnMeasures)
	d.tabulated(d.section("measures"), "measures-by-viewpoint")
	d.tabulated(d.section("decisions"), "measures-decided")
	d.timelines()
}

// timelines shows, product by product, how long it stays exposed to a vulnerable part without SBOMs and with them.
func (d *deck) timelines() {
	for i := range d.doc.Sections {
		if d.doc.Sections[i].ID != "supply-chain" {
			continue
		}
		for j := range d.doc.Sections[i].Sections {
			s := &d.doc.Sections[i].Sections[j]
			d.illustrated(s, d.marked(s), s.ID, s.ID+"-times", words.ColumnState, words.ColumnMitigated, words.ColumnFixed)
		}
	}
}

// material is what a section holds, by what a slide makes of it.
type material struct {
	lead   []content.Line
	points []content.Line
	chain  []content.Line
	foot   []content.Line // notes and sources
	facts  []content.Field
	tables []content.Table
}

// gather sorts the blocks of a section. Words that say what a notice is are left to the notice's text.
func gather(blocks []content.Block) material {
	var m material
	var sources []content.Line
	for _, b := range blocks {
		switch b := b.(type) {
		case content.Paragraph:
			if b.Small {
				m.foot = append(m.foot, b.Text)
				continue
			}
			m.lead = append(m.lead, b.Text)
		case content.List:
			m.points = append(m.points, b.Items...)
		case content.Chain:
			m.chain = append(m.chain, b.Labels...)
		case content.Notice:
			if b.Tone == content.Gap {
				m.points = append(m.points, b.Text)
				continue
			}
			m.foot = append(m.foot, b.Text)
		case content.Fields:
			m.facts = append(m.facts, b.Rows...)
		case content.Table:
			m.tables = append(m.tables, b)
		case content.Sources:
			sources = append(sources, b.Items...)
		}
	}
	m.foot = append(m.foot, sources...)
	return m
}

// marked is material whose sources are marked as such.
func (d *deck) marked(s *content.Section) material {
	m := gather(s.Blocks)
	for _, b := range s.Blocks {
		if sources, ok := b.(content.Sources); ok {
			for i := range sources.Items {
				at := len(m.foot) - len(sources.Items) + i
				m.foot[at] = append(content.Line{{Text: d.say(words.SourceMark) + " "}}, m.foot[at]...)
			}
		}
	}
	return m
}

// chainShare is the share of a slide's width that the illustration of the overview takes.
const chainShare = 0.3

// overview tells what the system does, beside the illustration as boxes with arrows.
func (d *deck) overview() {
	s := d.section("overview")
	m := d.marked(s)
	room := d.open(s, m.lead, m.foot, false)
	if len(m.chain) > 0 {
		d.chain(m.chain, box{room.X, room.Y, room.Width * chainShare, room.Height})
		room.X += room.Width*chainShare + 2*gap
		room.Width -= room.Width*chainShare + 2*gap
	}
	text := paragraphs(m.points, textSize, true)
	for len(text) > 0 {
		var now []paragraph
		now, text = fitting(text, room)
		d.slide.shape("Text", box{room.X, room.Y, room.Width, heightOf(now, room.Width)}, looks{geometry: "rect"}, now)
		if len(text) > 0 {
			room = d.open(s, nil, nil, true)
		}
	}
}

// fitting parts text so that its first part fits a box; one that is higher than the box is cut.
func fitting(text []paragraph, room box) (now, rest []paragraph) {
	used := 0.0
	for i := range text {
		height := text[i].height(room.Width)
		if used+height <= room.Height {
			used += height
			continue
		}
		if i > 0 {
			return text[:i], text[i:]
		}
		lines := int(room.Height/(lead*text[i].size)) - 1
		head, tail := cut(text[i].line, typeset.Font{Size: text[i].size}, room.Width-hanging*text[i].size, max(lines, 1))
		first, second := text[i], text[i]
		first.line, second.line = head, tail
		return []paragraph{first}, append([]paragraph{second}, text[i+1:]...)
	}
	return text, nil
}

// chain writes labels in boxes, one below the other, with arrows between them. Each box is as high as its label wants,
// and labels that do not fit are left to the document.
func (d *deck) chain(labels []content.Line, room box) {
	const arrow, inset = 16.0, 6.0
	y := room.Y
	for i, label := range labels {
		text := []paragraph{{line: label, size: 11, centre: true}}
		height := heightOf(text, room.Width-2*inset) + 2*inset
		if y+height > room.Y+room.Height {
			return
		}
		d.slide.shape("Step of the illustration", box{room.X, y, room.Width, height}, looks{geometry: "roundRect", fill: "bg2", stroke: "accent1", middle: true, inset: inset}, text)
		y += height
		if i+1 < len(labels) && y+arrow < room.Y+room.Height {
			d.slide.shape("Arrow", box{room.X + room.Width/2 - 7, y + 2, 14, arrow - 4}, looks{geometry: "downArrow", fill: "accent1"}, nil)
			y += arrow
		}
	}
}

// What is tried for a table beside a figure, in this order: sizes of its letters, and shares of the width for the figure.
var (
	besideSizes  = []float64{10, 9, 8.5, 8, 7.5}
	besideShares = []float64{0.65, 0.55, 0.48}
)

// tableSizes are the sizes that the letters of a table on slides of its own may have: the largest at which one slide holds
// it, and the smallest where several are needed.
var tableSizes = []float64{12, 11, 10, 9, 8.5}

// least is the width below which no table stands beside a figure.
const least = 240.0

// illustrated writes a figure with a table beside it, or, where that is too large, on the slides after it.
func (d *deck) illustrated(s *content.Section, m material, figure, table string, columns ...models.Text) {
	room := d.open(s, m.lead, m.foot, false)
	shown := d.shown(m.tables, table, columns)
	drawing := d.legible(d.drawings[figure], room)
	switch {
	case drawing == nil && shown == nil:
		d.slide.shape("Text", room, looks{geometry: "rect"}, paragraphs(m.points, textSize, true))
	case drawing == nil:
		d.tables(s, shown, room)
	case shown != nil && d.beside(drawing, shown, room):
	default:
		d.picture(drawing, room)
		if shown != nil {
			d.tables(s, shown, d.open(s, nil, nil, true))
		}
	}
	if drawing != nil {
		for _, id := range d.doc.Further(figure, d.drawn) {
			room := d.open(s, nil, nil, true)
			d.picture(d.legible(d.drawings[id], room), room)
		}
	}
}

// legible is a drawing, or the same drawn wide where a slide would show it too small to be read and the other one larger.
func (d *deck) legible(drawing *render.Drawing, room box) *render.Drawing {
	if drawing == nil || drawing.Wide == nil || scaleTo(drawing, room) >= render.Legible || d.err != nil {
		return drawing
	}
	wide, err := drawing.Wide(d.ctx)
	if err != nil {
		d.err = err
		return drawing
	}
	if scaleTo(&wide, room) <= scaleTo(drawing, room) {
		return drawing
	}
	return &wide
}

// beside writes a drawing and a table side by side, and tells whether both fit.
func (d *deck) beside(drawing *render.Drawing, t *content.Table, room box) bool {
	for _, size := range besideSizes {
		for _, share := range besideShares {
			scale := scaleTo(drawing, box{Width: room.Width * share, Height: room.Height})
			if scale < min(render.Legible, scaleTo(drawing, room)) {
				continue // it can be read on a slide of its own only
			}
			width := drawing.Width * scale
			left := room.Width - width - 1.5*gap
			g := measure(t.Columns, t.Rows, widths(t.Columns, t.Rows, left, size), size)
			if left >= least && g.height() <= room.Height {
				d.picture(drawing, box{room.X, room.Y, width, room.Height})
				d.slide.table(t.Caption, room.X+width+1.5*gap, room.Y, g)
				return true
			}
		}
	}
	return false
}

// tables writes a table from a room on, over as many slides as it takes.
func (d *deck) tables(s *content.Section, t *content.Table, room box) {
	d.tablesWith(s, t, room, nil)
}

func (d *deck) tablesWith(s *content.Section, t *content.Table, room box, foot []content.Line) {
	other := d.look.area.Height
	if text := paragraphs(foot, noteSize, false); len(text) > 0 {
		other -= heightOf(text, room.Width) + gap/2
	}
	for i, g := range fittest(t, room, other) {
		if i > 0 {
			room = d.open(s, nil, foot, true)
		}
		d.slide.table(t.Caption, room.X, room.Y, g)
	}
}

// fittest divides a table into the parts of as many slides as it takes, in the largest letters that add none.
func fittest(t *content.Table, first box, other float64) []*grid {
	var parts []*grid
	for _, size := range tableSizes {
		if parts = pages(t.Columns, t.Rows, first.Width, size, first.Height, other); len(parts) == 1 {
			break
		}
	}
	return parts
}

// tabulated writes a table with the named columns; with all where none is named.
func (d *deck) tabulated(s *content.Section, table string, columns ...models.Text) {
	m := d.marked(s)
	shown := d.shown(m.tables, table, columns)
	if shown == nil {
		room := d.open(s, m.lead, m.foot, false)
		d.slide.shape("Text", room, looks{geometry: "rect"}, paragraphs(m.points, textSize, true))
		return
	}
	lead := m.lead[:min(1, len(m.lead))] // what else is said stands in the document
	d.tablesWith(s, shown, d.open(s, lead, m.foot, false), m.foot)
}

// shown is a table reduced to the named columns.
func (d *deck) shown(tables []content.Table, id string, columns []models.Text) *content.Table {
	at := slices.IndexFunc(tables, func(t content.Table) bool { return t.ID == id })
	if at < 0 {
		return nil
	}
	t := tables[at]
	if len(columns) == 0 {
		return &t
	}
	var kept []int
	for _, title := range columns {
		if i := slices.IndexFunc(t.Columns, func(c content.Column) bool { return c.Title == content.Clean(d.say(title)) }); i >= 0 {
			kept = append(kept, i)
		}
	}
	out := content.Table{ID: t.ID, No: t.No, Caption: t.Caption}
	for _, i := range kept {
		column := t.Columns[i]
		if !column.Centre {
			column.Weight *= 2 // marks need less than their share where other columns are left out
		}
		out.Columns = append(out.Columns, column)
	}
	for _, row := range t.Rows {
		var short content.Row
		for _, i := range kept {
			short = append(short, row[i])
		}
		out.Rows = append(out.Rows, short)
	}
	return &out
}

// riskMap writes the map with the rationale beside it, and below the map the levels.
func (d *deck) riskMap() {
	s, reasons := d.section("risk-map"), d.section("rationale")
	m, r := d.marked(s), d.marked(reasons)
	for _, f := range m.facts {
		for _, l := range f.Values {
			m.foot = append(m.foot, append(content.Line{{Text: f.Name + " — ", Kind: content.Strong}}, l...))
		}
	}
	m.tables, m.foot = r.tables, append(m.foot, r.foot...)
	d.illustrated(s, m, render.RiskMapDrawing, "rationale", words.ColumnViewpointOf, words.ColumnAuthor, words.ColumnDerived)
}
