package xlsx

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/ooxml"
)

// Options say what stands beside the tables.
type Options struct {
	Date    time.Time // when the workbook is said to be made; zero: not said
	Program string    // that made it
}

const (
	namespace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relations     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	workbookName  = "/xl/workbook.xml"
	workbookType  = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
	worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
	stylesType    = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
)

// Format writes the tables of a document as a workbook.
func Format(doc *content.Document, options Options) ([]byte, error) {
	return book(doc, sheets(doc), options)
}

// FormatTables writes a document of which every table becomes a sheet, after the title page.
func FormatTables(doc *content.Document, options Options) ([]byte, error) {
	return book(doc, append([]sheet{front(doc)}, tables(doc)...), options)
}

func book(doc *content.Document, list []sheet, options Options) ([]byte, error) {
	var p ooxml.Package
	p.Relate("", ooxml.DocumentRelation, workbookName)
	language := "ja-JP"
	if doc.Lang == models.English {
		language = "en-US"
	}
	p.Describe(ooxml.Properties{Title: doc.Title, Subject: doc.Heading, Creator: options.Program, Language: language, Date: options.Date, Program: options.Program})
	p.Put(ooxml.Theme("/xl/theme/theme1.xml"))
	p.Put(ooxml.Part{Name: "/xl/styles.xml", Type: stylesType, Body: styles(typefaceOf(doc.Lang))})
	ids := make([]string, len(list))
	for i := range list {
		name := fmt.Sprintf("/xl/worksheets/sheet%d.xml", i+1)
		p.Put(ooxml.Part{Name: name, Type: worksheetType, Body: list[i].worksheet(doc.Title, i == 0)})
		ids[i] = p.Relate(workbookName, relations+"/worksheet", name)
	}
	p.Relate(workbookName, ooxml.StylesRelation, "/xl/styles.xml")
	p.Relate(workbookName, ooxml.ThemeRelation, "/xl/theme/theme1.xml")
	p.Put(ooxml.Part{Name: workbookName, Type: workbookType, Body: workbook(list, ids)})
	return p.Bytes()
}

// workbook lists the sheets, and names their print areas, the heads that every printed page repeats, and their filters.
func workbook(list []sheet, ids []string) []byte {
	m := ooxml.NewMarkup()
	m.Open("workbook", "xmlns", namespace, "xmlns:r", relations)
	m.Open("bookViews")
	m.Empty("workbookView", "activeTab", "0", "tabRatio", "850")
	m.Close()
	m.Open("sheets")
	for i := range list {
		m.Empty("sheet", "name", list[i].name, "sheetId", strconv.Itoa(i+1), "r:id", ids[i])
	}
	m.Close()
	m.Open("definedNames")
	for _, kind := range []string{"_xlnm._FilterDatabase", "_xlnm.Print_Area", "_xlnm.Print_Titles"} {
		for i := range list {
			list[i].define(m, kind, i)
		}
	}
	m.Close()
	m.Close()
	return m.Bytes()
}

// define writes a name of a sheet. Names are sorted, as spreadsheets want them.
func (s *sheet) define(m *ooxml.Markup, kind string, index int) {
	quoted := "'" + strings.ReplaceAll(s.name, "'", "''") + "'!"
	last := max(len(s.columns), 1)
	area, hidden := "", ""
	switch kind {
	case "_xlnm.Print_Area":
		area = absolute(1, 1) + ":" + absolute(last, headRow+len(s.rows))
	case "_xlnm.Print_Titles":
		area = "$1:$" + strconv.Itoa(headRow)
	default:
		if len(s.columns) == 0 {
			return
		}
		area, hidden = absolute(1, headRow)+":"+absolute(last, headRow+len(s.rows)), "1"
	}
	m.Leaf("definedName", quoted+area, "name", kind, "localSheetId", strconv.Itoa(index), "hidden", hidden)
}

// letters is the name of a column, counted from 1.
func letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

func place(column, row int) string { return letters(column) + strconv.Itoa(row) }

func absolute(column, row int) string { return "$" + letters(column) + "$" + strconv.Itoa(row) }
