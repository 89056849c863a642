// Package compliance holds a case against the requirements of schemes: which are met by which measures in force or by
// what the model states, which are open, which attack stays possible because of it, which do not apply and why, and
// which the model of a system cannot show.
//
// A property matters in a place where, if the model stated no property at all and no safeguard were credited, some
// attacker could use its absence there: where an instance of a rule that asks for it can fire in the inherent reading,
// all malicious profiles together. What measures do has no part in that, so that adopting one never opens a
// requirement.
//
// It is an aid for those who prepare an assessment of conformity. It assesses none: it knows only the model, and the
// catalog's mapping of measures and properties to requirements is harmpath's own judgement.
package compliance
