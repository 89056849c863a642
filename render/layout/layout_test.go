package layout_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/harmpath/harmpath/render/layout"
)

const house = `digraph {
	node [shape=box, fixedsize=true, width=2, height=0.5]
	subgraph cluster_home { label="居内"; router; subgraph cluster_bath { heater } }
	phone -> router [id=first, label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="80" HEIGHT="33"></TD></TR></TABLE>>]
	router -> heater [id=second, dir=both]
	"引用\" \\ <&" -> router
}`

func TestLayoutPlacesEverything(t *testing.T) {
	engine := newEngine(t, layout.Options{})
	placed, err := engine.Layout(t.Context(), layout.Request{DOT: house})
	if err != nil {
		t.Fatal(err)
	}
	boxes := map[string]layout.Box{}
	for _, node := range placed.Nodes {
		boxes[node.Name] = node.Box
		if w, h := node.Box.Width(), node.Box.Height(); w != 144 || h != 36 {
			t.Errorf("%s is %g × %g, want 144 × 36", node.Name, w, h)
		}
	}
	for _, name := range []string{"phone", "router", "heater", `引用" \\ <&`} {
		if _, ok := boxes[name]; !ok {
			t.Errorf("no node %q in %v", name, boxes)
		}
	}
	if boxes["phone"].Max.Y > boxes["router"].Min.Y {
		t.Errorf("y does not grow downwards: phone %v, router %v", boxes["phone"], boxes["router"])
	}
	clusters := map[string]layout.Box{}
	for _, cluster := range placed.Clusters {
		clusters[cluster.Name] = cluster.Box
	}
	if !contains(clusters["cluster_home"], clusters["cluster_bath"]) || !contains(clusters["cluster_bath"], boxes["heater"]) {
		t.Errorf("clusters do not nest: %v, heater %v", clusters, boxes["heater"])
	}
	for _, edge := range placed.Edges {
		switch edge.ID {
		case "first":
			if edge.Tail != "phone" || edge.Head != "router" || edge.Label == nil || edge.Curves[0].End == nil {
				t.Errorf("first: %+v", edge)
			}
		case "second":
			if edge.Label != nil || edge.Curves[0].Start == nil || edge.Curves[0].End == nil {
				t.Errorf("second: %+v", edge)
			}
		}
	}
	if len(placed.Edges) != 3 {
		t.Errorf("%d edges, want 3", len(placed.Edges))
	}
}

func TestEqualLayoutsInParallel(t *testing.T) {
	engine := newEngine(t, layout.Options{Processes: 2})
	want, err := engine.Layout(t.Context(), layout.Request{DOT: house})
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 24 {
		wait.Go(func() {
			placed, err := engine.Layout(context.Background(), layout.Request{DOT: house})
			if err != nil {
				t.Error(err)
				return
			}
			if !reflect.DeepEqual(placed, want) {
				t.Error("equal requests gave different layouts")
			}
		})
	}
	wait.Wait()
}

func TestPrograms(t *testing.T) {
	engine := newEngine(t, layout.Options{})
	for _, program := range []layout.Program{layout.Dot, layout.Neato, layout.Fdp} {
		placed, err := engine.Layout(t.Context(), layout.Request{DOT: `graph { a -- b -- c -- a }`, Program: program})
		if err != nil {
			t.Errorf("%s: %v", program, err)
			continue
		}
		if len(placed.Nodes) != 3 || len(placed.Edges) != 3 {
			t.Errorf("%s: %d nodes, %d edges", program, len(placed.Nodes), len(placed.Edges))
		}
	}
}

func TestWrongRequests(t *testing.T) {
	engine := newEngine(t, layout.Options{MaxBytes: 1000})
	tests := []struct {
		name    string
		request layout.Request
		want    string
	}{
		{"empty", layout.Request{}, "holds no graph"},
		{"unfinished", layout.Request{DOT: "digraph { a ->"}, "syntax error"},
		{"garbage", layout.Request{DOT: "\x01\x02}{\x03"}, "syntax error"},
		{"not UTF-8", layout.Request{DOT: "digraph { \xff }"}, "not UTF-8"},
		{"too long", layout.Request{DOT: strings.Repeat("a", 1001)}, "too large"},
		{"no such program", layout.Request{DOT: "graph {}", Program: "rm"}, `no layout program "rm"`},
	}
	for _, test := range tests {
		placed, err := engine.Layout(t.Context(), test.request)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, %v, want an error with %q", test.name, placed, err, test.want)
		}
	}
	if _, err := engine.Layout(t.Context(), layout.Request{DOT: "graph { a }"}); err != nil {
		t.Errorf("after wrong requests: %v", err)
	}
}

