package raster

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"github.com/fogleman/gg"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/typeface"
)

// TestFillerAgreesWithGG fills any paths, in any colors over each other, and compares each pixel with gg's.
func TestFillerAgreesWithGG(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := image.Pt(rapid.IntRange(1, 90).Draw(t, "width"), rapid.IntRange(1, 700).Draw(t, "height"))
		got, want := white(size), white(size)
		f, context := newFiller(got), gg.NewContextForRGBA(want)
		scale := rapid.SampledFrom([]float64{0.7, 1, 3.125}).Draw(t, "scale")
		for range rapid.IntRange(1, 4).Draw(t, "fills") {
			path := anyPath(t, size)
			c := color.NRGBA{
				R: rapid.Byte().Draw(t, "red"), G: rapid.Byte().Draw(t, "green"), B: rapid.Byte().Draw(t, "blue"),
				A: rapid.SampledFrom([]uint8{255, 255, 219, 1}).Draw(t, "alpha"),
			}
			f.fill(path, scale, c)
			byGG(context, path, scale, c)
		}
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Fatal("the pixels differ")
		}
	})
}

// TestTextAgreesWithGG fills lines of text.
func TestTextAgreesWithGG(t *testing.T) {
	size := image.Pt(700, 200)
	got, want := white(size), white(size)
	f, context := newFiller(got), gg.NewContextForRGBA(want)
	for i, content := range []string{"ガス給湯器の遠隔操作 Remote operation", "重大なダメージ 限定的な経済影響", "〓 ßÄ 12,5 %"} {
		path := typeface.Line(&picture.Text{X: 3, Y: 13.4 * float64(i+1), Size: 13, Content: content, Bold: i == 1, Italic: i == 2, Turn: float64(i) * 3})
		f.fill(path, 3.125, color.NRGBA{31, 78, 121, 255})
		byGG(context, path, 3.125, color.NRGBA{31, 78, 121, 255})
	}
	if !bytes.Equal(got.Pix, want.Pix) {
		t.Error("the pixels differ")
	}
	if bytes.Equal(got.Pix, white(size).Pix) {
		t.Error("nothing was painted")
	}
}

func white(size image.Point) *image.RGBA {
	sheet := image.NewRGBA(image.Rectangle{Max: size})
	cover(sheet.Pix, color.NRGBA{255, 255, 255, 255})
	return sheet
}

func byGG(context *gg.Context, path picture.Path, scale float64, c color.NRGBA) {
	by := canvas{context: context, scale: scale}
	by.trace(path)
	context.SetColor(c)
	context.Fill()
}

// anyPath draws a path with parts inside and outside an image, closed or not, from nothing to many curves.
func anyPath(t *rapid.T, size image.Point) picture.Path {
	coordinate := func(most int, name string) float64 {
		return rapid.Float64Range(-20, float64(most)+20).Draw(t, name)
	}
	var path picture.Path
	for range rapid.IntRange(0, 12).Draw(t, "segments") {
		segment := picture.Segment{Op: rapid.SampledFrom([]picture.Op{picture.Move, picture.Line, picture.Line, picture.Curve, picture.Curve, picture.Close}).Draw(t, "op")}
		for i := range segment.Points {
			segment.Points[i] = picture.Point{X: coordinate(size.X, "x"), Y: coordinate(size.Y, "y")}
		}
		path = append(path, segment)
	}
	return path
}

func BenchmarkDraw(b *testing.B) {
	p := sample()
	for b.Loop() {
		painted(p, 20)
	}
}
