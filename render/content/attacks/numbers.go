package attacks

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
)

// StepNumbers gives the number that each step of an attack has in the table of its steps, so that figures can name it.
// Two kinds have no row of their own: a property that the model says is not there, and the assumption of an unknown one that
// another step names as its own, have no number (0), and a cause that merely passes one fact on has that of the step before it.
func StepNumbers(steps []models.Step) []int {
	named := map[models.PropertyRef]bool{}
	for i := range steps {
		if s := &steps[i]; s.Rule != models.RuleAssumed {
			for _, p := range s.Assumes {
				named[p] = true
			}
		}
	}
	numbers, last := make([]int, len(steps)), 0
	of := map[models.Fact]int{}
	for i := range steps {
		s := &steps[i]
		switch {
		case s.Rule == models.RuleLacking, s.Rule == models.RuleAssumed && len(s.Assumes) == 1 && named[s.Assumes[0]]:
			continue
		case s.Rule == models.RuleCause && len(s.From) == 1 && of[s.From[0]] > 0:
			numbers[i] = of[s.From[0]]
		default:
			last++
			numbers[i] = last
		}
		if of[s.Concludes] == 0 {
			of[s.Concludes] = numbers[i]
		}
	}
	return numbers
}

// Letter names the attacks on a consequence in tables and figures: A, B, …, Z, A2, B2, ….
func Letter(place int) string {
	letter := string(rune('A' + place%26))
	if round := place / 26; round > 0 {
		letter += strconv.Itoa(round + 1)
	}
	return letter
}
