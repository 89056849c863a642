package phrasing

import "github.com/harmpath/harmpath/models"

// Vocabulary finds the catalog's entries that a result carries.
type Vocabulary struct {
	kinds         map[models.KindID]models.Text
	classes       map[models.DeviceClassID]models.Text
	properties    map[models.PropertyID]models.Text
	propertySorts map[models.PropertyID]models.Sort // what each is a property of
	threats       map[models.ThreatID]models.Text
	measures      map[models.MeasureID]models.Text
	viewpoints    map[models.ViewpointID]models.Text
	sensitivities map[models.SensitivityID]models.Text
	sites         map[models.SiteID]models.Text
	rules         map[models.RuleID]*models.Rule
	states        map[models.StateID]*models.State
	requirements  map[models.RequirementID]*models.Requirement
	findings      map[string]*models.FindingKind
}

// NewVocabulary indexes the entries that a result carries.
func NewVocabulary(r *models.Result) Vocabulary {
	w := &r.Words
	return Vocabulary{
		kinds:         names(w.Kinds, func(x *models.Kind) (models.KindID, models.Text) { return x.ID, x.Name }),
		classes:       names(w.DeviceClasses, func(x *models.DeviceClass) (models.DeviceClassID, models.Text) { return x.ID, x.Name }),
		properties:    names(w.Properties, func(x *models.Property) (models.PropertyID, models.Text) { return x.ID, x.Name }),
		propertySorts: sortsOf(w.Properties),
		threats:       names(w.Threats, func(x *models.Threat) (models.ThreatID, models.Text) { return x.ID, x.Name }),
		measures:      names(w.Measures, func(x *models.CatalogMeasure) (models.MeasureID, models.Text) { return x.ID, x.Name }),
		viewpoints:    names(w.Viewpoints, func(x *models.Viewpoint) (models.ViewpointID, models.Text) { return x.ID, x.Name }),
		sensitivities: names(w.Sensitivities, func(x *models.Sensitivity) (models.SensitivityID, models.Text) { return x.ID, x.Name }),
		sites:         names(w.Sites, func(x *models.Site) (models.SiteID, models.Text) { return x.ID, x.Name }),
		rules:         indexBy(w.Rules, func(x *models.Rule) models.RuleID { return x.ID }),
		states:        indexBy(w.States, func(x *models.State) models.StateID { return x.ID }),
		requirements:  indexBy(w.Requirements, func(x *models.Requirement) models.RequirementID { return x.ID }),
		findings:      indexBy(w.Findings, func(x *models.FindingKind) string { return x.ID }),
	}
}

func sortsOf(properties []models.Property) map[models.PropertyID]models.Sort {
	out := make(map[models.PropertyID]models.Sort, len(properties))
	for i := range properties {
		out[properties[i].ID] = properties[i].Of
	}
	return out
}

func names[K comparable, V any](list []V, of func(*V) (K, models.Text)) map[K]models.Text {
	out := make(map[K]models.Text, len(list))
	for i := range list {
		id, name := of(&list[i])
		out[id] = name
	}
	return out
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

// orID is the name of an entry; one that the result lacks is called by its id.
func orID[K ~string](name models.Text, id K) models.Text {
	if name.Empty() {
		return models.Plain(string(id))
	}
	return name
}

// Rule is a rule of the catalog; nil where the result does not carry it.
func (w Vocabulary) Rule(id models.RuleID) *models.Rule { return w.rules[id] }

// FindingKind is a kind of findings of the catalog; nil where the result does not carry it.
func (w Vocabulary) FindingKind(id string) *models.FindingKind { return w.findings[id] }

// Requirement is a requirement of the catalog; nil where the result does not carry it.
func (w Vocabulary) Requirement(id models.RequirementID) *models.Requirement {
	return w.requirements[id]
}

// Kind names a kind of components.
func (w Vocabulary) Kind(id models.KindID) models.Text { return orID(w.kinds[id], id) }

// Class names a class of devices.
func (w Vocabulary) Class(id models.DeviceClassID) models.Text { return orID(w.classes[id], id) }

// Property names a property of elements.
func (w Vocabulary) Property(id models.PropertyID) models.Text { return orID(w.properties[id], id) }

// Threat names a threat.
func (w Vocabulary) Threat(id models.ThreatID) models.Text { return orID(w.threats[id], id) }

// CatalogMeasure names a measure of the catalog.
func (w Vocabulary) CatalogMeasure(id models.MeasureID) models.Text { return orID(w.measures[id], id) }

// Viewpoint names a viewpoint of axis 3.
func (w Vocabulary) Viewpoint(id models.ViewpointID) models.Text { return orID(w.viewpoints[id], id) }

// Sensitivity names a class of data.
func (w Vocabulary) Sensitivity(id models.SensitivityID) models.Text {
	return orID(w.sensitivities[id], id)
}

// Site names a place where systems are used.
func (w Vocabulary) Site(id models.SiteID) models.Text { return orID(w.sites[id], id) }

// State names a state of elements.
func (w Vocabulary) State(id models.StateID) models.Text {
	if s := w.states[id]; s != nil {
		return orID(s.Name, id)
	}
	return models.Plain(string(id))
}

// RequirementName names a requirement on measures.
func (w Vocabulary) RequirementName(id models.RequirementID) models.Text {
	if r := w.requirements[id]; r != nil {
		return orID(r.Name, id)
	}
	return models.Plain(string(id))
}

// RequirementOf is the text of a measure's requirement: its own, else the catalog's.
func (w Vocabulary) RequirementOf(m *models.Measure) models.Text {
	if !m.Requirement.Empty() || m.Requires == "" {
		return m.Requirement
	}
	return w.RequirementName(m.Requires)
}
