// Package timeline draws how long products stay exposed to a vulnerable part, without SBOMs and with them.
package timeline

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// Figures show, for each product that contains a vulnerable part, what the parties do from the disclosure on: without
// SBOMs above, with them below, on one scale of time.
func Figures(c *caseview.Case) []plate.Figure {
	if c.Result.Supply == nil {
		return nil
	}
	var out []plate.Figure
	for i := range c.Result.Supply.Exposures {
		e := &c.Result.Supply.Exposures[i]
		t := newTimeline(c, e)
		sheet := &diagram.Sheet{
			ID: render.TimelineDrawing(e), Lang: string(c.Lang), Title: c.Say(words.TimelineDrawing), Description: t.description(), Theme: c.Theme,
			Footnotes: t.footnotes(), Width: timelineWidth, Height: t.height(), Middle: t.draw,
		}
		out = append(out, plate.Figure{ID: sheet.ID, Title: words.TimelineDrawing, Picture: sheet.Picture()})
	}
	return out
}

// timeline is the state that the steps of drawing both schedules share.
type timeline struct {
	*caseview.Case
	exposure *models.Exposure
	rows     []timelineRow
	left     int // rows that the picture leaves out
	hours    int // that the scale covers
	scale    float64
	origin   layout.Point
	ink      diagram.Palette
}

// timelineRow is one party's part of a schedule: some of its tasks, in one lane or two.
type timelineRow struct {
	name, party string
	from, to    int   // the tasks, as places in a schedule
	second      []int // those in the second lane
}

// mostRows bounds the picture.
const mostRows = 12

func newTimeline(c *caseview.Case, e *models.Exposure) *timeline {
	t := &timeline{Case: c, exposure: e}
	tasks := e.Without.Tasks
	for i := range tasks {
		if tasks[i].Activity != models.Noticing {
			continue
		}
		row := timelineRow{from: i, to: i + 1, name: c.Called(models.ComponentSort, string(tasks[i].Component)), party: partyName(c, tasks[i].Stakeholder)}
		for row.to < len(tasks) && tasks[row.to].Activity != models.Noticing {
			row.to++
		}
		if last := tasks[row.to-1]; last.Activity == models.Installing {
			row.name, row.party = row.party, row.name
			if row.to-row.from > 3 {
				row.second = []int{row.to - 1}
			}
		}
		t.rows = append(t.rows, row)
	}
	if n := len(t.rows); n > mostRows {
		t.left = n - mostRows
		t.rows = append(t.rows[:mostRows/2:mostRows/2], t.rows[n-mostRows/2:]...)
	}
	for _, l := range []*models.Timeline{&e.Without, &e.With} {
		for _, task := range l.Tasks {
			t.hours = max(t.hours, task.End)
		}
	}
	t.hours = max(t.hours, 1)
	t.scale = (timelineWidth - rowNames - rightRoom) / float64(t.hours)
	return t
}

// partyName is what people call a party of the chain.
func partyName(c *caseview.Case, id models.StakeholderID) string {
	if id == "" {
		return c.Say(words.UnknownMaker)
	}
	return c.Called(models.StakeholderSort, string(id))
}

// description is the picture in words.
func (t *timeline) description() string {
	e := t.exposure
	return t.Called(models.ComponentSort, string(e.Product)) + t.Say(words.FactColon) +
		t.Say(words.WithoutSBOM) + t.Say(words.FactColon) + t.done(&e.Without) + "; " + t.Say(words.WithSBOM) + t.Say(words.FactColon) + t.done(&e.With)
}

// done says when the response is complete.
func (t *timeline) done(l *models.Timeline) string {
	return t.Fill(words.ResponseDone, "time", t.time(hoursOf(l.Fixed)))
}

func (t *timeline) time(hours float64) string {
	return words.Time(hours, t.Lang, func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) })
}

// hoursOf is the value of a time, or its lower bound.
func hoursOf(f models.Figure) float64 {
	switch {
	case f.Value != nil:
		return *f.Value
	case f.Lower != nil:
		return *f.Lower
	}
	return 0
}

func (t *timeline) footnotes() []string {
	out := []string{t.Say(words.DecidingTasks)}
	if t.left > 0 {
		out = append(out, t.Fill(words.MoreInChain, "n", strconv.Itoa(t.left)))
	}
	if len(t.exposure.Unstated) > 0 {
		out = append(out, t.Say(words.TimeAtLeast))
	}
	return out
}

// draw paints both schedules, the scale between and below them, and the key.
func (t *timeline) draw(origin layout.Point, ink diagram.Palette) []picture.Item {
	t.origin, t.ink = origin, ink
	upper := panel{t, &t.exposure.Without, words.WithoutSBOM, words.WithoutSays, 0}
	lower := panel{t, &t.exposure.With, words.WithSBOM, words.WithSays, upper.height() + panelGap}
	return []picture.Item{
		picture.Group{Class: "without", Items: upper.draw()},
		picture.Group{Class: "with", Items: append(lower.draw(), lower.saved()...)},
		picture.Group{Class: "axis", Items: t.axis(lower.top + lower.height() + savedRoom)},
		picture.Group{Class: "key", Items: t.key(t.height() - keyRoom)},
	}
}
