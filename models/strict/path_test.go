package strict

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Reading a path that was written gives the same path, unless a key is so long that it is cut.
func TestPathRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.StringOfN(rapid.RuneFrom([]rune("ab.[]\"\\` \né給_-<")), 1, 20, -1)
		steps := rapid.SliceOf(rapid.OneOf(
			rapid.Map(key, func(k string) step { return step{key: k} }),
			rapid.Map(rapid.IntRange(0, 1000), func(i int) step { return step{index: i} }),
		)).Draw(t, "path")
		text := pathString(steps)
		got := parsePath(text)
		if len(got) == 0 && len(steps) == 0 {
			return
		}
		if diff := cmp.Diff(steps, got, cmp.AllowUnexported(step{})); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", text, diff)
		}
	})
}

// What is no path does no harm.
func FuzzParsePath(f *testing.F) {
	for _, seed := range []string{"", "a.b[3]", `["x"]`, "[", "[x]", "..", "a[", `["`, "[-1]", "[99999999999999999999]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, path string) {
		for _, s := range parsePath(path) {
			if s.key != "" && s.index != 0 {
				t.Fatalf("a step that is key and index: %#v", s)
			}
		}
	})
}
