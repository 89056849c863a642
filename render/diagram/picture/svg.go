package picture

import (
	"io"
	"math"
	"strconv"
	"strings"
)

// FontFamily is the list of typefaces that every picture asks for, Japanese ones of each system first.
const FontFamily = `'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic','Meiryo',sans-serif`

// SVG is the picture as an SVG document that can stand alone and, without its first line, inside HTML.
func (p *Picture) SVG() []byte {
	w := &svgWriter{prefix: Identifier(p.ID), out: make([]byte, 0, usualSize)}
	w.text(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	w.open(p)
	for _, item := range p.Items {
		w.item(item)
	}
	w.text("</svg>\n")
	return w.out
}

// usualSize is that of most documents, in bytes.
const usualSize = 64 << 10

// WriteSVG writes what SVG returns.
func (p *Picture) WriteSVG(to io.Writer) error {
	_, err := to.Write(p.SVG())
	return err
}

// language tells whether text can be a language tag; anything else is left out.
func language(text string) bool {
	for _, r := range text {
		if r != '-' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
			return false
		}
	}
	return text != ""
}

type svgWriter struct {
	out    []byte
	prefix string
}

func (w *svgWriter) text(s string) { w.out = append(w.out, s...) }

func (w *svgWriter) attribute(name, value string) {
	w.begin(name)
	w.text(Escape(value))
	w.text(`"`)
}

func (w *svgWriter) number(name string, value float64) {
	w.begin(name)
	w.out = appendDecimal(w.out, value)
	w.text(`"`)
}

// begin begins an attribute, whose value and closing quote follow.
func (w *svgWriter) begin(name string) {
	w.text(" ")
	w.text(name)
	w.text(`="`)
}

func (w *svgWriter) open(p *Picture) {
	w.text(`<svg xmlns="http://www.w3.org/2000/svg" role="img"`)
	w.attribute("id", w.prefix)
	w.number("width", p.Width)
	w.number("height", p.Height)
	w.attribute("viewBox", "0 0 "+decimal(p.Width)+" "+decimal(p.Height))
	if language(p.Lang) {
		w.attribute("xml:lang", p.Lang)
		w.attribute("lang", p.Lang)
	}
	labelled := w.prefix + "-title"
	if p.Description != "" {
		labelled += " " + w.prefix + "-desc"
	}
	w.attribute("aria-labelledby", labelled)
	w.attribute("direction", "ltr")
	w.attribute("font-family", FontFamily)
	w.text(">\n<title")
	w.attribute("id", w.prefix+"-title")
	w.text(">" + Escape(p.Title) + "</title>\n")
	if p.Description != "" {
		w.text("<desc")
		w.attribute("id", w.prefix+"-desc")
		w.text(">" + Escape(p.Description) + "</desc>\n")
	}
	if p.Background != "" {
		w.shape(Shape{Path: Rect(0, 0, p.Width, p.Height), Fill: p.Background})
	}
}

// item writes an item; groups nest as deep as the program that draws makes them, never as deep as an input says.
func (w *svgWriter) item(item Item) {
	switch item := item.(type) {
	case Shape:
		w.shape(item)
	case Text:
		w.line(item)
	case Group:
		w.text("<g")
		if item.ID != "" {
			w.attribute("id", w.prefix+"-"+Identifier(item.ID))
		}
		if item.Class != "" {
			w.attribute("class", item.Class)
		}
		w.text(">")
		if item.Title != "" {
			w.text("<title>" + Escape(item.Title) + "</title>")
		}
		w.text("\n")
		for _, inner := range item.Items {
			w.item(inner)
		}
		w.text("</g>\n")
	}
}

func (w *svgWriter) shape(s Shape) {
	if len(s.Path) == 0 {
		return
	}
	w.text("<path")
	w.begin("d")
	w.out = s.Path.append(w.out)
	w.text(`"`)
	if s.Fill == "" {
		w.attribute("fill", "none")
	} else {
		w.attribute("fill", s.Fill)
	}
	if s.Stroke != "" {
		w.attribute("stroke", s.Stroke)
		w.number("stroke-width", s.Width)
		if s.Round {
			w.attribute("stroke-linecap", "round")
			w.attribute("stroke-linejoin", "round")
		}
		if len(s.Dash) > 0 {
			lengths := make([]string, len(s.Dash))
			for i, length := range s.Dash {
				lengths[i] = decimal(length)
			}
			w.attribute("stroke-dasharray", strings.Join(lengths, " "))
		}
	}
	if s.Opacity > 0 && s.Opacity < 1 {
		w.number("opacity", s.Opacity)
	}
	w.text("/>\n")
}

var anchorNames = [...]string{"start", "middle", "end"}

func (w *svgWriter) line(t Text) {
	if t.Content == "" {
		return
	}
	w.text("<text")
	w.number("x", t.X)
	w.number("y", t.Y)
	if t.Anchor != Start {
		w.attribute("text-anchor", anchorNames[t.Anchor])
	}
	w.number("font-size", t.Size)
	if t.Bold {
		w.attribute("font-weight", "bold")
	}
	if t.Italic {
		w.attribute("font-style", "italic")
	}
	w.attribute("fill", t.Fill)
	if t.Turn != 0 {
		w.attribute("transform", "rotate("+decimal(t.Turn)+" "+decimal(t.X)+" "+decimal(t.Y)+")")
	}
	w.text(">" + Escape(t.Content) + "</text>\n")
}

// String is the path as SVG's path data.
func (p Path) String() string { return string(p.append(nil)) }

func (p Path) append(to []byte) []byte {
	for i := range p {
		segment := &p[i]
		to = append(to, byte(segment.Op))
		for j := range segment.count() {
			if j > 0 {
				to = append(to, ' ')
			}
			to = appendDecimal(to, segment.Points[j].X)
			to = append(to, ',')
			to = appendDecimal(to, segment.Points[j].Y)
		}
	}
	return to
}

func (s *Segment) count() int {
	switch s.Op {
	case Curve:
		return 3
	case Close:
		return 0
	default:
		return 1
	}
}

// decimal writes a length with at most two decimals, never in exponential form.
func decimal(value float64) string { return string(appendDecimal(nil, value)) }

func appendDecimal(to []byte, value float64) []byte {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return append(to, '0')
	}
	start := len(to)
	to = strconv.AppendFloat(to, value, 'f', 2, 64)
	for to[len(to)-1] == '0' {
		to = to[:len(to)-1]
	}
	if to[len(to)-1] == '.' {
		to = to[:len(to)-1]
	}
	if string(to[start:]) == "-0" {
		return append(to[:start], '0')
	}
	return to
}
