package analysis

import (
	"fmt"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// AttackSearch finds easiest attacks for one question, exact as long as the question's work allows.
type AttackSearch struct {
	pass   *Pass
	spent  int64
	bounds int
}

// NewAttackSearch starts the searches of one question.
func (p *Pass) NewAttackSearch() *AttackSearch { return &AttackSearch{pass: p} }

// effortShare is how much of a question's work one exact search may take, and searchCost what it takes for each premise
// of the attack graph whatever it finds.
const (
	effortShare = 50
	searchCost  = 60
)

// Easiest finds the attack of least effort on a goal that holds in the scenario, each step paid once. The attack of least
// tree cost is it where its bounds meet; else an exact search is made, which may end with a bound and an attack that is
// possible. When the question's work is used up, the attack of least tree cost stays, with its bounds. The attack has passed
// graph.CheckProof.
func (a *AttackSearch) Easiest(s *Scenario, goal graph.FactID) (*models.Attack, error) {
	tree, err := s.treeAttack(goal)
	if err != nil || tree.Effort.Status == models.Exact {
		return tree, err
	}
	p := a.pass
	if a.spent > p.work {
		a.bounds++
		return tree, nil
	}
	a.spent += searchCost * int64(p.Graph().NumPremises())
	answer := graph.LeastEffort(p.Context, p.Graph(), s.Selection, goal, graph.Limits{Work: max(1, p.work/effortShare)})
	if err := p.Context.Err(); err != nil {
		return nil, err
	}
	attack, err := s.attack(goal, answer.Proof)
	if err != nil {
		return nil, err
	}
	attack.Effort = models.Figure{Status: models.Exact, Value: &answer.Value}
	if answer.Status != graph.Exact {
		attack.Effort = models.Figure{Status: models.Bound, Lower: &answer.Lower, Upper: &answer.Upper}
	}
	return attack, nil
}

// Report tells the result, where the work limit left bounds.
func (a *AttackSearch) Report(question string) {
	if a.bounds > 0 {
		a.pass.Limit(question, "", fmt.Sprintf("the work limit left %d efforts as bounds by tree cost", a.bounds))
	}
}

// treeAttack returns the attack of least tree cost on a goal that holds in the scenario, where a step that several
// others share counts each time: in time linear in the graph for all goals of a scenario together. Its effort is a
// bound unless the two bounds meet.
func (s *Scenario) treeAttack(goal graph.FactID) (*models.Attack, error) {
	s.costs()
	attack, err := s.attack(goal, s.sum.Proof(goal))
	if err != nil {
		return nil, err
	}
	lower, upper := s.max.Cost(goal), 0.0
	for _, step := range attack.Steps {
		upper += step.Effort
	}
	attack.Effort = models.Figure{Status: models.Bound, Lower: &lower, Upper: &upper}
	if lower >= upper {
		attack.Effort = models.Figure{Status: models.Exact, Value: &upper}
	}
	return attack, nil
}

// Attack tells a derivation of the goal as an attack of a known effort. It has passed graph.CheckProof.
func (s *Scenario) Attack(goal graph.FactID, proof []graph.RuleID, effort models.Figure) (*models.Attack, error) {
	attack, err := s.attack(goal, proof)
	if err != nil {
		return nil, err
	}
	attack.Effort = effort
	return attack, nil
}

// attack tells a derivation of the goal as an attack; the effort is left open.
func (s *Scenario) attack(goal graph.FactID, proof []graph.RuleID) (*models.Attack, error) {
	p := s.pass
	if err := graph.CheckProof(p.Graph(), s.Selection, goal, proof); err != nil {
		return nil, fmt.Errorf("the attack found on %s does not hold: %w", p.Case.FactOf(goal), err)
	}
	out := &models.Attack{Reading: s.Query.Reading, Goal: p.Case.FactOf(goal)}
	if len(s.Query.Profiles) == 1 {
		out.Profile = s.Query.Profiles[0]
	}
	chance := 1.0
	for _, r := range proof {
		out.Steps = append(out.Steps, s.Step(r))
		chance *= s.Selection.Probability(r)
	}
	out.Chance = models.Figure{Status: models.Exact, Value: &chance}
	return out, nil
}

// Step tells a rule instance as results show it, with the effort and chance that it has in the scenario.
func (s *Scenario) Step(r graph.RuleID) models.Step {
	step := s.pass.Case.Step(r)
	step.Effort, step.Probability = s.Selection.Effort(r), s.Selection.Probability(r)
	return step
}

// TreeCost returns a fact's least tree cost in the scenario, an upper bound of its least effort; +Inf where the fact does not hold.
func (s *Scenario) TreeCost(f graph.FactID) float64 {
	s.costs()
	return s.sum.Cost(f)
}

// LeastCost returns a lower bound of a fact's least effort in the scenario; +Inf where the fact does not hold.
func (s *Scenario) LeastCost(f graph.FactID) float64 {
	s.costs()
	return s.max.Cost(f)
}

// TreeProof returns the derivation that has the tree cost, premises first.
func (s *Scenario) TreeProof(f graph.FactID) []graph.RuleID {
	s.costs()
	return s.sum.Proof(f)
}

func (s *Scenario) costs() {
	if s.sum == nil {
		s.sum = graph.TreeCost(s.pass.Graph(), s.Selection, graph.Sum)
		s.max = graph.TreeCost(s.pass.Graph(), s.Selection, graph.Max)
	}
}
