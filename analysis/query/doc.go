// Package query asks for the easiest attacks between places of a system: from profiles or from what is taken as
// compromised, to an effect, a component, a flow, a data item or a state, through some places and around others.
//
// A place is written as
//
//	ID                       an element of the model: a component, data flow, data item, effect or profile
//	component:ID, dataflow:ID (or flow:ID), data:ID, effect:ID, profile:ID   where an id alone is not clear
//	kind:KIND                every component of a kind of the catalog
//	zone:ID                  every component in a trust zone, or in one inside it
//	STATE(ID)                one state of one element, e.g. infected(cloud)
//
// Where an attack begins or ends, an element stands for its compromises (a network for being reached, an effect for its
// occurrence). On the way, it stands for every state of it.
//
// Attacks are minimal sets of steps that cost effort or can fail (solve.AttackSets), in order of effort, each with a
// well-founded derivation; none is a part of another by the same profiles. Avoiding a place is exact: no rule that
// concludes a fact about it takes part. An attack passes a place when it does not reach the goal without it: when no
// derivation from its steps goes around. Such attacks are picked from the enumeration of all, easiest first, which is
// complete, or ends at its limit and says so. Passing a place on a derivation that loops back is no question here.
package query
