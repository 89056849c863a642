package html

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/palette"
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

func TestEqualBytes(t *testing.T) {
	first := files(t, rendertest.Case(), rendertest.CaseDrawings())
	for i, f := range files(t, rendertest.Case(), rendertest.CaseDrawings()) {
		if !bytes.Equal(f.Body, first[i].Body) {
			t.Errorf("%s differs from run to run", f.Name)
		}
	}
}

// TestSound parses every page and asks: ids are unique, links inside the page lead somewhere, no cell is missing, each
// table has a caption and each head a scope, each language is declared.
func TestSound(t *testing.T) {
	for name, result := range map[string]*models.Result{"case": rendertest.Case(), "empty": {}, "hostile": rendertest.Hostile()} {
		for _, f := range files(t, result, rendertest.CaseDrawings()) {
			sound(t, name+" "+f.Name, f.Body)
		}
	}
}

func sound(t *testing.T, name string, body []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	ids, targets := map[string]bool{}, []string{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("%s: the id %q is not unique", name, a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href":
				targets = append(targets, a.Val)
			}
		}
		if n.Data == "th" && attribute(n, "scope") == "" {
			t.Errorf("%s: a head without scope", name)
		}
		if n.Data == "table" {
			rectangular(t, name, n)
		}
		if n.Data == "html" && attribute(n, "lang") == "" {
			t.Errorf("%s: no language", name)
		}
	}
	for _, target := range targets {
		if id, inside := strings.CutPrefix(target, "#"); !inside || !ids[id] {
			t.Errorf("%s: the link %q leads nowhere", name, target)
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// rectangular counts the cells of each row, with those that cells above span.
func rectangular(t *testing.T, name string, table *html.Node) {
	t.Helper()
	width := 0
	var spans []int // for each column: rows that are still spanned
	for row := range table.Descendants() {
		if row.Data != "tr" {
			continue
		}
		column := 0
		take := func(rows int) {
			if column == len(spans) {
				spans = append(spans, 0)
			}
			spans[column] = rows
			column++
		}
		for c := row.FirstChild; c != nil; c = c.NextSibling {
			for column < len(spans) && spans[column] > 1 {
				take(spans[column] - 1)
			}
			rows := 1
			if s := attribute(c, "rowspan"); s != "" {
				rows = atoi(s)
			}
			take(rows)
		}
		for column < len(spans) && spans[column] > 1 {
			take(spans[column] - 1)
		}
		if width == 0 {
			width = column
		}
		if column != width {
			t.Errorf("%s: a row has %d cells, the head %d", name, column, width)
		}
	}
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = 10*n + int(r-'0')
	}
	return n
}

// TestHostile shows that no text of a model becomes markup: the page of the hostile case has the elements and
// attributes of the same page with harmless texts, and no element that could run code.
func TestHostile(t *testing.T) {
	for _, f := range files(t, rendertest.Hostile(), rendertest.CaseDrawings()) {
		root, err := html.Parse(bytes.NewReader(f.Body))
		if err != nil {
			t.Fatal(err)
		}
		texts := 0
		for n := range root.Descendants() {
			if n.Type == html.CommentNode {
				t.Errorf("%s: a comment came out of a text: %s", f.Name, n.Data)
			}
			if n.Type == html.TextNode && strings.Contains(n.Data, "<script>alert(1)</script>") {
				texts++
			}
			if n.Type != html.ElementNode {
				continue
			}
			switch n.Data {
			case "script", "img", "iframe", "object", "embed", "form", "input", "base", "b", "em":
				t.Errorf("%s: an element %s came out of a text", f.Name, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.Contains(strings.ToLower(a.Val), "javascript:") && a.Key == "href" {
					t.Errorf("%s: an attribute %s=%q came out of a text", f.Name, a.Key, a.Val)
				}
			}
		}
		if texts == 0 {
			t.Errorf("%s: the hostile text is not shown at all", f.Name)
		}
		if control := regexp.MustCompile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]").Find(f.Body); control != nil {
			t.Errorf("%s: holds the control character %q", f.Name, control)
		}
	}
}

