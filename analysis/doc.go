// Package analysis turns a system and the catalog into a result: it grounds the case and puts one question after the
// other to its attack graph.
//
// An Analysis is one question: a documented value with a function, in a folder of its own. It is given a Pass, which
// holds the grounded case, what earlier analyses found, and the fixpoints that all share; it writes its part of the
// result and nothing else. Analyses import neither each other nor any output: they meet in models.Result.
//
// Every answer carries its evidence, and where a search was cut short a Limit in the result says so. The package does
// no input and no output.
package analysis
