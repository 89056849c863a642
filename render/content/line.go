package content

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Raw is a line of text that is the same in every language.
func Raw(s string) Line { return Line{{Text: Clean(s)}} }

// Each says each item of a list in a line.
func Each[T any](list []T, say func(T) Line) []Line {
	var out []Line
	for _, x := range list {
		out = append(out, say(x))
	}
	return out
}

// Join puts lines into one, with sep between them.
func Join(sep string, lines ...Line) Line {
	var out Line
	for i, l := range lines {
		if i > 0 {
			out = append(out, Span{Text: sep})
		}
		out = append(out, l...)
	}
	return out
}

// Line is text on one line or in one paragraph.
type Line []Span

// Span is a piece of a line.
type Span struct {
	Text string
	Kind SpanKind
	Lang models.Lang // where the text is not in the document's language; else empty
	To   string      // of a link: the id of a section
}

// SpanKind says what a span is; a format decides how it looks.
type SpanKind int

// The kinds of spans.
const (
	Plain       SpanKind = iota
	Strong               // what matters in the line
	Name                 // the name of an element of the model
	Code                 // an identifier, to be read letter by letter
	Quiet                // said by the way
	Mark                 // a mark behind an element, e.g. that it is inferred
	Link                 // leads to a section
	LowLevel             // the lowest level of an axis
	MiddleLevel          // the middle level of an axis
	HighLevel            // the highest level of an axis
)

// String writes the text of the line without its marking.
func (l Line) String() string {
	if len(l) == 1 {
		return l[0].Text
	}
	var s strings.Builder
	for _, span := range l {
		s.WriteString(span.Text)
	}
	return s.String()
}

// Equal tells whether two lines read and look the same.
func (l Line) Equal(m Line) bool { return slices.Equal(l, m) }
