package review

import (
	"github.com/harmpath/harmpath/models"
)

// sameName finds components that people cannot tell apart: in one of the languages, or but for the width of letters,
// they have one name.
func sameName(r *report) {
	type key struct {
		lang models.Lang
		name string
	}
	first := map[key]*models.Component{}
	for i := range r.system.Components {
		c := &r.system.Components[i]
		var told *models.Component
		for _, lang := range models.Langs() {
			k := key{lang, folded(c.Name.In(lang))}
			switch other := first[k]; {
			case k.name == "":
			case other == nil:
				first[k] = c
			case told != other:
				told = other
				r.add(c.At, subject{string(c.ID), sharedName(c.Name, lang)}, subject{string(c.ID), models.Plain(string(c.ID))}, subject{string(other.ID), models.Plain(string(other.ID))})
			}
		}
	}
}

// sharedName is the name that is shared, in both languages: one that is shared in one of them only is told as written there.
func sharedName(name models.Text, lang models.Lang) models.Text { return models.Plain(name.In(lang)) }
