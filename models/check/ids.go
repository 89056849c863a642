package check

import (
	"github.com/harmpath/harmpath/models"
)

// ids checks that the ids of the elements are well-formed, and that no two elements of a sort share one.
func (c *checker) ids() {
	for _, sort := range models.Sorts() {
		known, n := c.known.of(sort.Sort), 0
		for _, list := range sort.Lists {
			for i := range list.Len(c.system) {
				x := list.At(c.system, i)
				e := element{at: x.Origin.At, list: list.Key, index: i}
				c.id(e, x.ID)
				if first := known.index[x.ID]; first < n && x.ID != "" {
					c.twice(e, known.noun, x.ID, sort.Item(c.system, first).Origin.At)
				}
				n++
			}
		}
	}
}

// twice reports an id that another element has, too.
func (c *checker) twice(e element, noun models.Message, id string, first models.Place) {
	remedy := models.Messagef("give one of them another id")
	if first.Line > 0 {
		remedy = models.Messagef("give one of them another id; the first is at %s", first)
	}
	c.report(e, "id", models.Messagef("another %s has the id %s", noun, quote(id)), remedy)
}
