package supplychain

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// chains knows who contains, makes and operates what.
type chains struct {
	system    *models.System
	view      *topology.View
	makers    []*models.Stakeholder   // by component
	operators [][]*models.Stakeholder // by component
}

func newChains(view *topology.View) *chains {
	system := view.System
	n := len(system.Components)
	c := &chains{
		system: system, view: view,
		makers: make([]*models.Stakeholder, n), operators: make([][]*models.Stakeholder, n),
	}
	for _, duty := range []models.Duty{models.Makes, models.Supplies} {
		c.each(duty, func(component int, s *models.Stakeholder) {
			if c.makers[component] == nil {
				c.makers[component] = s
			}
		})
	}
	c.each(models.Operates, func(component int, s *models.Stakeholder) { c.operators[component] = append(c.operators[component], s) })
	owners := make([][]*models.Stakeholder, n)
	c.each(models.Owns, func(component int, s *models.Stakeholder) { owners[component] = append(owners[component], s) })
	for i := range c.operators {
		if c.operators[i] == nil {
			c.operators[i] = owners[i]
		}
	}
	return c
}

// each visits the components with which stakeholders have a duty.
func (c *chains) each(duty models.Duty, visit func(component int, s *models.Stakeholder)) {
	for i := range c.system.Stakeholders {
		s := &c.system.Stakeholders[i]
		for _, id := range s.Of(duty) {
			component, _ := c.view.Place(id)
			visit(component, s)
		}
	}
}

// wholes lists what a component is directly built into.
func (c *chains) wholes(part int) []int {
	var out []int
	for _, id := range c.view.Wholes(c.system.Components[part].ID) {
		whole, _ := c.view.Place(id)
		out = append(out, whole)
	}
	return out
}

// above lists a part and whatever contains it, each after all of that which it contains.
func (c *chains) above(part int) []int {
	inside := map[int]int{part: 0} // how many of its parts are affected
	queue := []int{part}
	for next := 0; next < len(queue); next++ {
		for _, whole := range c.wholes(queue[next]) {
			if _, known := inside[whole]; !known {
				queue = append(queue, whole)
			}
			inside[whole]++
		}
	}
	order := []int{part}
	for next := 0; next < len(order); next++ {
		for _, whole := range c.wholes(order[next]) {
			if inside[whole]--; inside[whole] == 0 {
				order = append(order, whole)
			}
		}
	}
	return order
}

// below keeps, of a part's chain in the order of containment, what lies in a product.
func (c *chains) below(product int, chain []int) []int {
	inside := map[int]bool{product: true}
	var out []int
	for _, i := range slices.Backward(chain) {
		if inside[i] || slices.ContainsFunc(c.wholes(i), func(whole int) bool { return inside[whole] }) {
			inside[i] = true
			out = append(out, i)
		}
	}
	slices.Reverse(out)
	return out
}

// knowledge says who has an SBOM that lists the part.
type knowledge struct {
	makes    map[int]bool // by component: its maker
	operates bool         // who operates the product
}

// stated is the knowledge that the model states: a maker knows of the part where the case has an SBOM of its component,
// or where something inside comes with one from a maker who knows; who operates the product, where its maker knows and
// hands it on.
func (c *chains) stated(members []int) knowledge {
	out := knowledge{makes: map[int]bool{}}
	hands := func(i int) bool {
		s := c.makers[i]
		return s != nil && s.Response != nil && s.Response.HandsOnSBOM
	}
	for k, i := range members {
		out.makes[i] = k == 0 || len(c.system.Components[i].Packages) > 0
		for _, part := range members[:k] {
			if slices.Contains(c.wholes(part), i) && out.makes[part] && hands(part) {
				out.makes[i] = true
			}
		}
	}
	product := members[len(members)-1]
	out.operates = out.makes[product] && hands(product)
	return out
}

// everywhere is the knowledge where everybody hands an SBOM on; nowhere, where nobody does.
func everywhere(members []int) knowledge {
	out := knowledge{makes: map[int]bool{}, operates: true}
	for _, i := range members {
		out.makes[i] = true
	}
	return out
}

func nowhere(members []int) knowledge { return knowledge{makes: map[int]bool{members[0]: true}} }
