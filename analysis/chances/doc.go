// Package chances answers what a consequence hangs on and how likely it is: the single points of each reachable
// consequence, and the chance that the luckiest attacker succeeds.
//
// Both are asked of the malicious profiles, each alone, in the assessed reading. A single point of the consequence is
// one of every profile that reaches it (found by removal, solve.SinglePoints). The chance is the highest of the
// profiles' (solve.Probability, a binary decision diagram, exact where it fits, else a bound): that the consequence can
// be brought about when every step is tried once and they succeed independently. It is no frequency and decides no
// level.
package chances
