package attacks

import (
	"slices"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/rendertest"
)

func TestStepNumbers(t *testing.T) {
	got := StepNumbers(rendertest.Case().Consequences[0].Attacks[0].Steps)
	if want := []int{1, 0, 2, 3, 4, 5, 6}; !slices.Equal(got, want) {
		t.Errorf("numbers %v, want %v", got, want)
	}
	used, holds := models.Fact{State: "used", Subject: "x"}, models.Fact{State: "holds", Subject: "e"}
	folded := []models.Step{{Rule: "r", Concludes: used}, {Rule: models.RuleCause, From: []models.Fact{used}, Concludes: holds}, {Rule: models.RuleOccurs, From: []models.Fact{holds}}}
	if got, want := StepNumbers(folded), []int{1, 1, 2}; !slices.Equal(got, want) {
		t.Errorf("numbers %v, want %v", got, want)
	}
}

func TestAttackLetter(t *testing.T) {
	for place, want := range map[int]string{0: "A", 25: "Z", 26: "A2", 53: "B3"} {
		if got := Letter(place); got != want {
			t.Errorf("%d: %s, want %s", place, got, want)
		}
	}
}
