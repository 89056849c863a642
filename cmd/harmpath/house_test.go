package main

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "github.com/harmpath/harmpath"
	root   = "../.."
)

// The floors of the house. A package imports only what stands on a floor below it; a folder with /* stands for the
// packages in it that no other line names, and a package inside a package belongs to it. Packages of one floor see
// each other only where rooms says so.
//
//	5  the program
//	4  the lists                     formats   suite   outputs
//	3  the plugs                     analysis/*         render/*
//	2  sockets, rooms, input formats analysis           render …
//	1  what joins models and graphs  load catalog ground, and what models alone decide: criteria …
//	0  the nouns and the algorithms  models    graph
var floors = [][]string{
	{"models", "models/translation", "graph", "graph/solve", "graph/confirm", "graph/internal/adjacency", "graph/internal/meter", "graph/internal/sat", "graph/internal/cone", "graph/internal/bdd"},
	{"models/strict", "models/identity", "models/topology", "models/outlook", "models/load", "models/attach", "models/inventory", "models/catalog", "models/check", "models/review", "models/schema", "graph/ground", "graph/exchange", "graph/neo4jstore", "graph/graphtest", "models/modeltest", "analysis/collection", "analysis/criteria", "analysis/difference", "render/diagram/picture", "render/diagram/typeset", "render/palette"},
	{"models/load/*", "analysis", "render", "render/words", "render/changes", "render/content", "render/diagram", "render/figures", "render/layout", "render/ooxml", "render/raster", "render/typeface"},
	{"analysis/*", "analysis/query", "render/*"},
	{"models/load/formats", "analysis/suite", "render/outputs", "render/index", "render/terminal", "analysis/analysistest", "render/rendertest"},
	{"cmd/harmpath"},
}

// rooms lists, for a package, the packages of its own floor that it may see: shared rooms that stand one behind the
// other. Plugs are not among them: they never see each other.
var rooms = map[string][]string{
	"models":                {"models/translation"},
	"models/load":           {"models/strict", "models/identity"},
	"models/attach":         {"models/load", "models/strict", "models/identity", "models/inventory", "models/topology"},
	"models/check":          {"models/identity", "models/topology"},
	"models/review":         {"models/topology"},
	"models/inventory":      {"models/identity", "models/topology"},
	"models/modeltest":      {"models/load"},
	"graph":                 {"graph/internal/adjacency"},
	"graph/confirm":         {"graph"},
	"graph/internal/meter":  {"graph"},
	"graph/internal/sat":    {"graph/internal/meter"},
	"graph/internal/cone":   {"graph", "graph/internal/adjacency", "graph/internal/meter"},
	"graph/internal/bdd":    {"graph", "graph/internal/adjacency", "graph/internal/meter", "graph/internal/cone"},
	"graph/solve":           {"graph", "graph/internal/adjacency", "graph/internal/meter", "graph/internal/sat", "graph/internal/cone", "graph/internal/bdd"},
	"graph/ground":          {"models/topology"},
	"analysis/analysistest": {"models/load/formats"},
	"graph/neo4jstore":      {"graph/ground", "models/topology"},
	"models/catalog":        {"models/strict"},
	"render":                {"render/content"},
	"render/changes":        {"render/words"},
	"render/content":        {"render", "render/words"},
	"render/diagram":        {"render", "render/words", "render/layout"},
	"render/raster":         {"render/typeface"},
	"render/figures":        {"render", "render/words", "render/layout", "render/diagram", "render/content"},
}

// lists names, for each folder of plugs, the package that lists them.
var lists = map[string]string{
	"models/load": "models/load/formats",
	"analysis":    "analysis/suite",
	"render":      "render/outputs",
}

