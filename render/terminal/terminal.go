// Package terminal writes what a run prints for people: the summary of a result, sections of documents, findings, tables and
// progress, as wide and as coloured as a screen takes them, with control characters shown instead of sent. It decides nothing
// and opens nothing: the writer and what is known of it are given.
package terminal

import "cmp"

// plainWidth is the width in columns to which text is wrapped where no terminal says another.
const plainWidth = 100

// NewScreen is the screen of a terminal so many columns wide; 0: nobody knows.
func NewScreen(columns int, colour bool, seal string) Screen {
	return Screen{Terminal: true, colour: colour, Width: cmp.Or(columns, plainWidth), seal: seal}
}

// NotScreen is a file or a pipe.
func NotScreen(seal string) Screen { return Screen{Width: plainWidth, seal: seal} }

// Screen is what is known of one output stream. The zero value is a plain file.
type Screen struct {
	Terminal bool
	colour   bool
	Width    int    // columns
	seal     string // of the escape sequences that it makes
}

func (s Screen) Strong(text string) string { return s.paint(text, bold) }

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
func (s Screen) paint(line string, look style) string {
	if !s.colour || line == "" {
		return line
	}
	return "\x1b[" + string(look) + ";" + s.seal + "m" + visible(line) + endOwn
}
