package docx

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/ooxml"
	"github.com/harmpath/harmpath/render/words"
)

// sheet is a page upright, in twentieths of a point.
type sheet struct {
	Width, Height            int
	Top, Right, Bottom, Left int
	Header, Footer           int // distance from the edge
}

// a4 is the page of harmpath's own.
var a4 = sheet{Width: 11906, Height: 16838, Top: 1247, Right: 1134, Bottom: 1134, Left: 1134, Header: 567, Footer: 510}

// turned is the sheet in landscape: turned to the left, so that its top is the upright page's left.
func (s sheet) turned() sheet {
	s.Width, s.Height = s.Height, s.Width
	return s
}

// text is the width of the text on the page, upright or wide.
func (s sheet) text(wide bool) int {
	if wide {
		s = s.turned()
	}
	return s.Width - s.Left - s.Right
}

// height is the height of the text on the page whose text has a width.
func (s sheet) height(width int) int {
	if width != s.text(false) {
		s = s.turned()
	}
	return s.Height - s.Top - s.Bottom
}

// page is a section of Word's own: its orientation, and its header and footer.
type page struct {
	wide       bool
	references []reference
}

// reference names the header or the footer of a page.
type reference struct {
	element string // w:headerReference or w:footerReference
	kind    string // default, first or even
	id      string // of the relation
}

// page makes the page of a section; of the title page for none.
func (w *writer) page(s *content.Section) page {
	p := page{wide: s != nil && s.Wide}
	if w.look.ownHeader || w.look.ownFooter {
		p.references = append(p.references, w.look.references...)
	}
	if !w.look.ownHeader && s != nil {
		p.references = append(p.references, reference{"w:headerReference", "default", w.header(s.Step)})
	}
	if !w.look.ownFooter {
		p.references = append(p.references, reference{"w:footerReference", "default", w.footer(p.wide)})
	}
	return p
}

// endPage ends a section of Word's own in a paragraph that takes next to no room.
func (w *writer) endPage(p page) {
	w.m.Open("w:p")
	w.m.Open("w:pPr")
	w.m.Empty("w:pStyle", "w:val", w.look.style("HarmpathSpace"))
	w.properties(p)
	w.m.Close()
	w.m.Close()
}

// properties writes w:sectPr.
func (w *writer) properties(p page) {
	s, orientation := w.look.page, ""
	if p.wide {
		s, orientation = s.turned(), "landscape"
	}
	w.m.Open("w:sectPr")
	for _, r := range p.references {
		w.m.Empty(r.element, "w:type", r.kind, "r:id", r.id)
	}
	w.m.Empty("w:type", "w:val", "nextPage")
	w.m.Empty("w:pgSz", "w:w", strconv.Itoa(s.Width), "w:h", strconv.Itoa(s.Height), "w:orient", orientation)
	w.m.Empty("w:pgMar", "w:top", strconv.Itoa(s.Top), "w:right", strconv.Itoa(s.Right), "w:bottom", strconv.Itoa(s.Bottom),
		"w:left", strconv.Itoa(s.Left), "w:header", strconv.Itoa(s.Header), "w:footer", strconv.Itoa(s.Footer), "w:gutter", "0")
	if w.look.firstDiffers && w.pages == 0 {
		w.m.Empty("w:titlePg")
	}
	w.m.Close()
	w.pages++
}

const (
	headerRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
	footerRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
	headerType     = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
	footerType     = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
)

// header puts the header of a step, the steps at the right with the current one marked, and returns its relation.
func (w *writer) header(step words.Step) string {
	m := ooxml.NewMarkup()
	m.Open("w:hdr", namespaces...)
	m.Open("w:p")
	m.Open("w:pPr")
	m.Empty("w:pStyle", "w:val", w.look.style("Header"))
	m.Close()
	w.steps(m, step)
	m.Close()
	m.Close()
	name := "/word/header-" + step.Name() + ".xml"
	w.look.parts.Put(ooxml.Part{Name: name, Type: headerType, Body: m.Bytes()})
	return w.look.parts.Relate(documentPart, headerRelation, name)
}

// footerFont is the size of footers, in points, and pageNumberRoom what the number of the page takes.
var footerFont = typeset.Font{Size: 8}

const pageNumberRoom = 60

// footer puts the footer: the case at the left, the page and the number of pages at the right.
func (w *writer) footer(wide bool) string {
	m := ooxml.NewMarkup()
	m.Open("w:ftr", namespaces...)
	m.Open("w:p")
	m.Open("w:pPr")
	m.Empty("w:pStyle", "w:val", w.look.style("Footer"))
	m.Open("w:tabs")
	m.Empty("w:tab", "w:val", "right", "w:pos", strconv.Itoa(w.look.page.text(wide)))
	m.Close()
	m.Close()
	room := float64(w.look.page.text(wide))/20 - pageNumberRoom
	w.runIn(m, footerFont.Shorten(content.Clean(w.doc.Title), room), "", w.doc.Lang)
	tabulator(m)
	w.fieldIn(m, "PAGE", "1")
	w.runIn(m, " / ", "", models.English)
	w.fieldIn(m, "NUMPAGES", "1")
	m.Close()
	m.Close()
	name := "/word/footer-upright.xml"
	if wide {
		name = "/word/footer-wide.xml"
	}
	w.look.parts.Put(ooxml.Part{Name: name, Type: footerType, Body: m.Bytes()})
	return w.look.parts.Relate(documentPart, footerRelation, name)
}
