package models

import (
	"slices"
	"strings"
)

// Identity tells which product, in which version, a component or a package is. Files that speak of it name it by its
// purl or CPE, by its name and version, or by its name alone.
type Identity struct {
	Version  string   `json:"version,omitempty"`  // which version of the product
	Supplier string   `json:"supplier,omitempty"` // who supplies it, as an SBOM names them
	PURL     string   `json:"purl,omitempty"`     // its package URL, e.g. pkg:generic/tls@1.2.3
	CPE      string   `json:"cpe,omitempty"`      // its name in the Common Platform Enumeration
	Hashes   []string `json:"hashes,omitempty"`   // of its files, each as algorithm:digest, e.g. sha-256:9f86…
}

// Package is one entry of a component's software bill of materials (SBOM): something that is built into it, at any
// depth. An entry with known vulnerabilities stands for a component of the case, which Component names.
type Package struct {
	Origin
	Name string `json:"name"` // as the SBOM calls it
	Identity
	Within          []string        `json:"within,omitempty"`          // the packages around it on one of the shortest ways, the outermost first; nothing where it is built in directly
	In              []int           `json:"in,omitempty"`              // all that directly contains it: places in this list, from 0, and -1 for the component itself; where it is left out, what within says
	Component       ComponentID     `json:"component,omitempty"`       // the component of the case that it is
	Vulnerabilities []Vulnerability `json:"vulnerabilities,omitempty"` // what is known of published vulnerabilities of it
}

// LeftOut is one entry of a component's software bill of materials that is not in the product, as the file itself says,
// such as a tool that only builds it. No vulnerability of it means anything for the component.
type LeftOut struct {
	Origin
	Name string `json:"name"` // as the SBOM calls it
	Identity
	Reason string `json:"reason"` // by which words the file says so, e.g. scope excluded
}

// Containers says of each package of a component what directly contains it, ascending: places in the list; -1 is the
// component. Where a package does not say so, it is what the nearest name around it means or, where nothing has that
// name there, the component. What is no place of another package does not count.
func Containers(packages []Package) [][]int {
	const sep = "\x00"
	at := map[string]int{} // a package with the names around it → its place
	for i := range packages {
		p := &packages[i]
		way := strings.Join(p.Within, sep) + sep + p.Name
		if _, known := at[way]; !known {
			at[way] = i
		}
	}
	out := make([][]int, len(packages))
	for i := range packages {
		p := &packages[i]
		for _, in := range p.In {
			if in >= -1 && in < len(packages) && in != i {
				out[i] = append(out[i], in)
			}
		}
		if len(out[i]) > 0 {
			continue
		}
		in := -1
		if n := len(p.Within); n > 0 {
			if around, known := at[strings.Join(p.Within[:n-1], sep)+sep+p.Within[n-1]]; known && around != i {
				in = around
			}
		}
		out[i] = []int{in}
	}
	return out
}

// Vulnerability is what is known of one published vulnerability of a component or a package.
type Vulnerability struct {
	Origin
	ID            string              `json:"id"`                // as published, e.g. CVE-2021-28372
	Aliases       []string            `json:"aliases,omitempty"` // what else it is published as, e.g. GHSA-…
	Status        VulnerabilityStatus `json:"status"`
	Justification string              `json:"justification,omitempty"` // why it is not affected, as the statement words it
}

// VulnerabilityStatus says whether a published vulnerability affects something, in the four words of the Vulnerability
// Exploitability eXchange (VEX).
type VulnerabilityStatus string

// The statuses.
const (
	Affected           VulnerabilityStatus = "affected"            // it is there and can be exploited
	NotAffected        VulnerabilityStatus = "not_affected"        // it is not there, or cannot be exploited
	Fixed              VulnerabilityStatus = "fixed"               // this version no longer has it
	UnderInvestigation VulnerabilityStatus = "under_investigation" // not known yet
)

// VulnerabilityStatuses lists the statuses, the gravest first.
func VulnerabilityStatuses() []VulnerabilityStatus {
	return []VulnerabilityStatus{Affected, UnderInvestigation, Fixed, NotAffected}
}

// GravestFirst compares two statuses: negative where the first is the graver one.
func GravestFirst(a, b VulnerabilityStatus) int {
	grave := VulnerabilityStatuses()
	return slices.Index(grave, a) - slices.Index(grave, b)
}

// Values lists the statuses.
func (VulnerabilityStatus) Values() []string {
	var out []string
	for _, s := range VulnerabilityStatuses() {
		out = append(out, string(s))
	}
	return out
}

// The protective properties that speak of flaws: that known ones are closed, that none lets code be run from afar, and that
// none lets it be stopped.
const (
	Patched   PropertyID = "patched"
	FlawFree  PropertyID = "flaw_free"
	CrashFree PropertyID = "crash_free"
)

// PatchedBy says what known vulnerabilities say of the property Patched: one that affects makes it false, one under
// investigation leaves it unknown, and where all are fixed or do not affect it is true. Without any nothing is known.
func PatchedBy(known []Vulnerability) Resistance {
	if len(known) == 0 {
		return NotStated
	}
	out := Given
	for _, v := range known {
		switch v.Status {
		case Affected:
			return Absent
		case UnderInvestigation:
			out = NotStated
		}
	}
	return out
}

// DecideFlaws lets the component's known vulnerabilities decide the properties Patched, FlawFree and CrashFree where
// nothing else states them. Whether a vulnerability that affects can do no more than stop it, only a model says; and that
// all known ones are closed does not say that there is no other.
func (c *Component) DecideFlaws() {
	switch said := PatchedBy(c.Vulnerabilities); said {
	case Absent:
		c.decide(Patched, said)
		c.decide(FlawFree, said)
	case Given:
		c.decide(Patched, said)
		c.decide(CrashFree, said)
	}
}

func (c *Component) decide(property PropertyID, said Resistance) {
	if c.Properties[property] != NotStated {
		return
	}
	if c.Properties == nil {
		c.Properties = Properties{}
	}
	c.Properties[property] = said
}

// Doubt is something that an attached file leaves open on a vulnerability. What it would clear is not cleared, and what
// it would make vulnerable counts as vulnerable.
type Doubt struct {
	Origin
	Kind          DoubtKind           `json:"kind"`
	Vulnerability string              `json:"vulnerability"`   // as published
	Status        VulnerabilityStatus `json:"status"`          // what the statement says
	Words         string              `json:"words,omitempty"` // by which it names what it is about, or the product around that
	Component     ComponentID         `json:"component"`       // that the file is attached to
	Part          string              `json:"part"`            // what it may be said of: an entry of the component's SBOM, or the component
	Taken         VulnerabilityStatus `json:"taken"`           // what counts
}

// DoubtKind says what is open.
type DoubtKind string

// The kinds of doubts.
const (
	DoubtfulProduct DoubtKind = "product" // whether that product is meant: another type, supplier or file has something of the same name, or the name is all that is said
	DoubtfulVersion DoubtKind = "version" // whether its version is meant: it is not known, or versions cannot be compared
	DoubtfulVariant DoubtKind = "variant" // whether its variant is meant: it does not say whether it has a qualifier that is stated
	DoubtfulWay     DoubtKind = "way"     // it is certain of the thing within one product, but nothing is said of the thing elsewhere
)

// Values lists the kinds.
func (DoubtKind) Values() []string {
	return []string{string(DoubtfulProduct), string(DoubtfulVersion), string(DoubtfulVariant), string(DoubtfulWay)}
}
