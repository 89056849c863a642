package check

import (
	"github.com/harmpath/harmpath/models"
)

// ids are the ids of one sort of things.
type ids struct {
	noun  models.Message // what one of them is called
	order []string
	index map[string]int // where each stands first
}

func (s *ids) has(id string) bool {
	_, there := s.index[id]
	return there
}

// idsOf registers the elements of a list.
func idsOf[T any, ID ~string](noun models.Message, list []T, id func(*T) ID) *ids {
	s := &ids{noun: noun, order: make([]string, len(list)), index: make(map[string]int, len(list))}
	for i := range list {
		word := string(id(&list[i]))
		s.order[i] = word
		if _, again := s.index[word]; !again {
			s.index[word] = i
		}
	}
	return s
}

// joined registers all of several sorts as one.
func joined(noun models.Message, sorts ...*ids) *ids {
	s := &ids{noun: noun, index: map[string]int{}}
	for _, sort := range sorts {
		for _, word := range sort.order {
			if _, again := s.index[word]; !again {
				s.index[word] = len(s.order)
				s.order = append(s.order, word)
			}
		}
	}
	return s
}

// register knows the ids of the case and of the catalog.
type register struct {
	sorts    map[models.Sort]*ids
	purposes *ids

	placed *ids // components, flows and data: where measures act
	seen   *ids // components and flows: what people look at
	guards *ids // effects and named causes: what safeguards guard

	kinds, classes, states, properties, threats, rules, catalogMeasures, requirements, viewpoints, sensitivities, sites *ids
	categories, norms, schemes                                                                                          *ids

	comparisons int // made to find nearest words
}

// of returns the ids of a sort of elements; nil of what is no element.
func (r *register) of(sort models.Sort) *ids { return r.sorts[sort] }

// sortsOf registers the elements of the case.
func sortsOf(s *models.System) map[models.Sort]*ids {
	out := map[models.Sort]*ids{}
	for _, sort := range models.Sorts() {
		if len(sort.Lists) == 0 {
			continue
		}
		var items []models.Item
		for _, x := range sort.Items(s) {
			items = append(items, x)
		}
		out[sort.Sort] = idsOf(sort.One, items, func(x *models.Item) string { return x.ID })
	}
	return out
}

func newRegister(s *models.System, c *models.Catalog) register {
	r := register{
		sorts:    sortsOf(s),
		purposes: idsOf(models.Messagef("purpose"), purposes(s), func(e *models.Purpose) models.PurposeID { return e.ID }),

		kinds:           idsOf(models.Messagef("kind"), c.Kinds, func(e *models.Kind) models.KindID { return e.ID }),
		classes:         idsOf(models.Messagef("device class"), c.DeviceClasses, func(e *models.DeviceClass) models.DeviceClassID { return e.ID }),
		states:          idsOf(models.Messagef("state"), c.States, func(e *models.State) models.StateID { return e.ID }),
		properties:      idsOf(models.Messagef("property"), c.Properties, func(e *models.Property) models.PropertyID { return e.ID }),
		threats:         idsOf(models.Messagef("threat"), c.Threats, func(e *models.Threat) models.ThreatID { return e.ID }),
		rules:           idsOf(models.Messagef("rule"), c.Rules, func(e *models.Rule) models.RuleID { return e.ID }),
		catalogMeasures: idsOf(models.Messagef("measure of the catalog"), c.Measures, func(e *models.CatalogMeasure) models.MeasureID { return e.ID }),
		requirements:    idsOf(models.Messagef("requirement"), c.Requirements, func(e *models.Requirement) models.RequirementID { return e.ID }),
		viewpoints:      idsOf(models.Messagef("viewpoint"), c.Viewpoints, func(e *models.Viewpoint) models.ViewpointID { return e.ID }),
		sensitivities:   idsOf(models.Messagef("sensitivity"), c.Sensitivities, func(e *models.Sensitivity) models.SensitivityID { return e.ID }),
		sites:           idsOf(models.Messagef("site"), c.Sites, func(e *models.Site) models.SiteID { return e.ID }),
		categories:      idsOf(models.Messagef("category of data"), c.Categories, func(e *models.Category) models.CategoryID { return e.ID }),
		norms:           idsOf(models.Messagef("norm"), c.Norms, func(e *models.Norm) models.NormID { return e.ID }),
		schemes:         idsOf(models.Messagef("scheme"), c.Schemes, func(e *models.Scheme) models.SchemeID { return e.ID }),
	}
	r.placed = joined(models.Messagef("component, dataflow or data item"), r.of(models.ComponentSort), r.of(models.FlowSort), r.of(models.DataSort))
	r.seen = joined(models.Messagef("component or dataflow"), r.of(models.ComponentSort), r.of(models.FlowSort))
	r.guards = joined(models.Messagef("effect or named cause"), r.of(models.EffectSort), causeIDs(s), disclosures(s, c))
	return r
}

// disclosures are the ids of the effects that follow from the items of personal information. Safeguards may guard
// them.
func disclosures(s *models.System, c *models.Catalog) *ids {
	var derived []string
	for i := range s.Data {
		if class := c.Sensitivity(s.Data[i].Sensitivity); class != nil && class.Personal {
			derived = append(derived, models.DisclosurePrefix+string(s.Data[i].ID))
		}
	}
	return idsOf(models.Message{}, derived, func(id *string) string { return *id })
}

// maxComparisons bounds the search for nearest words, which takes the time of one look at the case for each.
const maxComparisons = 5_000_000

// meant is the remedy for an id that nothing has.
func (c *checker) meant(word string, in *ids) models.Message {
	c.known.comparisons += len(in.order)
	if c.known.comparisons > maxComparisons {
		return models.Messagef("write the id of a %s", in.noun)
	}
	return models.Meant(word, in.order)
}
