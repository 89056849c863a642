package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// noticesFile holds the licences of all that is linked into the program, beside its own in LICENSE.
const noticesFile = "THIRD_PARTY_NOTICES"

// TestThirdPartyNotices makes the notices anew from the module graph and compares them with those that are kept: of every
// module that the program is linked with on any system, of Go itself, of what the Graphviz module holds in
// WebAssembly, and of the typeface. A module without a licence file fails.
func TestThirdPartyNotices(t *testing.T) {
	made := notices(t)
	file := filepath.Join(root, noticesFile)
	if *update {
		if err := os.WriteFile(file, made, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(kept, made) {
		t.Errorf("%s is not what the module graph makes; make update renews it (%v)", noticesFile, err)
	}
}

// notices writes the whole file.
func notices(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("The program harmpath (LICENSE) is linked with the following works of others.\n")
	add := func(title string, files ...string) {
		fmt.Fprintf(&b, "\n%s\n%s\n", strings.Repeat("=", 100), title)
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "\n%s\n", strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
		}
	}
	goroot := strings.TrimSpace(goTool(t, nil, "env", "GOROOT"))
	add("Go, its runtime and its standard library", filepath.Join(goroot, "LICENSE"), filepath.Join(goroot, "PATENTS"))
	for _, m := range linkedModules(t) {
		found := licences(t, m)
		if len(found) == 0 {
			t.Errorf("%s has no licence file", m.title)
		}
		add(m.title, found...)
		if strings.HasPrefix(m.title, "github.com/goccy/go-graphviz ") {
			for _, one := range compiledIn(t, m.folder) {
				add(one.title+", in WebAssembly within github.com/goccy/go-graphviz", one.folder)
			}
		}
	}
	add("The typeface Noto Sans JP, in parts", filepath.Join(root, "render", "typeface", "OFL.txt"))
	return b.Bytes()
}

// linked is a work that the program is linked with.
type linked struct {
	title    string   // with its version
	folder   string   // of a module, its root; else the file of its licence
	packages []string // folders of its packages in use
}

// linkedModules are the modules of all packages that the program is made of on any system, sorted by their names.
func linkedModules(t *testing.T) []linked {
	t.Helper()
	found := map[string]*linked{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		told := goTool(t, []string{"CGO_ENABLED=0", "GOOS=" + system}, "list", "-deps",
			"-f", `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{"\t"}}{{.Dir}}{{"\t"}}{{$.Dir}}{{end}}{{end}}`, "./cmd/harmpath")
		for line := range strings.Lines(told) {
			parts := strings.Split(strings.TrimSpace(line), "\t")
			if len(parts) != 3 {
				continue
			}
			if found[parts[0]] == nil {
				found[parts[0]] = &linked{title: parts[0], folder: parts[1]}
			}
			found[parts[0]].packages = append(found[parts[0]].packages, parts[2])
		}
	}
	var out []linked
	for _, m := range found {
		out = append(out, *m)
	}
	slices.SortFunc(out, func(a, b linked) int { return strings.Compare(a.title, b.title) })
	return out
}

// licences are the files with the licences of a module and of its packages in use.
func licences(t *testing.T, m linked) []string {
	t.Helper()
	name := regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|notice|patents)s?([.-].*)?$`)
	var out []string
	look := func(folder string) {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			file := filepath.Join(folder, e.Name())
			switch {
			case filepath.Ext(file) == ".go":
			case e.IsDir() && strings.EqualFold(e.Name(), "licenses"):
				inside, err := filepath.Glob(filepath.Join(file, "*"))
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, inside...)
			case !e.IsDir() && name.MatchString(e.Name()):
				out = append(out, file)
			}
		}
	}
	for _, folder := range append(m.packages, m.folder) {
		for ; strings.HasPrefix(folder, m.folder); folder = filepath.Dir(folder) {
			look(folder)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// compiledIn are the works within the WebAssembly of the Graphviz module, with the versions that its recipe names. Their
// licences are not in the module; scripts/notices holds them.
func compiledIn(t *testing.T, module string) []linked {
	t.Helper()
	recipe, err := os.ReadFile(filepath.Join(module, "internal", "wasm", "build", "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	graphviz, err := os.ReadFile(filepath.Join(module, "graphviz.version"))
	if err != nil {
		t.Fatal(err)
	}
	version := func(pattern string) string {
		found := regexp.MustCompile(pattern).FindSubmatch(recipe)
		if found == nil {
			t.Fatalf("the recipe of Graphviz's WebAssembly names no %s any more: look what is compiled into it", pattern)
		}
		return string(found[1])
	}
	works := regexp.MustCompile(`(?m)^RUN wget .*/([a-z]+)-\S+\.tar\.gz$`).FindAllSubmatch(recipe, -1)
	if len(works) != 3 { // binaryen, a tool; expat; graphviz
		t.Errorf("the recipe of Graphviz's WebAssembly fetches %q: look what is compiled into it", works)
	}
	kept := func(name string) string { return filepath.Join(root, "scripts", "notices", name) }
	return []linked{
		{title: "Graphviz " + strings.TrimSpace(string(graphviz)), folder: kept("graphviz.txt")},
		{title: "Expat " + version(`/expat-([0-9.]+)\.tar\.gz`), folder: kept("expat.txt")},
		{title: "wasi-libc of " + version(`:(wasi-sdk-[0-9]+)`), folder: kept("wasi-libc.txt")},
	}
}

// goTool runs the go command at the root of the repository.
func goTool(t *testing.T, environment []string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = root, append(os.Environ(), environment...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v", strings.Join(args, " "), err)
	}
	return string(out)
}
