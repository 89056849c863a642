package terminal

import "strings"

// Paragraphs puts each paragraph and each item of a list of a Markdown text into one line, so that it can be broken anew
// for a screen. Headings, tables, code and empty lines stay as they are.
func Paragraphs(markdown string) string {
	var out []string
	code, open := false, false // inside a fence; the last line can go on
	for line := range strings.Lines(markdown) {
		line = strings.TrimRight(line, "\n")
		words := strings.TrimSpace(line)
		fence := strings.HasPrefix(words, "```")
		item := strings.HasPrefix(words, "- ")
		fixed := code || fence || words == "" || strings.HasPrefix(words, "#") || strings.HasPrefix(words, "|") || strings.HasPrefix(line, "    ")
		if open && !fixed && !item {
			out[len(out)-1] += " " + words
			continue
		}
		out = append(out, line)
		open = !fixed
		code = code != fence
	}
	return strings.Join(out, "\n")
}
