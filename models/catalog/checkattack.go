package catalog

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// attackClass checks that a class of attacks has answers, each about kinds that no other is about, and one of the three.
func (k *checker) attackClass(v *models.AttackClass) {
	if len(v.Answers) == 0 {
		k.report("", models.Messagef("the class has no answer"), models.Messagef("add answers: of which kinds, and rules, left_out or not_yet"))
	}
	var about []models.KindID
	for i := range v.Answers {
		a, path := &v.Answers[i], fmt.Sprintf("answers[%d]", i)
		refs(k, path+".kinds", "kinds", a.Kinds)
		refs(k, path+".rules", "rules", a.Rules)
		k.text(path+".left_out", a.LeftOut)
		k.text(path+".not_yet", a.NotYet)
		if len(a.Kinds) == 0 {
			k.report(path, models.Messagef("the answer is about no kind"), models.Messagef("add kinds: [component], or others"))
		}
		if a.Coverage() == "" {
			k.report(path, models.Messagef("the answer is not one of three"), models.Messagef("write one of rules, left_out and not_yet"))
		}
		for j, kind := range a.Kinds {
			if slices.Contains(about, kind) {
				k.report(fmt.Sprintf("%s.kinds[%d]", path, j), models.Messagef("%q has an answer already", kind), models.Messagef("remove one"))
			}
		}
		about = append(about, a.Kinds...)
	}
}
