package neo4jstore_test

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/graph/neo4jstore"
)

// Each case is pushed once, and then the store answers, reaches and gives back what analyses, engine and author say.
func TestUsecases(t *testing.T) {
	for _, usecase := range usecaseNames(t) {
		t.Run(usecase, func(t *testing.T) {
			s := open(t, shared, neo4jstore.Options{})
			name := version(ownName(t, s), "current")
			p := analysed(t, usecase, name.Case, nil)
			if told := push(t, s, name, p.content()); told.Unchanged || told.Batches || told.Added != told.Nodes {
				t.Errorf("told of %+v", told)
			}
			t.Run("answers", func(t *testing.T) { sameAnswers(t, s, name, p) })
			t.Run("fixpoints", func(t *testing.T) {
				batches := open(t, shared, neo4jstore.Options{Batch: 300})
				for _, q := range queries(p.grounded) {
					sameFixpoint(t, batches, name, p.grounded, q)
				}
			})
			t.Run("round trip", func(t *testing.T) { roundTrip(t, s, name, p) })
		})
	}
}

// What is pushed in batches comes back as well.
func TestRoundTripInBatches(t *testing.T) {
	for _, usecase := range []string{"gas-water-heater", "kalay-camera"} {
		t.Run(usecase, func(t *testing.T) {
			s := open(t, shared, neo4jstore.Options{Single: 1, Batch: 200})
			name := version(ownName(t, s), "current")
			p := analysed(t, usecase, name.Case, nil)
			if told := push(t, s, name, p.content()); told.Unchanged || !told.Batches || told.Added != told.Nodes {
				t.Errorf("told of %+v", told)
			}
			roundTrip(t, s, name, p)
		})
	}
}

func sameAnswers(t *testing.T, s *neo4jstore.Store, name neo4jstore.Name, p pushed) {
	t.Helper()
	for question, want := range expectations(p) {
		if question == "chokepoints" {
			slices.Sort(want)
		}
		got := answer(t, s, question, map[string]string{"slot": name.String()})
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s differs from the analyses (-analyses +store):\n%s", question, d)
		}
	}
}

// roundTrip wants what was pushed back: the model, its result, and nothing changed when it is pushed again.
func roundTrip(t *testing.T, s *neo4jstore.Store, name neo4jstore.Name, want pushed) {
	t.Helper()
	pulled, err := s.Pull(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	got := analyse(t, pulled.System)
	if d := cmp.Diff(withoutPlaces(t, want.read), withoutPlaces(t, got.read)); d != "" {
		t.Errorf("what was pushed and what was pulled differ:\n%s", d)
	}
	if d := cmp.Diff(withoutPlaces(t, want.result), withoutPlaces(t, got.result)); d != "" {
		t.Errorf("the results of what was pushed and of what was pulled differ:\n%s", d)
	}
	if pulled.Catalog != neo4jstore.Fingerprint(knowledge(t)) {
		t.Errorf("the catalog is %s", pulled.Catalog)
	}
	if again := push(t, s, name, got.content()); !again.Unchanged {
		t.Errorf("pushing what was pulled changed something: %+v", again)
	}
}
