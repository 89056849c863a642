package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
)

// TestOlderResults: a result that was written before the pictures of attack graphs stood in it gives the same pictures.
func TestOlderResults(t *testing.T) {
	cases(t)
	folder := t.TempDir()
	file, older := filepath.Join(folder, "result.json"), filepath.Join(folder, "older.json")
	harmpath(t, process.Fine, "analyze", "testdata/usecases/kalay-camera", "-o", file)
	var result map[string]any
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &result); err != nil {
		t.Fatal(err)
	}
	taken := 0
	for _, g := range result["graphs"].([]any) {
		if _, there := g.(map[string]any)["portrayal"]; there {
			taken++
		}
		delete(g.(map[string]any), "portrayal")
	}
	var bare bytes.Buffer
	if err := json.NewEncoder(&bare).Encode(result); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(older, bare.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	if taken == 0 {
		t.Fatal("no attack graph was portrayed")
	}
	want, got := filepath.Join(folder, "want"), filepath.Join(folder, "got")
	harmpath(t, process.Fine, "render", file, "--as", "svg", "-o", want)
	harmpath(t, process.Fine, "render", older, "--as", "svg", "-o", got)
	pictures := filesBelow(t, want)
	if len(pictures) == 0 {
		t.Fatal("no picture was made")
	}
	compare(t, pictures, filesBelow(t, got))
}
