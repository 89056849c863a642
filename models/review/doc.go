// Package review looks at a case as its author wrote it, before anything is derived from it: a way that does not fit its
// attachments, two components of one name, a component for which nobody answers, a measure decided without a reason.
// What it says are findings of kinds that the catalog explains, each with its place in the model. It needs time in
// proportion to the model and no attack graph, so that a case can be reviewed while it is written.
//
// That an id names nothing is no finding: models/check says what is wrong.
package review
