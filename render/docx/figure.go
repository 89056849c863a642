package docx

import (
	"strconv"

	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/ooxml"
	"github.com/harmpath/harmpath/render/raster"
	"github.com/harmpath/harmpath/render/words"
)

// Resolution is that of the rasters that programs without SVG fall back to, in pixels an inch.
const Resolution = 150

// firstPicture numbers the pictures of the text above those that a template's header may show.
const firstPicture = 1000

// Shares of a page's height, in percent: of a figure that says none, and the most.
const (
	usualShare = 60
	mostShare  = 90
)

func (w *writer) figure(f content.Figure) {
	d, drawn := w.drawings[f.ID]
	if !drawn {
		w.notice(content.Notice{Tone: content.Gap, Text: content.Line{{Text: w.say(words.FigureMissing)}}})
		w.caption("HarmpathFigureCaption", words.FigureWord, figureSequence, f.No, f.Caption, false)
		return
	}
	w.picture(d, f.Share)
	w.caption("HarmpathFigureCaption", words.FigureWord, figureSequence, f.No, f.Caption, false)
	for _, id := range w.doc.Further(f.ID, w.drawn) {
		further := w.drawings[id]
		w.picture(further, f.Share)
		w.caption("HarmpathFigureCaption", words.FurtherWord, figureSequence, f.No, w.say(further.Title), true)
	}
}

// picture writes a drawing, shrunk to the page where it is larger.
func (w *writer) picture(d *render.Drawing, share int) {
	if w.err == nil {
		w.err = w.ctx.Err()
	}
	if w.err != nil {
		return
	}
	pixels, err := w.press.PNG(d.Picture, raster.Fit(d.Picture)*Resolution/96)
	if err != nil {
		w.err = err
		return
	}
	png, svg := w.images.Put(documentPart, ooxml.Image{SVG: d.SVG, PNG: pixels})
	scale := w.scale(d, share)
	w.pictures++
	w.open("HarmpathFigure")
	w.m.Open("w:r")
	w.inline(png, svg, d, ooxml.EMU(d.Width*scale), ooxml.EMU(d.Height*scale))
	w.m.Close()
	w.m.Close()
}

// scale is how far a drawing is shrunk to the width of the page and to its share of the height.
func (w *writer) scale(d *render.Drawing, share int) float64 {
	if share <= 0 {
		share = usualShare
	}
	percent := float64(w.look.page.height(w.width)) / 20 / 100
	return d.Scale(float64(w.width)/20, percent*float64(min(share, mostShare)), percent*mostShare)
}

// inline places a picture as a letter of its line.
func (w *writer) inline(png, svg string, d *render.Drawing, cx, cy string) {
	m, id := w.m, strconv.Itoa(firstPicture+w.pictures)
	m.Open("w:drawing")
	m.Open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	m.Empty("wp:extent", "cx", cx, "cy", cy)
	m.Empty("wp:effectExtent", "l", "0", "t", "0", "r", "0", "b", "0")
	m.Empty("wp:docPr", "id", id, "name", d.ID, "descr", described(d))
	m.Open("wp:cNvGraphicFramePr")
	m.Empty("a:graphicFrameLocks", "noChangeAspect", "1")
	m.Close()
	m.Open("a:graphic")
	m.Open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")
	m.Open("pic:pic")
	m.Open("pic:nvPicPr")
	m.Empty("pic:cNvPr", "id", id, "name", d.ID)
	m.Empty("pic:cNvPicPr")
	m.Close()
	m.Open("pic:blipFill")
	ooxml.Blip(m, png, svg)
	m.Open("a:stretch")
	m.Empty("a:fillRect")
	m.Close()
	m.Close()
	m.Open("pic:spPr")
	m.Open("a:xfrm")
	m.Empty("a:off", "x", "0", "y", "0")
	m.Empty("a:ext", "cx", cx, "cy", cy)
	m.Close()
	m.Open("a:prstGeom", "prst", "rect")
	m.Empty("a:avLst")
	m.Close()
	m.Close()
	m.Close()
	m.Close()
	m.Close()
	m.Close()
	m.Close()
}

// described is what a reader who cannot see the picture is told.
func described(d *render.Drawing) string {
	if d.Picture.Description == "" {
		return d.Picture.Title
	}
	return d.Picture.Title + ": " + d.Picture.Description
}
