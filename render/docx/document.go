package docx

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/ooxml"
	"github.com/harmpath/harmpath/render/raster"
	"github.com/harmpath/harmpath/render/words"
)

// Options are what a document is made with beside its content.
type Options struct {
	Drawings []render.Drawing
	Date     time.Time    // when the document is said to be made; zero: not said
	Template *render.File // lends its looks; nil: harmpath's own
	Program  string       // named as what made the document
}

// Format writes a document. It fails where the template is no Word document that can lend its looks, and when ctx ends.
func Format(ctx context.Context, doc content.Document, options Options) ([]byte, error) {
	look, err := lookOf(options.Template)
	if err != nil {
		return nil, err
	}
	w := &writer{
		ctx: ctx, doc: &doc, look: look, m: ooxml.NewMarkup(), drawings: map[string]*render.Drawing{}, anchors: map[string]string{},
		images: ooxml.Images{Package: look.parts, Folder: "/word/media"},
	}
	for i := range options.Drawings {
		w.drawings[options.Drawings[i].ID] = &options.Drawings[i]
		w.drawn = append(w.drawn, options.Drawings[i].ID)
	}
	w.nameAnchors()
	w.body()
	if w.err != nil {
		return nil, w.err
	}
	look.parts.Put(ooxml.Part{Name: documentPart, Type: documentType, Body: w.m.Bytes()})
	look.parts.Describe(ooxml.Properties{
		Title: doc.Title, Subject: doc.Heading, Creator: options.Program, Program: options.Program,
		Language: tag(doc.Lang), Date: options.Date,
	})
	return look.parts.Bytes()
}

// tag is the language tag of a language, with the region that Word wants.
func tag(lang models.Lang) string {
	if lang == models.Japanese {
		return "ja-JP"
	}
	return "en-US"
}

// writer writes one document.
type writer struct {
	ctx      context.Context
	doc      *content.Document
	look     *look
	m        *ooxml.Markup
	drawings map[string]*render.Drawing
	drawn    []string // their ids, in order
	images   ooxml.Images
	press    raster.Press
	anchors  map[string]string // the bookmark of each section

	width     int // of the text on the page, in twentieths of a point
	bookmarks int
	pictures  int
	pages     int   // sections of Word's own that are closed
	err       error // the first; nothing is written after it that would be used
}

// namespaces of the document and of its headers and footers.
var namespaces = []string{
	"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
	"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
	"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

// nameAnchors names the bookmarks of the sections; Word takes letters and digits, forty at most.
func (w *writer) nameAnchors() {
	for i := range w.doc.Sections {
		s := &w.doc.Sections[i]
		w.anchors[s.ID] = fmt.Sprintf("_Toc%04d00", i+1)
		for j := range s.Sections {
			w.anchors[s.Sections[j].ID] = fmt.Sprintf("_Toc%04d%02d", i+1, j+1)
		}
	}
}

// body writes the title page, the contents and the sections, each run of sections of one step and one orientation as
// a section of Word's own.
func (w *writer) body() {
	w.m.Open("w:document", namespaces...)
	w.m.Open("w:body")
	w.width = w.look.page.text(false)
	w.title()
	w.contents()
	page := w.page(nil)
	for i := range w.doc.Sections {
		s := &w.doc.Sections[i]
		opens := i == 0 || s.Step != w.doc.Sections[i-1].Step || s.Wide != w.doc.Sections[i-1].Wide
		if opens {
			w.endPage(page)
			page = w.page(s)
			w.width = w.look.page.text(s.Wide)
		}
		w.section(s, opens)
	}
	w.properties(page)
	w.m.Close()
	w.m.Close()
}

func (w *writer) title() {
	w.styled("Subtitle", w.doc.Heading)
	w.styled("Title", w.doc.Title)
	w.blocks(w.doc.Front)
}

// section writes a section and its parts; opens tells whether it is the first on a page of its step.
func (w *writer) section(s *content.Section, opens bool) {
	w.stepAbove(s, opens)
	w.heading("Heading1", s)
	w.blocks(s.Blocks)
	for i := range s.Sections {
		part := &s.Sections[i]
		w.heading("Heading2", part)
		w.blocks(part.Blocks)
	}
}

// stepAbove writes the line over the heading of a section; where a template's header stands in the place of harmpath's,
// the steps as well.
func (w *writer) stepAbove(s *content.Section, opens bool) {
	if opens && w.look.ownHeader {
		w.open("HarmpathStepHead")
		w.steps(w.m, s.Step)
		w.m.Close()
	}
	w.open("HarmpathStepHead")
	w.run(s.Step.Head().In(w.doc.Lang), "", w.doc.Lang)
	w.m.Close()
}

// heading writes a heading with its bookmark. Numbers are part of the text, since the text of other sections names them;
// numbering that a template's style would add is turned off.
func (w *writer) heading(style string, s *content.Section) {
	w.bookmarks++
	id := strconv.Itoa(w.bookmarks)
	w.m.Open("w:p")
	w.m.Open("w:pPr")
	w.m.Empty("w:pStyle", "w:val", w.look.style(style))
	w.m.Empty("w:keepNext")
	if w.look.numbered[w.look.style(style)] {
		w.m.Open("w:numPr")
		w.m.Empty("w:ilvl", "w:val", "0")
		w.m.Empty("w:numId", "w:val", "0")
		w.m.Close()
	}
	w.m.Close()
	w.m.Empty("w:bookmarkStart", "w:id", id, "w:name", w.anchors[s.ID])
	w.spacedRun(w.m, numbered(s), "", w.doc.Lang)
	w.m.Empty("w:bookmarkEnd", "w:id", id)
	w.m.Close()
}

// numbered is the title of a section behind its number, an em apart.
func numbered(s *content.Section) string {
	return content.Clean(s.Number) + "\u2003" + content.Clean(s.Title)
}

// say is a text that harmpath itself writes, in the language of the document.
func (w *writer) say(t models.Text) string { return t.In(w.doc.Lang) }

// steps writes the steps with the current one marked.
func (w *writer) steps(m *ooxml.Markup, now words.Step) {
	for i, step := range now.Trail() {
		style := "HarmpathStep"
		if step == now {
			style = "HarmpathStepNow"
		}
		if i > 0 {
			w.runIn(m, " ", "", w.doc.Lang)
		}
		w.spacedRun(m, "\u00a0"+step.Text().In(w.doc.Lang)+"\u00a0", style, w.doc.Lang)
	}
}
