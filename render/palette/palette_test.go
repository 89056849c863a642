package palette_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"github.com/harmpath/harmpath/render/palette"
)

// linear is a color as linear light: red, green and blue from 0 to 1.
type linear [3]float64

func parse(t *testing.T, color string) linear {
	t.Helper()
	var channels [3]uint8
	if n, err := fmt.Sscanf(color, "#%02x%02x%02x", &channels[0], &channels[1], &channels[2]); n != 3 || len(color) != 7 {
		t.Fatalf("%q is no color: %v", color, err)
	}
	var out linear
	for i, c := range channels {
		if v := float64(c) / 255; v <= 0.04045 {
			out[i] = v / 12.92
		} else {
			out[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return out
}

func (l linear) luminance() float64 { return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2] }

// contrast is the contrast ratio of WCAG 2.
func contrast(a, b linear) float64 {
	high, low := a.luminance(), b.luminance()
	if low > high {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

func TestContrastOfKnownColors(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#777777", "#ffffff", 4.478}, {"#123456", "#123456", 1}} {
		if got := contrast(parse(t, test.a), parse(t, test.b)); math.Abs(got-test.want) > 0.01 {
			t.Errorf("%s on %s: %.3f, want %.3f", test.a, test.b, got, test.want)
		}
	}
}

// pair is what is seen upon what.
type pair struct{ what, upon, ground string }

// texts are all pairs of letters and their ground.
func texts(c palette.Colors) []pair {
	grounds := map[string]string{
		"paper": c.Paper, "card": c.Card, "zone 1": c.Zones[0], "zone 2": c.Zones[1], "zone 3": c.Zones[2],
		"tint": c.Page.Tint, "notice": c.Page.Notice, "caution": c.Page.Caution,
	}
	out := []pair{
		{c.OnStrong, c.Accent, "accent"}, {c.OnStrong, c.Attack, "attack"}, {c.OnStrong, c.Protect, "protect"}, {c.OnStrong, c.Line, "line"},
		{c.Page.Middle.Text, c.Page.Middle.Fill, "middle"}, {c.Page.High.Text, c.Page.High.Fill, "high"}, {c.Accent, c.Paper, "links on paper"},
	}
	for name, ground := range grounds {
		out = append(out, pair{c.Ink, ground, "ink on " + name}, pair{c.Soft, ground, "soft on " + name})
	}
	for i, l := range c.Levels {
		out = append(out, pair{l.Text, l.Fill, fmt.Sprint("level ", i)})
	}
	return out
}

// signs are all pairs of lines that carry a meaning and their ground.
func signs(c palette.Colors) []pair {
	var out []pair
	for name, ground := range map[string]string{"paper": c.Paper, "card": c.Card, "zone 1": c.Zones[0], "zone 2": c.Zones[1], "zone 3": c.Zones[2]} {
		out = append(out, pair{c.Line, ground, "line on " + name}, pair{c.Attack, ground, "attack on " + name},
			pair{c.Protect, ground, "protect on " + name}, pair{c.Accent, ground, "accent on " + name})
		for i, l := range c.Levels {
			out = append(out, pair{l.Border, ground, fmt.Sprintf("border of level %d on %s", i, name)})
		}
	}
	return out
}

// TestContrast asks for the contrast of WCAG 2 at level AA: 4.5 for text (1.4.3), 3 for what a picture says by lines (1.4.11).
func TestContrast(t *testing.T) {
	for _, theme := range palette.Themes() {
		ask := func(pairs []pair, least float64) {
			for _, p := range pairs {
				if got := contrast(parse(t, p.what), parse(t, p.upon)); got < least {
					t.Errorf("%s: %s (%s upon %s) has a contrast of %.2f, less than %g", theme, p.ground, p.what, p.upon, got, least)
				}
			}
		}
		ask(texts(theme.Colors()), 4.5)
		ask(signs(theme.Colors()), 3)
	}
}

// sights are ways to see colors: as most people do, and without one kind of cones (Machado, Oliveira and Fernandes, 2009,
// severity 1), upon linear light.
var sights = map[string][3]linear{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	"no cones":     {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
}

func (l linear) seen(sight [3]linear) linear {
	var out linear
	for i, row := range sight {
		out[i] = min(1, max(0, row[0]*l[0]+row[1]*l[1]+row[2]*l[2]))
	}
	return out
}

// TestLevels: whoever sees them, and in black and white, the levels of a scale stand in order, each darker (on dark ground:
// lighter) than the one before. The lowest two may be alike: their words tell them apart.
func TestLevels(t *testing.T) {
	const step = 1.2
	for _, theme := range palette.Themes() {
		c := theme.Colors()
		for name, sight := range sights {
			for i := 2; i < len(c.Levels); i++ {
				lower, higher := parse(t, c.Levels[i-1].Fill).seen(sight).luminance()+0.05, parse(t, c.Levels[i].Fill).seen(sight).luminance()+0.05
				if theme == palette.Dark {
					lower, higher = higher, lower
				}
				if lower/higher < step {
					t.Errorf("%s, %s: level %d does not stand out from level %d (%.2f)", theme, name, i, i-1, lower/higher)
				}
			}
			for i := 1; i < len(c.Levels); i++ {
				if c.Levels[i].Weight < c.Levels[i-1].Weight {
					t.Errorf("%s: the border of level %d is thinner than that of level %d", theme, i, i-1)
				}
			}
		}
	}
}

// TestAttackStandsOut: in color, who lacks a kind of cones still tells an attack and a safeguard from each other and from what
// is ordinary. In black and white print, width and shape do.
func TestAttackStandsOut(t *testing.T) {
	for _, theme := range []palette.Theme{palette.Light, palette.Dark} {
		c := theme.Colors()
		for name, sight := range sights {
			if name == "no cones" {
				continue
			}
			for _, p := range []pair{{c.Attack, c.Protect, "attack and protect"}, {c.Attack, c.Line, "attack and line"}} {
				if far := distance(parse(t, p.what).seen(sight), parse(t, p.upon).seen(sight)); far < 10 {
					t.Errorf("%s, %s: %s are alike (%.1f)", theme, name, p.ground, far)
				}
			}
		}
	}
}

// distance is the difference of two colors in CIE L*a*b* (1976), under D65. A difference of 2.3 is just noticeable.
func distance(a, b linear) float64 {
	p, q := a.lab(), b.lab()
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func (l linear) lab() [3]float64 {
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124*l[0] + 0.3576*l[1] + 0.1805*l[2]) / 0.9505)
	y := f(l.luminance())
	z := f((0.0193*l[0] + 0.1192*l[1] + 0.9505*l[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// TestColors: every color of every theme is given, and those for black and white print are grey.
func TestColors(t *testing.T) {
	for _, theme := range palette.Themes() {
		each(reflect.ValueOf(theme.Colors()), func(color string) {
			l := parse(t, color)
			if theme == palette.Print && (l[0] != l[1] || l[1] != l[2]) {
				t.Errorf("%s is no grey", color)
			}
		})
	}
	if palette.Theme("").Colors() != palette.Light.Colors() {
		t.Error("no theme is not the light one")
	}
	for _, theme := range palette.Themes() {
		if c := theme.OnPaper().Colors(); parse(t, c.Paper).luminance() < 0.9 {
			t.Errorf("%s is printed on %s", theme, c.Paper)
		}
	}
}

// each calls do with each text of a value; the types nest, and not deep.
func each(v reflect.Value, do func(string)) {
	switch v.Kind() {
	case reflect.String:
		do(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			each(v.Field(i), do)
		}
	case reflect.Array:
		for i := range v.Len() {
			each(v.Index(i), do)
		}
	}
}
