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
	Name:       "cyclonedx",
	Title:      models.Messagef("an SBOM or VEX in CycloneDX, JSON or XML, versions up to 1.7"),
	Extensions: []string{".json", ".xml"},
	Doc: `metadata.component says what the file is of; components, nested or not, and dependencies say what it contains and by which
way. Of each: bom-ref, group, name, version, supplier, manufacturer or publisher, purl, cpe, hashes. What has the scope excluded, and
what is nested in that, does not lie in the product.

vulnerabilities say with analysis.state what each entry of affects is: exploitable is affected, in_triage is under_investigation,
resolved and resolved_with_pedigree are fixed, false_positive and not_affected are not_affected. Without an analysis it is affected,
and where affects lists versions or ranges (vers:…), each has the status that it is given. An entry is named by its bom-ref or, in
a file of its own, by a BOM-Link (urn:cdx:SERIAL/VERSION#ref).`,
	Match: func(d *load.Document) bool {
		return strings.Contains(d.Keys["bomFormat"]+d.Keys["specFormat"], "CycloneDX") || strings.HasPrefix(d.Root.Space, namespace)
	},
	Decode: decode,
}

// versions are those of the format that are known.
var versions = []string{"1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"}

func decode(file string, text []byte, limits load.SupplementLimits) (load.Bill, models.Problems) {
	limits = limits.WithDefaults()
	r := reader{limits: limits}
	var flaws, fault models.Problems
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("<")) {
		r.document, fault = readXML(file, text, limits)
	} else {
		flaws, fault = strict.Excerpt(file, text, &r.document, limits.Limits)
	}
	if len(fault) > 0 {
		return load.Bill{}, fault
	}
	r.listing.Remarks(append(flaws, load.Unversed(r.At, "CycloneDX", r.SpecVersion, versions)...))
	if problems := r.list(); len(problems) > 0 {
		return load.Bill{}, problems
	}
	r.depend()
	if problems := r.state(); len(problems) > 0 {
		return load.Bill{}, problems
	}
	bill := r.listing.Bill(limits)
	bill.Link, bill.Statements = r.link(), r.statements
	bill.Count.Vulnerabilities, bill.Count.Statements = r.count()
	return bill, nil
}

// reader turns a document into a bill.
type reader struct {
	document
	limits     load.SupplementLimits
	listing    load.Listing
	statements []load.Statement
}

// link is the BOM-Link that means the file.
func (r *reader) link() string {
	if r.Serial == "" {
		return ""
	}
	return "urn:cdx:" + strings.TrimPrefix(r.Serial, "urn:uuid:") + "/" + cmp.Or(string(r.Edition), "1")
}

// pending is a component on its way into the list.
type pending struct {
	*component
	in int // the place of what it is nested in; -1: of nothing
}

// list lists the components, each before those nested in it.
func (r *reader) list() models.Problems {
	var stack []pending
	push := func(list []component, in int) {
		for i := range slices.Backward(list) {
			stack = append(stack, pending{&list[i], in})
		}
	}
	most := r.limits.Packages
	push(r.Components, -1)
	if of := r.Metadata.Component; of != nil && of.says() {
		subject := r.add(of, "")
		r.listing.Subject(subject)
		push(of.Components, subject)
		most++
	}
	for len(stack) > 0 {
		c := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if r.listing.Len() == most {
			return load.TooMany(c.At, models.Messagef("components"), r.limits.Packages)
		}
		reason := r.reason(c)
		at := r.add(c.component, reason)
		if c.in >= 0 {
			r.listing.Put(c.in, at)
		}
		push(c.Components, at)
	}
	return nil
}

// says tells whether a component says what it is.
func (c *component) says() bool {
	return c.Name != "" || c.Ref != "" || c.Group != "" || c.Version != "" || c.PURL != "" || c.CPE != "" || len(c.Components) > 0
}

// reason is why a component is left out; empty where it is not.
func (r *reader) reason(c pending) string {
	scope := strings.TrimSpace(c.Scope)
	if !slices.Contains(scopes, scope) {
		r.listing.Remark(c.At, "scope", models.Messagef("unknown word %q", scope), models.Messagef("it counts as required"))
	}
	if scope == "excluded" {
		return "scope excluded"
	}
	if c.in >= 0 {
		return r.listing.Within(c.in)
	}
	return ""
}

// add lists a component.
func (r *reader) add(c *component, reason string) int {
	r.listing.Count(c.Name, c.Version, c.PURL)
	name := strings.TrimSpace(c.Name)
	if group := strings.TrimSpace(c.Group); group != "" && name != "" {
		name = group + "/" + name
	}
	out := load.Listed{Reason: reason, Package: models.Package{
		Origin: models.Origin{At: c.At},
		Name:   name,
		Identity: models.Identity{
			Version: c.Version, Supplier: cmp.Or(c.Supplier.Name, c.Manufacturer.Name, c.Publisher),
			PURL: strings.TrimSpace(c.PURL), CPE: strings.TrimSpace(c.CPE),
		},
	}}
	for _, h := range c.Hashes {
		out.Hashes = append(out.Hashes, strings.ToLower(h.Algorithm+":"+strings.TrimSpace(h.Content)))
	}
	if c.Ref != "" {
		out.Refs = []string{c.Ref}
	}
	return r.listing.Add(out, "bom-ref")
}