// outside lists what reaches outside the process, and who may: everybody else is given readers, writers and file
// systems.
var outside = map[string][]string{
	"os":        {"cmd/harmpath", "graph/neo4jstore", "render/layout"},
	"os/exec":   {"cmd/harmpath", "graph/neo4jstore", "render/layout"},
	"os/signal": {"cmd/harmpath"},
	"os/user":   {"cmd/harmpath"},
	"net":       {"graph/neo4jstore"},
	"net/http":  {"graph/neo4jstore"},
	"syscall":   {"cmd/harmpath", "render/layout"},
	"io/ioutil": nil,
	"math/rand": nil,
	"unsafe":    {"render/layout"},
	"plugin":    nil,
	"log":       nil,
}

// owners lists the libraries that only some may know; nobody: tests alone.
var owners = map[string][]string{
	"github.com/goccy/go-graphviz":          {"render/layout"},
	"github.com/tetratelabs/wazero":         {"render/layout"},
	"github.com/neo4j/neo4j-go-driver":      {"graph/neo4jstore"},
	"github.com/urfave/cli":                 {"cmd/harmpath"},
	"github.com/jedib0t/go-pretty":          {"render/terminal"},
	"github.com/schollz/progressbar":        {"render/terminal"},
	"golang.org/x/term":                     {"cmd/harmpath"},
	"github.com/fogleman/gg":                {"render/raster"},
	"github.com/golang/freetype":            {"render/raster"},
	"codeberg.org/go-pdf/fpdf":              {"render/pdf"},
	"github.com/xuri/excelize":              nil,
	"go.yaml.in/yaml":                       {"models/strict"},
	"github.com/package-url/packageurl-go":  {"models/identity"},
	"github.com/aquasecurity":               {"models/identity"},
	"github.com/knqyf263":                   {"models/identity"},
	"github.com/masahiro331":                {"models/identity"},
	"github.com/go-json-experiment/json":    {"models/strict", "render/json", "render/layout", "cmd/harmpath"},
	"github.com/dominikbraun/graph":         {"models/topology"},
	"github.com/invopop/jsonschema":         nil,
	"github.com/santhosh-tekuri/jsonschema": nil,
	"gonum.org/v1/gonum":                    nil,
	"github.com/dalzilio/rudd":              nil,
	"github.com/booleworks/logicng-go":      nil,
	"pgregory.net/rapid":                    nil,
	"github.com/google/go-cmp":              nil,
	"github.com/rogpeppe/go-internal/cache": {"render/layout"},
}

// testFurniture are packages that only tests import.
var testFurniture = []string{"graph/graphtest", "models/modeltest", "analysis/analysistest", "render/rendertest"}

// pkg is what the test knows of one package.
type pkg struct {
	dir         string // relative to the root, with slashes
	name        string
	imports     map[string]string // import path → file that has it, tests left out
	testImports map[string]string
	renamed     map[string]string // imports under another name → file
	comment     bool
	inits       []string // files with an init function
}

func TestHouseFloors(t *testing.T) {
	for _, p := range housePackages(t) {
		for imported, file := range ordered(p.imports) {
			other, inside := strings.CutPrefix(imported, module+"/")
			if !inside || other == p.dir {
				continue
			}
			from, to := floorOf(p.dir), floorOf(other)
			if to < from || slices.Contains(rooms[roomOf(p.dir)], roomOf(other)) || roomOf(p.dir) == roomOf(other) {
				continue
			}
			t.Errorf("%s (floor %d) imports %s (floor %d): imports only go down", file, from, other, to)
		}
	}
}

// The two walls that matter most hold for tests too: what one side of them knows of the other would creep in there.
func TestHouseWalls(t *testing.T) {
	apart := [][2]string{{"analysis", "render"}, {"graph", "models"}}
	// Where graph and models meet: in grounding, in files whose problems are told, and in the store.
	doors := []string{"graph/ground", "graph/exchange", "graph/neo4jstore", "analysis/analysistest"}
	for _, p := range housePackages(t) {
		if slices.Contains(doors, roomOf(p.dir)) {
			continue
		}
		all := maps.Clone(p.imports)
		maps.Copy(all, p.testImports)
		for imported, file := range ordered(all) {
			other := strings.TrimPrefix(imported, module+"/")
			for _, pair := range apart {
				for _, sides := range [][2]string{pair, {pair[1], pair[0]}} {
					if other != imported && within(p.dir, sides[0]) && within(other, sides[1]) {
						t.Errorf("%s imports %s: %s and %s never see each other", file, other, pair[0], pair[1])
					}
				}
			}
		}
	}
}

