package docx

import (
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/ooxml"
)

// spanStyles are the styles of the kinds of spans.
var spanStyles = [...]string{
	content.Plain:       "",
	content.Strong:      "Strong",
	content.Name:        "HarmpathName",
	content.Code:        "HarmpathCode",
	content.Quiet:       "HarmpathQuiet",
	content.Mark:        "HarmpathMark",
	content.Link:        "Hyperlink",
	content.LowLevel:    "HarmpathLevelLow",
	content.MiddleLevel: "HarmpathLevelMiddle",
	content.HighLevel:   "HarmpathLevelHigh",
}

// line writes the spans of a line as runs.
func (w *writer) line(l content.Line) {
	for i, s := range l {
		lang := s.Lang
		if lang == "" {
			lang = w.doc.Lang
		}
		if s.Kind == content.Mark && i > 0 && !strings.HasSuffix(l[i-1].Text, " ") {
			w.run(" ", "", lang)
		}
		anchor := ""
		if s.Kind == content.Link {
			anchor = w.anchors[s.To]
		}
		if anchor != "" {
			w.m.Open("w:hyperlink", "w:anchor", anchor, "w:history", "1")
		}
		w.run(s.Text, spanStyles[s.Kind], lang)
		if anchor != "" {
			w.m.Close()
		}
	}
}

// run writes text with a character style, which may be empty.
func (w *writer) run(text, style string, lang models.Lang) { w.runIn(w.m, text, style, lang) }

// runIn writes a run into any part. Characters that belong to both scripts (○ → ※) are set in the typeface of the language.
func (w *writer) runIn(m *ooxml.Markup, text, style string, lang models.Lang) {
	if text != "" {
		w.spacedRun(m, content.Clean(text), style, lang)
	}
}

// spacedRun writes clean text with the spaces that it has, be they wide or such that no line ends in.
func (w *writer) spacedRun(m *ooxml.Markup, text, style string, lang models.Lang) {
	m.Open("w:r")
	w.runProperties(m, style, lang)
	m.Leaf("w:t", text, "xml:space", "preserve")
	m.Close()
}

func (w *writer) runProperties(m *ooxml.Markup, style string, lang models.Lang) {
	if style == "" && lang != models.Japanese {
		return
	}
	m.Open("w:rPr")
	if style != "" {
		m.Empty("w:rStyle", "w:val", w.look.style(style))
	}
	if lang == models.Japanese {
		m.Empty("w:rFonts", "w:hint", "eastAsia")
		m.Empty("w:lang", "w:eastAsia", "ja-JP")
	}
	m.Close()
}

// field writes a field with the result that is shown until it is brought up to date.
func (w *writer) field(code, result string) { w.fieldIn(w.m, code, result) }

func (w *writer) fieldIn(m *ooxml.Markup, code, result string) {
	fieldMark(m, "begin")
	instruction(m, code)
	fieldMark(m, "separate")
	w.runIn(m, result, "", w.doc.Lang)
	fieldMark(m, "end")
}

// fieldMark begins, parts or ends a field.
func fieldMark(m *ooxml.Markup, kind string, attributes ...string) {
	m.Open("w:r")
	m.Empty("w:fldChar", append([]string{"w:fldCharType", kind}, attributes...)...)
	m.Close()
}

func instruction(m *ooxml.Markup, code string) {
	m.Open("w:r")
	m.Leaf("w:instrText", " "+code+" ", "xml:space", "preserve")
	m.Close()
}

// tabulator writes a tab.
func tabulator(m *ooxml.Markup) {
	m.Open("w:r")
	m.Empty("w:tab")
	m.Close()
}
