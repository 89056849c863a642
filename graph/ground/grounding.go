package ground

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// grounding is the state that the steps share.
type grounding struct {
	system  *models.System
	catalog *models.Catalog
	builder *graph.Builder
	out     *Case
	facts   *facts
	model   *index
	protect protections
	units   *topology.Units // nil: the system has one of everything
	several map[atom]bool   // what was asked of the units, by state and subject

	assumed    map[models.PropertyRef]bool // the unknown properties that have their instance
	open       bool                        // every statement that protects can be asked about, see [Open]
	most       models.Capability           // the most that a profile is able to
	weaknesses map[atom]bool               // facts that have what concludes them
	misled     map[string]bool             // components that something misleads
	passages   []topology.Passage          // those that rules are grounded over
	raised     map[models.PropertyRef]graph.MeasureID

	emit   func(Instance) error // where instances go instead of the builder; nil: to the builder
	failed error                // what emit said
	from   []graph.FactID       // of the instance that is being added
}

// addition is a rule instance on its way into the attack graph.
type addition struct {
	told        string // its id where what it is does not tell it, see frame
	then        atom
	from        []atom
	effort      float64
	probability *float64 // nil: certain
	blocked     []graph.MeasureID
	hardened    []graph.Hardening

	frame   int32
	roles   []int32 // the elements in the roles of the frame
	tuple   int32   // which of the frame's tuples they are
	assumes []models.PropertyRef
	profile int32 // index in the profiles that brings it along; -1: none
	narrow  bool  // one unit is picked: it says nothing of all
	grade   grade
}

func newGrounding(system *models.System, catalog *models.Catalog) *grounding {
	filled := withCatalogMeasures(system, catalog)
	out := &Case{
		System:    filled,
		Catalog:   catalog,
		Ways:      topology.New(filled).Ways(catalog),
		facts:     newFacts(filled),
		instances: instances{known: map[frameKey]int32{}},
	}
	return &grounding{
		system:  filled,
		catalog: catalog,
		builder: graph.NewBuilderNamedBy(graph.Naming{Fact: func(f graph.FactID) string { return out.FactOf(f).String() }, Rule: out.nameOf}),
		out:     out,
		facts:   &out.facts,
		model:   newIndex(filled, catalog, &out.facts.symbols),
		assumed: map[models.PropertyRef]bool{},
		most:    mostCapable(filled),

		weaknesses: map[atom]bool{},
		misled:     map[string]bool{},
		several:    map[atom]bool{},
		units:      out.Ways.Units(),
		raised:     map[models.PropertyRef]graph.MeasureID{},
	}
}

// fact returns the fact's place in the attack graph, which is made at first mention.
func (g *grounding) fact(a atom) graph.FactID {
	slot := g.facts.slot(a)
	if *slot == 0 {
		*slot = 1 + g.builder.NewFact()
		g.facts.atoms = append(g.facts.atoms, a)
	}
	return *slot - 1
}

func (g *grounding) atom(state models.StateID, subject string) atom {
	return g.facts.atom(models.Fact{State: state, Subject: subject})
}

// builtIn begins an instance of a built-in rule.
func (g *grounding) builtIn(rule models.RuleID, class models.RuleClass, roles ...models.Binding) addition {
	a := addition{profile: -1}
	kinds := make([]models.Role, len(roles))
	for i, b := range roles {
		kinds[i] = models.Role{Name: b.Role, Of: b.Type}
		a.roles = append(a.roles, g.facts.symbols.of(b.Subject))
	}
	a.frame = g.out.instances.frame(rule, class, kinds...)
	return a
}

// add puts a rule instance into the attack graph, or hands it on: as it is about one unit, and then, where its conclusion is
// about one of several, as it is about all of them.
func (g *grounding) add(a *addition) {
	g.put(a)
	if g.units != nil && !a.then.all && !a.narrow && a.grade != assetOnly && g.many(a.then) {
		wide := *a
		wide.then.all = true
		wide.from = make([]atom, len(a.from))
		for i, f := range a.from {
			f.all = f.all || g.many(f)
			wide.from[i] = f
		}
		g.put(&wide)
	}
}

// widen puts an instance whose conclusion is about all units in, whatever its premises are about, and so about one, too. Where
// a premise is that conclusion of one unit, that one is there already.
func (g *grounding) widen(a *addition) {
	if !slices.Contains(a.from, a.then) {
		g.put(a)
	}
	if g.many(a.then) {
		a.then.all = true
		g.put(a)
	}
}

// many tells whether a fact is about one of several units.
func (g *grounding) many(a atom) bool {
	if g.units == nil {
		return false
	}
	a.all = false
	is, known := g.several[a]
	if !known {
		is = g.units.Many(g.facts.told(a))
		g.several[a] = is
	}
	return is
}

func (g *grounding) put(a *addition) {
	if g.emit != nil {
		g.hand(a)
		return
	}
	rule := graph.Rule{Then: g.fact(a.then), Effort: a.effort, HardenedBy: a.hardened, BlockedBy: a.blocked}
	if g.open && a.grade != failing && a.grade != safeguardFailing {
		rule.Effort, rule.HardenedBy = 0, nil // what is counted is what fails
	}
	switch {
	case a.probability == nil || g.open && *a.probability > 0:
		rule.Probability = 1
	case *a.probability == 0:
		rule.Never = true
	default:
		rule.Probability = *a.probability
	}
	g.from = g.from[:0]
	for _, f := range a.from {
		g.from = append(g.from, g.fact(f))
	}
	rule.If = g.from
	g.record(g.builder.Rule(rule), a)
}

func (g *grounding) record(r graph.RuleID, a *addition) {
	g.out.instances.add(a)
	special := &g.out.special
	switch a.grade {
	case inherentOnly:
		special.inherent = append(special.inherent, r)
	case maliciousOnly:
		special.malicious = append(special.malicious, r)
	case wantsSubstantial:
		special.substantial = append(special.substantial, r)
	case wantsHigh:
		special.high = append(special.high, r)
	case unlessBest:
		special.unlessBest = append(special.unlessBest, r)
	case worstOnly:
		special.worst = append(special.worst, r)
	case worstMalicious:
		special.worstMalicious = append(special.worstMalicious, r)
	case failing:
		special.failing = append(special.failing, r)
	case safeguardFailing:
		special.safeguards = append(special.safeguards, r)
	case assetOnly:
		special.asset = append(special.asset, r)
	}
	if a.profile >= 0 {
		special.profile[a.profile] = append(special.profile[a.profile], r)
	}
}

// assume returns the fact that an unknown property is taken as false.
func (g *grounding) assume(p models.PropertyRef) atom {
	subject := p.Subject + "." + string(p.Property)
	then := g.atom(models.StateAssumed, subject)
	if g.assumed[p] {
		return then
	}
	a := g.builtIn(models.RuleAssumed, models.AttackRule, models.Binding{Role: "element", Type: p.Type, Subject: p.Subject})
	a.then, a.assumes = then, []models.PropertyRef{p}
	g.assumed[p] = true
	g.add(&a)
	return then
}

func (g *grounding) subjectType(s models.StateID) models.Sort {
	return g.catalog.State(s).Of
}

// instanceID writes the id of an instance: its rule, and what tells it apart.
func instanceID(rule models.RuleID, keys ...string) string {
	size := len(rule) + 1 + len(keys)
	for _, k := range keys {
		size += len(k)
	}
	out := append(slices.Grow([]byte(nil), size), rule...)
	for i, k := range keys {
		out = append(append(out, "(,"[min(i, 1)]), k...)
	}
	return string(append(out, ')'))
}
