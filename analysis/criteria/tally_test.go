package criteria_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/criteria"
	"github.com/harmpath/harmpath/models"
)

// A tally with further grades, or without some of its own, gives what Highest gives of the same grades, the first of each basis.
func TestTallyGivesWhatHighestGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := criteria.New(system(models.Policies{
			ForeseeableMisuse: models.ForeseeableMisuse(rapid.SampledFrom(models.MisuseIntended.Values()).Draw(t, "misuse")),
			LargeRecall:       models.LargeRecall(rapid.SampledFrom(models.RecallEscalates.Values()).Draw(t, "policy")),
		}), catalog())
		var all []criteria.Grade
		var tallied, others, both []int32
		for i := range rapid.IntRange(0, 12).Draw(t, "effects") {
			all = append(all, c.Grade(anyEffect(t, fmt.Sprint("e", i))))
			both = append(both, int32(i))
			if rapid.Bool().Draw(t, "tallied") {
				tallied = append(tallied, int32(i))
			} else {
				others = append(others, int32(i))
			}
		}
		highest := func(places []int32) models.LevelPair {
			var some []*criteria.Grade
			for _, i := range places {
				some = append(some, &all[i])
			}
			return criteria.Highest(some)
		}
		most := rapid.IntRange(1, 4).Draw(t, "most")
		if got, want := criteria.NewTally(all, tallied).With(others, most), first(highest(both), most); !reflect.DeepEqual(got, want) {
			t.Fatalf("%v with %v: %+v, want %+v", tallied, others, got, want)
		}
		if got, want := criteria.NewTally(all, both).Without(others, most), first(highest(tallied), most); !reflect.DeepEqual(got, want) {
			t.Fatalf("%v without %v: %+v, want %+v", both, others, got, want)
		}
	})
}

// first returns levels of which each basis is no longer than most; what was longer is counted.
func first(of models.LevelPair, most int) models.LevelPair {
	if n := len(of.Recovery.Basis); n > most {
		of.Recovery.Basis, of.Recovery.BasisAll = slices.Clone(of.Recovery.Basis[:most]), n
	}
	if n := len(of.Economic.Basis); n > most {
		of.Economic.Basis, of.Economic.BasisAll = slices.Clone(of.Economic.Basis[:most]), n
	}
	return of
}
