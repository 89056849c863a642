package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/outputs"
)

// galleryCase is the case whose outputs the gallery shows.
const galleryCase = "testdata/usecases/gas-water-heater"

// TestGallery: the gallery shows every output that there is, by a picture or by the file itself, and what it shows is there.
func TestGallery(t *testing.T) {
	t.Chdir(root)
	want := galleryPage(t)
	if *update {
		if err := os.WriteFile("docs/gallery.md", want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("docs/gallery.md")
	if err != nil {
		t.Fatalf("%v; make gallery writes it", err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/gallery.md does not show the outputs that there are; make gallery writes it anew")
	}
	const most = 2 << 20
	var size int64
	for _, picture := range filesIn(t, "docs/gallery") {
		if !bytes.Contains(got, []byte("("+strings.TrimPrefix(picture, "docs/")+")")) && !bytes.Contains(got, []byte(`"`+strings.TrimPrefix(picture, "docs/")+`"`)) {
			t.Errorf("the gallery does not show %s", picture)
		}
		info, err := os.Stat(picture)
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	if size > most {
		t.Errorf("the pictures of the gallery take %d bytes, more than %d", size, most)
	}
}

// galleryPage is the page as it should be: a part for each output, with its pictures, or links to the files that are kept
// as expected outputs.
func galleryPage(t *testing.T) []byte {
	t.Helper()
	var page bytes.Buffer
	fmt.Fprintf(&page, `# What harmpath makes

Every output of one command, for the remotely operated gas water heater. Each exists in Japanese and English; the pictures
show some pages of either. %[1]smake gallery%[1]s makes this page.

    harmpath report %[2]s -o out --formats all
`, "`", galleryCase)
	for _, o := range outputs.All() {
		fmt.Fprintf(&page, "\n## %s\n\n%s  \n%s\n\n", o.Name, o.Doc.EN, o.Doc.JA)
		showOutput(t, &page, &o)
	}
	return page.Bytes()
}

// showOutput shows an output by the pictures that are named for it, or else by its files.
func showOutput(t *testing.T, page *bytes.Buffer, o *render.Output) {
	t.Helper()
	shown := false
	for _, picture := range filesIn(t, "docs/gallery") {
		if strings.HasPrefix(path.Base(picture), o.Name+"-") {
			fmt.Fprintf(page, "<img src=\"%s\" alt=\"%s\" width=\"270\">\n", strings.TrimPrefix(picture, "docs/"), strings.TrimSuffix(path.Base(picture), ".png"))
			shown = true
		}
	}
	for _, file := range filesIn(t, galleryCase+"/want") {
		switch name := path.Base(file); {
		case path.Ext(file) != "."+o.Ext || o.Name == "html":
			continue
		case o.Name == "svg" && strings.HasSuffix(name, ".en.svg"):
			fmt.Fprintf(page, "<img src=\"../%s\" alt=\"%s\" width=\"270\">\n", file, strings.TrimSuffix(name, ".en.svg"))
		case o.Name != "svg":
			fmt.Fprintf(page, "- [%s](../%s)\n", name, file)
		}
		shown = true
	}
	if !shown {
		t.Errorf("nothing shows the output %s; scripts/gallery.sh makes pictures", o.Name)
	}
}

// filesIn lists the files below a folder, in order of their names; none where there is no folder.
func filesIn(t *testing.T, folder string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !entry.IsDir() {
			out = append(out, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}
