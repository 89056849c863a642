package paths

import "github.com/harmpath/harmpath/analysis"

// addAttacks finds, for each consequence and each profile that reaches it, the attack of least effort. When the work
// for the question is used up, the rest are attacks of least tree cost.
func addAttacks(p *analysis.Pass) error {
	search := p.NewAttackSearch()
	for i := range p.Effects() {
		c := p.Consequence(i)
		reading, reachable := shown(c)
		if !reachable {
			continue
		}
		for _, profile := range c.Reachable.In(reading).By {
			attack, err := search.Easiest(p.Under(reading, profile), p.Goal(i))
			if err != nil {
				return err
			}
			if attack != nil {
				c.Attacks = append(c.Attacks, *attack)
			}
		}
	}
	search.Report("easiest attack")
	return nil
}
