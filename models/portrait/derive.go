package portrait

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Complete portrays each attack graph of a result that has no portrayal, or one that does not fit its steps. It reads the
// attacks, the graphs, the system and the words of the result, and nothing else.
func Complete(result *models.Result) {
	d := newDerivation(result)
	for i := range result.Graphs {
		if g := &result.Graphs[i]; g.Portrayal == nil || !fits(g) {
			g.Portrayal = d.portray(g)
		}
	}
}

// derivation is what the portraits of a result share.
type derivation struct {
	result    *models.Result
	sorts     map[models.StateID]models.Sort
	major     map[models.StateID]bool // a compromise, or a threat names it
	malicious map[models.ProfileID]bool
	receiver  map[models.FlowID]models.ComponentID
	attacks   map[models.EffectID][]models.Attack
}

func newDerivation(result *models.Result) *derivation {
	d := &derivation{
		result: result, sorts: map[models.StateID]models.Sort{}, major: map[models.StateID]bool{}, malicious: map[models.ProfileID]bool{},
		receiver: map[models.FlowID]models.ComponentID{}, attacks: map[models.EffectID][]models.Attack{},
	}
	for _, s := range result.Words.States {
		d.sorts[s.ID], d.major[s.ID] = s.Of, s.Compromise
	}
	for _, t := range result.Words.Threats {
		d.major[t.State] = true
	}
	for _, p := range slices.Concat(result.System.Attackers, result.System.Initiators) {
		d.malicious[p.ID] = p.Kind.Malicious()
	}
	for _, f := range result.System.Flows {
		d.receiver[f.ID] = f.To
	}
	for _, q := range result.Consequences {
		d.attacks[q.Effect] = q.Attacks
	}
	return d
}

// portray makes the portrayal of a graph; nil where no step of it leads to the consequence.
func (d *derivation) portray(g *models.ConsequenceGraph) *models.Portrayal {
	goal := models.Fact{State: models.StateOccurred, Subject: string(g.Effect)}
	steps, omitted := bounded(leading(founded(g.Steps), goal), d.attacks[g.Effect])
	if len(steps) == 0 {
		return nil
	}
	r := &reading{derivation: d, goal: goal, easiest: map[string]bool{}, at: map[models.Fact]*Box{}, profile: map[models.ProfileID]*Box{}}
	if a := d.easiest(d.attacks[g.Effect]); a != nil {
		for i := range a.Steps {
			r.easiest[a.Steps[i].Instance] = true
		}
	}
	r.box(goal).Easiest = true
	for _, s := range steps {
		r.take(s)
	}
	r.Contract()
	r.stateConditions()
	r.chain()
	r.Clear()
	r.locate()
	out := r.flat(g)
	out.Omitted = omitted
	return out
}

// easiest is the attack of least effort, malicious ones first.
func (d *derivation) easiest(attacks []models.Attack) *models.Attack {
	var best *models.Attack
	cost := func(a *models.Attack) float64 {
		malicious, known := d.malicious[a.Profile]
		switch {
		case known && !malicious:
			return 1e9
		case a.Effort.Value != nil:
			return *a.Effort.Value
		case a.Effort.Upper != nil:
			return *a.Effort.Upper
		}
		return 1e8
	}
	for i := range attacks {
		if best == nil || cost(&attacks[i]) < cost(best) {
			best = &attacks[i]
		}
	}
	return best
}
