package review

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/harmpath/harmpath/models"
)

// spellingDiffers finds terms that a case writes in several ways. Each further way is told once, at the element where
// it stands first.
func spellingDiffers(r *report) {
	m := newMixed()
	first := map[[2]string][]term{} // by language and folded term: the ways in which it is written
	texts(r.system, func(w written) {
		if w.plain {
			return
		}
		both := []string{w.JA, w.EN}
		for _, text := range slices.Compact(both) {
			lang := languageOf(text)
			for _, t := range m.terms(text, lang, w.isName) {
				key := [2]string{string(lang), t.key}
				ways := first[key]
				if slices.ContainsFunc(ways, func(known term) bool { return known.writing == t.writing }) {
					continue
				}
				first[key] = append(ways, t)
				if len(ways) > 0 && (lang == models.Japanese || !distinct(ways[0], t)) {
					r.add(w.of.at, subject{t.shown, models.Plain(t.shown)}, subject{ways[0].shown, models.Plain(ways[0].shown)}, w.of.subject)
				}
			}
		}
	})
}

// languageOf tells by its letters which language a text is in: what has none of Japanese is told by the rules of English.
func languageOf(text string) models.Lang {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) }) {
		return models.Japanese
	}
	return models.English
}

// distinct tells whether two English writings may be right beside each other: of an acronym and a word of its own (IT, it),
// or of a term before another word and by itself (dry-firing device, dry firing).
func distinct(a, b term) bool {
	open := func(t term) bool { return strings.Contains(t.writing, " ") }
	return a.writing == strings.ToUpper(b.writing) || b.writing == strings.ToUpper(a.writing) ||
		a.before && open(b) || b.before && open(a)
}

// term is one term: what is the same in all its writings, its writing, and that as it stands in the text.
type term struct {
	key, writing, shown string
	before              bool // another word follows
}

// terms finds the terms of a text that are often written in several ways: words in katakana, words in Latin letters, and
// Japanese words of which a part may be written in kana.
func (m mixed) terms(text string, lang models.Lang, isName bool) []term {
	var out []term
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case isKatakana(r):
			word := text[at : at+runLength(text[at:], isKatakana)]
			out = append(out, term{key: folded(word), writing: word, shown: word})
			size = len(word)
		case isLatin(r):
			word := latinWord(text[at:])
			out = appendLatin(out, word, text[at+len(word):], lang)
			if isName && lang == models.English {
				out = appendPair(out, word, text[at+len(word):])
			}
			size = len(word)
		case r >= utf8.RuneSelf:
			if t, known := m.at(text[at:], r, isName); known {
				out = append(out, t)
				size = len(t.writing)
			}
		}
		at += size
	}
	return out
}

// runLength is how many bytes of a text's beginning are of a class.
func runLength(text string, class func(rune) bool) int {
	for i, r := range text {
		if !class(r) {
			return i
		}
	}
	return len(text)
}

// latinWord is the word at the beginning of a text, its parts joined by single hyphens, with the digits in it.
func latinWord(text string) string {
	letter := func(r rune) bool { return isLatin(r) || unicode.IsDigit(r) }
	end := runLength(text, letter)
	for {
		r, size := utf8.DecodeRuneInString(text[end:])
		next, _ := utf8.DecodeRuneInString(text[min(end+size, len(text)):])
		if !isHyphen(r) || !isLatin(next) {
			return text[:end]
		}
		end += size + runLength(text[end+size:], letter)
	}
}

// leastLetters is how many letters a Latin word has whose writings are compared: shorter ones are as often different words.
const leastLetters = 3

// appendLatin adds a word in Latin letters. One with a digit is the name of a model as a rule. In English a capital at the
// beginning says nothing of the word.
func appendLatin(out []term, word, rest string, lang models.Lang) []term {
	if strings.ContainsFunc(word, unicode.IsDigit) || utf8.RuneCountInString(word) < leastLetters {
		return out
	}
	t := term{key: folded(word), writing: word, shown: word, before: latinWord(strings.TrimPrefix(rest, " ")) != ""}
	if lang == models.English {
		t.writing = withoutCapital(word)
	}
	return append(out, t)
}

// withoutCapital writes each part of a word small that has no capital but its first letter.
func withoutCapital(word string) string {
	var b strings.Builder
	for len(word) > 0 {
		end := runLength(word, func(r rune) bool { return !isHyphen(r) })
		part := word[:end]
		if _, first := utf8.DecodeRuneInString(part); part[first:] == strings.ToLower(part[first:]) {
			part = strings.ToLower(part)
		}
		b.WriteString(part)
		if end < len(word) {
			_, size := utf8.DecodeRuneInString(word[end:])
			b.WriteString(word[end : end+size])
			end += size
		}
		word = word[end:]
	}
	return b.String()
}

// appendPair adds two words of a name with a space between, which may be written as one elsewhere.
func appendPair(out []term, word, rest string) []term {
	if !strings.HasPrefix(rest, " ") {
		return out
	}
	next := latinWord(rest[1:])
	if len(word) < leastLetters || len(next) < leastLetters || strings.ContainsFunc(word+next, unicode.IsDigit) {
		return out
	}
	pair := withoutCapital(word) + " " + withoutCapital(next)
	return append(out, term{key: folded(pair), writing: pair, shown: word + " " + next})
}
