package analysis

import (
	"context"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// Reach computes beside this process what is reachable, for attack graphs that outgrow its memory. A run with it grounds
// the case without an attack graph, and answers the analyses that name the facts that they ask about.
type Reach struct {
	Engine string // what computes, as limits name it
	// Holds tells which of some facts hold.
	Holds func(ctx context.Context, q ReachQuery, facts []models.Fact) (map[models.Fact]bool, error)
}

// ReachQuery says of which steps an engine computes what holds.
type ReachQuery struct {
	ground.Query
	Without []models.MeasureID // the measures in force in the reading: what they block takes no part
}

// reach is a Reach in one run.
type reach struct {
	Reach
	facts   []models.Fact // that are asked about
	failure error         // of the first question that failed; what was answered since is worth nothing
}

// takeReach makes the pass ask an engine what holds, about the effects and what the analyses of a list name. It returns the
// analyses of the list that this answers.
func (p *Pass) takeReach(engine *Reach, list []Analysis) []Analysis {
	p.reach = &reach{Reach: *engine}
	for i := range p.Case.Effects {
		p.reach.facts = append(p.reach.facts, occurrence(p.Case.Effects[i].ID))
	}
	var out []Analysis
	for _, a := range list {
		if a.Facts == nil {
			continue
		}
		p.reach.facts = append(p.reach.facts, a.Facts(p)...)
		a.After, a.Needs = append(a.After[:len(a.After):len(a.After)], a.Needs...), nil // what it needs may be among what is not answered
		out = append(out, a)
	}
	p.Limit("all else", "", "the engine "+engine.Engine+" computes what is reachable, not by which attacks")
	return out
}

// holding asks what holds under a query.
func (r *reach) holding(p *Pass, q ground.Query) map[graph.FactID]bool {
	if r.failure != nil {
		return nil
	}
	query := ReachQuery{Query: q}
	if q.Reading == models.Residual {
		for _, m := range p.Case.InForce() {
			query.Without = append(query.Without, p.Case.MeasureOf(m))
		}
	}
	holds, err := r.Holds(p.Context, query, r.facts)
	if err != nil {
		r.failure = err
		return nil
	}
	out := map[graph.FactID]bool{}
	for _, f := range r.facts {
		if id, there := p.Case.Fact(f); there && holds[f] {
			out[id] = true
		}
	}
	return out
}

// HasGraph reports whether the attack graph of the case is in this process. Where it is not, only what holds is known, and only
// of the effects and the facts that analyses name.
func (p *Pass) HasGraph() bool { return p.reach == nil }

// occurrence is the fact that an effect occurs.
func occurrence(e models.EffectID) models.Fact {
	return models.Fact{State: models.StateOccurred, Subject: string(e)}
}
