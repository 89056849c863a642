package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/resultfile"
)

func TestFileSetPublishesAllTogether(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "b")
	set, err := new(Disk).OpenFileSet(folder, "")
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string) {
		t.Helper()
		if err := set.Write(name, []byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	write("index.html")
	write("diagrams/dataflow.ja.svg")
	if got := shownFiles(t, folder); len(got) > 0 {
		t.Fatalf("before publish there is %v", got)
	}
	if err := errors.Join(set.Publish(), set.Close()); err != nil {
		t.Fatal(err)
	}
	if got, want := everything(t, folder), []string{"diagrams/dataflow.ja.svg", "index.html"}; !slices.Equal(got, want) {
		t.Errorf("published %v, want %v", got, want)
	}
}

func TestFileSetLeavesNothingBehind(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "mine"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	set, err := new(Disk).OpenFileSet(filepath.Join(root, "a", "b"), "")
	if err != nil {
		t.Fatal(err)
	}
	if err := set.Write("result.json", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	if err := set.Close(); err != nil {
		t.Fatal(err)
	}
	if got := everything(t, root); !slices.Equal(got, []string{"mine"}) {
		t.Errorf("left behind: %v", got)
	}
	if _, err := os.Stat(filepath.Join(root, "a")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder made for the files is still there: %v", err)
	}
}

func TestFileSetReplacesAndKeeps(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"result.json", "notes.txt"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("old"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	set, err := new(Disk).OpenFileSet(folder, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(set.Write("result.json", []byte("new")), set.Publish(), set.Close()); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"result.json": "new", "notes.txt": "old"} {
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || string(got) != want {
			t.Errorf("%s is %q, %v; want %q", name, got, err, want)
		}
	}
}

func TestFileSetRefusesAPlaceOutside(t *testing.T) {
	set, err := new(Disk).OpenFileSet(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer set.Close()
	defer func() {
		if recover() == nil {
			t.Error("a file outside its folder was accepted")
		}
	}()
	_ = set.Write("../evil", nil)
}

func TestWriteFile(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "result.json")
	var out bytes.Buffer
	p := NewDisk(&out, nil, resultfile.LargestOf)
	for _, body := range []string{"first", "second"} {
		if err := p.WriteFile(name, []byte(body)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != body {
			t.Fatalf("read %q, %v; want %q", got, err, body)
		}
	}
	if err := p.WriteFile("-", []byte("to standard output")); err != nil || out.String() != "to standard output" {
		t.Errorf("standard output got %q, %v", out.String(), err)
	}
	if err := p.WriteFile(folder, []byte("x")); err == nil {
		t.Error("a folder was overwritten")
	}
	if err := p.WriteFile(filepath.Join(folder, "no", "such", "folder"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want that the folder does not exist", err)
	}
	if err := p.WriteFile(os.DevNull, []byte("gone")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s was replaced: %v %v", os.DevNull, info, err)
	}
	if got := everything(t, folder); !slices.Equal(got, []string{"result.json"}) {
		t.Errorf("left behind: %v", got)
	}
}

// everything lists all files below a folder.
func everything(t *testing.T, folder string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(folder, func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, file)
		out = append(out, filepath.ToSlash(name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// shownFiles lists the files of a folder that a listing shows.
func shownFiles(t *testing.T, folder string) []string {
	t.Helper()
	return slices.DeleteFunc(everything(t, folder), func(name string) bool { return name[0] == '.' })
}

// A folder in the place of a file stops the whole set before anything of it is there.
func TestFileSetStopsAtObstacles(t *testing.T) {
	folder := t.TempDir()
	for _, obstacle := range []string{"b.md", "d.md"} {
		if err := os.Mkdir(filepath.Join(folder, obstacle), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "a.md"), []byte("before"), 0o666); err != nil {
		t.Fatal(err)
	}
	set, err := new(Disk).OpenFileSet(folder, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.md", "b.md", "c.md", "d.md"} {
		if err := set.Write(name, []byte("after")); err != nil {
			t.Fatal(err)
		}
	}
	err = set.Publish()
	if err == nil || !strings.Contains(err.Error(), "b.md is a folder") || !strings.Contains(err.Error(), "d.md is a folder") {
		t.Errorf("publish says %v", err)
	}
	if err := set.Close(); err != nil {
		t.Fatal(err)
	}
	if body, err := os.ReadFile(filepath.Join(folder, "a.md")); err != nil || string(body) != "before" {
		t.Errorf("a.md holds %q, %v", body, err)
	}
	if _, err := os.Stat(filepath.Join(folder, "c.md")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("c.md was published: %v", err)
	}
}

// What cannot be placed takes back what was placed before it.
func TestFileSetTakesBack(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.md"), []byte("before"), 0o666); err != nil {
		t.Fatal(err)
	}
	set, err := new(Disk).OpenFileSet(folder, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		if err := set.Write(name, []byte("after")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(set.Aside, "c.md")); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(set.Publish(), set.Close()); err == nil {
		t.Error("publish did not notice that a file is gone")
	}
	if body, err := os.ReadFile(filepath.Join(folder, "a.md")); err != nil || string(body) != "before" {
		t.Errorf("a.md holds %q, %v", body, err)
	}
	if got := everything(t, folder); !slices.Equal(got, []string{"a.md"}) {
		t.Errorf("there is %v", got)
	}
}

// What a command wrote before and does not write any more goes; what another command or somebody else put there stays.
func TestFileSetRemovesWhatIsStale(t *testing.T) {
	folder := t.TempDir()
	write := func(command string, spoil bool, names ...string) error {
		t.Helper()
		set, err := new(Disk).OpenFileSet(folder, command)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if err := set.Write(name, []byte(command)); err != nil {
				t.Fatal(err)
			}
		}
		if spoil {
			if err := os.Remove(filepath.Join(set.Aside, filepath.FromSlash(names[len(names)-1]))); err != nil {
				t.Fatal(err)
			}
		}
		return errors.Join(set.Publish(), set.Close())
	}
	there := func(want ...string) {
		t.Helper()
		twins := func(name string) bool { return strings.HasPrefix(name, "e/") } // one file where letters of both cases are the same
		if got := slices.DeleteFunc(shownFiles(t, folder), twins); !slices.Equal(got, want) {
			t.Errorf("there is %v, want %v", got, want)
		}
		if left, err := filepath.Glob(filepath.Join(folder, ".harmpath-*")); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}
	wellDone := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "mine"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	wellDone(write("report", false, "a.md", "d/b.svg", "e/Case.svg", "shared"))
	wellDone(write("render", false, "r.pdf", "shared"))
	there("a.md", "d/b.svg", "mine", "r.pdf", "shared")
	if err := write("report", true, "c.md", "z.md"); err == nil {
		t.Error("nothing failed")
	}
	there("a.md", "d/b.svg", "mine", "r.pdf", "shared")
	wellDone(write("report", false, "c.md", "e/case.svg"))
	there("c.md", "mine", "r.pdf", "shared")
	if _, err := os.Stat(filepath.Join(folder, "e", "case.svg")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "d")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an empty folder stays: %v", err)
	}
	wellDone(write("", false, "n.yaml"))
	if err := os.WriteFile(filepath.Join(folder, ManifestName), []byte("{"), 0o666); err != nil {
		t.Fatal(err)
	}
	wellDone(write("report", false, "c.md"))
	there("c.md", "mine", "n.yaml", "r.pdf", "shared")
}
