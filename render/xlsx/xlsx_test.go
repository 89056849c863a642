package xlsx

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/rendertest"
)

func files(t *testing.T, result *models.Result) []render.File {
	t.Helper()
	files, err := Output.Write(context.Background(), render.Input{Result: result, Langs: models.Langs()})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func open(t *testing.T, body []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// TestCells reads the workbook back with a library of its own and finds each cell of the tables, as text, where it belongs.
func TestCells(t *testing.T) {
	for name, result := range map[string]*models.Result{"case": rendertest.Case(), "empty": {}, "hostile": rendertest.Hostile()} {
		for i, f := range files(t, result) {
			doc := usecase.Build(result, models.Langs()[i])
			book := open(t, f.Body)
			list := sheets(&doc)
			if got := book.GetSheetList(); len(got) != len(list) {
				t.Fatalf("%s: %s has the sheets %q", name, f.Name, got)
			}
			for k := range list {
				readBack(t, name+" "+f.Name, book, &list[k])
			}
		}
	}
}

func readBack(t *testing.T, name string, book *excelize.File, s *sheet) {
	t.Helper()
	for i, row := range s.rows {
		for j, c := range row {
			at := place(j+1, headRow+1+i)
			if c.Span == 0 {
				at, _ := s.origin(i, j)
				c = s.rows[at][j]
			}
			got, err := book.GetCellValue(s.name, at, excelize.Options{RawCellValue: true})
			if want := limited(s.textOf(c)); err != nil || got != want {
				t.Errorf("%s: %s!%s is %.80q, want %.80q: %v", name, s.name, at, got, want, err)
			}
			if formula, _ := book.GetCellFormula(s.name, at); formula != "" {
				t.Errorf("%s: %s!%s is the formula %s", name, s.name, at, formula)
			}
		}
	}
	for j, c := range s.columns {
		if got, _ := book.GetCellValue(s.name, place(j+1, headRow)); got != c.Title {
			t.Errorf("%s: the head of column %d of %s is %q, want %q", name, j+1, s.name, got, c.Title)
		}
	}
}

func TestLooksLikeASheetToPrint(t *testing.T) {
	book := open(t, files(t, rendertest.Case())[0].Body)
	names := map[string]string{}
	for _, n := range book.GetDefinedName() {
		names[n.Name+" "+n.Scope] = n.RefersTo
	}
	for _, name := range book.GetSheetList() {
		layout, err := book.GetPageLayout(name)
		if err != nil || *layout.Orientation != "landscape" || *layout.Size != 9 || *layout.FitToWidth != 1 {
			t.Errorf("%s is not for A4 landscape: %v", name, err)
		}
		if names["_xlnm.Print_Titles "+name] != "'"+name+"'!$1:$2" || !strings.HasPrefix(names["_xlnm.Print_Area "+name], "'"+name+"'!$A$1:") {
			t.Errorf("%s: print area %q, titles %q", name, names["_xlnm.Print_Area "+name], names["_xlnm.Print_Titles "+name])
		}
		panes, err := book.GetPanes(name)
		if err != nil || !panes.Freeze || panes.YSplit != headRow {
			t.Errorf("%s: the head is not frozen: %+v %v", name, panes, err)
		}
		if utf8.RuneCountInString(name) > 31 || strings.ContainsAny(name, `[]:*?/\'`) {
			t.Errorf("%q cannot be the name of a sheet", name)
		}
	}
	merged, err := book.GetMergeCells("脅威")
	if err != nil || len(merged) != 2 || merged[1].GetStartAxis() != "A3" || merged[1].GetEndAxis() != "A4" {
		t.Errorf("the first column of the threats is merged as %v: %v", merged, err)
	}
}

func TestMissingTablesSaySo(t *testing.T) {
	book := open(t, files(t, &models.Result{})[1].Body)
	if got, _ := book.GetCellValue("Threats", "A2"); !strings.HasPrefix(got, "[Not stated] ") {
		t.Errorf("the empty sheet of threats says %q", got)
	}
}

// TestFormulasStayText: what looks like a formula is text, and stays one when it is edited.
func TestFormulasStayText(t *testing.T) {
	found := 0
	for _, f := range files(t, rendertest.Hostile()) {
		book := open(t, f.Body)
		for _, name := range book.GetSheetList() {
			rows, err := book.GetRows(name)
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				for j, value := range row {
					if value == "" || !strings.ContainsAny(value[:1], "=+-@") {
						continue
					}
					found++
					style, _ := book.GetCellStyle(name, place(j+1, i+1))
					kind, _ := book.GetCellType(name, place(j+1, i+1))
					if style < quotedStyles || kind != excelize.CellTypeInlineString {
						t.Errorf("%s!%s holds %.30q in style %d as %v", name, place(j+1, i+1), value, style, kind)
					}
				}
			}
		}
	}
	if found == 0 {
		t.Error("no cell of the hostile case looks like a formula")
	}
}

func TestEqualBytes(t *testing.T) {
	first := files(t, rendertest.Case())
	for i, f := range files(t, rendertest.Case()) {
		if !bytes.Equal(f.Body, first[i].Body) {
			t.Errorf("%s differs from run to run", f.Name)
		}
	}
}

func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Output.Write(ctx, render.Input{Result: rendertest.Case(), Langs: models.Langs()}); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped run gives %v", err)
	}
}

// TestTitles: a title is as wide as its table, and its row as high as its lines.
func TestTitles(t *testing.T) {
	result := rendertest.Case()
	result.System.FullTitle = models.Plain(strings.Repeat("人の注意が行き届かない状態で動作する機器", 6))
	book := open(t, files(t, result)[0].Body)
	for i, name := range book.GetSheetList() {
		merged, err := book.GetMergeCells(name)
		if err != nil || len(merged) == 0 || merged[0].GetStartAxis() != "A1" || strings.HasPrefix(merged[0].GetEndAxis(), "A") {
			t.Errorf("the title of %s stands in %v: %v", name, merged, err)
		}
		height, err := book.GetRowHeight(name, 1)
		if err != nil || height < titleHeight || i == 0 && height < 3*titleHeight {
			t.Errorf("the title of %s is %g points high: %v", name, height, err)
		}
	}
}

func TestPlaces(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA"} {
		if got := letters(column); got != want {
			t.Errorf("column %d is %s, want %s", column, got, want)
		}
	}
}

func TestNumeric(t *testing.T) {
	for text, want := range map[string]bool{"4.5": true, "12": true, "-1": true, "007": false, "1e3": false, "NaN": false, "Inf": false, "1–2": false, "": false, "50 %": false} {
		if numeric(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func FuzzEscapes(f *testing.F) {
	for _, text := range []string{"_x0041_", "__x005F_", "_x12", "=1+1", "_X00e9_x"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = content.Clean(text)
		s := sheet{name: "a", face: typefaceOf(models.English), columns: []content.Column{{Title: "b", Weight: 1}}, rows: []content.Row{{{Lines: []content.Line{{{Text: text}}}, Span: 1}}}}
		doc := content.Document{Lang: models.English}
		if _, err := Format(&doc, Options{}); err != nil {
			t.Fatal(err)
		}
		if body := s.worksheet(text, true); !utf8.Valid(body) {
			t.Errorf("%q makes a sheet that is no UTF-8", text)
		}
	})
}
