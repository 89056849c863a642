package pdf

import (
	"math"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/typeface"
	"github.com/harmpath/harmpath/render/words"
)

// figure sets a drawing, and those that continue it, above their captions.
func (s *setter) figure(f content.Figure) {
	d, found := s.drawings[f.ID]
	if !found || d.Picture == nil {
		s.notice(content.Notice{Tone: content.Gap, Text: plain(s.text(words.FigureMissing))})
		s.paragraph(s.numbered(words.FigureWord, f.No, f.Caption), captionStyle, s.left(), s.width())
		return
	}
	s.drawing(d, s.numbered(words.FigureWord, f.No, f.Caption))
	for _, id := range s.doc.Further(f.ID, s.drawn) {
		if further := s.drawings[id]; further.Picture != nil {
			s.drawing(further, s.numbered(words.FurtherWord, f.No, s.text(further.Title)))
		}
	}
}

// pointsPerPixel turns a picture's lengths into points.
const pointsPerPixel = 0.75

func (s *setter) drawing(d *render.Drawing, caption content.Line) {
	below := s.captionRows(caption)
	under := captionHeight(below)
	width, height := math.Max(d.Picture.Width, 1), math.Max(d.Picture.Height, 1)
	scale := s.scale(d, under)
	// The tenth of a point keeps what was computed to fit from not fitting.
	if rest := (s.bottom() - s.y - under - 4.1) / height; rest < scale && rest > leastShrunk*scale {
		scale = rest
	}
	s.y += 4
	s.room(height*scale + under)
	p := &plotter{s: s, x: s.left() + (s.width()-width*scale)/2, y: s.y, scale: scale}
	p.picture(d.Picture)
	s.y += height*scale + 4
	s.centred(below, captionStyle, s.y)
	s.y += under - 4
}

// leastShrunk is how far a picture that nearly fits the rest of the page is shrunk rather than moved to the next.
const leastShrunk = 0.78

func (s *setter) captionRows(caption content.Line) []row {
	return wrap(caption, captionStyle, s.width())
}

func captionHeight(rows []row) float64 { return float64(len(rows))*captionStyle.size*leading + 12 }

// scale is how large a drawing is set with so much below it: as it is, or as the page has room for.
func (s *setter) scale(d *render.Drawing, below float64) float64 {
	width, height := math.Max(d.Picture.Width, 1), math.Max(d.Picture.Height, 1)
	return math.Min(pointsPerPixel, math.Min(s.width()/width, (s.tall()-below)/height))
}

// centred sets rows below each other in the middle of the page.
func (s *setter) centred(rows []row, st style, y float64) {
	for i, r := range rows {
		s.rows(rows[i:i+1], st, s.left()+(s.width()-r.width())/2, y)
		y += r.height(st)
	}
}

// plotter draws a picture onto the page.
type plotter struct {
	s           *setter
	x, y, scale float64
}

func (p *plotter) picture(drawn *picture.Picture) {
	if p.s.paper == nil {
		return
	}
	if drawn.Background != "" {
		p.item(picture.Shape{Path: picture.Rect(0, 0, drawn.Width, drawn.Height), Fill: drawn.Background})
	}
	for _, item := range drawn.Items {
		p.item(item)
	}
	p.s.paper.SetDashPattern(nil, 0)
	p.s.paper.SetLineCapStyle("butt")
	p.s.paper.SetLineJoinStyle("miter")
}

// item draws an item; groups nest as deep as the program that draws makes them, never as deep as an input says.
func (p *plotter) item(item picture.Item) {
	switch item := item.(type) {
	case picture.Shape:
		p.shape(&item)
	case picture.Text:
		p.text(&item)
	case picture.Group:
		for _, inner := range item.Items {
			p.item(inner)
		}
	}
}

func (p *plotter) shape(shape *picture.Shape) {
	paper, how := p.s.paper, ""
	if fill, painted := colorOf(shape.Fill); painted {
		paper.SetFillColor(fill[0], fill[1], fill[2])
		how = "F"
	}
	if stroke, painted := colorOf(shape.Stroke); painted && shape.Width > 0 {
		paper.SetDrawColor(stroke[0], stroke[1], stroke[2])
		how += "D"
		p.pen(shape)
	}
	if how == "" || len(shape.Path) == 0 {
		return
	}
	faint := shape.Opacity > 0 && shape.Opacity < 1
	if faint {
		paper.SetAlpha(shape.Opacity, "Normal")
	}
	p.trace(shape.Path)
	paper.DrawPath(how)
	if faint {
		paper.SetAlpha(1, "Normal")
	}
}

func (p *plotter) pen(shape *picture.Shape) {
	paper := p.s.paper
	dash := make([]float64, len(shape.Dash))
	for i, length := range shape.Dash {
		dash[i] = length * p.scale
	}
	paper.SetDashPattern(dash, 0)
	paper.SetLineWidth(shape.Width * p.scale)
	ends, corners := "butt", "miter"
	if shape.Round {
		ends, corners = "round", "round"
	}
	paper.SetLineCapStyle(ends)
	paper.SetLineJoinStyle(corners)
}

func (p *plotter) trace(path picture.Path) {
	at := func(point picture.Point) (float64, float64) {
		return p.x + finite(point.X)*p.scale, p.y + finite(point.Y)*p.scale
	}
	for _, segment := range path {
		x, y := at(segment.Points[0])
		switch segment.Op {
		case picture.Move:
			p.s.paper.MoveTo(x, y)
		case picture.Line:
			p.s.paper.LineTo(x, y)
		case picture.Curve:
			x2, y2 := at(segment.Points[1])
			x3, y3 := at(segment.Points[2])
			p.s.paper.CurveBezierCubicTo(x, y, x2, y2, x3, y3)
		case picture.Close:
			p.s.paper.ClosePath()
		}
	}
}

// text sets a line of text, to be searched and copied; one that leans or is turned is drawn as its outline.
func (p *plotter) text(t *picture.Text) {
	fill, painted := colorOf(t.Fill)
	if !painted {
		return
	}
	if t.Italic || t.Turn != 0 {
		p.shape(&picture.Shape{Path: typeface.Line(t), Fill: t.Fill})
		return
	}
	st := style{size: finite(t.Size) * p.scale, bold: t.Bold, ink: fill}
	content := typeface.Visible(t.Content)
	x, width := p.x+finite(t.X)*p.scale, st.font().Width(content)*st.size
	switch t.Anchor {
	case picture.Middle:
		x -= width / 2
	case picture.End:
		x -= width
	}
	p.s.put(x, p.y+finite(t.Y)*p.scale, content, st)
}

// finite is a length that a page can show.
func finite(v float64) float64 {
	const most = 1e5
	if math.IsNaN(v) {
		return 0
	}
	return math.Max(-most, math.Min(v, most))
}

// colorOf reads a color such as #1f4e79; anything else is not painted.
func colorOf(text string) (color, bool) {
	digits, found := strings.CutPrefix(text, "#")
	value, err := strconv.ParseUint(digits, 16, 32)
	if !found || len(digits) != 6 || err != nil {
		return color{}, false
	}
	return color{int(value >> 16), int(value>>8) & 255, int(value) & 255}, true
}
