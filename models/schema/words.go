package schema

import "github.com/harmpath/harmpath/models"

// vocabulary is a definition that takes the ids of one section of the catalog.
type vocabulary struct {
	name  string // of the definition, that is of the Go type
	means string
	words []word
}

// word is one id with what it means.
type word struct{ id, means string }

// definition is the vocabulary as a schema. Each word has its meaning where editors look for it.
func (v vocabulary) definition() any {
	type enumeration struct {
		Type         string   `json:"type"`
		Description  string   `json:"description"`
		Enum         []string `json:"enum,omitempty"`
		Descriptions []string `json:"enumDescriptions,omitempty"`
	}
	out := enumeration{Type: "string", Description: v.means}
	for _, w := range v.words {
		out.Enum = append(out.Enum, w.id)
		out.Descriptions = append(out.Descriptions, w.means)
	}
	if len(out.Enum) == 0 {
		return map[string]any{"description": v.means, "not": map[string]any{}}
	}
	return out
}

// vocabularies lists the sections of the catalog whose ids stand in models.
func vocabularies(c *models.Catalog) []vocabulary {
	concrete := make([]models.Kind, 0, len(c.Kinds))
	for _, k := range c.Kinds {
		if !k.Abstract {
			concrete = append(concrete, k)
		}
	}
	return []vocabulary{
		{"KindID", "A kind of component: an entry of the catalog.", words(concrete, func(e *models.Kind) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"DeviceClassID", "A class of devices of a kind: an entry of the catalog.", words(c.DeviceClasses, func(e *models.DeviceClass) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"PropertyID", "A protective property, worded so that true protects: an entry of the catalog.", words(c.Properties, func(e *models.Property) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"ThreatID", "A threat: an entry of the catalog.", words(c.Threats, func(e *models.Threat) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"RuleID", "An attack or consequence rule: an entry of the catalog.", words(c.Rules, func(e *models.Rule) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"CatalogMeasureID", "A measure of the catalog.", words(c.Measures, func(e *models.CatalogMeasure) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"RequirementID", "A requirement on measures: an entry of the catalog.", words(c.Requirements, func(e *models.Requirement) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"SensitivityID", "A class of data: an entry of the catalog.", words(c.Sensitivities, func(e *models.Sensitivity) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"ViewpointID", "A viewpoint of axis 3: an entry of the catalog.", words(c.Viewpoints, func(e *models.Viewpoint) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"CategoryID", "A category of data: an entry of the catalog.", words(c.Categories, func(e *models.Category) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"NormID", "A norm of fields: an entry of the catalog.", words(c.Norms, func(e *models.Norm) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"SiteID", "Where a system is used: an entry of the catalog.", words(c.Sites, func(e *models.Site) (string, *models.Entry) { return string(e.ID), &e.Entry })},
		{"SchemeID", "A standard, a law or a label with requirements: an entry of the catalog.", words(c.Schemes, func(e *models.Scheme) (string, *models.Entry) { return string(e.ID), &e.Entry })},
	}
}

// words lists the entries of a section.
func words[T any](section []T, head func(*T) (string, *models.Entry)) []word {
	var out []word
	for i := range section {
		id, entry := head(&section[i])
		out = append(out, word{id: id, means: meaning(entry)})
	}
	return out
}

// meaning is an entry's name and what it means, in English.
func meaning(e *models.Entry) string {
	return e.Name.In(models.English) + ": " + e.Means.In(models.English)
}

// propertySorts names the definitions of the protective properties of each sort of elements.
var propertySorts = map[models.Sort]string{
	models.ComponentSort: "ComponentProperties",
	models.FlowSort:      "FlowProperties",
	models.DataSort:      "DataProperties",
}

// properties is the mapping of the protective properties that one sort of elements can have.
func properties(c *models.Catalog, sort models.Sort) any {
	type property struct {
		Ref         string `json:"$ref"`
		Description string `json:"description"`
	}
	type mapping struct {
		Type        string              `json:"type"`
		Description string              `json:"description"`
		Properties  map[string]property `json:"properties,omitempty"`
		Additional  bool                `json:"additionalProperties"`
	}
	out := mapping{
		Type:        "object",
		Description: "What is said of its protection. Each is worded so that true protects; one that is not stated is unknown.",
		Properties:  map[string]property{},
	}
	for i := range c.Properties {
		if p := &c.Properties[i]; p.Of == sort {
			out.Properties[string(p.ID)] = property{Ref: "#/$defs/Resistance", Description: meaning(&p.Entry)}
		}
	}
	return out
}
