package models

import (
	"encoding/json"
	"slices"
)

// Resistance is what a model states of a protective property: which attackers it withstands. The zero value is NotStated,
// which counts as the property's entry in the catalog says (as not protecting, unless it says otherwise) and is an
// assumption that every result relying on it names.
type Resistance uint8

// The resistances. One that is graded withstands attackers up to that capability.
const (
	NotStated         Resistance = iota
	Absent                       // it is not there
	Given                        // it is there, and withstands what the property's entry says
	ResistBasic                  // it holds up the unskilled, with tools that anybody has
	ResistSubstantial            // it holds up the skilled, with means of their own
	ResistHigh                   // it holds up experts, with time and money
	Absolute                     // no skill passes it: an air gap, a key switch; only hands on it or somebody's own right do
)

var resistances = [...]string{"unknown", "false", "true", "basic", "substantial", "high", "absolute"}

// Values lists the words as in a model file.
func (Resistance) Values() []string {
	return append(slices.Clone(resistances[Given:]), resistances[Absent], resistances[NotStated])
}

// ParseResistance reads a word of a model file.
func ParseResistance(s string) (Resistance, error) {
	if i := slices.Index(resistances[:], s); i >= 0 {
		return Resistance(i), nil
	}
	return NotStated, Messagef("%q is none of %v", s, NotStated.Values())
}

// Stated tells whether the model says anything.
func (r Resistance) Stated() bool { return r != NotStated }

// Protects tells whether it holds anybody up.
func (r Resistance) Protects() bool { return r > Absent }

// Withstands tells whether it holds up attackers of a capability. Given is to be replaced by what the property's entry says
// before.
func (r Resistance) Withstands(c Capability) bool {
	return r == Absolute || r >= ResistBasic && int(r-ResistBasic) >= int(c.OrDefault()-BasicAttacker)
}

// String writes the word as in a model file.
func (r Resistance) String() string { return resistances[min(int(r), len(resistances)-1)] }

// MarshalText writes the word as in a model file.
func (r Resistance) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads a word of a model file.
func (r *Resistance) UnmarshalText(b []byte) (err error) {
	*r, err = ParseResistance(string(b))
	return err
}

// MarshalJSON writes true, false or one of the words.
func (r Resistance) MarshalJSON() ([]byte, error) {
	if r == Given || r == Absent {
		return []byte(r.String()), nil
	}
	return json.Marshal(r.String())
}

// UnmarshalJSON reads true, false or one of the words.
func (r *Resistance) UnmarshalJSON(b []byte) error {
	var word string
	if json.Unmarshal(b, &word) != nil {
		word = string(b)
	}
	return r.UnmarshalText([]byte(word))
}
