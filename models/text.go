package models

import (
	"bytes"
	"encoding/json"
)

// Lang is a language in which harmpath speaks.
type Lang string

// The languages of every output.
const (
	Japanese Lang = "ja"
	English  Lang = "en"
)

// Langs lists the languages in the order in which outputs are made.
func Langs() []Lang { return []Lang{Japanese, English} }

// Text is a name or a sentence in both languages. In a file it is either one plain string, which then serves both
// languages, or a mapping `{ja: …, en: …}`.
type Text struct {
	JA string `json:"ja,omitempty" yaml:"ja,omitempty"` // Japanese
	EN string `json:"en,omitempty" yaml:"en,omitempty"` // English
}

// Plain returns a Text that reads the same in both languages.
func Plain(s string) Text { return Text{JA: s, EN: s} }

// In returns the text in lang, or what the other language has where lang has none.
func (t Text) In(lang Lang) string {
	if lang == Japanese && t.JA != "" || t.EN == "" {
		return t.JA
	}
	return t.EN
}

// Empty tells whether the text says nothing in either language.
func (t Text) Empty() bool { return t.JA == "" && t.EN == "" }

// Lacks tells whether the text is written, but not in lang.
func (t Text) Lacks(lang Lang) bool {
	return !t.Empty() && (lang == Japanese && t.JA == "" || lang == English && t.EN == "")
}

// IsZero lets encoders leave an empty text out.
func (t Text) IsZero() bool { return t.Empty() }

// MarshalJSON writes a plain string where both languages read the same. It leaves <, > and & as they are: whether they
// are to be escaped is the choice of whoever encodes the whole.
func (t Text) MarshalJSON() ([]byte, error) {
	type mapping Text
	var value any = mapping(t)
	if t.JA == t.EN {
		value = t.JA
	}
	return unescaped(value)
}

// unescaped encodes a value with <, > and & as they are.
func unescaped(value any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(value)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// UnmarshalJSON reads a plain string or a mapping by language.
func (t *Text) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		var s string
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
		*t = Plain(s)
		return nil
	}
	type mapping Text
	return json.Unmarshal(b, (*mapping)(t))
}

// UnmarshalShorthand reads a plain string, which then serves both languages.
func (t *Text) UnmarshalShorthand(s string) error {
	*t = Plain(s)
	return nil
}
