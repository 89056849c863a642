package figures

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
)

// proof is the portrait of an attack graph with what a figure says of it.
type proof struct {
	*systemView
	*portrait.Portrait
	consequence *models.Consequence
	assumed     []models.PropertyRef              // in the order of their numbers
	order       map[models.Fact]int               // which fact comes about before which
	overcome    map[models.MeasureID]*models.Step // how a measure that can be overcome comes to hold nobody up
}

// newProof reads the attack graph of a consequence, which has a portrayal.
func (c *systemView) newProof(q *models.Consequence, g *models.ConsequenceGraph) *proof {
	p := &proof{
		systemView: c, Portrait: portrait.Of(g), consequence: q, order: map[models.Fact]int{}, overcome: map[models.MeasureID]*models.Step{},
	}
	for i := range g.Steps {
		s := &g.Steps[i]
		if _, known := p.order[s.Concludes]; !known {
			p.order[s.Concludes] = i
		}
		id := models.MeasureID(s.Concludes.Subject)
		if s.Rule == models.RuleIdle || s.Rule == models.RuleOvercome && p.overcome[id] == nil {
			p.overcome[id] = s
		}
	}
	return p
}

// number lists the unknown properties in the order in which the ways use them.
func (p *proof) number() {
	p.assumed = nil
	for _, w := range p.Ways {
		for _, a := range w.Assumes() {
			if !slices.Contains(p.assumed, a) {
				p.assumed = append(p.assumed, a)
			}
		}
	}
}
