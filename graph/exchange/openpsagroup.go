package exchange

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// mostShared is how many events the members of one common cause group may become.
const mostShared = 100_000

// shared is a common cause group that is being read.
type shared struct {
	*definition
	members      []*definition
	distribution *element
	factors      map[int]*element // by level
	model        string
}

// group turns a common cause group into the events of the standard: one for each set of members that fail together,
// its probability by the group's model. Each member then is any of the events of which it is a part.
func (p *psa) group(d *definition) {
	before := len(p.problems)
	g := &shared{definition: d, factors: map[int]*element{}, model: d.at.attr["model"]}
	for _, e := range d.body {
		switch e.tag {
		case "members":
			p.members(g, e)
		case "distribution":
			if len(e.children) != 1 || g.distribution != nil {
				p.tell(e, d.fact, models.Messagef("a group has one distribution of one expression"), models.Message{})
				continue
			}
			g.distribution = e.children[0]
		case "factors":
			for _, f := range e.children {
				p.factor(g, f)
			}
		case "factor":
			p.factor(g, e)
		default:
			p.tell(e, d.fact, models.Messagef("<%s> is not known here", e.tag), models.Messagef("write members, distribution and factors"))
		}
	}
	if g.distribution == nil && len(p.problems) == before {
		p.tell(d.at, d.fact, models.Messagef("the group has no distribution"), models.Messagef("write <distribution>…"))
	}
	if len(p.problems) == before && p.levels(g) {
		p.share(g)
	}
}

// members reads the members; they need no other definition.
func (p *psa) members(g *shared, list *element) {
	for _, e := range list.children {
		if e.tag != "basic-event" {
			p.tell(e, g.fact, models.Messagef("<%s> is no member of a group", e.tag), models.Messagef("write <basic-event name=\"…\"/>"))
			continue
		}
		if !p.named(e) {
			continue
		}
		d := p.scopes.resolve("", g.scope, e.attr["name"])
		if d == nil {
			d = &definition{kind: basicKind, name: e.attr["name"], fact: e.attr["name"], scope: g.scope, at: e}
			p.scopes.add(d, false)
			p.scopes.basic = append(p.scopes.basic, d)
		}
		switch {
		case d.kind != basicKind:
			p.tell(e, g.fact, models.Messagef("%q is a %s, no basic event", d.name, d.kind.words()), models.Message{})
		case d.group == g.definition:
			p.tell(e, g.fact, models.Messagef("%q is a member already", d.name), models.Messagef("leave one out"))
		case d.group != nil:
			p.tell(e, g.fact, models.Messagef("%q is a member of the group %q already", d.name, d.group.name), models.Messagef("an event can be in one group"))
		case len(d.body) > 0:
			p.tell(d.at, d.fact, models.Messagef("has an expression of its own and is a member of the group %q, which has one, too", g.name), models.Messagef("leave one out"))
		default:
			d.group = g.definition
			g.members = append(g.members, d)
		}
	}
}

// factor reads a factor; one without a level is of the next one.
func (p *psa) factor(g *shared, e *element) {
	level := len(g.factors) + 1
	switch g.model {
	case "beta-factor":
		level = len(g.members)
	case "MGL":
		level++
	}
	if text := e.attr["level"]; text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			p.tell(e, g.fact, models.Messagef("%q is no level", text), models.Messagef("write a number from 1 up"))
			return
		}
		level = n
	}
	switch {
	case e.tag != "factor" || len(e.children) != 1:
		p.tell(e, g.fact, models.Messagef("a factor has one expression"), models.Messagef(`write <factor level="…"><float value="…"/></factor>`))
	case g.factors[level] != nil:
		p.tell(e, g.fact, models.Messagef("the factor of level %d is there already", level), models.Messagef("leave one out"))
	default:
		g.factors[level] = e.children[0]
	}
}

