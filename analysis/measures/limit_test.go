package measures_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/measures"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// With hardly any work allowed, what is not proven is told as a bound or left open, and that is said.
func TestLittleWork(t *testing.T) {
	system := analysistest.Load(t, fstest.MapFS{"model.yaml": {Data: []byte(with())}}, "model.yaml")
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	whole := planOf(t, system, knowledge, measures.Question{})
	r, err := analysis.Run(context.Background(), system, knowledge, []analysis.Analysis{measures.Analysis}, analysis.Options{Work: 1})
	if err != nil {
		t.Fatal(err)
	}
	a := r.Plan.Answer
	switch {
	case a.Status == models.PlanOptimal && a.Choice.Cost == whole.Answer.Choice.Cost:
	case a.Status == models.PlanBound && *a.Lower <= whole.Answer.Choice.Cost && (a.Choice == nil || a.Choice.Cost >= whole.Answer.Choice.Cost):
	default:
		t.Errorf("with little work: %s, of %s", told(&a), told(&whole.Answer))
	}
	if len(r.Limits) == 0 {
		t.Error("nothing is said of the limit")
	}
	for _, v := range r.Plan.Measures {
		if v.Alone != nil {
			t.Errorf("%s is told of beyond the limit", v.Measure)
		}
	}
}

// A run ends with its context.
func TestEndsWithItsContext(t *testing.T) {
	system := analysistest.Load(t, fstest.MapFS{"model.yaml": {Data: []byte(with())}}, "model.yaml")
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := analysis.Run(ctx, system, knowledge, []analysis.Analysis{measures.Analysis}, analysis.Options{}); err == nil {
		t.Error("no error")
	}
}
