// Package entries asks where a consequence can begin: each pair of an attacker profile and the first component, flow or
// data item that it compromises, such that the consequence follows in the assessed reading with that profile alone and
// its other first steps removed.
//
// A first step is a rule instance that makes something compromised and whose premises hold before the profile has
// compromised anything: what it reaches and knows from the start, conditions, unknown properties. What holds without any
// first step has no entry point. The answer is exact unless a limit of the result says otherwise.
package entries
