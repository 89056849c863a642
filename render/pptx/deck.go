package pptx

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/ooxml"
	"github.com/harmpath/harmpath/render/raster"
	"github.com/harmpath/harmpath/render/words"
)

// Options are what a deck is made with beside its content.
type Options struct {
	Drawings []render.Drawing
	Date     time.Time    // when the deck is said to be made; zero: not said
	Template *render.File // lends its looks; nil: harmpath's own
	Program  string       // named as what made the deck
}

// Format writes the slides of a document. It fails where the template is no presentation that can lend its looks, and
// when ctx ends.
func Format(ctx context.Context, doc content.Document, options Options) ([]byte, error) {
	look, err := lookOf(options.Template)
	if err != nil {
		return nil, err
	}
	d := &deck{
		ctx: ctx, doc: &doc, look: look, drawings: map[string]*render.Drawing{},
		images: ooxml.Images{Package: look.parts, Folder: "/ppt/media"},
	}
	for i := range options.Drawings {
		d.drawings[options.Drawings[i].ID] = &options.Drawings[i]
		d.drawn = append(d.drawn, options.Drawings[i].ID)
	}
	if doc.Kind == content.CollectionDocument {
		d.collection()
	} else {
		d.topics()
	}
	if d.close(); d.err != nil {
		return nil, d.err
	}
	look.present(d.slides)
	look.parts.Describe(ooxml.Properties{
		Title: doc.Title, Subject: doc.Heading, Creator: options.Program, Program: options.Program,
		Language: tag(doc.Lang), Date: options.Date,
	})
	return look.parts.Bytes()
}

// deck writes the slides.
type deck struct {
	ctx      context.Context
	doc      *content.Document
	look     *look
	drawings map[string]*render.Drawing
	drawn    []string // their ids, in order
	images   ooxml.Images
	press    raster.Press
	slides   []string // names of the parts that are done

	slide *slide // the one in the making
	err   error  // the first
}

// say is a text that harmpath itself writes, in the language of the slides.
func (d *deck) say(t models.Text) string { return t.In(d.doc.Lang) }

// section finds a section or a part by its id; an empty one where the document has none.
func (d *deck) section(id string) *content.Section {
	for i := range d.doc.Sections {
		s := &d.doc.Sections[i]
		if s.ID == id {
			return s
		}
		for j := range s.Sections {
			if s.Sections[j].ID == id {
				return &s.Sections[j]
			}
		}
	}
	return &content.Section{ID: id}
}

// Sizes of letters, in points.
const (
	aboveSize = 8.0
	leadSize  = 11.0
	textSize  = 15.0
	noteSize  = 7.5
)

// gap parts things on a slide, in points.
const gap = 10.0

// open starts a slide of a topic: its title, the steps, the sentences that lead to it and, at the foot, its notes and
// sources. It returns the room that is left.
func (d *deck) open(s *content.Section, lead, foot []content.Line, continued bool) box {
	d.close()
	title := s.Title
	if continued {
		title = words.Fill(d.say(words.SlideContinued), "title", s.Title)
	}
	no := len(d.slides) + 1
	d.slide = newSlide(fmt.Sprintf("/ppt/slides/slide%d.xml", no), title, d.doc.Lang)
	if d.look.number != "" {
		d.slide.number(d.look.number, strconv.Itoa(no))
	}
	if d.look.says != "" {
		d.slide.footer(d.look.footer, d.look.says)
	}
	above := words.Fill(d.say(words.SlideAbove), "step", s.Step.Head().In(d.doc.Lang), "case", d.doc.Title)
	above = aboveFont.Shorten(content.Clean(above), d.look.above.Width)
	d.slide.shape("Case", d.look.above, looks{geometry: "rect"}, []paragraph{{line: plain(above), size: aboveSize, color: "accent5"}})
	d.slide.steps(d.look.steps, s.Step)
	room := d.look.area
	if text := paragraphs(lead, leadSize, false); len(text) > 0 {
		height := heightOf(text, room.Width)
		d.slide.shape("Lead", box{room.X, room.Y, room.Width, height}, looks{geometry: "rect"}, text)
		room.Y += height + gap/2
		room.Height -= height + gap/2
	}
	if text := paragraphs(foot, noteSize, false); len(text) > 0 {
		height := heightOf(text, room.Width)
		room.Height -= height
		d.slide.shape("Notes", box{room.X, room.Y + room.Height, room.Width, height}, looks{geometry: "rect"}, text)
		room.Height -= gap / 2
	}
	return room
}

// close ends the slide in the making.
func (d *deck) close() {
	if d.slide == nil {
		return
	}
	part := d.slide.done()
	d.look.parts.Put(part)
	d.look.parts.Relate(part.Name, layoutRelation, d.look.layout)
	d.slides = append(d.slides, part.Name)
	d.slide = nil
}

// paragraphs makes paragraphs of lines.
func paragraphs(lines []content.Line, size float64, bullets bool) []paragraph {
	var out []paragraph
	for _, l := range lines {
		out = append(out, paragraph{line: l, size: size, bullet: bullets})
	}
	return out
}

// Resolution is that of the rasters that programs without SVG fall back to, in pixels an inch.
const Resolution = 150

// picture writes a drawing into the middle of a box, shrunk to it where it is larger.
func (d *deck) picture(drawing *render.Drawing, room box) {
	if d.err == nil {
		d.err = d.ctx.Err()
	}
	if d.err != nil {
		return
	}
	pixels, err := d.press.PNG(drawing.Picture, raster.Fit(drawing.Picture)*Resolution/96)
	if err != nil {
		d.err = err
		return
	}
	scale := scaleTo(drawing, room)
	at := box{Width: drawing.Width * scale, Height: drawing.Height * scale}
	at.X, at.Y = room.X+(room.Width-at.Width)/2, room.Y+(room.Height-at.Height)/2
	png, svg := d.images.Put(d.slide.name, ooxml.Image{SVG: drawing.SVG, PNG: pixels})
	d.slide.picture(drawing, at, png, svg)
}

// scaleTo is how far a drawing is shrunk to a box.
func scaleTo(drawing *render.Drawing, room box) float64 {
	return min(1, room.Width/drawing.Width, room.Height/drawing.Height)
}
