package models

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/harmpath/harmpath/models/translation"
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

// Message is something that harmpath says to a person: a sentence or a part of one, with what it is about. Only where
// it is printed it becomes text, in the language of whom it is printed for. Its id is its English text, as in gettext:
// a fmt format, whose translation takes the same arguments, in any order (%[2]s). The zero Message says nothing.
//
// A Message is an error, too, so that what reads one value of a file can say in both languages what is wrong with it.
type Message struct {
	id        string
	arguments []any
	foreign   bool // the id is the text of another program's or library's message and no format
}

// Messagef makes a message. Arguments that are messages, lists or texts themselves are printed in the language of the
// whole. The format stands in the call as it is, since a test looks there for what has to be translated.
func Messagef(id string, arguments ...any) Message {
	if false {
		_ = fmt.Sprintf(id, arguments...) // vet learns from it to check the arguments
	}
	return Message{id: id, arguments: arguments}
}

// Foreign makes a message of what another library says. It is translated as far as the catalog knows it.
func Foreign(text string) Message { return Message{id: text, foreign: true} }

// Said makes a message of a text that exists in both languages already.
func Said(text Text) Message { return Message{id: "%s", arguments: []any{text}} }

// MessageOf returns the message that an error is, or else the error's text as a foreign one.
func MessageOf(err error) Message {
	var m Message
	if errors.As(err, &m) {
		return m
	}
	return Foreign(err.Error())
}

// ID returns what tells the message apart from others, whatever its arguments are.
func (m Message) ID() string { return m.id }

// IsZero tells whether the message says nothing.
func (m Message) IsZero() bool { return m.id == "" }

// In returns the message as text of a language.
func (m Message) In(lang Lang) string {
	format := m.id
	switch {
	case lang == Japanese && m.foreign:
		return translation.ForeignJapanese(m.id)
	case m.foreign, m.id == "":
		return m.id
	case lang == Japanese:
		format = translation.Japanese(m.id)
	}
	arguments := make([]any, len(m.arguments))
	for i, a := range m.arguments {
		arguments[i] = a
		if said, is := a.(interface{ In(Lang) string }); is {
			arguments[i] = said.In(lang)
		}
	}
	return fmt.Sprintf(format, arguments...)
}

// Text returns the message in both languages.
func (m Message) Text() Text { return Text{JA: m.In(Japanese), EN: m.In(English)} }

// String returns the message in English.
func (m Message) String() string { return m.In(English) }

// Error returns the message in English.
func (m Message) Error() string { return m.In(English) }

// Equal tells whether two messages read the same.
func (m Message) Equal(other Message) bool { return m.In(English) == other.In(English) }

// MarshalJSON writes the message in English, with <, > and & as they are.
func (m Message) MarshalJSON() ([]byte, error) { return unescaped(m.In(English)) }

// UnmarshalJSON reads a message that was written, which cannot be translated any more.
func (m *Message) UnmarshalJSON(b []byte) error {
	m.arguments, m.foreign = nil, true
	return json.Unmarshal(b, &m.id)
}

// List is an enumeration of words within a message.
type List []string

// In joins the words as a language does.
func (l List) In(lang Lang) string {
	if lang == Japanese {
		return strings.Join(l, "、")
	}
	return strings.Join(l, ", ")
}

// Messages is an enumeration of messages within another.
type Messages []Message

// In joins the messages as a language does.
func (m Messages) In(lang Lang) string {
	words := make(List, len(m))
	for i := range m {
		words[i] = m[i].In(lang)
	}
	return words.In(lang)
}

// String joins the messages as English does.
func (m Messages) String() string { return m.In(English) }

// String joins the words as English does.
func (l List) String() string { return l.In(English) }

// Shown returns as many of the words as a reader can take in, with an ellipsis for the rest.
func Shown(words []string) List {
	const most = 40
	if len(words) > most {
		return append(List(words[:most:most]), "…")
	}
	return words
}
