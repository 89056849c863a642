package pptx

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/ooxml"
	"github.com/harmpath/harmpath/render/words"
)

// box is a place on a slide, in points from its upper left corner.
type box struct{ X, Y, Width, Height float64 }

// slide is one slide in the making.
type slide struct {
	m     *ooxml.Markup
	lang  models.Lang
	name  string // of its part
	drawn int    // shapes so far
}

// relations and types of the parts of a deck.
const (
	slideRelation  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
	layoutRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout"
	masterRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster"

	propertiesRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/presProps"
	viewRelation       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/viewProps"

	deckType     = "application/vnd.openxmlformats-officedocument.presentationml."
	mainType     = deckType + "presentation.main+xml"
	templateType = deckType + "template.main+xml"
	slideType    = deckType + "slide+xml"
	layoutType   = deckType + "slideLayout+xml"
	masterType   = deckType + "slideMaster+xml"

	propertiesType = deckType + "presProps+xml"
	viewType       = deckType + "viewProps+xml"
)

var namespaces = []string{
	"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
	"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main",
}

// newSlide starts a slide with its title.
func newSlide(name, title string, lang models.Lang) *slide {
	s := &slide{m: ooxml.NewMarkup(), lang: lang, name: name, drawn: 1}
	s.m.Open("p:sld", namespaces...)
	s.m.Open("p:cSld")
	s.m.Open("p:spTree")
	s.m.Open("p:nvGrpSpPr")
	s.m.Empty("p:cNvPr", "id", "1", "name", "Slide")
	s.m.Empty("p:cNvGrpSpPr")
	s.m.Empty("p:nvPr")
	s.m.Close()
	s.m.Open("p:grpSpPr")
	s.m.Open("a:xfrm")
	s.m.Empty("a:off", "x", "0", "y", "0")
	s.m.Empty("a:ext", "cx", "0", "cy", "0")
	s.m.Empty("a:chOff", "x", "0", "y", "0")
	s.m.Empty("a:chExt", "cx", "0", "cy", "0")
	s.m.Close()
	s.m.Close()
	s.title(title)
	return s
}

// done ends the slide and returns its part.
func (s *slide) done() ooxml.Part {
	s.m.Close()
	s.m.Close()
	s.m.Open("p:clrMapOvr")
	s.m.Empty("a:masterClrMapping")
	s.m.Close()
	s.m.Close()
	return ooxml.Part{Name: s.name, Type: slideType, Body: s.m.Bytes()}
}

// id numbers the next shape.
func (s *slide) id() string {
	s.drawn++
	return strconv.Itoa(s.drawn)
}

// title fills the placeholder of the layout.
func (s *slide) title(text string) {
	s.placeholder("Title", "type", "title")
	s.m.Open("p:txBody")
	s.m.Open("a:bodyPr")
	s.m.Empty("a:normAutofit")
	s.m.Close()
	s.m.Empty("a:lstStyle")
	s.m.Open("a:p")
	s.m.Open("a:r")
	s.m.Empty("a:rPr", "kumimoji", "1", "lang", tag(s.lang))
	s.m.Leaf("a:t", content.Clean(text))
	s.m.Close()
	s.m.Close()
	s.m.Close()
	s.m.Close()
}

// number fills the placeholder for the number of the slide; place is its index in the layout.
func (s *slide) number(place, no string) {
	s.placeholder("Slide Number", "type", "sldNum", "sz", "quarter", "idx", place)
	s.line("en-US", no, "a:fld", "id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type", "slidenum")
}

// footer fills the placeholder for the footer; place is its index in the layout.
func (s *slide) footer(place, text string) {
	s.placeholder("Footer", "type", "ftr", "sz", "quarter", "idx", place)
	s.line(tag(s.lang), text, "a:r")
}

// line ends a placeholder with a line of text, in a run or a field.
func (s *slide) line(lang, text, element string, attributes ...string) {
	s.m.Open("p:txBody")
	s.m.Empty("a:bodyPr")
	s.m.Empty("a:lstStyle")
	s.m.Open("a:p")
	s.m.Open(element, attributes...)
	s.m.Empty("a:rPr", "lang", lang)
	s.m.Leaf("a:t", text)
	s.m.Close()
	s.m.Close()
	s.m.Close()
	s.m.Close()
}

// placeholder starts a shape that the layout places.
func (s *slide) placeholder(name string, attributes ...string) {
	s.m.Open("p:sp")
	s.m.Open("p:nvSpPr")
	s.m.Empty("p:cNvPr", "id", s.id(), "name", name)
	s.m.Open("p:cNvSpPr")
	s.m.Empty("a:spLocks", "noGrp", "1")
	s.m.Close()
	s.m.Open("p:nvPr")
	s.m.Empty("p:ph", attributes...)
	s.m.Close()
	s.m.Close()
	s.m.Empty("p:spPr")
}

