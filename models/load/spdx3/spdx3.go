// Package spdx3 reads software bills of materials and statements on vulnerabilities (VEX) in SPDX 3.0, JSON-LD as the
// specification serializes it: one flat graph of elements that name each other. It reads what harmpath needs of them and
// passes over the rest; it is no general reader of JSON-LD.
//
// No kept Go library reads this version with places in the file; the house's strict reader takes the part that is used.
package spdx3

import (
	"cmp"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/strict"
)

// Supplement is the format.
var Supplement = load.Supplement{
	Name:       "spdx3",
	Title:      models.Messagef("an SBOM or VEX in SPDX, JSON-LD, version 3.0"),
	Extensions: []string{".json"},
	Doc: `The file is of the one package that the rootElement of its SpdxDocument or of that one's software_Sbom, or a relationship describes,
names. The relationships contains, dependsOn, hasStaticLink, hasDynamicLink, hasOptionalComponent and those to optional and provided
dependencies say what lies within what. What is only a tool or a test (usesTool, hasTest, hasTestCase), or a dependency whose scope is
build, development or test, does not lie in the product. Of each package: name, software_packageVersion, software_packageUrl,
externalIdentifier, suppliedBy, verifiedUsing. The assessments affects, fixedIn, doesNotAffect and underInvestigationFor of a
security_Vulnerability are statements on it.`,
	Match: func(d *load.Document) bool {
		_, graph := d.Keys["@graph"]
		return strings.Contains(d.Keys["@context"], "spdx.org") || graph && strings.Contains(strings.ToLower(d.Keys["@graph"]), "spdx")
	},
	Decode: decode,
}

// versions are those of the format that are known.
var versions = []string{"3.0.0", "3.0.1"}

// document is what is read of a file: a graph, or one element alone.
type document struct {
	Graph []element `json:"@graph,omitempty"`
	element
}

// element is an element of any type.
type element struct {
	ID          string       `json:"spdxId,omitempty"`
	Node        string       `json:"@id,omitempty"`
	Type        string       `json:"type,omitempty"`
	LongType    string       `json:"@type,omitempty"`
	Name        string       `json:"name,omitempty"`
	Format      string       `json:"specVersion,omitempty"`
	Roots       []string     `json:"rootElement,omitempty"`
	Version     string       `json:"software_packageVersion,omitempty"`
	PURL        string       `json:"software_packageUrl,omitempty"`
	Identifiers []identifier `json:"externalIdentifier,omitempty"`
	Supplier    string       `json:"suppliedBy,omitempty"`
	Hashes      []hash       `json:"verifiedUsing,omitempty"`

	Relation      string       `json:"relationshipType,omitempty"`
	From          string       `json:"from,omitempty"`
	To            []string     `json:"to,omitempty"`
	Scope         string       `json:"scope,omitempty"`
	Justification string       `json:"security_justificationType,omitempty"`
	Impact        string       `json:"security_impactStatement,omitempty"`
	At            models.Place `json:"-"`
}

type identifier struct {
	Type  string `json:"externalIdentifierType,omitempty"`
	Value string `json:"identifier,omitempty"`
}

type hash struct {
	Type      string `json:"type,omitempty"`
	Algorithm string `json:"algorithm,omitempty"`
	Value     string `json:"hashValue,omitempty"`
}

// is tells whether the element is of a class, which files write short or as an IRI.
func (e *element) is(class string) bool {
	written := cmp.Or(e.Type, e.LongType)
	written = written[strings.LastIndexByte(written, '/')+1:]
	return written == class || written == class[strings.IndexByte(class, '_')+1:]
}

// id is what the other elements call the element.
func (e *element) id() string { return cmp.Or(e.ID, e.Node) }

// identified is the first identifier of a type.
func (e *element) identified(kinds ...string) string {
	for _, kind := range kinds {
		for _, i := range e.Identifiers {
			if i.Type == kind {
				return i.Value
			}
		}
	}
	return ""
}

// contained are the relationships whose first end contains the second.
var contained = []string{
	"contains", "dependsOn", "hasStaticLink", "hasDynamicLink", "hasOptionalComponent", "hasOptionalDependency", "hasProvidedDependency", "hasRequirement",
}

// serving are the relationships whose second end serves only to build or test the first.
var serving = []string{"usesTool", "hasTest", "hasTestCase"}

// aside are the scopes of a dependency that is not in the product.
var aside = []string{"build", "development", "test"}

// statuses says what an assessment says in the four words of VEX.
var statuses = map[string]models.VulnerabilityStatus{
	"affects": models.Affected, "doesNotAffect": models.NotAffected, "fixedIn": models.Fixed, "underInvestigationFor": models.UnderInvestigation,
}

func decode(file string, text []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	var d document
	flaws, fault := strict.Excerpt(file, text, &d, limits.Limits)
	if len(fault) > 0 {
		return load.Bill{}, fault
	}
	if len(d.Graph) == 0 {
		d.Graph = []element{d.element}
	}
	r := reader{elements: d.Graph, byID: map[string]*element{}}
	for i := range r.elements {
		if e := &r.elements[i]; e.id() != "" && r.byID[e.id()] == nil {
			r.byID[e.id()] = e
		}
	}
	r.listing.Remarks(flaws)
	r.version()
	if problems := r.list(limits); len(problems) > 0 {
		return load.Bill{}, problems
	}
	r.relate()
	bill := r.listing.Bill(limits)
	if problems := r.state(&bill, limits); len(problems) > 0 {
		return load.Bill{}, problems
	}
	return bill, nil
}

// reader turns a graph into a bill.
type reader struct {
	elements []element
	byID     map[string]*element
	listing  load.Listing
}

