package docx

import (
	_ "embed"
	"strings"

	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/ooxml"
)

var (
	//go:embed parts/styles.xml
	styles string
	//go:embed parts/numbering.xml
	numbering string
	//go:embed parts/settings.xml
	settings string
	//go:embed parts/fonts.xml
	fonts string
)

const (
	documentPart  = "/word/document.xml"
	stylesPart    = "/word/styles.xml"
	numberingPart = "/word/numbering.xml"
	settingsPart  = "/word/settings.xml"
	fontsPart     = "/word/fontTable.xml"

	wordType      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	documentType  = wordType + "document.main+xml"
	templateType  = wordType + "template.main+xml"
	stylesType    = wordType + "styles+xml"
	numberingType = wordType + "numbering+xml"
	settingsType  = wordType + "settings+xml"
	fontsType     = wordType + "fontTable+xml"

	numberingRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
	settingsRelation  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"
	fontsRelation     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"
)

// look is what a document is dressed in: the package it goes into, with its styles, and its page.
type look struct {
	parts    *ooxml.Package
	names    map[string]string // the template's ids of harmpath's styles; an id that is not in it stays
	numbered map[string]bool   // styles of the template that number their paragraphs
	page     sheet

	ownHeader, ownFooter bool // the template has them
	firstDiffers         bool // the first page has a header and a footer of its own
	references           []reference
}

// lookOf is the look that a template lends, or harmpath's own.
func lookOf(template *render.File) (*look, error) {
	if template != nil {
		return borrow(template)
	}
	l := &look{parts: &ooxml.Package{}, page: a4}
	l.parts.Put(ooxml.Part{Name: documentPart, Type: documentType})
	l.parts.Relate("", ooxml.DocumentRelation, documentPart)
	l.add(ooxml.StylesRelation, stylesPart, stylesType, styles)
	l.add(numberingRelation, numberingPart, numberingType, numbering)
	l.add(settingsRelation, settingsPart, settingsType, settings)
	l.add(fontsRelation, fontsPart, fontsType, fonts)
	l.parts.Put(ooxml.Theme("/word/theme/theme1.xml"))
	l.parts.Relate(documentPart, ooxml.ThemeRelation, "/word/theme/theme1.xml")
	return l, nil
}

// add puts a part to which the document is related.
func (l *look) add(relation, name, kind, body string) {
	l.parts.Put(ooxml.Part{Name: name, Type: kind, Body: []byte(body)})
	l.parts.Relate(documentPart, relation, name)
}

// style is the id of a style of harmpath's.
func (l *look) style(id string) string {
	if name, renamed := l.names[id]; renamed {
		return name
	}
	return id
}

// ownStyle is a style of harmpath's as written in its part.
type ownStyle struct{ id, name, markup string }

// ownStyles lists harmpath's styles; each stands on a line of its own.
func ownStyles() []ownStyle {
	var out []ownStyle
	for line := range strings.Lines(styles) {
		if !strings.HasPrefix(line, "<w:style ") {
			continue
		}
		out = append(out, ownStyle{id: between(line, `w:styleId="`, `"`), name: between(line, `<w:name w:val="`, `"`), markup: line})
	}
	return out
}

// between is what stands in text between two marks.
func between(text, before, after string) string {
	_, rest, _ := strings.Cut(text, before)
	found, _, _ := strings.Cut(rest, after)
	return found
}
