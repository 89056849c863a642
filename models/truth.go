package models

import "fmt"

// Truth is three-valued: what a model says of a protective property. The zero value is Unknown, which counts as not
// protecting and is an assumption that every result relying on it names.
type Truth uint8

// The three values.
const (
	Unknown Truth = iota
	False
	True
)

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
	return Unknown, fmt.Errorf("%q is not true, false or unknown", s)
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
