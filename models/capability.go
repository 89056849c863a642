package models

import (
	"slices"
)

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
		return Messagef("%q is none of %v", b, c.Values())
	}
	*c = Capability(i)
	return nil
}
