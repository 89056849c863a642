package check

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// purposes are those of all fields: events name them without their field.
func purposes(s *models.System) []models.Purpose {
	var out []models.Purpose
	for i := range s.Fields {
		out = append(out, s.Fields[i].Purposes...)
	}
	return out
}

// fields checks the fields, and that each purpose is told once.
func (c *checker) fields() {
	first := map[models.PurposeID]bool{}
	for i := range c.system.Fields {
		f := &c.system.Fields[i]
		e := element{at: f.At, list: "fields", index: i}
		refs(c, e, "norms", f.Norms, c.known.norms, nil)
		for j, p := range f.Purposes {
			below := e.in(fmt.Sprintf("purposes[%d]", j))
			c.id(below, string(p.ID))
			if first[p.ID] && p.ID != "" {
				c.report(below, "id", models.Messagef("another purpose has the id %s", quote(string(p.ID))), models.Messagef("give one of them another id"))
			}
			first[p.ID] = true
		}
	}
}

// lifecycle checks what data are at their stage of life. Categories and the class of the data must not contradict each other.
func (c *checker) lifecycle(e element, d *models.Data) {
	refs(c, e, "lies_in", d.Fields, c.known.of(models.FieldSort), nil)
	a := d.Attributes
	if a == nil {
		return
	}
	e = e.in("attributes")
	refs(c, e, "categories", a.Categories, c.known.categories, func(i int) { c.categoryOf(e, d, i) })
	refs(c, e, "disclosure", a.Disclosure, c.known.of(models.StakeholderSort), nil)
	refs(c, e, "right_holders", a.RightHolders, c.known.of(models.StakeholderSort), nil)
	refs(c, e, "keys", a.Keys, c.known.of(models.DataSort), func(i int) {
		if a.Keys[i] == d.ID {
			c.report(e, fmt.Sprintf("keys[%d]", i), models.Messagef("the data are a key of themselves"), models.Messagef("name an identifier that they hold"))
		}
	})
}

// categoryOf reports a category that the class of the data contradicts.
func (c *checker) categoryOf(e element, d *models.Data, i int) {
	category, class := c.catalog.Category(d.Attributes.Categories[i]), c.catalog.Sensitivity(d.Sensitivity)
	if category == nil || class == nil || !category.Personal || class.Personal {
		return
	}
	c.report(e, fmt.Sprintf("categories[%d]", i), models.Messagef("%s are personal information, and the sensitivity %s is not", category.ID, class.ID),
		models.Messagef("give the data a sensitivity of personal information, such as general_personal, or another category"))
}

// events checks that each event works on data or makes some, and what it is done for.
func (c *checker) events() {
	for i := range c.system.Events {
		v := &c.system.Events[i]
		e := element{at: v.At, list: "events", index: i}
		ref(c, e, "by", v.By, c.known.of(models.StakeholderSort))
		refs(c, e, "from", v.From, c.known.of(models.DataSort), nil)
		refs(c, e, "to", v.To, c.known.of(models.DataSort), func(j int) {
			if slices.Contains(v.From, v.To[j]) {
				c.report(e, fmt.Sprintf("to[%d]", j), models.Messagef("%s comes of itself", v.To[j]), models.Messagef("name another data item for its next stage"))
			}
		})
		if len(v.From)+len(v.To) == 0 {
			c.report(e, "", models.Messagef("the event has no data"), models.Messagef("add from, the data that it works on, or to, those that come of it"))
		}
		refs(c, e, "announces", v.Announces, c.known.purposes, nil)
		refs(c, e, "purposes", v.Purposes, c.known.purposes, nil)
		if len(v.Announces) > 0 && v.Nature != models.GenerateEvent && v.Nature != "" {
			c.report(e, "announces", models.Messagef("purposes are presented where data begin, not where a %s happens", v.Nature), models.Messagef("write it at the event of nature generate"))
		}
	}
}
