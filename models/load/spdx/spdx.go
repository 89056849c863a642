// Package spdx reads software bills of materials in SPDX (ISO/IEC 5962), JSON, versions 2.2 and 2.3. It reads what
// harmpath needs of them and passes over the rest.
//
// The project's own Go library decodes into types without places in the file. Problems with file, line and column are
// what an author needs, so the house's strict reader takes the part that is used.
package spdx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/strict"
)

// Supplement is the format.
var Supplement = load.Supplement{
	Name:  "spdx",
	Title: "an SBOM in SPDX, JSON, versions 2.2 and 2.3",
	Doc: `The file is of the package that DESCRIBES or documentDescribes names. The relationships CONTAINS, CONTAINED_BY, DEPENDS_ON,
DEPENDENCY_OF, RUNTIME_DEPENDENCY_OF, STATIC_LINK and DYNAMIC_LINK say what lies within what; what serves only to build or test does not lie
in the product. Of each package: SPDXID, name, versionInfo, supplier, checksums, and of externalRefs the types purl, cpe23Type and
cpe22Type.`,
	Match: func(name string, head []byte) bool {
		return strict.IsJSON(name) && (strings.HasSuffix(strings.ToLower(name), ".spdx.json") || bytes.Contains(head, []byte(`"spdxVersion"`)))
	},
	Decode: decode,
}

// versions are those of the format that are read.
var versions = []string{"SPDX-2.2", "SPDX-2.3"}

// document is what is read of a file.
type document struct {
	Version       string         `json:"spdxVersion"`
	ID            string         `json:"SPDXID"`
	Describes     []string       `json:"documentDescribes,omitempty"`
	Packages      []entry        `json:"packages,omitempty"`
	Relationships []relationship `json:"relationships,omitempty"`
	At            models.Place   `json:"-"`
}

type entry struct {
	ID        string       `json:"SPDXID"`
	Name      string       `json:"name"`
	Version   string       `json:"versionInfo,omitempty"`
	Supplier  string       `json:"supplier,omitempty"`
	Checksums []checksum   `json:"checksums,omitempty"`
	Refs      []reference  `json:"externalRefs,omitempty"`
	At        models.Place `json:"-"`
}

type checksum struct {
	Algorithm string `json:"algorithm"`
	Value     string `json:"checksumValue"`
}

type reference struct {
	Type    string `json:"referenceType"`
	Locator string `json:"referenceLocator"`
}

type relationship struct {
	From string       `json:"spdxElementId"`
	Type string       `json:"relationshipType"`
	To   string       `json:"relatedSpdxElement"`
	At   models.Place `json:"-"`
}

func decode(file string, data []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	var d document
	if problems := strict.Excerpt(file, data, &d, limits.Limits); len(problems) > 0 {
		return load.Bill{}, problems
	}
	if !slices.Contains(versions, d.Version) {
		return load.Bill{}, models.Problems{{
			At: d.At, Path: "spdxVersion", What: fmt.Sprintf("version %q of SPDX is not read", d.Version), Remedy: "write one of " + strings.Join(versions, ", "),
		}}
	}
	if len(d.Packages) > limits.Packages {
		return load.Bill{}, load.TooMany(d.Packages[limits.Packages].At, "packages", limits.Packages)
	}
	return d.bill(limits)
}

// bill lists the packages but the one that the file is of, and finds out what lies within what.
func (d *document) bill(limits load.SupplementLimits) (load.Bill, models.Problems) {
	subject := d.subject()
	out := load.Bill{}
	index := map[string]int{} // SPDXID → place in the list; -1: the subject
	for i := range d.Packages {
		p := &d.Packages[i]
		if before, twice := index[p.ID]; twice {
			problem := models.Problem{At: p.At, Path: fmt.Sprintf("packages[%d].SPDXID", i), What: fmt.Sprintf("%q is the SPDXID of another package, too", p.ID), Remedy: "give each its own"}
			if before >= 0 {
				problem.Remedy += "; the first is at " + out.Listed[before].At.String()
			}
			return load.Bill{}, models.Problems{problem}
		}
		if p.ID == subject {
			index[p.ID] = -1
			out.Subject = listed(p)
			continue
		}
		index[p.ID] = len(out.Listed)
		out.Listed = append(out.Listed, listed(p))
	}
	below, top := d.within(index, len(out.Listed))
	return out, load.Nest(out.Listed, top, func(i int) []int { return below[i] }, limits)
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
	out := load.Listed{Refs: []string{p.ID}, Package: models.Package{
		Origin:   models.Origin{At: p.At},
		Name:     p.Name,
		Identity: models.Identity{Version: p.Version, Supplier: party(p.Supplier)},
	}}
	for _, r := range p.Refs {
		switch {
		case r.Type == "purl" && out.PURL == "":
			out.PURL = r.Locator
		case (r.Type == "cpe23Type" || r.Type == "cpe22Type") && out.CPE == "":
			out.CPE = r.Locator
		}
	}
	for _, c := range p.Checksums {
		out.Hashes = append(out.Hashes, strings.ToLower(dashed(c.Algorithm)+":"+c.Value))
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

// within says by place in the list what lies directly in each package, and what in the subject.
func (d *document) within(index map[string]int, n int) (below [][]int, top []int) {
	below = make([][]int, n)
	for _, r := range d.Relationships {
		whole, part := r.From, r.To
		switch r.Type {
		case "CONTAINS", "DEPENDS_ON", "STATIC_LINK", "DYNAMIC_LINK":
		case "CONTAINED_BY", "DEPENDENCY_OF", "RUNTIME_DEPENDENCY_OF":
			whole, part = part, whole
		default:
			continue
		}
		in, known := index[whole]
		i, listed := index[part]
		switch {
		case !known || !listed || i < 0:
		case in < 0:
			top = append(top, i)
		default:
			below[in] = append(below[in], i)
		}
	}
	return below, top
}
