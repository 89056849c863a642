// Package findings asks what the author of a model should look at: an unknown property that decides a level, a severe
// harm without an independent safeguard, a threat without a measure, an element that nothing uses. Each finding is of a
// kind that the catalog explains, names what it is about and points at its place in the model.
//
// It derives nothing of its own: it reads the model and what the other analyses found. Rows of measures without content
// make no findings.
package findings
