package picture_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/render/diagram/picture"
)

func FuzzEscape(f *testing.F) {
	for _, text := range []string{"a<b>&\"'", "]]>", "\x00\x1f\x7f\u0085\ufffe", "\xff\xc3", "漢字😀", "&amp;"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := picture.New(text, 10, 10)
		p.Title, p.Description, p.Lang = text, text, text
		p.Add(picture.Group{ID: text, Class: text, Title: text, Items: []picture.Item{
			picture.Text{Content: text, Fill: text}, picture.Shape{Path: picture.Rect(0, 0, 1, 1), Fill: text, Stroke: text},
		}})
		decoder := xml.NewDecoder(bytes.NewReader(p.SVG()))
		elements := 0
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if start, ok := token.(xml.StartElement); ok {
				elements++
				if !strings.Contains(" svg title desc g path text ", " "+start.Name.Local+" ") {
					t.Fatalf("%q made an element %s", text, start.Name.Local)
				}
			}
		}
		if elements > 7 {
			t.Fatalf("%q made %d elements", text, elements)
		}
	})
}

func TestIdentifierIsInjective(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if a != b && picture.Identifier(a) == picture.Identifier(b) {
			t.Fatalf("%q and %q are both %q", a, b, picture.Identifier(a))
		}
	})
}

func TestNumbersAreFinite(t *testing.T) {
	p := picture.New("p", math.NaN(), math.Inf(1))
	p.Add(picture.Shape{Path: picture.Rect(-0.001, 1e9, math.Inf(-1), 1e-9), Fill: "#000000"})
	svg := string(p.SVG())
	for _, bad := range []string{"NaN", "Inf", "e+", "-0,"} {
		if strings.Contains(svg, bad) {
			t.Errorf("%q in %s", bad, svg)
		}
	}
}

func TestHatchStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.Float64Range(1, 200).Draw(t, "w"), rapid.Float64Range(1, 200).Draw(t, "h")
		for _, segment := range picture.Hatch(10, 20, w, h, 4, rapid.Bool().Draw(t, "falling")) {
			p := segment.Points[0]
			if p.X < 10-1e-6 || p.X > 10+w+1e-6 || p.Y < 20-1e-6 || p.Y > 20+h+1e-6 {
				t.Fatalf("%v outside %g × %g", p, w, h)
			}
		}
	})
}

func ExamplePicture() {
	p := picture.New("hello", 120, 40)
	p.Title, p.Lang = "挨拶", "ja"
	p.Add(picture.Text{X: 60, Y: 25, Anchor: picture.Middle, Size: 13, Fill: "#000000", Content: "<こんにちは>"})
	fmt.Println(strings.Count(string(p.SVG()), "\n"), strings.Contains(string(p.SVG()), "&lt;こんにちは&gt;"))
	// Output: 5 true
}
