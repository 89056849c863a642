package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The bounds of a package, tests and generated code left out.
const mostLines, mostFiles = 5000, 30

// above lists the packages that are still beyond a bound, or without a test: to be emptied. A package that no longer
// belongs here fails.
var above = map[string][]string{
	"lines": {},
	"files": {},
	"tests": {},
}

// measured is what is counted of one package.
type measured struct {
	dir              string
	lines, testLines int
	files, tests     int // tests: files of tests, furniture left out
	functions        []function
	exported, silent int // exported names, and those among them without a comment
}

// function is what is counted of one function.
type function struct{ lines, nesting, branches int }

// TestHouseFigures prints the size and the shape of the code, and holds the bounds of packages.
func TestHouseFigures(t *testing.T) {
	packages := measure(t)
	report(t, packages)
	beyond := map[string][]string{}
	for _, p := range packages {
		if p.lines > mostLines {
			beyond["lines"] = append(beyond["lines"], p.dir)
		}
		if p.files > mostFiles {
			beyond["files"] = append(beyond["files"], p.dir)
		}
		if p.tests == 0 {
			beyond["tests"] = append(beyond["tests"], p.dir)
		}
	}
	for bound, listed := range map[string]string{
		"lines": fmt.Sprintf("%d lines at most", mostLines), "files": fmt.Sprintf("%d files at most", mostFiles), "tests": "a test in its folder",
	} {
		for _, dir := range beyond[bound] {
			if !slices.Contains(above[bound], dir) {
				t.Errorf("%s: a package has %s", dir, listed)
			}
		}
		for _, dir := range above[bound] {
			if !slices.Contains(beyond[bound], dir) {
				t.Errorf("%s has %s: take it off the list above", dir, listed)
			}
		}
	}
}

// report prints the figures.
func report(t *testing.T, packages []measured) {
	var whole measured
	var files []int
	for _, p := range packages {
		whole.lines, whole.testLines, whole.files = whole.lines+p.lines, whole.testLines+p.testLines, whole.files+p.files
		whole.exported, whole.silent = whole.exported+p.exported, whole.silent+p.silent
		whole.functions = append(whole.functions, p.functions...)
		files = append(files, p.files)
	}
	of := func(count func(function) int) []int {
		var out []int
		for _, f := range whole.functions {
			out = append(out, count(f))
		}
		return out
	}
	deep := 0
	for _, f := range whole.functions {
		if f.nesting > 3 {
			deep++
		}
	}
	largest := slices.MaxFunc(packages, func(a, b measured) int { return cmp.Compare(a.lines, b.lines) })
	goldens, bytes := goldens(t)
	t.Logf("lines / files / packages   %d / %d / %d", whole.lines, whole.files, len(packages))
	t.Logf("functions                  %d", len(whole.functions))
	t.Logf("length p50/p90/p99/max     %s", percentiles(of(func(f function) int { return f.lines }), 50, 90, 99, 100))
	t.Logf("nested deeper than 3       %.1f %%", 100*float64(deep)/float64(len(whole.functions)))
	t.Logf("cyclomatic p90/p99/max     %s", percentiles(of(func(f function) int { return f.branches }), 90, 99, 100))
	t.Logf("exported, documented       %.1f %% of %d", 100-100*float64(whole.silent)/float64(whole.exported), whole.exported)
	t.Logf("files a package p90/max    %s", percentiles(files, 90, 100))
	t.Logf("largest package            %s, %d lines", largest.dir, largest.lines)
	t.Logf("test : code                %.2f (%d : %d lines)", float64(whole.testLines)/float64(whole.lines), whole.testLines, whole.lines)
	t.Logf("goldens                    %d files, %.1f MB", goldens, float64(bytes)/1e6)
	for _, p := range packages {
		line := fmt.Sprintf("  %-25s %5d lines %3d files %5d lines of tests", p.dir, p.lines, p.files, p.testLines)
		if p.tests == 0 {
			line += ", no test in the folder"
		}
		t.Log(line)
	}
}

// percentiles writes some percentiles of numbers; the hundredth is the largest.
func percentiles(numbers []int, wanted ...int) string {
	slices.Sort(numbers)
	var out []string
	for _, p := range wanted {
		out = append(out, fmt.Sprint(numbers[max(0, (len(numbers)*p+99)/100-1)]))
	}
	return strings.Join(out, "/")
}

// measure counts all packages in the folders that the house test knows. Test furniture counts as tests.
func measure(t *testing.T) []measured {
	t.Helper()
	found := map[string]*measured{}
	for _, p := range housePackages(t) {
		m := &measured{dir: p.dir}
		names, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(p.dir), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if err := m.count(name); err != nil {
				t.Fatal(err)
			}
		}
		found[p.dir] = m
	}
	var out []measured
	for _, dir := range slices.Sorted(maps.Keys(found)) {
		out = append(out, *found[dir])
	}
	return out
}

