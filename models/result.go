package models

import "slices"

// ResultFormat names the version of the result file that this version of harmpath writes and reads.
const ResultFormat = "harmpath/result/v1"

// Result is everything that an analysis of one case found, and all that any output needs: outputs read it and
// compute nothing. It is a public file format.
type Result struct {
	Format       string             `json:"format"` // ResultFormat
	Tool         Tool               `json:"tool"`
	System       System             `json:"system"`   // the case as read
	Words        Words              `json:"words"`    // the catalog's entries that the case uses
	Policies     PoliciesInForce    `json:"policies"` // the readings of the framework that were applied
	Levels       Levels             `json:"levels"`
	Consequences []Consequence      `json:"consequences"`       // every harmful effect, in the model's order, then those derived from its data
	Threats      []ThreatRow        `json:"threats"`            // the threats of each listed component, in the document's order
	Unlisted     []Fact             `json:"unlisted,omitempty"` // compromises that are reachable although no threat of the component's kind names them
	Entries      []EntryPoint       `json:"entries"`
	Components   []ComponentResult  `json:"components"`
	Facts        []FactResult       `json:"facts"` // every fact that holds in some reading, with one derivation each
	Viewpoints   ViewpointCoverage  `json:"viewpoints"`
	Assumptions  []AssumptionResult `json:"assumptions"`          // unknown properties, taken as false
	Margins      []Margin           `json:"margins,omitempty"`    // how far each consequence is from coming about, or from being kept from it, by each profile alone; the residual reading only where measures are in force
	Fleet        []FleetReach       `json:"fleet,omitempty"`      // the same in all units at once, of each consequence of which there is one for each unit
	Deciding     []Deciding         `json:"deciding,omitempty"`   // what the model does not state and what decides
	Questions    []Question         `json:"questions,omitempty"`  // what to ask first, in this order
	Coverage     []Covered          `json:"coverage,omitempty"`   // what becomes of each class of attacks, for the kinds of the case's components
	Exceeded     []Exceeded         `json:"exceeded,omitempty"`   // derived levels above what a stakeholder accepts
	DataRisks    []DataRisk         `json:"data_risks,omitempty"` // risks in the life of data between parties
	Findings     []Finding          `json:"findings"`
	Graphs       []ConsequenceGraph `json:"graphs"`                 // the attack graph of each consequence
	Plan         *MeasurePlan       `json:"plan,omitempty"`         // what the measures can do; none where no measure has an effect on attacks
	Supply       *SupplyChain       `json:"supply_chain,omitempty"` // of parts with known vulnerabilities; none where the case has none
	Paths        *PathsAnswer       `json:"paths,omitempty"`        // the answer to a question about paths, where one was asked
	Compliance   []Compliance       `json:"compliance,omitempty"`   // what the case shows about the requirements of the schemes that it, or a command, names
	Limits       []Limit            `json:"limits,omitempty"`       // where a search was cut
	Places       []ElementPlace     `json:"places,omitempty"`       // where the elements of the case are written
}

// Tool says what made the result.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Words are the catalog's entries that a case uses, so that outputs need no catalog.
type Words struct {
	Kinds         []Kind           `json:"kinds"`
	DeviceClasses []DeviceClass    `json:"device_classes,omitempty"`
	States        []State          `json:"states"`
	Properties    []Property       `json:"properties"`
	Threats       []Threat         `json:"threats"`
	Rules         []Rule           `json:"rules"`
	Measures      []CatalogMeasure `json:"measures,omitempty"`
	Requirements  []Requirement    `json:"requirements,omitempty"`
	Viewpoints    []Viewpoint      `json:"viewpoints"`
	Sensitivities []Sensitivity    `json:"sensitivities"`
	Sites         []Site           `json:"sites"`
	Findings      []FindingKind    `json:"findings,omitempty"`
	Cells         []Cell           `json:"cells"`
	Categories    []Category       `json:"categories,omitempty"`
	Norms         []Norm           `json:"norms,omitempty"`
	DataRisks     []DataRiskKind   `json:"data_risks,omitempty"`
}

// PoliciesInForce are the policies with their defaults filled in.
type PoliciesInForce struct {
	ForeseeableMisuse ForeseeableMisuse `json:"foreseeable_misuse"`
	LargeRecall       LargeRecall       `json:"large_recall"`
	LongDuration      Duration          `json:"long_duration"` // the threshold in force
	Important         []SensitivityID   `json:"important_information"`
	JoinAttackers     bool              `json:"join_attackers"`
	Defaults          []string          `json:"defaults,omitempty"` // names of the policies that the case does not set
}

