package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// The most that Open reads: a template is a document of a few pages.
const (
	mostParts = 2000
	mostBytes = 64 << 20 // of all parts together, unpacked
)

// Open reads a package. Digital signatures are left out: they would no longer hold. The error of a body that is no such
// package says why.
func Open(body []byte) (*Package, error) {
	files, err := unpack(body)
	if err != nil {
		return nil, err
	}
	types, err := readTypes(files["[Content_Types].xml"])
	if err != nil {
		return nil, err
	}
	p := &Package{}
	for name, body := range files {
		kind := types.of("/" + name)
		if name == "[Content_Types].xml" || kind == "" || kind == relationshipsType {
			continue
		}
		p.Put(Part{Name: "/" + name, Type: kind, Body: body})
	}
	if err := p.readRelations(files, ""); err != nil {
		return nil, err
	}
	for _, from := range p.Names() {
		if err := p.readRelations(files, from); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// unpack reads the files of the archive within the limits.
func unpack(body []byte) (map[string][]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return nil, models.Messagef("it is no Office Open XML file (no ZIP archive)")
	}
	if len(archive.File) > mostParts {
		return nil, models.Messagef("it has %d parts, and %d are the most", len(archive.File), mostParts)
	}
	files, left := map[string][]byte{}, int64(mostBytes)
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, models.Messagef("its part %q cannot be read: %s", f.Name, models.MessageOf(err))
		}
		unpacked, err := io.ReadAll(io.LimitReader(r, left+1))
		if err = errors.Join(err, r.Close()); err != nil {
			return nil, models.Messagef("its part %q cannot be read: %s", f.Name, models.MessageOf(err))
		}
		if left -= int64(len(unpacked)); left < 0 {
			return nil, models.Messagef("unpacked it is larger than %d MB", mostBytes>>20)
		}
		files[strings.TrimPrefix(path.Clean("/"+f.Name), "/")] = unpacked
	}
	return files, nil
}

// contentTypes says the types of parts, by name and by extension.
type contentTypes struct {
	Defaults []struct {
		Extension   string `xml:"Extension,attr"`
		ContentType string `xml:"ContentType,attr"`
	} `xml:"Default"`
	Overrides []struct {
		PartName    string `xml:"PartName,attr"`
		ContentType string `xml:"ContentType,attr"`
	} `xml:"Override"`
}

func readTypes(body []byte) (contentTypes, error) {
	var types contentTypes
	if body == nil {
		return types, models.Messagef("it is no Office Open XML file (its content types are missing)")
	}
	if err := xml.Unmarshal(body, &types); err != nil {
		return types, models.Messagef("its content types cannot be read: %s", models.MessageOf(err))
	}
	return types, nil
}

func (t *contentTypes) of(name string) string {
	for _, o := range t.Overrides {
		if strings.EqualFold(o.PartName, name) {
			return o.ContentType
		}
	}
	for _, d := range t.Defaults {
		if strings.EqualFold(d.Extension, extension(name)) {
			return d.ContentType
		}
	}
	return ""
}

// readRelations reads the relations of a part that lead to other parts.
func (p *Package) readRelations(files map[string][]byte, from string) error {
	body, there := files[relationsOf(from)]
	if !there {
		return nil
	}
	var list struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if err := xml.Unmarshal(body, &list); err != nil {
		return models.Messagef("the relations of its part %q cannot be read: %s", from, models.MessageOf(err))
	}
	if p.relations == nil {
		p.relations = map[string][]Relation{}
	}
	for _, r := range list.Relations {
		kept := Relation{ID: r.ID, Type: r.Type, Target: r.Target, Out: r.Mode == "External"}
		if !kept.Out && !path.IsAbs(kept.Target) {
			kept.Target = path.Join("/", path.Dir(from), kept.Target)
		}
		if _, inside := p.parts[kept.Target]; !inside && !kept.Out || strings.Contains(r.Type, "/digital-signature/") {
			continue
		}
		p.relations[from] = append(p.relations[from], kept)
	}
	return nil
}
