package riskmap

import (
	"math"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// Measures of the common risk map, in pixels. It is as wide as a page of A4 portrait at full size.
const (
	casesWidth = 640.0
	casesCell  = (casesWidth - rowLabels - 14) / 3

	leastRow     = 104.0 // height of a row of cells
	tallestNamed = 240.0 // up to which names stand in the cells
	cellPad      = 10.0
	spotGap      = 9.0
	signSide     = 12.0
	signGap      = 7.0

	keyRow     = 22.0 // height of a row of the key of sites
	keyGap     = 24.0
	nameColumn = casesWidth / 2
	mostNames  = 80 // that the key of names lists
)

// keyEntry is a line of the key of names: a case with its mark.
type keyEntry struct {
	plotted *models.CollectedCase
	label   plate.Column
}

// listNames fills the key of names, two cases a row, unless there are so many that the list of the document has to do.
func (m *casesMap) listNames() {
	if len(m.collection.Cases) > mostNames {
		return
	}
	for i := range m.collection.Cases {
		c := &m.collection.Cases[i]
		text := words.Fill(m.say(words.CaseHeading), "mark", c.Mark, "title", m.name(c)) + m.intervalMark(c)
		entry := keyEntry{c, plate.Column{Font: mapSmall, Lines: plate.FirstLines(mapSmall.Wrap(text, nameColumn-signSide-signGap-keyGap), 2), Anchor: picture.Start}}
		if i%2 == 0 {
			m.key = append(m.key, nil)
		}
		m.key[len(m.key)-1] = append(m.key[len(m.key)-1], entry)
	}
}

// total is the height of the map with its keys.
func (m *casesMap) total() float64 {
	height := m.keysTop() + keyRow*float64(len(m.siteRows()))
	for _, row := range m.key {
		height += keyRowHeight(row)
	}
	return height
}

// keysTop is where the keys begin.
func (m *casesMap) keysTop() float64 { return gridTop + m.height() + columnLabels + axisTitle }

func keyRowHeight(row []keyEntry) float64 {
	highest := 0.0
	for _, entry := range row {
		highest = math.Max(highest, entry.label.Height()+5)
	}
	return highest
}

// shaded paints the cells; those that hold cases are set off.
func (m *casesMap) shaded() []picture.Item {
	items := m.cells()
	for i := range m.collection.Cells {
		b := m.cell(m.collection.Cells[i].Recovery, m.collection.Cells[i].Economic)
		items = append(items, picture.Shape{
			Path: picture.Rect(b.Min.X+1.5, b.Min.Y+1.5, b.Width()-3, b.Height()-3), Fill: m.ink.Zones[0],
		})
	}
	return items
}

// marks paints the sign of each case with its label at the right.
func (m *casesMap) marks() []picture.Item {
	var items []picture.Item
	for i := range m.spots {
		s := &m.spots[i]
		p := s.plotted.Levels.Assessed
		cell := m.cell(p.Recovery.Level, p.Economic.Max)
		x, y := cell.Min.X+s.x, cell.Min.Y+s.y
		label := s.label
		label.Fill = m.ink.Ink
		lead := label.Font.Lead()
		group := append([]picture.Item{m.siteMark(s.plotted.Site, x+signSide/2, y+lead/2)}, label.At(x+signSide+signGap, y)...)
		items = append(items, picture.Group{ID: "case-" + string(s.plotted.ID), Class: "mark", Title: m.name(s.plotted), Items: group})
	}
	return items
}

// siteMark is the sign of a site in its color.
func (m *casesMap) siteMark(site models.SiteID, x, y float64) picture.Item {
	colors := []string{m.ink.Accent, m.ink.Levels[diagram.Level2].Border, m.ink.Protect}
	fill := m.ink.Ink
	for i := range m.collection.Words.Sites {
		if m.collection.Words.Sites[i].ID == site {
			fill = colors[i%len(colors)]
		}
	}
	return picture.Shape{Path: siteSign(m.collection.Words.Sites, site, x, y, signSide/2), Fill: fill, Stroke: fill, Width: 1}
}

// siteEntry is an entry of the key of sites.
type siteEntry struct {
	site models.SiteID
	text string
	x    float64
}

// siteRows are the sites where cases are used, in the catalog's order, in rows.
func (m *casesMap) siteRows() [][]siteEntry {
	var rows [][]siteEntry
	x := math.Inf(1)
	for _, site := range m.sites() {
		text := words.Fill(m.say(words.SiteDevices), "site", m.say(siteName(m.collection.Words.Sites, site)))
		width := signSide + signGap + mapSmall.Width(text)
		if x+width > casesWidth {
			rows, x = append(rows, nil), 0
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], siteEntry{site, text, x})
		x += width + keyGap
	}
	return rows
}

// sites are the sites where cases are used: those of the catalog in its order, then others as they come.
func (m *casesMap) sites() []models.SiteID {
	used := map[models.SiteID]bool{}
	for i := range m.collection.Cases {
		used[m.collection.Cases[i].Site] = true
	}
	var out []models.SiteID
	take := func(id models.SiteID) {
		if used[id] {
			out, used[id] = append(out, id), false
		}
	}
	for i := range m.collection.Words.Sites {
		take(m.collection.Words.Sites[i].ID)
	}
	for i := range m.collection.Cases {
		take(m.collection.Cases[i].Site)
	}
	return out
}

// siteKey explains the signs.
func (m *casesMap) siteKey() []picture.Item {
	var items []picture.Item
	y := m.y(m.keysTop())
	for _, row := range m.siteRows() {
		for _, e := range row {
			x := m.x(e.x)
			items = append(items, m.siteMark(e.site, x+signSide/2, y+keyRow/2),
				picture.Text{X: x + signSide + signGap, Y: y + keyRow/2 + 4, Size: mapSmall.Size, Fill: m.ink.Ink, Content: e.text})
		}
		y += keyRow
	}
	return items
}

// nameKey names the cases by their marks.
func (m *casesMap) nameKey() []picture.Item {
	var items []picture.Item
	y := m.y(m.keysTop() + keyRow*float64(len(m.siteRows())))
	for _, row := range m.key {
		for i, e := range row {
			x := m.x(float64(i) * nameColumn)
			e.label.Fill = m.ink.Ink
			items = append(items, m.siteMark(e.plotted.Site, x+signSide/2, y+e.label.Font.Lead()/2))
			items = append(items, e.label.At(x+signSide+signGap, y)...)
		}
		y += keyRowHeight(row)
	}
	return items
}
