package layout

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestHelperCrashIsSurvived(t *testing.T) {
	engine := NewEngine(Options{Processes: 1})
	defer engine.Close()
	for range 2 {
		if _, err := engine.Layout(t.Context(), Request{DOT: "digraph { a -> b }"}); err != nil {
			t.Fatal(err)
		}
		if len(engine.idle) != 1 {
			t.Fatalf("%d idle helpers, want 1", len(engine.idle))
		}
		engine.idle[0].command.Process.Kill()
	}
}

func TestWarmHelperLaysOut(t *testing.T) {
	engine := NewEngine(Options{Processes: 1})
	defer engine.Close()
	engine.Warm(t.Context())
	engine.warming.Wait()
	if len(engine.idle) != 1 {
		t.Fatalf("%d idle helpers after warming, want 1", len(engine.idle))
	}
	warm := engine.idle[0]
	if _, err := engine.Layout(t.Context(), Request{DOT: "digraph { a -> b }"}); err != nil {
		t.Fatal(err)
	}
	if len(engine.idle) != 1 || engine.idle[0] != warm {
		t.Error("the layout started a helper beside the warm one")
	}
}

func TestRestEndsIdleHelpers(t *testing.T) {
	engine := NewEngine(Options{Processes: 1})
	defer engine.Close()
	for range 2 {
		if _, err := engine.Layout(t.Context(), Request{DOT: "digraph { a -> b }"}); err != nil {
			t.Fatal(err)
		}
		helper := engine.idle[0]
		engine.Rest()
		if helper.command.ProcessState == nil || len(engine.idle) != 0 {
			t.Error("the helper still runs")
		}
	}
}

// TestCloseWhileWarming ends the helper that is about to start, whether it is ready or not, and does not wait for a layout.
func TestCloseWhileWarming(t *testing.T) {
	for range 5 {
		engine := NewEngine(Options{})
		engine.Warm(t.Context())
		if err := engine.Close(); err != nil {
			t.Fatal(err)
		}
		if len(engine.idle) != 0 {
			t.Errorf("%d helpers are left", len(engine.idle))
		}
		if _, err := engine.Layout(t.Context(), Request{DOT: "digraph { a -> b }"}); !errors.Is(err, ErrClosed) {
			t.Errorf("layout after Close: %v", err)
		}
	}
}

func TestProgramThatIsNoHelper(t *testing.T) {
	program, err := exec.LookPath("echo")
	if err != nil {
		program, err = exec.LookPath("cmd.exe")
	}
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = startProcess(t.Context(), program, orders{Folder: t.TempDir(), Memory: 1 << 30, Limit: time.Minute})
	if !errors.Is(err, errDied) {
		t.Errorf("error %v, want %v", err, errDied)
	}
}

// otherOwner is a folder as another user would own it.
type otherOwner struct{ fs.FileInfo }

func (o otherOwner) Sys() any { return foreign(o.FileInfo.Sys()) }

func TestForeignFolderIsRefused(t *testing.T) {
	if !ownersChecked {
		return // this system's owners are not checked
	}
	folder := filepath.Join(t.TempDir(), "own")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := checkOwner(folder, info); err != nil {
		t.Errorf("own folder: %v", err)
	}
	if err := checkOwner(folder, otherOwner{info}); err == nil || !strings.Contains(err.Error(), "another user") {
		t.Errorf("foreign folder: %v", err)
	}
}

// TestForgetfulProgram runs a program whose main does not call ServeIfHelper: it must get an error, not start itself for ever.
func TestForgetfulProgram(t *testing.T) {
	program := filepath.Join(t.TempDir(), "forgetful.exe")
	if output, err := exec.Command("go", "build", "-o", program, "./testdata/forgetful").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	output, err := exec.Command(program).CombinedOutput()
	if err == nil || !strings.Contains(string(output), "call layout.ServeIfHelper") {
		t.Errorf("%v\n%s", err, output)
	}
}
