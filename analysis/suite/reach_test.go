package suite_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
)

// An engine that computes what holds somewhere else leads to the levels, consequences, threats and words of a run whose
// attack graph is at hand.
func TestReachFromAnEngine(t *testing.T) {
	systems := map[string]*models.System{"city": modeltest.City{Homes: 3, Makers: 1, Plants: 1}.System(), "joint": modeltest.City{Homes: 2}.System(), "bare": stove("effects")}
	systems["joint"].Policies.JoinAttackers = true
	for _, name := range []string{"gas-water-heater", "event-drone", "maintenance-service"} {
		systems[name] = analysistest.Load(t, os.DirFS("../../testdata/usecases/"+name), ".")
	}
	for name, system := range systems {
		t.Run(name, func(t *testing.T) {
			want := analysistest.Analyse(t, system, suite.All())
			got, err := reached(t, system, inMemory(t, system))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(essence(want), essence(got)); d != "" {
				t.Errorf("-at hand +engine:\n%s", d)
			}
			if len(got.Limits) != 1 || !strings.Contains(got.Limits[0].Reason, "the engine memory computes") {
				t.Errorf("limits %v", got.Limits)
			}
			for _, f := range got.Findings {
				same := func(w models.Finding) bool { return w.Kind == f.Kind && slices.Equal(w.Subjects, f.Subjects) }
				without := f.Kind == "effect-without-cause" // where margins are at hand they say what that rests on
				if !without && !slices.ContainsFunc(want.Findings, same) {
					t.Errorf("finding %v is that of the engine alone", f)
				}
			}
		})
	}
}

// What an engine cannot say ends the run with its error, whichever question it was.
func TestReachFails(t *testing.T) {
	broken := errors.New("the server is gone")
	system := modeltest.City{Homes: 1}.System()
	right := inMemory(t, system)
	for answered := range 3 {
		asked := 0
		failing := func(ctx context.Context, q analysis.ReachQuery, facts []models.Fact) (map[models.Fact]bool, error) {
			if asked++; asked > answered {
				return nil, broken
			}
			return right(ctx, q, facts)
		}
		if result, err := reached(t, system, failing); !errors.Is(err, broken) || result != nil {
			t.Errorf("after %d: %v, %v", answered, result, err)
		}
	}
}

type holds = func(context.Context, analysis.ReachQuery, []models.Fact) (map[models.Fact]bool, error)

// inMemory is an engine that has an attack graph of its own.
func inMemory(t *testing.T, system *models.System) holds {
	t.Helper()
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	grounded, err := ground.New(system, known)
	if err != nil {
		t.Fatal(err)
	}
	return func(_ context.Context, q analysis.ReachQuery, facts []models.Fact) (map[models.Fact]bool, error) {
		reached, out := graph.Reach(grounded.Graph, grounded.Select(q.Query)), map[models.Fact]bool{}
		for _, f := range facts {
			id, there := grounded.Fact(f)
			out[f] = there && reached.Holds(id)
		}
		return out, nil
	}
}

func reached(t *testing.T, system *models.System, holds holds) (*models.Result, error) {
	t.Helper()
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return analysis.Run(t.Context(), system, known, suite.All(), analysis.Options{Reach: &analysis.Reach{Engine: "memory", Holds: holds}})
}

// essence is what both must agree on.
func essence(r *models.Result) any {
	type reachable struct {
		Is string
		In models.InReadings[models.Reachability]
	}
	var out []reachable
	for _, c := range r.Consequences {
		out = append(out, reachable{string(c.Effect), c.Reachable})
	}
	for _, row := range r.Threats {
		out = append(out, reachable{row.Fact.String() + " " + string(row.Threat), row.Reachable})
	}
	levels := r.Levels
	levels.Intervals = nil // an engine is not asked what is open
	return []any{levels, r.Exceeded, out, r.Words.Kinds, r.Words.Categories, r.Words.Norms, r.Words.DataRisks}
}
