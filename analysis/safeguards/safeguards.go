package safeguards

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// Analysis tells what stops the consequences that are not reachable.
var Analysis = analysis.Analysis{
	Name:  "safeguards",
	Doc:   `The safeguards each of which stops a consequence in the assessed reading, and the causes that the device class rules out.`,
	Needs: []string{"paths"},
	Run:   run,
}

func run(p *analysis.Pass) error {
	for i, e := range p.Effects() {
		c := p.Consequence(i)
		c.Excluded = e.Exclusions
		if c.Reachable.Assessed.Reachable {
			continue
		}
		unsafe := unsafeStates(p, i)
		for _, s := range e.Guards {
			if stops(p, defeat(p, &e.Effect, s), unsafe[s]) {
				c.StoppedBy = append(c.StoppedBy, s)
			}
		}
	}
	return nil
}

// unsafeStates returns, for each safeguard of an effect, the unsafe states that demand it to act.
func unsafeStates(p *analysis.Pass, effect int) map[models.SafeguardID][]graph.FactID {
	e := p.Effects()[effect]
	out := map[models.SafeguardID][]graph.FactID{}
	for _, s := range e.Guards {
		demand, there := p.Case.Fact(models.Fact{State: models.StateChallenged, Subject: string(s)})
		if !there {
			continue
		}
		for _, r := range p.Graph().Concluding(demand) {
			of := func(b models.Binding) bool { return b.Role == "effect" && b.Subject == string(e.ID) }
			if slices.ContainsFunc(p.Case.Step(r).Roles, of) {
				out[s] = append(out[s], p.Graph().If(r)...)
			}
		}
	}
	return out
}

// defeat is the fact that a safeguard no longer keeps an effect away: that of all units, where the effect is about all.
func defeat(p *analysis.Pass, e *models.Effect, s models.SafeguardID) models.Fact {
	defeated := models.Fact{State: models.StateDefeated, Subject: string(s)}
	if e.Of == models.AllUnits {
		all := defeated
		all.In = models.AllUnits
		if _, there := p.Case.Fact(all); there {
			return all
		}
	}
	return defeated
}

// stops reports whether some profile brings an unsafe state about, and none that does defeats the safeguard.
func stops(p *analysis.Pass, defeated models.Fact, unsafe []graph.FactID) bool {
	demanded := false
	for _, scenario := range p.Alone(models.Assessed) {
		if !slices.ContainsFunc(unsafe, scenario.Fixpoint.Holds) {
			continue
		}
		if scenario.Holds(defeated) {
			return false
		}
		demanded = true
	}
	return demanded
}
