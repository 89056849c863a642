package solve

import (
	"context"

	"github.com/harmpath/harmpath/graph"
)

// meter counts work against a limit and notices, every so often, that the context is done.
type meter struct {
	ctx   context.Context
	all   int64
	left  int64
	until int64 // when left falls to this, look at the context
	why   string
}

func newMeter(ctx context.Context, l graph.Limits) *meter {
	work := l.Work
	if work <= 0 {
		work = graph.DefaultWork
	}
	return &meter{ctx: ctx, all: work, left: work, until: work}
}

// cut returns what ended the search, nil when nothing did.
func (m *meter) cut() *graph.Cut {
	if m.why == "" {
		return nil
	}
	return &graph.Cut{Reason: m.why, Work: m.done()}
}

// done returns how much work was done.
func (m *meter) done() int64 { return m.all - max(0, m.left) }

// spend takes work from what is left and says whether the search may go on. Once it has said no, it
// says no for ever.
func (m *meter) spend(work int64) bool {
	if m.why != "" {
		return false
	}
	m.left -= work
	if m.left < 0 {
		m.why = "work limit"
		return false
	}
	if m.left <= m.until {
		m.until = m.left - 4096
		if m.ctx.Err() != nil {
			m.why = context.Cause(m.ctx).Error()
		}
	}
	return m.why == ""
}

// spareShare is the part of a question's work that may go into what is found where the answer itself does not fit.
const spareShare = 4

// spare returns a meter for what is to be found although this one is used up. When the time for the question is over, it
// is small and runs on.
func (m *meter) spare() *meter {
	ctx, work := m.ctx, max(1, m.all/spareShare)
	if ctx.Err() != nil {
		ctx, work = context.WithoutCancel(ctx), min(work, firstSets)
	}
	return newMeter(ctx, graph.Limits{Work: work})
}

// share takes one of so many equal parts of what is left.
func (m *meter) share(parts int) *meter {
	work := max(1, m.left/int64(parts))
	m.left -= work
	return newMeter(m.ctx, graph.Limits{Work: work})
}

// cutAt says what kept some diagrams from fitting: the meter, or the limit of nodes.
func (m *meter) cutAt() *graph.Cut {
	if cut := m.cut(); cut != nil {
		return cut
	}
	return &graph.Cut{Reason: "node limit", Work: m.all - m.left}
}

// cutAfter says what ended a search; of one that fits, only the meter can have.
func (m *meter) cutAfter(fit bool) *graph.Cut {
	if fit {
		return m.cut()
	}
	return m.cutAt()
}

// firstSets are the steps that finding small sets may take when the time for the question is over.
const firstSets = 2_000_000