// levels checks that there are as many factors as the model of the group needs.
func (p *psa) levels(g *shared) bool {
	n := len(g.members)
	first := map[string]int{"beta-factor": n, "MGL": 2, "alpha-factor": 1, "phi-factor": 1}[g.model]
	events := math.Ldexp(1, n)
	if g.model == "beta-factor" {
		events = float64(n + 1)
	}
	switch {
	case n < 2:
		p.tell(g.at, g.fact, models.Messagef("the group has %d members", n), models.Messagef("write two or more"))
		return false
	case first == 0:
		p.tell(g.at, g.fact, models.Messagef("the model %q is not known", g.model), models.Messagef("write beta-factor, MGL, alpha-factor or phi-factor"))
		return false
	case events > mostShared:
		p.tell(g.at, g.fact, models.Messagef("a group of %d members becomes %.0f events", n, events-1), models.Messagef("divide it into smaller groups"))
		return false
	}
	whole := true
	for level := first; level <= n; level++ {
		if g.factors[level] == nil {
			p.tell(g.at, g.fact, models.Messagef("the factor of level %d is missing: a group of %d members by the model %s has factors of the levels %d to %d",
				level, n, g.model, first, n), models.Messagef("write it, 0 where there is no such failure"))
			whole = false
		}
	}
	if most := n - first + 1; whole && len(g.factors) > most {
		p.tell(g.at, g.fact, models.Messagef("the group has %d factors, and its model has %d: of the levels %d to %d", len(g.factors), most, first, n), models.Messagef("leave the others out"))
		return false
	}
	return whole
}

// share makes the events and lets each member stand for any of those that it is a part of.
func (p *psa) share(g *shared) {
	chance := p.sharedChances(g)
	if chance == nil {
		return
	}
	parts := make([][]ref, len(g.members))
	names := make([]string, len(g.members))
	for i, m := range g.members {
		names[i] = m.fact
	}
	for _, set := range g.sets() {
		q := chance[len(set)]
		if q.x == 0 && !q.timed {
			continue // the standard leaves them out
		}
		together := make([]string, len(set))
		for i, m := range set {
			together[i] = names[m]
		}
		d := &definition{kind: basicKind, name: "[" + strings.Join(together, " ") + "]", at: g.at}
		for d.fact = d.name; p.scopes.facts[d.fact] != nil; {
			d.fact += "*" // somebody has an event of that name
		}
		p.scopes.facts[d.fact] = d
		event := p.occur(d, q, "")
		for _, m := range set {
			parts[m] = append(parts[m], event)
		}
	}
	for i, m := range g.members {
		p.of[m] = p.formulas.own(m.fact, p.formulas.or(m.fact, parts[i]))
	}
}

// sets returns the sets of members that can fail together, by their places, smaller ones first.
func (g *shared) sets() [][]int {
	n := len(g.members)
	var sets [][]int
	if g.model == "beta-factor" {
		all := make([]int, n)
		for i := range all {
			all[i] = i
			sets = append(sets, []int{i})
		}
		return append(sets, all)
	}
	for bits := 1; bits < 1<<n; bits++ {
		var set []int
		for i := range n {
			if bits>>i&1 != 0 {
				set = append(set, i)
			}
		}
		sets = append(sets, set)
	}
	slices.SortStableFunc(sets, func(a, b []int) int { return len(a) - len(b) })
	return sets
}

// sharedChances returns the probability of each event by how many members fail in it.
func (p *psa) sharedChances(g *shared) []quantity {
	q := p.probability(g.distribution, g.definition)
	n := len(g.members)
	factor := make([]float64, n+2)
	for level := 1; level <= n; level++ {
		if e := g.factors[level]; e != nil {
			f := p.probability(e, g.definition)
			factor[level] = f.x
			q.timed, q.wrong = q.timed || f.timed, q.wrong || f.wrong
		}
	}
	if q.wrong {
		return nil
	}
	out := make([]quantity, n+1)
	for k := range out {
		out[k] = quantity{x: q.x * g.share(factor, k), timed: q.timed}
		if !q.timed && !(out[k].x >= 0 && out[k].x <= 1) {
			p.tell(g.at, g.fact, models.Messagef("the probability %v that %d members fail together is out of range", out[k].x, k), models.Message{})
			return nil
		}
	}
	return out
}

// share returns the part of the distribution that one event of k members has (meta-logical layer of the standard).
func (g *shared) share(factor []float64, k int) float64 {
	n := len(g.members)
	switch {
	case k == 0:
		return 0
	case g.model == "phi-factor":
		return factor[k]
	case g.model == "beta-factor" && k == 1:
		return 1 - factor[n]
	case g.model == "beta-factor" && k < n:
		return 0
	case g.model == "beta-factor":
		return factor[n]
	}
	share := 1 / choose(n-1, k-1)
	if g.model == "alpha-factor" {
		all := 0.0
		for i := 1; i <= n; i++ {
			all += float64(i) * factor[i]
		}
		return share * float64(k) * factor[k] / all
	}
	for i := 2; i <= k; i++ {
		share *= factor[i]
	}
	return share * (1 - factor[k+1])
}

// choose returns n over k.
func choose(n, k int) float64 {
	out := 1.0
	for i := range k {
		out = out * float64(n-i) / float64(i+1)
	}
	return math.Round(out)
}
