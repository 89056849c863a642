package catalog

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// rule checks that a rule can be grounded: its tests and facts are about roles of its relation, and of the sort of
// thing that stands there.
func (k *checker) rule(v *models.Rule) {
	k.text("explains", v.Explains)
	k.chance("probability", v.Probability)
	k.effort(v)
	relation, known := models.RelationByID(v.Over)
	if !known {
		k.report("over", models.Messagef("there is no relation %q", v.Over), models.Meant(string(v.Over), relationIDs()))
		return
	}
	for i, t := range v.Where {
		k.test(fmt.Sprintf("where[%d]", i), relation, t)
	}
	if len(v.If) == 0 {
		k.report("if", models.Messagef("a rule without premises would make its conclusion true by itself"), models.Messagef("name the facts that it takes"))
	}
	for i, p := range v.If {
		path := fmt.Sprintf("if[%d]", i)
		k.premise(path, relation, p)
		if p.In != "" {
			k.report(path, models.Messagef("a premise is about one unit, or about all where the conclusion is"), models.Messagef("write it without @%s", p.In))
		}
		if slices.Index(v.If, p) < i {
			k.report(path, models.Messagef("%s is named twice", p), models.Messagef("remove one"))
		}
		if p == v.Then {
			k.report(path, models.Messagef("%s is what the rule concludes", p), models.Messagef("remove it"))
		}
	}
	if slices.Contains(specialWords(), v.Then.State) {
		k.report("then", models.Messagef("%s stands for several premises and cannot be concluded", v.Then.State), models.Meant(string(v.Then.State), k.ids["states"]))
	} else {
		k.premise("then", relation, v.Then)
	}
	if v.Then.In == models.OneUnit {
		k.report("then", models.Messagef("a conclusion is about one unit where nothing is written"), models.Messagef("write it without @%s", v.Then.In))
	}
	for i, role := range v.Narrows {
		k.role(fmt.Sprintf("narrows[%d]", i), relation, role)
	}
	k.marks(relation, v.Explains)
}

// effort checks that what a step costs is an amount and has a basis, and that only attackers pay.
func (k *checker) effort(v *models.Rule) {
	if v.Effort == nil {
		return
	}
	k.atLeastZero("effort.days", &v.Effort.Days)
	k.text("effort.basis", v.Effort.Basis)
	if v.Class == models.ConsequenceRule {
		k.report("effort", models.Messagef("a consequence costs nobody effort"), models.Messagef("remove it, or write class: attack"))
	}
}

// specialWords are the words that stand for several premises.
func specialWords() []models.StateID {
	return []models.StateID{models.AllConditions, models.AllCauses, models.AllSafeguards}
}

// ofWord is what a word that stands for several premises is asked of.
func ofWord(word models.StateID) models.Sort {
	if word == models.AllConditions {
		return models.FlowSort
	}
	return models.EffectSort
}

// premise checks a fact that a rule takes or concludes.
func (k *checker) premise(path string, relation models.Relation, p models.Premise) {
	of, known := k.role(path, relation, p.Role)
	if slices.Contains(specialWords(), p.State) {
		if known && of != ofWord(p.State) {
			k.report(path, models.Messagef("%s is asked of %s, and %s is %s", p.State, one(ofWord(p.State)), p.Role, one(of)), models.Messagef("name a role of that sort"))
		}
		return
	}
	if !slices.Contains(k.ids["states"], string(p.State)) {
		if !k.broken["states"][string(p.State)] {
			words := append(slices.Clone(k.ids["states"]), string(models.AllConditions), string(models.AllCauses), string(models.AllSafeguards))
			k.report(path, models.Messagef("there is no state %q", p.State), models.Meant(string(p.State), words))
		}
		return
	}
	if s := k.c.State(p.State); known && s.Of != of {
		k.report(path, models.Messagef("%s is a state of %s, and %s is %s", p.State, one(s.Of), p.Role, one(of)), models.Messagef("name a state or a role of the right sort"))
	}
}

