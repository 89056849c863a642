package pptx

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/ooxml"
)

// borrow takes the look of a template: its masters with their layouts, themes and pictures, and the size of its slides.
// Its slides, notes and macros stay behind. The slides made are of its layout with only a title, or else of its first.
func borrow(template *render.File) (*look, error) {
	l, err := readTemplate(template.Body)
	if err != nil {
		return nil, &render.TemplateError{Name: template.Name, Reason: err}
	}
	return l, nil
}

func readTemplate(body []byte) (*look, error) {
	parts, err := ooxml.Open(body)
	if err != nil {
		return nil, err
	}
	main := parts.Related("", ooxml.DocumentRelation)
	deck, _ := parts.Part(main)
	if deck.Type != mainType && deck.Type != templateType {
		return nil, models.Messagef("it is no PowerPoint presentation without macros (.pptx)")
	}
	l := &look{parts: parts}
	if err := l.takeMasters(deck); err != nil {
		return nil, err
	}
	l.leaveBehind(main)
	if err := l.chooseLayout(); err != nil {
		return nil, err
	}
	return l, l.parts.SelfContained()
}

// points are English metric units in a point.
const points = 12700

// takeMasters reads the masters and the size of the slides.
func (l *look) takeMasters(deck ooxml.Part) error {
	var read struct {
		Masters []struct {
			Attributes []xml.Attr `xml:",any,attr"` // id in two namespaces, which encoding/xml takes for one
		} `xml:"sldMasterIdLst>sldMasterId"`
		Size struct {
			Width  float64 `xml:"cx,attr"`
			Height float64 `xml:"cy,attr"`
		} `xml:"sldSz"`
	}
	if err := xml.Unmarshal(deck.Body, &read); err != nil {
		return models.Messagef("its list of slides cannot be read: %s", models.MessageOf(err))
	}
	l.width, l.height = read.Size.Width/points, read.Size.Height/points
	if l.width < 300 || l.height < 300 || l.width > 4032 || l.height > 4032 {
		return models.Messagef("its slides are too small or too large")
	}
	for _, master := range read.Masters {
		id, relation := "", ""
		for _, a := range master.Attributes {
			switch {
			case a.Name.Local == "id" && a.Name.Space == "":
				id = a.Value
			case a.Name.Local == "id":
				relation = a.Value
			}
		}
		for _, r := range l.parts.Relations(deck.Name) {
			if r.ID == relation && r.Type == masterRelation {
				l.masters = append(l.masters, masterOf{id, r.Target})
			}
		}
	}
	if len(l.masters) == 0 {
		return models.Messagef("it has no slide master")
	}
	return nil
}

// leaveBehind keeps the masters and what they need.
func (l *look) leaveBehind(main string) {
	l.parts.Unrelate("", func(ooxml.Relation) bool { return true })
	l.parts.Unrelate(main, func(r ooxml.Relation) bool { return r.Type != masterRelation && r.Type != ooxml.ThemeRelation })
	l.parts.Move(main, mainPart)
	l.parts.Put(ooxml.Part{Name: mainPart, Type: mainType})
	l.parts.Relate("", ooxml.DocumentRelation, mainPart)
	l.parts.Prune()
}

// framed is what is read of a layout or a master: where its placeholders stand.
type framed struct {
	Type   string `xml:"type,attr"`
	Shapes []struct {
		Placeholder *struct {
			Type  string `xml:"type,attr"`
			Index string `xml:"idx,attr"`
		} `xml:"nvSpPr>nvPr>ph"`
		Frame *struct {
			From struct {
				X float64 `xml:"x,attr"`
				Y float64 `xml:"y,attr"`
			} `xml:"off"`
			Size struct {
				Width  float64 `xml:"cx,attr"`
				Height float64 `xml:"cy,attr"`
			} `xml:"ext"`
		} `xml:"spPr>xfrm"`
		Text []string `xml:"txBody>p>r>t"`
	} `xml:"cSld>spTree>sp"`
}

// says is what a placeholder of a kind says.
func (f *framed) says(kind string) string {
	for _, s := range f.Shapes {
		if s.Placeholder != nil && s.Placeholder.Type == kind {
			return strings.TrimSpace(content.Clean(strings.Join(s.Text, "")))
		}
	}
	return ""
}

// place finds a placeholder's frame.
func (f *framed) place(kinds ...string) (box, bool) {
	for _, s := range f.Shapes {
		if s.Placeholder != nil && s.Frame != nil && slices.Contains(kinds, s.Placeholder.Type) {
			return box{s.Frame.From.X / points, s.Frame.From.Y / points, s.Frame.Size.Width / points, s.Frame.Size.Height / points}, true
		}
	}
	return box{}, false
}

// chooseLayout finds the layout of the slides and the places that it leaves.
func (l *look) chooseLayout() error {
	master := l.masters[0].name
	var layouts []string
	for _, r := range l.parts.Relations(master) {
		if r.Type == layoutRelation {
			layouts = append(layouts, r.Target)
		}
	}
	if len(layouts) == 0 {
		return models.Messagef("its slide master has no layout")
	}
	l.layout = layouts[0]
	for _, name := range layouts {
		if f, err := l.framed(name); err == nil && f.Type == "titleOnly" {
			l.layout = name
			break
		}
	}
	chosen, err := l.framed(l.layout)
	if err != nil {
		return err
	}
	behind, err := l.framed(master)
	if err != nil {
		return err
	}
	l.arrange(chosen, behind)
	return nil
}

func (l *look) framed(name string) (*framed, error) {
	part, _ := l.parts.Part(name)
	var f framed
	if err := xml.Unmarshal(part.Body, &f); err != nil {
		return nil, models.Messagef("its part %q cannot be read: %s", name, models.MessageOf(err))
	}
	return &f, nil
}

// The line above a topic, in points, where the template's title stands at the top of the slide.
const (
	lineHeight = 18.0
	stepsWidth = 240.0
)

// arrange places what slides hold below the title of a layout, within the text of its master.
func (l *look) arrange(chosen, behind *framed) {
	for _, s := range chosen.Shapes {
		if s.Placeholder == nil {
			continue
		}
		if _, err := strconv.Atoi(s.Placeholder.Index); err != nil {
			continue
		}
		switch s.Placeholder.Type {
		case "sldNum":
			l.number = s.Placeholder.Index
		case "ftr":
			l.footer, l.says = s.Placeholder.Index, cmp.Or(chosen.says("ftr"), behind.says("ftr"))
		}
	}
	title, there := chosen.place("title", "ctrTitle")
	if !there {
		title, there = behind.place("title")
	}
	if !there || title.Y+title.Height > l.height/2 {
		title = box{l.width * 0.04, 0, l.width * 0.92, l.height * 0.14}
	}
	body, there := behind.place("body")
	bottom := body.Y + body.Height
	if !there || body.Width < l.width/2 || bottom < l.height/2 || bottom > l.height {
		body, bottom = box{X: l.width * 0.04, Width: l.width * 0.92}, l.height*0.92
	}
	top := title.Y + title.Height + gap/2
	l.above = box{body.X, top + 3, body.Width - stepsWidth - gap, lineHeight - 5}
	l.steps = box{body.X + body.Width - stepsWidth, top, stepsWidth, lineHeight}
	top += lineHeight + gap/2
	l.area = box{body.X, top, body.Width, bottom - top}
}
