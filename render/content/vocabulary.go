package content

import (
	"github.com/harmpath/harmpath/models"
)

// vocabulary finds the catalog's entries that the result carries.
type vocabulary struct {
	kinds         map[models.KindID]*models.Kind
	classes       map[models.DeviceClassID]*models.DeviceClass
	states        map[models.StateID]*models.State
	properties    map[models.PropertyID]*models.Property
	threats       map[models.ThreatID]*models.Threat
	rules         map[models.RuleID]*models.Rule
	measures      map[models.MeasureID]*models.CatalogMeasure
	requirements  map[models.RequirementID]*models.Requirement
	viewpoints    map[models.ViewpointID]*models.Viewpoint
	sensitivities map[models.SensitivityID]*models.Sensitivity
	sites         map[models.SiteID]*models.Site
	findings      map[string]*models.FindingKind
}

func indexWords(r *models.Result) vocabulary {
	w := &r.Words
	return vocabulary{
		kinds:         indexBy(w.Kinds, func(x *models.Kind) models.KindID { return x.ID }),
		classes:       indexBy(w.DeviceClasses, func(x *models.DeviceClass) models.DeviceClassID { return x.ID }),
		states:        indexBy(w.States, func(x *models.State) models.StateID { return x.ID }),
		properties:    indexBy(w.Properties, func(x *models.Property) models.PropertyID { return x.ID }),
		threats:       indexBy(w.Threats, func(x *models.Threat) models.ThreatID { return x.ID }),
		rules:         indexBy(w.Rules, func(x *models.Rule) models.RuleID { return x.ID }),
		measures:      indexBy(w.Measures, func(x *models.CatalogMeasure) models.MeasureID { return x.ID }),
		requirements:  indexBy(w.Requirements, func(x *models.Requirement) models.RequirementID { return x.ID }),
		viewpoints:    indexBy(w.Viewpoints, func(x *models.Viewpoint) models.ViewpointID { return x.ID }),
		sensitivities: indexBy(w.Sensitivities, func(x *models.Sensitivity) models.SensitivityID { return x.ID }),
		sites:         indexBy(w.Sites, func(x *models.Site) models.SiteID { return x.ID }),
		findings:      indexBy(w.Findings, func(x *models.FindingKind) string { return x.ID }),
	}
}

func indexBy[K comparable, V any](list []V, key func(*V) K) map[K]*V {
	out := make(map[K]*V, len(list))
	for i := range list {
		if k := key(&list[i]); out[k] == nil { // the first of equal ones
			out[k] = &list[i]
		}
	}
	return out
}

// termed names an entry of the catalog; one that the result lacks is called by its id.
func termed[K ~string, V any](index map[K]*V, id K, name func(*V) models.Text) models.Text {
	if x, known := index[id]; known && !name(x).Empty() {
		return name(x)
	}
	return models.Plain(string(id))
}

// rule is a rule of the catalog; nil where the result does not carry it.
func (b *builder) rule(id models.RuleID) *models.Rule { return b.words.rules[id] }

// stateEntry is a state of the catalog; nil where the result does not carry it.
func (b *builder) stateEntry(id models.StateID) *models.State { return b.words.states[id] }

// findingKind is a kind of findings of the catalog; nil where the result does not carry it.
func (b *builder) findingKind(id string) *models.FindingKind { return b.words.findings[id] }

// requirementEntry is a requirement of the catalog; nil where the result does not carry it.
func (b *builder) requirementEntry(id models.RequirementID) *models.Requirement {
	return b.words.requirements[id]
}

func (b *builder) catalogMeasure(id models.MeasureID) models.Text {
	return termed(b.words.measures, id, func(x *models.CatalogMeasure) models.Text { return x.Name })
}

func (b *builder) requirementName(id models.RequirementID) models.Text {
	return termed(b.words.requirements, id, func(x *models.Requirement) models.Text { return x.Name })
}

func (b *builder) kind(id models.KindID) models.Text {
	return termed(b.words.kinds, id, func(x *models.Kind) models.Text { return x.Name })
}

func (b *builder) class(id models.DeviceClassID) models.Text {
	return termed(b.words.classes, id, func(x *models.DeviceClass) models.Text { return x.Name })
}

func (b *builder) state(id models.StateID) models.Text {
	return termed(b.words.states, id, func(x *models.State) models.Text { return x.Name })
}

func (b *builder) property(id models.PropertyID) models.Text {
	return termed(b.words.properties, id, func(x *models.Property) models.Text { return x.Name })
}

func (b *builder) threat(id models.ThreatID) models.Text {
	return termed(b.words.threats, id, func(x *models.Threat) models.Text { return x.Name })
}

func (b *builder) viewpoint(id models.ViewpointID) models.Text {
	return termed(b.words.viewpoints, id, func(x *models.Viewpoint) models.Text { return x.Name })
}

func (b *builder) sensitivity(id models.SensitivityID) models.Text {
	return termed(b.words.sensitivities, id, func(x *models.Sensitivity) models.Text { return x.Name })
}

func (b *builder) site(id models.SiteID) models.Text {
	return termed(b.words.sites, id, func(x *models.Site) models.Text { return x.Name })
}

// requirement is the text of a measure's requirement: its own, else the catalog's.
func (b *builder) requirement(m *models.Measure) models.Text {
	if !m.Requirement.Empty() || m.Requires == "" {
		return m.Requirement
	}
	return b.requirementName(m.Requires)
}
