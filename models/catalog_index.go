package models

import (
	"cmp"
	"slices"
)

// catalogIndex finds entries by their ids, and what follows from the hierarchy of kinds. It is built once.
type catalogIndex struct {
	kinds         map[KindID]*Kind
	lines         map[KindID][]KindID // the kind and its ancestors, nearest first
	classes       map[DeviceClassID]*DeviceClass
	states        map[StateID]*State
	properties    map[PropertyID]*Property
	threats       map[ThreatID]*Threat
	rules         map[RuleID]*Rule
	measures      map[MeasureID]*CatalogMeasure
	requirements  map[RequirementID]*Requirement
	viewpoints    map[ViewpointID]*Viewpoint
	sensitivities map[SensitivityID]*Sensitivity
	sites         map[SiteID]*Site
	findings      map[string]*FindingKind
	schemes       map[SchemeID]*Scheme
	categories    map[CategoryID]*Category
	norms         map[NormID]*Norm
	dataRisks     map[DataRiskID]*DataRiskKind
	policies      map[PolicyID]*Policy
}

// NewCatalog takes over the entries of c, puts each list into the order in which outputs show it (by Order, then by
// id) and builds what its lookups need. The lists are not to be changed afterwards.
func NewCatalog(c Catalog) *Catalog {
	sortEntries(c.Kinds, func(e *Kind) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.DeviceClasses, func(e *DeviceClass) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.States, func(e *State) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Properties, func(e *Property) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Threats, func(e *Threat) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Rules, func(e *Rule) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Attacks, func(e *AttackClass) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Measures, func(e *CatalogMeasure) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Requirements, func(e *Requirement) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Viewpoints, func(e *Viewpoint) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Sensitivities, func(e *Sensitivity) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Sites, func(e *Site) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Findings, func(e *FindingKind) (int, string) { return e.Order, e.ID })
	sortEntries(c.Cells, func(e *Cell) (int, string) { return e.Order, e.ID })
	sortEntries(c.Schemes, func(e *Scheme) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Categories, func(e *Category) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Norms, func(e *Norm) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.Policies, func(e *Policy) (int, string) { return e.Order, string(e.ID) })
	sortEntries(c.DataRisks, func(e *DataRiskKind) (int, string) { return e.Order, string(e.ID) })
	c.index = newCatalogIndex(&c)
	return &c
}

// sortEntries sorts by order, then by id.
func sortEntries[T any](list []T, key func(*T) (int, string)) {
	slices.SortFunc(list, func(a, b T) int {
		orderA, idA := key(&a)
		orderB, idB := key(&b)
		return cmp.Or(cmp.Compare(orderA, orderB), cmp.Compare(idA, idB))
	})
}

func newCatalogIndex(c *Catalog) *catalogIndex {
	x := &catalogIndex{
		kinds:         byID(c.Kinds, func(e *Kind) KindID { return e.ID }),
		classes:       byID(c.DeviceClasses, func(e *DeviceClass) DeviceClassID { return e.ID }),
		states:        byID(c.States, func(e *State) StateID { return e.ID }),
		properties:    byID(c.Properties, func(e *Property) PropertyID { return e.ID }),
		threats:       byID(c.Threats, func(e *Threat) ThreatID { return e.ID }),
		rules:         byID(c.Rules, func(e *Rule) RuleID { return e.ID }),
		measures:      byID(c.Measures, func(e *CatalogMeasure) MeasureID { return e.ID }),
		requirements:  byID(c.Requirements, func(e *Requirement) RequirementID { return e.ID }),
		viewpoints:    byID(c.Viewpoints, func(e *Viewpoint) ViewpointID { return e.ID }),
		sensitivities: byID(c.Sensitivities, func(e *Sensitivity) SensitivityID { return e.ID }),
		sites:         byID(c.Sites, func(e *Site) SiteID { return e.ID }),
		findings:      byID(c.Findings, func(e *FindingKind) string { return e.ID }),
		schemes:       byID(c.Schemes, func(e *Scheme) SchemeID { return e.ID }),
		categories:    byID(c.Categories, func(e *Category) CategoryID { return e.ID }),
		norms:         byID(c.Norms, func(e *Norm) NormID { return e.ID }),
		policies:      byID(c.Policies, func(e *Policy) PolicyID { return e.ID }),
		dataRisks:     byID(c.DataRisks, func(e *DataRiskKind) DataRiskID { return e.ID }),
	}
	x.lines = make(map[KindID][]KindID, len(c.Kinds))
	for i := range c.Kinds {
		x.lines[c.Kinds[i].ID] = x.lineOf(&c.Kinds[i])
	}
	return x
}

