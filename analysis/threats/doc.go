// Package threats asks what becomes of each threat that the catalog lists for a component's kind: whether its state is
// reachable in each reading and by whom, by which easiest attack, what it leads to, and which measures of the case
// counter it. Compromises that are derived although no threat of the kind names them are told apart.
//
// A threat leads to an effect when, for a profile that reaches it, the effect follows from its state without any other
// first step of the profile, or cannot come about without it.
package threats
