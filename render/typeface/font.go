package typeface

import (
	_ "embed"
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/harmpath/harmpath/render/diagram/picture"
)

// Font is one weight of the typeface. It is safe for concurrent use.
type Font struct {
	data  []byte
	parse func() *sfnt.Font

	mutex  sync.Mutex
	buffer sfnt.Buffer
	glyphs map[rune]Glyph
}

// Glyph is the shape of a character, in ems: its origin lies on the baseline, y grows downwards.
type Glyph struct {
	Outline picture.Path // empty: a space
	Advance float64      // where the next glyph begins
}

//go:embed NotoSansJP-Regular.ttf
var regularData []byte

//go:embed NotoSansJP-Bold.ttf
var boldData []byte

var regular, bold = newFont(regularData), newFont(boldData)

// Regular is the weight of running text.
func Regular() *Font { return regular }

// Bold is the weight of headings.
func Bold() *Font { return bold }

// Of is bold or regular.
func Of(heavy bool) *Font {
	if heavy {
		return bold
	}
	return regular
}

func newFont(data []byte) *Font {
	return &Font{data: data, glyphs: map[rune]Glyph{}, parse: sync.OnceValue(func() *sfnt.Font {
		parsed, err := sfnt.Parse(data)
		if err != nil {
			panic("typeface: the embedded font is damaged: " + err.Error())
		}
		return parsed
	})}
}

// TrueType is the font as a TrueType file. It must not be changed.
func (f *Font) TrueType() []byte { return f.data }

// Has tells whether the font has a glyph for r.
func (f *Font) Has(r rune) bool {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.index(r) != 0
}

// Glyph returns the glyph of r; of a character that the font lacks, the box that stands for it.
func (f *Font) Glyph(r rune) Glyph {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if known, found := f.glyphs[r]; found {
		return known
	}
	glyph, err := f.load(f.index(r))
	if err != nil {
		panic(fmt.Sprintf("typeface: glyph of %U: %v", r, err))
	}
	f.glyphs[r] = glyph
	return glyph
}

// Width is how wide text is in one line, in ems.
func (f *Font) Width(text string) float64 {
	width := 0.0
	for _, r := range text {
		width += f.Glyph(r).Advance
	}
	return width
}

// Outline is text in one line as one path: size is that of an em, (x, y) where its baseline begins.
func (f *Font) Outline(text string, x, y, size float64) picture.Path {
	var line picture.Path
	for _, r := range text {
		glyph := f.Glyph(r)
		line = append(line, glyph.Outline.Placed(x, y, size)...)
		x += glyph.Advance * size
	}
	return line
}

func (f *Font) index(r rune) sfnt.GlyphIndex {
	index, err := f.parse().GlyphIndex(&f.buffer, r)
	if err != nil {
		return 0
	}
	return index
}

// load reads a glyph at a size of one pixel a unit of the font, at which nothing is rounded.
func (f *Font) load(index sfnt.GlyphIndex) (Glyph, error) {
	units := int(f.parse().UnitsPerEm())
	size := fixed.I(units)
	advance, err := f.parse().GlyphAdvance(&f.buffer, index, size, font.HintingNone)
	if err != nil {
		return Glyph{}, err
	}
	segments, err := f.parse().LoadGlyph(&f.buffer, index, size, nil)
	if err != nil {
		return Glyph{}, err
	}
	em := float64(size)
	return Glyph{Outline: outline(segments, em), Advance: float64(advance) / em}, nil
}

// outline turns segments with em units of fixed.Int26_6 an em into a path.
func outline(segments sfnt.Segments, em float64) picture.Path {
	var path picture.Path
	var at picture.Point
	point := func(p fixed.Point26_6) picture.Point {
		return picture.Point{X: float64(p.X) / em, Y: float64(p.Y) / em}
	}
	for i, segment := range segments {
		end := point(segment.Args[0])
		switch segment.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				path = path.Close()
			}
			path = path.MoveTo(end.X, end.Y)
		case sfnt.SegmentOpLineTo:
			path = path.LineTo(end.X, end.Y)
		case sfnt.SegmentOpQuadTo:
			control := end
			end = point(segment.Args[1])
			a, b := towards(at, control), towards(end, control)
			path = path.CurveTo(a.X, a.Y, b.X, b.Y, end.X, end.Y)
		case sfnt.SegmentOpCubeTo:
			a, b := end, point(segment.Args[1])
			end = point(segment.Args[2])
			path = path.CurveTo(a.X, a.Y, b.X, b.Y, end.X, end.Y)
		}
		at = end
	}
	if len(path) > 0 {
		path = path.Close()
	}
	return path
}

// towards is the control point of a cubic curve that equals a quadratic one: two thirds of the way to its control point.
func towards(from, control picture.Point) picture.Point {
	return picture.Point{X: from.X + (control.X-from.X)*2/3, Y: from.Y + (control.Y-from.Y)*2/3}
}
