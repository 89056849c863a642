package ooxml

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/harmpath/harmpath/models"
)

// Package is a set of parts and of the relations between them. The zero value is empty and ready for use.
type Package struct {
	parts     map[string]Part
	relations map[string][]Relation // by the name of the part that they start from; empty: the package itself
}

// Part is one file of a package.
type Part struct {
	Name string // absolute, e.g. /word/document.xml
	Type string // its content type
	Body []byte
}

// Relation leads from a part, or from the package, to another part.
type Relation struct {
	ID     string // unique among those of one part, e.g. rId3
	Type   string // a URI
	Target string // the absolute name of a part; an address where the relation leads out of the package
	Out    bool   // whether it does
}

// Put adds a part; one of the same name is replaced.
func (p *Package) Put(part Part) {
	if p.parts == nil {
		p.parts = map[string]Part{}
	}
	p.parts[part.Name] = part
}

// Part finds a part by its name.
func (p *Package) Part(name string) (Part, bool) {
	part, found := p.parts[name]
	return part, found
}

// Names lists the names of all parts, sorted.
func (p *Package) Names() []string { return slices.Sorted(maps.Keys(p.parts)) }

// Relate adds a relation and returns its id. An equal relation that exists is used again.
func (p *Package) Relate(from, kind, target string) string {
	taken := map[string]bool{}
	for _, r := range p.relations[from] {
		if r.Type == kind && r.Target == target {
			return r.ID
		}
		taken[r.ID] = true
	}
	n := len(p.relations[from]) + 1
	for taken["rId"+strconv.Itoa(n)] {
		n++
	}
	if p.relations == nil {
		p.relations = map[string][]Relation{}
	}
	id := "rId" + strconv.Itoa(n)
	p.relations[from] = append(p.relations[from], Relation{ID: id, Type: kind, Target: target})
	return id
}

// Relations lists the relations of a part in the order in which they were added; those of the package for "".
func (p *Package) Relations(from string) []Relation { return slices.Clone(p.relations[from]) }

// Related finds the first part to which a relation of a kind leads, the empty name where there is none.
func (p *Package) Related(from, kind string) string {
	for _, r := range p.relations[from] {
		if r.Type == kind {
			return r.Target
		}
	}
	return ""
}

// Unrelate removes the relations of a part for which drop holds.
func (p *Package) Unrelate(from string, drop func(Relation) bool) {
	p.relations[from] = slices.DeleteFunc(p.relations[from], drop)
}

// Move gives a part another name; relations that start from it go along, those that lead to it do not.
func (p *Package) Move(from, to string) {
	if from == to {
		return
	}
	part := p.parts[from]
	delete(p.parts, from)
	part.Name = to
	p.parts[to], p.relations[to] = part, p.relations[from]
	delete(p.relations, from)
}

// Prune removes the parts to which no chain of relations leads from the package.
func (p *Package) Prune() {
	reached := map[string]bool{"": true}
	for waiting := []string{""}; len(waiting) > 0; {
		from := waiting[0]
		waiting = waiting[1:]
		for _, r := range p.relations[from] {
			if _, there := p.parts[r.Target]; there && !reached[r.Target] {
				reached[r.Target] = true
				waiting = append(waiting, r.Target)
			}
		}
	}
	for _, name := range p.Names() {
		if !reached[name] {
			delete(p.parts, name)
			delete(p.relations, name)
		}
	}
}

// SelfContained is an error where a part shows what lies outside of the package; links that a reader may follow are fine.
func (p *Package) SelfContained() error {
	for _, from := range slices.Sorted(maps.Keys(p.relations)) {
		for _, r := range p.relations[from] {
			if r.Out && !strings.HasSuffix(r.Type, "/hyperlink") {
				return models.Messagef("it is linked to %q, which is outside of it; save a copy with the file embedded", r.Target)
			}
		}
	}
	return nil
}

// packed is the time that every file of a package carries: the earliest that ZIP can say.
var packed = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// Bytes is the package as a file. It fails where a relation leads to no part.
func (p *Package) Bytes() ([]byte, error) {
	files := map[string][]byte{"[Content_Types].xml": p.contentTypes()}
	for _, from := range slices.Sorted(maps.Keys(p.relations)) {
		body, err := p.relationships(from)
		if err != nil {
			return nil, err
		}
		if len(p.relations[from]) > 0 {
			files[relationsOf(from)] = body
		}
	}
	for name, part := range p.parts {
		files[strings.TrimPrefix(name, "/")] = part.Body
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packed}
		if path.Ext(name) == ".png" {
			header.Method = zip.Store // compressed already
		}
		w, err := archive.CreateHeader(header)
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", name, err)
		}
		if _, err := w.Write(files[name]); err != nil {
			return nil, fmt.Errorf("pack %s: %w", name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	return out.Bytes(), nil
}

// relationsOf names the file with the relations of a part.
func relationsOf(from string) string {
	folder, name := path.Split(strings.TrimPrefix(from, "/"))
	return folder + "_rels/" + name + ".rels"
}

const (
	relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships"
	typesNamespace         = "http://schemas.openxmlformats.org/package/2006/content-types"
	relationshipsType      = "application/vnd.openxmlformats-package.relationships+xml"
)

func (p *Package) relationships(from string) ([]byte, error) {
	m := NewMarkup()
	m.Open("Relationships", "xmlns", relationshipsNamespace)
	for _, r := range p.relations[from] {
		if _, there := p.parts[r.Target]; !there && !r.Out {
			return nil, fmt.Errorf("%s is related to %s, which is missing", cmp.Or(from, "the package"), r.Target)
		}
		mode := ""
		if r.Out {
			mode = "External"
		}
		m.Empty("Relationship", "Id", r.ID, "Type", r.Type, "Target", r.Target, "TargetMode", mode)
	}
	m.Close()
	return m.Bytes(), nil
}

// contentTypes says the type of each part: pictures by their extension, all else by name.
func (p *Package) contentTypes() []byte {
	defaults := map[string]string{"rels": relationshipsType, "xml": "application/xml"}
	for _, name := range p.Names() {
		ext, kind := extension(name), p.parts[name].Type
		if _, known := defaults[ext]; !known && strings.HasPrefix(kind, "image/") {
			defaults[ext] = kind
		}
	}
	m := NewMarkup()
	m.Open("Types", "xmlns", typesNamespace)
	for _, ext := range slices.Sorted(maps.Keys(defaults)) {
		m.Empty("Default", "Extension", ext, "ContentType", defaults[ext])
	}
	for _, name := range p.Names() {
		if kind := p.parts[name].Type; defaults[extension(name)] != kind {
			m.Empty("Override", "PartName", name, "ContentType", kind)
		}
	}
	m.Close()
	return m.Bytes()
}

func extension(name string) string { return strings.ToLower(strings.TrimPrefix(path.Ext(name), ".")) }
