package cyclonedx

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/strict"
)

// Supplement is the format.
var Supplement = load.Supplement{
	Name:  "cyclonedx",
	Title: "an SBOM or VEX in CycloneDX, JSON, versions 1.4 to 1.6",
	Doc: `metadata.component says what the file is of; components, nested or not, and dependencies say what it contains and by which
way. Of each: bom-ref, group, name, version, supplier, manufacturer or publisher, purl, cpe, hashes.

vulnerabilities say with analysis.state what each entry of affects is: exploitable is affected, in_triage is under_investigation,
resolved and resolved_with_pedigree are fixed, false_positive and not_affected are not_affected. Without an analysis it is affected,
and where affects lists versions or ranges (vers:…), each has the status that it is given. An entry is named by its bom-ref or, in
a file of its own, by a BOM-Link (urn:cdx:SERIAL/VERSION#ref).`,
	Match:  match,
	Decode: decode,
}

// versions are those of the format that are read.
var versions = []string{"1.4", "1.5", "1.6"}

func match(name string, head []byte) bool {
	return strict.IsJSON(name) && (strings.HasSuffix(strings.ToLower(name), ".cdx.json") ||
		bytes.Contains(head, []byte(`"bomFormat"`)) && bytes.Contains(head, []byte(`"CycloneDX"`)))
}

func decode(file string, data []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	var d document
	if problems := strict.Excerpt(file, data, &d, limits.Limits); len(problems) > 0 {
		return load.Bill{}, problems
	}
	if problems := d.head(); len(problems) > 0 {
		return load.Bill{}, problems
	}
	r := reader{document: &d, limits: limits, index: map[string]int{}}
	if problems := r.list(); len(problems) > 0 {
		return load.Bill{}, problems
	}
	if problems := r.nest(); len(problems) > 0 {
		return load.Bill{}, problems
	}
	if problems := r.state(); len(problems) > 0 {
		return load.Bill{}, problems
	}
	return r.bill, nil
}

// head looks whether the file is what it says.
func (d *document) head() models.Problems {
	var out models.Problems
	if d.BOMFormat != "CycloneDX" {
		out = append(out, models.Problem{At: d.At, Path: "bomFormat", What: fmt.Sprintf("%q is not CycloneDX", d.BOMFormat), Remedy: "write \"CycloneDX\""})
	}
	if !slices.Contains(versions, d.SpecVersion) {
		out = append(out, models.Problem{
			At: d.At, Path: "specVersion", What: fmt.Sprintf("version %q of CycloneDX is not read", d.SpecVersion), Remedy: "write one of " + strings.Join(versions, ", "),
		})
	}
	return out
}

// reader turns a document into a bill.
type reader struct {
	*document
	limits load.SupplementLimits
	bill   load.Bill
	nested [][]int        // by place in the list: what is nested in it
	index  map[string]int // bom-ref → place in the list; -1: the subject
	tops   []int          // what is nested in the subject
}

// pending is a component on its way into the list.
type pending struct {
	*component
	in int // place in the list; -1: the subject or the file itself
}

// list lists the components, each before those nested in it.
func (r *reader) list() models.Problems {
	var stack []pending
	push := func(list []component, in int) {
		for i := range slices.Backward(list) {
			stack = append(stack, pending{&list[i], in})
		}
	}
	push(r.Components, -1)
	if of := r.Metadata.Component; of != nil {
		r.bill.Subject = listed(of)
		if of.Ref != "" {
			r.index[of.Ref] = -1
		}
		push(of.Components, -1)
	}
	for len(stack) > 0 {
		c := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		at := len(r.bill.Listed)
		if at == r.limits.Packages {
			return load.TooMany(c.At, "components", r.limits.Packages)
		}
		if before, twice := r.index[c.Ref]; c.Ref != "" && twice {
			problem := models.Problem{At: c.At, Path: "bom-ref", What: fmt.Sprintf("%q is the bom-ref of another component, too", c.Ref), Remedy: "give each its own"}
			if before >= 0 {
				problem.Remedy += "; the first is at " + r.bill.Listed[before].At.String()
			}
			return models.Problems{problem}
		}
		if c.Ref != "" {
			r.index[c.Ref] = at
		}
		r.bill.Listed = append(r.bill.Listed, listed(c.component))
		r.nested = append(r.nested, nil)
		if c.in < 0 {
			r.tops = append(r.tops, at)
		} else {
			r.nested[c.in] = append(r.nested[c.in], at)
		}
		push(c.Components, at)
	}
	return nil
}

// listed is a component as a bill lists it.
func listed(c *component) load.Listed {
	name := c.Name
	if c.Group != "" {
		name = c.Group + "/" + c.Name
	}
	out := load.Listed{Package: models.Package{
		Origin: models.Origin{At: c.At},
		Name:   name,
		Identity: models.Identity{
			Version: c.Version, Supplier: cmp.Or(c.Supplier.Name, c.Manufacturer.Name, c.Publisher), PURL: c.PURL, CPE: c.CPE,
		},
	}}
	for _, h := range c.Hashes {
		out.Hashes = append(out.Hashes, strings.ToLower(h.Algorithm+":"+h.Content))
	}
	if c.Ref != "" {
		out.Refs = []string{c.Ref}
	}
	return out
}

// nest says what lies within what: by nesting and by dependencies.
func (r *reader) nest() models.Problems {
	below := r.nested
	var top []int
	inside := make([]bool, len(r.bill.Listed))
	for _, children := range below {
		for _, i := range children {
			inside[i] = true
		}
	}
	for _, d := range r.Dependencies {
		from, known := r.index[d.Ref]
		if !known {
			continue // of a service, or of another file
		}
		for _, ref := range d.DependsOn {
			to, known := r.index[ref]
			switch {
			case !known || to < 0:
			case from < 0:
				top = append(top, to)
			default:
				below[from] = append(below[from], to)
				inside[to] = true
			}
		}
	}
	for _, i := range r.tops {
		if !inside[i] {
			top = append(top, i)
		}
	}
	return load.Nest(r.bill.Listed, top, func(i int) []int { return below[i] }, r.limits)
}

// state collects what the file says of vulnerabilities: of each entry of affects one statement or, where it lists
// versions, one for each of them.
func (r *reader) state() models.Problems {
	for i := range r.Vulnerabilities {
		v := &r.Vulnerabilities[i]
		for _, a := range v.Affects {
			words := a.Versions
			if len(words) == 0 {
				words = []versionWord{{}}
			}
			for _, w := range words {
				if len(r.bill.Statements) == r.limits.Statements {
					return load.TooMany(v.At, "statements on vulnerabilities", r.limits.Statements)
				}
				r.bill.Statements = append(r.bill.Statements, v.statement(a.Ref, w))
			}
		}
	}
	return nil
}

// statement is what the vulnerability is to one version of what it affects. What was found out (analysis) holds for the
// versions that are called affected.
func (v *vulnerability) statement(ref string, w versionWord) load.Statement {
	told := models.Vulnerability{Origin: models.Origin{At: v.At}, ID: v.ID, Status: models.Affected}
	switch {
	case w.Status == "unaffected":
		told.Status = models.NotAffected
	case w.Status == "unknown":
		told.Status = models.UnderInvestigation
	case v.Analysis != nil:
		told.Status = cmp.Or(statuses[v.Analysis.State], models.Affected)
		told.Justification = cmp.Or(v.Analysis.Justification, v.Analysis.Detail)
	}
	out := load.Statement{Vulnerability: told, Of: []string{ref}}
	if version := cmp.Or(w.Version, w.Range); version != "" {
		out.Versions = []string{version}
	}
	return out
}
