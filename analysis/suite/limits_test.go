package suite_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
)

// Under a work limit a result says less, and nothing that is not so: bounds bracket the exact efforts, lists are parts
// of the whole lists, and what is missing is told as a limit.
func TestLimitedResultsArePartsOfWholeOnes(t *testing.T) {
	limited := 0
	drawn(t, 12, func(t *rapid.T, system *models.System, known *models.Catalog) {
		whole := analyse(t, system, known)
		work := rapid.Int64Range(1, 40_000).Draw(t, "work")
		part, err := analysis.Run(context.Background(), system, known, suite.All(), analysis.Options{Work: work})
		if err != nil {
			t.Fatal(err)
		}
		limited += len(part.Limits)
		all := analysistest.Statements(whole)
		for _, s := range analysistest.Statements(part) {
			if !partial(s) && !slices.Contains(all, s) && !(len(part.Limits) > 0 && holdsASet(all, s)) {
				t.Fatalf("work %d: says %q, which is not so", work, s)
			}
		}
		if missing := len(all) - len(analysistest.Statements(part)); missing > 0 && len(part.Limits) == 0 {
			t.Fatalf("work %d: %d statements are missing and no limit is told", work, missing)
		}
		effortsWithin(t, part, whole)
	})
	if limited < 50 {
		t.Errorf("only %d limits were met", limited)
	}
}

// holdsASet reports whether a statement of the unknown properties on which a consequence rests holds a set that the whole result
// tells: one that a profile needs, where the search for those of another one was cut.
func holdsASet(all []string, statement string) bool {
	is, effect, set := restsOn(statement)
	return is && slices.ContainsFunc(all, func(s string) bool {
		known, other, smaller := restsOn(s)
		return known && other == effect && !slices.ContainsFunc(smaller, func(p string) bool { return !slices.Contains(set, p) })
	})
}

// restsOn reads a statement of a set on which a consequence rests.
func restsOn(statement string) (is bool, effect string, set []string) {
	rest, is := strings.CutPrefix(statement, "rests ")
	effect, list, _ := strings.Cut(rest, " ")
	if list != "" && list != "nothing" {
		set = strings.Split(list, ",")
	}
	return is, effect, set
}

// partial reports whether a statement is one that a limit may change: limits themselves, efforts, and what is not known
// to be decided, and how many threats no measure acts on.
func partial(statement string) bool {
	return slices.ContainsFunc([]string{"limit ", "attack ", "finding threat-without-acting-measure "}, func(p string) bool { return len(statement) > len(p) && statement[:len(p)] == p })
}

func effortsWithin(t *rapid.T, part, whole *models.Result) {
	for i := range part.Consequences {
		for _, a := range part.Consequences[i].Attacks {
			at := slices.IndexFunc(whole.Consequences[i].Attacks, func(w models.Attack) bool { return w.Profile == a.Profile })
			exact := *whole.Consequences[i].Attacks[at].Effort.Value
			lower, upper := a.Effort.Value, a.Effort.Value
			if a.Effort.Status == models.Bound {
				lower, upper = a.Effort.Lower, a.Effort.Upper
			}
			if *lower > exact+1e-9 || *upper < exact-1e-9 {
				t.Fatalf("%s by %s: %v to %v, exact %v", a.Goal, a.Profile, *lower, *upper, exact)
			}
		}
	}
}

// BenchmarkCity measures how the analyses grow with the number of components.
func BenchmarkCity(b *testing.B) {
	known, err := catalog.Load()
	if err != nil {
		b.Fatal(err)
	}
	for _, size := range []struct {
		name       string
		components int
	}{{"100", 100}, {"1k", 1000}, {"10k", 10_000}} {
		b.Run(size.name, func(b *testing.B) {
			city := modeltest.WithComponents(size.components).System()
			b.ReportAllocs()
			for b.Loop() {
				if _, err := analysis.Run(context.Background(), city, known, suite.All(), analysis.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
