package models

import (
	"fmt"
	"slices"
	"strings"
)

// Rule is an attack or consequence rule: over each tuple of one relation of the model, where its tests hold of what
// the model states, its premises together make its conclusion true. Negation is allowed on stated things only, never
// on derived facts, so that the attack graph is monotone.
type Rule struct {
	Entry
	ID          RuleID     `json:"id"`
	Class       RuleClass  `json:"class"`
	Over        RelationID `json:"over"`
	Where       []Test     `json:"where,omitempty"`       // tests on what the model states
	If          []Premise  `json:"if,omitempty"`          // facts wanted
	Then        Premise    `json:"then"`                  // the fact concluded
	Needs       Capability `json:"needs,omitempty"`       // the least that an attacker must be able to; default anything
	Effort      *Effort    `json:"effort,omitempty"`      // what the step costs the attacker; default nothing
	Probability *float64   `json:"probability,omitempty"` // chance of success 0…1; default 1
	Explains    Text       `json:"explains"`              // the step in a sentence, roles in braces: "{from} commands {to}"
}

// RuleClass tells an attacker's step from what follows in the world.
type RuleClass string

// The classes of rules.
const (
	AttackRule      RuleClass = "attack"
	ConsequenceRule RuleClass = "consequence"
)

// Values lists the classes.
func (RuleClass) Values() []string { return []string{string(AttackRule), string(ConsequenceRule)} }

// Effort is what a step costs, with the ground for the figure.
type Effort struct {
	Days  float64 `json:"days"`  // person-days
	Basis Text    `json:"basis"` // why this figure
}

// Premise is a state of one role of the rule's relation, written state(role). Three words are no states of the
// catalog but stand for several premises: conditions(flow), all conditions of a flow; causes(effect), its tree of
// causes; safeguards(effect), all its safeguards defeated; and challenged(safeguard) is concluded from a guarded
// cause.
type Premise struct {
	State StateID
	Role  string
}

// The words that stand for several premises.
const (
	AllConditions StateID = "conditions"
	AllCauses     StateID = "causes"
	AllSafeguards StateID = "safeguards"
)

// String writes state(role).
func (p Premise) String() string { return string(p.State) + "(" + p.Role + ")" }

// MarshalText writes state(role).
func (p Premise) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads state(role).
func (p *Premise) UnmarshalText(b []byte) error {
	f, err := ParseFact(string(b))
	if err != nil {
		return fmt.Errorf("%q is not of the form state(role), e.g. used(from)", b)
	}
	*p = Premise{State: f.State, Role: f.Subject}
	return nil
}

// Test is a test on what the model states of one role: `kind(to) is gateway|server`, `nature(flow) is not update`,
// `not authenticated(flow)` (the property is false or unknown) or `authenticated(flow)` (it is true).
type Test struct {
	Of     string   // attribute or property
	Role   string   // the role that it is asked of
	Not    bool     // negated
	Values []string // values to compare with; none for a property
}

// TestAttributes are the attributes, other than properties, that tests may ask of a role, with what they are asked of.
func TestAttributes() map[string]Sort {
	return map[string]Sort{
		"kind":         ComponentSort,
		"nature":       FlowSort,
		"sensitivity":  DataSort,
		"duty":         DutySort,
		"independence": SafeguardSort,
		"precaution":   DependencySort,
	}
}

// Property tells whether the test is on a protective property.
func (t Test) Property() bool { return len(t.Values) == 0 }

// String writes the test as in a rule's file.
func (t Test) String() string {
	call := t.Of + "(" + t.Role + ")"
	switch {
	case t.Property() && t.Not:
		return "not " + call
	case t.Property():
		return call
	case t.Not:
		return call + " is not " + strings.Join(t.Values, "|")
	}
	return call + " is " + strings.Join(t.Values, "|")
}

// MarshalText writes the test as in a rule's file.
func (t Test) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads a test.
func (t *Test) UnmarshalText(b []byte) error {
	wrong := fmt.Errorf("%q is not a test such as `not authenticated(flow)` or `kind(to) is gateway|server`", b)
	words := strings.Fields(string(b))
	var out Test
	if len(words) > 1 && words[0] == "not" {
		out.Not, words = true, words[1:]
	}
	if len(words) == 0 {
		return wrong
	}
	call, err := ParseFact(words[0])
	if err != nil {
		return wrong
	}
	out.Of, out.Role = string(call.State), call.Subject
	rest := words[1:]
	if len(rest) > 0 && out.Not {
		return wrong
	}
	if len(rest) > 0 {
		if rest[0] != "is" || len(rest) < 2 {
			return wrong
		}
		rest = rest[1:]
		if rest[0] == "not" {
			out.Not, rest = true, rest[1:]
		}
		out.Values = strings.Split(strings.Join(rest, ""), "|")
		if slices.Contains(out.Values, "") || len(rest) == 0 {
			return wrong
		}
	}
	*t = out
	return nil
}
