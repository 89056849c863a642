package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// claimed finds what nobody can say of attacks and harm: that they are out of the question. What does not come about rests
// on statements, and of what nothing leads to nothing was examined.
func claimed() *regexp.Regexp {
	const harm = `(attacks?|harm|consequences?|effects?|threats?)`
	return regexp.MustCompile(strings.Join([]string{
		`(至り|起こり|起き|生じ|成り立ち|引き起こし|攻撃し|到達し)得な`,
		`(攻撃|影響|被害|脅威|到達)(は|が|も)?(でき|起こせ|あり得)ない`,
		`(攻撃|影響|被害|脅威)[^。、「」]{0,10}不可能`,
		`引き起こせない`,
		`(?i:cannot (come about|occur|happen|be (reached|attacked|compromised|brought about|defeated|infected|misused|harmed)))`,
		`(?i:compromise cannot)`,
		`(?i:can no longer (come about|occur|happen))`,
		`(?i:\b` + harm + `\b[^.:,;]*\b(impossible|not possible|no longer possible)\b)`,
		`(?i:taken as impossible)`,
		`about, – that it cannot`,
	}, "|"))
}

// Nothing that harmpath says of attacks and harm, in either language, claims that they are out of the question: no text of
// the program, entry of the catalog or page of the documentation.
func TestNothingIsSaidToBeOutOfTheQuestion(t *testing.T) {
	claim, looked := claimed(), 0
	look := func(at, text string) {
		looked++
		if found := claim.FindString(text); found != "" {
			t.Errorf("%s says %q; say on what it rests that it does not come about, or that it was not examined", at, found)
		}
	}
	for _, folder := range []string{"render", "analysis", "cmd", "models", "docs"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && entry.Name() == "testdata":
				return fs.SkipDir
			case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
				return literals(name, look)
			case strings.HasSuffix(name, ".yaml"), strings.HasSuffix(name, ".md"):
				body, err := os.ReadFile(name)
				for line := range strings.Lines(string(body)) {
					look(name, line)
				}
				return err
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	look("README.md", string(readme))
	if looked < 5000 {
		t.Errorf("only %d texts were looked at", looked)
	}
}

// literals shows the strings of a Go file.
func literals(name string, look func(at, text string)) error {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if l, is := n.(*ast.BasicLit); is && l.Kind == token.STRING {
			if text, err := strconv.Unquote(l.Value); err == nil {
				look(set.Position(l.Pos()).String(), text)
			}
		}
		return true
	})
	return nil
}

// The words that are banned are found, and their neighbours are not.
func TestClaimsAreFound(t *testing.T) {
	for text, want := range map[string]bool{
		"「やけど」に至り得ない。": true, "起こり得ないと評価する": true, "攻撃できない": true,
		"The effect cannot come about.": true, "“Flood” can no longer come about": true, "attacks on it are not possible": true,
		"「やけど」に至り得る。": false, "他の製品で補うことができない": false, "it does not come about, resting on the valve": false,
		"updates are impossible": false, "The file cannot be read": false,
	} {
		if got := claimed().MatchString(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
