package measures

import (
	"fmt"
	"math"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
)

// answer answers the question that was asked.
func (s *search) answer() error {
	a, err := s.solve(s.question.target(s.system))
	if err == nil {
		s.out.Answer = *a
	}
	return err
}

// solve finds the cheapest choice for a target; once for each target.
func (s *search) solve(target models.PlanTarget) (*models.PlanAnswer, error) {
	key := s.describe(target)
	if s.solved[key] == nil {
		a, err := s.search(target)
		if err != nil {
			return nil, err
		}
		s.solved[key] = a
	}
	return s.solved[key], nil
}

func (s *search) search(target models.PlanTarget) (*models.PlanAnswer, error) {
	cases := s.cases(target)
	found := s.cheapest(cases, s.limits())
	out := &models.PlanAnswer{Target: target}
	switch found.Status {
	case graph.Impossible:
		out.Status = models.PlanImpossible
		return out, s.addStays(out)
	case graph.Infeasible:
		out.Status = models.PlanInfeasible
		s.addBeyond(out, cases)
		return out, nil
	case graph.Exact:
		out.Status = models.PlanOptimal
		out.Certified = confirm.Measures(s.pass.Graph(), cases, s.blocking(), found.Set, found.Needs, confirm.DefaultNodes) == nil
	default:
		out.Status = models.PlanBound
		out.Lower = &found.Lower
		s.pass.Limit("measures", s.describe(target), cutBy(found.Cut))
	}
	if !math.IsInf(found.Upper, 1) {
		out.Choice = s.choice(found.Set)
	}
	return out, nil
}

func cutBy(c *graph.Cut) string {
	if c == nil {
		return "the search ended with bounds"
	}
	return c.Reason
}

// describe writes a target for the list of limits.
func (s *search) describe(t models.PlanTarget) string {
	var out string
	if t.Recovery != nil {
		out += " recovery=" + t.Recovery.String()
	}
	if t.Economic != nil {
		out += " economic=" + t.Economic.String()
	}
	if t.Stop != "" {
		out += " stop=" + string(t.Stop)
	}
	return out[min(1, len(out)):]
}

// cases are the goals that must not be derivable: each consequence above the target, for each malicious profile alone.
func (s *search) cases(target models.PlanTarget) []graph.Case {
	var out []graph.Case
	for _, scenario := range s.now.malicious {
		for e := range s.pass.Effects() {
			if s.above(e, target) {
				out = append(out, graph.Case{Sel: scenario.Selection, Goal: s.pass.Goal(e)})
			}
		}
	}
	return out
}

// above reports whether an effect must not remain.
func (s *search) above(effect int, t models.PlanTarget) bool {
	levels := s.pass.Grade(effect).Levels
	return t.Recovery != nil && levels.Recovery.Level > *t.Recovery ||
		t.Economic != nil && levels.Economic.Max > *t.Economic ||
		t.Stop == s.pass.Effects()[effect].ID
}

func (s *search) cheapest(cases []graph.Case, budgets []solve.Budget) *solve.MeasuresAnswer {
	return solve.CheapestMeasures(s.pass.Context, s.pass.Graph(), cases, solve.MeasuresOptions{
		Limits: graph.Limits{Work: max(1, s.pass.Work()/shareOfSearch)}, Open: s.blocking(), Budgets: budgets,
	})
}

// blocking are the open measures that block something; never nil, which would mean every measure of the graph.
func (s *search) blocking() []graph.MeasureID {
	return slices.DeleteFunc(append([]graph.MeasureID{}, s.open...), s.onlyHardens)
}

// shareOfSearch is the share of a question's work that one search for a choice may take.
const shareOfSearch = 20

// limits are the budgets as the solver wants them: what the measures in force have left of each.
func (s *search) limits() []solve.Budget {
	var out []solve.Budget
	for _, line := range s.out.Budgets {
		b := solve.Budget{ID: fmt.Sprintf("%s of %s", line.Kind, line.Stakeholder), Limit: math.Max(0, line.Limit-line.Used)}
		for i := range s.all {
			if c := &s.all[i]; c.open() && c.measure.Stakeholder == line.Stakeholder {
				if a := amount(c.measure, line.Kind); a > 0 {
					b.Spends = append(b.Spends, solve.Spend{Measure: c.id, Amount: a})
				}
			}
		}
		out = append(out, b)
	}
	return out
}

// addStays finds the attack that remains when every candidate is in force.
func (s *search) addStays(out *models.PlanAnswer) error {
	full := s.with(s.open...)
	for e := range s.pass.Effects() {
		if !s.above(e, out.Target) {
			continue
		}
		for _, scenario := range full.malicious {
			if !scenario.Occurs(e) {
				continue
			}
			attack, err := scenario.EasiestAttack(s.pass.Goal(e))
			if err != nil {
				return err
			}
			if out.Stays == nil || figureOf(attack.Effort) < figureOf(out.Stays.Effort) {
				out.Stays = attack
			}
		}
	}
	return nil
}

// figureOf is the number by which two efforts are compared.
func figureOf(f models.Figure) float64 {
	switch {
	case f.Value != nil:
		return *f.Value
	case f.Upper != nil:
		return *f.Upper
	}
	return math.Inf(1)
}

// addBeyond tells what would be enough if there were no budgets, and which of them that exceeds.
func (s *search) addBeyond(out *models.PlanAnswer, cases []graph.Case) {
	found := s.cheapest(cases, nil)
	if math.IsInf(found.Upper, 1) {
		return
	}
	out.Beyond = s.choice(found.Set)
	for _, line := range s.out.Budgets {
		needed := line.Used
		for _, share := range out.Beyond.Shares {
			switch {
			case share.Stakeholder != line.Stakeholder:
			case line.Kind == models.CostBudget:
				needed += share.Cost
			default:
				needed += share.Burden
			}
		}
		if needed > line.Limit {
			line.Used = needed
			out.Exceeds = append(out.Exceeds, line)
		}
	}
}
