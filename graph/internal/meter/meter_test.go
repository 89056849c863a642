package meter_test

import (
	"context"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

func TestSpendUntilTheLimit(t *testing.T) {
	m := meter.New(context.Background(), graph.Limits{Work: 10})
	if !m.Spend(10) || m.Over() || m.Cut() != nil || m.Left() != 0 {
		t.Fatalf("ten steps of ten: over %v, cut %v, left %d", m.Over(), m.Cut(), m.Left())
	}
	if cut := m.CutOr("node limit"); cut == nil || *cut != (graph.Cut{Reason: "node limit", Work: 10}) {
		t.Errorf("what else ended it: %v", cut)
	}
	if m.Spend(1) || m.Spend(0) || !m.Over() {
		t.Error("once over, it is over for ever")
	}
	if cut := m.CutOr("node limit"); cut == nil || *cut != (graph.Cut{Reason: "work limit", Work: 10}) {
		t.Errorf("the meter ended it: %v", cut)
	}
}

func TestSpendUntilTheContextIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	m := meter.New(ctx, graph.Limits{})
	if m.Left() != graph.DefaultWork || !m.Spend(1) {
		t.Fatal("nothing said is the default work")
	}
	cancel()
	for steps := 0; m.Spend(1); steps++ {
		if steps > 10_000 {
			t.Fatal("the context is not looked at")
		}
	}
	if cut := m.Cut(); cut == nil || cut.Reason != context.Canceled.Error() {
		t.Errorf("cut %v", cut)
	}
	if m.Beside(5).Spend(1) {
		t.Error("a meter beside it is for the same context")
	}
	if s := m.Spare(); !s.Spend(1) || s.Left() >= graph.DefaultWork/4 {
		t.Errorf("spare work runs on for a little: left %d", s.Left())
	}
}

func TestShares(t *testing.T) {
	m := meter.New(context.Background(), graph.Limits{Work: 90})
	for parts := 3; parts > 0; parts-- {
		if s := m.Share(parts); s.Left() != 30 {
			t.Errorf("a share of %d", s.Left())
		}
	}
	if m.Left() != 0 || m.Share(1).Left() != 1 {
		t.Error("what is used up is shared by single steps")
	}
	if s := meter.New(context.Background(), graph.Limits{Work: 80}).Spare(); s.Left() != 20 {
		t.Errorf("spare %d", s.Left())
	}
}
