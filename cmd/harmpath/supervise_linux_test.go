package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
)

// With too little memory the program ends with a sentence and a code of its own, and with enough as ever.
func TestTooLittleMemory(t *testing.T) {
	t.Chdir(t.TempDir())
	large := map[string]any{"harmpath": "1", "id": "large", "title": "large", "site": "consumer", "trust_zones": []any{map[string]string{"id": "z", "name": "z"}}}
	var components []any
	for i := range 150_000 {
		components = append(components, map[string]string{"id": fmt.Sprint("c", i), "name": fmt.Sprint("c", i), "kind": "camera", "zone": "z"})
	}
	large["components"] = components
	body, err := json.Marshal(large)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("large.json", body, 0o666); err != nil {
		t.Fatal(err)
	}
	limited := func(kilobytes int, line string) (int, string, string) {
		var out, errs bytes.Buffer
		cmd := exec.Command("sh", "-c", fmt.Sprintf("ulimit -v %d; exec harmpath %s", kilobytes, line))
		cmd.Stdout, cmd.Stderr = &out, &errs
		_ = cmd.Run() // its code tells
		return cmd.ProcessState.ExitCode(), out.String(), errs.String()
	}
	code, _, errs := limited(2_000_000, "analyze --quiet large.json")
	if code != int(process.Defect) || strings.Count(errs, "\n") != 1 || !strings.HasPrefix(errs, "harmpath: the memory does not suffice") || strings.Contains(errs, "goroutine") {
		t.Errorf("exit code %d, standard error %q", code, errs)
	}
	for line, want := range map[string]int{"version": 0, "check nowhere": 2, "version | head -n 1": 0} {
		code, out, errs := limited(8_000_000, line)
		if code != want || (want == 0) != strings.HasPrefix(out, "harmpath "+version) || (want == 2) != strings.HasPrefix(errs, "harmpath check: there is no file") {
			t.Errorf("harmpath %s: exit code %d, %q, %q", line, code, out, errs)
		}
	}
}