// ReadingID names one of the three readings of reachability.
type ReadingID string

// The three readings.
const (
	Inherent ReadingID = "inherent" // no safeguard, no exclusion by device class and no measure is credited
	Assessed ReadingID = "assessed" // safeguards that a compromise cannot defeat and exclusions by device class are credited; the published reading
	Residual ReadingID = "residual" // assessed, with the measures that are adopted or adapted
)

// ReadingIDs lists the readings in the order in which outputs show them.
func ReadingIDs() []ReadingID { return []ReadingID{Inherent, Assessed, Residual} }

// Values lists the readings.
func (ReadingID) Values() []string {
	return []string{string(Inherent), string(Assessed), string(Residual)}
}

// InReadings holds one value for each reading.
type InReadings[T any] struct {
	Inherent T `json:"inherent"`
	Assessed T `json:"assessed"`
	Residual T `json:"residual"`
}

// In returns a pointer to the value in the reading id.
func (r *InReadings[T]) In(id ReadingID) *T {
	switch id {
	case Inherent:
		return &r.Inherent
	case Residual:
		return &r.Residual
	}
	return &r.Assessed
}

// Levels are the levels of the case on both axes.
type Levels struct {
	Published InReadings[LevelPair]  `json:"published"` // the highest over all profiles and initiators, each alone
	ByProfile []ProfileLevels        `json:"by_profile"`
	Joined    *InReadings[LevelPair] `json:"joined,omitempty"`    // all attackers together, where the policy asks for it
	Intervals []LevelInterval        `json:"intervals,omitempty"` // between which the published levels lie, by what is not stated; the residual reading only where measures are in force
}

// LevelInterval says between which levels the published ones of a reading lie: by all that is not stated.
type LevelInterval struct {
	Reading ReadingID  `json:"reading"`
	Best    LevelPoint `json:"best"`  // all that is not stated is favourable
	Worst   LevelPoint `json:"worst"` // nothing that is not stated protects, presumptions included
}

// Interval returns the interval of a reading; nil where none was found.
func (l *Levels) Interval(reading ReadingID) *LevelInterval {
	for _, wanted := range []ReadingID{reading, Assessed} {
		for i := range l.Intervals {
			if l.Intervals[i].Reading == wanted {
				return &l.Intervals[i]
			}
		}
		if reading != Residual {
			break // without measures in force the residual reading is the assessed one
		}
	}
	return nil
}

// ProfileLevels are the levels that one profile reaches alone.
type ProfileLevels struct {
	Profile   ProfileID             `json:"profile"`
	Malicious bool                  `json:"malicious"`
	Levels    InReadings[LevelPair] `json:"levels"`
}

// LevelPair is a place on the risk map, with what it rests on; where the model lacks what levels follow from, it is none
// (see Undetermined).
type LevelPair struct {
	Recovery RecoveryLevel `json:"recovery"`
	Economic EconomicLevel `json:"economic"`
	Missing  []Lack        `json:"missing,omitempty"` // what the model lacks; empty: the levels are determined
}

// RecoveryLevel is a level of axis 1 with its basis.
type RecoveryLevel struct {
	Level         Recovery        `json:"level"`
	Basis         []RecoveryBasis `json:"basis,omitempty"`          // every reachable consequence that gives this level
	DefaultLowest bool            `json:"default_lowest,omitempty"` // no criterion of the framework matches: the lowest level by default
	PolicyDecides bool            `json:"policy_decides,omitempty"` // the other choice of foreseeable_misuse would give another level
	BasisAll      int             `json:"basis_all,omitempty"`      // how many there are, where a row of a table lists the first of them only
}

// RecoveryBasis is one consequence that gives a level of axis 1.
type RecoveryBasis struct {
	Effect    EffectID  `json:"effect"`
	Criterion Criterion `json:"criterion"`
}

// Criterion is a line of the framework's table of criteria.
type Criterion string

// The criteria of axis 1.
const (
	CriterionDeath         Criterion = "death"                 // 利用者または関係者の人命が失われるおそれ
	CriterionDeathImproper Criterion = "death_improper_use"    // 利用状況が適切でない場合、人命が失われるおそれ
	CriterionSevere        Criterion = "severe_injury"         // 重症を負うおそれ
	CriterionImportant     Criterion = "important_information" // 重要度が高い個人情報の漏洩
	CriterionMinor         Criterion = "minor_injury"          // 軽傷を負うおそれ
	CriterionPersonal      Criterion = "personal_information"  // 個人情報の漏洩
)

