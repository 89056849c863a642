package analysistest_test

import (
	"slices"
	"testing"

	"github.com/harmpath/harmpath/analysis/analysistest"
)

func TestCompare(t *testing.T) {
	statements := []string{"entry scald remote cloud", "entry scald remote router", "level assessed recovery serious"}
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing expected", "a: 1\n", nil},
		{"what is stated", "a: 1 # want entry scald remote cloud\n", nil},
		{"what is not", "# want entry scald remote phone\n", []string{"not stated: entry scald remote phone"}},
		{"what must not be", "# want no entry scald local\n", nil},
		{"what must not be, and is", "  # want no entry scald remote router\n", []string{"stated: entry scald remote router"}},
		{"words are whole", "# want no entry sca\n", nil},
		{"no more than wanted", "# want entry scald remote cloud\n# only entry\n", []string{"stated beyond what is wanted: entry scald remote router"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := analysistest.Compare(test.text, statements); !slices.Equal(got, test.want) {
				t.Errorf("%q", got)
			}
		})
	}
}
