// Package riskmap draws the risk map: where a case lies on the two axes of the framework in the three readings, and where
// several cases lie together.
package riskmap

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// Figures shows the case's place on the two axes in the three readings, with the author's reasons beside it.
func Figures(c *caseview.Case) []plate.Figure {
	m := &riskMap{Case: c, plots: plots(c), field: field{word: c.Say, wide: cellWidth, high: [...]float64{cellHeight, cellHeight, cellHeight}}}
	sheet := &diagram.Sheet{
		ID: render.RiskMapDrawing, Lang: string(c.Lang), Title: c.Say(words.RiskMapFigure), Description: m.description(), Theme: c.Theme,
		Footnotes: m.footnotes(), Width: mapWidth, Height: mapHeight, Middle: m.draw,
	}
	return []plate.Figure{{ID: render.RiskMapDrawing, Title: words.RiskMapFigure, Picture: sheet.Picture()}}
}

// riskMap is the state that the steps of drawing the map share.
type riskMap struct {
	*caseview.Case
	field
	plots []plot
}

// plot is a place on the map with the readings that come out there.
type plot struct {
	recovery models.Recovery
	economic models.EconomicLevel
	readings []models.ReadingID
}

// plots lists the places of the readings, in their order; readings that come out alike share one.
func plots(c *caseview.Case) []plot {
	var out []plot
	for _, id := range models.ReadingIDs() {
		pair := c.Result.Levels.Published.In(id)
		if !pair.Determined() {
			continue
		}
		same := func(p plot) bool {
			return p.recovery == pair.Recovery.Level && p.economic.Min == pair.Economic.Min && p.economic.Max == pair.Economic.Max
		}
		if at := slices.IndexFunc(out, same); at >= 0 {
			out[at].readings = append(out[at].readings, id)
			continue
		}
		out = append(out, plot{pair.Recovery.Level, pair.Economic, []models.ReadingID{id}})
	}
	return out
}

// published tells whether the plot is that of the published reading.
func (p *plot) published() bool { return slices.Contains(p.readings, models.Assessed) }

// readingNames names the readings of a plot.
func (m *riskMap) readingNames(p *plot) string {
	var names []string
	for _, id := range p.readings {
		names = append(names, m.Say(words.Reading(id)))
	}
	return strings.Join(names, m.Say(words.ReadingJoin))
}

// level says a pair of levels.
func (m *riskMap) level(p *plot) string {
	return m.Say(words.Recovery(p.recovery)) + " × " + economicLevel(m.Case, p.economic)
}

// economicLevel says a level of axis 2, an interval where factors are unknown.
func economicLevel(c *caseview.Case, e models.EconomicLevel) string {
	if e.Min == e.Max {
		return c.Say(words.Economic(e.Max))
	}
	return c.Fill(words.Interval, "min", c.Say(words.Economic(e.Min)), "max", c.Say(words.Economic(e.Max)))
}

// missing says why the levels are not determined.
func (m *riskMap) missing(p *models.LevelPair) string {
	var lacks []string
	for _, lack := range p.Missing {
		lacks = append(lacks, m.Say(lack.Name()))
	}
	return m.Fill(words.NotDeterminedNote, "missing", strings.Join(lacks, m.Say(words.Comma)))
}

// description is the map in words.
func (m *riskMap) description() string {
	var parts []string
	if published := &m.Result.Levels.Published.Assessed; !published.Determined() {
		parts = append(parts, m.missing(published))
	}
	for i := range m.plots {
		parts = append(parts, m.readingNames(&m.plots[i])+m.Say(words.FactColon)+m.level(&m.plots[i]))
	}
	return systemName(m.Case) + m.Say(words.FactColon) + strings.Join(parts, "; ")
}

// systemName is what the plotted case is called.
func systemName(c *caseview.Case) string {
	if name := c.Say(c.System.SystemName); name != "" {
		return name
	}
	if name := c.Say(c.System.Title); name != "" {
		return name
	}
	return string(c.System.ID)
}

func (m *riskMap) footnotes() []string {
	var out []string
	published := m.Result.Levels.Published.Assessed
	if !published.Determined() {
		out = append(out, m.missing(&published))
	} else if published.Economic.Min != published.Economic.Max {
		out = append(out, m.Fill(words.IntervalNote, "max", m.Say(words.Economic(published.Economic.Max))))
	}
	for _, axis := range []struct {
		lowest bool
		name   models.Text
	}{{published.Recovery.DefaultLowest, words.RecoveryAxis}, {published.Economic.DefaultLowest, words.EconomicAxis}} {
		if axis.lowest {
			out = append(out, m.Say(axis.name)+m.Say(words.FactColon)+m.Fill(words.DefaultLowestLegend, "mark", m.Say(words.DefaultLowestMark)))
		}
	}
	note := words.EconomicNote
	if !m.System.Rationale.Note.Empty() {
		note = m.System.Rationale.Note
	}
	return append(out, m.Say(note))
}

// draw paints the map and what stands beside it.
func (m *riskMap) draw(origin layout.Point, ink diagram.Palette) []picture.Item {
	m.origin, m.ink = origin, ink
	places := m.chips()
	return []picture.Item{
		picture.Group{Class: "axes", Items: m.axes()},
		picture.Group{Class: "cells", Items: m.highlighted()},
		picture.Group{Class: "intervals", Items: m.intervals(places)},
		picture.Group{Class: "steps", Items: m.steps(places)},
		picture.Group{Class: "marks", Items: m.marks(places)},
		picture.Group{Class: "captions", Items: m.captions()},
		picture.Group{Class: "key", Items: m.key()},
	}
}
