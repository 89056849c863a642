package analysis_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
)

// run runs analyses over a small system and returns their names in the order in which they ran.
func run(t *testing.T, ctx context.Context, list []analysis.Analysis) ([]string, error) {
	t.Helper()
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	var ran []string
	_, err = analysis.Run(ctx, modeltest.City{Homes: 1}.System(), known, list, analysis.Options{Progress: func(name string) { ran = append(ran, name) }})
	return ran, err
}

func named(name string, needs ...string) analysis.Analysis {
	return analysis.Analysis{Name: name, Needs: needs, Run: func(*analysis.Pass) error { return nil }}
}

func TestRunGoesInTheOrderOfNeeds(t *testing.T) {
	ran, err := run(t, context.Background(), []analysis.Analysis{named("c", "b"), named("a"), named("b", "a"), named("d")})
	if want := []string{"a", "b", "c", "d"}; err != nil || !slices.Equal(ran, want) {
		t.Errorf("%v, %v; want %v", ran, err, want)
	}
}

func TestRunRefusesNeedsThatCannotBeMet(t *testing.T) {
	for name, list := range map[string][]analysis.Analysis{
		"a circle":      {named("a", "b"), named("b", "a"), named("c")},
		"a missing one": {named("a"), named("b", "z")},
	} {
		ran, err := run(t, context.Background(), list)
		if err == nil || !strings.Contains(err.Error(), "b") || len(ran) > 0 {
			t.Errorf("%s: %v, %v", name, ran, err)
		}
	}
}

func TestRunPassesErrorsOn(t *testing.T) {
	broken := errors.New("broken")
	_, err := run(t, context.Background(), []analysis.Analysis{{Name: "a", Run: func(*analysis.Pass) error { return broken }}})
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "analysis a") {
		t.Errorf("%v", err)
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	list := []analysis.Analysis{
		{Name: "a", Run: func(*analysis.Pass) error { cancel(); return nil }},
		named("b", "a"),
	}
	ran, err := run(t, ctx, list)
	if !errors.Is(err, context.Canceled) || !slices.Equal(ran, []string{"a"}) {
		t.Errorf("%v, %v", ran, err)
	}
}

// TestRunKeepsWhatIsKnown: once the vital questions are answered, a run whose context ends returns them, names every question that it left, and
// nothing of an answer that was half given.
func TestRunKeepsWhatIsKnown(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	list := []analysis.Analysis{
		{Name: "first", Vital: true, Run: func(p *analysis.Pass) error { p.Result.Exceeded = []models.Exceeded{{Stakeholder: "one"}}; return nil }},
		{Name: "threats", Needs: []string{"first"}, Run: func(p *analysis.Pass) error {
			p.Result.Threats = append(p.Result.Threats, models.ThreatRow{})
			cancel()
			return p.Context.Err()
		}},
		named("findings", "threats"),
		{Name: "last", Closing: true, Needs: []string{"findings"}, Run: func(p *analysis.Pass) error { p.Result.Words.States = []models.State{{ID: "used"}}; return nil }},
	}
	r, err := analysis.Run(ctx, modeltest.City{Homes: 1}.System(), known, list, analysis.Options{})
	if !errors.Is(err, context.Canceled) || r == nil {
		t.Fatalf("%v, %v", r, err)
	}
	var left []string
	for _, l := range r.Limits {
		left = append(left, l.Question)
	}
	if !slices.Equal(left, []string{"threats", "findings"}) || len(r.Threats) != 0 || len(r.Exceeded) != 1 || len(r.Words.States) != 1 {
		t.Errorf("left %v; threats %v, exceeded %v, words %v", left, r.Threats, r.Exceeded, r.Words.States)
	}
}
