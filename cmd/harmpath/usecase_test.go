package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/models/modeltest"
)

// cases are the cases that the project keeps. From here on the test runs at the root of the repository.
func cases(t *testing.T) []modeltest.Case {
	t.Helper()
	t.Chdir(root)
	return modeltest.Cases(t, ".")
}

// shownWhole are the cases of which every output is made and kept to be read in a difference. Of the others, the
// documents are kept, and digests stand for the other outputs that a report makes by default.
var (
	shownWhole = []string{"gas-water-heater", "kalay-camera"}
	texts      = []string{".md", ".html", ".json", ".svg", ".dot"} // the endings of outputs that can be read in a difference
)

// TestUsecases makes the outputs of every case, in both languages, and compares them byte by byte with what is expected.
func TestUsecases(t *testing.T) {
	for _, c := range cases(t) {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			got := reported(t, c.Folder)
			want := filepath.Join(c.Folder, "want")
			if *update {
				renew(t, want, got)
			}
			compare(t, filesBelow(t, want), got)
		})
	}
}

// TestEqualBytes makes the reports of the golden case and of the second one again, with one processor and with two, in
// cache folders of their own, so that everything is laid out anew.
func TestEqualBytes(t *testing.T) {
	cases(t)
	for _, name := range shownWhole {
		for _, processors := range []int{1, 2} {
			t.Run(name+"/"+strconv.Itoa(processors), func(t *testing.T) {
				t.Setenv("GOMAXPROCS", strconv.Itoa(processors)) // of the layout helpers
				t.Setenv("XDG_CACHE_HOME", t.TempDir())
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
				folder := "testdata/usecases/" + name
				compare(t, filesBelow(t, folder+"/want"), reported(t, folder))
			})
		}
	}
}

// TestRenderEqualsReport makes the outputs from the expected result file, as somebody does who has no model.
func TestRenderEqualsReport(t *testing.T) {
	cases(t)
	for _, name := range shownWhole {
		t.Run(name, func(t *testing.T) {
			folder := "testdata/usecases/" + name + "/want"
			want := filesBelow(t, folder)
			delete(want, "index.html")
			again := t.TempDir()
			harmpath(t, process.Fine, "render", folder+"/result.json", "--as", "all", "-o", again)
			compare(t, want, condensed(filesBelow(t, again), texts))
		})
	}
}

// reported runs a report in every format and both languages, and returns its files by name.
func reported(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	command, kept := []string{"report", folder, "-o", out, "--json"}, []string{".md"}
	if slices.Contains(shownWhole, filepath.Base(folder)) {
		command, kept = append(command, "--formats", "all"), texts
	}
	printed := harmpath(t, process.Fine, command...)
	var told struct {
		Index string
		Files []string
	}
	if err := json.Unmarshal([]byte(printed), &told); err != nil {
		t.Fatalf("%v in %s", err, printed)
	}
	files := filesBelow(t, out)
	slices.Sort(told.Files)
	if there := slices.Sorted(maps.Keys(files)); !slices.Equal(told.Files, there) {
		t.Errorf("told of the files %q, and there are %q", told.Files, there)
	}
	if told.Index != filepath.ToSlash(filepath.Join(out, "index.html")) {
		t.Errorf("told of the index %s", told.Index)
	}
	return condensed(files, kept)
}

// digests is the file that stands for outputs that are not kept: a line for each, so that the repository does not grow
// by each picture. What such a file holds is tested where it is made.
const digests = "digests.sha256"

// condensed puts digests in place of the files whose names end otherwise than kept.
func condensed(files map[string][]byte, kept []string) map[string][]byte {
	var list strings.Builder
	text := map[string][]byte{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if slices.Contains(kept, path.Ext(name)) {
			text[name] = files[name]
		} else {
			fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(files[name]), name)
		}
	}
	if list.Len() > 0 {
		text[digests] = []byte(list.String())
	}
	return text
}

// namesOnly takes the digests from their list where they are those of another architecture: pictures differ there in the
// last bit of a rounding.
func namesOnly(list []byte) []byte {
	if runtime.GOARCH == "amd64" {
		return list
	}
	var names []byte
	for line := range bytes.Lines(list) {
		_, name, _ := bytes.Cut(line, []byte("  "))
		names = append(names, name...)
	}
	return names
}

// harmpath runs one command line in process and returns what it printed.
func harmpath(t *testing.T, want process.ExitCode, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(context.Background(), process.World{
		Args: args, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" },
	})
	if code != want {
		t.Fatalf("harmpath %s: exit code %d, want %d\n%s", strings.Join(args, " "), code, want, errs.String())
	}
	return out.String()
}

// filesBelow reads all files below a folder but the list that the program keeps for itself, by their names with slashes.
func filesBelow(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	if _, err := os.Stat(folder); err != nil {
		t.Fatalf("%v; make update writes it", err)
	}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == disk.ManifestName {
			return err
		}
		out[name], err = os.ReadFile(filepath.Join(folder, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// renew makes a folder hold just these files.
func renew(t *testing.T, folder string, files map[string][]byte) {
	t.Helper()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	for name, body := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, body, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// compare tells each file in which two sets differ, with the beginning of the difference.
func compare(t *testing.T, want, got map[string][]byte) {
	t.Helper()
	all := maps.Clone(want)
	maps.Copy(all, got)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		wanted, expected := want[name]
		made, there := got[name]
		if name == digests {
			wanted, made = namesOnly(wanted), namesOnly(made)
		}
		switch {
		case !there:
			t.Errorf("%s was not made", name)
		case !expected:
			t.Errorf("%s is not expected", name)
		case !bytes.Equal(wanted, made):
			t.Errorf("%s differs\n%s", name, beginning(diff.Diff("want", wanted, "got", made)))
		}
	}
}

// beginning is as much of a difference as one looks at.
func beginning(difference []byte) string {
	const most = 3000
	if len(difference) <= most {
		return string(difference)
	}
	return string(difference[:most]) + "\n…"
}
