// Package graph holds the attack graph: what it says, how it is built, and what holds in it.
//
// An attack graph is a directed AND/OR graph of facts and rules. A fact is OR over the rules that
// conclude it, a rule is AND over its premises (none: an entry). What holds is the least fixpoint:
// cycles are allowed and make nothing true by themselves. A rule costs an effort, paid once however
// many steps share it, and succeeds with a probability, independently of every other rule. Rules that
// are free and certain are wiring; the others are counted.
//
// For a goal g let φ_g be the least fixpoint over monotone Boolean functions of the counted rules
// (absorptive provenance, PosBool: Green, Karvounarakis, Tannen, "Provenance semirings", PODS 2007).
// Every question that can be asked about a goal is a function of φ_g: its minimal models are the minimal attack sets,
// its least-weight model is the least-effort attack, its probability is the chance of the goal.
//
// A fault tree that negates events is a graph with [Opposites]: an event and its absence are two rules of which exactly
// one fires. Where a goal depends on both, φ_g is not monotone in the events.
//
// A graph is built once with a [Builder] and then only read: any number of goroutines may ask
// questions at the same time. One graph is read under many readings, attacker profiles and what-ifs
// through a [Selection] of its rules.
//
// This package answers what one pass over the graph answers: [Reach], [TreeCost], an [Extension] of what holds. What
// takes a search is in the rooms below it:
//
//   - graph/solve asks the hard questions, within [Limits], and says in its [Status] whether an answer is exact or a bound;
//   - graph/confirm checks the answers by their witnesses and shares no code with solve;
//   - graph/internal has what solve is made of: meters of work (meter), the part of a graph that a goal depends on and how
//     it is rewritten (cone), clauses and weighted choices (sat), decision diagrams (bdd), lists of numbers (adjacency);
//   - graph/ground makes graphs of models and rules, graph/exchange reads and writes them, graph/neo4jstore keeps them.
//
// The package knows no threat, no component and no picture, and does no input or output.
package graph
