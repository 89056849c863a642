package analysis

import (
	"fmt"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// searchCost is the work that an exact search takes for each premise of the attack graph, whatever it finds.
const searchCost = 60

// AttackSearch finds the easiest attacks of one question: exact ones as long as the question's work allows, then those
// of least tree cost with their bounds.
type AttackSearch struct {
	pass   *Pass
	spent  int64
	bounds int
}

// NewAttackSearch starts the searches of one question.
func (p *Pass) NewAttackSearch() *AttackSearch { return &AttackSearch{pass: p} }

// Easiest finds the easiest attack on a goal that holds in the scenario.
func (a *AttackSearch) Easiest(s *Scenario, goal graph.FactID) (*models.Attack, error) {
	if a.spent < a.pass.work {
		a.spent += searchCost * int64(a.pass.Graph().NumPremises())
		return s.EasiestAttack(goal)
	}
	attack, err := s.AnyAttack(goal)
	if err == nil && attack.Effort.Status == models.Bound {
		a.bounds++
	}
	return attack, err
}

// Report tells the result where the work limit left bounds.
func (a *AttackSearch) Report(question string) {
	if a.bounds > 0 {
		a.pass.Limit(question, "", fmt.Sprintf("the work limit left %d efforts as bounds by tree cost", a.bounds))
	}
}
