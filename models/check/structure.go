package check

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// stakeholders checks the parties, their duties and their relations.
func (c *checker) stakeholders() {
	for i := range c.system.Stakeholders {
		s := &c.system.Stakeholders[i]
		e := element{at: s.At, list: "stakeholders", index: i}
		for _, d := range models.Duties() {
			refs(c, e, string(d), s.Of(d), c.known.of(models.ComponentSort), nil)
		}
		for j := range s.Relations {
			r := &s.Relations[j]
			below := e.in(fmt.Sprintf("relations[%d]", j))
			below.at = r.At
			if ref(c, below, "to", r.To, c.known.of(models.StakeholderSort)) && r.To == s.ID {
				c.report(below, "to", models.Messagef("the relation is to the stakeholder itself"), models.Messagef("name another stakeholder"))
			}
		}
		c.amount(e, "budget", s.Budget)
		c.amount(e, "capacity", s.Capacity)
	}
}

// zones checks that zones lie within each other without a cycle.
func (c *checker) zones() {
	for i := range c.system.Zones {
		z := &c.system.Zones[i]
		e := element{at: z.At, list: "trust_zones", index: i}
		ref(c, e, "parent", z.Parent, c.known.of(models.ZoneSort))
		c.count(e, "installations", z.Installations, 0)
	}
	for _, cycle := range c.view.ZoneCycles(maxCycles) {
		at := c.known.of(models.ZoneSort).index[string(cycle[0])]
		c.report(element{at: c.system.Zones[at].At, list: "trust_zones", index: at}, "parent", models.Messagef("the zone lies within itself: %s", wayRound(cycle)), models.Messagef("give one of them another parent"))
	}
}

// components checks the components one by one, and that none is a part of itself.
func (c *checker) components() {
	for i := range c.system.Components {
		c.component(element{at: c.system.Components[i].At, list: "components", index: i}, &c.system.Components[i])
	}
	for _, cycle := range c.view.PartCycles(maxCycles) {
		at, _ := c.view.Place(cycle[0])
		x := &c.system.Components[at]
		field := fmt.Sprintf("parts[%d]", slices.Index(x.Parts, cycle[1]))
		c.report(element{at: x.At, list: "components", index: at}, field, models.Messagef("the component is a part of itself: %s", wayRound(cycle)), models.Messagef("remove one of these parts"))
	}
	c.builtIn()
}

func (c *checker) component(e element, x *models.Component) {
	if ref(c, e, "kind", x.Kind, c.known.kinds) && c.catalog.Kind(x.Kind).Abstract {
		c.report(e, "kind", models.Messagef("%s is too general a kind for a component", x.Kind), models.Meant("", c.concrete(x.Kind)))
	}
	ref(c, e, "zone", x.Zone, c.known.of(models.ZoneSort))
	c.count(e, "layer", x.Layer, 3)
	c.deviceClass(e, "device_class", x.DeviceClass, x)
	refs(c, e, "networks", x.On, c.known.of(models.ComponentSort), func(i int) {
		if on := x.On[i]; !c.isNetwork(on) {
			c.report(e, fmt.Sprintf("networks[%d]", i), models.Messagef("%s is no network", on), models.Messagef("name a component of a kind of network, or write a dataflow"))
		}
	})
	refs(c, e, "parts", x.Parts, c.known.of(models.ComponentSort), nil)
	refs(c, e, "stores", x.Stores, c.known.of(models.DataSort), nil)
	refs(c, e, "addresses", x.Addresses, c.known.of(models.DataSort), nil)
	c.decidesOn(e, x)
	c.count(e, "installations", x.Installations, 0)
	c.properties(e, x.Properties, models.ComponentSort)
	c.identity(e, &x.Identity)
	c.packages(e, x)
	c.vulnerabilities(e, x.Vulnerabilities)
	c.flaws(e, x)
}

// decidesOn checks that what a component acts on are flows into it.
func (c *checker) decidesOn(e element, x *models.Component) {
	flows := c.known.of(models.FlowSort)
	refsOr(c, e, "decides_on", models.NoFlow, x.DecidesOn, flows, func(i int) {
		if f := &c.system.Flows[flows.index[string(x.DecidesOn[i])]]; f.To != x.ID {
			c.report(e, fmt.Sprintf("decides_on[%d]", i), models.Messagef("the flow %s does not lead to %s", f.ID, x.ID), models.Messagef("name a flow to it"))
		}
	})
}

// concrete lists the kinds below an abstract one that components can be of.
func (c *checker) concrete(abstract models.KindID) []string {
	var out []string
	for i := range c.catalog.Kinds {
		if k := &c.catalog.Kinds[i]; !k.Abstract && c.catalog.IsA(k.ID, abstract) {
			out = append(out, string(k.ID))
		}
	}
	return out
}

// isNetwork tells whether a component is one that others are attached to, as far as its kind is known.
func (c *checker) isNetwork(id models.ComponentID) bool {
	kind := c.system.Components[c.known.of(models.ComponentSort).index[string(id)]].Kind
	return c.catalog.IsA(kind, models.NetworkKind) || c.catalog.Kind(kind) == nil || c.catalog.Kind(models.NetworkKind) == nil
}