// count adds a file.
func (m *measured) count(name string) error {
	source, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	lines := strings.Count(string(source), "\n")
	if strings.HasSuffix(name, "_test.go") || slices.Contains(testFurniture, m.dir) {
		m.testLines += lines
		if strings.HasSuffix(name, "_test.go") {
			m.tests++
		}
		return nil
	}
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil || ast.IsGenerated(parsed) {
		return err
	}
	m.lines, m.files = m.lines+lines, m.files+1
	for _, d := range parsed.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Body != nil {
				m.functions = append(m.functions, function{
					lines: files.Position(d.End()).Line - files.Position(d.Pos()).Line + 1, nesting: nesting(d.Body), branches: branches(d.Body),
				})
			}
			m.documented(d.Name, d.Recv == nil || receiverIsExported(d.Recv), d.Doc)
		case *ast.GenDecl:
			m.declared(d)
		}
	}
	return nil
}

// declared counts the exported names of types, constants and variables. A comment above a group is about all of it.
func (m *measured) declared(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			m.documented(spec.Name, true, d.Doc, spec.Doc, spec.Comment)
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				m.documented(name, true, d.Doc, spec.Doc, spec.Comment)
			}
		}
	}
}

func (m *measured) documented(name *ast.Ident, visible bool, comments ...*ast.CommentGroup) {
	if !visible || !name.IsExported() {
		return
	}
	m.exported++
	if !slices.ContainsFunc(comments, func(c *ast.CommentGroup) bool { return c != nil }) {
		m.silent++
	}
}

func receiverIsExported(fields *ast.FieldList) bool {
	exported := false
	ast.Inspect(fields, func(n ast.Node) bool {
		if name, is := n.(*ast.Ident); is && name.IsExported() {
			exported = true
		}
		return true
	})
	return exported
}

// nesting is how many statements that branch or repeat stand within each other at most; else if goes no deeper.
func nesting(body *ast.BlockStmt) int {
	deepest, depth := 0, 0
	var counted []bool
	chained := map[ast.Node]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil {
			if last := len(counted) - 1; counted[last] {
				depth--
			}
			counted = counted[:len(counted)-1]
			return true
		}
		deeper := false
		switch n := n.(type) {
		case *ast.IfStmt:
			chained[n.Else] = true
			deeper = !chained[n]
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			deeper = true
		}
		if deeper {
			depth++
			deepest = max(deepest, depth)
		}
		counted = append(counted, deeper)
		return true
	})
	return deepest
}

// branches is the cyclomatic complexity: one, and one for each place at which a way branches off.
func branches(body *ast.BlockStmt) int {
	out := 1
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			out++
		case *ast.CaseClause:
			if n.List != nil {
				out++
			}
		case *ast.CommClause:
			if n.Comm != nil {
				out++
			}
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				out++
			}
		}
		return true
	})
	return out
}

// goldens counts the expected outputs: what lies in a folder testdata under a name that begins with want.
func goldens(t *testing.T) (files int, bytes int64) {
	t.Helper()
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if e.Name() == ".git" || e.Name() == "bin" {
				return fs.SkipDir
			}
			return nil
		}
		steps := strings.Split(filepath.ToSlash(name), "/")
		within := slices.Index(steps, "testdata")
		if within < 0 || !slices.ContainsFunc(steps[within:], func(s string) bool { return strings.HasPrefix(s, "want") }) {
			return nil
		}
		info, err := e.Info()
		if err == nil {
			files, bytes = files+1, bytes+info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, bytes
}

// The counting is checked on source whose figures are known.
func TestHouseFiguresCount(t *testing.T) {
	name := filepath.Join(t.TempDir(), "p.go")
	source := `package p

// A is documented.
func A(x int) int {
	for x > 0 {
		if x > 1 && x < 9 {
			switch x {
			case 1, 2:
				func() {
					for {
					}
				}()
			default:
			}
		} else if x == 3 {
			x--
		}
	}
	return x
}

func B() {}

type t struct{}

func (t) C() {}

// Constants.
const (
	D = 1
	E = 2
)

var F int

func g() {}
`
	if err := os.WriteFile(name, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	m := measured{dir: path.Base(t.Name())}
	if err := m.count(name); err != nil {
		t.Fatal(err)
	}
	if m.lines != 36 || m.files != 1 || m.exported != 5 || m.silent != 2 || len(m.functions) != 4 {
		t.Errorf("%+v", m)
	}
	if want := (function{lines: 17, nesting: 4, branches: 7}); m.functions[0] != want {
		t.Errorf("A is %+v, want %+v", m.functions[0], want)
	}
	if want := (function{lines: 1, nesting: 0, branches: 1}); m.functions[1] != want {
		t.Errorf("B is %+v, want %+v", m.functions[1], want)
	}
	if got := percentiles([]int{4, 1, 3, 2}, 50, 75, 100); got != "2/3/4" {
		t.Errorf("percentiles %s", got)
	}
}
