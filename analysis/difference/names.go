package difference

import (
	"strings"

	"github.com/harmpath/harmpath/models"
)

// elementName tells elements apart by sort and id.
type elementName struct {
	sort models.Sort
	id   string
}

// names lists what people call the elements that the changes speak of, the new side's first.
func (c *comparison) names() []models.Element {
	wanted := c.spokenOf()
	var out []models.Element
	for _, s := range []side{c.new, c.old} {
		list := s.System.Elements()
		for _, q := range s.Consequences {
			list = append(list, models.Element{Type: models.EffectSort, ID: string(q.Effect), Name: q.Name})
		}
		for _, e := range list {
			if key := (elementName{e.Type, e.ID}); wanted[key] && !e.Name.Empty() {
				out = append(out, e)
				delete(wanted, key)
			}
		}
	}
	return out
}

// spokenOf collects the elements that the changes name.
func (c *comparison) spokenOf() map[elementName]bool {
	out := map[elementName]bool{}
	speak := func(sort models.Sort, id string) { out[elementName{sort, id}] = true }
	reason := func(r models.Reason) {
		for _, e := range r.Elements {
			sort, id, _ := strings.Cut(e, ":")
			speak(models.Sort(sort), id)
		}
		if r.Fact != nil {
			id, _, _ := strings.Cut(r.Fact.Subject, ".")
			switch r.Type {
			case models.PropertySort:
				for _, sort := range models.Propertied() {
					speak(sort, r.Fact.Subject[:max(strings.LastIndexByte(r.Fact.Subject, '.'), 0)])
				}
			case models.CauseSort:
				speak(models.EffectSort, id)
			default:
				speak(models.Sort(r.Type), id)
			}
		}
	}
	for _, e := range c.out.Elements {
		speak(models.Sort(e.Type), e.ID)
	}
	for _, l := range c.out.Levels {
		for _, e := range l.Effects {
			speak(models.EffectSort, string(e))
		}
		reason(l.Reason)
	}
	for _, q := range c.out.Consequences {
		reason(q.Reason)
	}
	for _, m := range c.out.Margins {
		speak(models.ProfileSort, string(m.Profile))
		reason(m.Reason)
	}
	for _, a := range c.out.Attacks {
		speak(models.ProfileSort, string(a.Profile))
		reason(a.Reason)
	}
	for _, t := range c.out.Threats {
		reason(t.Reason)
	}
	for _, e := range c.out.Entries {
		speak(models.ProfileSort, string(e.Entry.Profile))
		speak(models.EffectSort, string(e.Entry.Effect))
		speak(models.Sort(e.Entry.Type), e.Entry.Subject)
		reason(e.Reason)
	}
	for _, f := range c.out.Findings {
		reason(f.Reason)
	}
	return out
}