func TestUnplacedIsAnError(t *testing.T) {
	// Graphviz gives up on this label without a word and leaves edges without positions.
	const dot = `digraph { a -> b [label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="80" HEIGHT="33"><TR><TD></TD></TR></TABLE>>] }`
	engine := newEngine(t, layout.Options{})
	if placed, err := engine.Layout(t.Context(), layout.Request{DOT: dot}); err == nil {
		t.Errorf("no error, but %+v", placed)
	}
}

// tangled is a graph of clusters that Graphviz reports trouble with and lays out all the same, wrongly.
const tangled = `digraph {
	graph [rankdir=LR]
	n9 [width=2, height=2.5]
	subgraph cluster_0 { subgraph cluster_1 {
		subgraph cluster_2 { n1 [width=1.6, height=1.1]; n2 [width=2.1, height=1.3] }
		subgraph cluster_3 { n4 [width=0.9, height=0.8]; subgraph cluster_4 { n0 [width=0.9, height=0.8] } }
	} }
	n1 -> n4 [label="a", weight=24]
	n4 -> n2 [label="a label", dir=both, weight=24]
	n0 -> n4 [weight=6]
	n1 -> n0 [weight=6]
	n0 -> n2 [weight=6]
	n5 -> n2 [weight=4]
	n6 -> n1 [weight=4]
	n7 -> n4 [weight=4]
	n9 -> n2
}`

// What Graphviz finds wrong with a graph is the same error each time, and nothing of its answer is kept.
func TestTroubleIsAnError(t *testing.T) {
	below := t.TempDir()
	var first string
	for range 3 {
		engine := newEngine(t, layout.Options{CacheDir: below, Remember: true})
		_, err := engine.Layout(t.Context(), layout.Request{DOT: tangled})
		if !errors.Is(err, layout.ErrGraph) || !strings.Contains(err.Error(), "trouble in init_rank") {
			t.Fatalf("error %v, want %v", err, layout.ErrGraph)
		}
		if first == "" {
			first = err.Error()
		}
		if err.Error() != first {
			t.Errorf("error %q, want %q", err, first)
		}
		if _, err := engine.Layout(t.Context(), layout.Request{DOT: house}); err != nil {
			t.Errorf("after trouble: %v", err)
		}
	}
}

// knot is a graph that dot needs many minutes for.
func knot() string {
	var dot strings.Builder
	dot.WriteString("digraph {\n")
	for i := range 1500 {
		fmt.Fprintf(&dot, "n%d -> n%d; n%d -> n%d\n", i, (i*7+3)%1500, i, (i*13+5)%1500)
	}
	dot.WriteString("}\n")
	return dot.String()
}

