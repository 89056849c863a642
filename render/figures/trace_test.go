package figures

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
)

// Steps are named by the letter of their attack, once, and by their numbers: those in a row by the first and the last.
func TestStepCodes(t *testing.T) {
	for _, test := range []struct {
		steps []stepNumber
		want  string
	}{
		{nil, ""}, {[]stepNumber{{0, 2}}, "A2"}, {[]stepNumber{{0, 2}, {0, 3}}, "A2–3"}, {[]stepNumber{{0, 3}, {0, 2}, {0, 5}}, "A2–3·5"},
		{[]stepNumber{{1, 3}, {0, 2}, {1, 4}, {1, 5}, {1, 7}}, "A2 B3–5·7"}, {[]stepNumber{{0, 1}, {2, 2}}, "A1 C2"}, {[]stepNumber{{0, 9}, {1, 10}}, "A9 B10"},
	} {
		if got := new(trace).code(test.steps); got != test.want {
			t.Errorf("%v is %q, want %q", test.steps, got, test.want)
		}
	}
}

// The order in which steps come about does not matter to how they are named, and the list stays as it was.
func TestStepCodesInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		steps := rapid.SliceOfDistinct(rapid.Custom(func(t *rapid.T) stepNumber {
			return stepNumber{rapid.IntRange(0, 3).Draw(t, "attack"), rapid.IntRange(1, 9).Draw(t, "step")}
		}), func(n stepNumber) stepNumber { return n }).Draw(t, "steps")
		shuffled := rapid.Permutation(steps).Draw(t, "shuffled")
		var x trace
		if a, b := x.code(steps), x.code(shuffled); a != b {
			t.Fatalf("%q and %q", a, b)
		}
	})
}

func TestDecimal(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", 1.5: "1.5", 0.25: "0.25", 10: "10", 100.004: "100", 2.999: "3", 1000.1: "1000.1"} {
		if got := decimal(v); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}

// An effort that is bounded says so, and on which side.
func TestEfforts(t *testing.T) {
	c := &systemView{Case: caseview.New(&models.Result{}, models.English, diagram.Light)}
	v := 2.0
	said := map[string]bool{}
	for _, f := range []models.Figure{{Value: &v}, {Upper: &v}, {Lower: &v}} {
		text := c.effort(f)
		if text == "" || said[text] {
			t.Errorf("%+v is said as %q", f, text)
		}
		said[text] = true
	}
	if got := c.effort(models.Figure{}); got != "" {
		t.Errorf("an effort that is not known is said as %q", got)
	}
	one := 1.0
	if a, b := c.days(one), c.days(v); a == b {
		t.Errorf("one day is %q, two are %q", a, b)
	}
}
