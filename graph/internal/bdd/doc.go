// Package bdd has the functions of goals as decision diagrams, and reads from them what takes all attacks together: chances,
// importances, counts, the easiest of all minimal sets.
//
// [Compile] makes the binary decision diagram (Bryant 1986) of a cone's [cone.Formula]: a [Function]. The [Modules] of a
// cone are compiled apart, and their answers put together: their chances are given to the module around them, their minimal
// [Sets] become a zero-suppressed diagram (Minato 1993) of the goal's, a [Family] that is counted without listing it. The
// operations are those of Rauzy ("New algorithms for fault trees analysis", Reliability Engineering and System Safety
// 1993). Where a function does not fit, its [SmallSets] bound it.
//
// It is own code because work is counted: a diagram that grows past its nodes, or past the meter, ends in the same place on
// every machine, and several orders of variables are tried in turn. Diagrams are exponential in the worst case; nothing
// here promises that one fits, and what does not says so. Tests of package solve ask github.com/dalzilio/rudd the same.
package bdd
