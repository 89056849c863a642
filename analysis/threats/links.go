package threats

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// links ask how a state is reached and what it leads to, within the work that the question may take.
type links struct {
	pass   *analysis.Pass
	spent  int64
	open   int // rows whose effects were looked for only among what follows from them alone
	bounds int // rows whose attack is one of least tree cost
}

func newLinks(p *analysis.Pass) *links { return &links{pass: p} }

// leadsTo returns the effects to which a state leads for the profiles that reach it.
func (l *links) leadsTo(f graph.FactID, by []models.ProfileID) []models.EffectID {
	p := l.pass
	leads := make([]bool, len(p.Effects()))
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
		for _, e := range p.EffectsIn(o.After(f)) {
			leads[e] = true
		}
		l.spent += o.Work() - before + int64(p.Graph().NumPremises())
		for _, e := range l.needing(p.Under(models.Assessed, profile.ID), f) {
			leads[e] = true
		}
	}
	if cut {
		l.open++
	}
	return p.EffectIDs(func(e int) bool { return leads[e] })
}

// needing returns the effects that occur in a scenario, but not without the fact.
func (l *links) needing(s *analysis.Scenario, f graph.FactID) []int {
	p := l.pass
	sel := s.Selection.Clone()
	sel.Disable(p.Graph().Concluding(f)...)
	without := graph.Reach(p.Graph(), sel)
	var out []int
	for e := range p.Effects() {
		if s.Occurs(e) && !without.Holds(p.Goal(e)) {
			out = append(out, e)
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
		find := s.EasiestAttack
		if l.spent += 4 * int64(p.Graph().NumPremises()); l.spent > 2*p.Work() {
			find = s.AnyAttack
			l.bounds++
		}
		attack, err := find(f)
		if err != nil {
			return nil, err
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
	if l.open > 0 {
		l.pass.Limit("threats", "", fmt.Sprintf("the effects that %d threats lead to were not all looked for", l.open))
	}
	if l.bounds > 0 {
		l.pass.Limit("threats", "", fmt.Sprintf("for %d threats the work limit leaves bounds of the effort by tree cost", l.bounds))
	}
}
