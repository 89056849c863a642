package check

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// MaxPassages is how many passages between networks the components of a case may make that join some: each is a tuple that
// rules are asked about. One on a row of networks makes the square of their number.
const MaxPassages = 100_000

// passages checks what components that join networks pass between them, and how many such passages there are.
func (c *checker) passages() {
	ways := c.view.Ways(c.catalog)
	for i := range c.system.Components {
		x := &c.system.Components[i]
		e := element{at: x.At, list: "components", index: i}
		if x.Passes != nil {
			c.passes(e, x, ways)
		}
		if len(x.Separate) > 0 {
			c.separate(e, x)
		}
	}
	if n := ways.CountPassages(); n > MaxPassages {
		c.report(element{at: c.system.At}, "components", models.Messagef("components that join networks make %d passages between them, more than %d", n, MaxPassages), models.Messagef("attach each to fewer networks"))
	}
}

// passes checks what one component passes: only between networks that it is attached to, by what it states or by the ways
// of flows.
func (c *checker) passes(e element, x *models.Component, ways *topology.Ways) {
	if c.catalog.Kind(x.Kind) == nil {
		return // told already
	}
	if !ways.Joins(x) {
		c.report(e, "passes", models.Messagef("%s is of the kind %s, which passes nothing on between networks", x.ID, x.Kind), models.Messagef("write passes at the component that joins the networks, or name a kind that forwards, such as %s", models.GatewayKind))
		return
	}
	units := ways.Units()
	for i, p := range x.Passes {
		at := e.in(fmt.Sprintf("passes[%d]", i))
		c.passed(at, "from", p.From, x, ways)
		c.passed(at, "to", p.To, x, ways)
		if p.From == p.To && p.To != "" && !units.Several(models.ComponentSort, string(p.To)) {
			c.report(at, "to", models.Messagef("traffic comes from %s and stays there", p.To), models.Messagef("name another network"))
		}
	}
	for _, i := range repetitions(x.Passes) {
		c.report(e, fmt.Sprintf("passes[%d]", i), models.Messagef("%s → %s is named twice", x.Passes[i].From, x.Passes[i].To), models.Messagef("remove one"))
	}
}

// passed checks one network of a passage.
func (c *checker) passed(e element, field string, id models.ComponentID, x *models.Component, ways *topology.Ways) {
	if !ref(c, e, field, id, c.known.of(models.ComponentSort)) {
		return
	}
	switch {
	case !c.isNetwork(id):
		c.report(e, field, models.Messagef("%s is no network", id), models.Messagef("name a network that %s is attached to", x.ID))
	case !ways.IsOn(x.ID, id):
		c.report(e, field, models.Messagef("%s is not attached to %s", x.ID, id), models.Messagef("add it to networks: of %s, or name one of %s", x.ID, models.List(words(ways.Attached(x.ID)))))
	}
}

func words[T ~string](ids []T) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// separate checks what a network is separate from: other networks.
func (c *checker) separate(e element, x *models.Component) {
	if !c.isNetwork(x.ID) {
		c.report(e, "separate", models.Messagef("%s is no network", x.ID), models.Messagef("write separate at one of the two networks"))
		return
	}
	refs(c, e, "separate", x.Separate, c.known.of(models.ComponentSort), func(i int) {
		at := fmt.Sprintf("separate[%d]", i)
		switch other := x.Separate[i]; {
		case other == x.ID:
			c.report(e, at, models.Messagef("%s is separate from itself", other), models.Messagef("name another network"))
		case !c.isNetwork(other):
			c.report(e, at, models.Messagef("%s is no network", other), models.Messagef("name another network"))
		}
	})
}
