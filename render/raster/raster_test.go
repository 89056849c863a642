package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/render/diagram/picture"
)

func sample() *picture.Picture {
	p := picture.New("sample", 100, 60)
	p.Add(
		picture.Shape{Path: picture.Rect(10, 10, 30, 20), Fill: "#ff0000"},
		picture.Group{Items: []picture.Item{
			picture.Shape{Path: picture.Polyline(picture.Point{X: 60, Y: 5}, picture.Point{X: 60, Y: 55}), Stroke: "#0000ff", Width: 4, Dash: []float64{10, 10}},
			picture.Shape{Path: picture.Rect(70, 10, 10, 10), Fill: "#000000", Opacity: 0.5},
		}},
		picture.Text{X: 90, Y: 50, Anchor: picture.Middle, Size: 20, Fill: "#00ff00", Content: "■"},
	)
	return p
}

// painted is a picture on a new sheet.
func painted(p *picture.Picture, scale float64) *image.RGBA {
	var sheet image.RGBA
	draw(p, scale, &sheet)
	return &sheet
}

func TestPixels(t *testing.T) {
	sheet := painted(sample(), 2)
	if size := sheet.Bounds().Size(); size != image.Pt(200, 120) {
		t.Fatalf("the image has %v pixels", size)
	}
	for at, want := range map[image.Point]color.RGBA{
		{4, 4}: {255, 255, 255, 255}, {50, 40}: {255, 0, 0, 255}, {120, 20}: {0, 0, 255, 255}, {120, 40}: {255, 255, 255, 255},
		{150, 30}: {127, 127, 127, 255}, {180, 88}: {0, 255, 0, 255}, {100, 4}: {255, 255, 255, 255},
	} {
		if got := sheet.RGBAAt(at.X, at.Y); got != want {
			t.Errorf("the pixel at %v is %v, want %v", at, got, want)
		}
	}
}

func TestBackground(t *testing.T) {
	p := picture.New("dark", 4, 4)
	p.Background = "#14191f"
	if got := painted(p, 1).RGBAAt(2, 2); got != (color.RGBA{0x14, 0x19, 0x1f, 255}) {
		t.Errorf("the background is %v", got)
	}
}

// TestPrintedSize: the pixels and the resolution written into the file give the size at which A4 shows the picture.
func TestPrintedSize(t *testing.T) {
	for _, test := range []struct {
		width, height float64 // of the picture
		pixels        image.Point
	}{{96, 48, image.Pt(300, 150)}, {1284, 96, image.Pt(2007, 150)}, {96, 1754, image.Pt(150, 2741)}} {
		p := picture.New("p", test.width, test.height)
		body, err := new(Press).PNG(p, Print(p))
		if err != nil {
			t.Fatal(err)
		}
		decoded, err := png.Decode(bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if got := decoded.Bounds().Size(); got != test.pixels {
			t.Errorf("%g × %g has %v pixels, want %v", test.width, test.height, got, test.pixels)
		}
		if want := []byte("pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01"); !bytes.Contains(body, want) {
			t.Error("the resolution is not in the file")
		}
	}
}

func TestEqualBytes(t *testing.T) {
	first, err := new(Press).PNG(sample(), 3)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := new(Press).PNG(sample(), 3); !bytes.Equal(first, again) {
		t.Error("the same picture gives other bytes")
	}
}

// TestFewColors: an image of at most 256 colors is kept exactly.
func TestFewColors(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := image.NewRGBA(image.Rect(0, 0, 20, 20))
		for i := range 400 {
			shade := uint8(rapid.IntRange(0, 15).Draw(t, "shade"))
			from.SetRGBA(i%20, i/20, color.RGBA{shade, 255 - shade, 7, 255})
		}
		var r reducer
		r.reduce(from)
		to := &r.to
		for i := range 400 {
			if got, want := color.RGBAModel.Convert(to.At(i%20, i/20)), from.At(i%20, i/20); got != want {
				t.Fatalf("pixel %d is %v, want %v", i, got, want)
			}
		}
	})
}

