package pdf

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/render/content"
)

// TestMarksStayWhole: a mark that a row holds is not torn over two, wherever the text before it ends; one that is wider is.
func TestMarksStayWhole(t *testing.T) {
	for n := range 20 {
		line := content.Line{{Text: strings.Repeat("限", n+1)}, {Text: "該当基準なし", Kind: content.Mark}, {Text: "、次"}}
		whole := 0
		for _, r := range wrap(line, bodyStyle, 120) {
			text := ""
			for _, p := range r {
				text += p.text
			}
			whole += strings.Count(text, "[該当基準なし]")
		}
		if whole != 1 {
			t.Errorf("behind %d letters the mark is torn", n+1)
		}
	}
	long := content.Line{{Text: "主体"}, {Text: strings.Repeat("中心となって対策を実装すべき主体", 3), Kind: content.Mark}}
	for _, r := range wrap(long, bodyStyle, 120) {
		if r.width() > 120 {
			t.Errorf("a row is %.0f points wide", r.width())
		}
	}
}
