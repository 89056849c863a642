package pdf

import (
	"slices"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// table sets a table below its caption.
func (s *setter) table(t *content.Table) {
	size := 8.5
	if len(t.Columns) > 5 {
		size = 7.5
	}
	s.y += 6
	caption := wrap(s.numbered(words.TableWord, t.No, t.Caption), captionStyle, s.width())
	above := float64(len(caption))*captionStyle.size*leading + 2
	g := s.measure(t, size)
	g.split(s.tall() - g.headHeight() - above)
	// The caption stands on the page of the table's first line.
	first := above + g.headHeight()
	if len(g.lines) > 0 {
		first += total(g.heights(0, 1))
	}
	s.room(first)
	s.rows(caption, captionStyle, s.left(), s.y)
	s.y += above
	s.lines(g)
}

// padding is the room between a cell's rim and its text.
const padding = 4.0

// grid is a table on its way to paper: its texts broken into rows of its columns' widths.
type grid struct {
	style  style
	widths []float64
	heads  []bool
	centre []bool
	head   []cell // empty: no head
	lines  [][]cell
}

// cell is what stands in a column. span is the number of lines that it spans, 0 where a cell above spans this place.
type cell struct {
	rows []row
	span int
}

func (c cell) height(st style) float64 { return float64(len(c.rows))*st.size*leading + 2*padding }

// grid sets a table without a caption.
func (s *setter) grid(t *content.Table, size float64) {
	g := s.measure(t, size)
	g.split(s.tall() - g.headHeight())
	s.lines(g)
}

// lines sets the lines of a table; those that do not fit go to the next page, below the head.
func (s *setter) lines(g *grid) {
	for first := 0; first < len(g.lines); {
		count, heights := g.fitting(first, s.bottom()-s.y-g.headHeight())
		if count == 0 && s.y > headRoom {
			s.newPage(s.wide)
			continue
		}
		if count == 0 { // a head as tall as a page: no line was made for that, and it runs over the margin
			count, heights = 1, g.heights(first, first+1)
		}
		s.drawHead(g)
		s.drawLines(g, first, heights)
		first += count
		if first < len(g.lines) {
			s.newPage(s.wide)
		}
	}
	s.y += 10
}

// measure breaks the texts of a table.
func (s *setter) measure(t *content.Table, size float64) *grid {
	g := &grid{style: style{size: size, ink: ink}, widths: t.Widths(s.width(), size, 2*padding)}
	titled := false
	for _, c := range t.Columns {
		g.heads, g.centre = append(g.heads, c.Head), append(g.centre, c.Centre)
		titled = titled || c.Title != ""
	}
	for i, c := range t.Columns {
		if titled {
			look := style{size: size, bold: true, ink: paper}
			g.head = append(g.head, cell{rows: wrap(plain(c.Title), look, g.widths[i]-2*padding), span: 1})
		}
	}
	for _, r := range t.Rows {
		line := make([]cell, len(t.Columns))
		for i := range min(len(r), len(line)) {
			line[i] = g.cell(r[i], g.widths[i]-2*padding)
		}
		g.lines = append(g.lines, line)
	}
	return g
}

func (g *grid) cell(c content.Cell, width float64) cell {
	out := cell{span: c.Span}
	for _, line := range c.Lines {
		if !c.Bullets {
			out.rows = append(out.rows, wrap(line, g.style, width)...)
			continue
		}
		const indent = "　"
		for i, r := range wrap(line, g.style, width-g.style.size) {
			mark := indent
			if i == 0 {
				mark = "・"
			}
			out.rows = append(out.rows, append(row{{mark, g.style}}, r...))
		}
	}
	return out
}

// split cuts lines of the table that are taller than a page into several. A cell that spans lines and is itself taller
// spans no longer, and is cut like the others.
func (g *grid) split(tall float64) {
	most := max(int((tall-2*padding)/(g.style.size*leading)), 1)
	for i := range g.lines {
		for j := range g.lines[i] {
			if c := &g.lines[i][j]; c.span > 1 && len(c.rows) > most/2 {
				for k := 1; k < c.span && i+k < len(g.lines); k++ {
					g.lines[i+k][j].span = 1
				}
				c.span = 1
			}
		}
	}
	for i := 0; i < len(g.lines); i++ {
		rest := make([]cell, len(g.lines[i]))
		cut := false
		for j := range g.lines[i] {
			if c := &g.lines[i][j]; c.span == 1 && len(c.rows) > most {
				rest[j].rows, c.rows, cut = c.rows[most:], c.rows[:most], true
			}
		}
		if cut {
			g.insert(i, rest)
		}
	}
}

// insert puts a line behind line i: cells that span line i span it as well.
func (g *grid) insert(i int, line []cell) {
	for j := range line {
		line[j].span = 1
		for above := i; above >= 0; above-- {
			c := &g.lines[above][j]
			if c.span == 0 {
				continue
			}
			if c.span > 1 && above+c.span > i {
				c.span++
				line[j].span = 0
			}
			break
		}
	}
	g.lines = slices.Insert(g.lines, i+1, line)
}

func (g *grid) headHeight() float64 {
	height := 0.0
	for _, c := range g.head {
		height = max(height, c.height(g.style))
	}
	return height
}

// fitting tells how many lines, from first on, fit into room, and how high each of them is.
func (g *grid) fitting(first int, room float64) (count int, heights []float64) {
	for i := first; i < len(g.lines); i++ {
		if tried := g.heights(first, i+1); total(tried) <= room {
			count, heights = i+1-first, tried
			continue
		}
		break
	}
	return count, heights
}

func total(heights []float64) float64 {
	sum := 0.0
	for _, h := range heights {
		sum += h
	}
	return sum
}

// heights are those of the lines from first to before end. The last line that a spanning cell reaches there is as high as
// the cell's text needs.
func (g *grid) heights(first, end int) []float64 {
	heights := make([]float64, end-first)
	for i := first; i < end; i++ {
		for j := range g.widths {
			if c := g.lines[i][j]; c.span == 1 {
				heights[i-first] = max(heights[i-first], c.height(g.style))
			}
		}
		heights[i-first] = max(heights[i-first], cell{rows: make([]row, 1)}.height(g.style))
	}
	for j := range g.widths {
		for i := first; i < end; {
			c, span := g.shown(i, j, end)
			if missing := c.height(g.style) - total(heights[i-first:i-first+span]); missing > 0 {
				heights[i-first+span-1] += missing
			}
			i += span
		}
	}
	return heights
}

// shown is the cell that stands at line i of column j, be it from a line above, and how many lines before end it spans
// from there on.
func (g *grid) shown(i, j, end int) (cell, int) {
	at := i
	for at > 0 && g.lines[at][j].span == 0 {
		at--
	}
	c := g.lines[at][j]
	return c, max(1, min(at+max(c.span, 1), end)-i)
}

func (s *setter) drawHead(g *grid) {
	height, x := g.headHeight(), s.left()
	for j, c := range g.head {
		s.frame(x, s.y, g.widths[j], height, accent)
		s.drawCell(g, c, j, x, s.y)
		x += g.widths[j]
	}
	s.y += height
}

// drawLines draws lines of the table with their heights.
func (s *setter) drawLines(g *grid, first int, heights []float64) {
	x, end := s.left(), first+len(heights)
	for j, width := range g.widths {
		y := s.y
		for i := first; i < end; {
			c, span := g.shown(i, j, end)
			height := total(heights[i-first : i-first+span])
			fill := paper
			if g.heads[j] {
				fill = tint
			}
			s.frame(x, y, width, height, fill)
			s.drawCell(g, c, j, x, y)
			y += height
			i += span
		}
		x += width
	}
	s.y += total(heights)
}

func (s *setter) drawCell(g *grid, c cell, column int, x, y float64) {
	y += padding
	for _, r := range c.rows {
		at := x + padding
		if g.centre[column] {
			at = x + (g.widths[column]-r.width())/2
		}
		s.rows([]row{r}, g.style, at, y)
		y += r.height(g.style)
	}
}
