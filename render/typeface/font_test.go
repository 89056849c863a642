package typeface_test

import (
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/typeface"
)

func TestCoverage(t *testing.T) {
	for _, f := range []*typeface.Font{typeface.Regular(), typeface.Bold()} {
		for _, r := range "Aäß€ΩЖ 漢字カナかな髙﨑①㈱※→⇔■□○●△×÷【】「」〓、。ｶﾅＡ〜～ー－—…" {
			if !f.Has(r) {
				t.Errorf("the typeface lacks %c", r)
			}
		}
		if f.Has('ة') || f.Has('😀') {
			t.Error("the typeface tells of glyphs that it does not have")
		}
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"ガス給湯器": "ガス給湯器", "سلام": "〓〓〓〓", "a😀b": "a〓b", "\u2068x\u2069": "x", "葛\U000e0100城": "葛城", "a\tb": "a b", "\x00": "〓",
	} {
		if got := typeface.Visible(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}

// TestWidthsFitBoxes: boxes of pictures are sized without a font; no text of the typeface may be wider than was thought.
func TestWidthsFitBoxes(t *testing.T) {
	for heavy, f := range map[bool]*typeface.Font{false: typeface.Regular(), true: typeface.Bold()} {
		sized := typeset.Font{Size: 1, Bold: heavy}
		for r := rune(' '); r < 0x10000; r++ {
			if f.Has(r) && f.Glyph(r).Advance > sized.Width(string(r))+1e-9 {
				if r < 0x180 || r >= 0x3041 && r < 0x3100 || r >= 0x4e00 && r < 0xa000 {
					t.Errorf("%c (%U) is %g em wide, boxes have room for %g", r, r, f.Glyph(r).Advance, sized.Width(string(r)))
				}
			}
		}
	}
}

func TestOutline(t *testing.T) {
	f := typeface.Regular()
	if g := f.Glyph('一'); g.Advance != 1 || len(g.Outline) == 0 || g.Outline[0].Op != picture.Move || g.Outline[len(g.Outline)-1].Op != picture.Close {
		t.Errorf("the glyph of 一 is %v", g)
	}
	if g := f.Glyph(' '); len(g.Outline) != 0 || g.Advance == 0 {
		t.Error("a space shows something or has no width")
	}
	if box := f.Glyph('ة'); len(box.Outline) == 0 {
		t.Error("a missing glyph shows nothing")
	}
	if got, want := f.Width("日本"), 2.0; got != want {
		t.Errorf("日本 is %g em wide, want %g", got, want)
	}
}

func TestLineIsAnchored(t *testing.T) {
	for anchor, left := range map[picture.Anchor]float64{picture.Start: 100, picture.Middle: 80, picture.End: 60} {
		line := typeface.Line(&picture.Text{X: 100, Y: 50, Size: 20, Anchor: anchor, Content: "日本"})
		least, most := extent(line)
		if least < left || most > left+40 || most-least < 30 {
			t.Errorf("anchor %d: from %g to %g, want within %g and %g", anchor, least, most, left, left+40)
		}
	}
	turned := typeface.Line(&picture.Text{X: 100, Y: 50, Size: 20, Turn: 90, Content: "日本"})
	if least, most := extent(turned); least < 95 || most > 120 {
		t.Errorf("text turned by 90 degrees lies between x %g and %g", least, most)
	}
}

func extent(path picture.Path) (least, most float64) {
	least, most = math.Inf(1), math.Inf(-1)
	for _, segment := range path {
		if segment.Op == picture.Move || segment.Op == picture.Line {
			least, most = min(least, segment.Points[0].X), max(most, segment.Points[0].X)
		}
	}
	return least, most
}

func TestConcurrentUse(t *testing.T) {
	var all sync.WaitGroup
	widths := make([]float64, 8)
	for i := range widths {
		all.Go(func() { widths[i] = typeface.Bold().Width("並行して読んでも同じ Concurrent") })
	}
	all.Wait()
	if len(slices.Compact(widths)) != 1 {
		t.Errorf("widths differ: %v", widths)
	}
}

func FuzzVisible(f *testing.F) {
	f.Add("ガス\u202eab\xff😀")
	f.Fuzz(func(t *testing.T, text string) {
		shown := typeface.Visible(text)
		for _, r := range shown {
			if !typeface.Regular().Has(r) || !typeface.Bold().Has(r) {
				t.Errorf("%q is shown with %U, which the typeface lacks", text, r)
			}
		}
		typeface.Line(&picture.Text{Content: text, Size: 10, Italic: true})
	})
}

func ExampleVisible() {
	fmt.Println(typeface.Visible(models.Plain("給湯器 سلام").In(models.Japanese)))
	// Output: 給湯器 〓〓〓〓
}

// TestOnlyTheBasicPlane: formats such as PDF number characters with 16 bits here.
func TestOnlyTheBasicPlane(t *testing.T) {
	for r := rune(0x10000); r < 0x30000; r++ {
		if typeface.Regular().Has(r) || typeface.Bold().Has(r) {
			t.Fatalf("the typeface has %U", r)
		}
	}
}
