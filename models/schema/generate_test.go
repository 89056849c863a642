package schema

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"

	"github.com/harmpath/harmpath/models"
)

var update = flag.Bool("update", false, "write harmpath.schema.json anew")

func TestSchemaOfTypes(t *testing.T) {
	want := generate(t)
	if *update {
		if err := os.WriteFile("harmpath.schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(want, ofTypes) {
		t.Error("harmpath.schema.json is not what the types of models make of it: run go generate ./models/schema")
	}
}

// generate makes the schema from the types and their comments.
func generate(t *testing.T) []byte {
	t.Helper()
	g := generator{definitions: map[string]*jsonschema.Schema{}}
	g.reflector = &jsonschema.Reflector{ExpandedStruct: true, Anonymous: true, Mapper: g.scalar}
	if err := g.reflector.AddGoComments("github.com/harmpath/harmpath/models/schema", "..", jsonschema.WithFullComment()); err != nil {
		t.Fatal(err)
	}
	for key, comment := range g.reflector.CommentMap {
		g.reflector.CommentMap[key] = strings.Join(strings.Fields(comment), " ")
	}
	root := g.reflector.Reflect(models.System{})
	for name, s := range g.definitions {
		root.Definitions[name] = s
	}
	g.unions(root)
	g.catalogIDs(root)
	formerKeys(root)
	out, err := document{
		Schema:      root.Version,
		ID:          "https://github.com/harmpath/harmpath/models/schema/harmpath.schema.json",
		Title:       "A case for harmpath",
		Description: "A system in one mode of use, described so that harmpath can follow how attacks spread through it and what they do to people and property. A file without the key harmpath is a part that another file includes.",
		Type:        "object",
		Properties:  marshal(t, root.Properties),
		If:          marshal(t, map[string]any{"required": []string{"harmpath"}}),
		Then:        marshal(t, map[string]any{"required": root.Required}),
		Definitions: definitions(t, root.Definitions),
	}.encode()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func marshal(t *testing.T, v any) json.RawMessage {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func definitions(t *testing.T, from jsonschema.Definitions) map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	for name, s := range from {
		out[name] = marshal(t, s)
	}
	return out
}

// generator collects the definitions of scalars, which the library would write out at every use.
type generator struct {
	reflector   *jsonschema.Reflector
	definitions map[string]*jsonschema.Schema
}

const (
	idPattern   = `^[a-z][a-z0-9_-]{0,99}$`
	factPattern = `^\s*[a-z][a-z0-9_-]*\s*\(\s*[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*\s*\)\s*$`
)

// scalar refers types that are written as one scalar to a definition of their own.
func (g *generator) scalar(t reflect.Type) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string", Description: g.reflector.CommentMap[t.PkgPath()+"."+t.Name()]}
	values, hasValues := reflect.Zero(t).Interface().(interface{ Values() []string })
	switch {
	case t == reflect.TypeFor[models.Truth]():
		s.Type, s.Enum = "", []any{true, false, "unknown"}
	case t == reflect.TypeFor[models.Resistance]():
		s.Type, s.Enum = "", []any{true, false}
		for _, v := range values.Values() {
			if v != "true" && v != "false" {
				s.Enum = append(s.Enum, v)
			}
		}
	case hasValues:
		for _, v := range values.Values() {
			s.Enum = append(s.Enum, v)
		}
	case t == reflect.TypeFor[models.Fact]():
		s.Pattern = factPattern
	case t == reflect.TypeFor[models.Duration]():
		s.Pattern = `^(short|long|unknown|[0-9]+[hdw](\.\.[0-9]+[hdw])?)$`
	case t == reflect.TypeFor[models.Properties]():
		s = &jsonschema.Schema{Description: "Protective properties."}
		g.scalar(reflect.TypeFor[models.Resistance]())
	case t == reflect.TypeFor[models.Span]():
		s.Pattern = `^[0-9]+[hdw]$`
	case t.Kind() == reflect.String && strings.HasSuffix(t.Name(), "ID"):
		s.Pattern = idPattern
		if s.Description == "" {
			s.Description = "An identifier: a lower-case letter, then lower-case letters, digits, hyphens and underscores."
		}
	default:
		return nil
	}
	g.definitions[t.Name()] = s
	return &jsonschema.Schema{Ref: "#/$defs/" + t.Name()}
}

// unions lets texts and causes be plain strings, too.
func (g *generator) unions(root *jsonschema.Schema) {
	for name, plain := range map[string]*jsonschema.Schema{
		"Text":  {Type: "string"},
		"Cause": {Ref: "#/$defs/Fact"},
	} {
		mapping := root.Definitions[name]
		description := mapping.Description
		mapping.Description = ""
		root.Definitions[name] = &jsonschema.Schema{Description: description, AnyOf: []*jsonschema.Schema{plain, mapping}}
	}
}

// formerKeys lets the keys be written that fields had in earlier files. They are marked as outdated.
func formerKeys(root *jsonschema.Schema) {
	add := func(t reflect.Type, to *jsonschema.Schema) {
		for i := range t.NumField() {
			f := t.Field(i)
			former := f.Tag.Get("former")
			if former == "" {
				continue
			}
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			now, there := to.Properties.Get(key)
			if !there {
				panic("models/schema: no " + key + " in " + t.Name())
			}
			before := *now
			before.Description, before.Deprecated = "What "+key+" was called before.", true
			to.Properties.Set(former, &before)
		}
	}
	add(reflect.TypeFor[models.System](), root)
	for _, t := range []reflect.Type{reflect.TypeFor[models.Component](), reflect.TypeFor[models.Measure]()} {
		add(t, root.Definitions[t.Name()])
	}
}

// catalogIDs refers the fields that hold words of the catalog, but have the Go type of the case's own, to definitions
// that For fills.
func (g *generator) catalogIDs(root *jsonschema.Schema) {
	refer := func(owner, key, definition string) {
		property, there := root.Definitions[owner].Properties.Get(key)
		if !there {
			panic("models/schema: no " + key + " in " + owner)
		}
		property.Ref = "#/$defs/" + definition
	}
	refer("Component", "properties", "ComponentProperties")
	refer("Flow", "properties", "FlowProperties")
	refer("Data", "properties", "DataProperties")
	refer("Measure", "uses", "CatalogMeasureID")
	root.Definitions["CatalogMeasureID"] = root.Definitions["MeasureID"]
	delete(root.Definitions, "Properties")
	for _, name := range propertySorts {
		root.Definitions[name] = &jsonschema.Schema{Type: "object", AdditionalProperties: &jsonschema.Schema{Ref: "#/$defs/Resistance"}}
	}
}
