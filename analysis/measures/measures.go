package measures

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// search is the state that the parts of the answer share.
type search struct {
	pass     *analysis.Pass
	system   *models.System
	question Question
	out      *models.MeasurePlan

	acting, removing []bool // by measure of the graph: it acts on some instance; it removes one for good
	all              []candidate
	open             []graph.MeasureID // the candidates among them
	now              *state
	solved           map[string]*models.PlanAnswer // by target
	known            map[[sha256.Size]byte]figure  // by the key of what an attack rests on
	spent            int64                         // on efforts and chances
	cut              int                           // attacks whose figures the work limit left as bounds
	unexamined       int                           // candidates of which it left open what they do by themselves
}

func run(p *analysis.Pass, q Question) error {
	if err := q.check(p); err != nil {
		return err
	}
	s := &search{pass: p, system: p.Case.System, question: q, solved: map[string]*models.PlanAnswer{}, known: map[[sha256.Size]byte]figure{}}
	s.find()
	if len(s.all) == 0 || len(p.Lacks()) > 0 {
		return nil
	}
	s.out = &models.MeasurePlan{Attackers: q.Attackers, Capability: q.Capability, Budgets: s.budgets(), Measures: []models.MeasureValue{}}
	p.Result.Plan = s.out
	s.now = s.with()
	for _, part := range []func() error{s.states, s.answer, s.front, s.values} {
		if err := part(); err != nil {
			return err
		}
		if err := p.Context.Err(); err != nil {
			return err
		}
	}
	if s.cut > 0 {
		p.Limit("measures", "", fmt.Sprintf("the work limit leaves the efforts and chances of %d attacks as bounds", s.cut))
	}
	if s.unexamined > 0 {
		p.Limit("measures", "", fmt.Sprintf("the work limit leaves open what each of %d measures does by itself", s.unexamined))
	}
	return nil
}

// states tells what the malicious profiles can do now, and with every candidate in force.
func (s *search) states() error {
	full := s.now
	if len(s.open) > 0 {
		full = s.with(s.open...)
	}
	for _, each := range []struct {
		state *state
		out   *models.PlanState
	}{{s.now, &s.out.Now}, {full, &s.out.Full}} {
		each.out.Levels = each.state.levels()
		remains, err := s.remains(each.state)
		if err != nil {
			return err
		}
		each.out.Remains = remains
	}
	s.out.Others = s.now.others()
	return nil
}

// remains finds the easiest attack of each malicious profile on each consequence that it still reaches.
func (s *search) remains(st *state) ([]models.Attack, error) {
	var out []models.Attack
	for e := range s.pass.Effects() {
		for _, scenario := range st.malicious {
			if !scenario.Occurs(e) {
				continue
			}
			find := scenario.EasiestAttack
			if !s.afford(1) {
				find = scenario.AnyAttack
			}
			attack, err := find(s.pass.Goal(e))
			if err != nil {
				return nil, err
			}
			out = append(out, *attack)
		}
	}
	return out, nil
}

// afford reports whether the work limit leaves room for some more exact figures, and counts them.
func (s *search) afford(figures int) bool {
	s.spent += int64(figures) * 4 * int64(1+s.pass.Graph().NumPremises())
	if s.spent > s.pass.Work() {
		s.cut++
		return false
	}
	return true
}

// budgets lists the limits in force: the question's in place of the model's.
func (s *search) budgets() []models.BudgetLine {
	var out []models.BudgetLine
	for _, party := range s.system.Stakeholders {
		for _, own := range []struct {
			kind  models.BudgetKind
			limit *float64
		}{{models.CostBudget, party.Budget}, {models.BurdenBudget, party.Capacity}} {
			at := slices.IndexFunc(s.question.Budgets, func(l Limit) bool { return l.Stakeholder == party.ID && l.Kind == own.kind })
			limit := own.limit
			if at >= 0 {
				limit = &s.question.Budgets[at].Most
			}
			if limit != nil {
				out = append(out, models.BudgetLine{Stakeholder: party.ID, Kind: own.kind, Limit: *limit, Used: s.used(party.ID, own.kind)})
			}
		}
	}
	return out
}

// used is what the measures in force ask of a stakeholder, those without an effect on attacks included.
func (s *search) used(party models.StakeholderID, kind models.BudgetKind) float64 {
	sum := 0.0
	for i := range s.system.Measures {
		m := &s.system.Measures[i]
		if m.Stakeholder == party && m.Status.InForce() && !m.Placeholder {
			sum += amount(m, kind)
		}
	}
	return sum
}

func amount(m *models.Measure, kind models.BudgetKind) float64 {
	cost, burden := costOf(m)
	if kind == models.CostBudget {
		return cost
	}
	return burden
}
