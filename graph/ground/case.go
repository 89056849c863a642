package ground

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// Case is a system grounded under the catalog. It is immutable and safe for concurrent use.
type Case struct {
	System  *models.System // the case with its measures filled in from the catalog
	Catalog *models.Catalog
	Ways    *topology.Ways     // who stands beside whom in the system
	Graph   *graph.AttackGraph // the attack graph
	Effects []Effect           // the author's effects, then those derived from the personal information of the model

	facts     facts
	instances instances
	measures  []models.MeasureID
	raises    []models.PropertyRef // of an open case, the measures of the graph behind those of the system
	special   specialInstances
}

// Effect is an effect of the case.
type Effect struct {
	models.Effect
	Derived    bool                 // not written by the author
	Guards     []models.SafeguardID // the safeguards that guard it or one of its causes and are fitted
	Exclusions []models.Exclusion   // causes that the device class rules out
}

// specialInstances are the instances that selections switch.
type specialInstances struct {
	inherent  []graph.RuleID
	malicious []graph.RuleID

	substantial, high                                      []graph.RuleID // that want an attacker of such capability
	unlessBest, worst, worstMalicious, failing, safeguards []graph.RuleID

	profile [][]graph.RuleID  // by profile
	asset   []graph.RuleID    // by component, in the system's order
	assets  []int32           // component → where its instances begin in asset; one more
	inForce []graph.MeasureID // measures that are adopted or adapted
}

// New grounds a system. The system must have passed the checks of models/check: what they find is a panic or an
// error here.
func New(system *models.System, catalog *models.Catalog) (*Case, error) {
	return newGrounding(system, catalog).run()
}

// Open grounds a system so that each of its statements that protects, and each presumption, is a switch: a property, a
// safeguard, a cause that the device class rules out, a measure in force, what a gateway does not pass, networks that are
// separate. Queries may let them fail, which is what costs
// effort in its graph, 1 each, and nothing else does; and the graph has a measure for each property that could be raised
// above all attackers, see [Case.Raised]. What holds in it otherwise is what holds in the case that New makes.
func Open(system *models.System, catalog *models.Catalog) (*Case, error) {
	g := newGrounding(system, catalog)
	g.open = true
	return g.run()
}

func (g *grounding) run() (*Case, error) {
	for _, s := range steps() {
		s.run(g)
	}
	attack, err := g.builder.Build()
	if err != nil {
		return nil, fmt.Errorf("build the attack graph of %s: %w", g.system.ID, err)
	}
	g.out.Graph = attack
	return g.out, nil
}

// step is one named step of the grounding.
type step struct {
	name string
	run  func(*grounding)
}

// steps lists the grounding in its order, which fixes the order of facts and rule instances.
func steps() []step {
	return []step{
		{"measures", (*grounding).addMeasures},
		{"profiles", (*grounding).addProfiles},
		{"conditions", (*grounding).addConditions},
		{"rules", (*grounding).addRules},
		{"crossings", (*grounding).addCrossings},
		{"separations", (*grounding).addSeparations},
		{"effects", (*grounding).addEffects},
		{"safeguards", (*grounding).addUncredited},
		{"assets", (*grounding).addAssets},
	}
}

// Fact finds a fact of the attack graph.
func (c *Case) Fact(f models.Fact) (graph.FactID, bool) {
	id := c.facts.find(f)
	return max(id, 0), id >= 0
}

// FactOf returns what a fact of the attack graph says.
func (c *Case) FactOf(id graph.FactID) models.Fact { return c.facts.told(c.facts.atoms[id]) }

// Raised returns the properties that the measures of an open case's graph raise, and the first of these measures: the
// others follow it.
func (c *Case) Raised() (first graph.MeasureID, properties []models.PropertyRef) {
	return graph.MeasureID(len(c.measures)), c.raises
}

// MeasureOf returns the measure of the case that a measure of the attack graph is.
func (c *Case) MeasureOf(id graph.MeasureID) models.MeasureID { return c.measures[id] }

// RuleOf returns the entry of the catalog, or the built-in rule, behind an instance.
func (c *Case) RuleOf(r graph.RuleID) models.RuleID { return c.instances.frameOf(r).rule }

// ClassOf returns the class of an instance.
func (c *Case) ClassOf(r graph.RuleID) models.RuleClass { return c.instances.frameOf(r).class }

// RolesOf returns which element stands in each role of an instance.
func (c *Case) RolesOf(r graph.RuleID) []models.Binding {
	return c.instances.frameOf(r).bindings(c.instances.rolesOf(r), c.facts.symbols.words)
}

func (c *Case) measuresOf(list []graph.MeasureID) (out []models.MeasureID) {
	for _, m := range list {
		out = append(out, c.measures[m])
	}
	return out
}

// ActingOn returns the measures that remove an instance, ascending: themselves, or by providing a property that it takes as
// holding nobody up.
func (c *Case) ActingOn(r graph.RuleID) []graph.MeasureID {
	out := slices.Clone(c.Graph.BlockedBy(r))
	for _, f := range c.Graph.If(r) {
		if state := c.FactOf(f).State; state != models.StateWeak && state != models.StateAssumed {
			continue
		}
		for _, free := range c.Graph.Concluding(f) {
			out = append(out, c.Graph.BlockedBy(free)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// nameOf writes the id of an instance.
func (c *Case) nameOf(r graph.RuleID) string {
	frame := c.instances.frameOf(r)
	told := ""
	if frame.key == byWhatIsTold {
		told = c.instances.toldOf(r)
	}
	return frame.id(told, c.instances.rolesOf(r), c.facts.atoms[c.Graph.Then(r)], &c.facts)
}

// AssumedBy returns the unknown properties that an instance takes as false.
func (c *Case) AssumedBy(r graph.RuleID) []models.PropertyRef { return c.instances.assumedBy(r) }

// Step returns an instance as results show it.
func (c *Case) Step(r graph.RuleID) models.Step {
	frame := c.instances.frameOf(r)
	s := models.Step{
		Instance:    c.Graph.RuleName(r),
		Rule:        frame.rule,
		Class:       frame.class,
		Concludes:   c.FactOf(c.Graph.Then(r)),
		Roles:       c.RolesOf(r),
		Effort:      c.Graph.Effort(r),
		Probability: c.Graph.Probability(r),
		Assumes:     c.AssumedBy(r),
	}
	for _, f := range c.Graph.If(r) {
		s.From = append(s.From, c.FactOf(f))
	}
	s.BlockedBy = c.measuresOf(c.ActingOn(r))
	for _, h := range c.Graph.HardenedBy(r) {
		s.HardenedBy = append(s.HardenedBy, c.measures[h.Measure])
	}
	return s
}
