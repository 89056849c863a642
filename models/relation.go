package models

// RelationID names a relation of the model over which a rule is grounded.
type RelationID string

// Role is one place of a relation.
type Role struct {
	Name string
	Of   Sort
}

// Relation is a relation between elements of a model. A rule is instantiated once for each of its tuples.
type Relation struct {
	ID    RelationID
	Means string
	Roles []Role
	Key   int // how many leading roles tell two tuples apart
}

// Relations lists the relations over which rules can be grounded.
func Relations() []Relation {
	component := func(name string) Role { return Role{name, ComponentSort} }
	flow := func(name string) Role { return Role{name, FlowSort} }
	data := Role{"data", DataSort}
	safeguard := Role{"safeguard", SafeguardSort}
	return []Relation{
		{"component", "every component", []Role{component("component")}, 1},
		{"attachment", "a component attached to a network", []Role{component("component"), component("network")}, 2},
		{"flow", "a flow and its ends", []Role{flow("flow"), component("from"), component("to")}, 1},
		{"way", "a flow and one node that forwards it", []Role{flow("flow"), component("node"), component("from"), component("to")}, 2},
		{"along", "a flow and one of its ends or of the nodes that forward it", []Role{flow("flow"), component("node")}, 2},
		{"carries", "a flow and one data item that it carries", []Role{flow("flow"), data, component("from"), component("to")}, 2},
		{"stores", "a component and one data item that it stores", []Role{component("component"), data}, 2},
		{"credential", "a flow and one data item that lets its holder send it", []Role{flow("flow"), data, component("from"), component("to")}, 2},
		{"address", "a component, a node that relays its flows, and the data by which it is reached through that node", []Role{component("component"), component("relay"), data}, 3},
		{"rendezvous", "a registration at a relay, a flow into the registered component through that relay, and one data item of that flow", []Role{flow("registration"), flow("flow"), data, component("relay"), component("component")}, 3},
		{"part", "a component and one part built into it", []Role{component("whole"), component("part")}, 2},
		{"built_in", "a component and one part built into it or into a part of it", []Role{component("whole"), component("part")}, 2},
		{"end_part", "a flow, one of its ends, and one part built into that end or into a part of it", []Role{flow("flow"), component("end"), component("part")}, 3},
		{"dependency", "a dependency, whose function needs, and what it needs", []Role{{"dependency", DependencySort}, component("component"), component("needed")}, 1},
		{"responsibility", "a stakeholder, a component, and what the one has to do with the other", []Role{{"stakeholder", StakeholderSort}, component("component"), {"duty", DutySort}}, 3},
		{"protection", "a safeguard and the component that carries it out", []Role{safeguard, component("host")}, 2},
		{"remote_protection", "a remote safeguard, the flow over which it acts, and one node along it", []Role{safeguard, flow("flow"), component("node")}, 3},
		{"trip", "a safeguard and a component that it shuts down when it acts", []Role{safeguard, component("component")}, 2},
		{"safeguard", "every safeguard", []Role{safeguard}, 1},
		{"effect", "every effect", []Role{{"effect", EffectSort}}, 1},
	}
}

// RelationByID finds a relation.
func RelationByID(id RelationID) (Relation, bool) {
	for _, r := range Relations() {
		if r.ID == id {
			return r, true
		}
	}
	return Relation{}, false
}

// Role finds a role of the relation by its name.
func (r Relation) Role(name string) (int, bool) {
	for i, role := range r.Roles {
		if role.Name == name {
			return i, true
		}
	}
	return 0, false
}
