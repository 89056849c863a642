package pptx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/typeface"
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

// slides are the parts of the slides, in order.
func slides(t *testing.T, f render.File) []string {
	t.Helper()
	parts := rendertest.Unzip(t, f.Body)
	var out []string
	for {
		part, there := parts["ppt/slides/slide"+strconv.Itoa(len(out)+1)+".xml"]
		if !there {
			return out
		}
		out = append(out, string(part))
	}
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

// TestTopics: the topics stand in the order of the deck, one a slide, and each slide marks its step.
func TestTopics(t *testing.T) {
	for i, f := range files(t, ofCase(rendertest.Case())) {
		doc := usecase.Build(rendertest.Case(), models.Langs()[i])
		d := &deck{doc: &doc}
		shown := slides(t, f)
		at := 0
		for _, id := range []string{"overview", "stakeholders", "configuration", "risk-map", "threats", "measures", "decisions"} {
			title := "<a:t>" + d.section(id).Title + "</a:t>"
			for at < len(shown) && !strings.Contains(shown[at], title) {
				at++
			}
			if at == len(shown) {
				t.Fatalf("%s: no slide on %s, or out of order", f.Name, id)
			}
		}
		for no, slide := range shown {
			if strings.Count(slide, `prst="chevron"`)+strings.Count(slide, `prst="homePlate"`) != 3 {
				t.Errorf("%s: slide %d does not show the three steps", f.Name, no+1)
			}
		}
	}
}

// TestEveryText: what the tables of threats, measures and decisions, the list of components, the rationale and the
// overview say stands on the slides, word for word.
func TestEveryText(t *testing.T) {
	spaces := regexp.MustCompile(`\s+`)
	for name, result := range map[string]*models.Result{"case": rendertest.Case(), "hostile": rendertest.Hostile()} {
		for i, f := range files(t, ofCase(result)) {
			said := ""
			for _, slide := range slides(t, f) {
				said += rendertest.OfficeText(t, []byte(slide))
			}
			said = spaces.ReplaceAllString(said, "")
			doc := usecase.Build(result, models.Langs()[i])
			d := &deck{doc: &doc}
			for _, id := range []string{"overview", "measures", "decisions"} {
				part := content.Document{Sections: []content.Section{*d.section(id)}}
				part.Sections[0].Blocks = withoutCaptions(part.Sections[0].Blocks)
				for _, line := range rendertest.Lines(&part)[3:] {
					line = spaces.ReplaceAllString(content.Clean(line), "")
					if len([]rune(line)) > 400 {
						line = string([]rune(line)[:10]) // a text that is longer than a slide is cut
					}
					if !strings.Contains(said, line) {
						t.Errorf("%s %s %s: %q is missing", name, f.Name, id, line)
					}
				}
			}
		}
	}
}

// withoutCaptions leaves out what a slide says in its title.
func withoutCaptions(blocks []content.Block) []content.Block {
	var out []content.Block
	for _, b := range blocks {
		if table, ok := b.(content.Table); ok {
			table.Caption = ""
			b = table
		}
		if _, figure := b.(content.Figure); !figure {
			out = append(out, b)
		}
	}
	return out
}

// TestInside: nothing stands outside of its slide, whatever a text holds.
func TestInside(t *testing.T) {
	for name, result := range map[string]*models.Result{"case": rendertest.Case(), "hostile": rendertest.Hostile()} {
		for _, f := range files(t, ofCase(result)) {
			for no, slide := range slides(t, f) {
				for _, at := range frames(t, slide) {
					if at.x < 0 || at.y < 0 || at.x+at.width > 841.9*points || at.y+at.height > 595.3*points {
						t.Errorf("%s %s: on slide %d something reaches from (%.0f, %.0f) to (%.0f, %.0f)", name, f.Name, no+1,
							at.x/points, at.y/points, (at.x+at.width)/points, (at.y+at.height)/points)
					}
				}
			}
		}
	}
}

type frame struct{ x, y, width, height float64 }

// frames are the places of what a slide shows.
func frames(t *testing.T, slide string) []frame {
	t.Helper()
	var out []frame
	d := xml.NewDecoder(strings.NewReader(slide))
	number := func(e xml.StartElement, name string) float64 {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				n, err := strconv.ParseFloat(a.Value, 64)
				if err != nil {
					t.Fatal(err)
				}
				return n
			}
		}
		return 0
	}
	for {
		token, err := d.Token()
		if err != nil {
			return out
		}
		if e, ok := token.(xml.StartElement); ok {
			switch e.Name.Local {
			case "off":
				out = append(out, frame{x: number(e, "x"), y: number(e, "y")})
			case "ext":
				if cx := number(e, "cx"); cx > 0 && len(out) > 0 {
					out[len(out)-1].width, out[len(out)-1].height = cx, number(e, "cy")
				}
			}
		}
	}
}

