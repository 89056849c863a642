package models

import (
	"slices"
	"strings"
)

// Fact is a statement that the machine derives: a subject is in a state, written state(subject), e.g.
// used(water_heater) or spoofed(phone-cloud-command); state(subject)@all says so of all units of the subject at once.
// The state decides what kind of thing the subject is.
type Fact struct {
	State   StateID
	Subject string // id of a component, flow, data item, safeguard, effect, condition or stakeholder
	In      Extent // AllUnits, or empty: in one unit; OneUnit only where a model states it
}

// ParseFact reads state(subject), state(subject)@all and state(subject)@one.
func ParseFact(s string) (Fact, error) {
	s, extent, told := strings.Cut(s, "@")
	f, err := parsePlainFact(s)
	f.In = Extent(strings.TrimSpace(extent))
	if err == nil && told && !slices.Contains(f.In.Values(), string(f.In)) {
		return Fact{}, Messagef("%q is no extent: write @all, or nothing", "@"+extent)
	}
	return f, err
}

func parsePlainFact(s string) (Fact, error) {
	state, rest, found := strings.Cut(strings.TrimSpace(s), "(")
	subject, tail, closed := strings.Cut(rest, ")")
	state, subject = strings.TrimSpace(state), strings.TrimSpace(subject)
	if !found || !closed || strings.TrimSpace(tail) != "" || !ValidID(state) || !validSubject(subject) {
		return Fact{}, Messagef("%q is not of the form state(subject), e.g. used(heater)", s)
	}
	return Fact{State: StateID(state), Subject: subject}, nil
}

// validSubject accepts an id, or several joined by dots: the property of an element, a node of an effect's causes. The id of
// an effect that follows from a data item is longer than that of the data item, which may be as long as any.
func validSubject(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if !ValidID(strings.TrimPrefix(part, DisclosurePrefix)) && !ValidID(part) && !allDigits(part) {
			return false
		}
	}
	return true
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// IsZero tells whether the fact says nothing.
func (f Fact) IsZero() bool { return f == Fact{} }

// String writes state(subject), or state(subject)@all.
func (f Fact) String() string {
	plain := string(f.State) + "(" + f.Subject + ")"
	if f.In == "" {
		return plain
	}
	return plain + "@" + string(f.In)
}

// MarshalText writes what String does.
func (f Fact) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what ParseFact does.
func (f *Fact) UnmarshalText(b []byte) (err error) {
	*f, err = ParseFact(string(b))
	return err
}

// The states of the catalog that the program itself concludes or asks about. All others it knows through the catalog
// alone.
const (
	StateReached     StateID = "reached"     // of a component: the attacker can deliver messages to it
	StateDisclosed   StateID = "disclosed"   // of a data item
	StatePresent     StateID = "present"     // of a condition
	StateHolds       StateID = "holds"       // of a cause: the unsafe state is there
	StateOccurred    StateID = "occurred"    // of an effect
	StateDefeated    StateID = "defeated"    // of a safeguard
	StateChallenged  StateID = "challenged"  // of a safeguard: the unsafe state is there
	StateAssumed     StateID = "assumed"     // of an unknown property: it is taken as not given
	StatePassed      StateID = "passed"      // of a cause: it holds, and all its safeguards are defeated
	StateIneffective StateID = "ineffective" // of a measure: it holds nobody up
	StateUsed        StateID = "used"        // of a component: its functions work for the attacker
	StateMisled      StateID = "misled"      // of a component: it acts on something false
	StateFalsified   StateID = "falsified"   // of a flow: what it delivers is false
	StateWeak        StateID = "weak"        // of a property: it holds no attacker up who is at work
	StatePassable    StateID = "passable"    // of a passage, as gateway.from.to, or as a.b of two networks that are stated to be separate: traffic gets through
)

// Extent tells of how many of the units that a model stands for something is true: of one, or of all of them.
//
// A unit is a site or a user. What is written once in a model may be there many times: each home has its heater, and each
// user a password. A fact about such a subject is about one of them, whichever the attacker picks, unless it is about all.
// Source: semantics of scope, docs/method.
type Extent string

// The extents. The empty one of a derived fact means one, and is all there is of what there is only one of.
const (
	OneUnit  Extent = "one"
	AllUnits Extent = "all"
)

// Values lists the extents.
func (Extent) Values() []string { return []string{string(OneUnit), string(AllUnits)} }

// Users tells how many act through a service, each with rights of their own.
type Users string

// The numbers of users.
const (
	OneUser   Users = "one"
	ManyUsers Users = "many"
)

// Values lists them.
func (Users) Values() []string { return []string{string(OneUser), string(ManyUsers)} }
