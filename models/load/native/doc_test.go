package native_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/attach"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
)

var examples = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// The whole case of the documentation is sound.
func TestExampleOfTheDocumentation(t *testing.T) {
	found := examples.FindAllStringSubmatch(native.Format.Doc, -1)
	if len(found) != 2 {
		t.Fatalf("%d examples, want 2", len(found))
	}
	files := folder(map[string]string{"model.yaml": found[0][1]})
	model, err := load.Load([]load.Format{native.Format}, load.Source{Files: files, Name: "."})
	if err != nil {
		t.Fatal(err)
	}
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	if problems := model.Locate(check.System(model.System, knowledge)); len(problems) > 0 {
		t.Error(problems)
	}
	files = folder(map[string]string{
		"model.yaml":          head + found[1][1],
		"parts/system.yaml":   zone("a"),
		"parts/measures.yaml": zone("b"),
	})
	if model, err = load.Load([]load.Format{native.Format}, load.Source{Files: files, Name: "."}); err != nil || len(model.System.Zones) != 2 {
		t.Errorf("the example of includes: %v", err)
	}
}

// The documentation names every key and every word of the format.
func TestDocumentationIsComplete(t *testing.T) {
	var root struct {
		Properties map[string]any            `json:"properties"`
		Defs       map[string]map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(schemaText(t), &root); err != nil {
		t.Fatal(err)
	}
	ofCatalog := regexp.MustCompile(`Properties$|^(Kind|DeviceClass|Property|Threat|Rule|CatalogMeasure|Requirement|Sensitivity|Viewpoint|Site|Category|Norm|Scheme)ID$|^Section$`)
	wanted := map[string]bool{}
	for key := range root.Properties {
		wanted[key] = true
	}
	for name, definition := range root.Defs {
		if ofCatalog.MatchString(name) {
			continue
		}
		mappings := []any{definition}
		if union, is := definition["anyOf"].([]any); is {
			mappings = union
		}
		for _, m := range mappings {
			if properties, has := m.(map[string]any)["properties"].(map[string]any); has {
				for key := range properties {
					wanted[key] = true
				}
			}
		}
		for _, word := range asList(definition["enum"]) {
			wanted[fmt.Sprint(word)] = true
		}
	}
	for _, levels := range []string{"limited", "serious", "fatal", "catastrophic"} {
		delete(wanted, levels) // explained by the framework
	}
	for _, word := range slices.Sorted(maps.Keys(wanted)) {
		if !regexp.MustCompile(`\b` + regexp.QuoteMeta(word) + `\b`).MatchString(native.Format.Doc) {
			t.Errorf("the documentation does not name %s", word)
		}
	}
}

func asList(v any) []any {
	list, _ := v.([]any)
	return list
}

// The limits that the documentation states are those that hold.
func TestLimitsOfTheDocumentation(t *testing.T) {
	number := message.NewPrinter(language.English)
	limits := native.Limits{}.WithDefaults()
	size := func(n int) string {
		for _, unit := range []struct {
			bytes int
			name  string
		}{{1 << 30, "GiB"}, {1 << 20, "MiB"}, {1 << 10, "KiB"}} {
			if n%unit.bytes == 0 {
				return fmt.Sprintf("%d %s", n/unit.bytes, unit.name)
			}
		}
		return fmt.Sprint(n)
	}
	count := func(n int) string { return number.Sprintf("%d", n) }
	attached := attach.Limits{}.WithDefaults()
	for what, limit := range map[string]string{
		"one attached file":                         size(attached.JSONSize),
		"attached files together":                   size(attached.Size),
		"attached files of a case":                  count(attached.Files),
		"one text in an attached file":              size(attached.Scalar),
		"packages of one SBOM":                      count(attached.Packages),
		"packages within each other":                count(attached.Within),
		"statements on vulnerabilities in one file": count(attached.Statements),
		"statements times what each is about":       count(attached.Matches),
		"components that packages become":           count(attached.Parts),
		"components with what is built into them":   count(check.MaxBuiltIn),
		"one YAML file":                             size(limits.YAMLSize),
		"one JSON file":                             size(limits.JSONSize),
		"all files together":                        size(limits.TotalSize),
		"values and keys in YAML":                   count(limits.YAMLNodes),
		"values and keys in JSON":                   count(limits.JSONNodes),
		"values and keys from aliases":              count(limits.Expanded),
		"nesting":                                   count(limits.Depth),
		"one text or key":                           size(limits.Scalar),
		"files of a case":                           count(limits.Files),
		"files that include each other in a row":    count(limits.IncludeDepth),
		"problems told":                             count(limits.Problems),
	} {
		if row := fmt.Sprintf("| %s | %s |\n", what, limit); !strings.Contains(native.Format.Doc, row) {
			t.Errorf("the documentation has no row %s", row)
		}
	}
	if check.MaxProblems != limits.Problems {
		t.Errorf("reading tells %d problems, checking %d", limits.Problems, check.MaxProblems)
	}
	if id := strings.Repeat("a", 100); !models.ValidID(id) || models.ValidID(id+"a") {
		t.Error("identifiers are not limited to 100 characters")
	}
}
