// Package causetree draws what a consequence hangs on: the tree of its causes, what must all happen and what is enough, with who
// brings each cause about and what it takes, and with the safeguards in between.
package causetree

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/words"
)

// row is one line of the picture: a node of the tree, or a safeguard that stands between one and what it leads to.
type row struct {
	depth int
	kind  kind
	name  string
	gate  string // of an inner node: whether all of what is below it must happen, or any is enough
	who   string // of a fact: who brings it about
	holds holding
}

type kind uint8

const (
	goal kind = iota
	inner
	fact
	circumstance
	guard
	rest // what there is no room for
)

// holding is what becomes of a row in the assessed reading.
type holding uint8

const (
	happens holding = iota
	doesNot         // it does not come about, or a safeguard holds
	ruledOut
)

// mostRows is how many rows a picture shows.
const mostRows = 16

// tree lists the rows of a consequence.
func tree(c *caseview.Case, q *models.Consequence) []row {
	t := &walker{Case: c, consequence: q, reached: map[models.Fact]bool{}}
	for i := range c.Result.Facts {
		if f := &c.Result.Facts[i]; f.Reached.Assessed != models.NotReached {
			t.reached[f.Fact] = true
		}
	}
	root := models.Cause{}
	for i := range c.System.Effects {
		if e := &c.System.Effects[i]; e.ID == q.Effect {
			root = e.Causes
		}
	}
	if len(root.Facts()) == 0 {
		root.Any = t.seen()
	}
	t.add(row{kind: goal, name: c.Called(models.EffectSort, string(q.Effect)), holds: standing(q.Reachable.Assessed.Reachable)})
	t.guards(string(q.Effect), 1)
	t.walk(&root, 1, true)
	if n := len(t.rows); n > mostRows {
		t.rows = append(t.rows[:mostRows:mostRows], row{kind: rest, depth: 1, name: c.Fill(words.AndMore, "n", strconv.Itoa(n-mostRows))})
	}
	return t.rows
}

func standing(reachable bool) holding {
	if reachable {
		return happens
	}
	return doesNot
}

type walker struct {
	*caseview.Case
	consequence *models.Consequence
	reached     map[models.Fact]bool
	rows        []row
}

func (t *walker) add(r row) { t.rows = append(t.rows, r) }

// seen are the causes of a consequence that nobody wrote, as its attacks show them.
func (t *walker) seen() []models.Cause {
	var out []models.Cause
	for i := range t.consequence.Attacks {
		steps := t.consequence.Attacks[i].Steps
		for j := range steps {
			if steps[j].Rule != models.RuleCause && steps[j].Rule != models.RuleOccurs {
				continue
			}
			for _, f := range steps[j].From {
				if t.SortOf(f) != "" && !slices.ContainsFunc(out, func(c models.Cause) bool { return c.Fact == f }) && f.State != models.StateHolds {
					out = append(out, models.Cause{Fact: f})
				}
			}
		}
	}
	return out
}

// walk adds a node of the tree of causes with all below it. A node that only passes one thing on is left out. (It calls itself no
// deeper than causes nest, which reading bounds.)
func (t *walker) walk(c *models.Cause, depth int, root bool) {
	below := slices.Concat(c.Any, c.All)
	if len(below) == 0 {
		t.leaf(c, depth)
		return
	}
	if len(below) == 1 && c.ID == "" && c.Name.Empty() && c.RuledOut == nil {
		t.walk(&below[0], depth, root)
		return
	}
	gate := words.AnyIsEnough
	if len(c.All) > 0 {
		gate = words.AllMustBe
	}
	if len(below) == 1 {
		gate = models.Text{}
	}
	r := row{kind: inner, depth: depth, gate: t.Say(gate), holds: standing(t.holds(c))}
	switch {
	case !c.Name.Empty():
		r.name = t.Say(c.Name)
	case c.ID != "":
		r.name = c.ID
	}
	if t.ruledOut(c) {
		r.holds = ruledOut
	}
	if root && r.name == "" {
		t.rows[0].gate = r.gate
		depth--
	} else {
		t.add(r)
	}
	if c.ID != "" {
		t.guards(c.ID, depth+1)
	}
	for i := range below {
		t.walk(&below[i], depth+1, false)
	}
}

// leaf adds a fact of the tree.
func (t *walker) leaf(c *models.Cause, depth int) {
	if c.Fact == (models.Fact{}) {
		return
	}
	sort := t.SortOf(c.Fact)
	name := t.Called(sort, c.Fact.Subject)
	r := row{kind: fact, depth: depth, name: name + t.Say(words.FactColon) + t.State(c.Fact.State), holds: standing(t.reached[c.Fact])}
	if sort == models.ConditionSort {
		r.kind, r.name = circumstance, name
	} else if r.holds == happens {
		r.who = t.byWhom(c.Fact)
	}
	if t.ruledOut(c) {
		r.holds = ruledOut
	}
	t.add(r)
}

// holds tells whether a node of the tree comes about, its safeguards left aside.
func (t *walker) holds(c *models.Cause) bool {
	switch {
	case len(c.All) > 0:
		return !slices.ContainsFunc(c.All, func(x models.Cause) bool { return !t.holds(&x) })
	case len(c.Any) > 0:
		return slices.ContainsFunc(c.Any, func(x models.Cause) bool { return t.holds(&x) })
	}
	return t.reached[c.Fact]
}

// ruledOut tells whether the class of a device excludes a cause.
func (t *walker) ruledOut(c *models.Cause) bool {
	if c.RuledOut == nil {
		return false
	}
	component := t.Components[c.RuledOut.Component]
	return component != nil && slices.Contains(c.RuledOut.Classes, component.DeviceClass)
}

// guards adds the safeguards of a node.
func (t *walker) guards(target string, depth int) {
	for i := range t.System.Safeguards {
		s := &t.System.Safeguards[i]
		if !slices.Contains(s.Guards, target) && !slices.Contains(s.Guards, string(t.consequence.Effect)+"."+target) {
			continue
		}
		r := row{kind: guard, depth: depth, name: t.Called(models.SafeguardSort, string(s.ID)), holds: doesNot, who: t.Say(words.GuardHolds)}
		if t.reached[models.Fact{State: models.StateDefeated, Subject: string(s.ID)}] {
			r.holds, r.who = happens, t.Say(words.GuardDefeated)
		}
		t.add(r)
	}
}

// byWhom says who brings a fact about in the easiest attacks, the easiest of them first.
func (t *walker) byWhom(f models.Fact) string {
	easiest, more := -1, 0
	attacks := t.consequence.Attacks
	for i := range attacks {
		if !slices.ContainsFunc(attacks[i].Steps, func(s models.Step) bool { return s.Concludes == f }) {
			continue
		}
		more++
		if e := attacks[i].Effort; easiest < 0 || t.malicious(i) && (!t.malicious(easiest) || e.Value != nil && attacks[easiest].Effort.Value != nil && *e.Value < *attacks[easiest].Effort.Value) {
			easiest = i
		}
	}
	if easiest < 0 {
		return t.Say(words.OnHarderWays)
	}
	out := t.ProfileName(attacks[easiest].Profile)
	if v := attacks[easiest].Effort.Value; v != nil && t.malicious(easiest) {
		out += " " + t.Days(*v)
	}
	if more > 1 {
		out += t.Fill(words.AndOthers, "n", strconv.Itoa(more-1))
	}
	return out
}

func (t *walker) malicious(attack int) bool {
	p := t.Profiles[t.consequence.Attacks[attack].Profile]
	return p == nil || p.Kind.Malicious()
}
