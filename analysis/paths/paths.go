package paths

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// Analysis answers what is reachable and why.
var Analysis = analysis.Analysis{
	Name: "paths",
	Doc: `The easiest attack of each attacker on each consequence and one derivation of each initiator; every fact with one
derivation; the attack graph of each consequence.`,
	Needs: []string{"levels"},
	Run:   run,
}

func run(p *analysis.Pass) error {
	proofs, err := addAttacks(p)
	if err != nil {
		return err
	}
	if err := addFacts(p); err != nil {
		return err
	}
	if err := addGraphs(p, proofs); err != nil {
		return err
	}
	for _, s := range p.Alone(models.Inherent) {
		s.Forget() // nobody else asks for attacks in this reading
	}
	return nil
}

// shown returns the reading in which a consequence's attacks are shown: the assessed one, or the inherent one where it
// is reachable in that alone.
func shown(c *models.Consequence) (reading models.ReadingID, reachable bool) {
	if c.Reachable.Assessed.Reachable {
		return models.Assessed, true
	}
	return models.Inherent, c.Reachable.Inherent.Reachable
}
