package riskmap

import (
	"math"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// Measures of every risk map, in pixels.
const (
	rowLabels, columnLabels = 102.0, 52.0
	axisTitle               = 30.0
	gridLeft, gridTop       = rowLabels, axisTitle
)

var (
	mapName  = typeset.Font{Size: 12, Bold: true}
	mapSmall = typeset.Font{Size: 11}
)

// field is the field of a risk map: nine cells between the two axes.
type field struct {
	word   func(models.Text) string
	wide   float64                                // each column
	high   [models.CatastrophicImpact + 1]float64 // each row, by the level of axis 2
	origin layout.Point
	ink    diagram.Palette
}

func (f *field) x(v float64) float64 { return f.origin.X + v }
func (f *field) y(v float64) float64 { return f.origin.Y + v }

// width and height are those of all cells together.
func (f *field) width() float64 { return f.wide * float64(len(models.Recoveries())) }

func (f *field) height() float64 {
	sum := 0.0
	for _, high := range f.high {
		sum += high
	}
	return sum
}

// cell is a cell of the map; the highest level of axis 2 is at the top.
func (f *field) cell(recovery models.Recovery, economic models.Economic) layout.Box {
	left, top := f.x(gridLeft+float64(recovery)*f.wide), f.y(gridTop)
	for e := models.CatastrophicImpact; e > economic; e-- {
		top += f.high[e]
	}
	return layout.Box{Min: layout.Point{X: left, Y: top}, Max: layout.Point{X: left + f.wide, Y: top + f.high[economic]}}
}

// cells paints the cells.
func (f *field) cells() []picture.Item {
	var items []picture.Item
	for _, economic := range models.Economics() {
		for _, recovery := range models.Recoveries() {
			b := f.cell(recovery, economic)
			items = append(items, picture.Shape{
				Path: picture.Rect(b.Min.X, b.Min.Y, b.Width(), b.Height()), Fill: f.ink.Card, Stroke: f.ink.ZoneLine, Width: 0.8,
			})
		}
	}
	return items
}

// axes paints both axes with their levels, their ends and their titles.
func (f *field) axes() []picture.Item {
	left, top, right, bottom := f.x(gridLeft), f.y(gridTop), f.x(gridLeft+f.width()), f.y(gridTop+f.height())
	items := append(f.arrow(left, bottom, right+14, bottom), f.arrow(left, bottom, left, top-14)...)
	for _, e := range models.Economics() {
		b := f.cell(models.LimitedDamage, e)
		text := plate.Column{Font: mapName, Lines: mapName.Wrap(f.word(words.Economic(e)), rowLabels-16), Fill: f.ink.Ink, Anchor: picture.End}
		items = append(items, text.At(left-10, b.Center().Y-text.Height()/2)...)
	}
	for _, r := range models.Recoveries() {
		b := f.cell(r, models.LimitedImpact)
		text := plate.Column{Font: mapName, Lines: mapName.Wrap(f.word(words.Recovery(r)), f.wide-10), Fill: f.ink.Ink, Anchor: picture.Middle}
		items = append(items, text.At(b.Center().X, bottom+14)...)
		items = append(items, diagram.Swatch(caseview.Severity(r), layout.Box{
			Min: layout.Point{X: b.Min.X + 2, Y: bottom + 3}, Max: layout.Point{X: b.Max.X - 2, Y: bottom + 9},
		}, f.ink)...)
	}
	end := func(text models.Text, x, y float64, anchor picture.Anchor) {
		items = append(items, picture.Text{X: x, Y: y, Anchor: anchor, Size: mapSmall.Size, Fill: f.ink.Soft, Content: f.word(text)})
	}
	end(words.Low, left-10, bottom-4, picture.End)
	end(words.High, left-10, top+8, picture.End)
	ends := bottom + columnLabels - 6
	end(words.Low, left+4, ends, picture.Start)
	end(words.High, right, ends, picture.End)
	return append(items,
		picture.Text{X: f.x(0), Y: f.y(14), Size: mapName.Size, Bold: true, Fill: f.ink.Accent, Content: f.word(words.EconomicShort)},
		picture.Text{X: right, Y: bottom + columnLabels + 12, Anchor: picture.End, Size: mapName.Size, Bold: true, Fill: f.ink.Accent, Content: f.word(words.RecoveryShort)})
}

// arrow paints an axis.
func (f *field) arrow(x1, y1, x2, y2 float64) []picture.Item {
	dx, dy := x2-x1, y2-y1
	length := math.Hypot(dx, dy)
	dx, dy = dx/length, dy/length
	at := func(along, across float64) picture.Point {
		return picture.Point{X: x2 + along*dx - across*dy, Y: y2 + along*dy + across*dx}
	}
	return []picture.Item{
		picture.Shape{Path: picture.Polyline(picture.Point{X: x1, Y: y1}, at(-6, 0)), Stroke: f.ink.Ink, Width: 1.6},
		picture.Shape{Path: picture.Polygon(at(0, 0), at(-9, 4), at(-9, -4)), Fill: f.ink.Ink},
	}
}

// siteSign is the outline of the sign of a site, as high and wide as twice r.
func siteSign(sites []models.Site, id models.SiteID, x, y, r float64) picture.Path {
	mark := ""
	for i := range sites {
		if sites[i].ID == id {
			mark = sites[i].Mark
		}
	}
	switch mark {
	case "square":
		return picture.Rect(x-r, y-r, 2*r, 2*r)
	case "triangle":
		return picture.Polygon(picture.Point{X: x, Y: y - r}, picture.Point{X: x + r, Y: y + r}, picture.Point{X: x - r, Y: y + r})
	}
	return picture.Circle(x, y, r)
}

// siteName is what people call a site.
func siteName(sites []models.Site, id models.SiteID) models.Text {
	for i := range sites {
		if s := &sites[i]; s.ID == id && !s.Name.Empty() {
			return s.Name
		}
	}
	return models.Plain(string(id))
}
