// Package words holds every text that harmpath itself writes into an output, in Japanese and English side by side, so
// that both can be read through as a whole. The Japanese terms are those of METI's task-force slides of 2021-11-29 and
// of the IoT Security Safety Framework wherever these have one.
//
// A text is a read-only variable; a word for one value of a type of package models is a function of that value. Names
// in braces ({profile}) are filled by Fill or Split. What the catalog or the author of a model writes is not here.
package words

import (
	"strings"

	"github.com/harmpath/harmpath/models"
)

// text pairs the Japanese and the English wording of one thing.
func text(ja, en string) models.Text { return models.Text{JA: ja, EN: en} }

// word finds the wording of a value; one that the table lacks is written as in files.
func word[T ~string](table map[T]models.Text, value T) models.Text {
	if t, known := table[value]; known {
		return t
	}
	return models.Plain(string(value))
}

// Part is a piece of a sentence: literal text, or a role to be filled.
type Part struct {
	Text string // literal text; the role's name where Role is true
	Role bool
}

// Split cuts a sentence at its roles: "{from} commands {to}" has the roles from and to. A brace without its partner
// is literal text.
func Split(sentence string) []Part {
	var parts []Part
	literal := func(s string) {
		if s != "" {
			parts = append(parts, Part{Text: s})
		}
	}
	for {
		before, rest, found := strings.Cut(sentence, "{")
		role, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			literal(sentence)
			return parts
		}
		literal(before)
		parts = append(parts, Part{Text: role, Role: true})
		sentence = after
	}
}

// Fill writes a sentence with its roles filled: pairs are the name of a role and what stands in it, in turn. A role
// that no pair names stays as written.
func Fill(sentence string, pairs ...string) string {
	var b strings.Builder
	for _, part := range Split(sentence) {
		if !part.Role {
			b.WriteString(part.Text)
			continue
		}
		filled := "{" + part.Text + "}"
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == part.Text {
				filled = pairs[i+1]
			}
		}
		b.WriteString(filled)
	}
	return b.String()
}
