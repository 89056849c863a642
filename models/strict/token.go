package strict

import (
	"strings"

	"github.com/harmpath/harmpath/models"
)

// A tokens is a file taken apart into keys and values, in the order of the file. A mapping is its opening token, then
// keys and values in turn, then its end.
type tokens interface {
	// next returns the next token. After an error it is not called again.
	next() (token, *models.Problem)
}

// token is one step through a file.
type token struct {
	kind         kind
	value        string // a scalar's text without quotes
	tag          string // a YAML tag that was written out
	size         int    // how many elements a list has, where that is known
	line, column int
}

// kind is the sort of a token.
type kind uint8

const (
	halt kind = iota // the end of the file, or of reading
	beginMapping
	endMapping
	beginList
	endList
	text
	integer
	decimal
	boolean
	date // text that YAML takes for a date
	null
)

// closes tells whether the token ends the list or mapping that is being read.
func (t token) closes() bool { return t.kind == endMapping || t.kind == endList || t.kind == halt }

// isText tells whether the token can stand for text.
func (t token) isText() bool { return t.kind == text || t.kind == date }

// isKey tells whether the token can be a key.
func (t token) isKey() bool { return t.kind >= text }

// isScalar tells whether the token is a value that is no mapping and no list.
func (t token) isScalar() bool { return t.kind >= text && t.kind != null }

// describe says in a problem what the token is.
func (t token) describe() models.Message {
	switch t.kind {
	case beginMapping:
		return models.Messagef("a mapping")
	case beginList:
		return models.Messagef("a list")
	case integer, decimal:
		return models.Messagef("the number %s", shorten(t.value))
	case boolean:
		return models.Messagef("the truth value %s", strings.ToLower(t.value))
	case null:
		return models.Messagef("nothing")
	}
	return models.Messagef("the text %s", quote(t.value))
}

// skip passes over the value that begins with tok, taking further tokens from next.
func skip(tok token, next func() token) {
	for depth := 0; tok.kind != halt; tok = next() {
		switch tok.kind {
		case beginMapping, beginList:
			depth++
		case endMapping, endList:
			depth--
		}
		if depth <= 0 {
			return
		}
	}
}
