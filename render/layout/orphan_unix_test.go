//go:build unix

package layout

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// parentVariable makes this test program, started once more, the parent of a helper that never comes back.
const parentVariable = "HARMPATH_LAYOUT_TEST_PARENT"

// endless is a graph that Graphviz needs hours for.
func endless() string {
	var dot strings.Builder
	dot.WriteString("digraph {\n")
	for i := range 3000 {
		for _, step := range []int{7, 13, 29, 31} {
			dot.WriteString("n" + strconv.Itoa(i) + " -> n" + strconv.Itoa((i*step+step)%3000) + "\n")
		}
	}
	return dot.String() + "}\n"
}

// TestParentOfOrphan is the parent: it tells the helper's process and waits for its end. In the usual run it does nothing.
func TestParentOfOrphan(t *testing.T) {
	if os.Getenv(parentVariable) == "" {
		return
	}
	engine := NewEngine(Options{Processes: 1})
	engine.Warm(t.Context())
	engine.warming.Wait()
	helper := engine.idle[0]
	go engine.Layout(t.Context(), Request{DOT: endless()})
	time.Sleep(time.Second)
	os.Stdout.WriteString("helper " + strconv.Itoa(helper.command.Process.Pid) + "\n")
	select {}
}

// A helper ends with its parent, even one that is killed while Graphviz runs and that has one processor.
func TestHelperEndsWithItsParent(t *testing.T) {
	for name, environment := range map[string]string{"all processors": "GOMAXPROCS=", "one processor": "GOMAXPROCS=1"} {
		t.Run(name, func(t *testing.T) {
			parent := exec.Command(os.Args[0], "-test.run=^TestParentOfOrphan$")
			parent.Env = append(os.Environ(), parentVariable+"=1", environment)
			out, err := parent.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := parent.Start(); err != nil {
				t.Fatal(err)
			}
			told := make([]byte, 100)
			n, _ := out.Read(told)
			parent.Process.Kill()
			parent.Wait()
			pid, err := strconv.Atoi(strings.TrimPrefix(strings.TrimSpace(string(told[:n])), "helper "))
			if err != nil {
				t.Fatalf("the parent says %q", told[:n])
			}
			for deadline := time.Now().Add(20 * time.Second); !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH); time.Sleep(50 * time.Millisecond) {
				if time.Now().After(deadline) {
					syscall.Kill(pid, syscall.SIGKILL)
					t.Fatal("the helper runs without its parent")
				}
			}
		})
	}
}

// The same without what Linux does for it: the end of its input is enough.
func TestHelperEndsWithItsInput(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	helper, _, err := startProcess(t.Context(), program, orders{Folder: codeFolder(t), Memory: 1 << 30, Limit: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { helper.exchange(t.Context(), Request{DOT: endless(), Program: Dot}); close(ended) }() // until the helper ends
	time.Sleep(time.Second)
	helper.in.Close()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		helper.command.Process.Kill()
		t.Error("the helper runs without input")
	}
}

func TestWatchdog(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	helper, _, err := startProcess(t.Context(), program, orders{Folder: codeFolder(t), Memory: 1 << 30, Limit: 500 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := helper.exchange(t.Context(), Request{DOT: endless(), Program: Dot}); !errors.Is(err, errDied) {
		t.Errorf("error %v, want %v", err, errDied)
	}
}
