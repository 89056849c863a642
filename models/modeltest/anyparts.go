package modeltest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// contents writes what a component contains and what is known of it: in the model itself, and in files beside it.
func (a *author) contents(c *models.Component) {
	c.Vulnerabilities = apart(c.Vulnerabilities)
	for i := range c.Packages {
		p := &c.Packages[i]
		p.Vulnerabilities = apart(p.Vulnerabilities)
		if p.Component = a.later(c.ID); p.Component != "" {
			a.flawed = append(a.flawed, p.Component)
		}
		if p.In = nil; a.sometimes(3) {
			p.In = []int{a.below(i+1) - 1} // the component, or a package before it
		}
		if i > 0 && len(p.Within) > 0 {
			p.Within = []string{c.Packages[i-1].Name}
		}
	}
	wanted, statements := c.SBOM != "", len(c.VEX) > 0
	c.SBOM, c.VEX = "", nil
	var listed []string
	if wanted {
		c.SBOM, listed = a.bill(fmt.Sprintf("parts/%d", len(a.beside)))
	}
	if statements {
		c.VEX = []string{a.statements(fmt.Sprintf("parts/%d", len(a.beside)), append(listed, string(c.ID)))}
	}
}

// later is one of the components behind another, which may be a part of it; or none.
func (a *author) later(than models.ComponentID) models.ComponentID {
	at := slices.IndexFunc(a.system.Components, func(c models.Component) bool { return c.ID == than })
	if rest := a.system.Components[at+1:]; len(rest) > 0 && a.sometimes(3) {
		return one(a, rest).ID
	}
	return ""
}

// apart leaves out what stands twice.
func apart(known []models.Vulnerability) []models.Vulnerability {
	var out []models.Vulnerability
	for i, v := range known {
		v.ID = fmt.Sprintf("CVE-2024-%04d", 1000+len(v.ID)%7)
		if known[i].ID = v.ID; !slices.ContainsFunc(known[:i], func(before models.Vulnerability) bool { return before.ID == v.ID }) {
			out = append(out, v)
		}
	}
	return out
}

// bill attaches a software bill of materials in one of the formats, and lists what it names.
func (a *author) bill(name string) (string, []string) {
	var listed []string
	for i := range 1 + a.below(6) {
		listed = append(listed, fmt.Sprintf("pkg:generic/part-%d@1.%d", i, a.below(3)))
	}
	if a.sometimes(5) {
		return a.attach(name+".cdx.json", a.cycloneDX(listed)), listed
	}
	return a.attach(name+".spdx.json", a.spdx(listed)), listed
}

// attach keeps a file and returns its name.
func (a *author) attach(name string, content any) string {
	body, is := content.([]byte)
	if !is {
		var err error
		if body, err = json.Marshal(content); err != nil {
			panic(fmt.Sprintf("modeltest: %v", err))
		}
	}
	a.beside[name] = body
	return name
}

type object = map[string]any

// cycloneDX is a bill in CycloneDX: each thing lies in the one before it, or in the product.
func (a *author) cycloneDX(listed []string) object {
	var parts, lies, known []object
	for i, url := range listed {
		parts = append(parts, object{"bom-ref": url, "name": a.name(), "version": url[strings.LastIndex(url, "@")+1:], "purl": url})
		whole := "product"
		if i > 0 && a.sometimes(5) {
			whole = listed[i-1]
		}
		lies = append(lies, object{"ref": whole, "dependsOn": []string{url}})
		if a.sometimes(4) {
			state := one(a, []string{"exploitable", "in_triage", "resolved", "not_affected"})
			known = append(known, object{"id": fmt.Sprintf("CVE-2024-%04d", 1000+i), "affects": []object{{"ref": url}}, "analysis": object{"state": state, "detail": a.name()}})
		}
	}
	return object{
		"bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": object{"component": object{"bom-ref": "product", "name": a.name()}},
		"components": parts, "dependencies": lies, "vulnerabilities": known,
	}
}

// spdx is a bill in SPDX.
func (a *author) spdx(listed []string) object {
	packages := []object{{"SPDXID": "SPDXRef-product", "name": a.name()}}
	relations := []object{{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-product"}}
	whole := "SPDXRef-product"
	for i, url := range listed {
		id := fmt.Sprintf("SPDXRef-%d", i)
		packages = append(packages, object{
			"SPDXID": id, "name": a.name(), "versionInfo": url[strings.LastIndex(url, "@")+1:],
			"externalRefs": []object{{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": url}},
		})
		relations = append(relations, object{"spdxElementId": whole, "relationshipType": "CONTAINS", "relatedSpdxElement": id})
		if a.sometimes(5) {
			whole = id
		}
	}
	return object{"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "packages": packages, "relationships": relations}
}

// statements attaches a file that says of something whether vulnerabilities affect it.
func (a *author) statements(name string, of []string) string {
	status := models.VulnerabilityStatuses()
	if a.sometimes(5) {
		var told []object
		for i := range 1 + a.below(3) {
			told = append(told, object{
				"vulnerability": object{"name": fmt.Sprintf("CVE-2023-%04d", 1000+i)}, "timestamp": fmt.Sprintf("2023-0%d-01T00:00:00Z", 1+i),
				"products": []object{{"@id": one(a, of)}}, "status": one(a, status), "justification": "component_not_present",
			})
		}
		return a.attach(name+".vex.json", object{"@context": "https://openvex.dev/ns/v0.2.0", "@id": "a", "author": "a", "timestamp": "2023-01-01T00:00:00Z", "version": 1, "statements": told})
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	lines := [][]string{{"cve", "component", "status", "justification"}}
	for i := range 1 + a.below(3) {
		lines = append(lines, []string{fmt.Sprintf("CVE-2022-%04d", 1000+i), one(a, of), string(one(a, status)), a.name()})
	}
	if err := w.WriteAll(lines); err != nil {
		panic(fmt.Sprintf("modeltest: %v", err))
	}
	return a.attach(name+".csv", b.Bytes())
}
