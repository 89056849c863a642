package typeset

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Wrap breaks text into lines no wider than limit, as few as possible and then of widths as equal as possible. Line ends in the
// text hold. Lines end between words and, in Japanese, between phrases; a phrase that is wider than limit is broken where the
// rules allow it, and a word that is wider, between letters. Each line is clean (see Clean). A text that shows
// nothing has no lines.
func (f Font) Wrap(text string, limit float64) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		if paragraph = Clean(paragraph); paragraph != "" {
			lines = append(lines, f.balance(f.pieces(paragraph, limit), limit)...)
		}
	}
	return lines
}

// balance finds, by bisection, the narrowest width that does not need more lines than limit does.
func (f Font) balance(pieces []piece, limit float64) []string {
	ends := f.fill(pieces, limit)
	if len(ends) < 2 {
		return lines(pieces, ends)
	}
	narrow, wide := 0.0, limit
	for _, p := range pieces {
		narrow = max(narrow, p.visible*f.Size)
	}
	if tried := f.fill(pieces, narrow); len(tried) == len(ends) {
		return lines(pieces, tried)
	}
	for wide-narrow > f.Size/4 {
		middle := (narrow + wide) / 2
		if tried := f.fill(pieces, middle); len(tried) == len(ends) {
			wide, ends = middle, tried
			continue
		}
		narrow = middle
	}
	return lines(pieces, ends)
}

// visible is the width of text without the space that it ends with.
func (f Font) visible(text string) float64 { return f.Width(strings.TrimRight(text, " ")) }

// piece is a part of a paragraph within which no line ends, and its width in ems.
type piece struct {
	text    string
	whole   float64
	visible float64 // without the spaces that it ends with
}

func (f Font) piece(text string) piece {
	p := piece{text: text}
	for _, r := range text {
		p.whole += f.advance(r)
		if r != ' ' {
			p.visible = p.whole
		}
	}
	return p
}

// fill sets pieces, none wider than limit, into lines greedily; it returns after how many pieces each line ends.
func (f Font) fill(pieces []piece, limit float64) []int {
	var ends []int
	width, first := 0.0, 0
	for i, p := range pieces {
		if i > first && (width+p.visible)*f.Size > limit {
			ends, width, first = append(ends, i), 0, i
		}
		width += p.whole
	}
	return append(ends, len(pieces))
}

// lines joins pieces to the lines that end after so many of them.
func lines(pieces []piece, ends []int) []string {
	var out []string
	first := 0
	for _, end := range ends {
		var line strings.Builder
		for _, p := range pieces[first:end] {
			line.WriteString(p.text)
		}
		if shown := strings.TrimRight(line.String(), " "); shown != "" {
			out = append(out, shown)
		}
		first = end
	}
	return out
}

// pieces cuts a paragraph into parts no wider than limit, between which a line may end.
func (f Font) pieces(paragraph string, limit float64) []piece {
	var pieces []piece
	for _, phrase := range phrases(segments(paragraph)) {
		if whole := f.piece(strings.Join(phrase, "")); whole.visible*f.Size <= limit {
			pieces = append(pieces, whole)
			continue
		}
		for _, segment := range phrase {
			for f.visible(segment) > limit {
				head, rest := f.cut(segment, limit)
				if rest == "" {
					break
				}
				pieces = append(pieces, f.piece(head))
				segment = rest
			}
			pieces = append(pieces, f.piece(segment))
		}
	}
	return pieces
}

// Segments cuts a paragraph where the Unicode line breaking algorithm lets a line end and no line would begin with what JIS X 4051
// keeps from its beginning; joined they are the paragraph.
func Segments(paragraph string) []string { return segments(paragraph) }

// nonstarters may not begin a line (JIS X 4051, 行頭禁則文字). The Unicode algorithm (UAX 14, LB18) lets a line end after any space, also
// before one of these.
const nonstarters = "、。，．・：；？！ー」』）】〉》〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々゛゜"

// segments cuts a paragraph where a line may end.
func segments(paragraph string) []string {
	var segments []string
	state := -1
	for paragraph != "" {
		var segment string
		segment, paragraph, _, state = uniseg.FirstLineSegmentInString(paragraph, state)
		first, _ := utf8.DecodeRuneInString(segment)
		if last := len(segments) - 1; last >= 0 && strings.ContainsRune(nonstarters, first) {
			segments[last] += segment
			continue
		}
		segments = append(segments, segment)
	}
	return segments
}

// cut breaks a word that is wider than limit between its letters; its head holds at least one.
func (f Font) cut(word string, limit float64) (head, rest string) {
	state := -1
	rest = word
	for rest != "" {
		letter, after, _, next := uniseg.FirstGraphemeClusterInString(rest, state)
		if head != "" && f.Width(head+letter) > limit {
			return head, rest
		}
		head, rest, state = head+letter, after, next
	}
	return head, ""
}

// Widest is the width of the widest line.
func (f Font) Widest(lines []string) float64 {
	widest := 0.0
	for _, line := range lines {
		widest = max(widest, f.Width(line))
	}
	return widest
}

// Shorten cuts text, which is clean, to limit and ends it with an ellipsis if something had to go.
func (f Font) Shorten(text string, limit float64) string {
	if f.Width(text) <= limit {
		return text
	}
	const ellipsis = "…"
	head, _ := f.cut(text, limit-f.Width(ellipsis))
	return strings.TrimRight(head, " ") + ellipsis
}
