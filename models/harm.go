package models

import (
	"encoding/json"
	"iter"
)

// Condition is a circumstance that an attacker does not bring about: somebody is in the bath, a user connects.
type Condition struct {
	Origin
	ID          ConditionID `json:"id"`
	Name        Text        `json:"name"`
	Excluded    bool        `json:"excluded,omitempty"`    // the model rules it out
	Probability *float64    `json:"probability,omitempty"` // chance that it holds, for chances only; default 1
}

// Effect is a consequence in the world: physical, for people's information, or for the function of the system.
type Effect struct {
	Origin
	ID       EffectID        `json:"id"`
	Name     Text            `json:"name"`
	Causes   Cause           `json:"causes"`             // what brings it about
	Of       Extent          `json:"of,omitempty"`       // in how many units its causes must be there; default one
	Harm     *Harm           `json:"harm,omitempty"`     // what it does to people: axis 1
	Economic *EconomicImpact `json:"economic,omitempty"` // what it costs: axis 2
}

// DisclosurePrefix begins the id of an effect that follows from a data item by itself: its disclosure. Each item of
// personal information has one, unless an effect of the author discloses it.
const DisclosurePrefix = "disclosure-"

// Cause is a tree: exactly one of a fact, any of several causes, or all of several causes. In a file a fact is
// written as a plain string, e.g. used(heater).
type Cause struct {
	ID       string    `json:"id,omitempty"` // names an inner node so that a safeguard can guard it
	Name     Text      `json:"name,omitzero"`
	Fact     Fact      `json:"fact,omitzero"`
	Any      []Cause   `json:"any,omitempty"`       // at least one
	All      []Cause   `json:"all,omitempty"`       // every one
	RuledOut *RuledOut `json:"ruled_out,omitempty"` // device classes in which this cannot happen
	At       Place     `json:"-"`
}

// UnmarshalShorthand reads a fact written as a plain string.
func (c *Cause) UnmarshalShorthand(s string) error {
	return c.Fact.UnmarshalText([]byte(s))
}

// Plain tells whether the cause is no more than a fact.
func (c *Cause) Plain() bool {
	return c.ID == "" && c.Name.Empty() && len(c.Any) == 0 && len(c.All) == 0 && c.RuledOut == nil && c.Fact != (Fact{})
}

// Facts returns the facts of the tree.
func (c *Cause) Facts() []Fact {
	var out []Fact
	for node := range c.Nodes() {
		if !node.Fact.IsZero() {
			out = append(out, node.Fact)
		}
	}
	return out
}

// Nodes walks the nodes of the tree, the root first.
func (c *Cause) Nodes() iter.Seq[*Cause] {
	return func(yield func(*Cause) bool) {
		stack := []*Cause{c}
		for len(stack) > 0 {
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if !yield(top) {
				return
			}
			for _, list := range [][]Cause{top.Any, top.All} {
				for i := range list {
					stack = append(stack, &list[i])
				}
			}
		}
	}
}

// MarshalJSON writes a plain string where the cause is no more than a fact.
func (c Cause) MarshalJSON() ([]byte, error) {
	if c.Plain() {
		return json.Marshal(c.Fact)
	}
	type mapping Cause
	return json.Marshal(mapping(c))
}

// UnmarshalJSON reads a plain string or a mapping.
func (c *Cause) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &c.Fact)
	}
	type mapping Cause
	return json.Unmarshal(b, (*mapping)(c))
}

// RuledOut says that a cause cannot occur in some device classes of a component. Only the inherent reading ignores it.
type RuledOut struct {
	Component ComponentID     `json:"component"`
	Classes   []DeviceClassID `json:"classes"` // device classes of the component
}

// Harm is what an effect does to people.
type Harm struct {
	Injury    Injury   `json:"injury,omitempty"`    // the worst injury it can lead to; default none
	Use       Use      `json:"use,omitempty"`       // in which use it occurs; default intended
	Discloses []DataID `json:"discloses,omitempty"` // personal information that becomes known by it
}

// Injury is the worst injury that an effect can lead to.
type Injury string

// The injuries in rising order. The empty value means none.
const (
	NoInjury     Injury = "none"
	MinorInjury  Injury = "minor"  // 軽傷
	SevereInjury Injury = "severe" // 重症
	Death        Injury = "death"  // 人命
)

// Values lists the injuries in rising order.
func (Injury) Values() []string {
	return []string{string(NoInjury), string(MinorInjury), string(SevereInjury), string(Death)}
}

// Use is the use in which a harm occurs.
type Use string

// The uses. A particular condition (somebody is in the bath) is no improper use. The empty value means intended.
const (
	IntendedUse    Use = "intended"
	ImproperUse    Use = "improper"           // 利用状況が適切でない
	ForeseeableUse Use = "foreseeable_misuse" // mapped by the policy of that name
)

