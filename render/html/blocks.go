package html

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

func (p *page) blocks(blocks []content.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case content.Paragraph:
			p.paragraph(b)
		case content.List:
			p.list("points", b.Items)
		case content.Chain:
			p.list("chain", b.Labels)
		case content.Fields:
			p.fields(b.Rows)
		case content.Table:
			p.table(&b)
		case content.Figure:
			p.figure(b)
		case content.Notice:
			p.notice(b)
		case content.Sources:
			p.sources(b.Items)
		}
	}
}

func (p *page) paragraph(b content.Paragraph) {
	if b.Small {
		p.printf("<p class=\"small\">%s</p>\n", p.line(b.Text))
		return
	}
	p.printf("<p>%s</p>\n", p.line(b.Text))
}

func (p *page) list(class string, items []content.Line) {
	tag := "ul"
	if class == "chain" {
		tag = "ol"
	}
	p.printf("<%s class=\"%s\">\n", tag, class)
	for _, item := range items {
		p.printf("<li>%s</li>\n", p.line(item))
	}
	p.printf("</%s>\n", tag)
}

func (p *page) fields(rows []content.Field) {
	p.printf("<table class=\"fields\">\n<tbody>\n")
	for _, row := range rows {
		p.printf("<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n", Quote(row.Name), p.lines(row.Values, false))
	}
	p.printf("</tbody>\n</table>\n")
}

var toneClasses = [...]string{content.Remark: "remark", content.Gap: "gap", content.Caution: "caution"}

func (p *page) notice(b content.Notice) {
	p.printf("<p class=\"notice %s\">", toneClasses[b.Tone])
	switch b.Tone {
	case content.Gap:
		p.printf("<strong>%s</strong> ", p.say(words.GapWord))
	case content.Caution:
		p.printf("<strong>%s</strong> ", p.say(words.CautionWord))
	}
	p.printf("%s</p>\n", p.line(b.Text))
}

func (p *page) sources(items []content.Line) {
	p.printf("<div class=\"sources\">\n")
	for _, item := range items {
		p.printf("<p>%s %s</p>\n", p.say(words.SourceMark), p.line(item))
	}
	p.printf("</div>\n")
}

func (p *page) figure(f content.Figure) {
	caption := p.numbered(words.FigureWord, f.No, f.Caption)
	d, drawn := p.drawings[f.ID]
	if !drawn {
		p.printf("<figure><p class=\"notice gap\">%s</p><figcaption>%s</figcaption></figure>\n", p.say(words.FigureMissing), caption)
		return
	}
	p.printf("<figure%s>\n%s<figcaption>%s</figcaption>\n</figure>\n", printed(d, f.Share), inline(d.SVG), caption)
	for _, id := range p.doc.Further(f.ID, p.drawn) {
		d := p.drawings[id]
		caption := p.numbered(words.FurtherWord, f.No, d.Title.In(p.doc.Lang))
		p.printf("<figure%s>\n%s<figcaption>%s</figcaption>\n</figure>\n", printed(d, f.Share), inline(d.SVG), caption)
	}
}

// The room of a printed page for a figure, in points: A4 without the margins of style.css,
// which has 2.6 mm for each percent of the height. Of a table, the size of its letters there and what stands on both sides
// of a cell's text together.
const (
	printedWidth, printedHeight = 510.0, 737.0
	printedWide                 = 757.0
	printedSize, cellRoom       = 8.5, 11.0
	usualShare, mostShare       = 60, 90
)

// printed is the attribute that says how much of a printed page's height a drawing takes.
func printed(d *render.Drawing, share int) string {
	if share <= 0 {
		share = usualShare
	}
	height := d.Height * d.Scale(printedWidth, printedHeight*float64(share)/100, printedHeight*mostShare/100)
	return fmt.Sprintf(" style=\"--share:%.0f\"", math.Ceil(height/printedHeight*100))
}

// inline is an SVG document without what stands before its root element: a page has no place for it.
func inline(svg []byte) string {
	s := string(svg)
	if i := strings.Index(s, "<svg"); i > 0 {
		s = s[i:]
	}
	return s
}

// numbered is the caption of a table or a figure.
func (p *page) numbered(word models.Text, no int, caption string) string {
	return Quote(words.Fill(word.In(p.doc.Lang), "n", strconv.Itoa(no), "caption", caption))
}

// A table of no more than keptRunes characters is kept on one printed page; one of more than longRows rows is read as
// one that goes over several.
const (
	keptRunes = 250
	longRows  = 12
)

// kept tells whether a table is small enough to be kept on one page.
func kept(t *content.Table) bool {
	runes := 0
	for _, row := range t.Rows {
		for _, c := range row {
			for _, l := range c.Lines {
				runes += utf8.RuneCountInString(l.String())
			}
		}
	}
	return runes <= keptRunes && len(t.Rows) <= longRows
}

