package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"golang.org/x/sys/unix"
)

// pseudoTerminal opens a pseudo-terminal and returns its two ends: what a program writes to the second is read from the
// first.
func pseudoTerminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { master.Close() })
	raw, err := master.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	number := 0
	var failed error
	err = raw.Control(func(fd uintptr) {
		if failed = unix.IoctlSetPointerInt(int(fd), unix.TIOCSPTLCK, 0); failed == nil {
			number, failed = unix.IoctlGetInt(int(fd), unix.TIOCGPTN)
		}
	})
	if err != nil || failed != nil {
		t.Fatal(err, failed)
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { slave.Close() })
	return master, slave
}

// onTerminal runs a command line whose output and errors go to a terminal, and returns what came there.
func onTerminal(t *testing.T, environment map[string]string, args ...string) string {
	t.Helper()
	master, slave := pseudoTerminal(t)
	seen := make(chan string)
	const end = "\x00end"
	go func() {
		var all bytes.Buffer
		chunk := make([]byte, 4096)
		for !strings.HasSuffix(all.String(), end) {
			n, err := master.Read(chunk)
			if err != nil {
				break
			}
			all.Write(chunk[:n])
		}
		seen <- strings.TrimSuffix(all.String(), end)
	}()
	code := run(context.Background(), process.World{
		Args: args, Stdin: strings.NewReader(""), Stdout: slave, Stderr: slave,
		Getenv: func(name string) string { return environment[name] },
	})
	if _, err := slave.WriteString(end); err != nil {
		t.Fatal(err)
	}
	out := <-seen
	if code != process.Fine {
		t.Fatalf("exit code %d: %s", code, out)
	}
	return out
}

func TestColourAndProgressOnATerminal(t *testing.T) {
	camera := filepath.Join(root, "testdata", "usecases", "kalay-camera")
	const escape = "\x1b["
	report := func() []string { return []string{"report", camera, "-o", t.TempDir(), "--formats", "json"} }
	for _, test := range []struct {
		name        string
		environment map[string]string
		args        []string
		colour      bool
		progress    bool
	}{
		{"summary", nil, []string{"analyze", camera, "--quiet=false"}, true, true},
		{"summary without colour", nil, []string{"analyze", camera, "--no-color"}, false, true},
		{"NO_COLOR", map[string]string{"NO_COLOR": "1"}, []string{"list", "rules"}, false, false},
		{"dumb", map[string]string{"TERM": "dumb"}, []string{"list", "rules"}, false, false},
		{"list", map[string]string{"TERM": "xterm"}, []string{"list", "rules"}, true, false},
		{"report", nil, report(), false, true},
		{"quiet report", nil, append(report(), "-q"), false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := onTerminal(t, test.environment, test.args...)
			if got := strings.Contains(out, escape+"1m") || strings.Contains(out, escape+"3"); got != test.colour {
				t.Errorf("colour: %t, want %t in %q", got, test.colour, out)
			}
			if got := strings.Contains(out, "%"); got != test.progress {
				t.Errorf("progress: %t, want %t in %q", got, test.progress, out)
			}
		})
	}
}

// What goes to a file holds neither colour nor progress.
func TestPlainToAFile(t *testing.T) {
	out := harmpath(t, process.Fine, "analyze", filepath.Join(root, "testdata", "usecases", "kalay-camera"))
	if strings.ContainsAny(out, "\x1b\r%") {
		t.Errorf("not plain: %q", out)
	}
}

// A terminal gets the program's own colours and progress, and nothing that a name holds.
func TestNothingHostileOnATerminal(t *testing.T) {
	before, after := hostileModels(t)
	for _, args := range [][]string{
		{"analyze", before}, {"diff", before, after}, {"measures", before}, {"list", "rules"}, {"analyze", before, "--json"}, {"analyze", before, "-o", "-"},
	} {
		out := onTerminal(t, nil, args...)
		for _, wrong := range []string{"\x1b]", "\x1b[1mHarmless", "\u009b", "\u202e", "\u2066", "\u200f", "\a", "\x7f"} {
			if strings.Contains(out, wrong) {
				t.Errorf("harmpath %q sends %q", args, wrong)
			}
		}
	}
}
