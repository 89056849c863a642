package index

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/document"
	"github.com/harmpath/harmpath/render/rendertest"
)

func made() []render.Made {
	output := func(name string, files ...string) render.Made {
		m := render.Made{Output: render.Output{Name: name, Doc: models.Text{JA: name + "の説明", EN: "about " + name}}}
		for _, f := range files {
			m.Files = append(m.Files, render.File{Name: f})
		}
		return m
	}
	return []render.Made{
		output("html", "document.ja.html", "document.en.html"),
		output("svg", "diagrams/configuration.ja.svg", "diagrams/attack-a b.ja.svg", "diagrams/configuration.en.svg"),
		output("dot", "diagrams/configuration.ja.dot"),
		output("json", "result.json"),
	}
}

func TestGolden(t *testing.T) {
	rendertest.Golden(t, FileName, Page(render.Input{Result: rendertest.Case(), Langs: models.Langs()}, made()).Body)
}

// TestLinksEverything: the page links every file that was made, and nothing else.
func TestLinksEverything(t *testing.T) {
	for _, langs := range [][]models.Lang{models.Langs(), {models.English, models.Japanese}} {
		page := Page(render.Input{Result: rendertest.Hostile(), Langs: langs}, made())
		root, err := html.Parse(bytes.NewReader(page.Body))
		if err != nil {
			t.Fatal(err)
		}
		var linked []string
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				if a.Key == "href" {
					name, err := url.PathUnescape(path.Clean(a.Val))
					if err != nil {
						t.Fatal(err)
					}
					linked = append(linked, name)
				}
			}
		}
		slices.Sort(linked)
		var want []string
		for _, m := range made() {
			for _, f := range m.Files {
				want = append(want, f.Name)
			}
		}
		slices.Sort(want)
		if linked = slices.Compact(linked); !slices.Equal(linked, want) {
			t.Errorf("links %v, want %v", linked, want)
		}
	}
}

func TestOneLanguage(t *testing.T) {
	page := string(Page(render.Input{Result: rendertest.Case(), Langs: []models.Lang{models.English}}, made()).Body)
	if strings.Contains(page, "document.ja.html") || !strings.Contains(page, `<html lang="en">`) || !strings.Contains(page, "result.json") {
		t.Error("a page in English alone links the wrong files")
	}
	if !strings.Contains(string(Page(render.Input{Result: rendertest.Case()}, nil).Body), `lang="ja"`) {
		t.Error("without languages the page is not in all of them")
	}
}

// TestCollection: the page of several cases leads to that of each, and to every file of all together.
func TestCollection(t *testing.T) {
	c := rendertest.Collection(rendertest.Case(), rendertest.Hostile())
	page := Page(render.Input{Collection: c, Langs: models.Langs()}, made())
	root, err := html.Parse(bytes.NewReader(page.Body))
	if err != nil {
		t.Fatal(err)
	}
	linked := map[string]int{}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "href" {
				linked[path.Clean(a.Val)]++
			}
		}
	}
	for _, want := range []string{"case-1/index.html", "case-2/index.html", "document.ja.html", "document.en.html", "diagrams/configuration.ja.dot", "result.json"} {
		if linked[want] == 0 {
			t.Errorf("nothing leads to %s", want)
		}
	}
	if linked["case-1/index.html"] != len(models.Langs()) {
		t.Errorf("a case is linked %d times", linked["case-1/index.html"])
	}
}

// TestNamesDrawingsLeftAside: what the document leaves to the files is called by its title, as the others are.
func TestNamesDrawingsLeftAside(t *testing.T) {
	result := rendertest.Case()
	for _, c := range result.Consequences {
		if !c.Reachable.Assessed.Reachable {
			result.Graphs = append(result.Graphs, models.ConsequenceGraph{Effect: c.Effect, Reading: models.Inherent, Steps: result.Graphs[0].Steps})
		}
	}
	in := render.Input{Result: result, Langs: models.Langs()}
	for _, lang := range models.Langs() {
		aside := document.Of(&in, lang).Aside
		if len(aside) == 0 {
			t.Fatal("the case leaves no drawing aside")
		}
		for _, f := range aside {
			svg := render.Made{Output: render.Output{Name: "svg"}, Files: []render.File{{Name: render.DrawingFile(f.ID, lang, "svg")}}}
			page := string(Page(in, []render.Made{svg}).Body)
			if f.Caption == f.ID || !strings.Contains(page, "<p>"+html.EscapeString(f.Caption)) {
				t.Errorf("%s: the page does not show the title %q", f.ID, f.Caption)
			}
		}
	}
}
