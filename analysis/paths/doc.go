// Package paths asks why something is reachable: the easiest attack of each attacker on every consequence with a checked
// derivation, every fact with one derivation, and the attack graph of each consequence reduced to what can be drawn.
//
// Reachability is the least fixpoint, linear in the size of the attack graph. Efforts are exact with each step paid
// once, or tagged as bounds. Of a drawn graph the steps that were left out are counted.
package paths