func TestCancelStopsALayout(t *testing.T) {
	engine := newEngine(t, layout.Options{})
	if _, err := engine.Layout(t.Context(), layout.Request{DOT: "graph { a }"}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := engine.Layout(ctx, layout.Request{DOT: knot()}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want the context's", err)
	}
	if _, err := engine.Layout(t.Context(), layout.Request{DOT: "graph { a }"}); err != nil {
		t.Errorf("after a stopped layout: %v", err)
	}
}

func TestTimeLimit(t *testing.T) {
	warm(t)
	engine := layout.NewEngine(layout.Options{Timeout: 2 * time.Second})
	defer engine.Close()
	if _, err := engine.Layout(t.Context(), layout.Request{DOT: knot()}); !errors.Is(err, layout.ErrTimeout) {
		t.Errorf("error %v, want %v", err, layout.ErrTimeout)
	}
}

func TestMemoryLimit(t *testing.T) {
	engine := newEngine(t, layout.Options{Memory: 6 << 20})
	if _, err := engine.Layout(t.Context(), layout.Request{DOT: knot()}); !errors.Is(err, layout.ErrGraph) {
		t.Errorf("error %v, want %v", err, layout.ErrGraph)
	}
	if _, err := engine.Layout(t.Context(), layout.Request{DOT: house}); err != nil {
		t.Errorf("after a layout without memory: %v", err)
	}
}

func TestClosed(t *testing.T) {
	engine := layout.NewEngine(layout.Options{})
	if err := engine.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := engine.Layout(t.Context(), layout.Request{DOT: "graph { a }"}); !errors.Is(err, layout.ErrClosed) {
		t.Errorf("error %v, want %v", err, layout.ErrClosed)
	}
}

func TestCacheIsPrivateAndHealsItself(t *testing.T) {
	below := t.TempDir()
	var notices []string
	options := layout.Options{CacheDir: below, Notice: func(message string) { notices = append(notices, message) }}
	layOnce(t, options) // cold
	folder := filepath.Join(below, "harmpath", "graphviz")
	code := machineCode(t, folder)
	if len(code) == 0 {
		t.Fatalf("no machine code below %s", folder)
	}
	for path := folder; path != below; path = filepath.Dir(path) {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
			t.Errorf("%s has mode %o, want 700", path, info.Mode().Perm())
		}
	}
	if len(notices) != 0 {
		t.Errorf("notices of a healthy cache: %q", notices)
	}

	for _, file := range code {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, content[:len(content)/2], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	layOnce(t, options) // damaged
	if len(notices) != 1 || !strings.Contains(notices[0], "damaged") {
		t.Errorf("notices of a damaged cache: %q", notices)
	}
	notices = nil
	layOnce(t, options) // healed
	if len(notices) != 0 {
		t.Errorf("notices of a healed cache: %q", notices)
	}
}

func TestOpenCacheIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // no mode bits there
	}
	for _, name := range []string{"harmpath", "harmpath/graphviz"} {
		below := t.TempDir()
		folder := filepath.Join(below, name)
		if err := os.MkdirAll(filepath.Join(below, "harmpath", "graphviz"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		var notices []string
		layOnce(t, layout.Options{CacheDir: below, Notice: func(message string) { notices = append(notices, message) }})
		if len(notices) != 1 || !strings.Contains(notices[0], "open to other users") {
			t.Errorf("%s: notices %q", name, notices)
		}
		if code := machineCode(t, below); len(code) != 0 {
			t.Errorf("%s: machine code in an open folder: %q", name, code)
		}
	}
}

func TestLinkedCacheIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // links need a privilege there
	}
	below, elsewhere := t.TempDir(), t.TempDir()
	if err := os.Symlink(elsewhere, filepath.Join(below, "harmpath")); err != nil {
		t.Fatal(err)
	}
	var notices []string
	layOnce(t, layout.Options{CacheDir: below, Notice: func(message string) { notices = append(notices, message) }})
	if len(notices) != 1 || !strings.Contains(notices[0], "not a folder") {
		t.Errorf("notices %q", notices)
	}
}

// A cache that cannot be made, read or written is done without, and one remark says so.
func TestUselessCache(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	inTheWay := t.TempDir()
	if err := os.MkdirAll(filepath.Join(inTheWay, "harmpath"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"graphviz", "layouts"} {
		if err := os.WriteFile(filepath.Join(inTheWay, "harmpath", name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, below := range map[string]string{"a file": file, "below a file": filepath.Join(file, "cache"), "files in it": inTheWay} {
		var notices []string
		layOnce(t, layout.Options{CacheDir: below, Remember: true, Notice: func(message string) { notices = append(notices, message) }})
		if len(notices) != 1 || !strings.Contains(notices[0], "cache not used") {
			t.Errorf("%s: notices %q", name, notices)
		}
	}
}

func newEngine(t testing.TB, options layout.Options) *layout.Engine {
	t.Helper()
	engine := layout.NewEngine(options)
	t.Cleanup(func() {
		if err := engine.Close(); err != nil {
			t.Error(err)
		}
	})
	return engine
}

func layOnce(t *testing.T, options layout.Options) {
	t.Helper()
	engine := layout.NewEngine(options)
	if _, err := engine.Layout(t.Context(), layout.Request{DOT: "digraph { a -> b }"}); err != nil {
		t.Fatal(err)
	}
	if err := engine.Close(); err != nil {
		t.Fatal(err)
	}
}

// warm fills the cache, so that no limit of time is spent on that.
func warm(t *testing.T) {
	t.Helper()
	layOnce(t, layout.Options{})
}

func machineCode(t *testing.T, folder string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func contains(outer, inner layout.Box) bool {
	return outer.Min.X <= inner.Min.X && outer.Min.Y <= inner.Min.Y && outer.Max.X >= inner.Max.X && outer.Max.Y >= inner.Max.Y
}
