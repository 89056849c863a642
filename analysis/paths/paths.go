package paths

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// Analysis answers what is reachable and why.
var Analysis = analysis.Analysis{
	Name: "paths",
	Doc: `Consequences in the three readings with who reaches them, the easiest attack of each attacker and one
derivation of each initiator; every fact with one derivation; the attack graph of each consequence.`,
	Run: run,
}

func run(p *analysis.Pass) error {
	addConsequences(p)
	proofs, err := addAttacks(p)
	if err != nil {
		return err
	}
	addFacts(p)
	addGraphs(p, proofs)
	for _, s := range p.Alone(models.Inherent) {
		s.Forget() // nobody else asks for attacks in this reading
	}
	return nil
}

// addConsequences lists the harmful effects with who brings each about in each reading.
func addConsequences(p *analysis.Pass) {
	for i, e := range p.Effects() {
		c := models.Consequence{
			Effect: e.ID, Name: e.Name, Derived: e.Derived, Harm: e.Harm, Economic: e.Economic,
			Levels: p.Grade(i).Levels,
		}
		for _, reading := range models.ReadingIDs() {
			*c.Reachable.In(reading) = p.Reachability(reading, p.Goal(i))
		}
		p.Result.Consequences = append(p.Result.Consequences, c)
	}
}

// shown returns the reading in which a consequence's attacks are shown: the assessed one, or the inherent one where it
// is reachable in that alone.
func shown(c *models.Consequence) (reading models.ReadingID, reachable bool) {
	if c.Reachable.Assessed.Reachable {
		return models.Assessed, true
	}
	return models.Inherent, c.Reachable.Inherent.Reachable
}