// The criteria of axis 2: the three factors and the large recall.
const (
	CriterionExternal      Criterion = "external_scope"
	CriterionLong          Criterion = "long_duration"
	CriterionIrreplaceable Criterion = "not_substitutable"
	CriterionRecall        Criterion = "large_recall"
)

// EconomicLevel is a level of axis 2: an interval where factors are unknown. Max is the published level.
type EconomicLevel struct {
	Min           Economic        `json:"min"`
	Max           Economic        `json:"max"`
	Basis         []EconomicBasis `json:"basis,omitempty"`          // every reachable consequence that gives Max
	DefaultLowest bool            `json:"default_lowest,omitempty"` // Max rests on no criterion
	PolicyDecides bool            `json:"policy_decides,omitempty"` // the other choice of large_recall would give another level
	BasisAll      int             `json:"basis_all,omitempty"`      // how many there are, where a row of a table lists the first of them only
}

// EconomicBasis is one consequence that gives a level of axis 2.
type EconomicBasis struct {
	Effect  EffectID    `json:"effect"`
	Met     []Criterion `json:"met,omitempty"`     // factors that hold
	Unknown []Criterion `json:"unknown,omitempty"` // factors that are unknown and counted as holding for Max
}

// Consequence is one harmful effect: what it would mean, and whether and how it can come about.
type Consequence struct {
	Effect      EffectID                 `json:"effect"`
	Name        Text                     `json:"name"`
	Derived     bool                     `json:"derived,omitempty"` // not written by the author: the disclosure of personal information that the model stores or sends
	Harm        *Harm                    `json:"harm,omitempty"`
	Economic    *EconomicImpact          `json:"economic,omitempty"`
	Levels      LevelPair                `json:"levels"` // what it gives where it is reachable
	Reachable   InReadings[Reachability] `json:"reachable"`
	StoppedBy   []SafeguardID            `json:"stopped_by,omitempty"`      // in the assessed reading: the safeguards each of which stops it
	Excluded    []Exclusion              `json:"excluded,omitempty"`        // causes that the device class rules out in the assessed reading
	Attacks     []Attack                 `json:"attacks,omitempty"`         // the easiest attack of each malicious profile, then one derivation of each initiator, in the assessed reading; in the inherent one where it is not reachable in the assessed
	Single      SinglePoints             `json:"single_points"`             // of the malicious profiles in the assessed reading
	AssumedSets [][]PropertyRef          `json:"assumption_sets,omitempty"` // minimal sets of unknown properties on which it rests; an empty set: it rests on none; where a limit cut the search, one may hold a smaller one that is not told
	Chance      *Figure                  `json:"chance,omitempty"`          // that the luckiest malicious profile succeeds, each step tried once
}

// Reachability says whether and by whom a fact can be brought about.
type Reachability struct {
	Reachable bool        `json:"reachable"`
	By        []ProfileID `json:"by,omitempty"` // the profiles and initiators each of which reaches it alone
}

// Exclusion is a cause that a device class rules out.
type Exclusion struct {
	Component ComponentID   `json:"component"`
	Class     DeviceClassID `json:"class"`
	Cause     string        `json:"cause,omitempty"`
}

// Attack is a well-founded derivation of a fact: each step comes after the steps that it needs.
type Attack struct {
	Profile ProfileID `json:"profile"`
	Reading ReadingID `json:"reading"`
	Goal    Fact      `json:"goal"`
	Effort  Figure    `json:"effort"` // person-days, each step paid once
	Chance  Figure    `json:"chance"` // that all of its steps succeed
	Steps   []Step    `json:"steps"`
}

// Step is one rule instance: its premises make its conclusion true.
type Step struct {
	Instance    string        `json:"instance"` // stable id, e.g. command-used(phone-cloud-command)
	Rule        RuleID        `json:"rule"`     // an entry of the catalog, or one of the built-in rules
	Class       RuleClass     `json:"class"`
	Concludes   Fact          `json:"concludes"`
	From        []Fact        `json:"from,omitempty"`
	Roles       []Binding     `json:"roles,omitempty"`
	Effort      float64       `json:"effort,omitempty"` // person-days
	Probability float64       `json:"probability"`
	Assumes     []PropertyRef `json:"assumes,omitempty"`     // unknown properties that it takes as false
	BlockedBy   []MeasureID   `json:"blocked_by,omitempty"`  // measures of the case that remove it, or provide a property that it takes as holding nobody up
	HardenedBy  []MeasureID   `json:"hardened_by,omitempty"` // measures of the case that make it harder
}

