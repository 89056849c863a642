package pdf

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/typeface"
)

// piece is text of one style.
type piece struct {
	text string
	style
}

// row is what stands on one line.
type row []piece

// height is the distance to the next line.
func (r row) height(st style) float64 { return st.size * leading }

func (r row) width() float64 {
	width := 0.0
	for _, p := range r {
		width += p.font().Width(p.text) * p.size
	}
	return width
}

func plain(text string) content.Line { return content.Line{{Text: text}} }

// wrap breaks a line of spans into rows no wider than limit, where the rules of Japanese and of other scripts let a line end; a word
// that is wider than limit is broken between letters. A mark stays whole where a row holds it.
func wrap(line content.Line, st style, limit float64) []row {
	w := &wrapper{limit: limit}
	var spans []piece
	var text strings.Builder
	var marks [][2]int // from the first byte of a mark to before its last
	for _, span := range line {
		shown := typeface.Visible(span.Text)
		if span.Kind == content.Mark {
			shown = " [" + shown + "]"
		}
		spans = append(spans, piece{shown, st.of(span)})
		if span.Kind == content.Mark && trimmed(spans[len(spans)-1:]).width() <= limit {
			marks = append(marks, [2]int{text.Len() + 1, text.Len() + len(shown)})
		}
		text.WriteString(shown)
	}
	at, held := 0, 0
	for _, segment := range typeset.Segments(text.String()) {
		at, held = at+len(segment), held+len(segment)
		if slices.ContainsFunc(marks, func(m [2]int) bool { return m[0] < at && at < m[1] }) {
			continue
		}
		var pieces []piece
		pieces, spans = take(spans, held)
		w.add(pieces)
		held = 0
	}
	return append(w.rows, trimmed(w.row))
}

// take cuts the first n bytes off pieces.
func take(pieces []piece, n int) (head, rest []piece) {
	for n > 0 && len(pieces) > 0 {
		first := pieces[0]
		if len(first.text) > n {
			head = append(head, piece{first.text[:n], first.style})
			pieces = append([]piece{{first.text[n:], first.style}}, pieces[1:]...)
			break
		}
		n -= len(first.text)
		head, pieces = append(head, first), pieces[1:]
	}
	return head, pieces
}

// wrapper fills rows greedily.
type wrapper struct {
	limit float64
	rows  []row
	row   row
	used  float64
}

func (w *wrapper) end() {
	w.rows, w.row, w.used = append(w.rows, trimmed(w.row)), nil, 0
}

// add sets pieces between which no line may end.
func (w *wrapper) add(pieces []piece) {
	visible, whole := trimmed(pieces).width(), row(pieces).width()
	if w.used > 0 && w.used+visible > w.limit {
		w.end()
	}
	if visible <= w.limit {
		w.row, w.used = append(w.row, pieces...), w.used+whole
		return
	}
	for _, p := range pieces {
		w.letters(p)
	}
}

// letters sets a piece that is wider than the limit, letter by letter.
func (w *wrapper) letters(p piece) {
	start := 0
	for i, r := range p.text {
		advance := p.font().Glyph(r).Advance * p.size
		if w.used+advance > w.limit && w.used > 0 {
			w.row = append(w.row, piece{p.text[start:i], p.style})
			w.end()
			start = i
		}
		w.used += advance
	}
	w.row = append(w.row, piece{p.text[start:], p.style})
}

// trimmed is a row without the space that it ends with.
func trimmed(pieces []piece) row {
	out := append(row(nil), pieces...)
	for len(out) > 0 {
		last := &out[len(out)-1]
		last.text = strings.TrimRight(last.text, " ")
		if last.text != "" {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}

// rows puts rows with the upper edge of the first at (x, y).
func (s *setter) rows(rows []row, st style, x, y float64) {
	for _, r := range rows {
		at := x
		for _, p := range r {
			s.put(at, y+st.size*1.15, p.text, p.style)
			width := p.font().Width(p.text) * p.size
			if p.to != "" {
				s.link(at, y, width, st.size*leading, p.to)
			}
			at += width
		}
		y += r.height(st)
	}
}
