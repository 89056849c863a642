package typeset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/render/diagram/typeset"
)

var font = typeset.Font{Size: 10}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text string
		limit      float64
		want       []string
	}{
		{"empty", " \t", 100, nil},
		{"one line", "ガス給湯器", 60, []string{"ガス給湯器"}},
		{"phrases stay together", "スマートフォン（アプリ）", 90, []string{"スマートフォン", "（アプリ）"}},
		{"no word is cut where a phrase ends", "設備を供給する事業者", 60, []string{"設備を", "供給する", "事業者"}},
		{"a long phrase is cut", "独立行政法人情報処理推進機構", 50, []string{"独立行政法", "人情報処理", "推進機構"}},
		{"no line starts with a mark", "一二三四、五六", 40, []string{"一二三", "四、五六"}},
		{"no line starts with a small kana", "ああああッあ", 40, []string{"あああ", "あッあ"}},
		{"no line starts with a mark after a space", "一二三四 ー五六", 40, []string{"一二三", "四 ー", "五六"}},
		{"no line ends with an opening bracket", "一二三「四五」", 40, []string{"一二三", "「四五」"}},
		{"English by words", "home controller of the house", 80, []string{"home controller", "of the house"}},
		{"balanced", "aaaa bbbb cccc dddd", 80, []string{"aaaa bbbb", "cccc dddd"}},
		{"a long word", strings.Repeat("m", 12), 50, []string{"mmmmm", "mmmmm", "mm"}},
		{"line ends hold", "上\n\n下", 100, []string{"上", "下"}},
	}
	for _, test := range tests {
		if got := font.Wrap(test.text, test.limit); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestJapaneseIsAnEmWide asks Unicode's own tables about every character of Japanese texts.
func TestJapaneseIsAnEmWide(t *testing.T) {
	for r := rune(0x3000); r <= 0xffef; r++ {
		kind := width.LookupRune(r).Kind()
		wide := kind == width.EastAsianWide || kind == width.EastAsianFullwidth || kind == width.EastAsianAmbiguous
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			wide = false
		}
		if got := font.Width(string(r)) == font.Size; got != wide && unicode.IsPrint(r) {
			t.Errorf("%U is an em wide: %v, want %v", r, got, wide)
		}
	}
}

// forbiddenStarts and forbiddenEnds are what JIS X 4051 keeps from the start and the end of a line.
const (
	forbiddenStarts = "、。，．・：；？！ー」』）】〉》〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々゛゜"
	forbiddenEnds   = "「『（【〈《〔"
)

func TestKinsoku(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("給湯器のはガスーッょ、。（）「」・ab1 ")), 1, 40, -1).Draw(t, "text")
		limit := rapid.Float64Range(60, 160).Draw(t, "limit")
		lines := font.Wrap(text, limit)
		for i, line := range lines {
			if wide := font.Width(line); wide > limit+0.001 {
				t.Fatalf("%q is %g wide, the limit is %g", line, wide, limit)
			}
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(line)
			// Only a run that cannot be broken by the rules within the limit may be cut against them.
			if i > 0 && strings.ContainsRune(forbiddenStarts, first) && !unbreakable(text) {
				t.Fatalf("line %d of %q starts with %q", i, lines, first)
			}
			if i < len(lines)-1 && strings.ContainsRune(forbiddenEnds, last) && !unbreakable(text) {
				t.Fatalf("line %d of %q ends with %q", i, lines, last)
			}
		}
		if squeeze(strings.Join(lines, "")) != squeeze(text) {
			t.Fatalf("%q became %q", text, lines)
		}
	})
}

// unbreakable tells whether text holds a long run of marks, between which the rules allow no line to end.
func unbreakable(text string) bool {
	run := 0
	for _, r := range text {
		switch {
		case strings.ContainsRune(forbiddenStarts+forbiddenEnds+"ab1", r):
			run++
		case r == ' ': // no line ends at a space before such a mark
		default:
			run = 0
		}
		if run >= 3 {
			return true
		}
	}
	return false
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

func TestWidth(t *testing.T) {
	tests := []struct {
		text     string
		low, top float64 // of the width in ems
	}{
		{"漢字カナかな", 6, 6}, {"ｶﾅ", 1, 1}, {"①※→", 3, 3}, {"i", 0.2, 0.35}, {"W", 0.9, 1.1}, {"Ä", 0.65, 0.75},
		{"e\u0301", 0.5, 0.7}, {"\u2068\u2069", 0, 0}, {"😀", 1.2, 1.5}, {"", 0, 0},
	}
	for _, test := range tests {
		if got := (typeset.Font{Size: 1}).Width(test.text); got < test.low || got > test.top {
			t.Errorf("%q is %g ems wide, want %g to %g", test.text, got, test.low, test.top)
		}
	}
	if plain, bold := font.Width("Heater"), (typeset.Font{Size: 10, Bold: true}).Width("Heater"); bold <= plain {
		t.Errorf("bold %g is not wider than regular %g", bold, plain)
	}
}

func TestShorten(t *testing.T) {
	if got := font.Shorten("給湯器", 30); got != "給湯器" {
		t.Errorf("%q", got)
	}
	if got := font.Shorten("ホームコントローラ", 50); got != "ホームコ…" || font.Width(got) > 50 {
		t.Errorf("%q", got)
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ text, want string }{
		{"  a\t\r\nb\u3000c ", "a b c"}, {"a\x00\x1bb", "a b"}, {"\ufeffa\u202eb\u2066c\u2069", "abc"}, {"a\xff\xfeb", "ab"},
		{"שלום", "\u2068שלום\u2069"}, {"x\u200dy", "x\u200dy"}, {"\ufffe\U0001ffff", ""}, {"", ""},
	}
	for _, test := range tests {
		if got := typeset.Clean(test.text); got != test.want {
			t.Errorf("Clean(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("ガス給湯器（アプリ）", 50.0)
	f.Add("שלום \u202e\xff abc", 0.0)
	f.Add(strings.Repeat("m", 200), 1.0)
	f.Fuzz(func(t *testing.T, text string, limit float64) {
		for _, line := range font.Wrap(text, limit) {
			if line == "" || !utf8.ValidString(line) || strings.ContainsAny(line, "\n\r\x00\u202e") {
				t.Errorf("line %q of %q", line, text)
			}
		}
	})
}

func ExampleFont_Wrap() {
	font := typeset.Font{Size: 13}
	for _, line := range font.Wrap("スマートホーム向けにメンテナンスやサポートを行う事業者", 230) {
		fmt.Printf("%3.0f %s\n", font.Width(line), line)
	}
	// Output:
	// 221 スマートホーム向けにメンテナンスや
	// 130 サポートを行う事業者
}
