package causetree

import (
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// Measures of the picture, in pixels.
const (
	width    = 660.0
	indent   = 24.0
	whoWide  = 216.0 // the column that says who
	rowPad   = 8.0
	iconSize = 16.0
	pointPad = 10.0
)

var (
	goalFont = typeset.Font{Size: 13, Bold: true}
	nameFont = typeset.Font{Size: 11.5}
	gateFont = typeset.Font{Size: 11, Bold: true}
	whoFont  = typeset.Font{Size: 11}
)

// Figure is the picture of what a consequence hangs on. whole is the attack graph behind it, for whoever draws it with other tools.
func Figure(c *caseview.Case, q *models.Consequence, id string, title models.Text, whole *diagram.Scene) plate.Figure {
	v := &view{Case: c, rows: tree(c, q), points: points(c, q)}
	says := words.CausesAssessed
	if !q.Reachable.Assessed.Reachable {
		says = words.CausesNot
	}
	sheet := &diagram.Sheet{
		ID: id, Lang: string(c.Lang), Title: c.Say(title), Subtitle: c.Say(says), Description: v.description(), Theme: c.Theme,
		Width: width, Height: v.height(), Middle: v.draw,
	}
	return plate.Figure{ID: id, Title: title, Picture: sheet.Picture(), Graph: whole}
}

type view struct {
	*caseview.Case
	rows   []row
	points []string // what all attacks pass
}

// points names the facts through which every attack goes.
func points(c *caseview.Case, q *models.Consequence) (out []string) {
	for _, f := range q.Single.Facts {
		out = append(out, c.Called(c.SortOf(f), f.Subject)+c.Say(words.FactColon)+c.State(f.State))
	}
	return out
}

func (v *view) description() string {
	var out []string
	for _, r := range v.rows {
		text := r.name
		if r.gate != "" {
			text += " " + r.gate
		}
		if r.who != "" {
			text += " " + r.who
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// font is that of a row's name.
func (r *row) font() typeset.Font {
	if r.kind == goal {
		return goalFont
	}
	return nameFont
}

// left is where a row's name begins.
func (r *row) left() float64 { return float64(r.depth)*indent + 10 + iconSize + 6 }

func (v *view) nameLines(r *row) []string {
	name := r.name
	if name == "" {
		return nil
	}
	return plate.FirstLines(r.font().Wrap(name, width-whoWide-r.left()-10), 3)
}

func (v *view) whoLines(r *row) []string {
	who := r.who
	if r.holds == ruledOut {
		who = v.Say(words.RuledOutByClass)
	}
	if who == "" && r.holds == doesNot && r.kind != goal && r.kind != inner {
		who = v.Say(words.NotInTheModel)
	}
	return plate.FirstLines(whoFont.Wrap(who, whoWide-12), 3)
}

func (v *view) rowHeight(r *row) float64 {
	left := r.font().Height(len(v.nameLines(r)))
	if r.gate != "" {
		left += gateFont.Height(1) + 3
	}
	return max(left, whoFont.Height(len(v.whoLines(r))), iconSize) + 2*rowPad
}

// pointLines says what all attacks pass.
func (v *view) pointLines() []string {
	if len(v.points) == 0 {
		return nil
	}
	return whoFont.Wrap(v.Fill(words.AllPass, "facts", v.List(v.points)), width-2*pointPad)
}

func (v *view) height() float64 {
	h := 0.0
	for i := range v.rows {
		h += v.rowHeight(&v.rows[i]) + 4
	}
	if lines := v.pointLines(); len(lines) > 0 {
		h += 8 + 2*pointPad + whoFont.Height(len(lines))
	}
	return h
}

func (v *view) draw(at layout.Point, ink diagram.Palette) []picture.Item {
	var items []picture.Item
	var spine [64]float64 // by depth: where the line from a node above ends so far
	y := at.Y
	for i := range v.rows {
		r := &v.rows[i]
		h := v.rowHeight(r)
		middle := y + h/2
		if r.depth > 0 {
			x := at.X + float64(r.depth-1)*indent + 14
			items = append(items, picture.Shape{
				Path:   picture.Polyline(picture.Point{X: x, Y: spine[r.depth-1]}, picture.Point{X: x, Y: middle}, picture.Point{X: at.X + float64(r.depth)*indent, Y: middle}),
				Stroke: ink.Line, Width: 1.2,
			})
		}
		if r.depth < len(spine) {
			spine[r.depth] = y + h
		}
		items = append(items, v.drawRow(r, layout.Point{X: at.X, Y: y}, h, ink))
		y += h + 4
	}
	if lines := v.pointLines(); len(lines) > 0 {
		h := whoFont.Height(len(lines)) + 2*pointPad
		items = append(items, picture.Group{Class: "points", Items: append(
			[]picture.Item{picture.Shape{Path: picture.RoundRect(at.X, y+4, width, h, 5), Fill: ink.Zones[0], Stroke: ink.Protect, Width: 1}},
			plate.Column{Font: whoFont, Lines: lines, Fill: ink.Ink, Anchor: picture.Start}.At(at.X+pointPad, y+4+pointPad)...)})
	}
	return items
}

// icons of the kinds of rows.
func (r *row) icon() diagram.Icon {
	switch r.kind {
	case goal:
		return diagram.IconEffect
	case circumstance:
		return diagram.IconCondition
	case guard:
		return diagram.IconSafeguard
	case fact:
		return diagram.IconAttacker
	}
	return ""
}

// drawRow paints the box of a row and what stands in it.
func (v *view) drawRow(r *row, at layout.Point, h float64, ink diagram.Palette) picture.Item {
	x := at.X + float64(r.depth)*indent
	border, weight, dash, text, mark := ink.Line, 1.0, []float64(nil), ink.Ink, ink.Accent
	switch {
	case r.kind == guard && r.holds == doesNot:
		border, weight, mark = ink.Protect, 2, ink.Protect
	case r.kind == guard:
		dash, text = []float64{4, 3}, ink.Soft
	case r.holds != happens:
		dash, text, mark = []float64{4, 3}, ink.Soft, ink.Soft
	case r.kind == fact:
		border, weight, mark = ink.Attack, 1.6, ink.Attack
	}
	group := picture.Group{Class: "cause", Title: r.name, Items: []picture.Item{
		picture.Shape{Path: picture.RoundRect(x, at.Y, at.X+width-x, h, 5), Fill: ink.Card, Stroke: border, Width: weight, Dash: dash},
	}}
	group.Items = append(group.Items, diagram.DrawIcon(r.icon(), x+10, at.Y+h/2-iconSize/2, iconSize, mark)...)
	names := v.nameLines(r)
	block := r.font().Height(len(names))
	if r.gate != "" {
		block += gateFont.Height(1)
		if len(names) > 0 {
			block += 3
		}
	}
	y := at.Y + (h-block)/2
	group.Items = append(group.Items, plate.Column{Font: r.font(), Lines: names, Fill: text, Anchor: picture.Start}.At(at.X+r.left(), y)...)
	if r.gate != "" {
		if len(names) > 0 {
			y += r.font().Height(len(names)) + 3
		}
		group.Items = append(group.Items, plate.Column{Font: gateFont, Lines: []string{r.gate}, Fill: ink.Accent, Anchor: picture.Start}.At(at.X+r.left(), y)...)
	}
	who := v.whoLines(r)
	color := ink.Soft
	if r.kind == guard && r.holds == doesNot {
		color = ink.Protect
	}
	group.Items = append(group.Items, plate.Column{Font: whoFont, Lines: who, Fill: color, Anchor: picture.Start}.At(at.X+width-whoWide, at.Y+(h-whoFont.Height(len(who)))/2)...)
	return group
}
