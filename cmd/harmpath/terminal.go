package main

import (
	"io"
	"os"

	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"
)

// plainWidth is the width in columns to which text is wrapped where no terminal says another.
const plainWidth = 100

// screen is what is known of one output stream. The zero value is a plain file.
type screen struct {
	terminal bool
	colour   bool
	width    int // columns
}

// lookAt finds out what w is. Colour needs a terminal that does not call itself dumb, and nobody who objects
// (https://no-color.org).
func lookAt(w io.Writer, getenv func(string) string, noColour bool) screen {
	s := screen{width: plainWidth}
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return s
	}
	s.terminal = true
	s.colour = !noColour && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
	if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
		s.width = width
	}
	return s
}

func (s screen) strong(text string) string { return s.paint(text, bold) }

// The colours in use; each also stands beside a word, so that none is needed to understand a line.
var (
	bold   = text.Colors{text.Bold}
	faint  = text.Colors{text.Faint}
	green  = text.Colors{text.FgGreen}
	yellow = text.Colors{text.FgYellow}
	red    = text.Colors{text.FgRed, text.Bold}
)

func (s screen) paint(line string, colours text.Colors) string {
	if !s.colour {
		return line
	}
	return text.Escape(line, colours.EscapeSeq())
}
