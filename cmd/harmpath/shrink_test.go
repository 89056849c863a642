package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/harmpath/harmpath/models"
)

// shrunk makes a model smaller for as long as it fails, by leaving out parts of its lists, the largest first, and then
// keys; what names an element that is left out goes with it from the lists that it stands in. rapid's own shrinking knows
// nothing of models, and comes as far only in many thousand tries, each of which is a run of the whole program.
func shrunk(model []byte, until time.Time, fails func([]byte) bool) []byte {
	s := shrinker{model: model, until: until, fails: fails}
	for before := -1; before != len(s.model) && s.inTime(); {
		before = len(s.model)
		s.pass()
	}
	return s.model
}

type shrinker struct {
	model []byte // the smallest that fails, as JSON
	until time.Time
	fails func([]byte) bool
}

func (s *shrinker) inTime() bool { return time.Now().Before(s.until) }

// tree is the model as lists and mappings.
func (s *shrinker) tree() any {
	var tree any
	if err := json.Unmarshal(s.model, &tree); err != nil {
		panic(fmt.Sprintf("harmpath: the model that is shrunk is no JSON: %v", err))
	}
	return tree
}

// pass tries to leave out each part once: from the last sections of a model, which name the elements of those before.
func (s *shrinker) pass() {
	of := reflect.TypeFor[models.System]()
	for i := range of.NumField() {
		key, _, _ := strings.Cut(of.Field(of.NumField()-1-i).Tag.Get("json"), ",")
		s.within([]any{key})
	}
	s.keys(nil)
}

// within leaves out what it can below a place. It recurses over the depth of a model file.
func (s *shrinker) within(at []any) {
	switch x := valueAt(s.tree(), at).(type) {
	case []any:
		s.list(at, len(x))
		for i := range lengthAt(s.tree(), at) {
			s.within(append(slices.Clone(at), i))
		}
	case map[string]any:
		s.keys(at)
		for _, key := range slices.Sorted(maps.Keys(x)) {
			s.within(append(slices.Clone(at), key))
		}
	}
}

// list leaves out runs of elements, the longest first.
func (s *shrinker) list(at []any, n int) {
	for size := n; size > 0; size /= 2 {
		for i := 0; i < lengthAt(s.tree(), at); {
			if !s.try(func(tree any) any { return withoutElements(tree, at, i, size) }) {
				i += size
			}
		}
	}
}

// keys leaves out keys of a mapping.
func (s *shrinker) keys(at []any) {
	mapping, _ := valueAt(s.tree(), at).(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(mapping)) {
		s.try(func(tree any) any {
			delete(valueAt(tree, at).(map[string]any), key)
			return tree
		})
	}
}

// try takes a change over if the model still fails with it.
func (s *shrinker) try(change func(tree any) any) bool {
	if !s.inTime() {
		return false
	}
	smaller, err := json.MarshalIndent(change(s.tree()), "", " ")
	if err != nil || len(smaller) >= len(s.model) || !s.fails(smaller) {
		return false
	}
	s.model = smaller
	return true
}

// valueAt finds what stands at a place: keys and indexes on the way to it.
func valueAt(tree any, at []any) any {
	for _, step := range at {
		switch x := tree.(type) {
		case map[string]any:
			key, _ := step.(string)
			tree = x[key]
		case []any:
			i, is := step.(int)
			if !is || i >= len(x) {
				return nil
			}
			tree = x[i]
		}
	}
	return tree
}

func lengthAt(tree any, at []any) int {
	list, _ := valueAt(tree, at).([]any)
	return len(list)
}

// withoutElements takes elements out of a list, and their ids out of all lists of ids and facts.
func withoutElements(tree any, at []any, from, size int) any {
	list := valueAt(tree, at).([]any)
	gone := map[string]bool{}
	for _, x := range list[from:min(from+size, len(list))] {
		if element, is := x.(map[string]any); is {
			id, _ := element["id"].(string)
			gone[id] = true
		}
	}
	delete(gone, "")
	rest := slices.Delete(list, from, min(from+size, len(list)))
	switch above := valueAt(tree, at[:len(at)-1]).(type) {
	case map[string]any:
		above[at[len(at)-1].(string)] = rest
	case []any:
		above[at[len(at)-1].(int)] = rest
	}
	return forgotten(tree, gone)
}

// forgotten takes words out of lists that name what is gone: its id, a state of it, or one of its parts. It recurses over
// the depth of a model file.
func forgotten(x any, gone map[string]bool) any {
	switch x := x.(type) {
	case map[string]any:
		for key, value := range x { // each by itself
			x[key] = forgotten(value, gone)
		}
	case []any:
		x = slices.DeleteFunc(x, func(e any) bool {
			word, is := e.(string)
			if _, subject, fact := strings.Cut(word, "("); fact {
				word = strings.TrimSuffix(subject, ")")
			}
			return is && gone[word]
		})
		for i := range x {
			x[i] = forgotten(x[i], gone)
		}
		return x
	}
	return x
}

func TestShrunk(t *testing.T) {
	model := []byte(`{"id": "x", "components": [{"id": "a", "name": "A"}, {"id": "b", "name": "B", "parts": ["a", "c"]}, {"id": "c", "name": "C"}],
		"effects": [{"id": "e", "causes": {"any": ["used(a)", "used(b)"]}}, {"id": "f", "causes": "used(c)"}]}`)
	for _, test := range []struct{ needs, want string }{
		{`"name": "B"`, `{"components":[{"name":"B"}]}`},
		{`used(b)`, `{"effects":[{"causes":{"any":["used(b)"]}}]}`},
		{`"id": "f"`, `{"effects":[{"id":"f"}]}`},
		{`nothing`, ``},
	} {
		got := shrunk(model, time.Now().Add(time.Minute), func(m []byte) bool { return strings.Contains(string(m), test.needs) })
		var tree any
		if err := json.Unmarshal(got, &tree); err != nil {
			t.Fatal(err)
		}
		plain, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		if test.want != "" && string(plain) != test.want || test.want == "" && string(got) != string(model) {
			t.Errorf("%s: got %s, want %s", test.needs, plain, test.want)
		}
	}
}
