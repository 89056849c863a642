package threats

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// tellCost is the work of telling one effect of one threat.
const tellCost = 50

// links ask how a state is reached and what it leads to, within the work that the question may take.
type links struct {
	pass    *analysis.Pass
	needed  map[models.ProfileID]map[graph.FactID][]int
	cut     bool // what effects need is not known
	spent   int64
	open    int // rows whose effects were looked for only among what follows from them alone
	attacks *analysis.AttackSearch
}

func newLinks(p *analysis.Pass) *links {
	return &links{pass: p, needed: map[models.ProfileID]map[graph.FactID][]int{}, attacks: p.NewAttackSearch()}
}

// leadsTo returns the effects to which a state leads for the profiles that reach it.
func (l *links) leadsTo(f graph.FactID, by []models.ProfileID) []models.EffectID {
	p := l.pass
	var leads []int
	cut := false
	for _, profile := range p.Profiles() {
		if !slices.Contains(by, profile.ID) {
			continue
		}
		o := p.Nobody()
		if profile.Kind.Malicious() {
			o = p.Outset(profile.ID)
		}
		if l.spent > p.Work() {
			cut = true
			break
		}
		before := o.Work()
		leads = append(leads, p.EffectsIn(o.After(f))...)
		l.spent += o.Work() - before
		leads = append(leads, l.needing(profile.ID)[f]...)
	}
	if cut {
		l.open++
	}
	l.spent += tellCost * int64(len(leads))
	return p.EffectsAt(leads)
}

// needing returns, for a profile, the effects that do not come about without each state of a row: by fact.
func (l *links) needing(profile models.ProfileID) map[graph.FactID][]int {
	if l.needed[profile] != nil {
		return l.needed[profile]
	}
	p, s := l.pass, l.pass.Under(models.Assessed, profile)
	out := map[graph.FactID][]int{}
	l.needed[profile] = out
	essentials := graph.FindEssentials(p.Graph(), s.Selection, s.Fixpoint, func(f graph.FactID) int32 {
		if _, about := p.ComponentOf(f); about {
			return int32(f)
		}
		return -1
	}, p.Work())
	l.cut = l.cut || !essentials.Whole
	for e := range p.Effects() {
		for _, f := range essentials.Of(p.Goal(e)) {
			out[graph.FactID(f)] = append(out[graph.FactID(f)], e)
		}
	}
	return out
}

// easiest returns the attack of least effort on a state over the attackers, each alone; the first of several. It is
// nil where only initiators bring the state about.
func (l *links) easiest(f graph.FactID) (*models.Attack, error) {
	p := l.pass
	var by []*analysis.Scenario
	for _, profile := range p.Attackers() {
		if s := p.Under(models.Assessed, profile.ID); s.Fixpoint.Holds(f) {
			by = append(by, s)
		}
	}
	slices.SortStableFunc(by, func(a, b *analysis.Scenario) int { return cmp.Compare(a.LeastCost(f), b.LeastCost(f)) })
	var best *models.Attack
	for _, s := range by {
		if best != nil && s.LeastCost(f) >= effortOf(best) {
			break
		}
		attack, err := l.attacks.Easiest(s, f)
		if attack == nil || err != nil {
			return best, err
		}
		if best == nil || effortOf(attack) < effortOf(best) {
			best = attack
		}
	}
	return best, nil
}

// effortOf returns the effort of an attack as it is told.
func effortOf(a *models.Attack) float64 {
	if a.Effort.Value != nil {
		return *a.Effort.Value
	}
	return *a.Effort.Upper
}

// report tells where the work limit left something out.
func (l *links) report() {
	if l.cut {
		l.pass.Limit("threats", "", "the work limit left open which threats consequences cannot do without")
	}
	if l.open > 0 {
		l.pass.Limit("threats", "", fmt.Sprintf("the effects that %d threats lead to were not all looked for", l.open))
	}
	l.attacks.Report("threats")
}
