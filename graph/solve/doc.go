// Package solve answers the questions about an attack graph that take a search: each is a file, a function and an answer.
//
//	LeastEffort       the attack of least effort              MaxSAT
//	AttackSets        all minimal attacks, the easiest first  decision diagrams, else MaxSAT
//	CheapestMeasures  the cheapest measures that are enough   implicit hitting sets, MaxSAT
//	Probability       the chance of a goal                    decision diagrams, else bounds
//	Importances       what each step adds to the chance       decision diagrams
//	Sample            the chance of a goal, estimated         Monte Carlo
//	SinglePoints      what every attack goes through          by removal, 64 at a time
//	Noncoherent       all of it where events are negated      decision diagrams
//	FindEssentials    what no derivation can do without       greatest fixpoint, all facts together
//	MinimalSupports   which entries each fact can rest on     least fixpoint, all facts together
//	Focus             what one goal of many rests on          the graph cut down to it
//
// A question takes a context, a selection of the graph's rules, a goal and limits of work. Its answer says in its status
// what it is worth (exact, a bound, sampled) and what ended the search when something did. Work is counted and never
// timed, so that equal input gives equal answers on every machine. Most of the problems are NP-hard or #P-hard: a bound is
// what large graphs must expect, and no bound is shown as exact. Attacks, the least effort and the cheapest measures come with
// a witness that package confirm checks; the two share nothing but the graph, so that the check repeats no error of the
// search. Chances and counts have none: tests compare them with trying all states, and with other solvers.
//
// Most questions begin alike: with the goal's cone (see graph/internal/cone), which is rewritten and divided into modules.
package solve
