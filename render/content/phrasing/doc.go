// Package phrasing puts what a result holds into lines of a document in one language: the names of its elements with the
// marks of what its author judged, its levels, facts and figures. A View is one result with its look-ups; a Language says
// texts for which no result is needed; a Vocabulary names the entries of the catalog. The package computes nothing and
// knows no section.
package phrasing
