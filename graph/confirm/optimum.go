package confirm

import (
	"errors"
	"fmt"

	"github.com/harmpath/harmpath/graph"
)

// ErrTooHard says that a check was given up: nothing is wrong, nothing is confirmed.
var ErrTooHard = errors.New("confirm: the check takes more than its limit")

// DefaultNodes is a number of nodes that mostly suffices for the search for something cheaper: under a second.
const DefaultNodes = 200_000

// Optimum confirms that the set is an attack of least effort: it derives the goal, every attack uses
// a rule of each landmark, and no set of rules that hits all landmarks has less effort (where efforts have no common
// decimal unit, up to a relative 10⁻⁹), which a branch and bound search of at most so many nodes proves.
func Optimum(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, set []graph.RuleID, landmarks [][]graph.RuleID, nodes int) error {
	if err := AttackSet(g, sel, goal, set); err != nil {
		return err
	}
	if err := Landmarks(g, sel, goal, landmarks); err != nil {
		return err
	}
	effort := 0.0
	for _, r := range set {
		effort += sel.Effort(r)
	}
	cheaper, found, within := hitCheaper(landmarks, sel.Effort, effort, nodes)
	switch {
	case found:
		return fmt.Errorf("confirm: %d rules hit all landmarks at less effort than %v", len(cheaper), effort)
	case !within:
		return ErrTooHard
	}
	return nil
}
