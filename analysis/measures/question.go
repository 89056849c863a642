package measures

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// Question is what to bring about, within which limits. The zero value asks for the lowest levels that a stakeholder
// accepts, or else for the lowest there are, within the model's own limits.
type Question struct {
	Target  models.PlanTarget
	Budgets []Limit // in place of the model's own

	Attackers  []models.ProfileID // those against whom measures have to be enough; none: every malicious profile
	Capability models.Capability  // what the caller has made all of them able to; unstated: what the model says
}

// Limit is the most that measures may ask of a stakeholder.
type Limit struct {
	Stakeholder models.StakeholderID
	Kind        models.BudgetKind
	Most        float64
}

// Analysis answers the default question.
var Analysis = Asking(Question{})

// Asking returns the analysis that answers a question. A question about what the case does not have comes back from
// Run as models.Problems.
func Asking(q Question) analysis.Analysis {
	return analysis.Analysis{
		Name: "measures",
		Doc: `The cheapest measures that bring the level to a target, within what each stakeholder can spend and bear; every
level that is worth its cost; what each measure does alone and when all others are in force.`,
		Run: func(p *analysis.Pass) error { return run(p, q) },
	}
}

// check finds what the question names and the case does not have.
func (q *Question) check(p *analysis.Pass) error {
	var problems models.Problems
	wrong := func(path string, what models.Message, word string, known []string) {
		problems = append(problems, models.Problem{
			At: models.Place{File: "argument"}, Path: path, What: what, Remedy: models.Meant(word, known),
		})
	}
	effects := p.EffectIDs(func(int) bool { return true })
	if stop := q.Target.Stop; stop != "" && !slices.Contains(effects, stop) {
		wrong("stop", models.Messagef("there is no effect %s", stop), string(stop), asWords(effects))
	}
	var parties []models.StakeholderID
	for _, s := range p.Case.System.Stakeholders {
		parties = append(parties, s.ID)
	}
	for _, l := range q.Budgets {
		if !slices.Contains(parties, l.Stakeholder) {
			wrong(flagOf(l.Kind), models.Messagef("there is no stakeholder %s", l.Stakeholder), string(l.Stakeholder), asWords(parties))
		}
		if l.Most < 0 {
			wrong(flagOf(l.Kind), models.Messagef("a limit is 0 or more, not %s", fmt.Sprint(l.Most)), fmt.Sprint(l.Most), []string{"0"})
		}
	}
	return problems.Err()
}

func flagOf(k models.BudgetKind) string {
	if k == models.CostBudget {
		return "budget"
	}
	return string(k)
}

func asWords[T ~string](ids []T) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// target fills in the default: what the stakeholders accept, the strictest of each axis.
func (q *Question) target(s *models.System) models.PlanTarget {
	t := q.Target
	if t.Recovery != nil || t.Economic != nil || t.Stop != "" {
		return t
	}
	for _, party := range s.Stakeholders {
		if party.Accepts != nil {
			t.Recovery = lower(t.Recovery, party.Accepts.Recovery)
			t.Economic = lower(t.Economic, party.Accepts.Economic)
		}
	}
	if t.Recovery == nil && t.Economic == nil {
		t.Recovery, t.Economic = new(models.Recovery), new(models.Economic)
	}
	return t
}

// lower returns the lower of two levels, where nil is none.
func lower[L cmp.Ordered](a, b *L) *L {
	if a == nil || b != nil && *b < *a {
		return b
	}
	return a
}
