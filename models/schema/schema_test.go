package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/schema"
)

// compiled compiles a schema, which also looks whether it is one.
func compiled(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	out, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// carried is the schema with the words of the catalog that harmpath carries.
func carried(t *testing.T) []byte {
	t.Helper()
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	text, err := schema.For(knowledge)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Every file of every case, and the model that a new case begins with, is what the schema says.
func TestModelsAreValid(t *testing.T) {
	var files []string
	for _, c := range modeltest.Cases(t, "../..") {
		of, err := filepath.Glob(c.Folder + "/*.yaml")
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, of...)
	}
	files = slices.DeleteFunc(files, func(f string) bool { return filepath.Base(f) == "whatif.yaml" }) // expectations beside a model
	files = append(files, "../../cmd/harmpath/starter.yaml")
	s := compiled(t, carried(t))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		data = bytes.Replace(data, []byte("id: NAME\n"), []byte("id: name\n"), 1) // the starter's, which is filled in
		if err := s.Validate(plain(t, data)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// plain reads YAML as an editor does: by the core schema of YAML 1.2, in which a date is text.
func plain(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := yaml.Load(data, &v); err != nil {
		t.Fatal(err)
	}
	return withoutDates(v)
}

func withoutDates(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = withoutDates(v[key])
		}
	case []any:
		for i := range v {
			v[i] = withoutDates(v[i])
		}
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return v
}

func TestRefusals(t *testing.T) {
	s := compiled(t, carried(t))
	const head = "harmpath: \"1\"\nid: x\ntitle: X\nsite: consumer\n"
	for name, test := range map[string]struct {
		text string
		at   string // where the schema finds fault; "" nowhere
	}{
		"the least":          {head, ""},
		"a part":             {"components: [{id: a, name: A, kind: camera, zone: home}]", ""},
		"unknown key":        {head + "zones: []", "/"},
		"missing key":        {"harmpath: \"1\"\nid: x\ntitle: X\n", "/"},
		"id":                 {"id: X y", "/id"},
		"site":               {"site: nowhere", "/site"},
		"text as a number":   {"title: 5", "/title"},
		"text in a language": {"title: {jp: x}", "/title"},
		"kind":               {"components: [{id: a, name: A, kind: cam, zone: home}]", "/components/0/kind"},
		"abstract kind":      {"components: [{id: a, name: A, kind: network, zone: home}]", "/components/0/kind"},
		"property":           {"components: [{id: a, name: A, kind: camera, zone: home, properties: {unguessable: true}}]", "/components/0/properties"},
		"truth":              {"data: [{id: a, name: A, sensitivity: technical, properties: {unguessable: maybe}}]", "/data/0/properties/unguessable"},
		"unknown truth":      {"data: [{id: a, name: A, sensitivity: technical, properties: {unguessable: unknown}}]", ""},
		"nature":             {"dataflows: [{id: f, from: a, to: b, nature: commands}]", "/dataflows/0/nature"},
		"fact":               {"attackers: [{id: a, name: A, kind: remote, starts: [reached]}]", "/attackers/0/starts/0"},
		"cause":              {"effects: [{id: e, name: E, causes: used}]", "/effects/0/causes"},
		"cause below":        {"effects: [{id: e, name: E, causes: {all: [used(a), {any: [infected( b )]}]}}]", ""},
		"duration":           {"policies: {long_duration: 3 days}", "/policies/long_duration"},
		"level":              {"rationale: {recovery: {level: severe}}", "/rationale/recovery/level"},
		"catalog's measure":  {"measures: [{id: m, uses: nothing}]", "/measures/0/uses"},
	} {
		t.Run(name, func(t *testing.T) {
			err := s.Validate(plain(t, []byte(test.text)))
			if (err == nil) != (test.at == "") {
				t.Fatalf("the schema says %v", err)
			}
			if err != nil && !strings.Contains(err.Error(), fmt.Sprintf("at '%s'", strings.TrimSuffix(test.at, "/"))) {
				t.Errorf("no fault is found at %s:\n%v", test.at, err)
			}
		})
	}
}

// Editors show a description for every key.
func TestEveryKeyIsDescribed(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(carried(t), &root); err != nil {
		t.Fatal(err)
	}
	definitions := root["$defs"].(map[string]any)
	described := func(property map[string]any) bool {
		if property["description"] != nil {
			return true
		}
		name, _ := property["$ref"].(string)
		definition, _ := definitions[strings.TrimPrefix(name, "#/$defs/")].(map[string]any)
		return definition["description"] != nil
	}
	stack := []any{root}
	keys := 0
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		switch top := top.(type) {
		case map[string]any:
			if properties, are := top["properties"].(map[string]any); are {
				for _, key := range slices.Sorted(maps.Keys(properties)) {
					keys++
					if property, is := properties[key].(map[string]any); is && !described(property) {
						t.Errorf("the key %s of %v has no description", key, top["description"])
					}
				}
			}
			for _, v := range top {
				stack = append(stack, v)
			}
		case []any:
			stack = append(stack, top...)
		}
	}
	if keys < 100 {
		t.Errorf("only %d keys were looked at", keys)
	}
}

// A catalog that a user extends brings its words along; a section without entries takes no word.
func TestForAnotherCatalog(t *testing.T) {
	text, err := schema.For(models.NewCatalog(models.Catalog{
		Kinds:      []models.Kind{{ID: "tractor", Entry: models.Entry{Name: models.Plain("Tractor"), Means: models.Plain("Pulls.")}}},
		Properties: []models.Property{{ID: "locked", Of: models.ComponentSort}},
	}))
	if err != nil {
		t.Fatal(err)
	}
	s := compiled(t, text)
	for text, valid := range map[string]bool{
		"components: [{id: a, name: A, kind: tractor, zone: z, properties: {locked: true}}]":    true,
		"components: [{id: a, name: A, kind: camera, zone: z}]":                                 false,
		"components: [{id: a, name: A, kind: tractor, zone: z, properties: {flaw_free: true}}]": false,
		"site: consumer": false,
	} {
		if err := s.Validate(plain(t, []byte(text))); (err == nil) != valid {
			t.Errorf("%s: %v", text, err)
		}
	}
}
