package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/models/modeltest"
)

// openedWhole are the cases whose documents LibreOffice opens: the golden one and two others.
var openedWhole = []string{"gas-water-heater", "kalay-camera", "window-shutters"}

// officePatience is how long LibreOffice may take for all documents.
const officePatience = 8 * time.Minute

// TestOffice lets LibreOffice open the Word, Excel and PowerPoint files of three cases in both languages and reads what it
// shows: everything that the plain document has as a heading, the name of the case, and no formula or reference gone wrong.
// (`make office` makes pictures of the pages, to be looked at.)
func TestOffice(t *testing.T) {
	t.Parallel()
	in, out := t.TempDir(), t.TempDir()
	var files []string
	for _, name := range openedWhole {
		folder := filepath.Join(in, name)
		harmpath(t, process.Fine, "report", modeltest.Find(t, root, name).Folder, "-o", folder, "--formats", "docx,xlsx,pptx,md")
		for kind, text := range filesBelow(t, folder) {
			if ext := filepath.Ext(kind); ext == ".docx" || ext == ".xlsx" || ext == ".pptx" {
				// LibreOffice names what it makes after the file alone.
				file := filepath.Join(in, name+"."+strings.TrimPrefix(ext, ".")+"."+langOf(kind)+ext)
				if err := os.WriteFile(file, text, 0o600); err != nil {
					t.Fatal(err)
				}
				files = append(files, file)
			}
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), officePatience)
	defer cancel()
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir())
	if told, err := exec.CommandContext(ctx, "soffice", append([]string{profile, "--headless", "--convert-to", "pdf", "--outdir", out}, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, told)
	}
	for _, file := range files {
		checkOpened(t, in, out, filepath.Base(file))
	}
}

// langOf is the language in a file's name.
func langOf(name string) string { return strings.Split(filepath.Base(name), ".")[1] }

// checkOpened reads the pages that LibreOffice made of a file named by its case, its kind and its language.
func checkOpened(t *testing.T, in, out, file string) {
	t.Helper()
	words := strings.Split(file, ".")
	name, kind, lang := words[0], words[1], words[2]
	pages, err := exec.CommandContext(t.Context(), "pdftotext", filepath.Join(out, strings.TrimSuffix(file, filepath.Ext(file))+".pdf"), "-").Output()
	if err != nil {
		t.Errorf("%s: LibreOffice made no pages of it: %v", file, err)
		return
	}
	if n := bytes.Count(pages, []byte("\f")); n < 8 {
		t.Errorf("%s has %d pages", file, n)
	}
	shown := closed(string(pages))
	for _, wrong := range []string{"#REF!", "#NAME?", "#VALUE!", "Err:5", "Error:Referencesourcenotfound", "エラー:参照元"} {
		if strings.Contains(shown, wrong) {
			t.Errorf("%s shows %q", file, wrong)
		}
	}
	plain, err := os.ReadFile(filepath.Join(in, name, "document."+lang+".md"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(plain)) {
		heading, is := strings.CutPrefix(strings.TrimLeft(line, "#"), " ")
		if !is || !strings.HasPrefix(line, "#") || kind != "docx" && !strings.HasPrefix(line, "# ") {
			continue
		}
		if !strings.Contains(shown, closed(strings.ReplaceAll(heading, `\`, ""))) {
			t.Errorf("%s does not show the heading %q", file, strings.TrimSpace(heading))
		}
	}
}

// closed is a text without the spaces and line ends between its characters, which pages set as they need.
func closed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
