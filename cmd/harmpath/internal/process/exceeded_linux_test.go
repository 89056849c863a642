package process

import "testing"

func TestExceeded(t *testing.T) {
	limits := []memoryLimit{{"a", 100, 90}, {"b", 50, 45}}
	for held, want := range map[int64]string{40: "", 45: "", 46: "b", 90: "b", 91: "a"} {
		if got, over := exceeded(limits, held); got.name != want || over != (want != "") {
			t.Errorf("of %d bytes: %q, %t", held, got.name, over)
		}
	}
	if len(memoryLimits()) == 0 || heldMemory() <= 0 {
		t.Error("nothing is known of the memory")
	}
}
