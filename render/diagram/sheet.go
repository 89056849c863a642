package diagram

import (
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/layout"
)

// Sheet is a picture whose middle is drawn by hand, inside the frame that all diagrams share.
type Sheet struct {
	ID          string // unique among the pictures of a page
	Lang        string
	Title       string
	Subtitle    string
	Description string // for people who cannot see the picture
	Theme       Theme
	Legend      []Entry
	Footnotes   []string

	Width, Height float64                                             // of the middle, in pixels
	Middle        func(origin layout.Point, _ Palette) []picture.Item // paints it with its upper left corner at origin
}

// Picture paints the sheet.
func (s *Sheet) Picture() *picture.Picture {
	palette := s.Theme.Colors()
	frame := makeFrame(palette, s.Lang, s.Title, s.Subtitle, s.Legend, s.Footnotes, s.Width)
	p := picture.New(s.ID, frame.width+2*pagePad, 0)
	p.Title, p.Description, p.Lang, p.Background = oneLine(s.Title), oneLine(s.Description), s.Lang, palette.Paper
	y := pagePad
	head, height := frame.heading(pagePad, y)
	p.Add(head...)
	if y += height; height > 0 {
		y += partGap
	}
	p.Add(s.Middle(layout.Point{X: pagePad + (frame.width-s.Width)/2, Y: y}, palette)...)
	y += s.Height
	if foot, height := frame.footing(pagePad, y+partGap); height > 0 {
		p.Add(foot...)
		y += partGap + height
	}
	p.Height = y + pagePad
	return p
}
