package markdown

import (
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/render/content"
)

// Quote writes text so that Markdown shows it as it is: no character of it is markup, HTML or an entity. It makes one
// line; where that begins a block, see atStart.
func Quote(text string) string { return quoting.Replace(content.Clean(text)) }

// quoting also keeps GitHub from making an address that stands in running text into a link.
var quoting = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;",
	"\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "~", "\\~", "|", "\\|", "$", "\\$",
	"://", "&#58;//", "www.", "www&#46;", "@", "&#64;",
)

// atStart keeps a quoted line from beginning a heading, a list, a rule or a table.
func atStart(line string) string {
	line = strings.TrimLeft(line, " ")
	if line == "" {
		return line
	}
	switch line[0] {
	case '#', '+', '-', '=':
		return "\\" + line
	}
	digits := 0
	for digits < len(line) && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') {
		return line[:digits] + "\\" + line[digits:]
	}
	return line
}

// code writes an identifier as a code span; one that a span cannot hold is written as text.
func code(text string) string {
	text = strings.TrimSpace(content.Clean(text))
	if text == "" || strings.ContainsAny(text, "`|\\<>&") {
		return Quote(text)
	}
	return "`" + text + "`"
}

// anchor makes the target of a link: letters, digits and hyphens stay, everything else becomes a hyphen.
func anchor(id string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, id)
}

func itoa(n int) string { return strconv.Itoa(n) }
