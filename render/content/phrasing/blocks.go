package phrasing

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// Paragraph is running text.
func (in Language) Paragraph(t models.Text) content.Block { return content.Paragraph{Text: in.Line(t)} }

// Note is a footnote.
func (in Language) Note(t models.Text) content.Block {
	return content.Paragraph{Text: in.Line(t), Small: true}
}

// Remark is something to know.
func (in Language) Remark(t models.Text) content.Block {
	return content.Notice{Tone: content.Remark, Text: in.Line(t)}
}

// Gap says what the model lacks.
func (in Language) Gap(t models.Text) content.Block {
	return content.Notice{Tone: content.Gap, Text: in.Line(t)}
}

// Figure makes the place of a drawing.
func (in Language) Figure(id string, caption content.Line) content.Block {
	return in.SizedFigure(id, caption, 0)
}

// Table starts a table.
func (in Language) Table(id string, caption models.Text, columns ...content.Column) content.Table {
	return content.Table{ID: id, Caption: in.Text(caption), Columns: columns}
}

// Column makes a column of running text.
func (in Language) Column(title models.Text, weight int) content.Column {
	return content.Column{Title: in.Text(title), Weight: weight}
}

// Head makes a column whose cells name their row.
func (in Language) Head(title models.Text, weight int) content.Column {
	return content.Column{Title: in.Text(title), Weight: weight, Head: true}
}

// Narrow makes a column of short marks.
func (in Language) Narrow(title models.Text, weight int) content.Column {
	return content.Column{Title: in.Text(title), Weight: weight, Centre: true}
}

// Section makes a section.
func (in Language) Section(id string, step words.Step, title models.Text, blocks ...content.Block) content.Section {
	return content.Section{ID: id, Step: step, Title: in.Text(title), Blocks: blocks}
}

// SizedFigure makes the place of a drawing that may take no more than a share of a page's height, in percent; 0: as it needs.
func (in Language) SizedFigure(id string, caption content.Line, share int) content.Block {
	return content.Figure{ID: id, Caption: caption.String(), Share: share}
}
