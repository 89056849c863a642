package docx

import (
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// contents writes the table of contents as a field of Word's, filled with the titles. The numbers of the pages are for
// the program to find that shows the document: nobody else knows where its lines break. So each number is a reference to
// the page of its heading, and the whole field is marked as one that Word brings up to date.
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

// contentsCode is the field's instruction. Its parts stand apart by white space of any kind (ECMA-376 part 1, 17.16.2).
// After a space, LibreOffice takes the field for an index of its own and shows what it was filled with, which has no numbers
// yet; after the tab, it shows the references, with the numbers of its own pages.
const contentsCode = "TOC\t" + `\o "1-3" \h \z \u`

func (w *writer) beginContents() {
	fieldMark(w.m, "begin", "w:dirty", "true")
	instruction(w.m, contentsCode)
	fieldMark(w.m, "separate")
}

// entry is a line of the contents that leads to its section.
func (w *writer) entry(style string, s *content.Section, first bool) {
	w.open(style)
	if first {
		w.beginContents()
	}
	w.m.Open("w:hyperlink", "w:anchor", w.anchors[s.ID], "w:history", "1")
	w.spacedRun(w.m, numbered(s), "", w.doc.Lang)
	tabulator(w.m)
	w.field("PAGEREF "+w.anchors[s.ID]+` \h`, "")
	w.m.Close()
	w.m.Close()
}