// Binding says which element stands in a role of a rule.
type Binding struct {
	Role    string `json:"role"`
	Type    Sort   `json:"type"`
	Subject string `json:"subject"`
}

// The built-in rules: what a step is where no rule of the catalog stands behind it.
const (
	RuleStart          RuleID = "start"           // a first step of a profile
	RuleKnows          RuleID = "knows"           // a profile holds a data item from the start
	RulePresent        RuleID = "present"         // a condition that the model does not exclude
	RuleAssumed        RuleID = "assumed"         // an unknown property is taken as false
	RuleCause          RuleID = "cause"           // an inner node of a tree of causes
	RuleChallenge      RuleID = "challenge"       // a safeguard has to act against the cause or effect that it guards
	RulePassed         RuleID = "passed"          // a guarded cause holds and all its safeguards are defeated
	RuleAttacked       RuleID = "attacked"        // a component is taken as compromised from the start
	RuleOccurs         RuleID = "occurs"          // causes, conditions and defeated safeguards make an effect occur
	RuleUnfitted       RuleID = "unfitted"        // a safeguard is not there, as the measure that adds it is not in force
	RuleUncredited     RuleID = "uncredited"      // the inherent reading takes a safeguard as defeated
	RuleIdle           RuleID = "idle"            // a measure that could be overcome is not in force
	RuleOvercome       RuleID = "overcome"        // a measure in force is overcome
	RuleDefeat         RuleID = "defeat"          // a protective property is overcome by an attacker of more capability than it withstands
	RuleDefeatProvided RuleID = "defeat-provided" // a protective property that a measure in force provides is overcome likewise
	RuleLacking        RuleID = "lacking"         // a protective property is not there, as the model states
	RuleFails          RuleID = "fails"           // a statement or presumption fails, where it is asked what a result rests on
	RuleAcross         RuleID = "across"          // what joins the networks of several units passes traffic between them
	RuleJoined         RuleID = "joined"          // traffic gets from one network into another that is stated to be separate from it
)

// PropertyRef is a property of one element.
type PropertyRef struct {
	Type     Sort       `json:"type"`
	Subject  string     `json:"subject"`
	Property PropertyID `json:"property"`
}

// String writes the property as it is asked of the element.
func (p PropertyRef) String() string { return string(p.Property) + "(" + p.Subject + ")" }

// FigureStatus tags a figure with what it promises.
type FigureStatus string

// The tags.
const (
	Exact   FigureStatus = "exact"   // the true value
	Bound   FigureStatus = "bound"   // the true value lies between Lower and Upper
	Sampled FigureStatus = "sampled" // an estimate with an interval of confidence
)

// Values lists the tags.
func (FigureStatus) Values() []string {
	return []string{string(Exact), string(Bound), string(Sampled)}
}

// Figure is a number with what it promises.
type Figure struct {
	Status FigureStatus `json:"status"`
	Value  *float64     `json:"value,omitempty"` // exact or sampled
	Lower  *float64     `json:"lower,omitempty"` // bound or end of the interval
	Upper  *float64     `json:"upper,omitempty"`
}

// Least is the least that the figure can be: its value, or its lower end; 0 where neither is known.
func (f Figure) Least() float64 {
	switch {
	case f.Value != nil:
		return *f.Value
	case f.Lower != nil:
		return *f.Lower
	}
	return 0
}

// SinglePoints are what a consequence hangs on.
type SinglePoints struct {
	Facts []Fact   `json:"facts,omitempty"`
	Steps []string `json:"steps,omitempty"` // rule instances that cost effort or can fail
}

// ThreatRow is one threat of one component.
type ThreatRow struct {
	Component  ComponentID              `json:"component"`
	Threat     ThreatID                 `json:"threat"`
	Fact       Fact                     `json:"fact"`
	Reachable  InReadings[Reachability] `json:"reachable"`
	Attack     *Attack                  `json:"attack,omitempty"`       // the easiest, in the assessed reading
	LeadsTo    []EffectID               `json:"leads_to,omitempty"`     // harmful effects to which it can contribute in the assessed reading
	LeadsToAll int                      `json:"leads_to_all,omitempty"` // how many there are, where the first are listed only
	Measures   []MeasureID              `json:"measures,omitempty"`     // measures of the case that counter it
}

