package layout_test

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/goccy/go-graphviz"

	"github.com/harmpath/harmpath/render/layout/standin"
)

// TestStartIsBare starts this program with an empty temporary directory of its own and looks at what its start leaves there: go-graphviz
// as it comes would leave a folder of machine code.
func TestStartIsBare(t *testing.T) {
	temporary := t.TempDir()
	command := exec.Command(os.Args[0], "-test.run=^TestStandInIsInForce$", "-test.v")
	command.Env = append(os.Environ(), "TMPDIR="+temporary, "TMP="+temporary, "TEMP="+temporary)
	output, err := command.CombinedOutput()
	if err != nil || !strings.Contains(string(output), "--- PASS: TestStandInIsInForce") {
		t.Fatalf("%v\n%s", err, output)
	}
	left, err := os.ReadDir(temporary)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) != 0 {
		t.Errorf("starting the program left %v in the temporary directory", left)
	}
}

func TestStandInIsInForce(t *testing.T) {
	if len(standin.Graphviz()) == 0 {
		t.Fatal("this process compiled Graphviz when it started")
	}
	if strings.HasPrefix(os.TempDir(), os.Args[0]) {
		t.Errorf("the temporary directory is still %s", os.TempDir())
	}
	if rendered := renderHere(); rendered != "" {
		t.Errorf("Graphviz runs in this process: %s", rendered)
	}
}

// renderHere lays out without a helper; the stand-in makes that fail, by an error or a panic.
func renderHere() (rendered string) {
	defer func() {
		if recover() != nil {
			rendered = ""
		}
	}()
	ctx := context.Background()
	graphs, err := graphviz.New(ctx)
	if err != nil {
		return ""
	}
	graph, err := graphviz.ParseBytes([]byte("digraph { a -> b }"))
	if err != nil {
		return ""
	}
	var out strings.Builder
	if err := graphs.Render(ctx, graph, "json0", &out); err != nil {
		return ""
	}
	return out.String()
}

// TestOrderOfInitialisation keeps the condition that package standin's comment explains.
func TestOrderOfInitialisation(t *testing.T) {
	imports := func(path string) []string {
		output, err := exec.Command("go", "list", "-deps", path).Output()
		if err != nil {
			t.Fatalf("go list %s: %v", path, err)
		}
		return strings.Fields(string(output))
	}
	const ours, wazero = "github.com/harmpath/harmpath/render/layout/standin", "github.com/tetratelabs/wazero"
	before := map[string]bool{}
	for _, path := range imports(wazero) {
		before[path] = true
	}
	for _, path := range imports(ours) {
		if path != ours && !before[path] {
			t.Errorf("standin imports %s, which wazero does not: it might be initialised too late", path)
		}
	}
	if ours >= wazero {
		t.Errorf("%s must come before %s", ours, wazero)
	}
}
