package raster

import (
	"image"
	"image/color"
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"

	"github.com/harmpath/harmpath/render/diagram/picture"
)

// filler fills outlines as gg does, to the last bit, in a third of the time: it looks only at the rows that an outline
// reaches, adds the outlines of a line of text from its end, so that each finds its place in a row at once, and does not
// mix a color that covers its pixel with what is below. gg hides its painter, so it can be told none of that.
type filler struct {
	painter
	size image.Point
	rows [3]*raster.Rasterizer // for outlines of so many rows as heights says; made when they are needed

	outlines []outline
	points   []fixed.Point26_6 // of all outlines
}

// outline is a closed part of a path: so many of the filler's points.
type outline struct{ from, to int }

// heights are how many rows the rasterizers have; the last one has all of the image's.
var heights = [2]int{64, 512}

func newFiller(on *image.RGBA) *filler {
	return &filler{painter: painter{on: on}, size: on.Rect.Size()}
}

// fill fills a path, scaled, by the rule of nonzero winding.
func (f *filler) fill(path picture.Path, scale float64, c color.NRGBA) {
	f.flatten(path, scale)
	top, bottom := f.extent()
	if top >= bottom {
		return
	}
	r := f.rasterizer(bottom - top)
	r.Clear()
	r.Dy = top
	up := fixed.I(top)
	for i := len(f.outlines) - 1; i >= 0; i-- {
		points := f.points[f.outlines[i].from:f.outlines[i].to]
		for j, p := range points {
			p.Y -= up
			if j == 0 {
				r.Start(p)
				continue
			}
			r.Add1(p)
		}
		first := points[0]
		first.Y -= up
		r.Add1(first)
	}
	f.take(c)
	r.Rasterize(&f.painter)
}

// rasterizer finds the one for so many rows.
func (f *filler) rasterizer(rows int) *raster.Rasterizer {
	which, height := len(heights), f.size.Y
	for i, most := range heights {
		if rows <= most {
			which, height = i, most
			break
		}
	}
	if f.rows[which] == nil {
		f.rows[which] = raster.NewRasterizer(f.size.X, height)
		f.rows[which].UseNonZeroWinding = true
	}
	return f.rows[which]
}

// extent is which rows of the image the outlines reach: from top up to, without, bottom.
func (f *filler) extent() (top, bottom int) {
	least, most := fixed.Int26_6(math.MaxInt32), fixed.Int26_6(math.MinInt32)
	for _, p := range f.points {
		least, most = min(least, p.Y), max(most, p.Y)
	}
	if least > most {
		return 0, 0
	}
	return max(0, int(least)/64), min(f.size.Y, int(most)/64+1) // rows are counted as the rasterizer does
}

// flatten cuts a path into outlines of straight pieces, curves into as many as gg does.
func (f *filler) flatten(path picture.Path, scale float64) {
	f.outlines, f.points = f.outlines[:0], f.points[:0]
	var start, at picture.Point
	begin := func(p picture.Point) {
		f.end()
		f.outlines = append(f.outlines, outline{from: len(f.points)})
		f.points = append(f.points, point(p))
		start, at = p, p
	}
	for i := range path {
		segment := &path[i]
		a := scaled(segment.Points[0], scale)
		if segment.Op != picture.Close && (segment.Op == picture.Move || len(f.outlines) == 0) {
			begin(a)
		}
		switch {
		case segment.Op == picture.Line:
			f.points = append(f.points, point(a))
			at = a
		case segment.Op == picture.Curve:
			at = f.curve(at, a, scaled(segment.Points[1], scale), scaled(segment.Points[2], scale))
		case segment.Op == picture.Close && len(f.outlines) > 0:
			f.points = append(f.points, point(start))
			at = start
		}
	}
	f.end()
}

// end ends the outline that was begun, if one was.
func (f *filler) end() {
	if last := len(f.outlines) - 1; last >= 0 {
		f.outlines[last].to = len(f.points)
	}
}

// curve adds a cubic Bézier curve in pieces of about a pixel, and returns where it ends.
func (f *filler) curve(from, a, b, to picture.Point) picture.Point {
	length := math.Hypot(a.X-from.X, a.Y-from.Y) + math.Hypot(b.X-a.X, b.Y-a.Y) + math.Hypot(to.X-b.X, to.Y-b.Y)
	pieces := max(4, int(length+0.5)) - 1
	at, last := from, point(from)
	for i := 1; i <= pieces; i++ {
		t := float64(i) / float64(pieces)
		u := 1 - t
		w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		next := picture.Point{X: w0*from.X + w1*a.X + w2*b.X + w3*to.X, Y: w0*from.Y + w1*a.Y + w2*b.Y + w3*to.Y}
		if p := point(next); p != last {
			f.points = append(f.points, p)
			at, last = next, p
		}
	}
	return at
}

func point(p picture.Point) fixed.Point26_6 {
	return fixed.Point26_6{X: fixed.Int26_6(p.X * 64), Y: fixed.Int26_6(p.Y * 64)}
}
