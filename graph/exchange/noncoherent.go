package exchange

import (
	"fmt"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/solve"
)

// holds says whether some events make a goal hold that depends on their absence, too; where the limits leave that open, it
// may.
func (s *solving) holds(goal graph.FactID) bool {
	holds, known := s.noncoherent.Holds()
	if !known {
		s.solution.Limits = append(s.solution.Limits, Limit{AskReach, s.g.FactName(goal), "whether it can hold is open", 0})
	}
	return holds || !known
}

// attackSets counts and lists the minimal attack sets; of a goal that is not monotone, the prime implicants.
func (s *solving) attackSets(goal graph.FactID, easiest int) *solve.AttackSetsAnswer {
	if s.noncoherent != nil {
		return s.noncoherent.AttackSets(easiest)
	}
	return solve.AttackSets(s.ctx, s.g, s.sel, goal, easiest, s.limits)
}

// leastPrime answers with the prime implicant of least effort. Its proof is one in a state of all events in which those of the
// set are as it says.
func (s *solving) leastPrime(goal graph.FactID, out *Goal) error {
	out.MinEffort.Asked = true
	a := s.noncoherent.AttackSets(1)
	s.cut(goal, AskEffort, a.Cut)
	switch {
	case len(a.Easiest) > 0:
		set := a.Easiest[0]
		out.MinEffort.Answer = &MinEffort{Value: &set.Effort, Status: graph.Exact, Proof: s.ruleNames(s.noncoherent.Proof(set.Rules))}
		return s.checkSets(goal, a.Easiest[:1])
	case a.Status != graph.Exact:
		zero := 0.0
		out.MinEffort.Answer = &MinEffort{Lower: &zero, Status: graph.Bound, Proof: []string{}}
	}
	return nil
}

// checkSets confirms minimal attack sets, by code that shares none with the solvers.
func (s *solving) checkSets(goal graph.FactID, sets []solve.AttackSet) error {
	if s.noncoherent != nil {
		for _, set := range sets {
			if err := confirm.Prime(s.g, s.sel, goal, s.document.Opposites, set.Rules); err != nil {
				return fmt.Errorf("prime implicant %v: %w", s.ruleNames(set.Rules), err)
			}
		}
		return nil
	}
	rules := make([][]graph.RuleID, len(sets))
	for i, set := range sets {
		rules[i] = set.Rules
	}
	return confirm.AllMinimal(s.g, s.sel, goal, rules)
}
