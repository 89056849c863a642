package formats_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
)

// samples are small files of every format in JSON, each with two entries or statements at least.
var samples = map[string]string{
	"cyclonedx": `{"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:uuid:1", "version": 1,
		"metadata": {"component": {"bom-ref": "m", "name": "Modem", "version": "2", "purl": "pkg:generic/modem@2"}},
		"components": [{"bom-ref": "a", "name": "a", "version": "1", "purl": "pkg:generic/a@1", "hashes": [{"alg": "SHA-1", "content": "ab"}], "components": [{"name": "in-a"}]},
			{"bom-ref": "b", "group": "g", "name": "b", "supplier": {"name": "B"}}, {"bom-ref": "t", "name": "t", "scope": "excluded"}],
		"dependencies": [{"ref": "m", "dependsOn": ["a", "t"]}, {"ref": "a", "dependsOn": ["b"]}],
		"vulnerabilities": [{"id": "CVE-1", "references": [{"id": "GHSA-1"}], "analysis": {"state": "resolved", "detail": "d"}, "affects": [{"ref": "a"}, {"ref": "b", "versions": [{"version": "1", "status": "affected"}]}]}]}`,
	"spdx": `{"spdxVersion": "SPDX-2.3", "SPDXID": "d", "documentDescribes": ["r"],
		"packages": [{"SPDXID": "r", "name": "r"}, {"SPDXID": "a", "name": "a", "versionInfo": "1", "supplier": "Person: A", "checksums": [{"algorithm": "SHA1", "checksumValue": "ab"}],
			"externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:generic/a@1"}]}, {"SPDXID": "b", "name": "b"}],
		"relationships": [{"spdxElementId": "r", "relationshipType": "CONTAINS", "relatedSpdxElement": "a"}, {"spdxElementId": "b", "relationshipType": "BUILD_TOOL_OF", "relatedSpdxElement": "a"}]}`,
	"spdx3": `{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
		{"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1"}, {"type": "SpdxDocument", "spdxId": "d", "rootElement": ["r"]}, {"type": "Organization", "spdxId": "o", "name": "O"},
		{"type": "software_Package", "spdxId": "r", "name": "r"}, {"type": "software_Package", "spdxId": "a", "name": "a", "software_packageVersion": "1", "software_packageUrl": "pkg:generic/a@1", "suppliedBy": "o",
			"verifiedUsing": [{"type": "Hash", "algorithm": "sha256", "hashValue": "ab"}]}, {"type": "software_Package", "spdxId": "b", "name": "b"},
		{"type": "Relationship", "relationshipType": "contains", "from": "r", "to": ["a"]}, {"type": "LifecycleScopedRelationship", "relationshipType": "dependsOn", "scope": "test", "from": "r", "to": ["b"]},
		{"type": "security_Vulnerability", "spdxId": "v", "externalIdentifier": [{"externalIdentifierType": "cve", "identifier": "CVE-1"}]},
		{"type": "security_VexAffectedVulnAssessmentRelationship", "relationshipType": "affects", "from": "v", "to": ["a", "r"]}]}`,
	"openvex": `{"@context": "https://openvex.dev/ns/v0.2.0", "timestamp": "2021-11-29T12:00:00Z", "statements": [
		{"vulnerability": {"name": "CVE-1", "aliases": ["GHSA-1"]}, "status": "fixed", "timestamp": "2021-11-29T13:00:00Z", "products": [{"@id": "pkg:generic/r@1", "subcomponents": [{"identifiers": {"purl": "pkg:generic/a@1"}}]}]},
		{"vulnerability": {"name": "CVE-2"}, "status": "not_affected", "justification": "component_not_present", "products": [{"@id": "pkg:generic/a@1"}]}]}`,
	"csaf": `{"document": {"category": "csaf_vex", "csaf_version": "2.0"},
		"product_tree": {"branches": [{"category": "product_name", "name": "a", "branches": [{"category": "product_version", "name": "1", "product": {"product_id": "A1", "name": "a 1"}},
			{"category": "product_version_range", "name": "vers:generic/<1", "product": {"product_id": "A0", "name": "a 0"}}]}],
			"full_product_names": [{"product_id": "R", "name": "r", "product_identification_helper": {"purl": "pkg:generic/r@1"}}], "product_groups": [{"group_id": "G", "product_ids": ["RA"]}],
			"relationships": [{"category": "default_component_of", "product_reference": "A1", "relates_to_product_reference": "R", "full_product_name": {"product_id": "RA", "name": "a in r"}}]},
		"vulnerabilities": [{"cve": "CVE-1", "ids": [{"system_name": "s", "text": "GHSA-1"}], "product_status": {"known_affected": ["A0", "A1"], "known_not_affected": ["RA"]}, "flags": [{"label": "component_not_present", "group_ids": ["G"]}]},
			{"cve": "CVE-2", "product_status": {"fixed": ["R"]}}]}`,
}

