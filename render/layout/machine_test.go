package layout

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// nested is a graph of clusters that lie in each other, some of them beside each other, with few edges: what one layout of it leaves
// behind in Graphviz's memory breaks others.
func nested(seed uint64) string {
	random := rand.New(rand.NewPCG(seed, 1))
	var dot strings.Builder
	fmt.Fprintf(&dot, "digraph { graph [rankdir=%s, splines=%s, labeljust=l]\nnode [shape=box, fixedsize=true, label=\" \"]\n",
		[]string{"TB", "LR"}[seed%2], []string{"spline", "polyline"}[seed/2%2])
	nodes, open := 0, 0
	for cluster := range 4 + random.IntN(8) {
		for open > 0 && random.IntN(4) == 0 {
			dot.WriteString("}\n")
			open--
		}
		fmt.Fprintf(&dot, "subgraph cluster_%d { margin=24; label=\"%s\"\n", cluster, strings.Repeat("x", random.IntN(30)))
		open++
		for range 1 + random.IntN(3) {
			fmt.Fprintf(&dot, "n%d [width=%.3f, height=%.3f]\n", nodes, 1+random.Float64(), 0.5+random.Float64())
			nodes++
		}
	}
	dot.WriteString(strings.Repeat("}", open) + "\n")
	for edge := range random.IntN(nodes) {
		fmt.Fprintf(&dot, "n%d -> n%d [id=%d]\n", random.IntN(nodes), random.IntN(nodes), edge)
	}
	return dot.String() + "}\n"
}

// codeFolder is where machine code is kept, so that not each test waits for it.
func codeFolder(t *testing.T) string {
	t.Helper()
	folder, err := privateFolder("", "graphviz")
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func openTestMachine(t *testing.T) *machine {
	t.Helper()
	m, remark, err := openMachine(t.Context(), orders{Folder: codeFolder(t), Memory: 256 << 20})
	if err != nil || remark != "" {
		t.Fatal(err, remark)
	}
	t.Cleanup(func() { m.runtime.Close(context.Background()) })
	return m
}

// A layout hangs on its graph alone, whatever was laid out before it.
func TestLayoutsDoNotTouchEachOther(t *testing.T) {
	m := openTestMachine(t)
	const graphs = 60
	first := map[uint64][]byte{}
	for seed := range uint64(graphs) {
		output, err := m.layOut(t.Context(), Request{DOT: nested(seed), Program: Dot})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, nested(seed))
		}
		if _, err := read(output, Request{Program: Dot}); err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, nested(seed))
		}
		first[seed] = output
	}
	for seed := uint64(graphs); seed > 0; seed-- {
		output, err := m.layOut(t.Context(), Request{DOT: nested(seed - 1), Program: Dot})
		if err != nil || !bytes.Equal(output, first[seed-1]) {
			t.Errorf("seed %d is laid out in another way after other graphs (%v)", seed-1, err)
		}
	}
}

// Clusters that lie in each other take stack: as many as no model may nest do not run over it, and what does is an error.
func TestDeepClusters(t *testing.T) {
	m := openTestMachine(t)
	deep := func(depth int) string {
		var dot strings.Builder
		dot.WriteString("digraph {")
		for i := range depth {
			fmt.Fprintf(&dot, "subgraph cluster_%d {", i)
		}
		return dot.String() + "a" + strings.Repeat("}", depth) + "}"
	}
	if _, err := m.layOut(t.Context(), Request{DOT: deep(1000), Program: Dot}); err != nil {
		t.Error(err)
	}
	if _, err := m.layOut(t.Context(), Request{DOT: deep(9000), Program: Dot}); err == nil {
		t.Error("a graph that the parser reads in part is laid out")
	}
}

// What a helper leaves in the cache that is killed while it writes there goes after an hour.
func TestSweep(t *testing.T) {
	folder := t.TempDir()
	inside := filepath.Join(folder, "wazero-x")
	if err := os.Mkdir(inside, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, age := range map[string]time.Duration{"old.1.tmp": 2 * time.Hour, "new.2.tmp": time.Minute, "code": 9 * time.Hour} {
		path := filepath.Join(inside, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Time{}, time.Now().Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	sweep(folder, time.Now().Add(-abandoned))
	left, err := filepath.Glob(filepath.Join(inside, "*"))
	if err != nil || len(left) != 2 {
		t.Errorf("files %q (%v), want the code and the new one", left, err)
	}
}
