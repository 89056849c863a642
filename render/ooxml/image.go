package ooxml

import "strconv"

// Image is a picture in two forms: the vector that programs of today show, and the raster that they fall back to.
type Image struct {
	SVG, PNG []byte
}

// Images puts pictures into a package; each is stored once.
type Images struct {
	Package *Package
	Folder  string // of the parts, e.g. /word/media
	stored  int
}

// Put stores a picture for the part that shows it, and returns the ids of its relations.
func (s *Images) Put(shownBy string, picture Image) (png, svg string) {
	s.stored++
	name := s.Folder + "/picture" + strconv.Itoa(s.stored)
	s.Package.Put(Part{Name: name + ".png", Type: "image/png", Body: picture.PNG})
	s.Package.Put(Part{Name: name + ".svg", Type: "image/svg+xml", Body: picture.SVG})
	return s.Package.Relate(shownBy, ImageRelation, name+".png"), s.Package.Relate(shownBy, ImageRelation, name+".svg")
}

const (
	svgExtension = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
	svgNamespace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
)

// Blip writes the element a:blip of a picture: the raster, and the vector as the extension of [MS-ODRAWXML] 2.3.1.
func Blip(m *Markup, png, svg string) {
	m.Open("a:blip", "r:embed", png)
	m.Open("a:extLst")
	m.Open("a:ext", "uri", svgExtension)
	m.Empty("asvg:svgBlip", "xmlns:asvg", svgNamespace, "r:embed", svg)
	m.Close()
	m.Close()
	m.Close()
}

// EMU turns points into English metric units, of which a point has 12700.
func EMU(points float64) string { return strconv.Itoa(int(points*12700 + 0.5)) }