// read reads a file whose format only its content tells.
func read(t *rapid.T, text string) (string, load.Bill) {
	document, problems := load.Open("f", []byte(text), load.SupplementLimits{})
	format, known := load.Recognize(formats.Supplements(), &document)
	if len(problems) > 0 || !known {
		t.Fatalf("in no format (%v): %s", problems, text)
	}
	bill, problems := load.Read(format, &document, load.SupplementLimits{})
	if len(problems) > 0 {
		t.Fatalf("%v: %s", problems, text)
	}
	return format.Name, bill
}

// anywhere compares bills without the places of what they list and say.
var anywhere = cmp.Comparer(func(models.Place, models.Place) bool { return true })

// told lists what remarks say, without places.
func told(remarks models.Problems) []string {
	var out []string
	for _, r := range remarks {
		out = append(out, r.Path+" "+r.What.String()+" "+r.Remedy.String())
	}
	slices.Sort(out)
	return out
}

// node is JSON whose keys have an order.
type node struct {
	keys   []string
	values []*node // of a mapping by key, or of a list
	leaf   any
	kind   byte // '{', '[' or 0
}

func parse(t *rapid.T, text string) *node {
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return tree(v)
}

func tree(v any) *node {
	switch v := v.(type) {
	case map[string]any:
		out := &node{kind: '{'}
		for key := range v {
			out.keys = append(out.keys, key)
		}
		slices.Sort(out.keys)
		for _, key := range out.keys {
			out.values = append(out.values, tree(v[key]))
		}
		return out
	case []any:
		out := &node{kind: '['}
		for _, one := range v {
			out.values = append(out.values, tree(one))
		}
		return out
	}
	return &node{leaf: v}
}

// shuffled writes the keys of every mapping in some order, with some space between.
func (n *node) shuffled(t *rapid.T) string {
	space := rapid.SampledFrom([]string{"", " ", "\n\t"}).Draw(t, "space")
	var parts []string
	switch n.kind {
	case '{':
		for _, i := range rapid.Permutation(indices(len(n.keys))).Draw(t, "order") {
			key, _ := json.Marshal(n.keys[i])
			parts = append(parts, string(key)+space+":"+n.values[i].shuffled(t))
		}
		return "{" + space + strings.Join(parts, ","+space) + "}"
	case '[':
		for _, v := range n.values {
			parts = append(parts, v.shuffled(t))
		}
		return "[" + strings.Join(parts, space+",") + space + "]"
	}
	out, _ := json.Marshal(n.leaf)
	return string(out)
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// The order of keys tells nothing: neither which format a file is in nor what it says.
func TestOrderOfKeys(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			format, want := read(t, sample)
			shuffledFormat, got := read(t, parse(t, sample).shuffled(t))
			if format != name || shuffledFormat != name {
				t.Fatalf("%s is taken for %s and %s", name, format, shuffledFormat)
			}
			if len(want.Remarks) > 0 {
				t.Fatal(want.Remarks)
			}
			if diff := cmp.Diff(want, got, anywhere); diff != "" {
				t.Fatalf("shuffled (-want +got):\n%s", diff)
			}
		}))
	}
}

