// Package csaf reads statements on vulnerabilities in the Common Security Advisory Framework (OASIS CSAF 2.0, JSON): the
// VEX profile, and of other advisories what their product_status says. It reads what harmpath needs of them and passes
// over the rest.
//
// The kept Go library (gocsaf) decodes into types without places in the file and refuses it for one flaw; the house's
// strict reader takes the part that is used.
package csaf

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/strict"
)

// Supplement is the format.
var Supplement = load.Supplement{
	Name:       "csaf",
	Title:      models.Messagef("a VEX or security advisory in CSAF, JSON, version 2.0"),
	Extensions: []string{".json"},
	Doc: `product_status says how each vulnerability stands in each product: known_affected, first_affected and last_affected are affected,
fixed and first_fixed are fixed, known_not_affected is not_affected. A product is named by the purl, cpe or hashes of its
product_identification_helper, else by the product_name and product_version of its branches, or by its full name; a
product_version_range says for which versions the statement is. What is a component of another product, by relationships, is meant
inside that one only. Why something is not affected is said by flags, or by the details of a threat of the category impact.`,
	Match: func(d *load.Document) bool {
		_, is := d.Keys["document.csaf_version"]
		return is
	},
	Decode: decode,
}

func decode(file string, text []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	var d document
	flaws, fault := strict.Excerpt(file, text, &d, limits.Limits)
	if len(fault) > 0 {
		return load.Bill{}, fault
	}
	r := reader{document: &d, products: map[string]*named{}, groups: map[string][]string{}, missing: map[string]bool{}}
	r.bill.Remarks = append(flaws, load.Unversed(cmp.Or(d.Head.At, d.At), "CSAF", d.Head.Version, []string{"2.0"})...)
	r.tree()
	if most := limits.Statements; len(d.Vulnerabilities) > most {
		return load.Bill{}, load.TooMany(d.Vulnerabilities[most].At, models.Messagef("vulnerabilities"), most)
	}
	for i := range d.Vulnerabilities {
		r.state(&d.Vulnerabilities[i])
		if len(r.bill.Statements) > limits.Statements {
			return load.Bill{}, load.TooMany(d.Vulnerabilities[i].At, models.Messagef("statements on vulnerabilities"), limits.Statements)
		}
	}
	r.bill.Count.Vulnerabilities = len(d.Vulnerabilities)
	return r.bill, nil
}

// reader turns a document into a bill.
type reader struct {
	*document
	bill     load.Bill
	products map[string]*named   // by product id
	groups   map[string][]string // by group id: the ids of the products in it
	missing  map[string]bool     // ids of products that the tree does not have
}

// state adds what is said of a vulnerability. What counts most against a product comes last.
func (r *reader) state(v *vulnerability) {
	s := &v.Status
	why := r.reasons(v)
	for _, part := range []struct {
		status   models.VulnerabilityStatus
		products []string
	}{
		{models.NotAffected, s.NotAffected}, {models.Fixed, s.Fixed}, {models.Fixed, s.FirstFixed}, {models.UnderInvestigation, s.Investigated},
		{models.Affected, s.Affected}, {models.Affected, s.FirstAffected}, {models.Affected, s.LastAffected},
	} {
		for _, id := range distinct(part.products) {
			r.bill.Count.Statements++
			about := models.Vulnerability{Origin: models.Origin{At: v.At}, ID: v.CVE, Status: part.status}
			if about.Status == models.NotAffected {
				about.Justification = why(id)
			}
			for _, other := range v.IDs {
				switch {
				case other.Text == "" || other.Text == about.ID || slices.Contains(about.Aliases, other.Text):
				case about.ID == "":
					about.ID = other.Text
				default:
					about.Aliases = append(about.Aliases, other.Text)
				}
			}
			about.ID = cmp.Or(about.ID, v.Title)
			r.bill.Statements = append(r.bill.Statements, r.product(id, v).statement(about))
		}
	}
	r.bill.Count.Statements += len(distinct(s.Recommended))
}

// distinct lists each id once.
func distinct(ids []string) []string {
	seen := make(map[string]bool, len(ids))
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		before := seen[id]
		seen[id] = true
		return before
	})
}

// product finds a product. One that the tree does not have is called by its id.
func (r *reader) product(id string, v *vulnerability) *named {
	if p := r.products[id]; p != nil {
		return p
	}
	if !r.missing[id] {
		r.missing[id] = true
		r.bill.Remarks = load.Note(r.bill.Remarks, models.Problem{
			At: v.At, Path: "product_status", What: models.Messagef("there is no product %q in product_tree", id), Remedy: models.Messagef("it means only what is called exactly so"),
		})
	}
	return &named{words: []string{id}}
}

// reasons says of each product why a vulnerability does not affect it.
func (r *reader) reasons(v *vulnerability) func(id string) string {
	labels, impacts := map[string]string{}, map[string]string{}
	general := ""
	note := func(into map[string]string, words string, products, groups []string) {
		for _, group := range groups {
			products = append(slices.Clip(products), r.groups[group]...)
		}
		for _, id := range products {
			into[id] = cmp.Or(into[id], words)
		}
	}
	for _, f := range v.Flags {
		note(labels, f.Label, f.Products, f.Groups)
	}
	for _, t := range v.Threats {
		if t.Category != "impact" {
			continue
		}
		if len(t.Products)+len(t.Groups) == 0 {
			general = cmp.Or(general, t.Details)
		}
		note(impacts, t.Details, t.Products, t.Groups)
	}
	return func(id string) string { return cmp.Or(labels[id], impacts[id], general) }
}