// Who checks an answer repeats no error of who found it: all that the two see of the house, directly or not, is the graph
// and what the graph itself is made of. Tests of the answers may ask the checks.
func TestHouseSecondOpinion(t *testing.T) {
	packages := housePackages(t)
	graph := seen(packages, "graph")
	questions, checks := seen(packages, "graph/solve"), seen(packages, "graph/confirm")
	for _, dir := range slices.Sorted(maps.Keys(questions)) {
		if checks[dir] && !graph[dir] {
			t.Errorf("graph/solve and graph/confirm both rest on %s: a check shares nothing with the search but the graph", dir)
		}
	}
	if !questions["graph"] || !checks["graph"] {
		t.Error("graph/solve and graph/confirm do not rest on the graph: is one of them elsewhere?")
	}
}

// seen returns the package and all of the house that it imports, directly or not, tests left out.
func seen(packages []pkg, dir string) map[string]bool {
	found := map[string]bool{dir: true}
	for queue := []string{dir}; len(queue) > 0; queue = queue[1:] {
		at := slices.IndexFunc(packages, func(p pkg) bool { return p.dir == queue[0] })
		if at < 0 {
			continue
		}
		for imported := range ordered(packages[at].imports) {
			if other, inside := strings.CutPrefix(imported, module+"/"); inside && !found[other] {
				found[other] = true
				queue = append(queue, other)
			}
		}
	}
	return found
}

func TestHouseOnlySomeTouchTheOutside(t *testing.T) {
	for _, p := range housePackages(t) {
		for imported, file := range ordered(p.imports) {
			allowed, watched := outside[imported]
			if watched && !slices.Contains(slices.Concat(allowed, testFurniture), roomOf(p.dir)) {
				t.Errorf("%s imports %s: %s is given what it needs of the outside", file, imported, p.dir)
			}
		}
	}
}

func TestHouseLibrariesHaveOneOwner(t *testing.T) {
	for _, p := range housePackages(t) {
		for imported, file := range ordered(p.imports) {
			for library, allowed := range owners {
				known := imported == library || strings.HasPrefix(imported, library+"/")
				here := func(room string) bool { return within(p.dir, room) }
				if known && !slices.ContainsFunc(slices.Concat(allowed, testFurniture), here) {
					t.Errorf("%s imports %s, which is for %v", file, imported, allowed)
				}
			}
		}
	}
}

func TestHouseListsAreComplete(t *testing.T) {
	packages := housePackages(t)
	for folder, list := range lists {
		at := slices.IndexFunc(packages, func(p pkg) bool { return p.dir == list })
		if at < 0 {
			t.Errorf("the list %s of the plugs in %s is missing", list, folder)
			continue
		}
		for _, p := range packages {
			plug := path.Dir(p.dir) == folder && floorName(p.dir) == folder+"/*"
			if _, listed := packages[at].imports[module+"/"+p.dir]; plug && !listed {
				t.Errorf("%s is not in the list %s", p.dir, list)
			}
		}
	}
}

// A plug sees neither another plug nor a list; that it sees no plug follows from the floors, unless one grows a
// package of its own.
func TestHousePlugsStandAlone(t *testing.T) {
	for _, p := range housePackages(t) {
		for imported, file := range ordered(p.imports) {
			other := strings.TrimPrefix(imported, module+"/")
			if isPlug(p.dir) && isPlug(other) && roomOf(p.dir) != roomOf(other) {
				t.Errorf("%s imports %s: plugs never import plugs", file, other)
			}
		}
	}
}

