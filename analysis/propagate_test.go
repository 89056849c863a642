package analysis_test

import (
	"context"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
)

// What follows from starts that are looked at together is what follows from each of them alone.
func TestPropagateEqualsOneSearchAStart(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	shared := 0
	for _, city := range []modeltest.City{{Homes: 3}, {Homes: 60, Makers: 3}, {Homes: 90, Seed: 5}} {
		grounded, err := ground.New(city.System(), known)
		if err != nil {
			t.Fatal(err)
		}
		p := analysis.NewPass(context.Background(), grounded, analysis.Options{})
		var starts [][]graph.FactID
		for c := range grounded.System.Components {
			if facts := p.CompromisesOf(c); len(facts) > 0 {
				starts = append(starts, facts, facts[:1])
			}
		}
		for _, o := range []*analysis.Baseline{p.Nobody(), p.Baseline(modeltest.Remote), p.Baseline(modeltest.Neighbour)} {
			follows, err := p.Propagate(o, starts)
			if err != nil {
				t.Fatal(err)
			}
			for i := range follows {
				others, number, own := follows[i].Shared()
				if number != 0 && len(own) == 0 {
					shared++
				}
				got := slices.Sorted(slices.Values(slices.Concat(others, own)))
				added := o.After(starts[i]...)
				components := map[int]bool{}
				for _, f := range added {
					if c, about := p.ComponentOf(f); about && p.Compromise(f) {
						components[c] = true
					}
				}
				var effects []int32
				for _, e := range p.EffectsIn(added) {
					effects = append(effects, int32(e))
				}
				if !slices.Equal(got, effects) || follows[i].Components(-1) != len(components) || !follows[i].Examined() {
					t.Errorf("%+v, start %d: %d components and effects %v, want %d and %v", city, i, follows[i].Components(-1), got, len(components), effects)
				}
			}
		}
	}
	if shared < 100 {
		t.Errorf("only %d starts shared what they lead to", shared)
	}
}

// Starts for which the work does not suffice are not told, and nothing else is.
func TestPropagateEndsAtItsWork(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	grounded, err := ground.New(modeltest.City{Homes: 60}.System(), known)
	if err != nil {
		t.Fatal(err)
	}
	p := analysis.NewPass(context.Background(), grounded, analysis.Options{Work: 8000})
	starts := make([][]graph.FactID, len(grounded.System.Components))
	for c := range starts {
		starts[c] = p.CompromisesOf(c)
	}
	follows, err := p.Propagate(p.Nobody(), starts)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for i := range follows {
		if follows[i].Examined() {
			told++
		}
	}
	if told == 0 || told == len(starts) {
		t.Errorf("%d of %d told", told, len(starts))
	}
}
