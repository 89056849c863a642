// Package difference compares two results of a case, or of a case and a what-if: it turns them into a
// models.Difference, each change with its reason.
//
// It reads results only, so results of different days and of other tools can be compared. Identities are the ids of
// the model and of rule instances; an element that was renamed is one removed and one added. A reason is found by
// walking back the recorded derivation from what turned to the step whose premises hold on both sides: it is one
// reason, not necessarily the only one.
package difference
