package main

import (
	"encoding/json"
	"html"
	"maps"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestVerbatim: what the author of a model wrote stands in every document as it was written. It is compared in Unicode's
// form NFKC and without white space, as documents break lines where they need to.
func TestVerbatim(t *testing.T) {
	for _, folder := range shownWholeFolders(t) {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			out := t.TempDir()
			harmpath(t, process.Fine, "report", folder, "-o", out, "--formats", "html,md,docx,pptx,pdf,xlsx,json", "--quiet")
			files := filesBelow(t, out)
			var result models.Result
			if err := json.Unmarshal(files["result.json"], &result); err != nil {
				t.Fatal(err)
			}
			for _, lang := range models.Langs() {
				written := textsIn(&result.System, lang)
				if len(written) < 50 {
					t.Fatalf("the model holds %d texts", len(written))
				}
				for name, text := range documents(t, files, lang) {
					for _, w := range written {
						if squeezed := squeeze(w.text); !strings.Contains(text, squeezed) && w.shownIn(name) {
							t.Errorf("%s lacks %s: %q", name, w.path, w.text)
						}
					}
				}
			}
		})
	}
}

// documents are the texts of the documents in a language, squeezed, by the names of their files.
func documents(t *testing.T, files map[string][]byte, lang models.Lang) map[string]string {
	t.Helper()
	end := "." + string(lang) + "."
	office := func(file string, parts *regexp.Regexp) string {
		var said strings.Builder
		unzipped := rendertest.Unzip(t, files[file])
		for _, name := range slices.Sorted(maps.Keys(unzipped)) {
			if parts.MatchString(name) {
				said.WriteString(html.UnescapeString(tags.ReplaceAllString(string(unzipped[name]), "")))
			}
		}
		return squeeze(said.String())
	}
	page := string(files["document"+end+"html"])
	return map[string]string{
		"document" + end + "docx": office("document"+end+"docx", regexp.MustCompile(`^word/document\.xml$`)),
		"overview" + end + "pptx": office("overview"+end+"pptx", regexp.MustCompile(`^ppt/slides/slide`)),
		"tables" + end + "xlsx":   office("tables"+end+"xlsx", regexp.MustCompile(`^xl/worksheets/sheet`)),
		"document" + end + "html": squeeze(html.UnescapeString(tags.ReplaceAllString(page[strings.Index(page, "</style>"):], ""))),
		"document" + end + "md":   squeeze(html.UnescapeString(strings.ReplaceAll(string(files["document"+end+"md"]), `\`, ""))),
		"document" + end + "pdf":  squeeze(rendertest.PDFText(t, files["document"+end+"pdf"])),
	}
}

var tags = regexp.MustCompile(`(?s)<[^>]*>`)

// squeeze leaves white space out, and writes characters of one meaning alike.
func squeeze(text string) string { return strings.Join(strings.Fields(norm.NFKC.String(text)), "") }

// written is a text of a model and where in it it stands.
type written struct {
	path string
	text string
}

// textsIn lists the texts of a system in a language.
func textsIn(system *models.System, lang models.Lang) []written {
	var out []written
	var walk func(path string, v reflect.Value) // the types nest, the data does not
	walk = func(path string, v reflect.Value) {
		if text, is := v.Interface().(models.Text); is {
			if said := text.In(lang); said != "" {
				out = append(out, written{path, said})
			}
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					walk(path+"."+f.Name, v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(path, v.Index(i))
			}
		case reflect.Pointer:
			if !v.IsNil() {
				walk(path, v.Elem())
			}
		}
	}
	walk("", reflect.ValueOf(system).Elem())
	return out
}

// elsewhere lists what slides and tables leave to the document.
var elsewhere = map[string][]string{
	".pptx": {
		".Title", ".Sources", ".Stakeholders.Assets", ".Stakeholders.Role", ".Stakeholders.Relations", ".Attackers", ".Initiators", ".Conditions",
		".Data", ".Effects.Name", ".Flows", ".Safeguards",
	},
	".xlsx": {".Sources", ".Overview", ".Stakeholders", ".Attackers.Description", ".Rationale.Note", ".Rationale.Recovery.Caption", ".Rationale.Economic.Caption"},
}

// shownIn tells whether a file is to show the text.
func (w written) shownIn(file string) bool {
	return !slices.ContainsFunc(elsewhere[filepath.Ext(file)], func(path string) bool { return strings.HasPrefix(w.path, path) })
}

func shownWholeFolders(t *testing.T) []string {
	t.Chdir(root)
	var out []string
	for _, name := range shownWhole {
		out = append(out, "testdata/usecases/"+name)
	}
	return out
}
