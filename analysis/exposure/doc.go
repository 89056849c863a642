// Package exposure asks what each listed component means for the case: the level if it, and no other, is attacked
// (資産が攻撃された場合), to which effects it can contribute, for which it is necessary, who can compromise it and how many
// others can be compromised from it. All in the assessed reading.
//
// The level of an asset starts from all its compromise states, without any profile's first steps, with conditions as
// modelled. A component contributes to an effect when some compromise state of it lies on a chain of steps that are
// possible for one attacker and that ends in the effect; it is necessary when no attacker reaches the effect once the
// component cannot be compromised. Contributing is an upper bound of being in some minimal attack, which is hard to
// decide; the rest is exact unless a limit of the result says otherwise.
package exposure
