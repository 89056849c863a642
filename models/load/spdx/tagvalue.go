package spdx

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

// tagged tells whether text is of tags and values and says so: a line of it begins with SPDXVersion.
func tagged(text []byte) bool {
	tag := []byte("SPDXVersion:")
	for begin := 0; ; {
		at := bytes.Index(text[begin:], tag)
		if at < 0 {
			return false
		}
		at += begin
		if line := text[bytes.LastIndexByte(text[:at], '\n')+1 : at]; len(bytes.TrimSpace(line)) == 0 {
			return true
		}
		begin = at + len(tag)
	}
}

// line is a line of a tag and its value.
var line = regexp.MustCompile(`^([A-Za-z0-9]+):\s*(.*)$`)

// tags reads a file line by line.
type tags struct {
	file  string
	text  string // what is not read yet
	at    models.Place
	flaws models.Problems
	into  *document
	id    *string // what the next SPDXID is of; nil: of something that is not read

	endless bool // no </text> stands in what is not read yet
}

// readTags reads a file of tags and values into the same document as one in JSON.
func readTags(file string, text []byte, into *document) models.Problems {
	into.At = models.Place{File: file, Line: 1, Column: 1}
	t := tags{file: file, text: string(text), into: into, id: &into.ID}
	for number := 1; t.text != ""; {
		t.at = models.Place{File: file, Line: number, Column: 1}
		number += t.next()
	}
	return t.flaws
}

func (t *tags) remark(what, done models.Message) {
	t.flaws = load.Note(t.flaws, models.Problem{At: t.at, What: what, Remedy: done})
}

// next reads a tag, and returns how many lines it takes.
func (t *tags) next() int {
	first, rest, _ := strings.Cut(t.text, "\n")
	t.text = rest
	trimmed := strings.TrimSpace(first)
	if trimmed == "" || trimmed[0] == '#' {
		return 1
	}
	t.at.Column += strings.Index(first, trimmed)
	found := line.FindStringSubmatch(trimmed)
	if found == nil {
		t.remark(models.Messagef("this is no tag with a value"), models.Messagef("the line is passed over"))
		return 1
	}
	value, lines := found[2], 1
	if before, begin, opens := strings.Cut(value, "<text>"); opens {
		value, lines = t.long(before + begin)
	}
	t.take(found[1], value)
	return lines
}

// long reads a value that may go over several lines, up to its end.
func (t *tags) long(begin string) (string, int) {
	if value, _, ends := strings.Cut(begin, "</text>"); ends {
		return value, 1
	}
	var more, rest string
	ends := false
	if !t.endless {
		more, rest, ends = strings.Cut(t.text, "</text>")
	}
	if !ends {
		t.endless = true
		t.remark(models.Messagef("<text> has no end"), models.Messagef("only this line is taken for it"))
		return begin, 1
	}
	_, t.text, _ = strings.Cut(rest, "\n")
	return begin + "\n" + more, strings.Count(more, "\n") + 2
}

// take keeps a value of a tag.
func (t *tags) take(tag, value string) {
	switch tag {
	case "SPDXVersion":
		t.into.Version = value
	case "PackageName":
		t.into.Packages = append(t.into.Packages, entry{Name: value, At: t.at})
		t.id = &t.into.Packages[len(t.into.Packages)-1].ID
	case "FileName", "SnippetSPDXID", "LicenseID", "Annotator":
		t.id = nil
	case "SPDXID":
		if t.id != nil {
			*t.id, t.id = value, nil
		}
	case "Relationship":
		t.relate(value)
	case "PackageVersion", "PackageSupplier", "PackageChecksum", "ExternalRef":
		if len(t.into.Packages) == 0 {
			t.remark(models.Messagef("%s stands before the first PackageName", tag), models.Messagef("it is passed over"))
			return
		}
		t.describe(&t.into.Packages[len(t.into.Packages)-1], tag, value)
	}
}

// describe keeps what a tag says of a package.
func (t *tags) describe(p *entry, tag, value string) {
	switch tag {
	case "PackageVersion":
		p.Version = value
	case "PackageSupplier":
		p.Supplier = value
	case "PackageChecksum":
		algorithm, digest, _ := strings.Cut(value, ":")
		p.Checksums = append(p.Checksums, checksum{strings.TrimSpace(algorithm), strings.TrimSpace(digest)})
	case "ExternalRef":
		words := strings.Fields(value)
		if len(words) < 3 {
			t.remark(models.Messagef("ExternalRef has no category, type and locator"), models.Messagef("it is passed over"))
			return
		}
		p.Refs = append(p.Refs, reference{words[1], strings.Join(words[2:], " ")})
	}
}

// relate keeps a relationship.
func (t *tags) relate(value string) {
	words := strings.Fields(value)
	if len(words) < 3 {
		t.remark(models.Messagef("Relationship has no two ends and a type"), models.Messagef("it is passed over"))
		return
	}
	t.into.Relationships = append(t.into.Relationships, relationship{words[0], words[1], words[2]})
}