// role finds what stands in a role of a relation.
func (k *checker) role(path string, relation models.Relation, name string) (models.Sort, bool) {
	i, known := relation.Role(name)
	if !known {
		k.report(path, models.Messagef("the relation %s has no role %q", relation.ID, name), models.Meant(name, roleNames(relation)))
		return "", false
	}
	return relation.Roles[i].Of, true
}

// test checks a test on what the model states.
func (k *checker) test(path string, relation models.Relation, t models.Test) {
	of, known := k.role(path, relation, t.Role)
	attributes := models.TestAttributes()
	wanted, isAttribute := attributes[t.Of]
	property := k.c.Property(models.PropertyID(t.Of))
	switch {
	case isAttribute && t.Property():
		k.report(path, models.Messagef("%s is compared with words", t.Of), models.Messagef("write %s(%s) is …", t.Of, t.Role))
		return
	case isAttribute:
		k.values(path, t)
	case property != nil && !t.Property():
		k.report(path, models.Messagef("%s is a property: it is true or not", t.Of), models.Messagef("write %s(%s) or not %s(%s)", t.Of, t.Role, t.Of, t.Role))
		return
	case property != nil:
		wanted = property.Of
	case k.broken["properties"][t.Of]:
		return
	case slices.Contains(k.ids["states"], t.Of):
		k.report(path, models.Messagef("%s is a state: facts are premises, and tests ask only what the model states", t.Of), models.Messagef("write it under if, without not"))
		return
	default:
		words := append(slices.Sorted(maps.Keys(attributes)), k.ids["properties"]...)
		k.report(path, models.Messagef("there is no attribute and no property %q", t.Of), models.Meant(t.Of, words))
		return
	}
	if known && of != wanted {
		k.report(path, models.Messagef("%s is asked of %s, and %s is %s", t.Of, one(wanted), t.Role, one(of)), models.Messagef("name a role of that sort"))
	}
}

// values checks the words that an attribute is compared with.
func (k *checker) values(path string, t models.Test) {
	var words []string
	section := ""
	switch t.Of {
	case "kind":
		section = "kinds"
	case "sensitivity":
		section = "sensitivities"
	case "nature":
		words = models.Nature("").Values()
	case "independence":
		words = models.Independence("").Values()
	case "on_loss":
		words = models.OnLoss("").Values()
	case "duty":
		for _, d := range models.Duties() {
			words = append(words, string(d))
		}
	case "users":
		words = models.Users("").Values()
	case "precaution", "decides", "settings", "carries":
		words = []string{"true", "false"}
	}
	if section != "" {
		words = k.ids[section]
	}
	for _, v := range t.Values {
		if !slices.Contains(words, v) && !k.broken[section][v] {
			k.report(path, models.Messagef("%q is no %s", v, t.Of), models.Meant(v, words))
		}
	}
}

// marks checks that the sentence of a rule names roles of its relation only.
func (k *checker) marks(relation models.Relation, t models.Text) {
	for _, lang := range models.Langs() {
		for _, mark := range subjectMark.FindAllString(t.In(lang), -1) {
			name := strings.Trim(mark, "{}")
			if _, known := relation.Role(name); !known || mark != "{"+name+"}" {
				k.report("explains."+string(lang), models.Messagef("%q names no role of the relation %s", mark, relation.ID), models.Messagef("write one of %s", marks(roleNames(relation))))
			}
		}
	}
}

func relationIDs() []string {
	var out []string
	for _, r := range models.Relations() {
		out = append(out, string(r.ID))
	}
	return out
}

func roleNames(relation models.Relation) []string {
	var out []string
	for _, r := range relation.Roles {
		out = append(out, r.Name)
	}
	return out
}

// marks writes names as texts mark them.
func marks(names []string) models.List {
	out := make(models.List, len(names))
	for i, name := range names {
		out[i] = "{" + name + "}"
	}
	return out
}
