package translation

import "strings"

// Japanese returns the Japanese text for an English one, or the English one where there is none.
//
// What is wrong is told in plain form, as in documents and findings; what the reader is asked to do is asked politely
// (…してください). Words of files stand as they are written, between spaces. Messages that follow the name of a file or of
// something else begin with the particle that joins them to it.
func Japanese(english string) string {
	for _, room := range rooms {
		if text, known := room[english]; known {
			return text
		}
	}
	return english
}

// ForeignJapanese returns the Japanese text for what a library says in English. Libraries put what they say it of behind
// a colon or between parentheses: that stays as it is.
func ForeignJapanese(english string) string {
	if text := Japanese(english); text != english {
		return text
	}
	for _, mark := range [...]string{": ", " (", " '"} {
		words, rest, found := strings.Cut(english, mark)
		if text := Japanese(words); found && text != words {
			return text + mark + rest
		}
	}
	return english
}

// rooms are the parts of the Japanese catalog, by who says what they hold.
var rooms = [...]map[string]string{nouns, reading, checking, knowledge, attached, changing, exchanged, asked, commandLine, stored, templates, program, libraries}
