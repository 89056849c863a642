// Package check looks whether a case makes sense: it turns a System and the Catalog into Problems, all at once, each
// at its path in the data with what to write instead. A case without problems can be grounded and analysed.
//
// A problem is what makes a case meaningless or contradictory: an id that nothing has, a flow to itself, a zone inside
// itself. What is merely unwise, such as a hazard without a safeguard, is a finding of the analyses.
//
// Places are those of the elements; the reader knows the exact scalars by the problems' paths (load.Model.Locate).
// Effects that cause each other in a cycle are no problem: the derivation is well-founded.
package check