// EntryPoint is where a consequence can begin: with one profile alone, from the first thing that it compromises, its
// other first steps removed.
type EntryPoint struct {
	Effect  EffectID  `json:"effect"`
	Profile ProfileID `json:"profile"`
	Type    Sort      `json:"type"` // component, dataflow or data
	Subject string    `json:"subject"`
	Fact    Fact      `json:"fact"` // the first compromise
}

// ComponentResult says what one component means for the case.
type ComponentResult struct {
	Component      ComponentID `json:"component"`
	IfAttacked     LevelPair   `json:"if_attacked"`           // the level if this component, and no other, is compromised at the start (資産が攻撃された場合), in the assessed reading
	Leads          []EffectID  `json:"leads,omitempty"`       // effects that then follow
	LeadsAll       int         `json:"leads_all,omitempty"`   // how many there are, where the first are listed only; so below
	Contributes    []EffectID  `json:"contributes,omitempty"` // effects to which it can contribute
	ContributesAll int         `json:"contributes_all,omitempty"`
	Necessary      []EffectID  `json:"necessary,omitempty"` // effects that are unreachable without compromising it
	NecessaryAll   int         `json:"necessary_all,omitempty"`
	CompromisedBy  []ProfileID `json:"compromised_by,omitempty"` // profiles that can compromise it, in the assessed reading
	Reaches        int         `json:"reaches"`                  // how many other components can be compromised from it
}

// FactResult is one fact with how it is reached.
type FactResult struct {
	Fact     Fact              `json:"fact"`
	Reached  InReadings[Reach] `json:"reached"`
	Instance string            `json:"instance,omitempty"` // the rule instance of its derivation in the assessed reading, else in the inherent one
	From     []Fact            `json:"from,omitempty"`
}

// Reach says how a fact is reached.
type Reach string

// The ways in which a fact is reached.
const (
	NotReached         Reach = ""
	AttackReached      Reach = "attack"      // derivable by attack rules alone
	ConsequenceReached Reach = "consequence" // derivable, but not by attack rules alone
)

// ViewpointCoverage says which viewpoints of axis 3 the case's cell of the risk map calls for.
type ViewpointCoverage struct {
	Called  []ViewpointID `json:"called"`
	Lacking []ViewpointID `json:"lacking,omitempty"` // called for, but no measure of the case has it
	Open    []ViewpointID `json:"open,omitempty"`    // called for, with placeholder rows only
}

// AssumptionResult is one unknown property that some result rests on.
type AssumptionResult struct {
	Property   PropertyRef `json:"property"`
	At         Place       `json:"at,omitzero"`           // of the element
	Effects    []EffectID  `json:"effects,omitempty"`     // consequences whose derivation can use it
	IfTrue     LevelPair   `json:"if_true"`               // the assessed level if it were known to be true
	Decides    bool        `json:"decides,omitempty"`     // that level differs from the published one
	Removes    []EffectID  `json:"removes,omitempty"`     // consequences that would no longer be reachable
	EffectsAll int         `json:"effects_all,omitempty"` // how many there are, where the first are listed only; so below
	RemovesAll int         `json:"removes_all,omitempty"`
}

// Exceeded is a level above what a stakeholder accepts.
type Exceeded struct {
	Stakeholder StakeholderID `json:"stakeholder"`
	Reading     ReadingID     `json:"reading"`
	Recovery    *Recovery     `json:"recovery,omitempty"` // the accepted level that is exceeded
	Economic    *Economic     `json:"economic,omitempty"`
}

// Finding is something about the model that its author should look at.
type Finding struct {
	Kind     string   `json:"kind"` // entry of the catalog
	Severity Severity `json:"severity"`
	Subjects []string `json:"subjects,omitempty"` // ids, in the order of the text's {1}, {2}, …
	Names    []Text   `json:"names,omitempty"`    // what people call them
	At       Place    `json:"at,omitzero"`
}

// ConsequenceGraph is the part of the attack graph on which a consequence rests, for drawing.
type ConsequenceGraph struct {
	Effect  EffectID  `json:"effect"`
	Reading ReadingID `json:"reading"` // assessed, or inherent where the effect is not reachable in the assessed one
	Steps   []Step    `json:"steps"`
	Omitted int       `json:"omitted,omitempty"` // steps left out to keep the picture readable

	Portrayal *Portrayal `json:"portrayal,omitempty"` // what a picture of it shows; none where no step leads to the effect
}

