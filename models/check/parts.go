package check

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
)

// MaxWithin bounds how many packages lie within each other in an SBOM.
const MaxWithin = 100

// hash is a digest as SBOMs write it, with its algorithm.
var hash = regexp.MustCompile(`^[a-z0-9-]+:[0-9a-f]+$`)

// identity checks what tells a product apart.
func (c *checker) identity(e element, of *models.Identity) {
	if of.PURL != "" {
		if err := identity.CheckPURL(of.PURL); err != nil {
			c.report(e, "purl", models.Messagef("%s is no package URL: %v", quote(of.PURL), models.MessageOf(err)), models.Messagef("write it as pkg:type/namespace/name@version"))
		}
	}
	for i, h := range of.Hashes {
		if !hash.MatchString(h) {
			c.report(e, fmt.Sprintf("hashes[%d]", i), models.Messagef("%s is no hash", quote(h)), models.Messagef("write algorithm:digest in lower case, e.g. sha-256:9f86d081"))
		}
	}
}

// packages checks what a component's SBOM lists.
func (c *checker) packages(e element, x *models.Component) {
	for i := range x.Packages {
		p := &x.Packages[i]
		below := e.in(fmt.Sprintf("packages[%d]", i))
		if p.At.Line > 0 {
			below.at = p.At
		}
		c.identity(below, &p.Identity)
		ref(c, below, "component", p.Component, c.known.of(models.ComponentSort))
		if len(p.Within) > MaxWithin {
			c.report(below, "within", models.Messagef("more than %d packages lie within each other", MaxWithin), models.Messagef("name fewer"))
		}
		for j, in := range p.In {
			if in < -1 || in >= len(x.Packages) || in == i {
				c.report(below, fmt.Sprintf("in[%d]", j), models.Messagef("%d is the place of no other package", in), models.Messagef("write a number from -1 (the component) to %d", len(x.Packages)-1))
			}
		}
		c.vulnerabilities(below, p.Vulnerabilities)
	}
	for i := range x.LeftOut {
		c.identity(e.in(fmt.Sprintf("left_out[%d]", i)), &x.LeftOut[i].Identity)
	}
}

// doubts checks what attached files left open.
func (c *checker) doubts() {
	for i := range c.system.Doubts {
		ref(c, element{at: c.system.Doubts[i].At, list: "doubts", index: i}, "component", c.system.Doubts[i].Component, c.known.of(models.ComponentSort))
	}
}

// vulnerabilities checks that each vulnerability of one thing is told of once.
func (c *checker) vulnerabilities(e element, known []models.Vulnerability) {
	ids := make([]string, len(known))
	for i := range known {
		ids[i] = known[i].ID
	}
	for _, i := range repetitions(ids) {
		c.report(e, fmt.Sprintf("vulnerabilities[%d].id", i), models.Messagef("%s is told of twice", quote(ids[i])), models.Messagef("remove one"))
	}
}

// flaws checks that no component that a vulnerability affects is called patched or free of flaws, unless it can be stopped.
func (c *checker) flaws(e element, x *models.Component) {
	affects := slices.IndexFunc(x.Vulnerabilities, func(v models.Vulnerability) bool { return v.Status == models.Affected })
	if affects < 0 || x.Properties[models.CrashFree] == models.Absent {
		return
	}
	for _, p := range []models.PropertyID{models.Patched, models.FlawFree} {
		if said := x.Properties[p]; said.Protects() {
			c.report(e.in("properties"), string(p), models.Messagef("it is %s, and %s affects the component", said, x.Vulnerabilities[affects].ID), models.Messagef("remove it, or write what is true of the vulnerability"))
		}
	}
}
