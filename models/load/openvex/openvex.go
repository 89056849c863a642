// Package openvex reads statements on vulnerabilities in OpenVEX 0.2 (JSON), and in its predecessors, in which products
// are plain words. It reads what harmpath needs of them and passes over the rest.
//
// The project's own Go library refuses a file for one flaw and decodes into types without places; the house's strict
// reader takes the part that is used.
package openvex

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/strict"
)

// Supplement is the format.
var Supplement = load.Supplement{
	Name:       "openvex",
	Title:      models.Messagef("a VEX in OpenVEX, JSON"),
	Extensions: []string{".json"},
	Doc: `Each statement says with its status what a vulnerability is to its products or, where they name subcomponents, to those inside
the products. A vulnerability is named by its name or else by the last part of its @id. A product is named by @id, identifiers.purl,
identifiers.cpe23, identifiers.cpe22 or hashes. Statements count in the order of their timestamps, or of the document's. A status not_affected
wants a justification or an impact_statement; one without is read with a remark.`,
	Match:  func(d *load.Document) bool { return strings.Contains(d.Keys["@context"], "openvex") },
	Decode: decode,
}

// versions are those of the format that are known, as the context ends.
var versions = []string{"ns", "v0.0.1", "v0.0.2", "v0.2.0"}

// document is what is read of a file.
type document struct {
	Context    []string     `json:"@context,omitempty"`
	Timestamp  string       `json:"timestamp,omitempty"`
	Statements []statement  `json:"statements,omitempty"`
	At         models.Place `json:"-"`
}

type statement struct {
	Vulnerability   vulnerability `json:"vulnerability,omitzero"`
	Timestamp       string        `json:"timestamp,omitempty"`
	Products        []product     `json:"products,omitempty"`
	Subcomponents   []thing       `json:"subcomponents,omitempty"` // of all products, in the format's first version
	Status          string        `json:"status,omitempty"`
	Justification   string        `json:"justification,omitempty"`
	ImpactStatement string        `json:"impact_statement,omitempty"`
	At              models.Place  `json:"-"`
}