// version remarks on a version of the format that is not known.
func (r *reader) version() {
	for i := range r.elements {
		if e := &r.elements[i]; e.is("CreationInfo") && e.Format != "" {
			r.listing.Remarks(load.Unversed(e.At, "SPDX", e.Format, versions))
			return
		}
	}
}

// list lists the packages.
func (r *reader) list(limits load.SupplementLimits) models.Problems {
	subject := r.subject()
	for i := range r.elements {
		e := &r.elements[i]
		if !e.is("software_Package") {
			continue
		}
		if r.listing.Len() == limits.Packages {
			return load.TooMany(e.At, models.Messagef("packages"), limits.Packages)
		}
		_, before := r.listing.Place(subject)
		if at := r.listing.Add(r.listed(e), "spdxId"); e.id() == subject && subject != "" && !before {
			r.listing.Subject(at)
		}
	}
	return nil
}

// subject is the id of the package that the file is of; "" where it is of none or of several.
func (r *reader) subject() string {
	var roots []string
	for i := range r.elements {
		e := &r.elements[i]
		switch {
		case e.is("SpdxDocument"), e.is("software_Sbom"):
			roots = append(roots, e.Roots...)
		case e.Relation == "describes":
			if from := r.byID[e.From]; from != nil && (from.is("SpdxDocument") || from.is("software_Sbom")) {
				roots = append(roots, e.To...)
			}
		}
	}
	roots = slices.DeleteFunc(roots, func(id string) bool { return r.byID[id] == nil || !r.byID[id].is("software_Package") })
	slices.Sort(roots)
	if roots = slices.Compact(roots); len(roots) == 1 {
		return roots[0]
	}
	return ""
}

// listed is a package as a bill lists it.
func (r *reader) listed(e *element) load.Listed {
	purl := strings.TrimSpace(cmp.Or(e.PURL, e.identified("packageUrl")))
	r.listing.Count(e.Name, e.Version, purl)
	out := load.Listed{Package: models.Package{
		Origin:   models.Origin{At: e.At},
		Name:     e.Name,
		Identity: models.Identity{Version: e.Version, PURL: purl, CPE: strings.TrimSpace(e.identified("cpe23", "cpe22"))},
	}}
	if supplier := r.byID[e.Supplier]; supplier != nil {
		out.Supplier = supplier.Name
	}
	if e.id() != "" {
		out.Refs = []string{e.id()}
	}
	for _, h := range e.Hashes {
		if h.Algorithm != "" && !strings.HasSuffix(h.Type, "PackageVerificationCode") {
			out.Hashes = append(out.Hashes, dashed(h.Algorithm)+":"+strings.ToLower(strings.TrimSpace(h.Value)))
		}
	}
	return out
}

// dashed writes the name of an algorithm as elsewhere: sha256 as sha-256, sha3_256 as sha3-256.
func dashed(algorithm string) string {
	algorithm = strings.ReplaceAll(strings.ToLower(algorithm), "_", "-")
	if digits, is := strings.CutPrefix(algorithm, "sha"); is && !strings.Contains(digits, "-") {
		return "sha-" + digits
	}
	return algorithm
}

// relate says what lies within what.
func (r *reader) relate() {
	for i := range r.elements {
		e := &r.elements[i]
		from, known := r.listing.Place(e.From)
		for _, id := range e.To {
			to, both := r.listing.Place(id)
			switch {
			case !both:
			case slices.Contains(serving, e.Relation):
				r.listing.Spare(to, e.Relation+" of "+e.From)
			case e.Relation == "dependsOn" && slices.Contains(aside, e.Scope):
				r.listing.Spare(to, e.Scope+" dependency of "+e.From)
			case known && slices.Contains(contained, e.Relation):
				r.listing.Put(from, to)
			}
		}
	}
}

// state collects what the file says of vulnerabilities.
func (r *reader) state(bill *load.Bill, limits load.SupplementLimits) models.Problems {
	for i := range r.elements {
		e := &r.elements[i]
		if e.is("security_Vulnerability") {
			bill.Count.Vulnerabilities++
		}
		if !strings.Contains(cmp.Or(e.Type, e.LongType), "Vex") {
			continue
		}
		bill.Count.Statements++
		about := r.assessed(e, bill)
		for _, id := range e.To {
			if len(bill.Statements) == limits.Statements {
				return load.TooMany(e.At, models.Messagef("statements on vulnerabilities"), limits.Statements)
			}
			bill.Statements = append(bill.Statements, load.Statement{Vulnerability: about, Of: []string{id}})
		}
	}
	return nil
}

// assessed is the vulnerability that an assessment is of, and what the assessment says.
func (r *reader) assessed(e *element, bill *load.Bill) models.Vulnerability {
	out := models.Vulnerability{Origin: models.Origin{At: e.At}, ID: last(e.From), Status: models.Affected, Justification: cmp.Or(e.Justification, e.Impact)}
	if v := r.byID[e.From]; v != nil {
		out.ID = cmp.Or(v.identified("cve", "securityOther"), v.Name, out.ID)
		for _, i := range v.Identifiers {
			if i.Value != "" && i.Value != out.ID && !slices.Contains(out.Aliases, i.Value) {
				out.Aliases = append(out.Aliases, i.Value)
			}
		}
	}
	status, known := statuses[e.Relation]
	if !known {
		words := []string{"affects", "doesNotAffect", "fixedIn", "underInvestigationFor"}
		bill.Remarks = load.Note(bill.Remarks, load.Unworded(e.At, "relationshipType", e.Relation, words, models.Affected))
		return out
	}
	out.Status = status
	return out
}

// last is the last part of an IRI.
func last(iri string) string { return iri[strings.LastIndexAny(iri, "/#")+1:] }