// depend says what lies within what by dependencies.
func (r *reader) depend() {
	for _, d := range r.Dependencies {
		from, known := r.listing.Place(d.Ref)
		if !known {
			continue // of a service, or of another file
		}
		for _, ref := range d.DependsOn {
			if to, known := r.listing.Place(ref); known {
				r.listing.Put(from, to)
			}
		}
	}
}

// state collects what the file says of vulnerabilities: of each entry of affects one statement or, where it lists
// versions, one for each of them.
func (r *reader) state() models.Problems {
	if most := r.limits.Statements; len(r.Vulnerabilities) > most {
		return load.TooMany(r.Vulnerabilities[most].At, models.Messagef("vulnerabilities"), most)
	}
	for i := range r.Vulnerabilities {
		v := &r.Vulnerabilities[i]
		r.words(i, v)
		for _, a := range v.Affects {
			words := a.Versions
			if len(words) == 0 {
				words = []versionWord{{}}
			}
			for _, w := range words {
				if len(r.statements) == r.limits.Statements {
					return load.TooMany(v.At, models.Messagef("statements on vulnerabilities"), r.limits.Statements)
				}
				r.statements = append(r.statements, v.statement(strings.TrimSpace(a.Ref), w))
			}
			if only := v.besides(&a); only != nil {
				r.statements = append(r.statements, *only)
			}
		}
	}
	return nil
}

// words remarks on words that are none of the format's, and takes them for what counts against the product.
func (r *reader) words(i int, v *vulnerability) {
	path := fmt.Sprintf("vulnerabilities[%d].", i)
	if len(v.Affects) == 0 {
		what := models.Messagef("nothing says what %s affects", v.ID)
		if v.ID == "" {
			what = models.Messagef("nothing says what the vulnerability affects")
		}
		r.listing.Remark(v.At, path+"affects", what, models.Messagef("it is about nothing"))
	}
	if v.Analysis != nil {
		v.Analysis.State = strings.TrimSpace(v.Analysis.State)
		if _, known := statuses[v.Analysis.State]; !known {
			r.listing.Remarks(models.Problems{load.Unworded(v.At, path+"analysis.state", v.Analysis.State, states, models.Affected)})
		}
	}
	for j := range v.Affects {
		if strings.TrimSpace(v.Affects[j].Ref) == "" {
			r.listing.Remark(v.At, fmt.Sprintf("%saffects[%d].ref", path, j), models.Messagef("nothing says what is affected"), models.Messagef("it is about nothing"))
		}
		for k := range v.Affects[j].Versions {
			w := &v.Affects[j].Versions[k]
			if w.Status = strings.TrimSpace(w.Status); w.Status != "" && !slices.Contains(versionWords, w.Status) {
				r.listing.Remarks(models.Problems{load.Unworded(v.At, fmt.Sprintf("%saffects[%d].versions[%d].status", path, j, k), w.Status, versionWords, models.Affected)})
			}
		}
	}
}

// statement is what the vulnerability is to one version of what it affects. What was found out (analysis) holds for the
// versions that are called affected.
func (v *vulnerability) statement(ref string, w versionWord) load.Statement {
	told := models.Vulnerability{Origin: models.Origin{At: v.At}, ID: strings.TrimSpace(v.ID), Status: models.Affected}
	for _, other := range v.References {
		if id := strings.TrimSpace(other.ID); id != "" && id != told.ID && !slices.Contains(told.Aliases, id) {
			told.Aliases = append(told.Aliases, id)
		}
	}
	switch {
	case w.Status == "unaffected":
		told.Status = models.NotAffected
	case w.Status == "unknown":
		told.Status = models.UnderInvestigation
	case w.Status != "" && w.Status != "affected": // nobody knows what that means
	case v.Analysis != nil:
		told.Status = cmp.Or(statuses[v.Analysis.State], models.Affected)
		told.Justification = strings.TrimSpace(cmp.Or(v.Analysis.Justification, v.Analysis.Detail))
	}
	out := load.Statement{Vulnerability: told}
	if ref != "" {
		out.Of = []string{ref}
	}
	if version := strings.TrimSpace(cmp.Or(w.Version, w.Range)); version != "" {
		out.Versions = []string{version}
	}
	return out
}

// besides is what an entry leaves open that lists versions out of danger alone: every other version is not spoken of, and the
// vulnerability is known all the same.
func (v *vulnerability) besides(a *affected) *load.Statement {
	var safe []string
	for _, w := range a.Versions {
		told := v.statement(strings.TrimSpace(a.Ref), w)
		if told.Status != models.NotAffected && told.Status != models.Fixed || len(told.Versions) == 0 {
			return nil
		}
		safe = append(safe, told.Versions...)
	}
	if len(safe) == 0 {
		return nil
	}
	out := v.statement(strings.TrimSpace(a.Ref), versionWord{Status: "unknown"})
	out.Besides = safe
	return &out
}

// count says how many vulnerabilities the file speaks of, and of how many things.
func (r *reader) count() (vulnerabilities, statements int) {
	known := map[string]bool{}
	for i := range r.Vulnerabilities {
		known[r.Vulnerabilities[i].ID] = true
		if r.Vulnerabilities[i].Of == "" {
			statements += len(r.Vulnerabilities[i].Affects)
		}
	}
	return len(known), statements
}
