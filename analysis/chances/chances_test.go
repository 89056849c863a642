package chances_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// What is told as a single point is one, and nothing else on an attack is: without every rule that concludes it no
// attacker reaches the consequence. No single attack is likelier than the consequence.
func TestSinglePointsByRemoval(t *testing.T) {
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	points, others := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		system := analysistest.System(rt, knowledge, analysistest.Shape{Unknown: 6})
		result := analysistest.Analyse(t, system, suite.All())
		grounded, err := ground.New(system, knowledge)
		if err != nil {
			rt.Fatal(err)
		}
		for i := range result.Consequences {
			c := &result.Consequences[i]
			attacks := slices.DeleteFunc(slices.Clone(c.Attacks), func(a models.Attack) bool {
				return a.Reading != models.Assessed || !malicious(system, a.Profile)
			})
			for _, a := range attacks {
				if likelier(a.Chance, c.Chance) {
					rt.Fatalf("%s: an attack has chance %v, the consequence %v", c.Effect, *a.Chance.Value, c.Chance)
				}
				for _, step := range a.Steps {
					if step.Concludes == a.Goal || wiring(step) {
						continue
					}
					removed := !reached(grounded, attacks, a.Goal, step.Concludes)
					if told := slices.Contains(c.Single.Facts, step.Concludes); told != removed {
						rt.Fatalf("%s: %s is told as a single point: %t; removal says %t", c.Effect, step.Concludes, told, removed)
					}
					if removed {
						points++
					} else {
						others++
					}
				}
			}
		}
	})
	if points == 0 || others == 0 {
		t.Errorf("the generated systems are no test: %d single points, %d others", points, others)
	}
}

// wiring reports whether a step only says how the case is read.
func wiring(s models.Step) bool {
	switch s.Concludes.State {
	case "assumed", "weak", "present", "holds", "passed":
		return true
	}
	return false
}

func malicious(s *models.System, id models.ProfileID) bool {
	return slices.ContainsFunc(s.Attackers, func(p models.Profile) bool { return p.ID == id })
}

func likelier(a models.Figure, b *models.Figure) bool {
	const rounding = 1e-9
	upper := b.Value
	if upper == nil {
		upper = b.Upper
	}
	return a.Value != nil && *a.Value > *upper+rounding
}

// reached reports whether one of the attackers reaches the goal without a fact.
func reached(c *ground.Case, attacks []models.Attack, goal, without models.Fact) bool {
	target, _ := c.Fact(goal)
	fact, _ := c.Fact(without)
	return slices.ContainsFunc(attacks, func(a models.Attack) bool {
		sel := c.Select(ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{a.Profile}})
		sel.Disable(c.Graph.Concluding(fact)...)
		return graph.Reach(c.Graph, sel).Holds(target)
	})
}
