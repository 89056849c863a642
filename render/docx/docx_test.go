package docx

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/rendertest"
)

func files(t *testing.T, in render.Input) []render.File {
	t.Helper()
	in.Langs = models.Langs()
	out, err := Output.Write(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func ofCase(result *models.Result) render.Input {
	return render.Input{Result: result, Drawings: rendertest.CaseDrawings()}
}

func TestSound(t *testing.T) {
	for name, result := range map[string]*models.Result{"case": rendertest.Case(), "empty": {}, "hostile": rendertest.Hostile()} {
		for _, f := range files(t, ofCase(result)) {
			rendertest.SoundPackage(t, name+" "+f.Name, f.Body)
		}
	}
}

func TestEqualBytes(t *testing.T) {
	first := files(t, ofCase(rendertest.Case()))
	for i, f := range files(t, ofCase(rendertest.Case())) {
		if !bytes.Equal(f.Body, first[i].Body) {
			t.Errorf("%s differs from run to run", f.Name)
		}
	}
}

// spaces are what a caption's fields and a mark may add between the words of a line.
var spaces = regexp.MustCompile(`[\s\p{Zs}]+`)

// TestEveryText: whatever the document says stands in the Word document, word for word.
func TestEveryText(t *testing.T) {
	for name, result := range map[string]*models.Result{"case": rendertest.Case(), "hostile": rendertest.Hostile()} {
		for i, f := range files(t, ofCase(result)) {
			doc := usecase.Build(result, models.Langs()[i])
			said := spaces.ReplaceAllString(rendertest.OfficeText(t, rendertest.Unzip(t, f.Body)["word/document.xml"]), "")
			for _, line := range rendertest.Lines(&doc) {
				if !strings.Contains(said, spaces.ReplaceAllString(content.Clean(line), "")) {
					t.Errorf("%s %s: %q is missing", name, f.Name, line)
				}
			}
		}
	}
}

// TestStructure: headings, tables, captions and contents are Word's own.
func TestStructure(t *testing.T) {
	f := files(t, ofCase(rendertest.Case()))[1]
	parts := rendertest.Unzip(t, f.Body)
	doc := usecase.Build(rendertest.Case(), models.English)
	structured(t, f.Name, &doc, parts)
	if n := len(rendertest.CaseDrawings()); strings.Count(string(parts["word/document.xml"]), "asvg:svgBlip") != n {
		t.Errorf("the vectors are not those of %d drawings", n)
	}
}

// structured compares a document with its parts.
func structured(t *testing.T, name string, doc *content.Document, parts map[string][]byte) {
	t.Helper()
	body := string(parts["word/document.xml"])
	headings, tables, figures := 0, 0, 0
	count := func(blocks []content.Block) {
		for _, b := range blocks {
			switch b.(type) {
			case content.Table:
				tables++
			case content.Figure:
				figures++
			}
		}
	}
	for _, s := range doc.Sections {
		headings++
		count(s.Blocks)
		for _, part := range s.Sections {
			headings++
			count(part.Blocks)
		}
	}
	for pattern, want := range map[string]int{
		`<w:pStyle w:val="Heading[12]"/>`: headings, `w:name="_Toc`: headings, `<w:hyperlink w:anchor="_Toc`: headings,
		`<w:tblHeader/>`: tables, `SEQ (?:Table|表)`: tables, `SEQ (?:Figure|図)`: figures, `TOC\t\\o`: 1, `PAGEREF _Toc`: headings, `w:orient="landscape"`: 1,
	} {
		got := len(regexp.MustCompile(pattern).FindAllString(body, -1))
		if atLeast := strings.HasPrefix(pattern, "<w:hyper") || strings.Contains(pattern, "landscape"); got != want && !(atLeast && got >= want) {
			t.Errorf("%s stands %d times in %s, want %d", pattern, got, name, want)
		}
	}
	used := regexp.MustCompile(`<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"`)
	for _, style := range used.FindAllStringSubmatch(body, -1) {
		if !strings.Contains(string(parts["word/styles.xml"]), `w:styleId="`+style[1]+`"`) {
			t.Errorf("the style %s is not defined", style[1])
		}
	}
}

// TestRectangular: each row of a table has as many cells as its grid columns.
func TestRectangular(t *testing.T) {
	rectangular(t, string(rendertest.Unzip(t, files(t, ofCase(rendertest.Case()))[0].Body)["word/document.xml"]))
}

func rectangular(t *testing.T, body string) {
	t.Helper()
	for _, table := range regexp.MustCompile(`(?s)<w:tbl>.*?</w:tbl>`).FindAllString(body, -1) {
		columns := strings.Count(table, "<w:gridCol ")
		for _, row := range regexp.MustCompile(`(?s)<w:tr>.*?</w:tr>`).FindAllString(table, -1) {
			if cells := strings.Count(row, "<w:tc>"); cells != columns {
				t.Errorf("a row has %d cells, its table %d columns", cells, columns)
			}
		}
	}
}

// TestHostile: no text of a model becomes markup or a field, and no control character is left.
func TestHostile(t *testing.T) {
	harmless, hostile := files(t, ofCase(rendertest.Case())), files(t, ofCase(rendertest.Hostile()))
	for i := range hostile {
		for name, part := range rendertest.Unzip(t, hostile[i].Body) {
			if !strings.HasSuffix(name, ".xml") {
				continue
			}
			if control := regexp.MustCompile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]").Find(part); control != nil {
				t.Errorf("%s %s holds the control character %q", hostile[i].Name, name, control)
			}
		}
		kinds := func(f render.File) map[string]bool {
			seen := map[string]bool{}
			for _, tag := range regexp.MustCompile(`<[a-zA-Z]+:?[a-zA-Z]*`).FindAllString(string(rendertest.Unzip(t, f.Body)["word/document.xml"]), -1) {
				seen[tag] = true
			}
			return seen
		}
		known := kinds(harmless[i])
		for tag := range kinds(hostile[i]) {
			if !known[tag] {
				t.Errorf("%s: %s> came out of a text", hostile[i].Name, tag)
			}
		}
	}
}

