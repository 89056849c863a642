package models

// Compliance says what a case shows about the requirements of one scheme. It is an aid for those who prepare an
// assessment of conformity, and no such assessment.
type Compliance struct {
	Scheme       Scheme              `json:"scheme"`               // the entry of the catalog, so that outputs need no catalog
	Components   []ComponentID       `json:"components,omitempty"` // the components that it is addressed to, in the model's order
	Requirements []RequirementResult `json:"results"`              // by place of the scheme's requirements
}

// Count returns how many requirements have a status.
func (c *Compliance) Count(s ComplianceStatus) int {
	n := 0
	for i := range c.Requirements {
		if c.Requirements[i].Status == s {
			n++
		}
	}
	return n
}

// OpenMandatory returns the numbers of the requirements that are open and that the scheme demands and does not only
// recommend.
func (c *Compliance) OpenMandatory() []string {
	var out []string
	for i := range c.Requirements {
		if c.Requirements[i].Status == RequirementOpen && !c.Scheme.Requirements[i].Recommended {
			out = append(out, c.Requirements[i].No)
		}
	}
	return out
}

// ComplianceStatus is what a case shows about one requirement.
type ComplianceStatus string

// What a case can show.
const (
	RequirementMet           ComplianceStatus = "met"            // everywhere in the model where it matters
	RequirementPartly        ComplianceStatus = "partly"         // in some places, by measures that meet a part of it, or as far as a model can show it
	RequirementOpen          ComplianceStatus = "open"           // nowhere
	RequirementNotShown      ComplianceStatus = "not_shown"      // a model cannot show it, and no measure in force speaks of it
	RequirementNotApplicable ComplianceStatus = "not_applicable" // the case has nothing that it is about
)

// ComplianceStatuses lists what a case can show, in the order in which outputs count it.
func ComplianceStatuses() []ComplianceStatus {
	return []ComplianceStatus{RequirementMet, RequirementPartly, RequirementOpen, RequirementNotShown, RequirementNotApplicable}
}

// Why a requirement does not apply, beside the applicabilities that the case lacks.
const (
	AbsentSite   = "site"   // the scheme is addressed to other sites
	AbsentKinds  = "kinds"  // the case has no component that the scheme is addressed to
	AbsentPlaces = "places" // no element of the case has a place where what meets it matters
)

// RequirementResult is what a case shows about one requirement.
type RequirementResult struct {
	No         string           `json:"no"`
	Status     ComplianceStatus `json:"status"`
	Absent     string           `json:"absent,omitempty"`     // why it does not apply: AbsentSite, AbsentKinds, AbsentPlaces or an Applicability
	Holds      []PropertyHold   `json:"holds,omitempty"`      // what meets it, property by property
	Lacks      []PropertyLack   `json:"lacks,omitempty"`      // what is lacking for it
	Averted    []EffectID       `json:"averted,omitempty"`    // of a requirement on safety: the effects that injure and that no attacker can bring about
	Possible   []EffectID       `json:"possible,omitempty"`   // of a requirement on safety: those that one can
	Measures   []MeasureID      `json:"measures,omitempty"`   // measures of the case in force that meet it
	Partly     []MeasureID      `json:"partly,omitempty"`     // measures of the case in force that meet a part of it
	Candidates []MeasureID      `json:"candidates,omitempty"` // measures of the case that could meet it or a part of it, and are not decided on
	Gap        *ComplianceGap   `json:"gap,omitempty"`        // what an attacker can do because of what is lacking
}

// PropertyHold is one property that holds in some elements.
type PropertyHold struct {
	Property PropertyID  `json:"property"`
	Of       Sort        `json:"of"`
	Subjects []string    `json:"subjects"`           // in the model's order
	By       []MeasureID `json:"measures,omitempty"` // the measures in force that provide it there; none: the model states it
}

// PropertyLack is one property that some elements lack.
type PropertyLack struct {
	Property PropertyID `json:"property"`
	Of       Sort       `json:"of"`
	Subjects []string   `json:"subjects"`          // in the model's order
	Unknown  bool       `json:"unknown,omitempty"` // the model does not state it; else it states that it is absent
}

// ComplianceGap is what malicious profiles, each alone, can do in the residual reading because a requirement is not met.
type ComplianceGap struct {
	Steps       []string         `json:"steps,omitempty"`        // rule instances that can fire and that what is lacking would remove or make harder
	OnlyHardens bool             `json:"only_hardens,omitempty"` // it would only make them harder
	Through     []GapConsequence `json:"through,omitempty"`      // consequences whose easiest attack takes such a step
	Contributes []EffectID       `json:"contributes,omitempty"`  // further consequences to which a chain of steps leads from one: an upper bound
	Attack      *Attack          `json:"attack,omitempty"`       // the easiest on the gravest of Through; where there is none, the easiest way through such a step
}

// GapConsequence is one consequence whose easiest attack takes a step that is open because a requirement is not met.
type GapConsequence struct {
	Effect EffectID    `json:"effect"`
	By     []ProfileID `json:"by"`               // the malicious profiles whose easiest attack does
	Closes bool        `json:"closes,omitempty"` // meeting the requirement alone would put it out of reach of every malicious profile
}