// What runs beside the rest carries its panics to the one who waits for it: otherwise it ends the process with a trace. Only
// what reads, writes or waits alone may begin on its own.
func TestHouseGoroutinesCarryPanics(t *testing.T) {
	alone := []string{"render/together.go", "render/layout", "cmd/harmpath/internal/disk/stdin.go", "cmd/harmpath/internal/disk/named.go", "cmd/harmpath/internal/process"}
	err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == "testdata" || e.Name() == ".git"):
			return fs.SkipDir
		case filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(alone, func(room string) bool { return within(filepath.ToSlash(name), room) }) {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s has a go statement; use render.Together", name)
			case *ast.SelectorExpr:
				if x, is := n.X.(*ast.Ident); is && x.Name == "sync" && n.Sel.Name == "WaitGroup" {
					t.Errorf("%s has a sync.WaitGroup; use render.Together", name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestHousePackageNames(t *testing.T) {
	seen := map[string]string{}
	banned := []string{"util", "utils", "common", "helper", "helpers", "types", "misc", "base", "shared"}
	for _, p := range housePackages(t) {
		if p.name == "main" {
			continue
		}
		if other := seen[p.name]; other != "" {
			t.Errorf("%s and %s are both named %s", other, p.dir, p.name)
		}
		seen[p.name] = p.dir
		if slices.Contains(banned, p.name) {
			t.Errorf("%s: the name %s answers no question", p.dir, p.name)
		}
		if p.name != path.Base(p.dir) {
			t.Errorf("%s is named %s: a package is named for its folder", p.dir, p.name)
		}
	}
}

func TestHousePackageComments(t *testing.T) {
	for _, p := range housePackages(t) {
		if !p.comment {
			t.Errorf("%s has no package comment", p.dir)
		}
	}
}

// Importing a package does nothing: no registration, no state. The layout room alone undoes what its library does at
// import.
func TestHouseNothingHappensAtImport(t *testing.T) {
	for _, p := range housePackages(t) {
		if len(p.inits) > 0 && roomOf(p.dir) != "render/layout" {
			t.Errorf("%s has an init function", p.inits[0])
		}
	}
}

// housePackages reads all packages of the module but those in testdata folders.
func housePackages(t *testing.T) []pkg {
	t.Helper()
	found := map[string]*pkg{}
	err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == "testdata" || strings.HasPrefix(e.Name(), ".") && e.Name() != ".." && file != root):
			return fs.SkipDir
		case e.IsDir() || filepath.Ext(file) != ".go":
			return nil
		}
		dir, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		dir = filepath.ToSlash(dir)
		if found[dir] == nil {
			found[dir] = &pkg{dir: dir, imports: map[string]string{}, testImports: map[string]string{}, renamed: map[string]string{}}
		}
		return found[dir].read(file)
	})
	if err != nil {
		t.Fatal(err)
	}
	var out []pkg
	for _, dir := range slices.Sorted(maps.Keys(found)) {
		if found[dir].name != "" {
			out = append(out, *found[dir])
		}
	}
	if len(out) < 5 {
		t.Fatalf("only %d packages found", len(out))
	}
	return out
}

func (p *pkg) read(file string) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	imports := p.imports
	if strings.HasSuffix(file, "_test.go") {
		imports = p.testImports
	} else {
		p.name = parsed.Name.Name
		p.comment = p.comment || parsed.Doc != nil && strings.HasPrefix(parsed.Doc.Text(), cmp.Or(title(p), "Package "+p.name)+" ")
		for _, d := range parsed.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				p.inits = append(p.inits, file)
			}
		}
	}
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		imports[name] = file
		if spec.Name != nil && strings.HasPrefix(name, module) {
			p.renamed[name] = file
		}
	}
	return nil
}

// title is how the comment of a command begins; empty for other packages.
func title(p *pkg) string {
	if p.name != "main" {
		return ""
	}
	base := path.Base(p.dir)
	return strings.ToUpper(base[:1]) + base[1:]
}

