package pdf

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// The styles of running text, of what stands beside it, and of captions.
var (
	bodyStyle    = style{size: 10, ink: ink}
	smallStyle   = style{size: 8.5, ink: soft}
	captionStyle = style{size: 9.5, bold: true, ink: ink}
)

func (s *setter) blocks(blocks []content.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case content.Paragraph:
			st := bodyStyle
			if b.Small {
				st = smallStyle
			}
			s.paragraph(b.Text, st, s.left(), s.width())
			s.y += 4
		case content.List:
			s.points(b.Items)
		case content.Chain:
			s.chain(b.Labels)
		case content.Fields:
			s.fields(b.Rows)
		case content.Table:
			s.table(&b)
		case content.Figure:
			s.figure(b)
		case content.Notice:
			s.notice(b)
		case content.Sources:
			for _, item := range b.Items {
				s.paragraph(append(plain(s.text(words.SourceMark)+" "), item...), smallStyle, s.left(), s.width())
			}
			s.y += 4
		}
	}
}

// paragraph sets text line by line, over pages where it must.
func (s *setter) paragraph(line content.Line, st style, x, width float64) {
	for _, r := range wrap(line, st, width) {
		s.room(r.height(st))
		s.rows([]row{r}, st, x, s.y)
		s.y += r.height(st)
	}
}

func (s *setter) small(text string) {
	s.paragraph(plain(text), smallStyle, s.left(), s.width())
}

func (s *setter) points(items []content.Line) {
	for _, item := range items {
		s.room(bodyStyle.size * leading)
		s.put(s.left()+4, s.y+bodyStyle.size*1.15, "・", bodyStyle)
		s.paragraph(item, bodyStyle, s.left()+16, s.width()-16)
		s.y += 2
	}
	s.y += 4
}

// chain is one line of labels with arrows between them.
func (s *setter) chain(labels []content.Line) {
	var line content.Line
	for i, label := range labels {
		if i > 0 {
			line = append(line, content.Span{Text: "  →  ", Kind: content.Quiet})
		}
		for _, span := range label {
			if span.Kind == content.Plain {
				span.Kind = content.Strong
			}
			line = append(line, span)
		}
	}
	s.paragraph(line, bodyStyle, s.left()+10, s.width()-20)
	s.y += 6
}

// fields is a table of names and values.
func (s *setter) fields(rows []content.Field) {
	t := content.Table{Columns: []content.Column{{Weight: 3, Head: true}, {Weight: 7}}}
	for _, field := range rows {
		t.Rows = append(t.Rows, content.Row{
			{Lines: []content.Line{{{Text: field.Name, Kind: content.Strong}}}, Span: 1}, {Lines: field.Values, Span: 1},
		})
	}
	s.grid(&t, 9)
}

// notice is a sentence on a tinted ground.
func (s *setter) notice(b content.Notice) {
	line, edge := b.Text, rule
	switch b.Tone {
	case content.Gap:
		line = append(content.Line{{Text: s.text(words.GapWord) + " ", Kind: content.Strong}}, line...)
	case content.Caution:
		line, edge = append(content.Line{{Text: s.text(words.CautionWord) + " ", Kind: content.Strong}}, line...), amber
	}
	st := style{size: 9, ink: ink}
	for _, r := range wrap(line, st, s.width()-20) {
		height := r.height(st)
		s.room(height + 2)
		s.rect(s.left(), s.y, s.width(), height+0.5, pale)
		s.rect(s.left(), s.y, 3, height+0.5, edge)
		s.rows([]row{r}, st, s.left()+12, s.y)
		s.y += height
	}
	s.y += 5
}

// numbered is the caption of a table or a figure.
func (s *setter) numbered(word models.Text, no int, caption string) content.Line {
	return plain(words.Fill(s.text(word), "n", strconv.Itoa(no), "caption", caption))
}
