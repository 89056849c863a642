package catalog

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// measure checks that what a measure counters, provides, blocks and hardens exists and does not contradict itself.
func (k *checker) measure(v *models.CatalogMeasure) {
	k.text("measure", v.Text)
	k.ref("viewpoint", "viewpoints", string(v.Viewpoint))
	k.ref("requires", "requirements", string(v.Requires))
	refs(k, "threats", "threats", v.Threats)
	refs(k, "kinds", "kinds", v.Kinds)
	refs(k, "provides", "properties", v.Provides)
	refs(k, "blocks", "rules", v.Blocks)
	k.hardenings(v)
	switch {
	case v.AllThreats && len(v.Threats) > 0:
		k.report("threats", models.Messagef("the measure is against all threats and against some"), models.Messagef("write either all_threats: true or threats"))
	case !v.AllThreats && len(v.Threats) == 0:
		k.report("", models.Messagef("the measure counters no threat"), models.Messagef("add threats, or all_threats: true"))
	}
	k.atLeastZero("cost", v.Cost)
	k.atLeastZero("burden", v.Burden)
	if v.Overcome != nil {
		k.atLeastZero("overcome.effort", &v.Overcome.Effort)
		k.chance("overcome.probability", v.Overcome.Probability)
	}
}

// hardenings checks the rules that a measure makes harder.
func (k *checker) hardenings(v *models.CatalogMeasure) {
	for i, h := range v.Hardens {
		path := fmt.Sprintf("hardens[%d]", i)
		k.ref(path+".rule", "rules", string(h.Rule))
		k.atLeastZero(path+".effort", &h.Effort)
		k.chance(path+".probability", h.Probability)
		if h.Effort == 0 && h.Probability == nil {
			k.report(path, models.Messagef("%s is made no harder", h.Rule), models.Messagef("add effort or probability"))
		}
		if slices.Contains(v.Blocks, h.Rule) {
			k.report(path+".rule", models.Messagef("%s is blocked by the same measure", h.Rule), models.Messagef("remove one"))
		}
		if slices.IndexFunc(v.Hardens, func(o models.RuleHardening) bool { return o.Rule == h.Rule }) < i {
			k.report(path+".rule", models.Messagef("%s is named twice", h.Rule), models.Messagef("remove one"))
		}
	}
}
