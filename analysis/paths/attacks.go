package paths

import (
	"fmt"

	"github.com/harmpath/harmpath/analysis"
)

// addAttacks finds, for each consequence and each profile that reaches it, the attack of least effort. When the work
// for the question is used up, the rest are attacks of least tree cost.
func addAttacks(p *analysis.Pass) error {
	each := int64(1 + p.Graph().NumPremises()) // a search looks at the graph a few times, whatever it finds
	spent, bounds := int64(0), 0
	for i := range p.Effects() {
		c := p.Consequence(i)
		reading, reachable := shown(c)
		if !reachable {
			continue
		}
		for _, profile := range c.Reachable.In(reading).By {
			s := p.Under(reading, profile)
			find := s.EasiestAttack
			if spent += 4 * each; spent > p.Work() {
				find = s.AnyAttack
				bounds++
			}
			attack, err := find(p.Goal(i))
			if err != nil {
				return err
			}
			c.Attacks = append(c.Attacks, *attack)
		}
	}
	if bounds > 0 {
		p.Limit("easiest attack", "", fmt.Sprintf("for %d attacks the work limit leaves bounds by tree cost", bounds))
	}
	return nil
}
