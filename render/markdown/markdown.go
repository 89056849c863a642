package markdown

import (
	"context"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/document"
	"github.com/harmpath/harmpath/render/words"
)

// Output writes document.LANG.md.
var Output = render.Output{
	Name:  "md",
	Draws: true,
	Doc: models.Text{
		JA: "ユースケース文書（Markdown）。図は diagrams フォルダの SVG を参照する。",
		EN: "the use-case document as Markdown; its figures are the SVG files in diagrams/",
	},
	Ext:   "md",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	return in.PerLanguage(ctx, "document", "md", func(lang models.Lang) ([]byte, error) {
		drawings, err := in.DrawingsIn(ctx, lang)
		if err != nil {
			return nil, err
		}
		return Format(document.Of(&in, lang), drawings), nil
	})
}

// Format writes a document; the drawings lie beside it as files.
func Format(doc content.Document, drawings []render.Drawing) []byte {
	w := &writer{doc: &doc, lang: doc.Lang, titles: map[string]models.Text{}}
	for _, d := range drawings {
		w.titles[d.ID] = d.Title
		w.drawn = append(w.drawn, d.ID)
	}
	w.head(doc)
	w.contents(doc.Sections)
	for i := range doc.Sections {
		w.section(&doc.Sections[i], 2, i == 0 || doc.Sections[i].Step != doc.Sections[i-1].Step)
	}
	return []byte(strings.TrimRight(w.out.String(), "\n") + "\n")
}

// writer writes one document.
type writer struct {
	out    strings.Builder
	doc    *content.Document
	lang   models.Lang
	drawn  []string               // ids of the drawings, in order
	titles map[string]models.Text // of the drawings
}

// block writes one block of Markdown and the empty line after it.
func (w *writer) block(lines ...string) {
	for _, line := range lines {
		w.out.WriteString(line)
		w.out.WriteByte('\n')
	}
	w.out.WriteByte('\n')
}

func (w *writer) say(t models.Text) string { return Quote(t.In(w.lang)) }

func (w *writer) head(doc content.Document) {
	w.block("# " + Quote(doc.Title))
	w.block(atStart(Quote(doc.Heading)))
	w.blocks(doc.Front)
}

// contents lists the sections with links.
func (w *writer) contents(sections []content.Section) {
	w.block("## " + w.say(words.ContentsTitle))
	var lines []string
	for i := range sections {
		lines = append(lines, "- "+w.entry(&sections[i]))
		for j := range sections[i].Sections {
			lines = append(lines, "  - "+w.entry(&sections[i].Sections[j]))
		}
	}
	w.block(lines...)
}

func (w *writer) entry(s *content.Section) string {
	return "[" + Quote(s.Number+" "+s.Title) + "](#" + anchor(s.ID) + ")"
}

// section writes a section and its parts. The step stands under every heading of the first level.
func (w *writer) section(s *content.Section, level int, opens bool) {
	if opens {
		w.block("---")
	}
	w.block(`<a id="`+anchor(s.ID)+`"></a>`, "", strings.Repeat("#", level)+" "+Quote(s.Number+" "+s.Title))
	if level == 2 {
		w.block(w.steps(s.Step))
	}
	w.blocks(s.Blocks)
	for i := range s.Sections {
		w.section(&s.Sections[i], level+1, false)
	}
}

// steps is the line of steps with the current one marked.
func (w *writer) steps(now words.Step) string {
	var steps []string
	for _, step := range now.Trail() {
		name := w.say(step.Text())
		if step == now {
			name = "**" + name + "**"
		}
		steps = append(steps, name)
	}
	return strings.Join(steps, " → ")
}

func (w *writer) blocks(blocks []content.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case content.Paragraph:
			w.block(atStart(w.line(b.Text)))
		case content.List:
			w.list(b.Items)
		case content.Chain:
			w.chain(b.Labels)
		case content.Fields:
			w.fields(b.Rows)
		case content.Table:
			w.table(&b)
		case content.Figure:
			w.figure(b)
		case content.Notice:
			w.block("> " + w.tone(b.Tone) + w.line(b.Text))
		case content.Sources:
			w.sources(b.Items)
		}
	}
}

