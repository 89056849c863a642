package paths

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// addFacts lists every fact that holds in some reading by some profile alone.
func addFacts(p *analysis.Pass) error {
	reached := make([]models.InReadings[models.Reach], p.Graph().NumFacts())
	byAttack := map[*graph.Fixpoint]*graph.Fixpoint{} // scenarios may share what holds
	for _, reading := range models.ReadingIDs() {
		for _, s := range p.Alone(reading) {
			if err := p.Context.Err(); err != nil {
				return err
			}
			if byAttack[s.Fixpoint] == nil {
				byAttack[s.Fixpoint] = attackOnly(p, s)
			}
			attack := byAttack[s.Fixpoint]
			for f := range graph.FactID(len(reached)) {
				if !s.Fixpoint.Holds(f) {
					continue
				}
				how := reached[f].In(reading)
				switch {
				case attack.Holds(f):
					*how = models.AttackReached
				case *how == models.NotReached:
					*how = models.ConsequenceReached
				}
			}
		}
	}
	derived := derivations(p)
	n := 0
	for _, r := range reached {
		if r != (models.InReadings[models.Reach]{}) {
			n++
		}
	}
	p.Result.Facts = make([]models.FactResult, 0, n)
	for f, r := range reached {
		if r == (models.InReadings[models.Reach]{}) {
			continue
		}
		out := models.FactResult{Fact: p.Case.FactOf(graph.FactID(f)), Reached: r}
		out.Instance = p.Graph().RuleName(derived[f])
		if premises := len(p.Graph().If(derived[f])); premises > 0 {
			out.From = make([]models.Fact, 0, premises)
		}
		for _, from := range p.Graph().If(derived[f]) {
			out.From = append(out.From, p.Case.FactOf(from))
		}
		p.Result.Facts = append(p.Result.Facts, out)
	}
	return nil
}

// attackOnly returns what holds in a scenario by attack rules alone.
func attackOnly(p *analysis.Pass, s *analysis.Scenario) *graph.Fixpoint {
	sel := s.Selection.Clone()
	for r := range graph.RuleID(p.Graph().NumRules()) {
		if p.Case.ClassOf(r) == models.ConsequenceRule {
			sel.Disable(r)
		}
	}
	return graph.Reach(p.Graph(), sel)
}

// derivations gives each fact the rule instance of its derivation by the first profile that reaches it, in the
// assessed reading before the inherent one. Together they are well-founded: a premise holds by the same profile, and
// if its own derivation is by an earlier one, no way leads back.
func derivations(p *analysis.Pass) []graph.RuleID {
	out := make([]graph.RuleID, p.Graph().NumFacts())
	known := make([]bool, len(out))
	for _, reading := range []models.ReadingID{models.Assessed, models.Inherent} {
		for _, s := range p.Alone(reading) {
			x := graph.Reach(p.Graph(), s.Selection) // its derivations are not kept
			for _, f := range x.Order() {
				if !known[f] {
					out[f], _ = x.Rule(f)
					known[f] = true
				}
			}
		}
	}
	return out
}
