// Package spdx reads software bills of materials in SPDX (ISO/IEC 5962), versions 2.1 to 2.3, in JSON and as tag-value
// text. It reads what harmpath needs of them and passes over the rest.
//
// The project's own Go library decodes JSON into types without places in the file, and tag-value text only where every
// tag is right; the house's strict reader takes the part of JSON that is used, and lines of tags need no library.
package spdx

import (
	"bytes"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/strict"
)

// Supplement is the format.
var Supplement = load.Supplement{
	Name:       "spdx",
	Title:      models.Messagef("an SBOM in SPDX, JSON or tag-value, versions 2.1 to 2.3"),
	Extensions: []string{".json", ".spdx"},
	Doc: `The file is of the package that DESCRIBES or documentDescribes names. The relationships CONTAINS, CONTAINED_BY, PACKAGE_OF, DEPENDS_ON,
STATIC_LINK, DYNAMIC_LINK, OPTIONAL_COMPONENT_OF, DEPENDENCY_OF and RUNTIME_, OPTIONAL_ and PROVIDED_DEPENDENCY_OF say what lies
within what. What is only a BUILD_TOOL_OF, DEV_TOOL_OF, TEST_TOOL_OF, TEST_OF or TEST_CASE_OF something, or a BUILD_, DEV_ or
TEST_DEPENDENCY_OF it, does not lie in the product. Of each package: SPDXID, name, versionInfo, supplier, checksums, and of
externalRefs the types purl, cpe23Type and cpe22Type.`,
	Match: func(d *load.Document) bool {
		_, versioned := d.Keys["spdxVersion"]
		_, named := d.Keys["SPDXID"]
		return versioned || named || d.Keys == nil && d.Root.Local == "" && tagged(d.Text)
	},
	Decode: decode,
}

// versions are those of the format that are known.
var versions = []string{"SPDX-2.1", "SPDX-2.2", "SPDX-2.3"}

// document is what is read of a file.
type document struct {
	Version       string         `json:"spdxVersion,omitempty"`
	ID            string         `json:"SPDXID,omitempty"`
	Describes     []string       `json:"documentDescribes,omitempty"`
	Packages      []entry        `json:"packages,omitempty"`
	Relationships []relationship `json:"relationships,omitempty"`
	At            models.Place   `json:"-"`
}

type entry struct {
	ID        string       `json:"SPDXID,omitempty"`
	Name      string       `json:"name,omitempty"`
	Version   string       `json:"versionInfo,omitempty"`
	Supplier  string       `json:"supplier,omitempty"`
	Checksums []checksum   `json:"checksums,omitempty"`
	Refs      []reference  `json:"externalRefs,omitempty"`
	At        models.Place `json:"-"`
}

type checksum struct {
	Algorithm string `json:"algorithm,omitempty"`
	Value     string `json:"checksumValue,omitempty"`
}

type reference struct {
	Type    string `json:"referenceType,omitempty"`
	Locator string `json:"referenceLocator,omitempty"`
}

type relationship struct {
	From string `json:"spdxElementId,omitempty"`
	Type string `json:"relationshipType,omitempty"`
	To   string `json:"relatedSpdxElement,omitempty"`
}

// sense is what a relationship says of its two ends.
type sense int

const (
	contains sense = iota + 1 // the first contains the second
	lies                      // the first lies in the second
	serves                    // the first serves only to build or test the second
)

// senses says what those relationships mean that matter.
var senses = map[string]sense{
	"CONTAINS": contains, "DEPENDS_ON": contains, "STATIC_LINK": contains, "DYNAMIC_LINK": contains,
	"CONTAINED_BY": lies, "PACKAGE_OF": lies, "DEPENDENCY_OF": lies, "RUNTIME_DEPENDENCY_OF": lies, "OPTIONAL_DEPENDENCY_OF": lies,
	"PROVIDED_DEPENDENCY_OF": lies, "OPTIONAL_COMPONENT_OF": lies,
	"BUILD_TOOL_OF": serves, "DEV_TOOL_OF": serves, "TEST_TOOL_OF": serves, "TEST_OF": serves, "TEST_CASE_OF": serves,
	"BUILD_DEPENDENCY_OF": serves, "DEV_DEPENDENCY_OF": serves, "TEST_DEPENDENCY_OF": serves,
}