// byID maps ids to the entries of a list.
func byID[ID comparable, T any](list []T, id func(*T) ID) map[ID]*T {
	found := make(map[ID]*T, len(list))
	for i := range list {
		found[id(&list[i])] = &list[i]
	}
	return found
}

// lineOf walks from a kind to the root of its hierarchy. A cycle of kinds ends the walk.
func (x *catalogIndex) lineOf(k *Kind) []KindID {
	var line []KindID
	for k != nil && !slices.Contains(line, k.ID) {
		line = append(line, k.ID)
		k = x.kinds[k.Parent]
	}
	return line
}

// lookups returns the index: the one that NewCatalog built, or a passing one for a catalog put together by hand.
func (c *Catalog) lookups() *catalogIndex {
	if c.index != nil {
		return c.index
	}
	return newCatalogIndex(c)
}

// Kind finds a kind by its id, or returns nil.
func (c *Catalog) Kind(id KindID) *Kind { return c.lookups().kinds[id] }

// DeviceClass finds a device class by its id, or returns nil.
func (c *Catalog) DeviceClass(id DeviceClassID) *DeviceClass { return c.lookups().classes[id] }

// State finds a state by its id, or returns nil.
func (c *Catalog) State(id StateID) *State { return c.lookups().states[id] }

// Property finds a property by its id, or returns nil.
func (c *Catalog) Property(id PropertyID) *Property { return c.lookups().properties[id] }

// Threat finds a threat by its id, or returns nil.
func (c *Catalog) Threat(id ThreatID) *Threat { return c.lookups().threats[id] }

// Rule finds a rule by its id, or returns nil.
func (c *Catalog) Rule(id RuleID) *Rule { return c.lookups().rules[id] }

// Measure finds a measure by its id, or returns nil.
func (c *Catalog) Measure(id MeasureID) *CatalogMeasure { return c.lookups().measures[id] }

// Requirement finds a requirement by its id, or returns nil.
func (c *Catalog) Requirement(id RequirementID) *Requirement { return c.lookups().requirements[id] }

// Viewpoint finds a viewpoint by its id, or returns nil.
func (c *Catalog) Viewpoint(id ViewpointID) *Viewpoint { return c.lookups().viewpoints[id] }

// Sensitivity finds a class of data by its id, or returns nil.
func (c *Catalog) Sensitivity(id SensitivityID) *Sensitivity { return c.lookups().sensitivities[id] }

// Site finds a site by its id, or returns nil.
func (c *Catalog) Site(id SiteID) *Site { return c.lookups().sites[id] }

// Finding finds a kind of finding by its id, or returns nil.
func (c *Catalog) Finding(id string) *FindingKind { return c.lookups().findings[id] }

// Scheme finds a scheme of requirements by its id, or returns nil.
func (c *Catalog) Scheme(id SchemeID) *Scheme { return c.lookups().schemes[id] }

// Category finds a category of data by its id, or returns nil.
func (c *Catalog) Category(id CategoryID) *Category { return c.lookups().categories[id] }

// Norm finds a norm by its id, or returns nil.
func (c *Catalog) Norm(id NormID) *Norm { return c.lookups().norms[id] }

// Policy finds a policy by its id, or returns nil.
func (c *Catalog) Policy(id PolicyID) *Policy { return c.lookups().policies[id] }

// DataRisk finds a rule about data by its id, or returns nil.
func (c *Catalog) DataRisk(id DataRiskID) *DataRiskKind { return c.lookups().dataRisks[id] }

// Cell finds the cell of the risk map at a pair of levels, or returns nil.
func (c *Catalog) Cell(recovery Recovery, economic Economic) *Cell {
	for i := range c.Cells {
		if c.Cells[i].Recovery == recovery && c.Cells[i].Economic == economic {
			return &c.Cells[i]
		}
	}
	return nil
}

// Line returns the kind and its ancestors, nearest first, or nothing where the kind is unknown. It is not to be
// changed.
func (c *Catalog) Line(kind KindID) []KindID { return c.lookups().lines[kind] }

// IsA tells whether a kind is the other kind or stands below it in the hierarchy.
func (c *Catalog) IsA(kind, ancestor KindID) bool {
	return slices.Contains(c.lookups().lines[kind], ancestor)
}

