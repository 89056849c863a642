package csaf

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

// named is a product of the tree, by what it is called.
type named struct {
	words    []string
	versions []string // which versions of that are meant, where the words do not say it
	in       []*named // what it is a component of, the nearest first
	on       *named   // what it is installed on or with
}

// statement says of a vulnerability how it stands in the product. What is installed on another product is affected
// wherever it is; it is out of danger only there.
func (n *named) statement(about models.Vulnerability) load.Statement {
	out := load.Statement{Vulnerability: about, Of: n.words, Versions: n.versions}
	around := n.in
	clears := about.Status == models.NotAffected || about.Status == models.Fixed
	if n.on != nil && clears {
		around = append(slices.Clip(around), n.on)
	}
	for i, product := range around {
		if i == 0 {
			out.In = product.words
		} else {
			out.Around = append(out.Around, product.words)
		}
		if clears && len(product.versions) > 0 { // of other versions of the product around it nothing is said
			out.Status, out.Justification = models.UnderInvestigation, ""
		}
	}
	return out
}

// place is a branch of the tree with what the branches around it say.
type place struct {
	*branch
	product, version, versions string // names of the nearest branches of these sorts
}

// tree finds out what the products are called.
func (r *reader) tree() {
	for i := range r.Tree.Products {
		r.name(&r.Tree.Products[i], place{})
	}
	var stack []place
	push := func(list []branch, around place) {
		for i := range slices.Backward(list) {
			around.branch = &list[i]
			stack = append(stack, around)
		}
	}
	push(r.Tree.Branches, place{})
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		switch at.Category {
		case "product_name":
			at.product, at.version, at.versions = at.Name, "", ""
		case "product_version":
			at.version, at.versions = at.Name, ""
		case "product_version_range":
			at.version, at.versions = "", at.Name
		}
		if at.Product != nil {
			r.name(at.Product, at)
		}
		push(at.Branches, at)
	}
	for _, g := range r.Tree.Groups {
		r.groups[g.ID] = g.Products
	}
	r.relate()
}

// name says what a product is called. Of several with one id the first counts.
func (r *reader) name(p *product, at place) {
	if r.twice(p) {
		return
	}
	out := &named{}
	for _, word := range append([]string{p.Helper.PURL, p.Helper.CPE}, p.Helper.PURLs...) {
		if word != "" {
			out.words = append(out.words, word)
		}
	}
	identified := len(out.words) > 0
	switch {
	case at.versions != "":
		out.versions = []string{at.versions}
	case at.version != "" && identified && !versioned(out.words):
		out.versions = []string{at.version}
	}
	if !identified {
		switch {
		case at.product != "" && at.version != "":
			out.words = append(out.words, at.product+"@"+at.version)
		case at.product != "":
			out.words = append(out.words, at.product)
		}
		if p.Name != "" && p.Name != at.product {
			out.words = append(out.words, p.Name)
		}
	}
	for _, file := range p.Helper.Hashes {
		for _, d := range file.Digests {
			out.words = append(out.words, d.Algorithm+":"+d.Value)
		}
	}
	r.products[p.ID] = out
}

// versioned tells whether each of some purls and CPEs says which version it means.
func versioned(words []string) bool {
	for _, word := range words {
		if strings.HasPrefix(word, "pkg:") {
			path, _, _ := strings.Cut(word, "?")
			if name := path[strings.LastIndexByte(path, '/')+1:]; !strings.Contains(name, "@") {
				return false
			}
			continue
		}
		fields := strings.Split(strings.TrimPrefix(strings.TrimPrefix(word, "cpe:2.3:"), "cpe:/"), ":")
		if len(fields) < 4 || fields[3] == "*" || fields[3] == "-" || fields[3] == "" {
			return false
		}
	}
	return true
}

// twice tells of a product without an id, and of one whose id is taken, on which it remarks.
func (r *reader) twice(p *product) bool {
	if r.products[p.ID] == nil {
		return p.ID == ""
	}
	r.bill.Remarks = load.Note(r.bill.Remarks, models.Problem{
		At: p.At, Path: "product_id", What: models.Messagef("%q is the product_id of another product, too", p.ID), Remedy: models.Messagef("the first one counts"),
	})
	return true
}

// maxRelations is how many relationships may stand behind each other, in whatever order they are listed.
const maxRelations = 100

// relate names the products that relationships make of others.
func (r *reader) relate() {
	waiting := make([]*relationship, len(r.Tree.Relationships))
	made := map[string]bool{}
	for i := range r.Tree.Relationships {
		waiting[i] = &r.Tree.Relationships[i]
		made[waiting[i].Product.ID] = true
	}
	for pass := 0; len(waiting) > 0; pass++ {
		before := len(waiting)
		waiting = slices.DeleteFunc(waiting, func(rel *relationship) bool {
			known := func(id string) bool { return r.products[id] != nil || !made[id] }
			ready := known(rel.Of) && known(rel.In)
			if ready {
				r.join(rel)
			}
			return ready
		})
		if len(waiting) == before || pass == maxRelations {
			clear(made) // what is left goes in circles: each end is called by its id
		}
	}
}

// join names the product that a relationship makes of two others.
func (r *reader) join(rel *relationship) {
	if r.twice(&rel.Product) {
		return
	}
	of, in := r.products[rel.Of], r.products[rel.In]
	if of == nil {
		of = &named{words: []string{rel.Of}}
	}
	if in == nil {
		in = &named{words: []string{rel.In}}
	}
	out := &named{words: of.words, versions: of.versions, in: of.in, on: in}
	if !strings.HasPrefix(rel.Category, "installed_") {
		out.in, out.on = slices.Concat(of.in, []*named{in}, in.in), of.on
	}
	r.products[rel.Product.ID] = out
}
