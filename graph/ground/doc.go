// Package ground turns a system and the catalog into a Case: the system view, which is drawn and walked, and the
// attack graph, which is asked. It grounds every rule of the catalog over every tuple of the rule's relation; it
// draws no conclusion itself.
//
// One attack graph serves all readings, profiles and what-ifs. What only the inherent reading credits, what one
// profile brings along and what a measure removes are rule instances of their own, which Case.Select enables or not.
// Unknown properties are facts too, each with one free rule, so that what a result assumes is part of its derivation.
//
// Semantics: a fact is (subject, state); an instance of a rule is a conjunction of facts; negation is on stated
// things only, so the graph is monotone and its meaning is the least fixpoint.
package ground