// TestRectangular: each row of a table has as many cells as the table has columns, and merged cells end inside it.
func TestRectangular(t *testing.T) {
	for _, f := range files(t, ofCase(rendertest.Hostile())) {
		for _, slide := range slides(t, f) {
			for _, table := range regexp.MustCompile(`(?s)<a:tbl>.*?</a:tbl>`).FindAllString(slide, -1) {
				columns := strings.Count(table, "<a:gridCol ")
				open := make([]int, columns)
				for _, row := range regexp.MustCompile(`(?s)<a:tr .*?</a:tr>`).FindAllString(table, -1) {
					cells := regexp.MustCompile(`<a:tc(?: (vMerge|rowSpan)="(\d+)")?>`).FindAllStringSubmatch(row, -1)
					if len(cells) != columns {
						t.Fatalf("%s: a row has %d cells, its table %d columns", f.Name, len(cells), columns)
					}
					for j, c := range cells {
						if merged := c[1] == "vMerge"; merged != (open[j] > 0) {
							t.Errorf("%s: merged cells of column %d do not meet", f.Name, j)
						}
						open[j] = max(open[j]-1, 0)
						if c[1] == "rowSpan" {
							n, _ := strconv.Atoi(c[2])
							open[j] = n - 1
						}
					}
				}
				for j, left := range open {
					if left > 0 {
						t.Errorf("%s: a merged cell of column %d reaches below its table", f.Name, j)
					}
				}
			}
		}
	}
}

// TestTemplate lends a deck of harmpath's own as the template.
func TestTemplate(t *testing.T) {
	in := ofCase(rendertest.Case())
	plain := files(t, in)[0]
	in.Templates = []render.File{{Name: "corporate.pptx", Body: plain.Body}}
	for _, f := range files(t, in) {
		rendertest.SoundPackage(t, "template "+f.Name, f.Body)
		if list := rendertest.Unzip(t, f.Body)["ppt/presentation.xml"]; !bytes.Contains(list, []byte(`<p:sldMasterId id="2147483648"`)) {
			t.Errorf("%s does not keep the template's number of its master: %s", f.Name, list)
		}
		if len(slides(t, f)) < 7 {
			t.Errorf("%s has %d slides", f.Name, len(slides(t, f)))
		}
	}
	in.Templates[0].Body = withFooter(t, plain.Body)
	for _, f := range files(t, in) {
		rendertest.SoundPackage(t, "footer "+f.Name, f.Body)
		for no, slide := range slides(t, f) {
			if !strings.Contains(slide, `type="ftr"`) || !strings.Contains(slide, "<a:t>Corporate &amp; confidential</a:t>") {
				t.Errorf("%s: slide %d lacks the template's footer", f.Name, no+1)
			}
		}
	}
	in.Templates[0].Body = []byte("no archive")
	var bad *render.TemplateError
	if _, err := Output.Write(context.Background(), render.Input{Result: in.Result, Langs: models.Langs(), Templates: in.Templates}); !errors.As(err, &bad) {
		t.Errorf("text as a template gives %v", err)
	}
}

