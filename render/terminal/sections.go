package terminal

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// sectionPrinter prints a part of the document on the terminal.
type sectionPrinter struct {
	w      io.Writer
	screen Screen
	lang   models.Lang
}

// PrintSections prints parts of a document, one after the other.
func PrintSections(w io.Writer, s Screen, lang models.Lang, sections ...content.Section) error {
	p := sectionPrinter{w, s, lang}
	for i, section := range sections {
		if i > 0 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		if err := p.print(section); err != nil {
			return err
		}
	}
	return nil
}

// print writes a section: its title, then its blocks. Figures have no place on a terminal.
func (p *sectionPrinter) print(s content.Section) error {
	if _, err := fmt.Fprintln(p.w, p.screen.Strong(s.Title)); err != nil {
		return err
	}
	for _, block := range s.Blocks {
		if err := p.block(block); err != nil {
			return err
		}
	}
	return nil
}

func (p *sectionPrinter) block(block content.Block) error {
	switch b := block.(type) {
	case content.Paragraph:
		return p.paragraph("", b.Text)
	case content.Notice:
		return p.paragraph("", b.Text)
	case content.List:
		for i, item := range b.Items {
			if err := p.item("- ", item, i == 0); err != nil {
				return err
			}
		}
	case content.Fields:
		return p.fields(b)
	case content.Table:
		return p.table(b)
	}
	return nil
}

func (p *sectionPrinter) paragraph(indent string, line content.Line) error {
	_, err := fmt.Fprintf(p.w, "\n%s\n", hanging(indent, lineText(line), p.screen.Width))
	return err
}

// item prints a point of a list, with an empty line above the first.
func (p *sectionPrinter) item(mark string, line content.Line, first bool) error {
	above := ""
	if first {
		above = "\n"
	}
	_, err := fmt.Fprintf(p.w, "%s%s\n", above, hanging(mark, lineText(line), p.screen.Width))
	return err
}

// hanging breaks a line to a width; what follows a break stands below the text behind the mark.
func hanging(mark, line string, width int) string {
	indent := strings.Repeat(" ", text.StringWidthWithoutEscSequences(mark))
	return mark + strings.ReplaceAll(wrappedLines(line, max(width-len(indent), 20)), "\n", "\n"+indent)
}

// wrappedLines breaks each of several lines to a width.
func wrappedLines(lines string, width int) string {
	var out []string
	for line := range strings.SplitSeq(lines, "\n") {
		for part := range strings.SplitSeq(text.WrapSoft(line, width), "\n") {
			out = append(out, strings.TrimRight(part, " "))
		}
	}
	return strings.Join(out, "\n")
}

// lineText is the text of a line, its marks in brackets.
func lineText(l content.Line) string {
	var b strings.Builder
	for _, span := range l {
		if span.Kind == content.Mark {
			b.WriteString(" [" + span.Text + "]")
			continue
		}
		b.WriteString(span.Text)
	}
	return b.String()
}

func (p *sectionPrinter) fields(f content.Fields) error {
	var rows [][]string
	for _, row := range f.Rows {
		for i, value := range row.Values {
			name := row.Name
			if i > 0 {
				name = ""
			}
			rows = append(rows, []string{name, lineText(value)})
		}
	}
	if _, err := fmt.Fprintln(p.w); err != nil {
		return err
	}
	return PrintTable(p.w, p.screen, nil, rows)
}

// table prints a table with its caption above. The columns share the width as in the document; one in which every cell
// is empty is left out.
func (p *sectionPrinter) table(t content.Table) error {
	shown := p.filled(t)
	weights := 0
	for _, c := range shown {
		weights += t.Columns[c].Weight
	}
	writer := table.NewWriter()
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft, style.Box.PaddingRight = "  ", ""
	style.Format.Header = text.FormatDefault
	writer.SetStyle(style)
	writer.SuppressTrailingSpaces()
	var header table.Row
	var configs []table.ColumnConfig
	room := p.screen.Width - 2*len(shown)
	for i, c := range shown {
		header = append(header, p.screen.paint(t.Columns[c].Title, faint))
		configs = append(configs, table.ColumnConfig{
			Number: i + 1, WidthMax: max(room*t.Columns[c].Weight/weights, narrowest), WidthMaxEnforcer: wrappedLines,
		})
	}
	writer.AppendHeader(header)
	writer.SetColumnConfigs(configs)
	for _, row := range t.Rows {
		var cells table.Row
		for _, c := range shown {
			cells = append(cells, cellLines(row[c]))
		}
		writer.AppendRow(cells)
	}
	_, err := fmt.Fprintf(p.w, "\n%s\n%s\n", p.screen.Strong(t.Caption), writer.Render())
	return err
}

// narrowest is the least width of a column.
const narrowest = 6

// filled are the places of the columns that say something.
func (p *sectionPrinter) filled(t content.Table) []int {
	none := words.None.In(p.lang)
	var out []int
	for c := range t.Columns {
		for _, row := range t.Rows {
			if said := cellLines(row[c]); said != "" && said != none {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

func cellLines(c content.Cell) string {
	mark := ""
	if c.Bullets && len(c.Lines) > 1 {
		mark = "- "
	}
	var lines []string
	for _, l := range c.Lines {
		lines = append(lines, mark+lineText(l))
	}
	return strings.Join(lines, "\n")
}
