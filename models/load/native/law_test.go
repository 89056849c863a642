package native_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
	"github.com/harmpath/harmpath/models/schema"
)

// Encoding a system to JSON and reading that gives the same system, whether it is read as JSON or as the YAML that
// JSON is; and the schema has nothing against it.
func TestDecodeEncodeIsIdentity(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemaText(t)))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	valid, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		system := systems(t)
		text, err := json.Marshal(system)
		if err != nil {
			t.Fatal(err)
		}
		var document any
		if err := json.Unmarshal(text, &document); err != nil {
			t.Fatal(err)
		}
		if err := valid.Validate(document); err != nil {
			t.Fatalf("%s\nis not what the schema says: %v", text, err)
		}
		for _, name := range []string{"m.json", "m.yaml"} {
			model, err := native.Decode(load.Source{Files: folder(map[string]string{name: string(text)}), Name: name}, native.Limits{})
			if err != nil {
				t.Fatalf("%s\nas %s: %v", text, name, err)
			}
			if diff := cmp.Diff(system, model.System, cmpopts.EquateEmpty(), cmpopts.IgnoreTypes(models.Place{})); diff != "" {
				t.Fatalf("%s\nas %s (-want +got):\n%s", text, name, diff)
			}
		}
	})
}

// schemaText is the schema with the words of the catalog that harmpath carries.
func schemaText(t *testing.T) []byte {
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

// systems draws a system of which every field may be set. It need not make sense, but each value is of its type.
func systems(t *rapid.T) *models.System {
	out := &models.System{}
	fill(t, reflect.ValueOf(out).Elem(), "system", 0, true)
	out.Harmpath, out.Include = native.Version, nil
	return out
}

// fill sets a value and all below it; recursive types end at a depth. A required value is not left empty.
func fill(t *rapid.T, v reflect.Value, label string, depth int, required bool) {
	if !required && depth > 2 && rapid.IntRange(0, 2).Draw(t, label+"?") > 0 {
		return
	}
	if word, is := scalar(t, v.Type(), label); is {
		v.Set(reflect.ValueOf(word).Convert(v.Type()))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		fillStruct(t, v, label, depth)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem(), label, depth+1, true)
	case reflect.Slice:
		n := rapid.IntRange(0, 2).Draw(t, label+" length")
		if depth > 6 {
			n = 0
		}
		if required {
			n++
		}
		for range n {
			elem := reflect.New(v.Type().Elem()).Elem()
			fill(t, elem, label, depth+1, true)
			v.Set(reflect.Append(v, elem))
		}
	case reflect.String:
		v.SetString(rapid.StringMatching(`[ -~ぁ-んァ-ヶ一-龠\n"\\:#\x{1F600}]{1,12}`).Draw(t, label))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, label))
	case reflect.Int:
		v.SetInt(int64(rapid.IntRange(-1_000_000, 1_000_000).Draw(t, label)))
	case reflect.Float64:
		v.SetFloat(rapid.Float64().Draw(t, label))
	default:
		t.Fatalf("no way to draw a %s", v.Type())
	}
}

// fillStruct sets the fields of a struct.
func fillStruct(t *rapid.T, v reflect.Value, label string, depth int) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		tag := f.Tag.Get("json")
		if tag == "-" {
			continue
		}
		if properties, are := v.Field(i).Addr().Interface().(*models.Properties); are {
			*properties = map[string]models.Properties{
				"Component": {"flaw_free": drawResistance(t), "no_inbound": drawResistance(t)},
				"Flow":      {"encrypted": drawResistance(t)},
				"Data":      {"unguessable": drawResistance(t)},
			}[v.Type().Name()]
			continue
		}
		if f.Name == "Uses" && v.Type().Name() == "Measure" {
			continue // a measure of the catalog
		}
		fill(t, v.Field(i), label+"."+f.Name, depth+1, !strings.Contains(tag, ",omit") && tag != "")
	}
}

func drawResistance(t *rapid.T) models.Resistance {
	return models.Resistance(rapid.IntRange(0, int(models.Absolute)).Draw(t, "resistance"))
}

func drawTruth(t *rapid.T) models.Truth {
	return rapid.SampledFrom([]models.Truth{models.Unknown, models.False, models.True}).Draw(t, "truth")
}

// words are ids of the catalog, by type.
var words = map[string][]string{
	"KindID":        {"camera", "router"},
	"DeviceClassID": {"sealed_flue", "open_flue"},
	"PropertyID":    {"encrypted", "flaw_free"},
	"ThreatID":      {"misuse", "information_leak"},
	"RuleID":        {"exploit-flaw", "visit"},
	"RequirementID": {"secure-defaults"},
	"SensitivityID": {"technical", "credential"},
	"ViewpointID":   {"viewpoint-1", "viewpoint-4"},
	"SiteID":        {"consumer", "logistics"},
	"CategoryID":    {"personal_information", "trade_secret"},
	"NormID":        {"purpose_limitation", "easy_matching"},
	"SchemeID":      {"cra", "jc-star"},
}

// scalar draws a value of a type that is written as one scalar.
func scalar(t *rapid.T, typ reflect.Type, label string) (any, bool) {
	if typ.Kind() == reflect.Pointer {
		return nil, false
	}
	id := rapid.StringMatching(`[a-z][a-z0-9_-]{0,9}`)
	switch zero := reflect.Zero(typ).Interface().(type) {
	case models.Truth:
		return drawTruth(t), true
	case models.Capability:
		return models.Capability(rapid.IntRange(1, int(models.HighAttacker)).Draw(t, "capability")), true
	case models.Resistance:
		return drawResistance(t), true
	case models.Recovery:
		return rapid.SampledFrom(models.Recoveries()).Draw(t, label), true
	case models.Economic:
		return rapid.SampledFrom(models.Economics()).Draw(t, label), true
	case models.Fact:
		return models.Fact{State: models.StateID(id.Draw(t, label)), Subject: id.Draw(t, label)}, true
	case models.Duration:
		return rapid.SampledFrom([]string{"short", "long", "unknown", "12h", "3d", "2w", "6h..8d"}).Draw(t, label), true
	case models.Span:
		return rapid.SampledFrom([]string{"0h", "12h", "3d", "2w"}).Draw(t, label), true
	case models.Text:
		return text(t, label), true
	case interface{ Values() []string }:
		return rapid.SampledFrom(zero.Values()).Draw(t, label), typ.Kind() == reflect.String
	}
	if known := words[typ.Name()]; known != nil {
		return rapid.SampledFrom(known).Draw(t, label), true
	}
	if typ.Kind() == reflect.String && strings.HasSuffix(typ.Name(), "ID") {
		return id.Draw(t, label), true
	}
	return nil, false
}

// text draws a text that says something in some language.
func text(t *rapid.T, label string) models.Text {
	some := rapid.SampledFrom([]string{"a", "給湯器", "two\nlines", `"quoted": #`, "true", "12", "~", " x ", "\t", "😀", "<b>&\u2028"})
	out := models.Text{JA: some.Draw(t, label), EN: some.Draw(t, label)}
	switch rapid.IntRange(0, 3).Draw(t, label+" languages") {
	case 0:
		out.JA = ""
	case 1:
		out.EN = ""
	case 2:
		out.EN = out.JA
	}
	return out
}