func (p *page) table(t *content.Table) {
	id := "table-" + strconv.Itoa(t.No)
	scroll := "scroll"
	if kept(t) {
		scroll += " keep"
	}
	p.printf("<div class=\"%s\" role=\"region\" aria-labelledby=\"%s\" tabindex=\"0\">\n<table class=\"%s\">\n", scroll, id, tableClass(t))
	p.printf("<caption id=\"%s\">%s</caption>\n<colgroup>", id, p.numbered(words.TableWord, t.No, t.Caption))
	for _, width := range t.Widths(p.width, printedSize, cellRoom) {
		p.printf("<col style=\"width:%s%%\">", strconv.FormatFloat(100*width/p.width, 'f', 1, 64))
	}
	p.printf("</colgroup>\n<thead>\n<tr>")
	for _, c := range t.Columns {
		class := ""
		if c.Centre {
			class = " class=\"centre\""
		}
		p.printf("<th scope=\"col\"%s>%s</th>", class, Quote(c.Title))
	}
	p.printf("</tr>\n</thead>\n<tbody>\n")
	for i := range t.Rows {
		p.row(t, i)
	}
	p.printf("</tbody>\n</table>\n</div>\n")
}

// tableClass tells a table with many columns apart, which is set in smaller type.
func tableClass(t *content.Table) string {
	if len(t.Columns) > 5 {
		return "table dense"
	}
	return "table"
}

func (p *page) row(t *content.Table, i int) {
	p.printf("<tr>")
	for j, c := range t.Rows[i] {
		again := ""
		if long(t) && t.Columns[j].Head {
			again, c = repeated(t, i, j)
		}
		if c.Span > 0 {
			p.cell(&t.Columns[j], c, again)
		}
	}
	p.printf("</tr>\n")
}

// long tells whether a table may go over several printed pages. Its rows then all name what they belong to, so that
// each page can be read by itself.
func long(t *content.Table) bool { return len(t.Rows) > longRows }

// repeated is the cell at a place of a long table, or the cell above that spans the place, and its class: "first" where
// it spans others, "again" where it is repeated.
func repeated(t *content.Table, row, column int) (class string, c content.Cell) {
	above := row
	for above > 0 && t.Rows[above][column].Span == 0 {
		above--
	}
	c = t.Rows[above][column]
	switch {
	case above < row:
		class = "again"
	case c.Span > 1:
		class = "first"
	}
	c.Span = 1
	return class, c
}

// cell writes one cell.
func (p *page) cell(column *content.Column, c content.Cell, class string) {
	tag, attributes := "td", ""
	switch {
	case column.Head && c.Span > 1:
		tag, attributes = "th", " scope=\"rowgroup\""
	case column.Head:
		tag, attributes = "th", " scope=\"row\""
	}
	if c.Span > 1 {
		attributes += " rowspan=\"" + strconv.Itoa(c.Span) + "\""
	}
	if column.Centre {
		class = strings.TrimSpace(class + " centre")
	}
	if class != "" {
		attributes += " class=\"" + class + "\""
	}
	p.printf("<%s%s>%s</%s>", tag, attributes, p.lines(c.Lines, c.Bullets), tag)
}

// lines writes the lines of a cell: one as it is, several as paragraphs, points as a list.
func (p *page) lines(lines []content.Line, bullets bool) string {
	var out strings.Builder
	for _, l := range lines {
		switch {
		case bullets:
			out.WriteString("<li>" + p.line(l) + "</li>")
		case len(lines) > 1:
			out.WriteString("<p>" + p.line(l) + "</p>")
		default:
			out.WriteString(p.line(l))
		}
	}
	if bullets {
		return "<ul>" + out.String() + "</ul>"
	}
	return out.String()
}

// tags are how the kinds of spans look: the element, with its class.
var tags = [...]struct{ open, close string }{
	content.Plain:       {"", ""},
	content.Strong:      {"<strong>", "</strong>"},
	content.Name:        {`<bdi class="name">`, "</bdi>"},
	content.Code:        {"<code>", "</code>"},
	content.Quiet:       {`<span class="quiet">`, "</span>"},
	content.Mark:        {`<span class="mark">`, "</span>"},
	content.Link:        {"", "</a>"},
	content.LowLevel:    {`<span class="level low">`, "</span>"},
	content.MiddleLevel: {`<span class="level middle">`, "</span>"},
	content.HighLevel:   {`<span class="level high">`, "</span>"},
}

// line writes the spans of a line.
func (p *page) line(l content.Line) string {
	var out strings.Builder
	for _, s := range l {
		open, text := tags[s.Kind].open, Quote(s.Text)
		if s.Kind == content.Link {
			open = `<a href="#` + anchor(s.To) + `">`
		}
		if s.Lang != "" {
			text = `<span lang="` + Quote(string(s.Lang)) + `">` + text + "</span>"
		}
		out.WriteString(open + text + tags[s.Kind].close)
	}
	return out.String()
}
