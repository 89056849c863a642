package models_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

func TestTestsAreRead(t *testing.T) {
	for written, want := range map[string]models.Test{
		"authenticated(flow)":           {Of: "authenticated", Role: "flow"},
		"not authenticated(flow)":       {Of: "authenticated", Role: "flow", Not: true},
		"kind(to) is gateway|server":    {Of: "kind", Role: "to", Values: []string{"gateway", "server"}},
		"nature(flow) is not update":    {Of: "nature", Role: "flow", Not: true, Values: []string{"update"}},
		" kind(to)  is  gateway | hub ": {Of: "kind", Role: "to", Values: []string{"gateway", "hub"}},
	} {
		var got models.Test
		if err := got.UnmarshalText([]byte(written)); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q is read as %+v (%v)", written, got, err)
		}
	}
	for _, wrong := range []string{
		"", "not", "authenticated", "not kind(to) is hub", "kind(to) is", "kind(to) is not", "kind(to) are hub", "kind(to) is a||b", "kind(to) is |", "not not a(b)", "a(b) c(d)",
	} {
		var got models.Test
		if err := got.UnmarshalText([]byte(wrong)); err == nil || !reflect.DeepEqual(got, models.Test{}) {
			t.Errorf("%q is read as %+v (%v)", wrong, got, err)
		}
	}
}

// A test and a premise are read as they were written.
func TestRulesWordsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.StringMatching(`[a-z][a-z0-9_-]{0,5}`)
		test := models.Test{Of: id.Draw(t, "of"), Role: id.Draw(t, "role"), Not: rapid.Bool().Draw(t, "not"), Values: rapid.SliceOfN(id, 0, 3).Draw(t, "values")}
		var read models.Test
		written, _ := test.MarshalText()
		if err := read.UnmarshalText(written); err != nil || read.String() != test.String() || !slices.Equal(read.Values, test.Values) || read.Not != test.Not || read.Property() != test.Property() {
			t.Fatalf("%+v is written %q and read %+v (%v)", test, written, read, err)
		}
		comesBack(t, models.Premise{State: models.StateID(id.Draw(t, "state")), Role: id.Draw(t, "premise of")})
	})
}

// Every relation has its own name, tells its tuples apart by roles that it has, and is found with all its roles.
func TestRelations(t *testing.T) {
	seen := map[models.RelationID]bool{}
	for _, r := range models.Relations() {
		if seen[r.ID] || r.Means == "" || r.Key < 1 || r.Key > len(r.Roles) {
			t.Errorf("relation %+v", r)
		}
		seen[r.ID] = true
		if found, is := models.RelationByID(r.ID); !is || !reflect.DeepEqual(found, r) {
			t.Errorf("%s is found as %+v", r.ID, found)
		}
		for i, role := range r.Roles {
			if at, has := r.Role(role.Name); !has || at != i || role.Of.Entry().Name.Empty() {
				t.Errorf("%s: role %s is found at %d and is of %s", r.ID, role.Name, at, role.Of)
			}
		}
		if at, has := r.Role("nothing"); has {
			t.Errorf("%s has a role nothing at %d", r.ID, at)
		}
	}
	if r, is := models.RelationByID("nothing"); is {
		t.Errorf("nothing is the relation %+v", r)
	}
}
