package suite_test

import (
	"bytes"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
)

// TestEveryEntryIsReached shows that the catalog holds nothing that no case needs: each kind, class, state, property,
// threat, rule, measure, requirement, sensitivity, finding, category, norm and risk of data is used, reached or raised by a case of the project, by one
// of its what-ifs, by the model that a new case begins with, or by the model that has every slip.
func TestEveryEntryIsReached(t *testing.T) {
	seen := coverage{}
	for _, c := range slices.Concat(modeltest.Cases(t, root), modeltest.SmallCases(t, root), modeltest.CorpusCases(t, root)) {
		seen.look(t, loaded(t, c.Name))
		wanted := expectationsOf(t, c)
		if wanted == nil {
			continue
		}
		for _, w := range wanted.WhatIfs {
			seen.look(t, after(t, c.Name, w))
		}
	}
	seen.look(t, starter(t))
	seen.look(t, analysistest.Load(t, os.DirFS(root+"/analysis/findings/testdata"), "slips.yaml"))
	seen.look(t, stove("attackers"))
	// By the program alone, which knows the typeface and the files, and where margins are not at hand.
	for _, finding := range []string{"character-not-shown", "flawed-entry", "effect-without-cause"} {
		seen["findings/"+finding] = true
	}
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entriesOf(known) {
		if !seen[entry] {
			t.Errorf("no case reaches %s", entry)
		}
	}
}

// starter is the model that a new case begins with.
func starter(t *testing.T) *models.System {
	t.Helper()
	text, err := os.ReadFile(root + "/cmd/harmpath/starter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.Replace(text, []byte("id: NAME\n"), []byte("id: name\n"), 1)
	return analysistest.Load(t, fstest.MapFS{"model.yaml": {Data: text}}, "model.yaml")
}

// entriesOf lists the entries that a case has to reach, each as section/id.
func entriesOf(c *models.Catalog) []string {
	var out []string
	add := func(section, id string) { out = append(out, section+"/"+id) }
	for _, e := range c.Kinds {
		add("kinds", string(e.ID))
	}
	for _, e := range c.DeviceClasses {
		add("classes", string(e.ID))
	}
	for _, e := range c.States {
		add("states", string(e.ID))
	}
	for _, e := range c.Properties {
		add("properties", string(e.ID))
	}
	for _, e := range c.Threats {
		add("threats", string(e.ID))
	}
	for _, e := range c.Rules {
		add("rules", string(e.ID))
	}
	for _, e := range c.Measures {
		add("measures", string(e.ID))
	}
	for _, e := range c.Requirements {
		add("requirements", string(e.ID))
	}
	for _, e := range c.Sensitivities {
		add("sensitivities", string(e.ID))
	}
	for _, e := range c.Findings {
		add("findings", string(e.ID))
	}
	for _, e := range c.Categories {
		add("categories", string(e.ID))
	}
	for _, e := range c.Norms {
		add("norms", string(e.ID))
	}
	for _, e := range c.DataRisks {
		add("data_risks", string(e.ID))
	}
	return out
}

// coverage is what cases reach, each entry as section/id.
type coverage map[string]bool

func (c coverage) add(section, id string) { c[section+"/"+id] = true }

// look analyses a case and adds what it reaches.
func (c coverage) look(t *testing.T, system *models.System) {
	t.Helper()
	looking := analysis.Analysis{Name: "coverage", Needs: []string{"paths", "threats", "findings", "margins"}, Run: func(p *analysis.Pass) error {
		c.addModel(p)
		c.addMeasures(p)
		c.addAttacks(p)
		for _, m := range p.Result.Margins {
			for _, f := range slices.Concat(append(m.RestsOn, m.DoFirst)...) {
				c.add("states", string(f.State))
			}
		}
		return nil
	}}
	c.addFindings(analysistest.Analyse(t, system, append(told(), looking)))
}

// addModel takes kinds with all above them, classes, stated properties and sensitivities.
func (c coverage) addModel(p *analysis.Pass) {
	s := p.Case.System
	stated := []models.Properties{}
	for _, e := range s.Components {
		for _, k := range p.Case.Catalog.Line(e.Kind) {
			c.add("kinds", string(k))
		}
		c.add("classes", string(e.DeviceClass))
		stated = append(stated, e.Properties)
	}
	for _, g := range s.Safeguards {
		if g.Fitted != nil {
			c.addClasses(g.Fitted.Classes)
		}
	}
	for i := range s.Effects {
		c.addCauses(&s.Effects[i].Causes)
	}
	for _, e := range s.Flows {
		stated = append(stated, e.Properties)
	}
	for _, f := range s.Fields {
		for _, n := range f.Norms {
			c.add("norms", string(n))
		}
	}
	for _, e := range s.Data {
		c.add("sensitivities", string(e.Sensitivity))
		if e.Attributes != nil {
			for _, category := range e.Attributes.Categories {
				c.add("categories", string(category))
			}
		}
		stated = append(stated, e.Properties)
	}
	for _, properties := range stated {
		for id := range properties { // into a set
			c.add("properties", string(id))
		}
	}
}

func (c coverage) addClasses(classes []models.DeviceClassID) {
	for _, id := range classes {
		c.add("classes", string(id))
	}
}

// addCauses takes the device classes in which a tree of causes is ruled out.
func (c coverage) addCauses(tree *models.Cause) {
	stack := []*models.Cause{tree}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if top.RuledOut != nil {
			c.addClasses(top.RuledOut.Classes)
		}
		for _, causes := range [][]models.Cause{top.Any, top.All} {
			for i := range causes {
				stack = append(stack, &causes[i])
			}
		}
	}
}

// addMeasures takes the catalog's measures that the case considers, and the requirements that its measures meet.
func (c coverage) addMeasures(p *analysis.Pass) {
	for _, m := range p.Case.System.Measures {
		c.add("measures", string(m.Uses))
		c.add("requirements", string(m.Requires))
	}
}

// addAttacks takes the rules that some profile can fire, the states reached, and the threats that can come about.
func (c coverage) addAttacks(p *analysis.Pass) {
	for _, reading := range []models.ReadingID{models.Inherent, models.Residual} {
		for _, s := range p.Alone(reading) {
			for r := range graph.RuleID(p.Graph().NumRules()) {
				if s.Selection.Enabled(r) && !slices.ContainsFunc(p.Graph().If(r), func(f graph.FactID) bool { return !s.Fixpoint.Holds(f) }) {
					c.add("rules", string(p.Case.RuleOf(r)))
					for _, ref := range p.Case.AssumedBy(r) {
						c.add("properties", string(ref.Property))
					}
				}
			}
			for _, f := range s.Fixpoint.Order() {
				c.add("states", string(p.Case.FactOf(f).State))
			}
		}
	}
	for i := range p.Result.Threats {
		if row := &p.Result.Threats[i]; row.Reachable.Inherent.Reachable {
			c.add("threats", string(row.Threat))
		}
	}
}

func (c coverage) addFindings(r *models.Result) {
	for _, f := range r.Findings {
		c.add("findings", f.Kind)
	}
	for _, d := range r.DataRisks {
		c.add("data_risks", string(d.Risk))
	}
}
