// Package cone has the part of an attack graph that a goal depends on, and rewrites it into parts that are easier to solve.
//
// A [Cone] is cut out of a graph under a selection: by absorption, what never matters to the goal is gone. Its function φ, of
// its counted rules, is all that the solvers look at; each step here keeps it, or says what it is of the steps' parts:
//
//   - [Cone.Reduce] folds gates into gates of the same kind, makes equal ones one, and gathers what always occurs together;
//   - [Cone.Within] leaves out what attacks of at most some weight cannot use;
//   - [Cone.Divide] does the first, and cuts the cone into modules: a [Module] has nothing in common with the rest but its
//     goal, which is a counted rule of the module around it. What a module has outermost is peeled off.
//
// A [Formula] is a cone in an order in which its function is computed bottom-up, cycles by iteration; a [Spread] is its
// fixpoint while rules come and go; [Variants] are 64 such fixpoints at once, one a bit. Efforts become whole numbers of a
// [Unit], so that sums compare exactly.
//
// All steps but dividing are linear, or nearly so, in the size of the cone. Rewriting promises no normal form: equal
// functions can be left with different cones.
package cone
