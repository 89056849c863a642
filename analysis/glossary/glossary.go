// Package glossary asks which entries of the catalog a result speaks of, and puts them beside it, so that outputs need no
// catalog: kinds with those above them, the rules behind the steps, the properties, threats and classes of data of the
// case. Of what an output may list as a whole, such as states, viewpoints, sites and cells, it takes all.
package glossary

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// Analysis collects the words of the result.
var Analysis = analysis.Analysis{
	Name:    "glossary",
	Doc:     `The entries of the catalog that the case and its result speak of, so that outputs need no catalog.`,
	After:   []string{"paths", "threats", "assumptions", "compliance", "margins", "findings"},
	Run:     run,
	Closing: true,
	Facts:   func(*analysis.Pass) []models.Fact { return nil },
}

func run(p *analysis.Pass) error {
	c, w := p.Case.Catalog, &p.Result.Words
	u := usageOf(p)
	w.Kinds = chosen(c.Kinds, func(e *models.Kind) bool { return u.kinds[e.ID] })
	w.DeviceClasses = chosen(c.DeviceClasses, func(e *models.DeviceClass) bool { return u.classes[e.ID] })
	w.States = c.States
	w.Properties = chosen(c.Properties, func(e *models.Property) bool { return u.properties[e.ID] })
	w.Threats = chosen(c.Threats, func(e *models.Threat) bool { return u.threats[e.ID] })
	w.Rules = chosen(c.Rules, func(e *models.Rule) bool { return u.rules[e.ID] })
	w.Measures = chosen(c.Measures, func(e *models.CatalogMeasure) bool { return u.measures[e.ID] })
	w.Requirements = chosen(c.Requirements, func(e *models.Requirement) bool { return u.requirements[e.ID] })
	w.Viewpoints = c.Viewpoints
	w.Sensitivities = chosen(c.Sensitivities, func(e *models.Sensitivity) bool { return u.sensitivities[e.ID] })
	w.Sites = c.Sites
	w.Findings = chosen(c.Findings, func(e *models.FindingKind) bool { return u.findings[e.ID] })
	w.Cells = c.Cells
	if len(p.Case.System.Events)+len(p.Case.System.Fields) > 0 {
		w.Categories, w.Norms, w.DataRisks = c.Categories, c.Norms, c.DataRisks
	}
	p.Result.Coverage = c.Covered(c.KindsIn(p.Case.System))
	return nil
}

// chosen returns the entries that are used, in the catalog's order.
func chosen[E any](entries []E, used func(*E) bool) []E {
	out := []E{}
	for i := range entries {
		if used(&entries[i]) {
			out = append(out, entries[i])
		}
	}
	return out
}
