package ground

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// passageRelation is the relation of what joins networks with these, in the directions in which traffic passes.
const passageRelation models.RelationID = "passage"

// passageTuples emits the passages that traffic gets through; in an open grounding also those where it is held up, each
// instance over which wants the fact that it is not.
func (g *grounding) passageTuples(emit emitter) {
	for _, p := range g.out.Ways.Passages() {
		if p.Passed || g.open {
			g.passages = append(g.passages, p)
			emit(string(p.Gateway), string(p.From), string(p.To))
		}
	}
}

// through returns the fact that traffic gets through a passage, with all that concludes it made at first mention; false
// where the model states that it does.
func (g *grounding) through(p *topology.Passage) (atom, bool) {
	if p.Passed && p.Stated {
		return atom{}, false
	}
	then := g.atom(models.StatePassable, string(p.Gateway)+"."+string(p.From)+"."+string(p.To))
	if g.weaknesses[then] {
		return then, true
	}
	g.weaknesses[then] = true
	if !p.Stated {
		a := g.builtIn(models.RuleAssumed, models.AttackRule, models.Binding{Role: "element", Type: models.ComponentSort, Subject: string(p.Gateway)})
		a.then, a.grade = then, worstOnly
		if p.Passed {
			a.grade = unlessBest
		}
		g.add(&a)
	}
	if !p.Passed {
		g.fails(then)
	}
	return then, true
}

// addCrossings lets traffic of one unit get into the network of another where one gateway joins those of all.
func (g *grounding) addCrossings() {
	for _, p := range g.out.Ways.Crossings() {
		within := models.Fact{State: models.StateReached, Subject: string(p.From)}
		if !g.units.Several(models.ComponentSort, string(p.From)) || g.units.Several(models.ComponentSort, string(p.Gateway)) || !p.Passed && !g.open {
			continue
		}
		a := g.builtIn(models.RuleAcross, models.AttackRule,
			models.Binding{Role: "gateway", Type: models.ComponentSort, Subject: string(p.Gateway)}, models.Binding{Role: "network", Type: models.ComponentSort, Subject: string(p.From)})
		a.then, a.from = g.facts.atom(within), []atom{g.facts.atom(within)}
		a.then.all = true
		if g.open {
			if f, wanted := g.through(&p); wanted {
				a.from = append(a.from, f)
			}
		}
		g.add(&a)
	}
}

// addSeparations lets what keeps two networks apart fail, in an open grounding: then each is reached from the other.
func (g *grounding) addSeparations() {
	if !g.open {
		return
	}
	for _, s := range g.out.Ways.Separations() {
		ends := [2]string{string(s.A), string(s.B)}
		joined := g.atom(models.StatePassable, ends[0]+"."+ends[1])
		g.fails(joined)
		for i, from := range ends {
			to := ends[1-i]
			a := g.builtIn(models.RuleJoined, models.AttackRule,
				models.Binding{Role: "from", Type: models.ComponentSort, Subject: from}, models.Binding{Role: "to", Type: models.ComponentSort, Subject: to})
			a.then, a.from = g.atom(models.StateReached, to), []atom{g.atom(models.StateReached, from), joined}
			a.told = instanceID(models.RuleJoined, from, to)
			g.add(&a)
		}
	}
}
