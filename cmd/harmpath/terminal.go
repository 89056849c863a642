package main

import "cmp"

// plainWidth is the width in columns to which text is wrapped where no terminal says another.
const plainWidth = 100

// newScreen is the screen of a terminal so many columns wide; 0: nobody knows.
func newScreen(columns int, colour bool, seal string) screen {
	return screen{terminal: true, colour: colour, width: cmp.Or(columns, plainWidth), seal: seal}
}

// notScreen is a file or a pipe.
func notScreen(seal string) screen { return screen{width: plainWidth, seal: seal} }

// screen is what is known of one output stream. The zero value is a plain file.
type screen struct {
	terminal bool
	colour   bool
	width    int    // columns
	seal     string // of the escape sequences that it makes
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
