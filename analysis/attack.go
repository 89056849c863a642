package analysis

import (
	"fmt"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/models"
)

// effortShare is the share of a question's work that one exact search for a least effort may take.
const effortShare = 50

// EasiestAttack finds the attack of least effort on a goal that holds in the scenario, each step paid once. The attack
// of least tree cost is it where its bounds meet; else an exact search is made, whose effort is a bound with an attack
// that is possible where it meets its limit.
func (s *Scenario) EasiestAttack(goal graph.FactID) (*models.Attack, error) {
	found, err := s.easiest(goal)
	return found.attack, err
}

// found is an attack with the rule instances of its steps, how many premises an exact search had before it, and the solver's own work.
type found struct {
	attack   *models.Attack
	proof    []graph.RuleID
	premises int
	solving  int64
}

// easiest finds the easiest attack. One of least tree cost that is not proven to be it is not told.
func (s *Scenario) easiest(goal graph.FactID) (found, error) {
	proof, effort := s.treeAttack(goal)
	if effort.Status == models.Exact {
		attack, err := s.Attack(goal, proof, effort)
		return found{attack, proof, 0, 0}, err
	}
	p := s.pass
	basis := s.Basis(goal)
	answer := basis.LeastEffort(graph.Limits{Work: max(1, p.work/effortShare)})
	if err := p.Context.Err(); err != nil {
		return found{}, err
	}
	effort = models.Figure{Status: models.Exact, Value: &answer.Value}
	if answer.Status != graph.Exact {
		effort = models.Figure{Status: models.Bound, Lower: &answer.Lower, Upper: &answer.Upper}
	}
	attack, err := s.Attack(goal, answer.Proof, effort)
	return found{attack, answer.Proof, basis.Premises(), answer.Work}, err
}

// AnyAttack returns the attack of least tree cost on a goal that holds in the scenario. Its effort is a bound unless it is proven to be
// the least.
func (s *Scenario) AnyAttack(goal graph.FactID) (*models.Attack, error) {
	found, err := s.any(goal)
	return found.attack, err
}

// any finds the attack of least tree cost.
func (s *Scenario) any(goal graph.FactID) (found, error) {
	proof, effort := s.treeAttack(goal)
	attack, err := s.Attack(goal, proof, effort)
	return found{attack, proof, 0, 0}, err
}

// treeAttack returns the derivation of least tree cost, where a step that several others share counts each time: in time
// linear in the graph for all goals of a scenario together. Its effort is a bound unless the two bounds meet.
func (s *Scenario) treeAttack(goal graph.FactID) ([]graph.RuleID, models.Figure) {
	proof := s.TreeProof(goal)
	lower, upper := s.LeastCost(goal), 0.0
	for _, r := range proof {
		upper += s.Selection.Effort(r)
	}
	if lower >= upper {
		return proof, models.Figure{Status: models.Exact, Value: &upper}
	}
	return proof, models.Figure{Status: models.Bound, Lower: &lower, Upper: &upper}
}

// Attack tells a derivation of the goal, premises first, as an attack of a given effort, after confirm.Proof has confirmed it.
func (s *Scenario) Attack(goal graph.FactID, proof []graph.RuleID, effort models.Figure) (*models.Attack, error) {
	p := s.pass
	if err := confirm.Proof(p.Graph(), s.Selection, goal, proof); err != nil {
		return nil, fmt.Errorf("the attack found on %s does not hold: %w", p.Case.FactOf(goal), err)
	}
	out := &models.Attack{Reading: s.Query.Reading, Goal: p.Case.FactOf(goal), Effort: effort}
	if len(s.Query.Profiles) == 1 {
		out.Profile = s.Query.Profiles[0]
	}
	chance := 1.0
	out.Steps = make([]models.Step, 0, len(proof))
	for _, r := range proof {
		out.Steps = append(out.Steps, s.Step(r))
		chance *= s.Selection.Probability(r)
	}
	out.Chance = models.Figure{Status: models.Exact, Value: &chance}
	return out, nil
}

// Step tells a rule instance as results show it, with the effort and chance that it has in the scenario.
func (s *Scenario) Step(r graph.RuleID) models.Step {
	step := s.pass.step(r)
	step.Effort, step.Probability = s.Selection.Effort(r), s.Selection.Probability(r)
	return step
}

// step tells a rule instance as it is without a measure. Results tell many of them again and again: what is the same in
// all places is kept once.
func (p *Pass) step(r graph.RuleID) models.Step {
	told, there := p.steps[r]
	if !there {
		step := p.Case.Step(r)
		told = &step
		p.steps[r] = told
	}
	return *told
}

// TreeCost returns a fact's least tree cost in the scenario, an upper bound of its least effort; +Inf where the fact
// does not hold.
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

// ShortTreeProof returns the derivation that has the tree cost where it has no more than so many steps, else nil.
func (s *Scenario) ShortTreeProof(f graph.FactID, most int) []graph.RuleID {
	s.costs()
	return s.sum.ProofUpTo(f, most)
}

func (s *Scenario) costs() {
	if s.sum == nil {
		s.sum = graph.TreeCost(s.pass.Graph(), s.Selection, graph.Sum)
		s.max = graph.TreeCost(s.pass.Graph(), s.Selection, graph.Max)
	}
}
