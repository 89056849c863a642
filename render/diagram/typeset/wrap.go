package typeset

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Wrap breaks text into lines no wider than limit, as few as possible and then of widths as equal as possible. Line ends in the
// text hold. A word wider than limit is broken between letters. Each line is clean (see Clean). The result has at
// least one line for any text but an empty one.
func (f Font) Wrap(text string, limit float64) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		if paragraph = Clean(paragraph); paragraph == "" {
			continue
		}
		lines = append(lines, f.balance(pieces(paragraph), limit)...)
	}
	return lines
}

// balance finds, by bisection, the narrowest width that does not need more lines than limit does.
func (f Font) balance(words []string, limit float64) []string {
	lines := f.fill(words, limit)
	if len(lines) < 2 {
		return lines
	}
	narrow, wide := limit/2, limit
	for wide-narrow > f.Size/4 {
		middle := (narrow + wide) / 2
		tried := f.fill(words, middle)
		if len(tried) > len(lines) || f.Widest(tried) > middle {
			narrow = middle
			continue
		}
		wide, lines = middle, tried
	}
	return lines
}

// pieces cuts a paragraph where a line may break.
func pieces(paragraph string) []string {
	var words []string
	state := -1
	for paragraph != "" {
		var word string
		word, paragraph, _, state = uniseg.FirstLineSegmentInString(paragraph, state)
		words = append(words, word)
	}
	return words
}

// fill sets words into lines greedily.
func (f Font) fill(words []string, limit float64) []string {
	var lines []string
	line := ""
	for _, word := range words {
		if line == "" || f.Width(strings.TrimRight(line+word, " ")) <= limit {
			line += word
		} else {
			lines = append(lines, strings.TrimRight(line, " "))
			line = word
		}
		for f.Width(strings.TrimRight(line, " ")) > limit {
			head, rest := f.cut(line, limit)
			if rest == "" {
				break
			}
			lines = append(lines, head)
			line = rest
		}
	}
	if line = strings.TrimRight(line, " "); line != "" {
		lines = append(lines, line)
	}
	return lines
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
