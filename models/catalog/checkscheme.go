package catalog

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// scheme checks that a scheme says where its numbers come from and what meets each of its requirements.
func (k *checker) scheme(v *models.Scheme) {
	k.text("publisher", v.Publisher)
	k.text("confirmed", v.Confirmed)
	k.text("left_out", v.LeftOut)
	if v.Confirmed.Empty() {
		k.report("", models.Messagef("the scheme does not say what its numbers were confirmed by"), models.Messagef("add confirmed: {ja: …, en: …}"))
	}
	refs(k, "kinds", "kinds", v.Kinds)
	refs(k, "sites", "sites", v.Sites)
	if len(v.Requirements) == 0 {
		k.report("requirements", models.Messagef("the scheme has no requirement"), models.Messagef("add at least one"))
	}
	for i := range v.Requirements {
		k.schemeRequirement(fmt.Sprintf("requirements[%d]", i), v, i)
	}
}

// schemeRequirement checks that one requirement is told apart and that something can meet it.
func (k *checker) schemeRequirement(path string, s *models.Scheme, at int) {
	r := &s.Requirements[at]
	switch {
	case r.No == "":
		k.report(path+".no", models.Messagef("the requirement has no number"), models.Messagef("write its number in the scheme"))
	case slices.IndexFunc(s.Requirements, func(o models.SchemeRequirement) bool { return o.No == r.No }) < at:
		k.report(path+".no", models.Messagef("%s is named twice", r.No), models.Messagef("remove one"))
	}
	k.text(path+".title", r.Title)
	refs(k, path+".kinds", "kinds", r.Kinds)
	refs(k, path+".properties", "properties", r.Properties)
	refs(k, path+".measures", "measures", r.Measures)
	refs(k, path+".partly", "measures", r.Partly)
	refs(k, path+".requirements", "requirements", r.Requirements)
	for i, m := range r.Partly {
		if slices.Contains(r.Measures, m) {
			k.report(fmt.Sprintf("%s.partly[%d]", path, i), models.Messagef("%s is among the measures that meet it whole", m), models.Messagef("remove one"))
		}
	}
	for i, a := range r.If {
		if slices.Index(r.If, a) < i {
			k.report(fmt.Sprintf("%s.if[%d]", path, i), models.Messagef("%q is named twice", a), models.Messagef("remove one"))
		}
	}
	switch {
	case r.NotShown && (len(r.Properties) > 0 || r.Safe):
		k.report(path+".not_shown", models.Messagef("a model shows whether it is met"), models.Messagef("remove not_shown, or what meets it in the model"))
	case r.NotShown && r.Part:
		k.report(path+".part", models.Messagef("a model shows none of it"), models.Messagef("remove part, or not_shown"))
	case !r.NotShown && !r.Safe && len(r.Properties)+len(r.Measures)+len(r.Partly)+len(r.Requirements) == 0:
		k.report(path, models.Messagef("nothing meets the requirement"), models.Messagef("add properties or measures, safe: true, or not_shown: true"))
	}
}
