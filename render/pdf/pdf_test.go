package pdf

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/typeface"
)

func files(t *testing.T, result *models.Result, drawings render.Drawings) []render.File {
	t.Helper()
	files, err := Output.Write(context.Background(), render.Input{Result: result, Langs: models.Langs(), Drawings: drawings})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// texts are what the pages of a file show, in order, without spaces.
func texts(t *testing.T, file []byte) string {
	t.Helper()
	return squeeze(rendertest.PDFText(t, file))
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// TestEverythingIsThere: each caption, heading and cell of the document stands on its pages.
func TestEverythingIsThere(t *testing.T) {
	for name, result := range map[string]*models.Result{"case": rendertest.Case(), "empty": {}, "hostile": rendertest.Hostile()} {
		for i, f := range files(t, result, rendertest.CaseDrawings()) {
			doc := usecase.Build(result, models.Langs()[i])
			there := texts(t, f.Body)
			for _, want := range said(&doc) {
				for _, part := range strings.Fields(typeface.Visible(want)) {
					if n := min(len([]rune(part)), 4); !strings.Contains(there, string([]rune(part)[:n])) {
						t.Errorf("%s: %s lacks %.60q", name, f.Name, part)
					}
				}
			}
		}
	}
}

// said lists the texts of a document.
func said(doc *content.Document) []string {
	out := []string{doc.Title, doc.Heading}
	for _, section := range flat(doc.Sections) {
		out = append(out, section.Number, section.Title)
		for _, b := range section.Blocks {
			switch b := b.(type) {
			case content.Paragraph:
				out = append(out, spans(b.Text)...)
			case content.Notice:
				out = append(out, spans(b.Text)...)
			case content.Table:
				out = append(out, b.Caption)
				for _, c := range b.Columns {
					out = append(out, c.Title)
				}
				for _, row := range b.Rows {
					for _, c := range row {
						for _, line := range c.Lines {
							if c.Span > 0 {
								out = append(out, spans(line)...)
							}
						}
					}
				}
			}
		}
	}
	return out
}

func spans(line content.Line) []string {
	var out []string
	for _, span := range line {
		out = append(out, span.Text)
	}
	return out
}

func TestEqualBytes(t *testing.T) {
	first := files(t, rendertest.Case(), rendertest.CaseDrawings())
	for i, f := range files(t, rendertest.Case(), rendertest.CaseDrawings()) {
		if !bytes.Equal(f.Body, first[i].Body) {
			t.Errorf("%s differs from run to run", f.Name)
		}
	}
}

func TestMetadata(t *testing.T) {
	in := render.Input{Result: rendertest.Case(), Langs: []models.Lang{models.Japanese}, Built: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	made, err := Output.Write(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"/CreationDate (D:20260102030405", "/ModDate (D:20260102030405", "/Lang (ja)", "/Outlines", "/MediaBox [0 0 595.28 841.89]", "/MediaBox [0 0 841.89 595.28]"} {
		if !bytes.Contains(made[0].Body, []byte(want)) {
			t.Errorf("the file lacks %s", want)
		}
	}
	for _, active := range []string{"/JavaScript", "/URI", "/Launch", "/OpenAction <<"} {
		if bytes.Contains(made[0].Body, []byte(active)) {
			t.Errorf("the file holds %s", active)
		}
	}
}

// TestPagesOfContents: the trial and the print agree on where sections begin.
func TestPagesOfContents(t *testing.T) {
	doc := usecase.Build(rendertest.Case(), models.English)
	options := Options{}
	trial := newSetter(&doc, options, nil)
	trial.document()
	print := newSetter(&doc, options, newPaper(&doc, options))
	print.pageOf, print.pages = trial.pageOf, trial.page
	print.document()
	if print.page != trial.page || print.paper.PageCount() != trial.page {
		t.Errorf("%d pages on trial, %d in print", trial.page, print.page)
	}
	for _, section := range flat(doc.Sections) {
		if trial.pageOf[section.ID] < 3 || trial.pageOf[section.ID] > trial.page {
			t.Errorf("section %s is said to begin on page %d", section.Number, trial.pageOf[section.ID])
		}
	}
}

func TestFailures(t *testing.T) {
	in := render.Input{Result: rendertest.Case(), Langs: models.Langs(), Drawings: brokenDrawings{}}
	if _, err := Output.Write(t.Context(), in); err == nil {
		t.Error("a failed drawing is no error")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	in.Drawings = nil
	if _, err := Output.Write(ctx, in); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped run gives %v", err)
	}
}

// brokenDrawings fails as a layout can.
type brokenDrawings struct{}

func (brokenDrawings) Drawings(context.Context, models.Lang) ([]render.Drawing, error) {
	return nil, errors.New("layout failed")
}

// TestWrap: no text is lost, no row is too wide, no row begins with what may not begin one.
func TestWrap(t *testing.T) {
	const never = "、。）」・ーッョ"
	rapid.Check(t, func(t *rapid.T) {
		var line content.Line
		for range rapid.IntRange(1, 4).Draw(t, "spans") {
			text := rapid.StringOfN(rapid.RuneFrom([]rune("給湯器のはガスーッョ、。（）「」・ab1 W")), 0, 30, -1).Draw(t, "text")
			line = append(line, content.Span{Text: text, Kind: content.SpanKind(rapid.IntRange(0, 4).Draw(t, "kind"))})
		}
		limit := rapid.Float64Range(90, 200).Draw(t, "limit")
		all := ""
		for i, r := range wrap(line, bodyStyle, limit) {
			text := ""
			for _, p := range r {
				text += p.text
			}
			if r.width() > limit+1e-6 {
				t.Fatalf("%q is %g wide, the limit is %g", text, r.width(), limit)
			}
			first, _ := utf8.DecodeRuneInString(text)
			if i > 0 && text != "" && strings.ContainsRune(never, first) && !crowded(line.String()) {
				t.Fatalf("row %d of %q begins with %q", i, line.String(), first)
			}
			all += text
		}
		if squeeze(all) != squeeze(line.String()) {
			t.Fatalf("%q became %q", line.String(), all)
		}
	})
}

// crowded tells of runs of marks that no line may end in, and that may be wider than a row.
func crowded(text string) bool {
	run := 0
	for _, r := range text {
		switch {
		case strings.ContainsRune("、。（）「」・ーッョab1W", r):
			run++
		case r == ' ': // no line ends at a space before such a mark
		default:
			run = 0
		}
		if run > 3 {
			return true
		}
	}
	return false
}

// TestGridSplits: lines taller than a page are cut, all text stays, and every page's lines fit.
func TestGridSplits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &grid{style: style{size: 10}, widths: []float64{50, 50}, heads: []bool{true, false}, centre: []bool{false, false}}
		lines := rapid.IntRange(1, 8).Draw(t, "lines")
		want := 0
		for i := 0; i < lines; {
			span := rapid.IntRange(1, lines-i).Draw(t, "span")
			for k := range span {
				n := rapid.IntRange(0, 60).Draw(t, "rows")
				line := []cell{{}, {rows: make([]row, n), span: 1}}
				want += n
				if k == 0 {
					n := rapid.IntRange(0, 60).Draw(t, "rows of the head")
					line[0] = cell{rows: make([]row, n), span: span}
					want += n
				}
				g.lines = append(g.lines, line)
			}
			i += span
		}
		const tall = 400
		g.split(tall)
		got := 0
		for _, line := range g.lines {
			got += len(line[0].rows) + len(line[1].rows)
		}
		if got != want {
			t.Fatalf("%d rows became %d", want, got)
		}
		for first := 0; first < len(g.lines); {
			count, heights := g.fitting(first, tall)
			if count == 0 || total(heights) > tall {
				t.Fatalf("at line %d of %d, %d lines are %g high", first, len(g.lines), count, total(heights))
			}
			first += count
		}
	})
}

func BenchmarkFormat(b *testing.B) {
	doc := usecase.Build(rendertest.Case(), models.Japanese)
	for b.Loop() {
		if _, err := Format(&doc, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
