package analysis

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// Lacks returns what the model lacks, so that its levels are not determined: nothing where an effect was examined, which
// is one that somebody brings about in the inherent reading, or would if nothing were protected. It is found out at
// first use.
func (p *Pass) Lacks() []models.Lack {
	if p.lacks == nil {
		lacks := []models.Lack{}
		if !p.examined() {
			lacks = lacksOf(p.Case)
		}
		p.lacks = &lacks
	}
	return *p.lacks
}

// lacksOf returns what a case lacks in which nobody brings anything about.
func lacksOf(c *ground.Case) []models.Lack {
	var out []models.Lack
	if len(c.Effects) == 0 {
		out = append(out, models.LacksEffects)
	}
	if len(c.System.Attackers) == 0 {
		out = append(out, models.LacksAttackers)
	}
	if len(out) == 0 {
		out = append(out, models.LacksWays)
	}
	return out
}

// examined reports whether anybody, alone or with all others, brings an effect about, with every protective property taken
// away where nobody does with them. The latter is not asked of an engine: it may call more undetermined, and never less.
func (p *Pass) examined() bool {
	for _, s := range p.Alone(models.Inherent) {
		if slices.ContainsFunc(p.goals, s.reaches) {
			return true
		}
	}
	if len(p.goals) == 0 || len(p.profiles) == 0 || !p.HasGraph() {
		return false
	}
	bare, err := ground.New(p.Case.System.Unprotected(), p.Case.Catalog)
	if err != nil {
		panic(fmt.Sprintf("analysis: a case that was grounded cannot be without its properties: %v", err))
	}
	everybody := ground.Query{Reading: models.Inherent}
	for _, profile := range p.profiles {
		everybody.Profiles = append(everybody.Profiles, profile.ID)
	}
	reached := graph.Reach(bare.Graph, bare.Select(everybody))
	for i := range bare.Effects {
		goal, there := bare.Fact(occurrence(bare.Effects[i].ID))
		if there && reached.Holds(goal) {
			return true
		}
	}
	return false
}