// withFooter is a presentation whose layouts have a footer.
func withFooter(t *testing.T, body []byte) []byte {
	t.Helper()
	const footer = `<p:sp><p:nvSpPr><p:cNvPr id="77" name="Footer"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="ftr" sz="quarter" idx="11"/></p:nvPr></p:nvSpPr>` +
		`<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>Corporate &amp; </a:t></a:r><a:r><a:t>confidential</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>`
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for name, part := range rendertest.Unzip(t, body) {
		if strings.HasPrefix(name, "ppt/slideLayouts/") && strings.HasSuffix(name, ".xml") {
			part = bytes.Replace(part, []byte("</p:spTree>"), []byte(footer), 1)
		}
		w, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestFailures(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Output.Write(ctx, render.Input{Result: rendertest.Case(), Langs: models.Langs()}); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped run gives %v", err)
	}
}

// TestWide: a drawing that a slide would show too small is drawn wide, and its table follows on a slide of its own.
func TestWide(t *testing.T) {
	doc := usecase.Build(rendertest.Case(), models.English)
	drawings, err := rendertest.CaseDrawings().Drawings(t.Context(), models.English)
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	drawings = slices.Clone(drawings)
	at := slices.IndexFunc(drawings, func(d render.Drawing) bool { return d.ID == render.ConfigurationDrawing })
	tall := &drawings[at]
	tall.Width, tall.Height = 400, 1200
	tall.Wide = func(context.Context) (render.Drawing, error) {
		asked++
		wide := *tall
		wide.Width, wide.Height = 900, 400
		return wide, nil
	}
	body, err := Format(t.Context(), doc, Options{Drawings: drawings})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, slide := range slides(t, render.File{Body: body}) {
		if !strings.Contains(slide, "<p:pic>") || !strings.Contains(slide, (&deck{doc: &doc}).section("configuration").Title) {
			continue
		}
		for _, at := range frames(t, slide) {
			found = found || at.width > 700*points
		}
		if strings.Contains(slide, "<a:tbl>") {
			t.Error("a table stands beside a drawing that needs the whole slide")
		}
	}
	if asked != 1 || !found {
		t.Errorf("the drawing was asked for %d times, and is shown wide: %t", asked, found)
	}
	tall.Wide = func(context.Context) (render.Drawing, error) { return render.Drawing{}, errors.New("no paper") }
	if _, err := Format(t.Context(), doc, Options{Drawings: drawings}); err == nil || !strings.Contains(err.Error(), "no paper") {
		t.Errorf("a drawing that fails gives %v", err)
	}
}

// TestTextFits: the text of a shape, broken into lines by the widths of the glyphs that draw it, is no higher than the shape, and
// no word is wider. (Words of thousands of letters are broken by the program that shows them.)
func TestTextFits(t *testing.T) {
	for name, result := range map[string]*models.Result{"case": rendertest.Case(), "hostile": rendertest.Hostile()} {
		for _, f := range files(t, ofCase(result)) {
			for no, slide := range slides(t, f) {
				for _, shape := range regexp.MustCompile(`(?s)<p:sp>.*?</p:sp>`).FindAllString(slide, -1) {
					at := frames(t, shape)
					if len(at) == 0 {
						continue // the layout places it
					}
					inset := 0.0
					if found := regexp.MustCompile(`lIns="(\d+)"`).FindStringSubmatch(shape); found != nil {
						inset, _ = strconv.ParseFloat(found[1], 64)
					}
					width, height := (at[0].width-2*inset)/points, (at[0].height-2*inset)/points
					if needed := textHeight(t, shape, width); needed > height*1.02+1 {
						t.Errorf("%s %s: on slide %d, text of %.1f points stands in a shape of %.1f: %.80q", name, f.Name, no+1, needed, height,
							rendertest.OfficeText(t, []byte(shape)))
					}
				}
			}
		}
	}
}

var (
	paragraphsOf = regexp.MustCompile(`(?s)<a:p>.*?</a:p>`)
	sizes        = regexp.MustCompile(`sz="(\d+)"`)
	said         = regexp.MustCompile(`<a:t>([^<]*)</a:t>`)
	indents      = regexp.MustCompile(`marL="(\d+)"`)
)

// textHeight is how high the text of a shape is in lines of a width, in points.
func textHeight(t *testing.T, shape string, width float64) float64 {
	t.Helper()
	total := 0.0
	for _, p := range paragraphsOf.FindAllString(shape, -1) {
		size, room, text := 0.0, width, ""
		if found := sizes.FindStringSubmatch(p); found != nil {
			size, _ = strconv.ParseFloat(found[1], 64)
			size /= 100
		}
		if found := indents.FindStringSubmatch(p); found != nil {
			indent, _ := strconv.ParseFloat(found[1], 64)
			room -= indent / points
		}
		for _, run := range said.FindAllStringSubmatch(p, -1) {
			text += html.UnescapeString(run[1])
		}
		lines, used := 1, 0.0
		for _, segment := range typeset.Segments(text) {
			wide := typeface.Of(strings.Contains(p, ` b="1"`)).Width(strings.TrimRight(segment, " ")) * size
			if used > 0 && used+wide > room {
				lines, used = lines+1, 0
			}
			for ; wide > room && room > 0; wide -= room {
				lines++
			}
			used += wide
		}
		total += float64(lines) * lead * size
	}
	return total
}
