// Package measures asks what the measures of a case can do: the cheapest candidates that bring the level to a target or
// make a consequence unreachable, within what each stakeholder can spend and bear; every level that is worth its cost;
// and what each measure does, alone and when all others are in force.
//
// It looks at the malicious profiles, each alone, in the residual reading. Choices are optimal and proven so, or bounds
// with their gap (solve.CheapestMeasures: implicit hitting sets). That no choice within the budgets is enough is told
// apart from that no choice at all is. A measure that only hardens is never chosen: it changes efforts and chances, of
// which it is told, and no level. Efforts and chances are exact, or tagged as bounds.
package measures
