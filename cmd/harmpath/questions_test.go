package main

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/render/words"
)

// Every question of which an analysis can say that its search was cut has its words in both languages.
func TestQuestionsHaveWords(t *testing.T) {
	asked := regexp.MustCompile(`\b(?:Limit|NewListing|Report)\("([^"]+)"`)
	files, found := os.DirFS(root), 0
	err := fs.WalkDir(files, "analysis", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(files, name)
		for _, m := range asked.FindAllStringSubmatch(string(text), -1) {
			found++
			if said := words.Question(m[1]); said.JA == said.EN || said.JA == "" || said.EN == "" {
				t.Errorf("%s: no words for the question %q", name, m[1])
			}
		}
		return err
	})
	if err != nil || found < 15 {
		t.Errorf("%d questions: %v", found, err)
	}
	// What a run that ends early leaves is told by the names of analyses; those of words, pictures and levels are never left.
	for _, a := range suite.All() {
		if said := words.Question(a.Name); said.JA == said.EN && !slices.Contains([]string{"levels", "glossary", "portrayal"}, a.Name) {
			t.Errorf("no words for the analysis %q", a.Name)
		}
	}
}
