package docx

import (
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// contents writes the table of contents as a field of Word's, filled with the titles. The numbers of the pages are
// Word's to find: nobody else knows where its lines break. So the field is marked as one to be brought up to date.
func (w *writer) contents() {
	w.m.Open("w:sdt")
	w.m.Open("w:sdtPr")
	w.m.Open("w:docPartObj")
	w.m.Empty("w:docPartGallery", "w:val", "Table of Contents")
	w.m.Empty("w:docPartUnique")
	w.m.Close()
	w.m.Close()
	w.m.Open("w:sdtContent")
	w.open("TOCHeading", pageBreak)
	w.run(w.say(words.ContentsTitle), "", w.doc.Lang)
	w.m.Close()
	w.entries()
	w.m.Close()
	w.m.Close()
}

func (w *writer) entries() {
	first := true
	for i := range w.doc.Sections {
		s := &w.doc.Sections[i]
		w.entry("TOC1", s, first)
		first = false
		for j := range s.Sections {
			w.entry("TOC2", &s.Sections[j], false)
		}
	}
	w.m.Open("w:p")
	if first {
		w.beginContents()
	}
	fieldMark(w.m, "end")
	w.m.Close()
}

func (w *writer) beginContents() {
	fieldMark(w.m, "begin", "w:dirty", "true")
	instruction(w.m, `TOC \o "1-3" \h \z \u`)
	fieldMark(w.m, "separate")
}

// entry is a line of the contents that leads to its section.
func (w *writer) entry(style string, s *content.Section, first bool) {
	w.open(style)
	if first {
		w.beginContents()
	}
	w.m.Open("w:hyperlink", "w:anchor", w.anchors[s.ID], "w:history", "1")
	w.run(s.Number+" "+s.Title, "", w.doc.Lang)
	tabulator(w.m)
	w.field("PAGEREF "+w.anchors[s.ID]+` \h`, "")
	w.m.Close()
	w.m.Close()
}
