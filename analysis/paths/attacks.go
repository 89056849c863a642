package paths

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
)

// addAttacks finds, for each consequence and each profile that reaches it, the attack of least effort. When the work
// for the question is used up, the rest are attacks of least tree cost. It returns the rule instances of the attacks, by
// effect.
func addAttacks(p *analysis.Pass) (proofs [][][]graph.RuleID, err error) {
	search := p.NewAttackSearch()
	proofs = make([][][]graph.RuleID, len(p.Effects()))
	for i := range p.Effects() {
		c := p.Consequence(i)
		reading, reachable := shown(c)
		if !reachable {
			continue
		}
		for _, profile := range c.Reachable.In(reading).By {
			attack, err := search.Easiest(p.Under(reading, profile), p.Goal(i))
			if err != nil {
				return nil, err
			}
			if attack != nil {
				c.Attacks = append(c.Attacks, *attack)
				proofs[i] = append(proofs[i], search.Proof())
			}
		}
	}
	search.Report("easiest attack")
	return proofs, nil
}