func TestPageSaysWhatIsMissing(t *testing.T) {
	for _, f := range files(t, &models.Result{}, nil) {
		if n := strings.Count(string(f.Body), `class="notice gap"`); n < 12 {
			t.Errorf("%s: an empty model has %d notices of what it lacks, want 12 or more", f.Name, n)
		}
	}
}

func TestMissingDrawing(t *testing.T) {
	f := files(t, rendertest.Case(), nil)[1]
	if !strings.Contains(string(f.Body), "This figure was not made.") {
		t.Error("a figure that was not made is left out silently")
	}
}

// TestFurtherPages: a drawing that continues a figure stands below it, one of another figure does not.
func TestFurtherPages(t *testing.T) {
	drawings := append(rendertest.CaseDrawings(), "configuration-home", "attack-scald-2")
	page := string(files(t, rendertest.Case(), drawings)[1].Body)
	first, further := strings.Index(page, `id="configuration"`), strings.Index(page, `id="configuration-home"`)
	if first < 0 || further < first || !strings.Contains(page, "Figure 2 (continued). configuration-home") {
		t.Error("the further page of the configuration is missing or out of place")
	}
}

// brokenDrawings fails as a layout can.
type brokenDrawings struct{}

func (brokenDrawings) Drawings(context.Context, models.Lang) ([]render.Drawing, error) {
	return nil, errors.New("layout failed")
}

func TestFailures(t *testing.T) {
	in := render.Input{Result: rendertest.Case(), Langs: models.Langs(), Drawings: brokenDrawings{}}
	if _, err := Output.Write(context.Background(), in); err == nil {
		t.Error("a failed drawing is no error")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	in.Drawings = nil
	if _, err := Output.Write(ctx, in); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped run gives %v", err)
	}
}

func TestSpanLanguage(t *testing.T) {
	doc := content.Document{Lang: models.English, Sections: []content.Section{{Blocks: []content.Block{content.Paragraph{Text: content.Line{{Text: "湯", Lang: models.Japanese}}}}}}}
	if page := string(Format(doc, nil, palette.Light)); !strings.Contains(page, `<span lang="ja">湯</span>`) {
		t.Error("text in the other language is not marked as such")
	}
}

// FuzzQuote: quoted text parses back to the cleaned text, in an element and in an attribute.
func FuzzQuote(f *testing.F) {
	for _, s := range rendertest.HostileTexts() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		page := "<p title=\"" + Quote(s) + "\">" + Quote(s) + "</p>"
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		p := root.FirstChild.LastChild.FirstChild
		want := content.Clean(s)
		text := ""
		if p.FirstChild != nil {
			text = p.FirstChild.Data
		}
		if p.NextSibling != nil || p.FirstChild != nil && p.FirstChild != p.LastChild || text != want || attribute(p, "title") != want {
			t.Errorf("%q becomes %q and %q", want, text, attribute(p, "title"))
		}
	})
}

func BenchmarkFormat(b *testing.B) {
	result := rendertest.Case()
	for b.Loop() {
		Format(usecase.Build(result, models.Japanese), nil, palette.Light)
	}
}

// TestThemes: a page takes its colors from the table alone, and one for dark screens is printed dark on light.
func TestThemes(t *testing.T) {
	doc := usecase.Build(rendertest.Case(), models.English)
	for _, theme := range palette.Themes() {
		page := string(Format(doc, nil, theme))
		c := theme.Colors()
		for _, want := range []string{"--ink: " + c.Ink, "--paper: " + c.Paper, "--high: " + c.Page.High.Fill} {
			if !strings.Contains(page, want+";") {
				t.Errorf("%s: the page lacks %s", theme, want)
			}
		}
		if dark := theme == palette.Dark; strings.Contains(page, "color-scheme: dark") != dark || !strings.Contains(page, "--paper: "+palette.Light.Colors().Paper) {
			t.Errorf("%s: the page has the scheme of another theme", theme)
		}
	}
	for _, used := range regexp.MustCompile(`var\(--([a-z-]+)\)`).FindAllStringSubmatch(style, -1) {
		if !strings.Contains(Inks(palette.Light), "--"+used[1]+":") {
			t.Errorf("the style sheet uses --%s, which no theme has", used[1])
		}
	}
}
