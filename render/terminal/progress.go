package terminal

import (
	"io"
	"sync"

	"github.com/schollz/progressbar/v3"
)

// Progress shows on a terminal how far the work is. It shows nothing to a file, a pipe or a user who wants quiet. Steps
// may be taken at the same time.
type Progress struct {
	mutex sync.Mutex
	bar   *progressbar.ProgressBar // nil where nobody looks
	begun bool
}

// NewProgress begins to show work of some steps; -1: how many is not known. The zero Progress shows nothing.
func NewProgress(w io.Writer, steps int) *Progress {
	return &Progress{bar: progressbar.NewOptions(steps,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetWidth(24),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionUseANSICodes(true),
		progressbar.OptionSetPredictTime(false),
		progressbar.OptionSetRenderBlankState(true),
	)}
}

// Step ends the step before, if there is one, and says what is being done now.
func (g *Progress) Step(what string) {
	if g.bar == nil {
		return
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if g.begun {
		_ = g.bar.Add(1) // a bar that cannot be drawn stops no work
	}
	g.begun = true
	g.describe(what)
}

// describe says what is being done. A bar writes to the terminal itself, past visibleWriter.
func (g *Progress) describe(what string) { g.bar.Describe(VisibleLine(what)) }

// Rows shows how far work is whose size comes out on the way.
func (g *Progress) Rows(doing string, done, total int64) {
	if g.bar == nil {
		return
	}
	if total > 0 && g.bar.GetMax64() != total {
		g.bar.ChangeMax64(total)
	}
	g.describe(doing)
	_ = g.bar.Set64(done) // a bar that cannot be drawn stops no work
}

// Close takes the bar away.
func (g *Progress) Close() {
	if g.bar != nil {
		_ = g.bar.Clear()
	}
}
