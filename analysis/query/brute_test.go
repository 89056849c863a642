package query_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/query"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// instances are the rule instances of a small case, as an analysis of its own tells them.
type instances struct {
	steps   []models.Step
	counted []int // places of those that cost effort or can fail
}

// derives reports whether the wiring and some counted instances derive a goal, by going over all of them until nothing
// is new.
func (x *instances) derives(chosen map[int]bool, goal models.Fact, avoided func(models.Fact) bool) bool {
	holds := map[models.Fact]bool{}
	for grown := true; grown; {
		grown = false
		for i, s := range x.steps {
			if holds[s.Concludes] || avoided(s.Concludes) || counts(&s) && !chosen[i] {
				continue
			}
			if !slices.ContainsFunc(s.From, func(f models.Fact) bool { return !holds[f] }) {
				holds[s.Concludes], grown = true, true
			}
		}
	}
	return holds[goal]
}

func counts(s *models.Step) bool { return s.Effort > 0 || s.Probability < 1 }

// minimal lists all minimal sets, each as the sorted ids of its instances, by trying every subset.
func (x *instances) minimal(goal models.Fact, avoided func(models.Fact) bool) map[string]map[int]bool {
	var sets []map[int]bool
	for chosen := range 1 << len(x.counted) {
		set := map[int]bool{}
		for bit, i := range x.counted {
			if chosen&(1<<bit) != 0 {
				set[i] = true
			}
		}
		if x.derives(set, goal, avoided) {
			sets = append(sets, set)
		}
	}
	out := map[string]map[int]bool{}
	for _, set := range sets {
		part := func(other map[int]bool) bool {
			return len(other) < len(set) && !slices.ContainsFunc(slices.Collect(maps.Keys(other)), func(i int) bool { return !set[i] })
		}
		if !slices.ContainsFunc(sets, part) {
			out[x.name(set)] = set
		}
	}
	return out
}

func (x *instances) name(set map[int]bool) string {
	var ids []string
	for i := range set {
		ids = append(ids, x.steps[i].Instance)
	}
	sort.Strings(ids)
	return strings.Join(ids, " ")
}

// listed is an analysis that tells the instances that can fire in a question's scenario.
func listed(profile models.ProfileID, out *instances) analysis.Analysis {
	return analysis.Analysis{Name: "listed", Run: func(p *analysis.Pass) error {
		s := p.Under(models.Assessed, profile)
		for _, f := range s.Fixpoint.Order() {
			for _, r := range p.Graph().Concluding(f) {
				if s.CanFire(r) {
					step := s.Step(r)
					if counts(&step) {
						out.counted = append(out.counted, len(out.steps))
					}
					out.steps = append(out.steps, step)
				}
			}
		}
		return nil
	}}
}

// Answers are compared with all subsets of the instances that cost something: minimal sets, what avoids and what passes
// a component.
func TestEqualsBruteForce(t *testing.T) {
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	compared, filtered := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		system := analysistest.System(rt, knowledge, analysistest.Shape{Unknown: 10})
		if len(system.Attackers) == 0 {
			return
		}
		profile := system.Attackers[0].ID
		component := rapid.SampledFrom(system.Components).Draw(rt, "on the way")
		q := models.PathsQuestion{From: []string{string(profile)}, To: []string{"component:" + string(rapid.SampledFrom(system.Components).Draw(rt, "goal").ID)}, Easiest: 2000}
		place := "component:" + string(component.ID)
		way := min(2, rapid.IntRange(0, 4).Draw(rt, "way"))
		switch way {
		case 1:
			q.Avoid = []string{place}
		case 2:
			q.Through = []string{place}
		}
		a, err := query.Ask(system, knowledge, q)
		if err != nil {
			rt.Fatal(err)
		}
		var x instances
		r, err := analysis.Run(context.Background(), a.System, knowledge, []analysis.Analysis{listed(profile, &x), a.Analysis}, analysis.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		if len(x.counted) > 10 {
			return
		}
		about := func(f models.Fact) bool {
			s := knowledge.State(f.State)
			return s != nil && s.Of == models.ComponentSort && f.Subject == string(component.ID)
		}
		nothing := func(models.Fact) bool { return false }
		avoided := nothing
		if way == 1 {
			avoided = about
		}
		goal := models.Fact{State: "occurred", Subject: string(a.Goal)}
		want := x.minimal(goal, avoided)
		if way == 2 {
			for name, set := range want {
				if x.derives(set, goal, about) {
					delete(want, name)
					filtered++
				}
			}
		}
		compare(rt, r.Paths, slices.Sorted(maps.Keys(want)))
		compared++
	})
	t.Logf("%d compared, %d attacks filtered", compared, filtered)
	if compared < 10 {
		t.Error("the generated systems are no test")
	}
}

func compare(t *rapid.T, answer *models.PathsAnswer, want []string) {
	var got []string
	last := 0.0
	for _, a := range answer.Attacks {
		if *a.Effort.Value < last {
			t.Fatalf("an effort of %g after %g", *a.Effort.Value, last)
		}
		last = *a.Effort.Value
		var ids []string
		for _, s := range a.Steps {
			if counts(&s) {
				ids = append(ids, s.Instance)
			}
		}
		sort.Strings(ids)
		got = append(got, strings.Join(ids, " "))
	}
	sort.Strings(got)
	if !slices.Equal(got, want) {
		t.Fatalf("got\n%s\nbrute force\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !answer.Complete {
		t.Fatal("not complete")
	}
	if answer.Count != nil && answer.Count.Number != fmt.Sprint(len(want)) {
		t.Fatalf("counted %s, brute force %d", answer.Count.Number, len(want))
	}
}