type vulnerability struct {
	ID      string   `json:"@id,omitempty"`
	Name    string   `json:"name,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
}

// UnmarshalShorthand reads a vulnerability that is written as its name.
func (v *vulnerability) UnmarshalShorthand(name string) error {
	v.Name = name
	return nil
}

// named is what the vulnerability is called: its name, or the last part of its IRI.
func (v *vulnerability) named() string {
	iri := strings.TrimRight(v.ID, "/")
	return cmp.Or(v.Name, iri[strings.LastIndexAny(iri, "/#")+1:])
}

type product struct {
	ID            string            `json:"@id,omitempty"`
	Identifiers   map[string]string `json:"identifiers,omitempty"`
	Hashes        map[string]string `json:"hashes,omitempty"`
	Subcomponents []thing           `json:"subcomponents,omitempty"`
}

// UnmarshalShorthand reads a product that is written as its id.
func (p *product) UnmarshalShorthand(id string) error {
	p.ID = id
	return nil
}

// thing is a subcomponent.
type thing struct {
	ID          string            `json:"@id,omitempty"`
	Identifiers map[string]string `json:"identifiers,omitempty"`
	Hashes      map[string]string `json:"hashes,omitempty"`
}

// UnmarshalShorthand reads a subcomponent that is written as its id.
func (s *thing) UnmarshalShorthand(id string) error {
	s.ID = id
	return nil
}

func decode(file string, text []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	var d document
	flaws, fault := strict.Excerpt(file, text, &d, limits.Limits)
	if len(fault) > 0 {
		return load.Bill{}, fault
	}
	r := reader{document: &d, bill: load.Bill{Remarks: d.flaws(flaws)}}
	for i := range d.Statements {
		if len(r.bill.Statements) > limits.Statements {
			return load.Bill{}, load.TooMany(d.Statements[i].At, models.Messagef("statements on vulnerabilities"), limits.Statements)
		}
		r.statement(i)
	}
	if len(r.bill.Statements) > limits.Statements {
		return load.Bill{}, load.TooMany(r.bill.Statements[limits.Statements].At, models.Messagef("statements on vulnerabilities"), limits.Statements)
	}
	r.count()
	slices.SortStableFunc(r.bill.Statements, func(a, b load.Statement) int { return a.Made.Compare(b.Made) })
	return r.bill, nil
}

// flaws adds what is wrong with the head of the document. That the context is one word is as it should be.
func (d *document) flaws(found models.Problems) models.Problems {
	found = slices.DeleteFunc(found, func(p models.Problem) bool { return p.Path == "@context" })
	version := ""
	for _, context := range d.Context {
		if strings.Contains(context, "openvex") {
			version = context[strings.LastIndexByte(context, '/')+1:]
		}
	}
	return append(found, load.Unversed(d.At, "OpenVEX", version, versions)...)
}

// reader turns a document into a bill.
type reader struct {
	*document
	bill load.Bill
}

func (r *reader) remark(i int, key string, what, done models.Message) {
	r.bill.Remarks = load.Note(r.bill.Remarks, models.Problem{At: r.Statements[i].At, Path: fmt.Sprintf("statements[%d]%s", i, key), What: what, Remedy: done})
}

// statement adds what a statement says of each product, or of each subcomponent of it.
func (r *reader) statement(i int) {
	s := &r.Statements[i]
	about := models.Vulnerability{
		Origin: models.Origin{At: s.At}, ID: s.Vulnerability.named(), Status: models.VulnerabilityStatus(s.Status),
		Aliases: s.Vulnerability.Aliases, Justification: cmp.Or(s.Justification, s.ImpactStatement),
	}
	if known := about.Status.Values(); !slices.Contains(known, s.Status) {
		about.Status = models.Affected
		r.bill.Remarks = load.Note(r.bill.Remarks, load.Unworded(s.At, fmt.Sprintf("statements[%d].status", i), s.Status, known, about.Status))
	}
	if about.Status == models.NotAffected && about.Justification == "" {
		r.remark(i, "", models.Messagef("nothing says why it is not affected"), models.Messagef("it is taken as the statement says"))
	}
	when := r.timeOf(i)
	products := s.Products
	if len(products) == 0 {
		products = []product{{}}
		if len(s.Subcomponents) == 0 {
			r.remark(i, ".products", models.Messagef("the statement names no product"), models.Messagef("it is about nothing"))
		}
	}
	for _, p := range products {
		whole := names(p.ID, p.Identifiers, p.Hashes)
		parts := slices.Concat(p.Subcomponents, s.Subcomponents)
		if len(parts) == 0 {
			r.bill.Statements = append(r.bill.Statements, load.Statement{Vulnerability: about, Of: whole, Made: when})
		}
		for _, c := range parts {
			r.bill.Statements = append(r.bill.Statements, load.Statement{Vulnerability: about, Of: names(c.ID, c.Identifiers, c.Hashes), In: whole, Made: when})
		}
	}
}

// timeOf says when a statement was made: at the document's time where it has none of its own.
func (r *reader) timeOf(i int) time.Time {
	for _, words := range []string{r.Statements[i].Timestamp, r.Timestamp} {
		if words == "" {
			continue
		}
		when, err := time.Parse(time.RFC3339, words)
		if err == nil {
			return when
		}
		r.remark(i, ".timestamp", models.Messagef("%q is no time", words), models.Messagef("the statement counts as made at the document's time, or before all others"))
	}
	return time.Time{}
}

// count says how much the file says.
func (r *reader) count() {
	known := map[string]bool{}
	for i := range r.Statements {
		known[cmp.Or(r.Statements[i].Vulnerability.Name, r.Statements[i].Vulnerability.ID)] = true
	}
	r.bill.Count = load.Count{Vulnerabilities: len(known), Statements: len(r.bill.Statements)}
}

// names are the words by which something is named.
func names(id string, identifiers, hashes map[string]string) []string {
	var out []string
	for _, word := range []string{id, identifiers["purl"], identifiers["cpe23"], identifiers["cpe22"]} {
		if word != "" {
			out = append(out, word)
		}
	}
	for _, algorithm := range slices.Sorted(maps.Keys(hashes)) {
		out = append(out, algorithm+":"+hashes[algorithm])
	}
	return out
}
