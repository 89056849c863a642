package build

import (
	"strings"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// The states that the grounding itself concludes.
const (
	disclosed   models.StateID = "disclosed"
	present     models.StateID = "present"
	holds       models.StateID = "holds"
	occurred    models.StateID = "occurred"
	defeated    models.StateID = "defeated"
	challenged  models.StateID = "challenged"
	assumed     models.StateID = "assumed"
	passed      models.StateID = "passed"
	ineffective models.StateID = "ineffective"
)

// grounding is the state that the steps share.
type grounding struct {
	system  *models.System
	catalog *models.Catalog
	builder *graph.Builder
	out     *Case
	model   *index
	protect protections

	emit   func(Instance) error // where instances go instead of the builder; nil: to the builder
	failed error                // what emit said
}

// addition is a rule instance on its way into the attack graph.
type addition struct {
	id          string
	then        models.Fact
	from        []models.Fact
	effort      float64
	probability *float64 // nil: certain
	blocked     []graph.MeasureID
	hardened    []graph.Hardening
	instance    instance
}

func newGrounding(system *models.System, catalog *models.Catalog) *grounding {
	filled := withCatalogMeasures(system, catalog)
	return &grounding{
		system:  filled,
		catalog: catalog,
		builder: graph.NewBuilder(),
		model:   newIndex(filled),
		out: &Case{
			System:  filled,
			Catalog: catalog,
			places:  map[models.Fact]graph.FactID{},
			special: specialInstances{
				asset:   map[models.ComponentID][]graph.RuleID{},
				assumed: map[models.PropertyRef]graph.RuleID{},
			},
		},
	}
}

// fact returns the fact's place in the attack graph, which is made at first mention.
func (g *grounding) fact(f models.Fact) graph.FactID {
	if id, there := g.out.places[f]; there {
		return id
	}
	id := g.builder.Fact(f.String())
	g.out.places[f] = id
	g.out.facts = append(g.out.facts, f)
	return id
}

// add puts a rule instance into the attack graph, or hands it on.
func (g *grounding) add(a addition) graph.RuleID {
	if g.emit != nil {
		g.hand(a)
		return -1
	}
	rule := graph.Rule{ID: a.id, Then: g.fact(a.then), Effort: a.effort, HardenedBy: a.hardened}
	switch {
	case a.probability == nil:
		rule.Probability = 1
	case *a.probability == 0:
		rule.Never = true
	default:
		rule.Probability = *a.probability
	}
	for _, f := range a.from {
		rule.If = append(rule.If, g.fact(f))
	}
	rule.BlockedBy = a.blocked
	r := g.builder.Rule(rule)
	g.record(r, a.instance)
	return r
}

func (g *grounding) record(r graph.RuleID, i instance) {
	g.out.instances = append(g.out.instances, i)
	special := &g.out.special
	switch i.grade {
	case inherentOnly:
		special.inherent = append(special.inherent, r)
	case maliciousOnly:
		special.malicious = append(special.malicious, r)
	}
	if i.profile >= 0 {
		special.profile[i.profile] = append(special.profile[i.profile], r)
	}
}

// assume returns the fact that an unknown property is taken as false.
func (g *grounding) assume(p models.PropertyRef) models.Fact {
	f := models.Fact{State: assumed, Subject: p.Subject + "." + string(p.Property)}
	if _, there := g.out.special.assumed[p]; there {
		return f
	}
	g.out.special.assumed[p] = -1 // claimed, so that add below does not come back here
	g.out.special.assumed[p] = g.add(addition{
		id:   string(models.RuleAssumed) + "(" + f.Subject + ")",
		then: f,
		instance: instance{
			rule: models.RuleAssumed, class: models.AttackRule, profile: -1,
			roles:   []models.Binding{{Role: "element", Type: p.Type, Subject: p.Subject}},
			assumes: []models.PropertyRef{p},
		},
	})
	return f
}

func (g *grounding) subjectType(s models.StateID) models.SubjectType {
	return g.catalog.State(s).Of
}

func instanceID(rule models.RuleID, keys []string) string {
	return string(rule) + "(" + strings.Join(keys, ",") + ")"
}
