package figures

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// riskMap shows the case's place on the two axes in the three readings, with the author's reasons beside it.
func (c *caseView) riskMap() []Figure {
	m := &riskMap{caseView: c, plots: c.plots(), field: field{word: c.say, wide: cellWidth, high: [...]float64{cellHeight, cellHeight, cellHeight}}}
	sheet := &diagram.Sheet{
		ID: render.RiskMapDrawing, Lang: string(c.lang), Title: c.say(words.RiskMapFigure), Description: m.description(), Theme: c.theme,
		Footnotes: m.footnotes(), Width: mapWidth, Height: mapHeight, Middle: m.draw,
	}
	return []Figure{{ID: render.RiskMapDrawing, Title: words.RiskMapFigure, Picture: sheet.Picture()}}
}

// riskMap is the state that the steps of drawing the map share.
type riskMap struct {
	*caseView
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
func (c *caseView) plots() []plot {
	var out []plot
	for _, id := range models.ReadingIDs() {
		pair := c.result.Levels.Published.In(id)
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
		names = append(names, m.say(words.Reading(id)))
	}
	return strings.Join(names, m.say(words.ReadingJoin))
}

// level says a pair of levels.
func (m *riskMap) level(p *plot) string {
	return m.say(words.Recovery(p.recovery)) + " × " + m.economicLevel(p.economic)
}

// economicLevel says a level of axis 2, an interval where factors are unknown.
func (c *caseView) economicLevel(e models.EconomicLevel) string {
	if e.Min == e.Max {
		return c.say(words.Economic(e.Max))
	}
	return c.fill(words.Interval, "min", c.say(words.Economic(e.Min)), "max", c.say(words.Economic(e.Max)))
}

// missing says why the levels are not determined.
func (m *riskMap) missing(p *models.LevelPair) string {
	var lacks []string
	for _, lack := range p.Missing {
		lacks = append(lacks, m.say(lack.Name()))
	}
	return m.fill(words.NotDeterminedNote, "missing", strings.Join(lacks, m.say(words.Comma)))
}

// description is the map in words.
func (m *riskMap) description() string {
	var parts []string
	if published := &m.result.Levels.Published.Assessed; !published.Determined() {
		parts = append(parts, m.missing(published))
	}
	for i := range m.plots {
		parts = append(parts, m.readingNames(&m.plots[i])+m.say(words.FactColon)+m.level(&m.plots[i]))
	}
	return m.systemName() + m.say(words.FactColon) + strings.Join(parts, "; ")
}

// systemName is what the plotted case is called.
func (c *caseView) systemName() string {
	if name := c.say(c.system.SystemName); name != "" {
		return name
	}
	if name := c.say(c.system.Title); name != "" {
		return name
	}
	return string(c.system.ID)
}

func (m *riskMap) footnotes() []string {
	var out []string
	published := m.result.Levels.Published.Assessed
	if !published.Determined() {
		out = append(out, m.missing(&published))
	} else if published.Economic.Min != published.Economic.Max {
		out = append(out, m.fill(words.IntervalNote, "max", m.say(words.Economic(published.Economic.Max))))
	}
	for _, axis := range []struct {
		lowest bool
		name   models.Text
	}{{published.Recovery.DefaultLowest, words.RecoveryAxis}, {published.Economic.DefaultLowest, words.EconomicAxis}} {
		if axis.lowest {
			out = append(out, m.say(axis.name)+m.say(words.FactColon)+m.fill(words.DefaultLowestLegend, "mark", m.say(words.DefaultLowestMark)))
		}
	}
	note := words.EconomicNote
	if !m.system.Rationale.Note.Empty() {
		note = m.system.Rationale.Note
	}
	return append(out, m.say(note))
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
