package pptx

import (
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/ooxml"
)

// paragraph is one paragraph of a text.
type paragraph struct {
	line   content.Line
	size   float64 // of the letters, in points
	bullet bool
	centre bool
	color  string // of the theme, e.g. tx1; empty: that of the place
	bold   bool
}

// lead is the distance of baselines, in ems; it is written as a fixed number of points.
const lead = 1.3

// hanging is the indent of a point of a list, in ems.
const hanging = 1.1

// after is the room below a paragraph, in ems.
const after = 0.25

// height is how high the paragraph is in a column of a width, with the room below it.
func (p *paragraph) height(width float64) float64 {
	font := typeset.Font{Size: p.size, Bold: p.bold}
	if p.bullet {
		width -= hanging * p.size
	}
	lines := len(font.Wrap(p.line.String(), max(width, 2*p.size)))
	return (float64(max(lines, 1))*lead + after) * p.size
}

func heightOf(list []paragraph, width float64) float64 {
	sum := 0.0
	for i := range list {
		sum += list[i].height(width)
	}
	return sum
}

// write writes the paragraph.
func (p *paragraph) write(m *ooxml.Markup, lang models.Lang) {
	m.Open("a:p")
	indent, hang, centre := "", "", ""
	if p.bullet {
		indent = ooxml.EMU(hanging * p.size)
		hang = "-" + indent
	}
	if p.centre {
		centre = "ctr"
	}
	m.Open("a:pPr", "marL", indent, "indent", hang, "algn", centre)
	points := func(element string, ems float64) {
		m.Open(element)
		m.Empty("a:spcPts", "val", strconv.Itoa(int(100*ems*p.size+0.5)))
		m.Close()
	}
	points("a:lnSpc", lead)
	points("a:spcBef", 0)
	points("a:spcAft", after)
	if p.bullet {
		m.Empty("a:buFont", "typeface", "Arial")
		m.Empty("a:buChar", "char", "•")
	} else {
		m.Empty("a:buNone")
	}
	m.Close()
	for i, s := range p.line {
		if s.Kind == content.Mark && i > 0 && !strings.HasSuffix(p.line[i-1].Text, " ") {
			p.run(m, content.Span{Text: " "}, lang)
		}
		p.run(m, s, lang)
	}
	if len(p.line) == 0 {
		m.Empty("a:endParaRPr", "lang", tag(lang), "sz", hundredths(p.size))
	}
	m.Close()
}

// spanColors are the colors of the kinds of spans; those that are not here have the paragraph's.
var spanColors = map[content.SpanKind]string{
	content.Quiet: "4D5C6B", content.Mark: "4D5C6B", content.MiddleLevel: "8A4B00", content.HighLevel: "7C1D1D",
}

func (p *paragraph) run(m *ooxml.Markup, s content.Span, lang models.Lang) {
	text := content.Clean(s.Text)
	if text == "" {
		return
	}
	if s.Lang != "" {
		lang = s.Lang
	}
	bold := ""
	switch s.Kind {
	case content.Strong, content.LowLevel, content.MiddleLevel, content.HighLevel:
		bold = "1"
	}
	if p.bold {
		bold = "1"
	}
	other := "en-US"
	if lang != models.Japanese {
		other = "ja-JP"
	}
	m.Open("a:r")
	m.Open("a:rPr", "kumimoji", "1", "lang", tag(lang), "altLang", other, "sz", hundredths(p.size), "b", bold)
	switch {
	case spanColors[s.Kind] != "":
		m.Open("a:solidFill")
		m.Empty("a:srgbClr", "val", spanColors[s.Kind])
		m.Close()
	case p.color != "":
		m.Open("a:solidFill")
		m.Empty("a:schemeClr", "val", p.color)
		m.Close()
	}
	if s.Kind == content.Code {
		m.Empty("a:latin", "typeface", "Consolas")
	}
	m.Close()
	m.Leaf("a:t", text)
	m.Close()
}

func hundredths(size float64) string { return strconv.Itoa(int(100*size + 0.5)) }

// tag is the language tag of a language, with the region that PowerPoint wants.
func tag(lang models.Lang) string {
	if lang == models.Japanese {
		return "ja-JP"
	}
	return "en-US"
}

// plain is a line of plain text.
func plain(text string) content.Line { return content.Line{{Text: text}} }

// cut parts a line so that its first part takes no more than a number of lines in a column of a width.
func cut(l content.Line, font typeset.Font, width float64, lines int) (head, rest content.Line) {
	letters := len([]rune(l.String()))
	least, most := 1, letters
	for least < most {
		middle := (least + most + 1) / 2
		head, _ := divide(l, middle)
		if len(font.Wrap(head.String(), width)) <= lines {
			least = middle
			continue
		}
		most = middle - 1
	}
	return divide(l, least)
}

// divide parts a line after a number of characters.
func divide(l content.Line, letters int) (head, rest content.Line) {
	for _, s := range l {
		text := []rune(s.Text)
		n := min(letters, len(text))
		letters -= n
		if n > 0 {
			part := s
			part.Text = string(text[:n])
			head = append(head, part)
		}
		if n < len(text) {
			s.Text = string(text[n:])
			rest = append(rest, s)
		}
	}
	return head, rest
}
