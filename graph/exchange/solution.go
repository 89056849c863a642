package exchange

import (
	"encoding/json"
	"io"

	"github.com/harmpath/harmpath/graph"
)

// SolutionFormat names the format of solutions.
const SolutionFormat = "harmpath/solution/v1"

// A Solution is the answers to the questions about each goal.
type Solution struct {
	Format string  `json:"format"`
	Goals  []Goal  `json:"goals"`
	Limits []Limit `json:"limits"`
}

// A Goal holds the answers for one goal; what was not asked is left out.
type Goal struct {
	Goal       string             `json:"goal"`
	Reachable  bool               `json:"reachable"`
	MinEffort  Asked[*MinEffort]  `json:"min_effort,omitzero"` // null where the goal is not reachable
	Chance     *Chance            `json:"probability,omitempty"`
	AttackSets *MinimalAttackSets `json:"minimal_attack_sets,omitempty"`
	Points     *SinglePoints      `json:"single_points,omitempty"`
	Measures   *CheapestMeasures  `json:"cheapest_measures,omitempty"`
	Weights    *Weights           `json:"importance,omitempty"`
}

// Asked tells an answer that is null from one that was not asked for.
type Asked[T any] struct {
	Asked  bool
	Answer T
}

// MarshalJSON writes the answer.
func (a Asked[T]) MarshalJSON() ([]byte, error) { return json.Marshal(a.Answer) }

// MinEffort is the least effort of an attack.
type MinEffort struct {
	Value     *float64     `json:"value,omitempty"`
	Lower     *float64     `json:"lower,omitempty"`
	Upper     *float64     `json:"upper,omitempty"`
	Status    graph.Status `json:"status"`
	Certified bool         `json:"certified"`
	Proof     []string     `json:"proof"`
}

// Chance is the probability of a goal.
type Chance struct {
	Value      *float64     `json:"value,omitempty"`
	Lower      *float64     `json:"lower,omitempty"`
	Upper      *float64     `json:"upper,omitempty"`
	Low        *float64     `json:"low,omitempty"`
	High       *float64     `json:"high,omitempty"`
	Status     graph.Status `json:"status"`
	Confidence float64      `json:"confidence,omitempty"`
	Samples    int64        `json:"samples,omitempty"`
	Seed       *uint64      `json:"seed,omitempty"`
	Unstated   []Missing    `json:"unstated,omitempty"` // why it is not known; lower and upper then hold whatever these are
}

// A Missing is an event of which nobody says how probable it is.
type Missing struct {
	Event string `json:"event"`
	Why   string `json:"why"`
}

// Weights are the importance of events for the probability of a goal; status unknown: that is not exact.
type Weights struct {
	Status   graph.Status `json:"status"`
	Unstated []Missing    `json:"unstated,omitempty"`
	Events   []Weight     `json:"events"`
}

// A Weight is the importance of one event (see solve.Importance). What is left out is no number: the share of a
// probability of 0, or a worth without bounds.
type Weight struct {
	Event       string   `json:"event"`
	Birnbaum    float64  `json:"birnbaum"`
	Fussell     *float64 `json:"fussell_vesely,omitempty"`
	Achievement *float64 `json:"risk_achievement_worth,omitempty"`
	Reduction   *float64 `json:"risk_reduction_worth,omitempty"`
}

// MinimalAttackSets counts the minimal attack sets and lists the easiest. Counts are decimal: they can exceed
// 64 bits.
type MinimalAttackSets struct {
	Count   string       `json:"count,omitempty"`
	Lower   string       `json:"lower,omitempty"`
	Status  graph.Status `json:"status"`
	Easiest []EasySet    `json:"easiest"`
	Proven  *int         `json:"proven,omitempty"` // only the first so many are proven to be the easiest; the others were found
}

// An EasySet is one minimal attack set.
type EasySet struct {
	Effort float64  `json:"effort"`
	Set    []string `json:"set"`
}

// SinglePoints are the rules and facts without each of which the goal is underivable.
type SinglePoints struct {
	Rules  []string     `json:"rules"`
	Facts  []string     `json:"facts"`
	Status graph.Status `json:"status"`
}

// CheapestMeasures are the measures of least cost that make the goal underivable. The value of this answer is a
// cost and goes by both names.
type CheapestMeasures struct {
	Value     *float64     `json:"value,omitempty"`
	Cost      *float64     `json:"cost,omitempty"`
	Lower     *float64     `json:"lower,omitempty"`
	Upper     *float64     `json:"upper,omitempty"`
	Status    graph.Status `json:"status"`
	Certified bool         `json:"certified,omitempty"`
	Measures  []string     `json:"measures,omitzero"`
}

// A Limit says where limits cut an answer.
type Limit struct {
	Question Question `json:"question"`
	Goal     string   `json:"goal"`
	Reason   string   `json:"reason"`
	At       int64    `json:"at"` // work done when it was cut
}

// Write writes the solution as indented JSON. Equal solutions give equal bytes.
func (s *Solution) Write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(s)
}
