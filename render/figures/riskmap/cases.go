package riskmap

import (
	"math"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// OfCollection describes the figures of several cases together: the common risk map.
func OfCollection(c *models.Collection, lang models.Lang, theme diagram.Theme) []plate.Figure {
	say := func(t models.Text) string { return t.In(lang) }
	m := &casesMap{collection: c, say: say, field: field{word: say, wide: casesCell}}
	m.arrange()
	sheet := &diagram.Sheet{
		ID: render.RiskMapDrawing, Lang: string(lang), Title: say(words.CommonRiskMap), Description: m.description(), Theme: theme,
		Footnotes: m.footnotes(), Width: casesWidth, Height: m.total(), Middle: m.draw,
	}
	return []plate.Figure{{ID: render.RiskMapDrawing, Title: words.CommonRiskMap, Picture: sheet.Picture(), Graph: m.graph(string(lang), theme)}}
}

// casesMap is the state that the steps of drawing the common map share.
type casesMap struct {
	field
	collection *models.Collection
	say        func(models.Text) string

	named bool         // the names of the cases stand in the cells; else numbers do, and a key below names them
	spots []spot       // of the cases, in the collection's order
	key   [][]keyEntry // the rows of the key of names
}

// spot is the mark of a case: where in its cell it lies and what it says.
type spot struct {
	plotted *models.CollectedCase
	x, y    float64 // upper left corner, from that of the cell
	label   plate.Column
}

// arrange chooses between names and numbers, places the marks in their cells and makes the rows as high as they want.
func (m *casesMap) arrange() {
	m.named = true
	for m.place(); m.named && slices.Max(m.high[:]) > tallestNamed; m.place() {
		m.named = false
	}
	if !m.named {
		m.listNames()
	}
}

// place puts the marks of each cell below each other, numbers side by side as well.
func (m *casesMap) place() {
	for e := range m.high {
		m.high[e] = leastRow
	}
	m.spots = nil
	filled := map[[2]int]spotRow{}
	for i := range m.collection.Cases {
		c := &m.collection.Cases[i]
		p := c.Levels.Assessed
		if !p.Determined() {
			continue
		}
		cell := [2]int{int(p.Recovery.Level), int(p.Economic.Max)}
		row := filled[cell]
		s := spot{plotted: c, label: m.label(c)}
		width, height := m.wide-2*cellPad, math.Max(s.label.Height(), signSide)
		if !m.named {
			width = signSide + signGap + longest(s.label)
		}
		if row.x > 0 && row.x+width > m.wide-2*cellPad {
			row = spotRow{y: row.y + row.high + spotGap}
		}
		s.x, s.y = cellPad+row.x, cellPad+row.y
		row.x, row.high = row.x+width+spotGap, math.Max(row.high, height)
		filled[cell] = row
		m.spots = append(m.spots, s)
		m.high[p.Economic.Max] = math.Max(m.high[p.Economic.Max], s.y+height+cellPad)
	}
}

// spotRow is how far a cell is filled: the row of marks in the making, from the cell's inner corner.
type spotRow struct{ x, y, high float64 }

func longest(t plate.Column) float64 {
	widest := 0.0
	for _, line := range t.Lines {
		widest = math.Max(widest, t.Font.Width(line))
	}
	return widest
}

// label is what stands beside the sign of a case.
func (m *casesMap) label(c *models.CollectedCase) plate.Column {
	if !m.named {
		return plate.Column{Font: mapName, Lines: []string{c.Mark + m.intervalMark(c)}, Anchor: picture.Start}
	}
	room := m.wide - 2*cellPad - signSide - signGap
	lines := plate.FirstLines(mapSmall.Wrap(m.name(c), room), 3)
	no, last := words.Fill(m.say(words.CaseLabel), "mark", c.Mark)+m.intervalMark(c), len(lines)-1
	if joined := lines[last] + no; mapSmall.Width(joined) <= room {
		lines[last] = joined
	} else {
		lines = append(lines, strings.TrimSpace(no))
	}
	return plate.Column{Font: mapSmall, Lines: lines, Anchor: picture.Start}
}

// called is the name of a case with its mark.
func (m *casesMap) called(c *models.CollectedCase) string {
	return m.name(c) + words.Fill(m.say(words.CaseLabel), "mark", c.Mark)
}

// name is what the plotted case is called: by the first name in which there is something to see.
func (m *casesMap) name(c *models.CollectedCase) string {
	for _, t := range []models.Text{c.SystemName, c.Title} {
		if said := m.say(t); typeset.Clean(said) != "" {
			return said
		}
	}
	return string(c.ID)
}

// intervalMark marks a case whose level on axis 2 is an interval.
func (m *casesMap) intervalMark(c *models.CollectedCase) string {
	if interval(c) {
		return m.say(words.IntervalMark)
	}
	return ""
}

func interval(c *models.CollectedCase) bool {
	return c.Levels.Assessed.Determined() && c.Levels.Assessed.Economic.Min != c.Levels.Assessed.Economic.Max
}

// description is the map in words.
func (m *casesMap) description() string {
	var parts []string
	for i := range m.collection.Cases {
		c := &m.collection.Cases[i]
		p := c.Levels.Assessed
		parts = append(parts, words.Fill(m.say(words.CollectionAlt), "case", m.called(c),
			"recovery", m.say(words.RecoveryOf(&p)), "economic", m.say(words.EconomicOf(&p))))
	}
	return strings.Join(parts, "; ")
}

func (m *casesMap) footnotes() []string {
	var out []string
	switch {
	case m.named:
	case m.key == nil:
		out = append(out, m.say(words.NamesInTheList))
	default:
		out = append(out, m.say(words.NamesByNumber))
	}
	if off := m.offTheMap(); len(off) > 0 {
		out = append(out, words.Fill(m.say(words.NotOnTheMap), "cases", strings.Join(off, m.say(words.Comma))))
	}
	for i := range m.collection.Cases {
		if interval(&m.collection.Cases[i]) {
			out = append(out, m.say(words.IntervalLegend))
			break
		}
	}
	return append(out, m.say(words.FrameworkSameDevice), m.say(words.EconomicNote))
}

// offTheMap names the cases whose levels are not determined.
func (m *casesMap) offTheMap() []string {
	var out []string
	for i := range m.collection.Cases {
		if c := &m.collection.Cases[i]; !c.Levels.Assessed.Determined() {
			out = append(out, m.called(c))
		}
	}
	return out
}

// graph is the map for Graphviz: a frame for each cell that holds cases, with the cases inside.
func (m *casesMap) graph(lang string, theme diagram.Theme) *diagram.Scene {
	s := &diagram.Scene{ID: render.RiskMapDrawing, Lang: lang, Title: m.say(words.CommonRiskMap), Theme: theme, Direction: diagram.Downwards, Page: plate.Page}
	zone := func(recovery models.Recovery, economic models.Economic) string {
		return recovery.String() + "-" + economic.String()
	}
	for i := range m.collection.Cells {
		c := &m.collection.Cells[i]
		caption := m.say(words.Recovery(c.Recovery)) + " × " + m.say(words.Economic(c.Economic))
		s.Zones = append(s.Zones, diagram.Zone{ID: zone(c.Recovery, c.Economic), Caption: caption})
	}
	for i := range m.collection.Cases {
		c := &m.collection.Cases[i]
		p := c.Levels.Assessed
		if !p.Determined() {
			continue // a footnote names it
		}
		s.Nodes = append(s.Nodes, diagram.Node{
			ID: string(c.ID), Zone: zone(p.Recovery.Level, p.Economic.Max), Level: caseview.Severity(p.Recovery.Level),
			Label: []diagram.Line{
				{Text: m.called(c), Tone: diagram.ToneStrong},
				{Text: m.say(siteName(m.collection.Words.Sites, c.Site)), Tone: diagram.ToneSmall},
			},
		})
	}
	return s
}

// draw paints the map and its keys.
func (m *casesMap) draw(origin layout.Point, ink diagram.Palette) []picture.Item {
	m.origin, m.ink = origin, ink
	return []picture.Item{
		picture.Group{Class: "axes", Items: m.axes()},
		picture.Group{Class: "cells", Items: m.shaded()},
		picture.Group{Class: "marks", Items: m.marks()},
		picture.Group{Class: "key", Items: m.siteKey()},
		picture.Group{Class: "names", Items: m.nameKey()},
	}
}
