//go:build unix

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Nobody reads on: the program ends without a word.
func TestClosedPipe(t *testing.T) {
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	cmd := exec.Command("harmpath", "list", "rules", "--json")
	cmd.Stdout, cmd.Stderr = writer, &errs
	if err := cmd.Run(); err == nil {
		t.Error("the output was lost, and the exit code is 0")
	}
	if errs.Len() > 0 {
		t.Errorf("standard error: %s", errs.String())
	}
}

// Where the system tells of a closed pipe by an error instead of a signal, it is the same.
func TestClosedPipeInProcess(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), world{
		args: []string{"list", "rules"}, stdin: strings.NewReader(""), stdout: broken{}, stderr: &errs,
		getenv: func(string) string { return "" },
	})
	if code != failed || errs.Len() > 0 {
		t.Errorf("exit code %d, standard error %q", code, errs.String())
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, syscall.EPIPE }

// Ctrl-C ends the program with a word and exit code 1, also while it waits for input.
func TestInterrupt(t *testing.T) {
	for _, args := range [][]string{{"render", "-", "--as", "json"}, {"solve", "-"}} {
		t.Run(args[0], func(t *testing.T) {
			for wait := 100 * time.Millisecond; ; wait *= 2 {
				code, errs := interrupted(t, wait, args)
				if code == -1 && wait < 10*time.Second { // it had not yet come to listen to signals
					continue
				}
				if code != int(failed) || errs != "harmpath: interrupted\n" {
					t.Errorf("exit code %d, standard error %q", code, errs)
				}
				return
			}
		})
	}
}

// interrupted starts the program, sends it an interrupt after some time and returns how it ended.
func interrupted(t *testing.T, wait time.Duration, args []string) (int, string) {
	t.Helper()
	cmd := exec.Command("harmpath", args...)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(wait)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // its code tells
	return cmd.ProcessState.ExitCode(), errs.String()
}

// A report that is interrupted leaves nothing behind.
func TestInterruptedReport(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := filepath.Join(t.TempDir(), "out")
	var errs bytes.Buffer
	code := run(ctx, world{
		args:  []string{"report", filepath.Join(root, "testdata", "usecases", "kalay-camera"), "-o", out},
		stdin: strings.NewReader(""), stdout: io.Discard, stderr: &errs, getenv: func(string) string { return "" },
	})
	if code != failed || errs.String() != "harmpath: interrupted\n" {
		t.Errorf("exit code %d, standard error %q", code, errs.String())
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("the folder was made: %v", err)
	}
}
