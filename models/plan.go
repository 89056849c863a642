package models

// MeasurePlan says what the measures of a case can do against its malicious profiles, each of which acts alone: in the
// residual reading, with what is adopted or adapted in force, what is rejected left out, and the candidates free to
// choose from. A measure that only hardens changes efforts and chances, and never a level.
type MeasurePlan struct {
	Attackers  []ProfileID `json:"attackers,omitempty"`  // those against whom measures have to be enough; none: every malicious profile
	Capability Capability  `json:"capability,omitempty"` // what all of them are taken as able to; unstated: what the model says

	Now      PlanState      `json:"now"`               // with the measures in force
	Full     PlanState      `json:"full"`              // with every candidate as well: what no choice among them can better
	Others   LevelPair      `json:"others"`            // what the non-malicious causes reach now; no measure is chosen against them
	Budgets  []BudgetLine   `json:"budgets,omitempty"` // the limits that every choice keeps
	Answer   PlanAnswer     `json:"answer"`            // the question that was asked; by default the lowest levels that a stakeholder accepts, or else the lowest there are
	Front    []PlanAnswer   `json:"front"`             // every level that is worth its cost, by rising cost, doing nothing first; then the levels that cannot be had
	Measures []MeasureValue `json:"measures"`          // what each measure with an effect does, in the model's order
}

// PlanState is what the malicious profiles can do with some measures in force.
type PlanState struct {
	Levels  LevelPair `json:"levels"`            // the highest that a malicious profile reaches alone
	Remains []Attack  `json:"remains,omitempty"` // the easiest attack of each malicious profile on each consequence that it still reaches
}

// BudgetKind says what a limit is about.
type BudgetKind string

// The limits of a stakeholder.
const (
	CostBudget   BudgetKind = "cost"
	BurdenBudget BudgetKind = "burden"
)

// BudgetLine is the limit of what measures may ask of a stakeholder.
type BudgetLine struct {
	Stakeholder StakeholderID `json:"stakeholder"`
	Kind        BudgetKind    `json:"kind"`
	Limit       float64       `json:"limit"`
	Used        float64       `json:"used"` // by the measures in force
}

// PlanTarget is what a choice of measures has to bring about: every consequence above a level, or one consequence,
// out of reach of every malicious profile.
type PlanTarget struct {
	Recovery *Recovery `json:"recovery,omitempty"` // the highest level of axis 1 that may remain
	Economic *Economic `json:"economic,omitempty"` // the highest level of axis 2 that may remain
	Stop     EffectID  `json:"stop,omitempty"`     // the consequence that must not remain
}

// PlanStatus says what an answer is worth.
type PlanStatus string

// The statuses of answers about measures.
const (
	PlanOptimal    PlanStatus = "optimal"    // proven: nothing cheaper is enough
	PlanBound      PlanStatus = "bound"      // the limits ended the search: nothing cheaper than Lower is enough
	PlanInfeasible PlanStatus = "infeasible" // proven: some measures are enough, but none within the budgets
	PlanImpossible PlanStatus = "impossible" // proven: not even all candidates are enough
)

// Values lists the statuses.
func (PlanStatus) Values() []string {
	return []string{string(PlanOptimal), string(PlanBound), string(PlanInfeasible), string(PlanImpossible)}
}

// PlanAnswer is the cheapest choice of measures that reaches a target.
type PlanAnswer struct {
	Target    PlanTarget   `json:"target"`
	Status    PlanStatus   `json:"status"`
	Choice    *Choice      `json:"choice,omitempty"`    // the cheapest within the budgets; where the status is bound, the cheapest known
	Lower     *float64     `json:"lower,omitempty"`     // where the status is bound: the least that any choice costs
	Certified bool         `json:"certified,omitempty"` // the optimum was confirmed by a checker that shares no code with the search
	Beyond    *Choice      `json:"beyond,omitempty"`    // where it is infeasible: the cheapest choice if there were no budgets
	Exceeds   []BudgetLine `json:"exceeds,omitempty"`   // and the budgets that this choice exceeds; Used is what it would need
	Stays     *Attack      `json:"stays,omitempty"`     // where it is impossible: an attack that no candidate stops
}

// LevelPoint is a level on each axis, without what it rests on; that of axis 2 is the highest that is possible.
type LevelPoint struct {
	Recovery Recovery `json:"recovery"`
	Economic Economic `json:"economic"`
}

// Or returns the higher of two levels on each axis.
func (l LevelPoint) Or(other LevelPoint) LevelPoint {
	return LevelPoint{max(l.Recovery, other.Recovery), max(l.Economic, other.Economic)}
}

// Point returns the levels without what they rest on.
func (l LevelPair) Point() LevelPoint { return LevelPoint{l.Recovery.Level, l.Economic.Max} }

// Choice is a set of candidates to put in force, and what it brings about.
type Choice struct {
	Measures  []MeasureID `json:"measures"` // in the model's order
	Cost      float64     `json:"cost"`
	Shares    []Share     `json:"shares,omitempty"`  // by stakeholder, in the model's order
	Levels    LevelPoint  `json:"levels"`            // the highest that a malicious profile then reaches
	Published LevelPoint  `json:"published"`         // the same with the non-malicious causes
	Stops     []EffectID  `json:"stops,omitempty"`   // consequences that no malicious profile reaches any longer
	Remains   []EffectID  `json:"remains,omitempty"` // consequences that some malicious profile still reaches
}

// Share is what a choice asks of one stakeholder.
type Share struct {
	Stakeholder StakeholderID `json:"stakeholder,omitempty"` // empty: of none that the model names
	Measures    []MeasureID   `json:"measures"`
	Cost        float64       `json:"cost"`
	Burden      float64       `json:"burden,omitempty"`
}

// MeasureValue is what one measure with an effect on attacks does.
type MeasureValue struct {
	Measure     MeasureID     `json:"measure"`
	Stakeholder StakeholderID `json:"stakeholder,omitempty"`
	Status      Status        `json:"status"`
	Cost        float64       `json:"cost"`
	Burden      float64       `json:"burden,omitempty"`
	OnlyHardens bool          `json:"only_hardens,omitempty"` // it stops no step for good: it never changes a level
	Alone       *Gain         `json:"alone,omitempty"`        // of a candidate: what it changes if it is the only one put in force
	Last        *Gain         `json:"last,omitempty"`         // of a candidate: what it changes when all others are in force already
}

// Gain is what putting a measure in force changes.
type Gain struct {
	Before LevelPoint     `json:"before"` // of the malicious profiles
	After  LevelPoint     `json:"after"`
	Stops  []StoppedWay   `json:"stops,omitempty"`  // what it takes from whom
	Harder []HarderChange `json:"harder,omitempty"` // consequences that remain, at another effort or chance
}

// StoppedWay is a consequence that some profiles can no longer bring about.
type StoppedWay struct {
	Effect   EffectID    `json:"effect"`
	Profiles []ProfileID `json:"profiles"`
	Whole    bool        `json:"whole,omitempty"` // no malicious profile can any longer
}

// HarderChange is what a measure does to the easiest attack of all malicious profiles on a consequence.
type HarderChange struct {
	Effect    EffectID `json:"effect"`
	Effort    Figure   `json:"effort"` // before, in person-days
	NewEffort Figure   `json:"new_effort"`
	Chance    Figure   `json:"chance"` // before: the highest of any malicious profile that everything needed succeeds
	NewChance Figure   `json:"new_chance"`
}
