package main

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// meeting tells code in which goroutines meet: it starts some, or guards what they share.
var meeting = regexp.MustCompile(`(?m)^\s*go [a-zA-Z_.]+\(|^\s*go func|\.Go\(func|\bsync\.|\batomic\.|errgroup\.`)

// The race detector runs over each package in which goroutines meet; the list of its script names them.
func TestRaceDetectorSeesWhereGoroutinesMeet(t *testing.T) {
	script, err := os.ReadFile("../../scripts/race.sh")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, word := range strings.Fields(string(script)) {
		if strings.HasPrefix(word, "./") {
			listed[strings.TrimPrefix(word, "./")] = true
		}
	}
	found := map[string]bool{}
	err = fs.WalkDir(os.DirFS("../.."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") {
			return err
		}
		source, err := os.ReadFile(path.Join("../..", name))
		if err == nil && name != "cmd/harmpath/race_test.go" && meeting.Match(source) {
			found[path.Dir(name)] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder := range found {
		if !listed[folder] {
			t.Errorf("goroutines meet in %s, and scripts/race.sh does not run its tests", folder)
		}
	}
	for folder := range listed {
		if !found[folder] {
			t.Errorf("scripts/race.sh runs the tests of %s, in which no goroutines meet", folder)
		}
	}
}
