package cone

import "github.com/harmpath/harmpath/graph/internal/adjacency"

// draft is a cone that is being rewritten into another of the same function.
type draft struct {
	base *Cone
	goal int32
	of   [][]int32   // fact → its rules, in order
	rule []draftRule // the cone's rules, and those made up
}

// draftRule is a rule that is the cone's rule own, or wiring that was made up (-1).
type draftRule struct {
	own int32
	ifs []int32 // in order, each once; may be the cone's own list
}

func newDraft(c *Cone) *draft {
	d := &draft{base: c, goal: c.Goal, of: make([][]int32, len(c.Fact)), rule: make([]draftRule, len(c.Rule))}
	for f := range d.of {
		d.of[f] = c.Concluding.At(int32(f))
	}
	for r := range d.rule {
		d.rule[r] = draftRule{int32(r), c.Premises.At(int32(r))}
	}
	return d
}

// counted says whether a rule is a variable.
func (d *draft) counted(rule int32) bool {
	own := d.rule[rule].own
	return own >= 0 && d.base.Counted[own]
}

// passes says whether a rule does nothing but pass on one fact.
func (d *draft) passes(rule int32) bool { return len(d.rule[rule].ifs) == 1 && !d.counted(rule) }

// fact makes a fact up.
func (d *draft) fact(rules ...int32) int32 {
	d.of = append(d.of, rules)
	return int32(len(d.of) - 1)
}

// wiring makes a rule up.
func (d *draft) wiring(premises ...int32) int32 {
	d.rule = append(d.rule, draftRule{-1, premises})
	return int32(len(d.rule) - 1)
}

// cone returns what the goal depends on, and of which rule of the base each rule is made, -1 of none.
func (d *draft) cone() (c *Cone, own []int32) {
	b := d.base
	c = &Cone{Whole: b.Whole, Selection: b.Selection, Counts: b.Counts, Derivable: true, Unit: b.Unit, Premises: adjacency.NewLists[int32]()}
	local := make([]int32, len(d.of)) // from 1
	facts := []int32{d.goal}
	local[d.goal] = 1
	for next := 0; next < len(facts); next++ {
		c.Fact = append(c.Fact, -1)
		for _, r := range d.of[facts[next]] {
			from := d.rule[r].own
			own = append(own, from)
			c.Head = append(c.Head, int32(next))
			c.Counted = append(c.Counted, d.counted(r))
			if from >= 0 {
				c.Rule, c.Weight = append(c.Rule, b.Rule[from]), append(c.Weight, b.Weight[from])
			} else {
				c.Rule, c.Weight = append(c.Rule, -1), append(c.Weight, 0)
			}
			for _, p := range d.rule[r].ifs {
				if local[p] == 0 {
					facts = append(facts, p)
					local[p] = int32(len(facts))
				}
				c.Premises.Push(local[p] - 1)
			}
			c.Premises.Close()
		}
	}
	c.index()
	return c, own
}
