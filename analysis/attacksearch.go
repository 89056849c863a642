package analysis

import (
	"fmt"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// searchCost is the work that an exact search takes for each premise of what the goal rests on, whatever it finds, and solvingCost
// that of each unit of its solver's work; stepCost is that of telling a step of an attack, and once more for each longSteps steps that the
// attack has: the attacks on goals in a row tell the same steps again and again.
const (
	searchCost  = 60
	solvingCost = 10
	stepCost    = 100
	longSteps   = 50
)

// AttackSearch finds the easiest attacks of one question: exact ones as long as the question's work allows, then those
// of least tree cost with their bounds, and when twice the work is used up, none.
type AttackSearch struct {
	pass   *Pass
	exact  int64 // work of exact searches
	told   int64 // work of telling attacks
	bounds int
	left   int
	last   []graph.RuleID
}

// NewAttackSearch starts the searches of one question.
func (p *Pass) NewAttackSearch() *AttackSearch { return &AttackSearch{pass: p} }

// Easiest finds the easiest attack on a goal that holds in the scenario. It is nil when the work is used up.
func (a *AttackSearch) Easiest(s *Scenario, goal graph.FactID) (*models.Attack, error) {
	if err := a.pass.Context.Err(); err != nil {
		return nil, err
	}
	if a.told > a.pass.work {
		a.left++
		return nil, nil
	}
	one, err := a.find(s, goal)
	if err != nil {
		return nil, err
	}
	a.exact += searchCost*int64(one.premises) + solvingCost*one.solving
	steps := int64(len(one.proof))
	a.told += stepCost * steps * (1 + steps/longSteps)
	if one.attack.Effort.Status == models.Bound {
		a.bounds++
	}
	a.last = one.proof
	return one.attack, nil
}

// Proof returns the rule instances behind the steps of the attack that was found last.
func (a *AttackSearch) Proof() []graph.RuleID { return a.last }

// find makes an exact search as long as the work allows.
func (a *AttackSearch) find(s *Scenario, goal graph.FactID) (found, error) {
	if a.exact <= a.pass.work {
		return s.easiest(goal)
	}
	return s.any(goal)
}

// Report tells the result where the work limit left bounds, or attacks out.
func (a *AttackSearch) Report(question string) {
	if a.bounds > 0 {
		a.pass.Limit(question, "", fmt.Sprintf("the work limit left %d efforts as bounds", a.bounds))
	}
	if a.left > 0 {
		a.pass.Limit(question, "", fmt.Sprintf("the work limit left %d attacks out", a.left))
	}
}