func (w *writer) list(items []content.Line) {
	var lines []string
	for _, item := range items {
		lines = append(lines, "- "+atStart(w.line(item)))
	}
	w.block(lines...)
}

func (w *writer) chain(labels []content.Line) {
	var out []string
	for _, label := range labels {
		out = append(out, w.line(label))
	}
	w.block(atStart(strings.Join(out, " → ")))
}

// fields is a table of two columns without a head of its own.
func (w *writer) fields(rows []content.Field) {
	lines := []string{"| | |", "|---|---|"}
	for _, row := range rows {
		lines = append(lines, "| "+Quote(row.Name)+" | "+w.lines(row.Values)+" |")
	}
	w.block(lines...)
}

func (w *writer) table(t *content.Table) {
	w.block(atStart(w.numbered(words.TableWord, t.No, t.Caption)))
	head, rule := "|", "|"
	for _, c := range t.Columns {
		head += " " + Quote(c.Title) + " |"
		if c.Centre {
			rule += ":-:|"
		} else {
			rule += "---|"
		}
	}
	lines := []string{head, rule}
	for _, row := range t.Rows {
		line := "|"
		for _, c := range row {
			line += " " + w.cell(c) + " |"
		}
		lines = append(lines, line)
	}
	w.block(lines...)
}

// cell writes the lines of a cell; one that a cell above spans stays empty.
func (w *writer) cell(c content.Cell) string {
	if c.Span == 0 {
		return ""
	}
	if !c.Bullets {
		return w.lines(c.Lines)
	}
	var out []string
	for _, l := range c.Lines {
		out = append(out, "• "+w.line(l))
	}
	return strings.Join(out, "<br>")
}

func (w *writer) lines(lines []content.Line) string {
	var out []string
	for _, l := range lines {
		out = append(out, w.line(l))
	}
	return strings.Join(out, "<br>")
}

func (w *writer) figure(f content.Figure) {
	caption := w.numbered(words.FigureWord, f.No, f.Caption)
	if _, drawn := w.titles[f.ID]; !drawn {
		w.block("> "+caption, ">", "> "+w.say(words.FigureMissing))
		return
	}
	w.picture(f.ID, caption)
	for _, id := range w.doc.Further(f.ID, w.drawn) {
		w.picture(id, w.numbered(words.FurtherWord, f.No, w.titles[id].In(w.lang)))
	}
}

func (w *writer) picture(id, caption string) {
	w.block("![" + caption + "](" + render.DrawingFile(id, w.lang, "svg") + ")")
	w.block(atStart(caption))
}

// numbered is the caption of a table or a figure.
func (w *writer) numbered(word models.Text, no int, caption string) string {
	return Quote(words.Fill(word.In(w.lang), "n", itoa(no), "caption", caption))
}

func (w *writer) sources(items []content.Line) {
	var lines []string
	for _, item := range items {
		lines = append(lines, atStart(w.say(words.SourceMark)+" "+w.line(item)))
	}
	w.block(strings.Join(lines, "  \n"))
}

// tone opens a notice with what it is, where it is more than a remark.
func (w *writer) tone(t content.Tone) string {
	switch t {
	case content.Gap:
		return w.say(words.GapWord) + " "
	case content.Caution:
		return w.say(words.CautionWord) + " "
	}
	return ""
}

// line writes the spans of a line.
func (w *writer) line(l content.Line) string {
	var out strings.Builder
	for i, s := range l {
		text := Quote(s.Text)
		switch s.Kind {
		case content.Code:
			text = code(s.Text)
		case content.Link:
			text = "[" + text + "](#" + anchor(s.To) + ")"
		case content.Mark:
			text = w.mark(text)
			if before := out.String(); before != "" && !strings.HasSuffix(before, " ") {
				text = " " + text
			}
		case content.Strong:
			if len(l) == 1 && text != "" && text == strings.TrimSpace(text) && i == 0 {
				text = "**" + text + "**"
			}
		}
		out.WriteString(text)
	}
	return strings.TrimSpace(out.String())
}

// mark sets a mark off from the text before it.
func (w *writer) mark(text string) string {
	if w.lang == models.Japanese {
		return "［" + text + "］"
	}
	return "\\[" + text + "\\]"
}
