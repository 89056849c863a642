package pptx

import (
	"strconv"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/ooxml"
)

// height is how high the table is.
func (g *grid) height() float64 {
	sum := g.head
	for _, h := range g.heights {
		sum += h
	}
	return sum
}

// width is how wide the table is.
func (g *grid) width() float64 {
	sum := 0.0
	for _, w := range g.widths {
		sum += w
	}
	return sum
}

// table writes a table with its upper left corner at (x, y).
func (s *slide) table(name string, x, y float64, g *grid) {
	m := s.m
	m.Open("p:graphicFrame")
	m.Open("p:nvGraphicFramePr")
	m.Empty("p:cNvPr", "id", s.id(), "name", name)
	m.Open("p:cNvGraphicFramePr")
	m.Empty("a:graphicFrameLocks", "noGrp", "1")
	m.Close()
	m.Empty("p:nvPr")
	m.Close()
	s.transform("p:xfrm", box{x, y, g.width(), g.height()})
	m.Open("a:graphic")
	m.Open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/table")
	m.Open("a:tbl")
	m.Empty("a:tblPr", "firstRow", "1")
	m.Open("a:tblGrid")
	for _, width := range g.widths {
		m.Empty("a:gridCol", "w", ooxml.EMU(width))
	}
	m.Close()
	s.tableHead(g)
	for i := range g.rows {
		s.tableRow(g, i)
	}
	m.Close()
	m.Close()
	m.Close()
	m.Close()
}

func (s *slide) tableHead(g *grid) {
	s.m.Open("a:tr", "h", ooxml.EMU(g.head))
	for _, c := range g.columns {
		title := paragraph{line: plain(c.Title), size: g.size, bold: true, color: "bg1", centre: c.Centre}
		s.m.Open("a:tc")
		s.cell([]paragraph{title}, "accent1")
		s.m.Close()
	}
	s.m.Close()
}

func (s *slide) tableRow(g *grid, i int) {
	s.m.Open("a:tr", "h", ooxml.EMU(g.heights[i]))
	for j, c := range g.rows[i] {
		fill := "bg1"
		if g.columns[j].Head {
			fill = "bg2"
		}
		switch {
		case c.Span == 0:
			s.m.Open("a:tc", "vMerge", "1")
			c = content.Cell{}
		case c.Span > 1:
			s.m.Open("a:tc", "rowSpan", strconv.Itoa(c.Span))
		default:
			s.m.Open("a:tc")
		}
		s.cell(g.paragraphs(c, j), fill)
		s.m.Close()
	}
	s.m.Close()
}

// cell writes what a cell holds, its borders and its fill.
func (s *slide) cell(text []paragraph, fill string) {
	s.m.Open("a:txBody")
	s.m.Empty("a:bodyPr")
	s.m.Empty("a:lstStyle")
	s.text(text)
	s.m.Close()
	side, edge := ooxml.EMU(sideMargin), ooxml.EMU(edgeMargin)
	s.m.Open("a:tcPr", "marL", side, "marR", side, "marT", edge, "marB", edge)
	for _, border := range []string{"a:lnL", "a:lnR", "a:lnT", "a:lnB"} {
		s.m.Open(border, "w", "6350")
		s.fill("accent6")
		s.m.Close()
	}
	s.fill(fill)
	s.m.Close()
}
