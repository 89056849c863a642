package models

import (
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
	Narrows     []string   `json:"narrows,omitempty"`     // roles of which one unit is picked, such as the user who is deceived: it is true of no more then
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
//
// A conclusion state(role)@all is about all units at once although the premises are about one: the rule widens.
type Premise struct {
	State StateID
	Role  string
	In    Extent // AllUnits of a conclusion that is wider than its premises; else empty
}

// The words that stand for several premises.
const (
	AllConditions StateID = "conditions"
	AllCauses     StateID = "causes"
	AllSafeguards StateID = "safeguards"
)

// String writes state(role).
func (p Premise) String() string { return Fact{p.State, p.Role, p.In}.String() }

// MarshalText writes state(role).
func (p Premise) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads state(role).
func (p *Premise) UnmarshalText(b []byte) error {
	f, err := ParseFact(string(b))
	if err != nil {
		return Messagef("%q is not of the form state(role), e.g. used(from)", b)
	}
	*p = Premise{State: f.State, Role: f.Subject, In: f.In}
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
		"on_loss":      SafeguardSort,
		"decides":      ComponentSort,
		"settings":     DataSort,
		"carries":      FlowSort,
		"users":        ComponentSort,
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
	wrong := Messagef("%q is not a test such as `not authenticated(flow)` or `kind(to) is gateway|server`", b)
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

// RelationID names a relation of the model over which a rule is grounded.
type RelationID string

// Role is one place of a relation.
type Role struct {
	Name string
	Of   Sort
}

// Relation is a relation between elements of a model. A rule is instantiated once for each of its tuples.
type Relation struct {
	ID    RelationID
	Means string
	Roles []Role
	Key   int // how many leading roles tell two tuples apart
}

// Relations lists the relations over which rules can be grounded.
func Relations() []Relation {
	component := func(name string) Role { return Role{name, ComponentSort} }
	flow := func(name string) Role { return Role{name, FlowSort} }
	data := Role{"data", DataSort}
	safeguard := Role{"safeguard", SafeguardSort}
	return []Relation{
		{"component", "every component", []Role{component("component")}, 1},
		{"attachment", "a component attached to a network", []Role{component("component"), component("network")}, 2},
		{"passage", "a component that joins networks, one of these, and another one into which it passes traffic from there", []Role{component("gateway"), component("from"), component("to")}, 3},
		{"opening", "a flow, a gateway on its way, a network right before that on the side of the end that opens the session, and where the session ends", []Role{flow("flow"), component("gateway"), component("network"), component("to")}, 4},
		{"flow", "a flow and its ends", []Role{flow("flow"), component("from"), component("to")}, 1},
		{"way", "a flow and one node that forwards it", []Role{flow("flow"), component("node"), component("from"), component("to")}, 2},
		{"along", "a flow and one of its ends or of the nodes that forward it", []Role{flow("flow"), component("node")}, 2},
		{"carries", "a flow and one data item that it carries", []Role{flow("flow"), data, component("from"), component("to")}, 2},
		{"stores", "a component and one data item that it stores", []Role{component("component"), data}, 2},
		{"credential", "a flow and one data item that lets its holder send it", []Role{flow("flow"), data, component("from"), component("to")}, 2},
		{"intermediary", "a flow, one data item that lets its holder send it, and a node on its way that is no network: it may end the sender's session and check that data item itself", []Role{flow("flow"), data, component("node")}, 3},
		{"login", "a flow, one data item that lets its holder send it, one network on its way, and who sends it", []Role{flow("flow"), data, component("network"), component("from")}, 3},
		{"address", "a component, a node that relays its flows, and the data by which it is reached through that node", []Role{component("component"), component("relay"), data}, 3},
		{"rendezvous", "a registration at a relay, a flow into the registered component through that relay, and one data item of that flow", []Role{flow("registration"), flow("flow"), data, component("relay"), component("component")}, 3},
		{"part", "a component and one part built into it", []Role{component("whole"), component("part")}, 2},
		{"built_in", "a component and one part built into it or into a part of it", []Role{component("whole"), component("part")}, 2},
		{"end_part", "a flow, one of its ends, and one part built into that end or into a part of it", []Role{flow("flow"), component("end"), component("part")}, 3},
		{"dependency", "a dependency, whose function needs, and what it needs", []Role{{"dependency", DependencySort}, component("component"), component("needed")}, 1},
		{"responsibility", "a stakeholder, a component, and what the one has to do with the other", []Role{{"stakeholder", StakeholderSort}, component("component"), {"duty", DutySort}}, 3},
		{"decision", "a component and one flow on which it acts", []Role{component("component"), flow("flow")}, 2},
		{"report", "a telemetry flow, and one into its sender that carries one of the same data", []Role{flow("flow"), flow("input"), component("from")}, 2},
		{"sensing", "a safeguard and one flow that tells it, or the person, of the danger", []Role{safeguard, flow("flow")}, 2},
		{"view", "a person who is a safeguard, and one component looked at", []Role{safeguard, component("component")}, 2},
		{"actuation", "a safeguard and one component that it makes act", []Role{safeguard, component("component")}, 2},
		{"order", "a safeguard, and one flow by which its host makes another component act", []Role{safeguard, flow("flow")}, 2},
		{"protection", "a safeguard and the component that carries it out", []Role{safeguard, component("host")}, 2},
		{"remote_protection", "a remote safeguard, the flow over which it acts, and one node along it", []Role{safeguard, flow("flow"), component("node")}, 3},
		{"trip", "a safeguard and a component that it shuts down when it acts", []Role{safeguard, component("component")}, 2},
		{"safeguard", "every safeguard", []Role{safeguard}, 1},
		{"effect", "every effect", []Role{{"effect", EffectSort}}, 1},
	}
}

// RelationByID finds a relation.
func RelationByID(id RelationID) (Relation, bool) {
	for _, r := range Relations() {
		if r.ID == id {
			return r, true
		}
	}
	return Relation{}, false
}

// Role finds a role of the relation by its name.
func (r Relation) Role(name string) (int, bool) {
	for i, role := range r.Roles {
		if role.Name == name {
			return i, true
		}
	}
	return 0, false
}
