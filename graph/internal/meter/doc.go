// Package meter counts the work of a search against its limit, in steps and never in time, so that equal input gives equal
// answers on every machine, and notices when the context is done. What a step is, who counts says: a node made, a conflict
// met, some premises looked at.
//
// A search asks its [Meter] before it goes on, and once it was told no, it ends with what it has: the meter says in a
// [graph.Cut] what ended it. Time is read through the context alone, every few thousand steps.
package meter
