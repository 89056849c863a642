package rendertest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// Update makes tests write what they got where they would compare it.
var Update = flag.Bool("update", false, "write expected outputs anew instead of comparing with them")

// Golden compares a file with its golden in testdata, and says where they first differ.
func Golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", filepath.Base(name))
	if *Update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range max(len(gotLines), len(wantLines)) {
		switch {
		case i >= len(gotLines):
			t.Fatalf("%s: ends before line %d: %s (renew with -update)", name, i+1, wantLines[i])
		case i >= len(wantLines):
			t.Fatalf("%s: line %d is too much: %s (renew with -update)", name, i+1, gotLines[i])
		case !bytes.Equal(gotLines[i], wantLines[i]):
			t.Fatalf("%s: line %d (renew with -update)\n got: %s\nwant: %s", name, i+1, gotLines[i], wantLines[i])
		}
	}
}
