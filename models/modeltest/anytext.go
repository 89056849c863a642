package modeltest

import (
	"fmt"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// text is a name or a sentence: in one language or both, the same or not, and now and then one that was given before.
func (a *author) text() models.Text {
	if len(a.named) > 0 && a.sometimes(1) {
		return one(a, a.named)
	}
	var out models.Text
	switch a.below(5) {
	case 0:
		out.JA = a.name()
	case 1:
		out.EN = a.name()
	case 2:
		out = models.Plain(a.name())
	default:
		out = models.Text{JA: a.name(), EN: a.name()}
	}
	a.named = append(a.named, out)
	return out
}

// letters are alphabets that names are written in, of which some ask for more of who shows them: signs of markup and of
// formats, wide letters, letters of several code points, letters that run from right to left.
var letters = []string{
	"abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789",
	"iIlW.-_/",
	"給湯器の遠隔操作を行うスマートフォン、利用者（家族）・保守員が使う機器",
	"ポンプ制御ｶﾅABC１２３",
	`<>&"'` + "`" + `*_[](){}|\#~^$;:!?=+,@`,
	"%d%s%n%%{0}$1",
	"🔥🚰👩‍🚒🇯🇵❤️",
	"éüñçÅßøЖдλ",
	"שלום مرحبا",
	" \t\u00a0\u3000",
}

// phrases are names that mean something else where they are not taken as they are.
var phrases = []string{
	"null", "true", "yes", "~", "- a", "# a", "a: b", "{a: b}", "1e3", "0x10", "2021-11-29", "=1+1", "+1", "@a", "<b>bold</b>", "</svg>", "]]>", "<!--", "&amp;",
	`\n`, `\N`, "%s", "{1}", "```", "| a | b |", "[a](b)", "![a](b)", "*a*", "__a__", "a\nb", "first line\n\nsecond paragraph", "../..", "con", "line\u2028separator", "x" + "\u0301",
	"Ending in a backslash\\", `"quoted"`, "'", "CVE-2024-0001", "pkg:generic/a@1", "a,b;c", " leading and trailing ", "・・・", "N/A", "<script>alert(1)</script>",
}

// name is a name: of ordinary words, of any letters, of one letter, of 80, or one that means something else elsewhere.
func (a *author) name() string {
	alphabet := []rune(letters[0])
	if a.sometimes(5) {
		alphabet = []rune(one(a, letters))
	}
	switch a.below(8) {
	case 0:
		return string(one(a, alphabet))
	case 1:
		return a.run(alphabet, 80)
	case 2:
		return one(a, phrases)
	case 3:
		return a.run(alphabet, 1+a.below(24))
	case 4:
		return strings.TrimSpace(strings.Repeat(a.run(alphabet, 4)+" ", 1+a.below(6))) + "x"
	}
	return fmt.Sprintf("%s %d", one(a, []string{"Pump", "Heater", "給湯器", "Gate service", "制御装置", "Valve of the second reactor"}), a.below(100))
}

// run is a row of letters: a run through the alphabet from some place on, which is as good as drawing each.
func (a *author) run(alphabet []rune, n int) string {
	from := a.below(len(alphabet))
	out := make([]rune, n)
	for i := range out {
		out[i] = alphabet[(from+i*7)%len(alphabet)]
	}
	return string(out)
}
