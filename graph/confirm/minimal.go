package confirm

import (
	"fmt"

	"github.com/harmpath/harmpath/graph"
)

// mostLooked bounds the rules that Minimal looks at for one set: some seconds.
const mostLooked = 200_000_000

// Minimal confirms that the attack set derives the goal and that no part of it does. Of a set that is too large for
// that it confirms the first alone, and returns ErrTooHard.
func Minimal(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, set []graph.RuleID) error {
	return AllMinimal(g, sel, goal, [][]graph.RuleID{set})
}

// AllMinimal does it for many sets, 64 trials of a set without one of its rules at a time.
func AllMinimal(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, sets [][]graph.RuleID) error {
	t := trials{g: g, sel: sel, goal: goal, out: make([]uint64, g.NumRules()), taken: map[graph.RuleID]int{}}
	for r := range t.out {
		if sel.Counted(graph.RuleID(r)) {
			t.out[r] = ^uint64(0)
		}
	}
	tooHard := false
	for i, set := range sets {
		if err := t.placed(set, i); err != nil {
			return err
		}
		if err := t.add(trial{set, -1}); err != nil {
			return err
		}
		if (len(set)+63)/64*g.NumRules() > mostLooked {
			tooHard = true
			continue
		}
		for without := range set {
			if err := t.add(trial{set, without}); err != nil {
				return err
			}
		}
	}
	if err := t.run(); err != nil || !tooHard {
		return err
	}
	return ErrTooHard
}

// trial is a set, without one of its rules where that is not -1.
type trial struct {
	set     []graph.RuleID
	without int
}

// trials are those that are to be run together.
type trials struct {
	g       *graph.AttackGraph
	sel     *graph.Selection
	goal    graph.FactID
	out     []uint64 // rule → trials, a bit each, in which it does not fire
	taken   map[graph.RuleID]int
	waiting []trial
}

// placed confirms that a set holds enabled counted rules only, each once.
func (t *trials) placed(set []graph.RuleID, number int) error {
	for _, r := range set {
		if t.taken[r] == number+1 || !t.sel.Enabled(r) || !t.sel.Counted(r) {
			return fmt.Errorf("confirm: rule %q has no place in an attack set", t.g.RuleName(r))
		}
		t.taken[r] = number + 1
	}
	return nil
}

func (t *trials) add(one trial) error {
	for i, r := range one.set {
		if i != one.without {
			t.out[r] &^= 1 << len(t.waiting)
		}
	}
	if t.waiting = append(t.waiting, one); len(t.waiting) == 64 {
		return t.run()
	}
	return nil
}

// run computes what holds in each trial: the goal, unless a rule is missing.
func (t *trials) run() error {
	if len(t.waiting) == 0 {
		return nil
	}
	holds := closures(t.g, t.sel, t.out)[t.goal]
	for i, one := range t.waiting {
		switch derived := holds>>i&1 != 0; {
		case one.without < 0 && !derived:
			return fmt.Errorf("confirm: the attack set does not derive %q", t.g.FactName(t.goal))
		case one.without >= 0 && derived:
			return fmt.Errorf("confirm: the attack set derives %q without rule %q", t.g.FactName(t.goal), t.g.RuleName(one.set[one.without]))
		}
		for _, r := range one.set {
			t.out[r] = ^uint64(0)
		}
	}
	t.waiting = t.waiting[:0]
	return nil
}
