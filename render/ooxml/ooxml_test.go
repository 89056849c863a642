package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// small is a package of two parts.
func small() *Package {
	p := &Package{}
	p.Put(Part{Name: "/word/document.xml", Type: "application/x-main+xml", Body: []byte("<d/>")})
	p.Put(Part{Name: "/word/media/p.png", Type: "image/png", Body: []byte("png")})
	p.Relate("", DocumentRelation, "/word/document.xml")
	p.Relate("/word/document.xml", ImageRelation, "/word/media/p.png")
	return p
}

func TestOpenReadsWhatBytesWrites(t *testing.T) {
	body, err := small().Bytes()
	if err != nil {
		t.Fatal(err)
	}
	read, err := Open(body)
	if err != nil {
		t.Fatal(err)
	}
	again, err := read.Bytes()
	if err != nil || !bytes.Equal(body, again) {
		t.Errorf("%v; a package that is read and written differs", err)
	}
	if main := read.Related("", DocumentRelation); main != "/word/document.xml" {
		t.Errorf("the document is %q", main)
	}
}

func TestRelations(t *testing.T) {
	p := small()
	if a, b := p.Relate("", "x", "/word/document.xml"), p.Relate("", "x", "/word/document.xml"); a != b {
		t.Errorf("equal relations are %s and %s", a, b)
	}
	p.Relate("", "x", "/nowhere.xml")
	if _, err := p.Bytes(); err == nil {
		t.Error("a relation to no part is no error")
	}
	p.Unrelate("", func(r Relation) bool { return r.Target == "/nowhere.xml" })
	p.Put(Part{Name: "/word/left.xml", Type: "application/x+xml"})
	p.Move("/word/document.xml", "/word/moved.xml")
	p.Unrelate("", func(Relation) bool { return true })
	p.Relate("", DocumentRelation, "/word/moved.xml")
	p.Prune()
	if got := strings.Join(p.Names(), " "); got != "/word/media/p.png /word/moved.xml" {
		t.Errorf("left are %s", got)
	}
}

func TestOutside(t *testing.T) {
	p := small()
	p.relations["/word/document.xml"] = append(p.relations["/word/document.xml"],
		Relation{ID: "rId8", Type: officeRelations + "/hyperlink", Target: "https://example.com/", Out: true})
	if err := p.SelfContained(); err != nil {
		t.Errorf("a link is refused: %v", err)
	}
	p.relations["/word/document.xml"] = append(p.relations["/word/document.xml"],
		Relation{ID: "rId9", Type: ImageRelation, Target: "file:///logo.png", Out: true})
	if err := p.SelfContained(); err == nil {
		t.Error("a picture from outside is taken")
	}
}

func TestOpenRefuses(t *testing.T) {
	archive := func(files map[string]string) []byte {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for name, body := range files {
			f, err := w.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(f, body); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	for want, body := range map[string][]byte{
		"no ZIP archive":              []byte("text"),
		"content types are missing":   archive(map[string]string{"a.xml": "<a/>"}),
		"content types cannot be rea": archive(map[string]string{"[Content_Types].xml": "<Types"}),
		"larger than 64 MB":           archive(map[string]string{"zeros": strings.Repeat("\x00", mostBytes+1)}),
	} {
		if _, err := Open(body); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestDescribe(t *testing.T) {
	p := small()
	about := Properties{Title: "A & B", Program: "harmpath", Date: time.Date(2021, 11, 29, 9, 0, 0, 0, time.FixedZone("JST", 9*3600))}
	p.Describe(about)
	p.Describe(about)
	core, _ := p.Part("/docProps/core.xml")
	if s := string(core.Body); !strings.Contains(s, "A &amp; B") || !strings.Contains(s, "2021-11-29T00:00:00Z") {
		t.Errorf("the properties are %s", s)
	}
	if n := len(p.Relations("")); n != 3 {
		t.Errorf("%d relations of the package, want 3", n)
	}
}

// Any text comes back from markup as it went in, but for what XML forbids.
func TestMarkupKeepsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[ -~ぁ-ん一-龥]*`).Draw(t, "text")
		m := NewMarkup()
		m.Leaf("a", text, "b", text)
		var read struct {
			Text      string `xml:",chardata"`
			Attribute string `xml:"b,attr"`
		}
		if err := xml.Unmarshal(m.Bytes(), &read); err != nil || read.Text != text || read.Attribute != text {
			t.Fatalf("%v: %q and %q of %q", err, read.Text, read.Attribute, text)
		}
	})
}

func FuzzOpen(f *testing.F) {
	body, err := small().Bytes()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(body)
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, body []byte) {
		p, err := Open(body)
		if err != nil {
			return
		}
		if _, err := p.Bytes(); err != nil {
			t.Errorf("what was opened cannot be written: %v", err)
		}
	})
}
