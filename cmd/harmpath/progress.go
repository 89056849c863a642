package main

import (
	"sync"

	"github.com/schollz/progressbar/v3"
)

// progress shows on a terminal how far the work is. It shows nothing to a file, a pipe or a user who wants quiet. Steps
// may be taken at the same time.
type progress struct {
	mutex sync.Mutex
	bar   *progressbar.ProgressBar // nil where nobody looks
	begun bool
}

// follow begins to show work of some steps.
func (p *program) follow(steps int) *progress {
	if p.quiet || !p.errs.terminal {
		return &progress{}
	}
	return &progress{bar: progressbar.NewOptions(steps,
		progressbar.OptionSetWriter(p.noticed),
		progressbar.OptionSetWidth(24),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionUseANSICodes(true),
		progressbar.OptionSetPredictTime(false),
		progressbar.OptionSetRenderBlankState(true),
	)}
}

// step ends the step before, if there is one, and says what is being done now.
func (g *progress) step(what string) {
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
func (g *progress) describe(what string) { g.bar.Describe(visibleLine(what)) }

// close takes the bar away.
func (g *progress) close() {
	if g.bar != nil {
		_ = g.bar.Clear()
	}
}