// Values lists the uses.
func (Use) Values() []string {
	return []string{string(IntendedUse), string(ImproperUse), string(ForeseeableUse)}
}

// EconomicImpact gives the factors of axis 2 for one effect. Each may be unknown: the level is then an interval.
type EconomicImpact struct {
	Scope         Scope    `json:"scope,omitempty"`         // whom it reaches; default unknown
	Duration      Duration `json:"duration,omitempty"`      // how long it lasts: short, long, a time such as 3d, or a range such as 6h..8d; default unknown
	Substitutable Truth    `json:"substitutable,omitempty"` // other products or services can stand in
	LargeRecall   Truth    `json:"large_recall,omitempty"`  // a large recall or compensation is possible; unknown counts as no and raises a finding where a fleet is at stake
}

// Scope is whom an economic effect reaches.
type Scope string

// The scopes. The empty value means unknown.
const (
	InternalScope Scope = "internal"
	ExternalScope Scope = "external" // business partners or others
	UnknownScope  Scope = "unknown"
)

// Values lists the scopes.
func (Scope) Values() []string {
	return []string{string(InternalScope), string(ExternalScope), string(UnknownScope)}
}

// Safeguard stands between a cause and its effect.
type Safeguard struct {
	Origin
	ID           SafeguardID   `json:"id"`
	Name         Text          `json:"name"`
	Guards       []string      `json:"guards"`                        // the effects, or the named causes, that it prevents
	Independence Independence  `json:"independence"`                  // how independent it is of what can be compromised
	Host         ComponentID   `json:"host,omitempty"`                // the component that carries it out; wanted for all but mechanical and hardwired ones
	Flow         FlowID        `json:"dataflow,omitempty"`            // the flow over which a remote safeguard acts
	Senses       []string      `json:"senses,omitempty"`              // the flows that tell it of the danger, of a person also the components looked at; [own]: a sensor of its own; default all telemetry into its host, and presumably its own where there is none
	ActsThrough  []string      `json:"acts_through,omitempty"`        // the components that it makes act; [own]: means of its own; default these, presumably
	OnLoss       OnLoss        `json:"on_loss,omitempty"`             // what it does when power, host, input or way is lost; default fails
	Basis        Text          `json:"basis,omitzero"`                // why it can be relied on: a standard, a test, a certificate
	Stops        []ComponentID `json:"stops,omitempty"`               // what it shuts down when it acts: the fail-safe state
	Fitted       *Fitting      `json:"fitted,omitempty"`              // fitted only to some device classes
	Measure      MeasureID     `json:"measure,omitempty"`             // the measure that adds it: while that is not in force, it is not there
	FailureRate  *float64      `json:"failure_probability,omitempty"` // chance that it fails by itself on demand, for chances only
}

// Fitting limits a safeguard to some device classes of a component.
type Fitting struct {
	Component ComponentID     `json:"component"`
	Classes   []DeviceClassID `json:"classes"` // device classes of the component
}

// Independence is how independent a safeguard is of what can be compromised.
type Independence string

// The degrees of independence.
const (
	Mechanical         Independence = "mechanical"          // no rule defeats it
	Hardwired          Independence = "hardwired"           // no rule defeats it
	SeparateController Independence = "separate_controller" // defeated through its host, what it senses and what it acts through
	SameController     Independence = "same_controller"     // the same; its host is the controller that it guards
	Remote             Independence = "remote"              // defeated also when a flow or node on its way is cut, spoofed or stopped
	Person             Independence = "person"              // somebody who looks and acts; defeated when what is looked at shows something false
)

// Electronic tells whether a safeguard senses, decides and acts by what can be reached from afar.
func (i Independence) Electronic() bool {
	return i == SeparateController || i == SameController || i == Remote
}

// Own stands in Senses and ActsThrough for a sensor and means of the safeguard's own, which nothing else touches.
const Own = "own"

// NoFlow stands in DecidesOn where a component acts on no flow.
const NoFlow = "nothing"

// OnLoss is what a safeguard does when its power, host, input or way is lost.
type OnLoss string

// What a safeguard does on loss. The empty value counts as failing.
const (
	ActsOnLoss  OnLoss = "acts"  // it brings about the safe state (de-energise to trip)
	FailsOnLoss OnLoss = "fails" // it no longer acts (energise to trip)
)

// Values lists what a safeguard may do on loss.
func (OnLoss) Values() []string { return []string{string(ActsOnLoss), string(FailsOnLoss)} }

// Values lists the degrees, the most independent first.
func (Independence) Values() []string {
	return []string{string(Mechanical), string(Hardwired), string(SeparateController), string(SameController), string(Person), string(Remote)}
}
