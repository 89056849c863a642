// Package safeguards asks why a consequence does not come about: which safeguards stop it in the assessed reading, each
// by itself, and which of its causes the device class rules out.
//
// A safeguard stops a consequence that is not reachable when it is fitted, no profile defeats it, and the unsafe state
// against which it stands can come about.
package safeguards