// looks of a shape; colors are those of the theme.
type looks struct {
	geometry string // e.g. rect
	fill     string // empty: none
	stroke   string // empty: none
	middle   bool   // the text stands in the middle of the height
	inset    float64
}

// shape writes a shape with its text.
func (s *slide) shape(name string, at box, l looks, text []paragraph) {
	s.m.Open("p:sp")
	s.m.Open("p:nvSpPr")
	s.m.Empty("p:cNvPr", "id", s.id(), "name", name)
	textBox := "1"
	if l.fill != "" || l.stroke != "" {
		textBox = ""
	}
	s.m.Empty("p:cNvSpPr", "txBox", textBox)
	s.m.Empty("p:nvPr")
	s.m.Close()
	s.m.Open("p:spPr")
	s.transform("a:xfrm", at)
	s.m.Open("a:prstGeom", "prst", l.geometry)
	s.m.Empty("a:avLst")
	s.m.Close()
	s.fill(l.fill)
	s.m.Open("a:ln", "w", "9525")
	s.fill(l.stroke)
	s.m.Close()
	s.m.Close()
	anchor, inset := "t", ooxml.EMU(l.inset)
	if l.middle {
		anchor = "ctr"
	}
	s.m.Open("p:txBody")
	s.m.Empty("a:bodyPr", "wrap", "square", "lIns", inset, "tIns", inset, "rIns", inset, "bIns", inset, "rtlCol", "0", "anchor", anchor)
	s.m.Empty("a:lstStyle")
	s.text(text)
	s.m.Close()
	s.m.Close()
}

func (s *slide) text(list []paragraph) {
	for i := range list {
		list[i].write(s.m, s.lang)
	}
	if len(list) == 0 {
		s.m.Empty("a:p")
	}
}

func (s *slide) fill(color string) {
	if color == "" {
		s.m.Empty("a:noFill")
		return
	}
	s.m.Open("a:solidFill")
	s.m.Empty("a:schemeClr", "val", color)
	s.m.Close()
}

func (s *slide) transform(element string, at box) {
	s.m.Open(element)
	s.m.Empty("a:off", "x", ooxml.EMU(at.X), "y", ooxml.EMU(at.Y))
	s.m.Empty("a:ext", "cx", ooxml.EMU(at.Width), "cy", ooxml.EMU(at.Height))
	s.m.Close()
}

// steps writes the steps from the right edge of a box on, with the current one marked.
func (s *slide) steps(at box, now words.Step) {
	steps := now.Trail()
	width := at.Width / float64(len(steps))
	for i, step := range steps {
		l, color := looks{geometry: "chevron", fill: "bg2", stroke: "accent6", middle: true}, "accent5"
		if i == 0 {
			l.geometry = "homePlate"
		}
		if step == now {
			l.fill, l.stroke, color = "accent1", "accent1", "bg1"
		}
		name := paragraph{line: plain(step.Text().In(s.lang)), size: 8, centre: true, bold: step == now, color: color}
		s.shape("Step", box{at.X + float64(i)*width, at.Y, width, at.Height}, l, []paragraph{name})
	}
}

// picture writes a drawing whose rasters and vectors are related to the slide.
func (s *slide) picture(d *render.Drawing, at box, png, svg string) {
	s.m.Open("p:pic")
	s.m.Open("p:nvPicPr")
	s.m.Empty("p:cNvPr", "id", s.id(), "name", d.ID, "descr", described(d))
	s.m.Open("p:cNvPicPr")
	s.m.Empty("a:picLocks", "noChangeAspect", "1")
	s.m.Close()
	s.m.Empty("p:nvPr")
	s.m.Close()
	s.m.Open("p:blipFill")
	ooxml.Blip(s.m, png, svg)
	s.m.Open("a:stretch")
	s.m.Empty("a:fillRect")
	s.m.Close()
	s.m.Close()
	s.m.Open("p:spPr")
	s.transform("a:xfrm", at)
	s.m.Open("a:prstGeom", "prst", "rect")
	s.m.Empty("a:avLst")
	s.m.Close()
	s.m.Close()
	s.m.Close()
}

// described is what a reader who cannot see the picture is told.
func described(d *render.Drawing) string {
	if d.Picture.Description == "" {
		return d.Picture.Title
	}
	return d.Picture.Title + ": " + d.Picture.Description
}
