package models

import (
	"encoding/json"
	"slices"
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
	return NotStated, Messagef("%q is none of %s", s, List(NotStated.Values()))
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

// Capability is what an attacker is able to. The zero value is unstated, which counts as [DefaultCapability] and is named
// as an assumption.
type Capability uint8

// The capabilities, the least first.
const (
	CapabilityUnstated  Capability = iota
	BasicAttacker                  // unskilled, with tools that anybody has
	SubstantialAttacker            // skilled, with means of their own
	HighAttacker                   // experts, with time and money
)

// DefaultCapability is that of attackers of whom the model does not state it: the published levels are for it.
const DefaultCapability = SubstantialAttacker

var capabilities = [...]string{"", "basic", "substantial", "high"}

// Capabilities lists them, the least first.
func Capabilities() []Capability {
	return []Capability{BasicAttacker, SubstantialAttacker, HighAttacker}
}

// OrDefault is the capability, or the default one where it is unstated.
func (c Capability) OrDefault() Capability {
	if c == CapabilityUnstated {
		return DefaultCapability
	}
	return c
}

// Values lists the words as in a model file.
func (Capability) Values() []string { return slices.Clone(capabilities[BasicAttacker:]) }

// String writes the word as in a model file; nothing where it is unstated.
func (c Capability) String() string { return capabilities[min(int(c), len(capabilities)-1)] }

// MarshalText writes the word as in a model file.
func (c Capability) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a word of a model file.
func (c *Capability) UnmarshalText(b []byte) error {
	i := slices.Index(capabilities[:], string(b))
	if i < 0 {
		return Messagef("%q is none of %s", b, List(c.Values()))
	}
	*c = Capability(i)
	return nil
}
