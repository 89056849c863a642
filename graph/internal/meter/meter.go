package meter

import (
	"context"

	"github.com/harmpath/harmpath/graph"
)

// A Meter is what one search may still do. It is for one goroutine.
type Meter struct {
	ctx   context.Context
	all   int64
	left  int64
	until int64 // when left falls to this, look at the context
	why   string
}

// between is how much work is done between two looks at the context.
const between = 4096

// New returns a meter of the limits' work, of [graph.DefaultWork] where they say nothing.
func New(ctx context.Context, l graph.Limits) *Meter {
	work := l.Work
	if work <= 0 {
		work = graph.DefaultWork
	}
	return &Meter{ctx: ctx, all: work, left: work, until: work}
}

// Spend takes work from what is left and says whether the search may go on. Once it has said no, it
// says no for ever.
func (m *Meter) Spend(work int64) bool {
	if m.why != "" {
		return false
	}
	m.left -= work
	if m.left < 0 {
		m.why = "work limit"
		return false
	}
	if m.left <= m.until {
		m.until = m.left - between
		if m.ctx.Err() != nil {
			m.why = context.Cause(m.ctx).Error()
		}
	}
	return m.why == ""
}

// Over says whether Spend has said no.
func (m *Meter) Over() bool { return m.why != "" }

// Left returns how much work may still be done; below 0 where the last step took more than that.
func (m *Meter) Left() int64 { return m.left }

// Spent returns how much work was done.
func (m *Meter) Spent() int64 { return m.all - max(0, m.left) }

// Cut returns what ended the search, nil when the meter did not.
func (m *Meter) Cut() *graph.Cut {
	if m.why == "" {
		return nil
	}
	return &graph.Cut{Reason: m.why, Work: m.Spent()}
}

// CutOr returns what ended a search that did not come to its end: the meter, or else the reason given.
func (m *Meter) CutOr(reason string) *graph.Cut {
	if cut := m.Cut(); cut != nil {
		return cut
	}
	return &graph.Cut{Reason: reason, Work: m.all - m.left}
}

// Beside returns a meter of as much work of its own for the same context, of which this one counts nothing.
func (m *Meter) Beside(work int64) *Meter { return New(m.ctx, graph.Limits{Work: work}) }

// Share takes one of so many equal parts of what is left and returns it as a meter of its own.
func (m *Meter) Share(parts int) *Meter {
	work := max(1, m.left/int64(parts))
	m.left -= work
	return m.Beside(work)
}

// spareShare is the part of a question's work that may go into what is found where the answer itself does not fit.
const spareShare = 4

// mostOvertime is the work that may be done when the time for the question is over.
const mostOvertime = 2_000_000

// Spare returns a meter for what is to be found although this one is used up. When the time for the question is over, it
// is small and runs on.
func (m *Meter) Spare() *Meter {
	ctx, work := m.ctx, max(1, m.all/spareShare)
	if ctx.Err() != nil {
		ctx, work = context.WithoutCancel(ctx), min(work, mostOvertime)
	}
	return New(ctx, graph.Limits{Work: work})
}