func decode(file string, text []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	var d document
	var flaws, fault models.Problems
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) {
		flaws, fault = strict.Excerpt(file, text, &d, limits.Limits)
	} else {
		flaws = readTags(file, text, &d)
	}
	if len(fault) > 0 {
		return load.Bill{}, fault
	}
	if len(d.Packages) > limits.Packages {
		return load.Bill{}, load.TooMany(d.Packages[limits.Packages].At, models.Messagef("packages"), limits.Packages)
	}
	var l load.Listing
	l.Remarks(append(flaws, load.Unversed(d.At, "SPDX", d.Version, versions)...))
	d.list(&l)
	return l.Bill(limits), nil
}

// list lists the packages and says what lies within what.
func (d *document) list(l *load.Listing) {
	subject := d.subject()
	for i := range d.Packages {
		p := listed(&d.Packages[i])
		l.Count(d.Packages[i].Name, d.Packages[i].Version, p.PURL)
		_, before := l.Place(subject)
		if at := l.Add(p, "SPDXID"); d.Packages[i].ID == subject && subject != "" && !before {
			l.Subject(at)
		}
	}
	for _, r := range d.Relationships {
		from, known := l.Place(r.From)
		to, both := l.Place(r.To)
		if !known || !both {
			continue // of a file, or of another document
		}
		switch senses[r.Type] {
		case contains:
			l.Put(from, to)
		case lies:
			l.Put(to, from)
		case serves:
			l.Spare(from, r.Type+" "+r.To)
		}
	}
}

// subject is the SPDXID of the package that the file is of; "" where it is of none or of several.
func (d *document) subject() string {
	described := slices.Clone(d.Describes)
	for _, r := range d.Relationships {
		switch {
		case r.Type == "DESCRIBES" && r.From == d.ID:
			described = append(described, r.To)
		case r.Type == "DESCRIBED_BY" && r.To == d.ID:
			described = append(described, r.From)
		}
	}
	slices.Sort(described)
	if described = slices.Compact(described); len(described) == 1 {
		return described[0]
	}
	return ""
}

// listed is a package as a bill lists it.
func listed(p *entry) load.Listed {
	out := load.Listed{Package: models.Package{
		Origin:   models.Origin{At: p.At},
		Name:     p.Name,
		Identity: models.Identity{Version: p.Version, Supplier: party(p.Supplier)},
	}}
	if p.ID != "" {
		out.Refs = []string{p.ID}
	}
	for _, r := range p.Refs {
		switch kind := strings.TrimPrefix(r.Type, "http://spdx.org/rdf/references/"); {
		case kind == "purl" && out.PURL == "":
			out.PURL = strings.TrimSpace(r.Locator)
		case (kind == "cpe23Type" || kind == "cpe22Type") && out.CPE == "":
			out.CPE = strings.TrimSpace(r.Locator)
		}
	}
	for _, c := range p.Checksums {
		out.Hashes = append(out.Hashes, strings.ToLower(dashed(c.Algorithm)+":"+strings.TrimSpace(c.Value)))
	}
	return out
}

// dashed writes the name of an algorithm as elsewhere: SHA256 as SHA-256.
func dashed(algorithm string) string {
	if digits, is := strings.CutPrefix(algorithm, "SHA"); is && !strings.HasPrefix(digits, "-") {
		return "SHA-" + digits
	}
	return algorithm
}

// party is the name in a supplier as the format writes it: Organization: Example (mail@example.com).
func party(words string) string {
	if words == "NOASSERTION" {
		return ""
	}
	for _, sort := range []string{"Organization:", "Person:"} {
		if rest, is := strings.CutPrefix(words, sort); is {
			if mail := strings.LastIndex(rest, "("); mail > 0 && strings.HasSuffix(rest, ")") && (strings.Contains(rest[mail:], "@") || rest[mail:] == "()") {
				rest = rest[:mail]
			}
			return strings.TrimSpace(rest)
		}
	}
	return words
}
