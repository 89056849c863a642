package terminal

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// Wrapped breaks lines that are wider than a screen; what follows a break is indented as the line is.
func Wrapped(page string, width int) string {
	var out []string
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\n")
		words := strings.TrimLeft(line, " ")
		indent := line[:len(line)-len(words)]
		for part := range strings.Lines(text.WrapSoft(words, max(width-len(indent), 20))) {
			out = append(out, strings.TrimRight(indent+part, " \n"))
		}
		if words == "" {
			out = append(out, "")
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}
