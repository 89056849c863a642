package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// conditions checks the chances of conditions.
func (c *checker) conditions() {
	for i := range c.system.Conditions {
		x := &c.system.Conditions[i]
		c.chance(element{at: x.At, list: "conditions", index: i}, "probability", x.Probability)
	}
}

// effects checks the effects with their trees of causes.
func (c *checker) effects() {
	for i := range c.system.Effects {
		x := &c.system.Effects[i]
		e := element{at: x.At, list: "effects", index: i}
		if d, derived := strings.CutPrefix(string(x.ID), models.DisclosurePrefix); derived && c.known.of(models.DataSort).has(d) {
			c.report(e, "id", models.Messagef("%s is the id of the effect that follows from the data item %s", x.ID, d), models.Messagef("give the effect another id"))
		}
		c.causes(e, x)
		if x.Harm != nil {
			refs(c, e.in("harm"), "discloses", x.Harm.Discloses, c.known.of(models.DataSort), nil)
		}
	}
}

// causes checks the tree of causes of an effect. The tree is walked with a stack, in the order of the file.
func (c *checker) causes(e element, x *models.Effect) {
	named := map[string]bool{}
	walkCauses(&x.Causes, "causes", func(cause *models.Cause, path string) {
		at := e
		if cause.At != (models.Place{}) {
			at.at = cause.At
		}
		c.cause(at, path, cause)
		if cause.ID == "" {
			return
		}
		below := at.in(path)
		c.id(below, cause.ID)
		if named[cause.ID] {
			c.report(below, "id", models.Messagef("another cause of the effect has the id %s", quote(cause.ID)), models.Messagef("give one of them another id"))
		}
		if c.known.of(models.EffectSort).has(cause.ID) {
			c.report(below, "id", models.Messagef("an effect has the id %s, too", quote(cause.ID)), models.Messagef("give the cause another id, so that safeguards can tell them apart"))
		}
		named[cause.ID] = true
	})
}

// walkCauses visits a tree of causes, each node before those below it. It keeps its own stack.
func walkCauses(root *models.Cause, path string, visit func(*models.Cause, string)) {
	type node struct {
		cause *models.Cause
		path  string
	}
	stack := []node{{root, path}}
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		visit(n.cause, n.path)
		for i := range slices.Backward(n.cause.All) {
			stack = append(stack, node{&n.cause.All[i], fmt.Sprintf("%s.all[%d]", n.path, i)})
		}
		for i := range slices.Backward(n.cause.Any) {
			stack = append(stack, node{&n.cause.Any[i], fmt.Sprintf("%s.any[%d]", n.path, i)})
		}
	}
}

// cause checks one node of a tree of causes: exactly one of a fact, any and all.
func (c *checker) cause(e element, path string, x *models.Cause) {
	forms := 0
	for _, written := range []bool{!x.Fact.IsZero(), len(x.Any) > 0, len(x.All) > 0} {
		if written {
			forms++
		}
	}
	switch {
	case forms == 0:
		c.report(e, path, models.Messagef("the cause is empty"), models.Messagef("write a fact such as used(heater), or any: or all: with at least one cause"))
	case forms > 1:
		c.report(e, path, models.Messagef("the cause has more than one of fact, any and all"), models.Messagef("write one of them; nest the others below it"))
	}
	if !x.Fact.IsZero() {
		field := path
		if x.ID != "" || !x.Name.Empty() || x.RuledOut != nil {
			field += ".fact"
		}
		if x.Fact.In != "" {
			c.report(e, field, models.Messagef("a cause says nothing of one or all units"), models.Messagef("write %s, and of: all in the effect where it is of all units at once", models.Fact{State: x.Fact.State, Subject: x.Fact.Subject}))
		}
		c.fact(e, field, x.Fact, models.ComponentSort, models.FlowSort, models.DataSort, models.SafeguardSort, models.EffectSort, models.ConditionSort, models.StakeholderSort)
	}
	if x.RuledOut != nil {
		c.classes(e.in(path+".ruled_out"), x.RuledOut.Component, x.RuledOut.Classes)
	}
}

// fact checks that a state is in the catalog and that something of the sort that it is a state of has the subject's id.
func (c *checker) fact(e element, field string, f models.Fact, sorts ...models.Sort) {
	if !c.known.states.has(string(f.State)) {
		c.report(e, field, models.Messagef("there is no state %s", quote(string(f.State))), models.Meant(string(f.State), c.statesOf(sorts...)))
		return
	}
	of := c.catalog.State(f.State).Of
	noun := of.Entry()
	subjects := c.known.of(of)
	if !slices.Contains(sorts, of) || subjects == nil {
		c.report(e, field, models.Messagef("%s is a state of %s, which cannot stand here", f.State, noun.Many), models.Meant("", c.statesOf(sorts...)))
		return
	}
	if subjects.has(f.Subject) || subjects.has("") || of == models.EffectSort && c.known.guards.has(f.Subject) {
		return
	}
	remedy := c.meant(f.Subject, subjects)
	if sort := c.sortOf(f.Subject); sort != "" {
		remedy = models.Messagef("%s is one of the %s, whose states are %s", f.Subject, sort.Entry().Many, models.List(c.statesOf(sort)))
	}
	c.report(e, field, models.Messagef("%s is a state of %s, and there is no %s %s", f.State, noun.Many, noun.One, quote(f.Subject)), remedy)
}

// sortOf returns the sort, of those that have states, of the thing that has an id, or "" where nothing has it.
func (c *checker) sortOf(id string) models.Sort {
	for _, sort := range models.Sorts() {
		if known := c.known.of(sort.Sort); known != nil && known.has(id) && len(c.statesOf(sort.Sort)) > 0 {
			return sort.Sort
		}
	}
	return ""
}

// statesOf lists the states of some sorts of subjects.
func (c *checker) statesOf(sorts ...models.Sort) []string {
	var out []string
	for i := range c.catalog.States {
		if s := &c.catalog.States[i]; slices.Contains(sorts, s.Of) {
			out = append(out, string(s.ID))
		}
	}
	return out
}

// classes checks a component with some of its device classes.
func (c *checker) classes(e element, id models.ComponentID, classes []models.DeviceClassID) {
	if len(classes) == 0 {
		c.report(e, "classes", models.Messagef("no device class is named"), models.Messagef("name at least one"))
	}
	refs(c, e, "classes", classes, c.known.classes, nil)
	if !ref(c, e, "component", id, c.known.of(models.ComponentSort)) {
		return
	}
	x := &c.system.Components[c.known.of(models.ComponentSort).index[string(id)]]
	for i, class := range classes {
		if c.known.classes.has(string(class)) {
			c.deviceClass(e, fmt.Sprintf("classes[%d]", i), class, x)
		}
	}
	if x.DeviceClass == "" && len(classes) > 0 {
		c.report(e, "component", models.Messagef("%s has no device class", id), models.Messagef("add device_class: … to %s", id))
	}
}

// causeIDs are the ids of the named causes, each by itself and after its effect's id.
func causeIDs(s *models.System) *ids {
	var names []string
	for i := range s.Effects {
		effect := &s.Effects[i]
		walkCauses(&effect.Causes, "", func(cause *models.Cause, _ string) {
			if cause.ID != "" {
				names = append(names, cause.ID, string(effect.ID)+"."+cause.ID)
			}
		})
	}
	return idsOf(models.Message{}, names, func(s *string) string { return *s })
}
