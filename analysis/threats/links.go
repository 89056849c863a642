package threats

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// links ask how states are reached and what they lead to, within the work that the question may take.
type links struct {
	pass    *analysis.Pass
	needed  map[models.ProfileID]map[graph.FactID][]int32
	places  map[graph.FactID]int32                      // of the states
	follows map[models.ProfileID][]analysis.Propagation // by the places of the states
	known   map[string][]int32                          // the effects that states have in common, by what they share
	key     []byte
	cut     bool // what effects need is not known
	open    int  // rows whose effects were not all looked for
	attacks *analysis.AttackSearch
}

// newLinks follows every state from where each profile that reaches it begins, with no other first step.
func newLinks(p *analysis.Pass, states []graph.FactID) (*links, error) {
	l := &links{
		pass: p, attacks: p.NewAttackSearch(), known: map[string][]int32{},
		needed:  map[models.ProfileID]map[graph.FactID][]int32{},
		places:  make(map[graph.FactID]int32, len(states)),
		follows: map[models.ProfileID][]analysis.Propagation{},
	}
	for i, f := range states {
		l.places[f] = int32(i)
	}
	for i, s := range p.Alone(models.Assessed) {
		profile := p.Profiles()[i]
		o := p.Nobody()
		if profile.Kind.Malicious() {
			o = p.Baseline(profile.ID)
		}
		starts := make([][]graph.FactID, len(states))
		for k, f := range states {
			if s.Fixpoint.Holds(f) {
				starts[k] = states[k : k+1]
			}
		}
		follows, err := p.Propagate(o, starts)
		if err != nil {
			return nil, err
		}
		l.follows[profile.ID] = follows
	}
	return l, nil
}

// leadsTo returns the effects to which a state leads for the profiles that reach it: those that it has in common with
// other states, and those of its own, which are few. Both are ascending and have nothing in common.
func (l *links) leadsTo(f graph.FactID, by []models.ProfileID) (shared, own []int32) {
	var lists [][]int32
	l.key = l.key[:0]
	told := true
	for _, profile := range by {
		follows := &l.follows[profile][l.places[f]]
		told = told && follows.Examined()
		common, number, alone := follows.Shared()
		lists = append(lists, common)
		own = slices.Concat(own, alone, l.needing(profile)[f])
		l.key = binary.LittleEndian.AppendUint32(append(append(l.key, profile...), 0), uint32(number))
	}
	if !told {
		l.open++
	}
	shared, known := l.known[string(l.key)]
	if !known {
		shared = slices.Concat(lists...)
		slices.Sort(shared)
		shared = slices.Compact(shared)
		l.known[string(l.key)] = shared
	}
	slices.Sort(own)
	own = slices.DeleteFunc(slices.Compact(own), func(e int32) bool {
		_, there := slices.BinarySearch(shared, e)
		return there
	})
	return shared, own
}

// needing returns, for a profile, the effects that do not come about without each state of a row: by fact.
func (l *links) needing(profile models.ProfileID) map[graph.FactID][]int32 {
	if l.needed[profile] != nil {
		return l.needed[profile]
	}
	p, s := l.pass, l.pass.Under(models.Assessed, profile)
	out := map[graph.FactID][]int32{}
	l.needed[profile] = out
	essentials := s.Essentials()
	l.cut = l.cut || !essentials.Whole
	for e := range p.Effects() {
		for _, f := range essentials.Of(p.Goal(e)) {
			if _, about := p.ComponentOf(graph.FactID(f)); about {
				out[graph.FactID(f)] = append(out[graph.FactID(f)], int32(e))
			}
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