// No import of the house's own is renamed: that is what unique names are for.
func TestHouseNoRenamedImports(t *testing.T) {
	for _, p := range housePackages(t) {
		for imported, file := range ordered(p.renamed) {
			t.Errorf("%s renames %s", file, imported)
		}
	}
}

// floorName returns the line of floors that a package falls under: its own, or the nearest folder's above it.
func floorName(dir string) string {
	for d := dir; d != "."; d = path.Dir(d) {
		for _, floor := range floors {
			switch {
			case slices.Contains(floor, d):
				return d
			case slices.Contains(floor, path.Dir(d)+"/*") && !named(d):
				return path.Dir(d) + "/*"
			}
		}
	}
	return ""
}

func named(dir string) bool {
	return slices.ContainsFunc(floors, func(floor []string) bool { return slices.Contains(floor, dir) })
}

func floorOf(dir string) int {
	name := floorName(dir)
	return slices.IndexFunc(floors, func(floor []string) bool { return slices.Contains(floor, name) })
}

func TestHouseEveryPackageHasAFloor(t *testing.T) {
	for _, p := range housePackages(t) {
		if floorOf(p.dir) < 0 {
			t.Errorf("%s stands on no floor", p.dir)
		}
	}
}

// CONTRIBUTING.md names every room on its floor.
func TestHouseContributingNamesEveryRoom(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "CONTRIBUTING.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]string, len(floors))
	at := -1
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 {
			at = -1
			continue
		}
		if n, err := strconv.Atoi(strings.TrimSpace(cells[1])); err == nil && n < len(floors) {
			at = n
		}
		if at >= 0 {
			rows[at] += cells[2]
		}
	}
	for i, floor := range floors {
		for _, room := range floor {
			if !strings.Contains(rows[i], "`"+room+"`") {
				t.Errorf("CONTRIBUTING.md does not name %s on floor %d", room, i)
			}
		}
	}
}

// roomOf returns the package that dir is, or is a part of.
func roomOf(dir string) string {
	name := floorName(dir)
	folder, isPlug := strings.CutSuffix(name, "/*")
	if !isPlug {
		return name
	}
	plug, _, _ := strings.Cut(strings.TrimPrefix(dir, folder+"/"), "/")
	return folder + "/" + plug
}

func isPlug(dir string) bool { return strings.HasSuffix(floorName(dir), "/*") }

func within(dir, folder string) bool { return dir == folder || strings.HasPrefix(dir, folder+"/") }

// ordered ranges over a map in the order of its keys.
func ordered(m map[string]string) func(yield func(string, string) bool) {
	return func(yield func(string, string) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

// A command is given the time that it has: what reads the command line knows no time, and nobody changes that of another's.
func TestHouseOnePlaceKnowsTheTimeOfACommandLine(t *testing.T) {
	const door = "invocation.go"
	found := 0
	eachSource(t, ".", func(at func(ast.Node) string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			context, is := n.(*ast.SelectorExpr)
			if !is || context.Sel.Name != "Context" {
				return true
			}
			if of, named := context.X.(*ast.Ident); named && (of.Name == "context" || of.Name == "cli") {
				return true // a type
			}
			found++
			if !strings.HasPrefix(at(n), door) {
				t.Errorf("%s: only %s reads the context of a command line, and nobody writes it; pass what is needed", at(n), door)
			}
			return true
		})
		ast.Inspect(file, func(n ast.Node) bool {
			assigned, is := n.(*ast.AssignStmt)
			if !is {
				return true
			}
			for _, to := range assigned.Lhs {
				if context, is := to.(*ast.SelectorExpr); is && context.Sel.Name == "Context" {
					t.Errorf("%s: the context of a command line is written", at(n))
				}
			}
			return true
		})
	})
	if found != 1 {
		t.Errorf("the context of a command line is read in %d places", found)
	}
}