func TestDates(t *testing.T) {
	in := ofCase(rendertest.Case())
	in.Built = time.Date(2021, 11, 29, 1, 2, 3, 0, time.UTC)
	if core := string(rendertest.Unzip(t, files(t, in)[0].Body)["docProps/core.xml"]); !strings.Contains(core, ">2021-11-29T01:02:03Z<") {
		t.Errorf("the time of SOURCE_DATE_EPOCH is missing in %s", core)
	}
	in.Built, in.Result.System.Date = time.Time{}, ""
	if core := string(rendertest.Unzip(t, files(t, in)[0].Body)["docProps/core.xml"]); strings.Contains(core, "dcterms:created") {
		t.Errorf("a date is made up in %s", core)
	}
}

// TestTemplate lends a document of harmpath's own with renamed styles, numbering and a header as the template.
func TestTemplate(t *testing.T) {
	in := ofCase(rendertest.Case())
	plain := files(t, in)[0]
	in.Templates = []render.File{{Name: "corporate.docx", Body: plain.Body}}
	for _, f := range files(t, in) {
		parts := rendertest.SoundPackage(t, "template "+f.Name, f.Body)
		styles := string(parts["word/styles.xml"])
		if n := strings.Count(styles, `w:styleId="Heading1"`); n != 1 {
			t.Errorf("%s defines Heading1 %d times", f.Name, n)
		}
		if n := strings.Count(string(parts["word/document.xml"]), "<w:headerReference "); n == 0 {
			t.Errorf("%s has no header of the template", f.Name)
		}
	}
	for name, body := range map[string][]byte{"text": []byte("no archive"), "deck": {}} {
		in.Templates[0].Body = body
		_, err := Output.Write(context.Background(), render.Input{Result: in.Result, Langs: models.Langs(), Templates: in.Templates})
		var bad *render.TemplateError
		if !errors.As(err, &bad) {
			t.Errorf("%s as a template gives %v", name, err)
		}
	}
}

func TestFailures(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Output.Write(ctx, render.Input{Result: rendertest.Case(), Langs: models.Langs()}); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped run gives %v", err)
	}
}
