package typeset_test

import (
	"testing"

	"github.com/harmpath/harmpath/render/diagram/typeset"
)

func TestWidestWord(t *testing.T) {
	font := typeset.Font{Size: 10}
	for text, word := range map[string]string{
		"":                    "",
		"Severity":            "Severity",
		"an unauthorised way": "unauthorised",
		"固有リスク":               "リスク",
		"クラウドサービスの運用":         "クラウドサービス",
		"スマートフォン（アプリ）":        "スマートフォン",
	} {
		if got, want := font.WidestWord(text), font.Width(word); got != want {
			t.Errorf("%q: %g, want %g as of %q", text, got, want, word)
		}
	}
	if got := font.WidestWord("セキュリティインシデント"); got >= font.Width("セキュリティインシデント") {
		t.Errorf("a long compound counts as one word: %g", got)
	}
}