// AnswerOf returns the place in the answers of a class of the one about a kind: that of the nearest in its line. It is
// negative where nothing is to be said of the kind.
func (c *Catalog) AnswerOf(class *AttackClass, kind KindID) int {
	for _, k := range c.Line(kind) {
		if at := slices.IndexFunc(class.Answers, func(a CoverageAnswer) bool { return slices.Contains(a.Kinds, k) }); at >= 0 {
			return at
		}
	}
	return -1
}

// KindsIn lists the kinds of a system's components, each once, in the catalog's order.
func (c *Catalog) KindsIn(s *System) []KindID {
	there := map[KindID]bool{}
	for i := range s.Components {
		there[s.Components[i].Kind] = true
	}
	var out []KindID
	for i := range c.Kinds {
		if there[c.Kinds[i].ID] {
			out = append(out, c.Kinds[i].ID)
		}
	}
	return out
}

// Covered tells of what becomes each class of attacks, for such kinds as are asked for, each named once: for all that the
// answers name where none is asked for.
func (c *Catalog) Covered(kinds []KindID) []Covered {
	var out []Covered
	for i := range c.Attacks {
		class := &c.Attacks[i]
		for at := range class.Answers {
			a := &class.Answers[at]
			about := a.Kinds
			if len(kinds) > 0 {
				about = slices.DeleteFunc(slices.Clone(kinds), func(k KindID) bool { return c.AnswerOf(class, k) != at })
			}
			if len(about) > 0 {
				out = append(out, Covered{Class: class.ID, Name: class.Name, References: class.References, Kinds: about, Answer: a.Coverage(), Rules: a.Rules, Why: a.Reason()})
			}
		}
	}
	return out
}

// ThreatsOf returns the threats listed for a kind, in the catalog's order: its own, or those of the nearest ancestor
// that lists any.
func (c *Catalog) ThreatsOf(kind KindID) []ThreatID {
	x := c.lookups()
	for _, id := range x.lines[kind] {
		if own := x.kinds[id].Threats; len(own) > 0 {
			listed := slices.Clone(own)
			slices.SortStableFunc(listed, func(a, b ThreatID) int {
				return cmp.Compare(x.threatOrder(a), x.threatOrder(b))
			})
			return listed
		}
	}
	return nil
}

// threatOrder is a threat's place among the threats.
func (x *catalogIndex) threatOrder(id ThreatID) int {
	if t := x.threats[id]; t != nil {
		return t.Order
	}
	return 0
}

// PropertiesOf returns the properties that matter for a kind: those of its ancestors, farthest first, then its own.
func (c *Catalog) PropertiesOf(kind KindID) []PropertyID {
	x := c.lookups()
	var out []PropertyID
	for _, id := range slices.Backward(x.lines[kind]) {
		for _, p := range x.kinds[id].Properties {
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// MarkOf returns the mark of a kind in diagrams: its own, or that of the nearest ancestor that has one.
func (c *Catalog) MarkOf(kind KindID) string {
	x := c.lookups()
	for _, id := range x.lines[kind] {
		if mark := x.kinds[id].Mark; mark != "" {
			return mark
		}
	}
	return ""
}

// Decides tells whether components of a kind act on the telemetry that they receive.
func (c *Catalog) Decides(kind KindID) bool {
	x := c.lookups()
	return slices.ContainsFunc(x.lines[kind], func(id KindID) bool { return x.kinds[id].Decides })
}

// Passes tells whether components of a kind pass traffic from networks of one kind on to those of another where a model
// does not state what they pass: by the kind's own list, or by that of the nearest ancestor that has one.
func (c *Catalog) Passes(kind, from, to KindID) bool {
	return slices.ContainsFunc(c.PassesOf(kind), func(p KindPassage) bool { return c.IsA(from, p.From) && c.IsA(to, p.To) })
}

// PassesOf lists between networks of which kinds components of a kind pass traffic where a model does not state that: the
// kind's own list, or that of the nearest ancestor that has one.
func (c *Catalog) PassesOf(kind KindID) []KindPassage {
	x := c.lookups()
	for _, id := range x.lines[kind] {
		if own := x.kinds[id].Passes; len(own) > 0 {
			return own
		}
	}
	return nil
}

// Forwards tells whether components of a kind forward flows whose ends are others.
func (c *Catalog) Forwards(kind KindID) bool {
	x := c.lookups()
	return slices.ContainsFunc(x.lines[kind], func(id KindID) bool { return x.kinds[id].Forwards })
}
