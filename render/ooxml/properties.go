package ooxml

import "time"

// The relations that every package has, and the types of their parts.
const (
	DocumentRelation = officeRelations + "/officeDocument"
	StylesRelation   = officeRelations + "/styles"
	ThemeRelation    = officeRelations + "/theme"
	ImageRelation    = officeRelations + "/image"

	officeRelations  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	coreRelation     = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	extendedRelation = officeRelations + "/extended-properties"
	coreType         = "application/vnd.openxmlformats-package.core-properties+xml"
	extendedType     = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
)

// Properties are what a package says of itself.
type Properties struct {
	Title    string
	Subject  string
	Creator  string
	Keywords string
	Language string    // a tag such as ja-JP
	Date     time.Time // when it was made and changed; zero: not said
	Program  string    // what made it, without its version
}

// Describe puts the properties into the package.
func (p *Package) Describe(about Properties) {
	core := NewMarkup()
	core.Open("cp:coreProperties",
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	leaf := func(name, text string, attributes ...string) {
		if text != "" {
			core.Leaf(name, text, attributes...)
		}
	}
	leaf("dc:title", about.Title)
	leaf("dc:subject", about.Subject)
	leaf("dc:creator", about.Creator)
	leaf("cp:keywords", about.Keywords)
	leaf("dc:language", about.Language)
	if !about.Date.IsZero() {
		said := about.Date.UTC().Format("2006-01-02T15:04:05Z")
		leaf("dcterms:created", said, "xsi:type", "dcterms:W3CDTF")
		leaf("dcterms:modified", said, "xsi:type", "dcterms:W3CDTF")
	}
	core.Close()
	p.replace(coreRelation, Part{Name: "/docProps/core.xml", Type: coreType, Body: core.Bytes()})

	extended := NewMarkup()
	extended.Open("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	extended.Leaf("Application", about.Program)
	extended.Close()
	p.replace(extendedRelation, Part{Name: "/docProps/app.xml", Type: extendedType, Body: extended.Bytes()})
}

// replace puts a part to which only the package is related, in the place of another.
func (p *Package) replace(kind string, part Part) {
	p.Unrelate("", func(r Relation) bool { return r.Type == kind })
	p.Put(part)
	p.Relate("", kind, part.Name)
}
