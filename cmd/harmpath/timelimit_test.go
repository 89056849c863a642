package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/models/modeltest"
)

// TestTimeLimitOfAnyCommand: a command that takes the flag comes back soon after its time, says so or tells what it knows, and writes
// nothing after that.
func TestTimeLimitOfAnyCommand(t *testing.T) {
	body, err := json.Marshal(modeltest.WithComponents(3000).System())
	if err != nil {
		t.Fatal(err)
	}
	model := filepath.Join(t.TempDir(), "city.json")
	if err := os.WriteFile(model, body, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, line := range [][]string{
		{"analyze", model}, {"report", model, "-o", filepath.Join(t.TempDir(), "out")}, {"measures", model}, {"check", model}, {"sbom", model},
		{"whatif", model, "--set", "dataflow:ask-0.closed=true"}, {"diff", model, model}, {"paths", model, "--to", string(modeltest.Poisoning(0))}, {"comply", model, "--scheme", "all"},
	} {
		t.Run(line[0], func(t *testing.T) {
			var out, errs bytes.Buffer
			begun := time.Now()
			code := run(context.Background(), process.World{
				Args: append(line, "--time-limit", "1ms"), Stdout: &out, Stderr: &errs, Stdin: bytes.NewReader(nil), Getenv: func(string) string { return "" },
			})
			if took := time.Since(begun); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
			if inTime := line[0] == "check" || line[0] == "sbom"; inTime && code == process.Fine {
				return // reading alone came to its end
			}
			if code != process.Failed || !bytes.Contains(errs.Bytes(), []byte("1ms")) || out.Len() > 0 {
				t.Errorf("exit code %d: %q, %q", code, &errs, &out)
			}
		})
	}
}

// TestNothingIsWrittenAfterTheEnd: who no longer waits and who begins to write decide it once.
func TestNothingIsWrittenAfterTheEnd(t *testing.T) {
	var first, second disk.Delivery
	if !first.End() || !errors.Is(first.Begin(), context.DeadlineExceeded) || !first.Ended() {
		t.Error("something is written although nobody waits")
	}
	if second.Begin() != nil || second.End() || second.Ended() {
		t.Error("what is being written is not waited for")
	}
}
