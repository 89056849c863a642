package diagram

import (
	"strings"
	"testing"
)

// Marks break at their spaces only; nothing of a mark is lost that five lines can hold.
func TestNumberLines(t *testing.T) {
	const limit = 118
	tests := []struct {
		mark  string
		lines int
	}{
		{"4", 1}, {"2·5", 1}, {"A2–5 B5–8", 1}, {"A2–5 B5–8 C5–8 E8–11", 2}, {"A2–5·7·9–12 B5–8 C5–8·10 D1–3 E8–11 F1·3·5·7", 3},
	}
	for _, test := range tests {
		lines := numberLines(test.mark, limit)
		if len(lines) != test.lines || strings.Join(lines, " ") != test.mark || fontMark.Widest(lines) > limit {
			t.Errorf("%q becomes %q", test.mark, lines)
		}
	}
	long := numberLines(strings.Repeat("A1–23·45 ", 40), limit)
	if len(long) != maxNumberLines || !strings.HasSuffix(long[len(long)-1], "…") || fontMark.Widest(long) > limit {
		t.Errorf("a long mark becomes %q", long)
	}
	if wide := numberLines(strings.Repeat("9", 80), limit); len(wide) != 1 || fontMark.Widest(wide) > limit {
		t.Errorf("a mark without spaces becomes %q", wide)
	}
}