// Limit says where a search was cut.
type Limit struct {
	Question string `json:"question"`
	About    string `json:"about,omitempty"`
	Reason   string `json:"reason"`
}

// Margin says of one consequence and one profile, in one reading, how far it is from coming about, or from being kept from
// it: what it rests on, or what to do first.
type Margin struct {
	Effect     EffectID   `json:"effect"`
	Profile    ProfileID  `json:"profile"`
	Reading    ReadingID  `json:"reading"`
	Standing   Standing   `json:"standing"`
	Capability Capability `json:"least_capability,omitempty"` // the least that the attacker must be able to, of what is published; unstated: none is enough, or the profile is no attacker
	Depth      int        `json:"depth,omitempty"`            // where it does not come about: how many statements and presumptions have to fail, at least; 0: however many fail, it does not
	Raise      int        `json:"raise,omitempty"`            // where it comes about: how many properties, raised to what the attacker is able to, keep it from it, at least; 0: however many are raised, it does
	Bound      bool       `json:"bound,omitempty"`            // a limit ended the search: depth is at least so many, raise at most so many, or rests_on and do_first are not all; 0: it was not asked
	RestsOn    [][]Fact   `json:"rests_on,omitempty"`         // the minimal sets of up to two statements and presumptions whose failing is enough, as the facts that then hold
	DoFirst    []Fact     `json:"do_first,omitempty"`         // the properties that stand in one of the smallest sets that are enough, as weak(element.property)
}

// FleetReach says of one consequence and one profile, in one reading, how far that is from coming about in all units at once.
type FleetReach struct {
	Margin
	Effort *Figure `json:"effort,omitempty"` // where it comes about: the least effort, in person-days
}

// Deciding is a smallest set of properties that the model does not state and that decide together, in the assessed reading: a
// level, or whether a consequence comes about.
type Deciding struct {
	Unknown []PropertyRef `json:"unknown"`
	Given   bool          `json:"given"`             // it decides where they all hold the attackers up; else where they do not
	Level   *LevelPoint   `json:"level,omitempty"`   // the published levels then; none where they stay
	Effect  EffectID      `json:"effect,omitempty"`  // the consequence that no longer comes about, or does; none: all that are above the level
	Profile ProfileID     `json:"profile,omitempty"` // the attacker by whom; none: any
	Bound   bool          `json:"bound,omitempty"`   // a limit ended the search: there may be a smaller set
}

// Equals tells whether two sets are of the same properties and decide the same.
func (d Deciding) Equals(other Deciding) bool {
	level := d.Level == other.Level || d.Level != nil && other.Level != nil && *d.Level == *other.Level
	return level && d.Given == other.Given && d.Effect == other.Effect && d.Profile == other.Profile && slices.Equal(d.Unknown, other.Unknown)
}

// Question asks whether like elements have a property that the model does not state.
type Question struct {
	Unknown []PropertyRef `json:"unknown"`
	Decides []int         `json:"decides"` // places in Deciding, what moves a level first
}

// Standing says how far the answer to whether a consequence comes about hangs on what the model does not state.
type Standing string

// The standings.
const (
	Settled      Standing = "settled"       // it comes about even where all that is not stated is favourable
	StandsOpen   Standing = "open"          // it comes about as published, and not where all that is not stated is favourable
	PresumedAway Standing = "presumed_away" // it comes about only where presumptions fail
	DoesNot      Standing = "absent"        // it does not come about, whatever is not stated
)

// Values lists the standings.
func (Standing) Values() []string {
	return []string{string(Settled), string(StandsOpen), string(PresumedAway), string(DoesNot)}
}

// ComesAbout tells whether the consequence comes about as published.
func (s Standing) ComesAbout() bool { return s == Settled || s == StandsOpen }

// Equals tells whether two margins are as far, whatever they rest on.
func (m *Margin) Equals(other *Margin) bool {
	return m.Standing == other.Standing && m.Capability == other.Capability && m.Depth == other.Depth && m.Raise == other.Raise && m.Bound == other.Bound
}

// Asked tells whether depth or what to raise was looked for.
func (m *Margin) Asked() bool { return !m.Bound || m.Depth+m.Raise > 0 }

// Led tells whether the model has a way from the profile to the consequence: it comes about, does for a more able attacker,
// or would if statements failed. Where that was not asked there may be one.
func (m *Margin) Led() bool {
	return m.Standing != DoesNot || m.Capability != CapabilityUnstated || m.Depth > 0 || m.Bound
}
