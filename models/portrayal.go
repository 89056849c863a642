package models

// Portrayal is what a picture of an attack graph shows: only what leads to the consequence, without what can be read between
// the lines. First steps become their attackers, unknown properties become marks of ways, and a fact that is only exposure
// and follows from one thing at no cost is left out. Steps are told by their places in ConsequenceGraph.Steps.
type Portrayal struct {
	Boxes []PortrayedBox `json:"boxes"`
	Ways  []PortrayedWay `json:"ways"`

	Omitted int `json:"omitted,omitempty"` // steps of the graph that it leaves out, as they are too many for a picture
}

// PortrayedBox is one box of a picture of an attack graph: an attacker or initiator, or a fact.
type PortrayedBox struct {
	Kind    PortrayedKind `json:"kind,omitempty"`
	Profile ProfileID     `json:"profile,omitempty"` // of an attacker or initiator
	Step    int           `json:"step"`              // the first step that concludes its fact; of a profile none: 0
	Earlier []int         `json:"earlier,omitempty"` // steps that conclude the facts from which that one follows by itself
	Knows   []int         `json:"knows,omitempty"`   // steps that conclude what a profile knows from the start
	At      ComponentID   `json:"at,omitempty"`      // the component at which its fact shows
	Minor   bool          `json:"minor,omitempty"`   // need not be drawn where one thing alone leads to it at no cost
	Easiest bool          `json:"easiest,omitempty"` // on the easiest attack
}

// PortrayedKind is what a box stands for.
type PortrayedKind string

// The kinds of boxes.
const (
	FactBox      PortrayedKind = ""
	CauseBox     PortrayedKind = "cause"     // an inner node of the consequence's causes
	ConditionBox PortrayedKind = "condition" // a circumstance
	SafeguardBox PortrayedKind = "safeguard" // a safeguard, defeated
	ProfileBox   PortrayedKind = "profile"   // an attacker or initiator
	GoalBox      PortrayedKind = "goal"      // the consequence
)

// Values lists the kinds.
func (PortrayedKind) Values() []string {
	return []string{string(FactBox), string(CauseBox), string(ConditionBox), string(SafeguardBox), string(ProfileBox), string(GoalBox)}
}

// PortrayedWay is one way to a box: all that it comes from, together. Boxes are told by their places.
type PortrayedWay struct {
	Step       int           `json:"step"`
	From       []int         `json:"from,omitempty"`
	To         int           `json:"to"`
	Through    []int         `json:"through,omitempty"`    // steps to what is left out before it: it takes as false what they do
	Conditions []ConditionID `json:"conditions,omitempty"` // the circumstances that it waits for, as several ways do
	Easiest    bool          `json:"easiest,omitempty"`    // a step of the easiest attack
}
