package catalog

import (
	"slices"
	"testing"

	"github.com/harmpath/harmpath/models"
)

// Every rule models a class of attacks, and every technique of attackers that a rule names is of a class which it models.
func TestRulesStandInAttackClasses(t *testing.T) {
	c := loaded(t)
	for i := range c.Rules {
		r := &c.Rules[i]
		classes := slices.DeleteFunc(slices.Clone(c.Attacks), func(a models.AttackClass) bool {
			return !slices.ContainsFunc(a.Answers, func(a models.CoverageAnswer) bool { return slices.Contains(a.Rules, r.ID) })
		})
		if len(classes) == 0 {
			t.Errorf("%s models no class of attacks", r.ID)
		}
		for _, ref := range r.References {
			if ref.Scheme != "ATT&CK-ICS" && ref.Scheme != "EMB3D" {
				continue
			}
			if !slices.ContainsFunc(c.Attacks, func(a models.AttackClass) bool {
				return slices.ContainsFunc(a.References, func(o models.Reference) bool { return o.Scheme == ref.Scheme && o.ID == ref.ID })
			}) {
				t.Errorf("%s names %s %s, which no class of attacks does", r.ID, ref.Scheme, ref.ID)
			}
		}
	}
}

// Of each kind of component and each class of attacks there is one answer at most, the nearest; something is modelled of each
// kind, and what is left open is told of.
func TestAnswersAreOfTheNearestKind(t *testing.T) {
	c := loaded(t)
	for i := range c.Kinds {
		kind := c.Kinds[i].ID
		found := map[models.Coverage]int{}
		for _, covered := range c.Covered([]models.KindID{kind}) {
			found[covered.Answer]++
		}
		if found[models.ModelledClass] == 0 || found[models.LeftOutClass] == 0 || found[""] > 0 {
			t.Errorf("%s: %v", kind, found)
		}
	}
	class := models.AttackClass{Answers: []models.CoverageAnswer{{Kinds: []models.KindID{"component"}}, {Kinds: []models.KindID{"gateway"}}}}
	for kind, want := range map[models.KindID]int{"component": 0, "router": 1, "gateway": 1, "sensor": 0, "unknown": -1} {
		if at := c.AnswerOf(&class, kind); at != want {
			t.Errorf("%s: answer %d, want %d", kind, at, want)
		}
	}
}
