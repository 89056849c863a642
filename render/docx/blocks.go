package docx

import (
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

func (w *writer) blocks(blocks []content.Block) {
	for i, b := range blocks {
		switch b := b.(type) {
		case content.Paragraph:
			style := "Normal"
			if b.Small {
				style = "HarmpathNote"
			}
			w.paragraph(style, b.Text, leading(blocks[i+1:])...)
		case content.List:
			for _, item := range b.Items {
				w.paragraph("ListBullet", item)
			}
		case content.Chain:
			w.chain(b.Labels)
		case content.Fields:
			w.fields(b.Rows)
		case content.Table:
			w.table(&b)
		case content.Figure:
			w.figure(b)
		case content.Notice:
			w.notice(b)
		case content.Sources:
			for _, item := range b.Items {
				w.paragraph("HarmpathNote", append(content.Line{{Text: w.say(words.SourceMark) + " "}}, item...))
			}
		}
	}
}

// What may be said of a paragraph beyond its style, in the order of the schema.
const (
	keepNext  = "w:keepNext"
	pageBreak = "w:pageBreakBefore"
)

// leading keeps a paragraph with the figure, the facts or the table that it leads to.
func leading(next []content.Block) []string {
	if len(next) == 0 {
		return nil
	}
	switch next[0].(type) {
	case content.Figure, content.Fields, content.Table:
		return []string{keepNext}
	}
	return nil
}

// open starts a paragraph of a style.
func (w *writer) open(style string, more ...string) {
	w.m.Open("w:p")
	w.m.Open("w:pPr")
	w.m.Empty("w:pStyle", "w:val", w.look.style(style))
	for _, element := range more {
		w.m.Empty(element)
	}
	w.m.Close()
}

func (w *writer) paragraph(style string, l content.Line, more ...string) {
	w.open(style, more...)
	w.line(l)
	w.m.Close()
}

// styled writes a paragraph of plain text.
func (w *writer) styled(style, text string) { w.paragraph(style, content.Line{{Text: text}}) }

// space parts what would otherwise touch: two tables next to each other would become one.
func (w *writer) space() {
	w.open("HarmpathSpace")
	w.m.Close()
}

var noticeStyles = [...]string{content.Remark: "HarmpathRemark", content.Gap: "HarmpathGap", content.Caution: "HarmpathCaution"}

func (w *writer) notice(b content.Notice) {
	line := b.Text
	switch b.Tone {
	case content.Gap:
		line = append(content.Line{{Text: w.say(words.GapWord), Kind: content.Strong}, {Text: " "}}, line...)
	case content.Caution:
		line = append(content.Line{{Text: w.say(words.CautionWord), Kind: content.Strong}, {Text: " "}}, line...)
	}
	w.paragraph(noticeStyles[b.Tone], line)
}

// sequences name the fields that count figures and tables, as Word itself does in each language.
var sequences = map[models.Lang][2]string{
	models.Japanese: {"図", "表"},
	models.English:  {"Figure", "Table"},
}

// Which of the two is counted.
const (
	figureSequence = iota
	tableSequence
)

// caption writes the caption of a figure or a table; its number is a field. One that continues a figure repeats the
// number (\c).
func (w *writer) caption(style string, word models.Text, sequence, no int, caption string, again bool) {
	code := "SEQ " + sequences[w.doc.Lang][sequence] + ` \* ARABIC`
	if again {
		code += ` \c`
	}
	var keep []string
	if sequence == tableSequence {
		keep = append(keep, "w:keepNext") // whatever a template's style says
	}
	w.open(style, keep...)
	for _, part := range words.Split(w.say(word)) {
		switch {
		case part.Role && part.Text == "n":
			w.field(code, strconv.Itoa(no))
		case part.Role && part.Text == "caption":
			w.run(caption, "", w.doc.Lang)
		default:
			w.run(strings.TrimSuffix(part.Text, "\n"), "", w.doc.Lang)
		}
	}
	w.m.Close()
}
