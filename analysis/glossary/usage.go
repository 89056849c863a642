package glossary

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// usage says which entries of the catalog a case and its result speak of.
type usage struct {
	kinds         map[models.KindID]bool
	classes       map[models.DeviceClassID]bool
	properties    map[models.PropertyID]bool
	threats       map[models.ThreatID]bool
	rules         map[models.RuleID]bool
	measures      map[models.MeasureID]bool
	requirements  map[models.RequirementID]bool
	sensitivities map[models.SensitivityID]bool
	findings      map[string]bool
}

func usageOf(p *analysis.Pass) *usage {
	u := &usage{
		kinds:         map[models.KindID]bool{},
		classes:       map[models.DeviceClassID]bool{},
		properties:    map[models.PropertyID]bool{},
		threats:       map[models.ThreatID]bool{},
		rules:         map[models.RuleID]bool{},
		measures:      map[models.MeasureID]bool{},
		requirements:  map[models.RequirementID]bool{},
		sensitivities: map[models.SensitivityID]bool{},
		findings:      map[string]bool{},
	}
	u.addComponents(p)
	u.addInformation(p)
	u.addMeasures(p)
	u.addResult(p)
	return u
}

// addComponents takes the kinds of the components with all above them, and what goes with these.
func (u *usage) addComponents(p *analysis.Pass) {
	for _, c := range p.Case.System.Components {
		if !u.kinds[c.Kind] {
			for _, k := range p.Case.Catalog.Line(c.Kind) {
				u.kinds[k] = true
			}
			for _, t := range p.Case.Catalog.ThreatsOf(c.Kind) {
				u.threats[t] = true
			}
			for _, property := range p.Case.Catalog.PropertiesOf(c.Kind) {
				u.properties[property] = true
			}
		}
		u.classes[c.DeviceClass] = true
		u.addProperties(c.Properties)
	}
	for _, s := range p.Case.System.Safeguards {
		if s.Fitted != nil {
			u.addClasses(s.Fitted.Classes)
		}
	}
	for i := range p.Case.System.Effects {
		u.addRuledOut(&p.Case.System.Effects[i].Causes)
	}
}

func (u *usage) addClasses(classes []models.DeviceClassID) {
	for _, c := range classes {
		u.classes[c] = true
	}
}

// addRuledOut takes the device classes that a tree of causes names.
func (u *usage) addRuledOut(c *models.Cause) {
	stack := []*models.Cause{c}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if top.RuledOut != nil {
			u.addClasses(top.RuledOut.Classes)
		}
		for _, list := range [][]models.Cause{top.Any, top.All} {
			for i := range list {
				stack = append(stack, &list[i])
			}
		}
	}
}

func (u *usage) addProperties(stated models.Properties) {
	for property := range stated { // into a set
		u.properties[property] = true
	}
}

// addInformation takes what goes with flows and data.
func (u *usage) addInformation(p *analysis.Pass) {
	for _, f := range p.Case.System.Flows {
		u.addProperties(f.Properties)
	}
	for _, d := range p.Case.System.Data {
		u.addProperties(d.Properties)
		u.sensitivities[d.Sensitivity] = true
	}
	for _, s := range p.Result.Policies.Important {
		u.sensitivities[s] = true
	}
}

// addMeasures takes the catalog's entries behind the measures of the case.
func (u *usage) addMeasures(p *analysis.Pass) {
	for _, m := range p.Case.System.Measures {
		u.measures[m.Uses] = true
		u.requirements[m.Requires] = true
		for _, t := range m.Threats {
			u.threats[t] = true
		}
		for _, property := range m.Provides {
			u.properties[property] = true
		}
		for _, r := range m.Blocks {
			u.rules[r] = true
		}
		for _, h := range m.Hardens {
			u.rules[h.Rule] = true
		}
	}
}

// addResult takes the rules behind the facts of the result, the unknown properties and the kinds of findings.
func (u *usage) addResult(p *analysis.Pass) {
	if p.HasGraph() { // otherwise no step is named
		u.addRules(p)
	}
	for _, m := range p.Result.Margins {
		for _, f := range slices.Concat(append(m.RestsOn, m.DoFirst)...) {
			if at := strings.LastIndexByte(f.Subject, '.'); f.State == models.StateWeak && at >= 0 {
				u.properties[models.PropertyID(f.Subject[at+1:])] = true
			}
		}
	}
	for _, d := range p.Result.Deciding {
		for _, ref := range d.Unknown {
			u.properties[ref.Property] = true
		}
	}
	for _, f := range p.Result.Findings {
		u.findings[f.Kind] = true
	}
	for i := range p.Result.Compliance {
		u.addScheme(&p.Result.Compliance[i].Scheme)
	}
}

func (u *usage) addRules(p *analysis.Pass) {
	for r := range graph.RuleID(p.Graph().NumRules()) {
		u.rules[p.Case.RuleOf(r)] = true
		for _, ref := range p.Case.AssumedBy(r) {
			u.properties[ref.Property] = true
		}
	}
}

// addScheme takes what meets the requirements of a scheme.
func (u *usage) addScheme(s *models.Scheme) {
	for _, r := range s.Requirements {
		for _, property := range r.Properties {
			u.properties[property] = true
		}
		for _, m := range slices.Concat(r.Measures, r.Partly) {
			u.measures[m] = true
		}
		for _, id := range r.Requirements {
			u.requirements[id] = true
		}
	}
}
