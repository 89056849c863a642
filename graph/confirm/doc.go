// Package confirm checks what somebody claims about an attack graph: that rules derive a goal, that a set of them is a
// minimal attack, that no attack takes less effort, that no cheaper measures are enough. A claim comes with its witness: a
// proof, a set, landmarks that every attack passes, needs that measures have to meet. Nil says that the witness shows the
// claim; an error says which rule, fact or measure does not fit; [ErrTooHard] says that the check was given up.
//
// It is the second opinion on package solve and repeats no error of it: it reads the graph through the accessors that
// everybody has, computes its own closures by its own sweeps, and searches for cheaper sets by branch and bound where the
// solvers use MaxSAT. The house test forbids imports between the two, in either direction and below them.
//
// What it costs: a check of a proof or of a set is linear in the graph, one of n landmarks takes n/64 sweeps, one of a
// minimal set as many as the set has rules, by 64; only the searches for something cheaper are exponential, and are
// bounded by a number of nodes. It promises no more than each function says: [AttackSet] does not look for smaller sets.
package confirm
