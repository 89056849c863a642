package markdown

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
)

func files(t *testing.T, result *models.Result, drawings render.Drawings) []render.File {
	t.Helper()
	files, err := Output.Write(context.Background(), render.Input{Result: result, Langs: models.Langs(), Drawings: drawings})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestGolden(t *testing.T) {
	for _, f := range files(t, rendertest.Case(), rendertest.CaseDrawings()) {
		rendertest.Golden(t, f.Name, f.Body)
	}
}

// parse reads Markdown as GitHub does, raw HTML included, and returns the page.
func parse(t *testing.T, source []byte) *xhtml.Node {
	t.Helper()
	var page bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert(source, &page); err != nil {
		t.Fatal(err)
	}
	root, err := xhtml.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// elements counts the elements of a page by name.
func elements(root *xhtml.Node) map[string]int {
	out := map[string]int{}
	for n := range root.Descendants() {
		if n.Type == xhtml.ElementNode {
			out[n.Data]++
		}
	}
	return out
}

// TestHostile: with every text hostile, the document has the same tables, rows, cells, headings and links as with
// harmless texts, and no other element.
func TestHostile(t *testing.T) {
	harmless, hostile := files(t, rendertest.Case(), rendertest.CaseDrawings()), files(t, rendertest.Hostile(), rendertest.CaseDrawings())
	for i := range hostile {
		want, got := elements(parse(t, harmless[i].Body)), elements(parse(t, hostile[i].Body))
		for _, name := range []string{"table", "tr", "td", "th", "a", "img", "h1", "h2", "h3", "hr", "blockquote", "ul", "li", "pre", "script"} {
			if got[name] != want[name] {
				t.Errorf("%s: %d elements %s, %d with harmless texts", hostile[i].Name, got[name], name, want[name])
			}
		}
		for name := range got {
			if want[name] == 0 {
				t.Errorf("%s: an element %s came out of a text", hostile[i].Name, name)
			}
		}
		for n := range parse(t, hostile[i].Body).Descendants() {
			for _, a := range n.Attr {
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") || a.Key == "src" && !strings.HasPrefix(a.Val, "diagrams/") || strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: %s=%q came out of a text", hostile[i].Name, a.Key, a.Val)
				}
			}
		}
	}
}

// TestLinks: every link of the document leads to one of its anchors, or to a diagram that is there.
func TestLinks(t *testing.T) {
	for _, f := range files(t, rendertest.Case(), rendertest.CaseDrawings()) {
		var anchors, links []string
		for n := range parse(t, f.Body).Descendants() {
			for _, a := range n.Attr {
				switch {
				case a.Key == "id" && n.Data == "a":
					anchors = append(anchors, a.Val)
				case a.Key == "href":
					links = append(links, strings.TrimPrefix(a.Val, "#"))
				}
			}
		}
		for _, l := range links {
			if !slices.Contains(anchors, l) {
				t.Errorf("%s: the link %q leads nowhere", f.Name, l)
			}
		}
		if len(links) < 20 {
			t.Errorf("%s: only %d links", f.Name, len(links))
		}
	}
}

func TestMissingDrawing(t *testing.T) {
	for _, f := range files(t, rendertest.Case(), nil) {
		if strings.Contains(string(f.Body), "](diagrams/") {
			t.Errorf("%s refers to a diagram that was not made", f.Name)
		}
	}
}

// shown is the text of a page's first block.
func shown(root *xhtml.Node) (text string, names []string) {
	for n := range root.Descendants() {
		switch n.Type {
		case xhtml.TextNode:
			text += n.Data
		case xhtml.ElementNode:
			names = append(names, n.Data)
		}
	}
	return strings.TrimSuffix(text, "\n"), names
}

// FuzzQuote: quoted text is shown as it is, in a paragraph and in a cell of a table, with no element of its own.
func FuzzQuote(f *testing.F) {
	for _, s := range rendertest.HostileTexts() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := strings.TrimSpace(content.Clean(s))
		if want == "" {
			return
		}
		text, names := shown(parse(t, []byte(atStart(Quote(s)))))
		if text != want || !slices.Equal(names, []string{"html", "head", "body", "p"}) {
			t.Errorf("%q: a paragraph shows %q in %v", want, text, names)
		}
		cell, names := shown(parse(t, []byte("| x |\n|---|\n| "+Quote(s)+" |")))
		if _, after, _ := strings.Cut(cell, "x"); strings.TrimSpace(after) != want || slices.Contains(names, "a") || slices.Contains(names, "img") {
			t.Errorf("%q: a cell shows %q in %v", want, cell, names)
		}
	})
}

// FuzzCode: an identifier is shown as it is.
func FuzzCode(f *testing.F) {
	for _, s := range append(rendertest.HostileTexts(), "cloud-controller-command", "``") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := strings.TrimSpace(content.Clean(s))
		if want == "" {
			return
		}
		if text, _ := shown(parse(t, []byte("x "+code(s)))); text != "x "+want {
			t.Errorf("%q is shown as %q", want, text)
		}
	})
}
