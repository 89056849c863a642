package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/terminal"
)

// output is how a run speaks: what people may read is sent as visibleWriter sends it.
type output struct {
	stdout  io.Writer       // for people
	stderr  io.Writer       // for people
	binary  io.Writer       // standard output, for what another program reads and that may hold any byte
	written io.Writer       // standard output below its buffer
	noticed io.Writer       // standard error below visibleWriter
	seal    string          // of escape sequences that may be sent
	lang    models.Lang     // of what is said to the user: --lang's where the command has it, else the environment's
	quiet   bool            // neither progress nor remarks
	json    bool            // machine-readable output where the command has one
	screen  terminal.Screen // standard output
	errs    terminal.Screen // standard error
}

// look finds out what the streams are. Colour needs a terminal that does not call itself dumb, and nobody who objects
// (https://no-color.org).
func (p *output) look(colour bool) {
	at := func(w io.Writer) terminal.Screen {
		if !process.IsTerminal(w) {
			return terminal.NotScreen(p.seal)
		}
		return terminal.NewScreen(process.Columns(w), colour, p.seal)
	}
	p.screen, p.errs = at(p.written), at(p.noticed)
}

// remarks is where to tell what the user may like to know beside the result.
func (p *output) remarks() io.Writer {
	if p.quiet {
		return io.Discard
	}
	return p.stderr
}

// remark tells the user something beside the result.
func (p *output) remark(m models.Message) {
	fmt.Fprintln(p.remarks(), "harmpath: "+terminal.VisibleLine(m.In(p.lang)))
}

// say tells the user what was done.
func (p *output) say(m models.Message) {
	fmt.Fprintln(p.remarks(), terminal.VisibleLine(m.In(p.lang)))
}

// follow begins to show work of some steps, to a terminal and to who wants to see it.
func (p *output) follow(steps int) *terminal.Progress {
	if p.quiet || !p.errs.Terminal {
		return &terminal.Progress{}
	}
	return terminal.NewProgress(p.noticed, steps)
}

// printJSON prints v on standard output as indented JSON.
func (p *output) printJSON(v any) error {
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}

// show prints an answer: as JSON where that is asked for, else as sections of the document.
func (p *output) show(answer any, sections ...content.Section) error {
	if p.json {
		return p.printJSON(answer)
	}
	return terminal.PrintSections(p.stdout, p.screen, p.lang, sections...)
}
