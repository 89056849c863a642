package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// catalogFolder is where the texts of messages stand in other languages than English, and foreignTexts what of them is
// said by libraries, which no call in the source shows.
const (
	catalogFolder = "models/translation"
	foreignTexts  = "libraries"
)

// Every message that the source can say exists in Japanese with the same arguments, and the catalog holds nothing that is
// never said.
func TestMessagesAreTranslated(t *testing.T) {
	said := saidMessages(t)
	if len(said) < 100 {
		t.Fatalf("only %d messages found", len(said))
	}
	catalog := map[string]string{}
	for _, e := range catalogEntries(t) {
		at, english := e.at, e.english
		if _, twice := catalog[english]; twice {
			t.Errorf("%s: %q stands in the catalog twice", at, english)
		}
		catalog[english] = e.japanese
		if _, used := said[english]; !used && e.room != foreignTexts {
			t.Errorf("%s: nothing says %q", at, english)
		}
		if problem := unlike(english, e.japanese); problem != "" {
			t.Errorf("%s: %s", at, problem)
		}
	}
	for english, at := range ordered(said) {
		if _, translated := catalog[english]; !translated {
			t.Errorf("%s: no Japanese text for %q; add it to %s", at, english, catalogFolder)
		}
	}
}

// The rules of the test above find what they are for.
func TestUnlikeMessages(t *testing.T) {
	for _, c := range []struct {
		english, japanese string
		like              bool
	}{
		{"key %q is missing", "キー %q がない", true},
		{"%s is a state of %s", "%[2]sの状態に %[1]s がある", true},
		{"%q %s", "%q %s", true},
		{"100 %% of %d", "%dの100 %%", true},
		{"key %q is missing", "キーがない", false},
		{"key %q is missing", "キー %s がない", false},
		{"the key is missing", "キー %q がない", false},
		{"%s is a state of %s", "%[1]s は %[1]s の状態である", false},
		{"%s is a state", "%[2]s は状態である", false},
		{"key %q is missing", "key %q is missing", false},
		{"key %q is missing", "", false},
	} {
		if problem := unlike(c.english, c.japanese); (problem == "") != c.like {
			t.Errorf("%q and %q: %q", c.english, c.japanese, problem)
		}
	}
}

// unlike says what keeps a text from being the Japanese of an English one, or nothing.
func unlike(english, japanese string) string {
	switch {
	case !slices.Equal(verbs(english), verbs(japanese)):
		return strconv.Quote(japanese) + " takes other arguments than " + strconv.Quote(english)
	case !strings.ContainsFunc(japanese, isJapanese) && strings.ContainsFunc(withoutVerbs(japanese), unicode.IsLetter):
		return strconv.Quote(japanese) + " is not Japanese"
	case japanese == "":
		return "no text for " + strconv.Quote(english)
	}
	return ""
}

func isJapanese(r rune) bool {
	return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) || r == '、'
}

var verb = regexp.MustCompile(`%(\[(\d+)\])?[-+# 0]*\d*(\.\d+)?([a-zA-Z%])`)

func withoutVerbs(format string) string { return verb.ReplaceAllString(format, "") }

// verbs lists which argument a format prints how, in the order of the arguments.
func verbs(format string) []string {
	var out []string
	next := 1
	for _, found := range verb.FindAllStringSubmatch(format, -1) {
		if found[4] == "%" {
			continue
		}
		if found[2] != "" {
			next, _ = strconv.Atoi(found[2])
		}
		out = append(out, strconv.Itoa(next)+found[4])
		next++
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// saidMessages finds the formats of all calls of Messagef, with their places. A format that is no literal, and foreign
// texts that are one, are errors: the catalog could not be compared with them.
func saidMessages(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	eachSource(t, root, func(at func(ast.Node) string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is || len(call.Args) == 0 {
				return true
			}
			text, literal := literalOf(call.Args[0])
			switch called(call) {
			case "Messagef":
				if !literal {
					t.Errorf("%s: the format of Messagef is no literal", at(call))
				}
				out[text] = at(call)
			case "Foreign":
				if literal && strings.Contains(text, " ") {
					t.Errorf("%s: %q is a text of harmpath's own; use Messagef", at(call), text)
				}
			}
			return true
		})
	})
	return out
}

// entry is one entry of a catalog.
type entry struct{ at, room, english, japanese string }

func catalogEntries(t *testing.T) []entry {
	t.Helper()
	var out []entry
	eachSource(t, filepath.Join(root, catalogFolder), func(at func(ast.Node) string, file *ast.File) {
		for _, d := range file.Decls {
			general, is := d.(*ast.GenDecl)
			if !is || general.Tok != token.VAR {
				continue
			}
			room := general.Specs[0].(*ast.ValueSpec)
			ast.Inspect(room, func(n ast.Node) bool {
				pair, is := n.(*ast.KeyValueExpr)
				if !is {
					return true
				}
				english, _ := literalOf(pair.Key)
				japanese, _ := literalOf(pair.Value)
				out = append(out, entry{at(pair), room.Names[0].Name, english, japanese})
				return false
			})
		}
	})
	return out
}

// eachSource parses the source files below a folder, tests and testdata left out.
func eachSource(t *testing.T, folder string, visit func(at func(ast.Node) string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == "testdata" || e.Name() == ".git"):
			return fs.SkipDir
		case e.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		visit(func(n ast.Node) string { return set.Position(n.Pos()).String() }, parsed)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// called is the name of the function that a call calls, without its package.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// literalOf is the text of a string literal.
func literalOf(e ast.Expr) (string, bool) {
	literal, is := e.(*ast.BasicLit)
	if !is || literal.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(literal.Value)
	return text, err == nil
}
