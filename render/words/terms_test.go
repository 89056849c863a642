package words

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/terms.md anew")

// TestTerms: the list of terms in docs is the one that documents use, each word once.
func TestTerms(t *testing.T) {
	const file = "../../docs/terms.md"
	var page strings.Builder
	page.WriteString("# Terms\n\nEvery document uses these words in this sense. `harmpath list terms` lists them. `render/words` holds them, with every other text that harmpath writes.\n\n" +
		"| 用語 | 意味 | term | meaning |\n|---|---|---|---|\n")
	seen, ids := map[string]bool{}, map[string]bool{}
	for _, entry := range Terms() {
		for _, text := range []string{entry.Word.JA, entry.Word.EN, entry.Meaning.JA, entry.Meaning.EN} {
			if text == "" || seen[text] {
				t.Errorf("%q is empty or stands twice", text)
			}
			seen[text] = true
		}
		if id := entry.ID(); ids[id] || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("the id %q stands twice or is no word of a command line", id)
		}
		ids[entry.ID()] = true
		fmt.Fprintf(&page, "| %s | %s | %s | %s |\n", entry.Word.JA, entry.Meaning.JA, entry.Word.EN, entry.Meaning.EN)
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
