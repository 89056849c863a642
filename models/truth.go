package models

import (
	"encoding/json"
)

// Truth is three-valued: what a model says of a protective property. The zero value is Unknown, which counts as not
// protecting and is an assumption that every result relying on it names.
type Truth uint8

// The three values.
const (
	Unknown Truth = iota
	False
	True
)

// Values lists the values as in a model file.
func (Truth) Values() []string { return []string{True.String(), False.String(), Unknown.String()} }

// ParseTruth reads true, false or unknown.
func ParseTruth(s string) (Truth, error) {
	switch s {
	case "true":
		return True, nil
	case "false":
		return False, nil
	case "unknown":
		return Unknown, nil
	}
	return Unknown, Messagef("%q is not true, false or unknown", s)
}

// String writes true, false or unknown.
func (t Truth) String() string {
	switch t {
	case True:
		return "true"
	case False:
		return "false"
	}
	return "unknown"
}

// MarshalText writes the value as in a model file.
func (t Truth) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads the value as in a model file.
func (t *Truth) UnmarshalText(b []byte) (err error) {
	*t, err = ParseTruth(string(b))
	return err
}

// MarshalJSON writes true, false or "unknown".
func (t Truth) MarshalJSON() ([]byte, error) {
	if t == Unknown {
		return json.Marshal(t.String())
	}
	return []byte(t.String()), nil
}

// UnmarshalJSON reads true, false or one of the words.
func (t *Truth) UnmarshalJSON(b []byte) error {
	var word string
	if json.Unmarshal(b, &word) != nil {
		word = string(b)
	}
	return t.UnmarshalText([]byte(word))
}
