// Package sat finds the lightest of many possible choices, when it takes a search to say which choices are enough.
//
// [Choices] are things of whole weights with clauses about them, and a function that is asked what is wrong with a choice
// that satisfies the clauses: lazily, what it answers becomes clauses too, so that only those are made that matter. An
// [Optimum] of them is searched by core-guided MaxSAT over conflict-driven clause learning; it can be asked for the first
// of several optima, and for the next best.
//
// All of it is own code for one reason: a work limit that cuts at the same conflict on every machine, within one search,
// which no solver at hand offers. Tests ask github.com/go-air/gini the same questions, and try all choices of small
// problems. Satisfiability is NP-complete: a search that the meter ends says that it is undecided, and what is known then is
// a bound.
package sat
