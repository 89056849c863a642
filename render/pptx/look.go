package pptx

import (
	_ "embed"
	"strconv"

	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/ooxml"
)

var (
	//go:embed parts/master.xml
	master []byte
	//go:embed parts/layout.xml
	layout []byte
	//go:embed parts/properties.xml
	properties []byte
	//go:embed parts/view.xml
	view []byte
)

const mainPart = "/ppt/presentation.xml"

// look is what the slides are dressed in: the package they go into, with its master, and the places on a slide.
type look struct {
	parts         *ooxml.Package
	layout        string // the part with the layout of the slides
	masters       []masterOf
	width, height float64 // of a slide, in points
	number        string  // index of the placeholder for the slide's number; empty: the layout has none
	footer, says  string  // index of the placeholder for the footer, and what it says; programs show none that a slide does not hold
	above         box     // the line with the step and the case
	steps         box
	area          box // what remains for the topic
}

// masterOf is a master of slides with its identifier in the deck.
type masterOf struct{ id, name string }

// lookOf is the look that a template lends, or harmpath's own.
func lookOf(template *render.File) (*look, error) {
	if template != nil {
		return borrow(template)
	}
	const theme, own, first = "/ppt/theme/theme1.xml", "/ppt/slideMasters/slideMaster1.xml", "/ppt/slideLayouts/slideLayout1.xml"
	l := &look{
		parts: &ooxml.Package{}, layout: first, masters: []masterOf{{"2147483648", own}}, width: 841.89, height: 595.28, number: "10",
		above: box{28, 14, 480, 13}, steps: box{841.89 - 28 - 288, 34, 288, 22}, area: box{28, 74, 841.89 - 56, 595.28 - 74 - 32},
	}
	l.parts.Put(ooxml.Part{Name: mainPart, Type: mainType})
	l.parts.Relate("", ooxml.DocumentRelation, mainPart)
	l.parts.Put(ooxml.Part{Name: own, Type: masterType, Body: master})
	l.parts.Put(ooxml.Part{Name: first, Type: layoutType, Body: layout})
	l.parts.Put(ooxml.Theme(theme))
	l.parts.Relate(own, layoutRelation, first)
	l.parts.Relate(own, ooxml.ThemeRelation, theme)
	l.parts.Relate(first, masterRelation, own)
	l.parts.Relate(mainPart, masterRelation, own)
	l.parts.Relate(mainPart, ooxml.ThemeRelation, theme)
	return l, nil
}

// firstSlide is the least identifier that a slide may have (ECMA-376, part 1, 19.7.3).
const firstSlide = 256

// present writes the part that lists the masters and the slides.
func (l *look) present(slides []string) {
	m := ooxml.NewMarkup()
	m.Open("p:presentation", append(namespaces, "saveSubsetFonts", "1")...)
	m.Open("p:sldMasterIdLst")
	for _, master := range l.masters {
		m.Empty("p:sldMasterId", "id", master.id, "r:id", l.parts.Relate(mainPart, masterRelation, master.name))
	}
	m.Close()
	m.Open("p:sldIdLst")
	for i, name := range slides {
		m.Empty("p:sldId", "id", strconv.Itoa(firstSlide+i), "r:id", l.parts.Relate(mainPart, slideRelation, name))
	}
	m.Close()
	m.Empty("p:sldSz", "cx", ooxml.EMU(l.width), "cy", ooxml.EMU(l.height))
	m.Empty("p:notesSz", "cx", "6858000", "cy", "9144000")
	m.Close()
	l.parts.Put(ooxml.Part{Name: mainPart, Type: mainType, Body: m.Bytes()})
	// PowerPoint repairs a deck without these two, empty as they are.
	l.add(propertiesRelation, ooxml.Part{Name: "/ppt/presProps.xml", Type: propertiesType, Body: properties})
	l.add(viewRelation, ooxml.Part{Name: "/ppt/viewProps.xml", Type: viewType, Body: view})
}

func (l *look) add(relation string, part ooxml.Part) {
	l.parts.Put(part)
	l.parts.Relate(mainPart, relation, part.Name)
}
