package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// plainWidth is the width in columns to which text is wrapped where no terminal says another.
const plainWidth = 100

// screen is what is known of one output stream. The zero value is a plain file.
type screen struct {
	terminal bool
	colour   bool
	width    int    // columns
	seal     string // of the escape sequences that it makes
}

// lookAt finds out what w is. Colour needs a terminal that does not call itself dumb, and nobody who objects
// (https://no-color.org).
func (p *program) lookAt(w io.Writer, noColour bool) screen {
	s := screen{width: plainWidth, seal: p.seal}
	if !isTerminal(w) {
		return s
	}
	file := w.(*os.File)
	s.terminal = true
	s.colour = !noColour && p.getenv("NO_COLOR") == "" && p.getenv("TERM") != "dumb"
	if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
		s.width = width
	}
	return s
}

// isTerminal tells whether a person may see at once what is written.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

func (s screen) strong(text string) string { return s.paint(text, bold) }

// style is a look of text, as the parameters of the escape sequence that begins it (ECMA-48, SGR).
type style string

// The styles in use; each also stands beside a word, so that none is needed to understand a line.
const (
	bold   style = "1"
	faint  style = "2"
	green  style = "32"
	yellow style = "33"
	red    style = "1;31"
)

// paint gives a line a style where the screen shows any. The escape sequence bears the seal by which visibleWriter knows it.
func (s screen) paint(line string, look style) string {
	if !s.colour || line == "" {
		return line
	}
	return "\x1b[" + string(look) + ";" + s.seal + "m" + visible(line) + endOwn
}
