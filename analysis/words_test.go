package analysis_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// instead holds words that no exported identifier uses, with what to write instead.
var instead = map[string]string{
	"Outset": "Baseline", "Following": "Propagation", "Pile": "Tally", "Barring": "Without",
	"Told": "Reported or Examined", "Untold": "Unexamined", "Tell": "Report", "Lazily": "the noun of what is kept",
}

// TestExportedNamesUseTheTerms: one word per idea, the field's own.
func TestExportedNamesUseTheTerms(t *testing.T) {
	part, names := regexp.MustCompile(`[A-Z][a-z0-9]*`), 0
	check := func(name *ast.Ident, at string) {
		if !name.IsExported() {
			return
		}
		names++
		for _, word := range part.FindAllString(name.Name, -1) {
			if use := instead[word]; use != "" {
				t.Errorf("%s: %s says %q; write %s", at, name.Name, word, use)
			}
		}
	}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				check(n.Name, path)
			case *ast.TypeSpec:
				check(n.Name, path)
			case *ast.ValueSpec:
				for _, name := range n.Names {
					check(name, path)
				}
			case *ast.Field:
				for _, name := range n.Names {
					check(name, path)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || names < 1000 {
		t.Fatalf("%d exported names were read: %v", names, err)
	}
}
