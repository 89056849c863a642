package check

import "testing"

func TestLongCycleIsShownShort(t *testing.T) {
	cycle := []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "a"}
	if got, want := wayRound(cycle), "a → b → c → d → e → f → … → i → j → k → l → m → a"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