// One value of a wrong type anywhere below the top does not keep a file from being read, is remarked on where it is
// read at all, and takes nothing away but what it is part of.
func TestOneFlaw(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			_, whole := read(t, sample)
			top := parse(t, sample)
			n := top
			var way []string
			for n.kind != 0 && (len(way) == 0 || rapid.Bool().Draw(t, "deeper")) {
				i := rapid.IntRange(0, len(n.values)-1).Draw(t, "place")
				way = append(way, fmt.Sprint(append(slices.Clone(n.keys), "[]")[min(i, len(n.keys))]))
				n = n.values[i]
			}
			if way[0] == "bomFormat" || way[0] == "@context" || way[0] == "document" || len(way) < 2 {
				return // what tells the format, or a whole list
			}
			*n = node{leaf: rapid.SampledFrom([]any{nil, true, 3.5, "word", []any{}, map[string]any{}, []any{nil}, map[string]any{"x": 1}}).Draw(t, "flaw")}
			_, flawed := read(t, top.shuffled(t))
			entries := func(b load.Bill) int { return len(b.Listed) + len(b.LeftOut) + min(1, len(b.Subject.Name)) }
			if lost := entries(whole) - entries(flawed); lost > 2 {
				t.Fatalf("a flaw at %v takes %d entries away", way, lost)
			}
		}))
	}
}

// product is what CycloneDX and SPDX can both say of a product.
type product struct {
	entries []entry
	below   [][2]int // places of what contains and what it contains
}

type entry struct{ name, version, supplier, purl, hash string }

// word is text that no format has to write in another way.
func word() *rapid.Generator[string] { return rapid.StringMatching(`[a-z][a-z0-9.<&"]{0,5}[a-z]`) }

func drawProduct(t *rapid.T) product {
	p := product{}
	for range rapid.IntRange(1, 5).Draw(t, "entries") {
		e := entry{name: word().Draw(t, "name")}
		if rapid.Bool().Draw(t, "more") {
			e.version, e.supplier, e.hash = word().Draw(t, "version"), word().Draw(t, "supplier"), rapid.StringMatching(`[0-9a-f]{2}`).Draw(t, "hash")
			e.purl = "pkg:generic/" + rapid.StringMatching(`[a-z]{1,4}`).Draw(t, "purl") + "@1"
		}
		p.entries = append(p.entries, e)
	}
	place := rapid.IntRange(0, len(p.entries)-1)
	for range rapid.IntRange(0, 6).Draw(t, "edges") {
		p.below = append(p.below, [2]int{place.Draw(t, "whole"), place.Draw(t, "part")})
	}
	return p
}

// escaped writes text for XML.
func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;").Replace(text)
}

// quoted writes text for JSON.
func quoted(text string) string {
	out, _ := json.Marshal(text)
	return string(out)
}

// CycloneDX says the same in JSON and in XML.
func TestCycloneDXInTwoWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProduct(t)
		state := rapid.SampledFrom([]string{"exploitable", "in_triage", "resolved", "false_positive", "unheard"}).Draw(t, "state")
		status := rapid.SampledFrom([]string{"affected", "unaffected", "unknown", "odd"}).Draw(t, "status")
		scope := rapid.SampledFrom([]string{"required", "optional", "excluded", "odd"}).Draw(t, "scope")
		var inJSON, inXML, dependencies, edges []string
		for i, e := range p.entries {
			inJSON = append(inJSON, fmt.Sprintf(`{"bom-ref": "r%d", "name": %s, "version": %s, "purl": %s, "scope": %q, "supplier": {"name": %s}, "hashes": [{"alg": "SHA-1", "content": %s}], "components": [{"name": "n"}]}`,
				i, quoted(e.name), quoted(e.version), quoted(e.purl), scope, quoted(e.supplier), quoted(e.hash)))
			inXML = append(inXML, fmt.Sprintf("<component bom-ref='r%d'><supplier><name>%s</name></supplier><name>%s</name>\n<version> %s </version><scope>%s</scope><hashes><hash alg=\"SHA-1\">%s</hash></hashes><purl>%s</purl><components><component><name>n</name></component></components></component>",
				i, escaped(e.supplier), escaped(e.name), escaped(e.version), scope, e.hash, e.purl))
		}
		for _, pair := range p.below {
			dependencies = append(dependencies, fmt.Sprintf(`{"ref": "r%d", "dependsOn": ["r%d"]}`, pair[0], pair[1]))
			edges = append(edges, fmt.Sprintf(`<dependency ref="r%d"><dependency ref="r%d"/></dependency>`, pair[0], pair[1]))
		}
		_, a := read(t, `{"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:1", "version": 7, "metadata": {"component": {"bom-ref": "m", "name": "m"}}, "components": [`+
			strings.Join(inJSON, ",")+`], "dependencies": [`+strings.Join(dependencies, ",")+`], "vulnerabilities": [{"id": "CVE-1", "references": [{"id": "GHSA-1"}], "analysis": {"state": "`+state+
			`", "detail": "d"}, "affects": [{"ref": "r0", "versions": [{"version": "1", "status": "`+status+`"}, {"range": "vers:x/<2"}]}, {"ref": "m"}]}]}`)
		_, b := read(t, `<?xml version="1.0"?><!-- x --><bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="urn:uuid:1" version="7"><metadata><component bom-ref="m"><name>m</name></component></metadata><components>`+
			strings.Join(inXML, "")+`</components><dependencies>`+strings.Join(edges, "")+`</dependencies><vulnerabilities><vulnerability><id>CVE-1</id><references><reference><id>GHSA-1</id></reference></references><analysis><state>`+
			state+`</state><detail>d</detail></analysis><affects><target><ref>r0</ref><versions><version><version>1</version><status>`+status+`</status></version><version><range>vers:x/&lt;2</range></version></versions></target><target><ref>m</ref></target></affects></vulnerability></vulnerabilities></bom>`)
		same(t, a, b)
	})
}