// deviceClass checks that a device class is one of a component's kind.
func (c *checker) deviceClass(e element, field string, id models.DeviceClassID, x *models.Component) {
	if !ref(c, e, field, id, c.known.classes) || c.catalog.Kind(x.Kind) == nil {
		return
	}
	if class := c.catalog.DeviceClass(id); !c.catalog.IsA(x.Kind, class.Kind) {
		c.report(e, field, models.Messagef("%s is a device class of %s, and %s is of the kind %s", id, class.Kind, x.ID, x.Kind), c.classesOf(x.Kind))
	}
}

// classesOf says which device classes a kind has.
func (c *checker) classesOf(kind models.KindID) models.Message {
	var out []string
	for i := range c.catalog.DeviceClasses {
		if class := &c.catalog.DeviceClasses[i]; c.catalog.IsA(kind, class.Kind) {
			out = append(out, string(class.ID))
		}
	}
	if len(out) == 0 {
		return models.Messagef("remove it: that kind has no device classes")
	}
	return models.Meant("", out)
}

// properties checks that protective properties are in the catalog and can be asked of the element.
func (c *checker) properties(e element, properties models.Properties, of models.Sort) {
	names := make([]models.PropertyID, 0, len(properties))
	for name := range properties {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		c.property(e.in("properties"), string(name), name, of)
	}
}

// property checks one protective property of an element of the given sort.
func (c *checker) property(e element, field string, name models.PropertyID, of models.Sort) {
	if !c.known.properties.has(string(name)) {
		c.report(e, field, models.Messagef("there is no property %s", quote(string(name))), models.Meant(string(name), c.propertiesOf(of)))
		return
	}
	if p := c.catalog.Property(name); p.Of != of {
		c.report(e, field, models.Messagef("%s is a property of %s, not of %s", name, p.Of.Entry().Many, of.Entry().Many), models.Meant("", c.propertiesOf(of)))
	}
}

// propertiesOf lists the properties of one sort of elements.
func (c *checker) propertiesOf(of models.Sort) []string {
	var out []string
	for i := range c.catalog.Properties {
		if p := &c.catalog.Properties[i]; p.Of == of {
			out = append(out, string(p.ID))
		}
	}
	return out
}

// flows checks that each flow goes from one component to another, on a way that holds together.
func (c *checker) flows() {
	for i := range c.system.Flows {
		f := &c.system.Flows[i]
		e := element{at: f.At, list: "dataflows", index: i}
		c.flowEnd(e, "from", f.From)
		c.flowEnd(e, "to", f.To)
		if f.From == f.To && f.To != "" {
			c.report(e, "to", models.Messagef("the flow ends where it begins, at %s", f.To), models.Messagef("name the component that receives it"))
		}
		refs(c, e, "via", f.Via, c.known.of(models.ComponentSort), func(j int) {
			if f.Via[j] == f.From || f.Via[j] == f.To {
				c.report(e, fmt.Sprintf("via[%d]", j), models.Messagef("%s is an end of the flow", f.Via[j]), models.Messagef("name only what forwards it"))
			}
		})
		ends := c.known.of(models.ComponentSort).has(string(f.From)) && c.known.of(models.ComponentSort).has(string(f.To))
		if ref(c, e, "opened_by", f.OpenedBy, c.known.of(models.ComponentSort)) && ends && f.OpenedBy != f.From && f.OpenedBy != f.To {
			c.report(e, "opened_by", models.Messagef("%s is no end of the flow", f.OpenedBy), models.Messagef("write %s or %s", f.From, f.To))
		}
		c.count(e, "seq", f.Seq, 0)
		refs(c, e, "carries", f.Carries, c.known.of(models.DataSort), nil)
		refs(c, e, "credentials", f.Credentials, c.known.of(models.DataSort), nil)
		refs(c, e, "when", f.When, c.known.of(models.ConditionSort), nil)
		c.properties(e, f.Properties, models.FlowSort)
	}
}

// flowEnd checks an end of a flow. A network forwards flows and is never an end.
func (c *checker) flowEnd(e element, field string, id models.ComponentID) {
	if !ref(c, e, field, id, c.known.of(models.ComponentSort)) {
		return
	}
	kind := c.system.Components[c.known.of(models.ComponentSort).index[string(id)]].Kind
	if c.catalog.IsA(kind, models.NetworkKind) {
		c.report(e, field, models.Messagef("%s is a network, which only forwards", id), models.Messagef("name the component at the end, and the network in via"))
	}
}

// data checks the data.
func (c *checker) data() {
	for i := range c.system.Data {
		d := &c.system.Data[i]
		e := element{at: d.At, list: "data", index: i}
		ref(c, e, "sensitivity", d.Sensitivity, c.known.sensitivities)
		c.count(e, "subjects", d.Subjects, 0)
		c.properties(e, d.Properties, models.DataSort)
		c.lifecycle(e, d)
	}
}

// dependencies checks that dependencies are between two components.
func (c *checker) dependencies() {
	for i := range c.system.Dependencies {
		d := &c.system.Dependencies[i]
		e := element{at: d.At, list: "dependencies", index: i}
		ref(c, e, "component", d.Component, c.known.of(models.ComponentSort))
		if ref(c, e, "needs", d.Needs, c.known.of(models.ComponentSort)) && d.Needs == d.Component {
			c.report(e, "needs", models.Messagef("%s needs itself", d.Needs), models.Messagef("name another component"))
		}
	}
}
