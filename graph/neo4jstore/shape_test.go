package neo4jstore

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

// No two fields of a type share a property or a relationship, whatever is added to the model.
func TestShapesHaveNoTwoFieldsOfAName(t *testing.T) {
	for _, s := range modelShapes() {
		of, names := s.of, map[string]bool{}
		for _, f := range s.fields {
			for _, name := range propertiesOf(f) {
				if names[name] {
					t.Errorf("%s has two fields of the name %s", of.Name(), name)
				}
				names[name] = true
			}
		}
		for _, own := range []string{"uid", "hash"} {
			if names[own] {
				t.Errorf("%s has a field %s, which is the store's own", of.Name(), own)
			}
		}
	}
}

func propertiesOf(f field) []string {
	switch f.as {
	case asTexts:
		return []string{f.name + "_ja", f.name + "_en"}
	case asResistances:
		return []string{f.name + "_true", f.name + "_false", f.name + "_unknown"}
	case asReference, asReferences, asChild, asChildren:
		return []string{f.relationship()}
	}
	return []string{f.name}
}

// A relationship is owned by one of its ends, whatever node it is at.
func TestRelationshipsHaveOneOwner(t *testing.T) {
	owned := ownedByTarget()
	for _, s := range modelShapes() {
		of := s.of
		for _, f := range s.fields {
			isPart := f.as == asChild || f.as == asChildren
			isReference := f.as == asReference || f.as == asReferences
			if isReference && slices.Contains(owned, f.relationship()) || isPart && !slices.Contains(owned, f.relationship()) {
				t.Errorf("%s.%s: %s is owned by the wrong end", of.Name(), f.name, f.relationship())
			}
		}
	}
}

// decode ∘ encode is the identity on models with every field filled in at random.
func TestModelsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anySystem(t)
		got, err := decodeSystem(asStored(newEncoder().nodes(headKey, nil, want)))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(asJSON(t, want), asJSON(t, got)); d != "" {
			t.Fatalf("what was stored and what came back differ:\n%s", d)
		}
	})
}

func asJSON(t *rapid.T, v any) string {
	body, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// asStored is what the store would give back.
func asStored(nodes []node) map[string]*stored {
	out := map[string]*stored{}
	for _, n := range nodes {
		out[n.key] = &stored{key: n.key, props: n.props, to: map[string][]link{}}
	}
	for _, n := range nodes {
		for _, r := range n.rels {
			from, to := n.key, r.other
			if r.in {
				from, to = to, from
			}
			at, _ := r.props["at"].(int64)
			out[from].to[r.typ] = append(out[from].to[r.typ], link{at, to})
		}
	}
	return out
}

// anySystem fills every field of a system; references name whatever word comes up.
func anySystem(t *rapid.T) models.System {
	var s models.System
	fillAny(t, reflect.ValueOf(&s).Elem(), "", 0)
	for i := range s.Attackers {
		s.Attackers[i].ID = "attacker-" + s.Attackers[i].ID // both sorts of profiles share one name space
	}
	for i := range s.Components {
		if s.Components[i].Passes == nil && rapid.Bool().Draw(t, "passes nothing") {
			s.Components[i].Passes = []models.Passage{} // which is not the same as nothing said
		}
	}
	return s
}

func fillAny(t *rapid.T, v reflect.Value, name string, depth int) {
	switch x := v.Addr().Interface().(type) {
	case *models.Place:
		return
	case *models.Fact:
		*x = models.Fact{State: "used", Subject: word(t)}
		return
	case *models.Recovery:
		*x = models.Recovery(rapid.IntRange(0, 2).Draw(t, name))
		return
	case *models.Economic:
		*x = models.Economic(rapid.IntRange(0, 2).Draw(t, name))
		return
	case *models.Truth:
		*x = models.Truth(rapid.IntRange(0, 2).Draw(t, name))
		return
	case *models.Duration:
		*x = "3d"
		return
	case *models.Span:
		*x = "12h"
		return
	}
	switch v.Kind() {
	case reflect.String:
		if strings.HasSuffix(v.Type().Name(), "ID") || name == "ID" {
			v.SetString(word(t))
			return
		}
		v.SetString(rapid.StringN(0, 12, -1).Draw(t, name))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, name))
	case reflect.Int:
		v.SetInt(int64(rapid.IntRange(0, 3).Draw(t, name)))
	case reflect.Float64:
		v.SetFloat(rapid.Float64Range(0, 10).Draw(t, name))
	case reflect.Pointer:
		if rapid.Bool().Draw(t, name) {
			v.Set(reflect.New(v.Type().Elem()))
			fillAny(t, v.Elem(), name, depth)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fillAny(t, v.Field(i), v.Type().Field(i).Name, depth+1)
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(models.Properties{"encrypted": models.Given, "authenticated": models.Resistance(rapid.IntRange(0, 2).Draw(t, name))}))
	case reflect.Slice:
		fillList(t, v, name, depth)
	}
}

func fillList(t *rapid.T, v reflect.Value, name string, depth int) {
	most := 2
	if depth > 5 {
		most = 0
	}
	n := rapid.IntRange(0, most).Draw(t, name)
	if n == 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		fillAny(t, v.Index(i), name, depth+1)
		if id := v.Index(i); id.Kind() == reflect.Struct && id.FieldByName("ID").IsValid() {
			id.FieldByName("ID").SetString(strconv.Itoa(i) + id.FieldByName("ID").String())
		}
	}
}

func word(t *rapid.T) string { return rapid.StringMatching(`[a-z][a-z0-9_-]{0,6}`).Draw(t, "word") }
