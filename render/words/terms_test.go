package words_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/render/words"
)

var update = flag.Bool("update", false, "write docs/terms.md anew")

// TestTerms: the list of terms in docs is the one that documents use, each word once.
func TestTerms(t *testing.T) {
	const file = "../../docs/terms.md"
	var page strings.Builder
	page.WriteString("# Terms\n\nEvery document uses these words in this sense. `render/words` holds them, with every other text that harmpath writes.\n\n" +
		"| 用語 | 意味 | term | meaning |\n|---|---|---|---|\n")
	seen := map[string]bool{}
	for _, term := range words.Terms() {
		for _, text := range []string{term.Word.JA, term.Word.EN, term.Meaning.JA, term.Meaning.EN} {
			if text == "" || seen[text] {
				t.Errorf("%q is empty or stands twice", text)
			}
			seen[text] = true
		}
		fmt.Fprintf(&page, "| %s | %s | %s | %s |\n", term.Word.JA, term.Meaning.JA, term.Word.EN, term.Meaning.EN)
	}
	if *update {
		if err := os.WriteFile(file, []byte(page.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil || string(got) != page.String() {
		t.Errorf("docs/terms.md lists other terms; make update writes it anew: %v", err)
	}
}