// SPDX says the same in JSON and as tag-value text.
func TestSPDXInTwoWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProduct(t)
		kind := rapid.SampledFrom([]string{"CONTAINS", "CONTAINED_BY", "DEPENDS_ON", "DEV_DEPENDENCY_OF", "OTHER"})
		described := rapid.IntRange(0, len(p.entries)-1).Draw(t, "described")
		var packages, relationships []string
		tags := "SPDXVersion: SPDX-2.2\nSPDXID: d\n"
		for i, e := range p.entries {
			packages = append(packages, fmt.Sprintf(`{"SPDXID": "p%d", "name": %s, "versionInfo": %s, "supplier": %s, "checksums": [{"algorithm": "SHA1", "checksumValue": "%s"}], "externalRefs": [{"referenceType": "purl", "referenceLocator": "%s"}]}`,
				i, quoted(e.name), quoted(e.version), quoted("Organization: "+e.supplier), e.hash, e.purl))
			tags += fmt.Sprintf("\nPackageName: %s\nSPDXID: p%d\nPackageVersion: <text>%s</text>\nPackageSupplier: Organization: %s\nPackageChecksum: SHA1: %s\n", e.name, i, e.version, e.supplier, e.hash)
			if e.purl != "" {
				tags += "ExternalRef: PACKAGE-MANAGER purl " + e.purl + "\n"
			}
		}
		relate := func(from, kind, to string) {
			relationships = append(relationships, fmt.Sprintf(`{"spdxElementId": %q, "relationshipType": %q, "relatedSpdxElement": %q}`, from, kind, to))
			tags += "Relationship: " + from + " " + kind + " " + to + "\n"
		}
		relate("d", "DESCRIBES", fmt.Sprint("p", described))
		for _, pair := range p.below {
			relate(fmt.Sprint("p", pair[0]), kind.Draw(t, "kind"), fmt.Sprint("p", pair[1]))
		}
		_, a := read(t, `{"SPDXID": "d", "packages": [`+strings.Join(packages, ",")+`], "relationships": [`+strings.Join(relationships, ",")+`], "spdxVersion": "SPDX-2.2"}`)
		_, b := read(t, tags)
		same(t, a, b)
	})
}

// same fails where two bills differ in more than places.
func same(t *rapid.T, a, b load.Bill) {
	if diff := cmp.Diff(told(a.Remarks), told(b.Remarks)); diff != "" {
		t.Fatalf("remarks (-one +other):\n%s", diff)
	}
	a.Remarks, b.Remarks = nil, nil
	if diff := cmp.Diff(a, b, anywhere); diff != "" {
		t.Fatalf("(-one +other):\n%s", diff)
	}
}
