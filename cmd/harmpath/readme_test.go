package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
)

// The README shows what the program really prints, and the picture that it really draws.
func TestReadme(t *testing.T) {
	readme, err := filepath.Abs(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?s)```console\n(.*?)```").FindSubmatch(text)
	if shown == nil {
		t.Fatal("the README shows no session")
	}
	got := session(t, string(shown[1]))
	switch {
	case got == string(shown[1]):
	case *update:
		renewed := bytes.Replace(text, shown[1], []byte(got), 1)
		if err := os.WriteFile(readme, renewed, 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the session in the README is not what happens; make update renews it\n%s", got)
	}
}

// session runs the commands of a session in an empty folder beside the use cases and returns it with what they print.
func session(t *testing.T, shown string) string {
	t.Helper()
	testdata, err := filepath.Abs(filepath.Join(root, "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.Symlink(testdata, filepath.Join(folder, "testdata")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	var out bytes.Buffer
	for line := range strings.Lines(shown) {
		command, typed := strings.CutPrefix(line, "$ harmpath ")
		if !typed {
			continue
		}
		out.WriteString(line)
		command, head, _ := strings.Cut(strings.TrimSpace(command), " | head -")
		var printed bytes.Buffer
		code := run(context.Background(), process.World{
			Args: strings.Fields(command), Stdin: strings.NewReader(""), Stdout: &printed, Stderr: &printed,
			Getenv: func(string) string { return "" },
		})
		out.WriteString(beginningOf(printed.String(), head))
		if code != process.Fine {
			t.Errorf("%s ends with %d", strings.TrimSpace(line), code)
		}
		out.WriteString("\n")
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// beginningOf returns as many lines as head -N does; all of them where there is no N.
func beginningOf(text, n string) string {
	count, err := strconv.Atoi(n)
	if err != nil {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	return strings.Join(lines[:min(count, len(lines))], "")
}

func TestReadmePicture(t *testing.T) {
	const name = "attack-scald"
	shown, err := os.ReadFile(filepath.Join(root, "docs", name+".svg"))
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := os.ReadFile(filepath.Join(root, "testdata", "usecases", "gas-water-heater", "want", "diagrams", name+".en.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(shown, drawn) {
		t.Error("the picture in the README is not the one that is drawn; make picture renews it")
	}
}