// TestManyColors: of more than 256 colors the frequent ones are exact and each other is near.
func TestManyColors(t *testing.T) {
	from := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range 4096 {
		from.SetRGBA(i%64, i/64, color.RGBA{uint8(i / 8), 10, uint8(i % 2), 255})
	}
	for i := range 64 {
		from.SetRGBA(i, 0, color.RGBA{0, 200, 0, 255})
	}
	var r reducer
	r.reduce(from)
	to := &r.to
	if got := color.RGBAModel.Convert(to.At(5, 0)); got != (color.RGBA{0, 200, 0, 255}) {
		t.Errorf("the most frequent color became %v", got)
	}
	for i := 64; i < 4096; i++ {
		a, b := color.RGBAModel.Convert(to.At(i%64, i/64)).(color.RGBA), from.RGBAAt(i%64, i/64)
		if math.Abs(float64(a.R)-float64(b.R)) > 130 || a.G != 10 {
			t.Fatalf("pixel %d is %v, was %v", i, a, b)
		}
	}
}

func TestHostileSizes(t *testing.T) {
	for _, size := range []float64{math.NaN(), math.Inf(1), -5, 0, 1e12} {
		p := picture.New("p", size, 10)
		p.Add(
			picture.Shape{Path: picture.Rect(math.NaN(), -1e300, math.Inf(1), 5), Fill: "#000000", Stroke: "#000000", Width: 3, Round: true},
			picture.Text{X: 1e18, Y: math.NaN(), Size: 1e9, Fill: "#000000", Content: "破"},
			picture.Text{Fill: "url(x)", Content: "x", Size: 10},
		)
		if got := painted(p, 3).Bounds().Size(); got.X < 1 || got.X > most || got.Y < 1 || got.Y > most {
			t.Errorf("a picture %g wide has %v pixels", size, got)
		}
	}
}

func FuzzColor(f *testing.F) {
	for _, text := range []string{"#1f4e79", "", "none", "#12345", "#gggggg", "#+12345", "red"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if c, painted := colorOf(text, 0); painted && (len(text) != 7 || c.A != 255) {
			t.Errorf("%q is %v", text, c)
		}
	})
}

func BenchmarkPNG(b *testing.B) {
	p := sample()
	for b.Loop() {
		if _, err := new(Press).PNG(p, 20); err != nil {
			b.Fatal(err)
		}
	}
}

// TestPressPrintsTheSame paints large and small pictures one after the other.
func TestPressPrintsTheSame(t *testing.T) {
	var press Press
	dark := picture.New("dark", 30, 90)
	dark.Background = "#14191f"
	for i, p := range []*picture.Picture{sample(), dark, sample(), picture.New("small", 3, 3), sample()} {
		scale := float64(i%2 + 1)
		want, err := new(Press).PNG(p, scale)
		if err != nil {
			t.Fatal(err)
		}
		got, err := press.PNG(p, scale)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("picture %d is another one on a used press", i)
		}
	}
}

// TestTally counts like a map, however many colors there are.
func TestTally(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counted, want := newTally(), map[uint32]int{}
		many := rapid.IntRange(1, 20_000).Draw(t, "colors")
		for i := range 2 * many {
			pixel := uint32(i*7919%many) << 8
			counted.add(pixel, i)
			want[pixel] += i
		}
		order := counted.byCount()
		if len(order) != len(want) {
			t.Fatalf("%d colors, want %d", len(order), len(want))
		}
		for i, c := range order {
			if pixel := counted.colors[c]; counted.counts[c] != want[pixel] {
				t.Fatalf("%d pixels of color %d, want %d", counted.counts[c], pixel, want[pixel])
			}
			if i > 0 && counted.counts[c] > counted.counts[order[i-1]] {
				t.Fatal("a more frequent color comes later")
			}
		}
	})
}
