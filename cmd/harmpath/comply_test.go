package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
)

// TestCompliance holds the golden case and a plant against every scheme, in both languages, and compares what is
// written byte by byte with what is expected.
func TestCompliance(t *testing.T) {
	t.Chdir(root)
	for _, name := range []string{"gas-water-heater", "plant-equipment"} {
		for _, lang := range []string{"en", "ja"} {
			t.Run(name+"/"+lang, func(t *testing.T) {
				t.Parallel()
				folder := filepath.Join("cmd", "harmpath", "testdata", "comply")
				file := name + "." + lang + ".md"
				got := harmpath(t, process.Fine, "comply", "--scheme", allSchemes, "--as", "md", "--lang", lang, filepath.Join("testdata", "usecases", name))
				if *update {
					if err := os.WriteFile(filepath.Join(folder, file), []byte(got), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(filepath.Join(folder, file))
				if err != nil {
					t.Fatal(err)
				}
				compare(t, map[string][]byte{file: want}, map[string][]byte{file: []byte(got)})
			})
		}
	}
}
