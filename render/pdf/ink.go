package pdf

import (
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/typeface"
)

// color is red, green and blue.
type color [3]int

var (
	ink    = color{0x1b, 0x27, 0x33}
	soft   = color{0x4d, 0x5c, 0x6b}
	rule   = color{0xb8, 0xc4, 0xd0}
	accent = color{0x1f, 0x4e, 0x79}
	tint   = color{0xee, 0xf3, 0xf8}
	pale   = color{0xf6, 0xf8, 0xfa}
	paper  = color{0xff, 0xff, 0xff}
	amber  = color{0x8a, 0x4b, 0x00}
	red    = color{0x7c, 0x1d, 0x1d}
)

// leading is the distance of two baselines in ems.
const leading = 1.5

// style is how text looks.
type style struct {
	size float64
	bold bool
	ink  color
	to   string // the id of a section that the text leads to; empty: none
}

func (st style) font() *typeface.Font { return typeface.Of(st.bold) }

// of is how a span looks in running text of a style.
func (st style) of(span content.Span) style {
	switch span.Kind {
	case content.Strong:
		st.bold = true
	case content.Quiet, content.Mark:
		st.ink, st.size = soft, st.size*0.93
	case content.Link:
		st.ink, st.to = accent, span.To
	case content.LowLevel:
		st.bold = true
	case content.MiddleLevel:
		st.bold, st.ink = true, amber
	case content.HighLevel:
		st.bold, st.ink = true, red
	}
	return st
}

// put sets text with its baseline at (x, y).
func (s *setter) put(x, y float64, text string, st style) {
	if s.paper == nil || text == "" {
		return
	}
	weight := ""
	if st.bold {
		weight = "B"
	}
	s.paper.SetFont(family, weight, st.size)
	s.paper.SetTextColor(st.ink[0], st.ink[1], st.ink[2])
	s.paper.Text(x, y, text)
}

// rect fills a rectangle.
func (s *setter) rect(x, y, width, height float64, fill color) {
	if s.paper == nil || width <= 0 || height <= 0 {
		return
	}
	s.paper.SetFillColor(fill[0], fill[1], fill[2])
	s.paper.Rect(x, y, width, height, "F")
}

// frame fills a rectangle and draws its rim.
func (s *setter) frame(x, y, width, height float64, fill color) {
	if s.paper == nil {
		return
	}
	s.paper.SetFillColor(fill[0], fill[1], fill[2])
	s.paper.SetDrawColor(rule[0], rule[1], rule[2])
	s.paper.SetLineWidth(0.5)
	s.paper.Rect(x, y, width, height, "FD")
}

// link makes a rectangle lead to a section.
func (s *setter) link(x, y, width, height float64, to string) {
	if s.paper == nil {
		return
	}
	if id, known := s.links[to]; known {
		s.paper.Link(x, y, width, height, id)
	}
}
