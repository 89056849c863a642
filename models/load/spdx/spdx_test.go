package spdx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/spdx"
	"github.com/harmpath/harmpath/models/modeltest"
)

// robot is an SBOM of a robot:
//
//	robot ← controller ← tls
//	      ← runtime ← tls
//
// and a compiler that is not in it.
const robot = `{"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "robot", "files": [{"x": null}],
 "packages": [
  {"SPDXID": "SPDXRef-tls", "name": "tls", "versionInfo": "1.2.3", "supplier": "Organization: TLS project (tls@example.org)",
   "checksums": [{"algorithm": "SHA256", "checksumValue": "AB"}, {"algorithm": "BLAKE2b-256", "checksumValue": "cd"}],
   "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:generic/tls@1.2.3"},
                    {"referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:tls:tls:1.2.3:*:*:*:*:*:*:*"},
                    {"referenceCategory": "OTHER", "referenceType": "website", "referenceLocator": "x"}]},
  {"SPDXID": "SPDXRef-robot", "name": "Robot", "supplier": "NOASSERTION"},
  {"SPDXID": "SPDXRef-controller", "name": "controller", "supplier": "Person: Somebody ()"},
  {"SPDXID": "SPDXRef-runtime", "name": "runtime"},
  {"SPDXID": "SPDXRef-compiler", "name": "compiler"}
 ],
 "relationships": [
  {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-robot"},
  {"spdxElementId": "SPDXRef-robot", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-controller"},
  {"spdxElementId": "SPDXRef-runtime", "relationshipType": "CONTAINED_BY", "relatedSpdxElement": "SPDXRef-robot"},
  {"spdxElementId": "SPDXRef-runtime", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-tls"},
  {"spdxElementId": "SPDXRef-tls", "relationshipType": "DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-controller"},
  {"spdxElementId": "SPDXRef-compiler", "relationshipType": "BUILD_TOOL_OF", "relatedSpdxElement": "SPDXRef-controller"},
  {"spdxElementId": "SPDXRef-controller", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-robot"}
 ]}`

func TestDecode(t *testing.T) {
	bill, problems := spdx.Supplement.Decode("f.json", []byte(robot), load.SupplementLimits{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, l := range append(append([]load.Listed{bill.Subject}, bill.Listed...), bill.LeftOut...) {
		got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s|%s in %s at %d, %s", l.Name, l.Version, l.Supplier, l.PURL, l.CPE, l.Hashes, strings.Join(l.Within, "/"), l.At.Line, l.Refs))
	}
	want := []string{
		"Robot|||||[] in  at 8, [SPDXRef-robot]",
		"tls|1.2.3|TLS project|pkg:generic/tls@1.2.3|cpe:2.3:a:tls:tls:1.2.3:*:*:*:*:*:*:*|[sha-256:ab blake2b-256:cd] in controller at 3, [SPDXRef-tls]",
		"controller||Somebody|||[] in  at 9, [SPDXRef-controller]",
		"runtime|||||[] in  at 10, [SPDXRef-runtime]",
		"compiler|||||[] in  at 11, [SPDXRef-compiler]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bill (-want +got):\n%s", diff)
	}
}

// A file that is of several packages has no subject: all are listed.
func TestDescribes(t *testing.T) {
	for describes, listed := range map[string]int{`["a"]`: 1, `["a", "b"]`: 2, `[]`: 2, `["a", "a"]`: 1} {
		bill, problems := spdx.Supplement.Decode("f.json", []byte(`{"spdxVersion": "SPDX-2.2", "SPDXID": "d", "documentDescribes": `+describes+`,
			"packages": [{"SPDXID": "a", "name": "a"}, {"SPDXID": "b", "name": "b"}]}`), load.SupplementLimits{})
		if len(problems) > 0 || len(bill.Listed) != listed {
			t.Errorf("%s: %d packages listed, %v", describes, len(bill.Listed), problems)
		}
	}
}

// The same robot as tag-value text.
func TestTagValue(t *testing.T) {
	bill, problems := spdx.Supplement.Decode("f.spdx", []byte("SPDXVersion: SPDX-2.3\r\nSPDXID: SPDXRef-DOCUMENT\r\n# a comment\r\nDocumentComment: x <text>several\r\nPackageName: no\r\nlines</text>\r\n"+`
PackageName: Robot
SPDXID: SPDXRef-robot
PackageSupplier: NOASSERTION
FileName: ./x
SPDXID: SPDXRef-file

PackageName:  tls
SPDXID: SPDXRef-tls
PackageVersion: <text>1.2.3</text>
PackageSupplier: Organization: TLS project (tls@example.org)
PackageChecksum: SHA256: AB
ExternalRef: PACKAGE-MANAGER purl pkg:generic/tls@1.2.3
ExternalRefComment: <text>unclosed
PackageComment: here
nonsense

PackageName: compiler
SPDXID: SPDXRef-compiler
ExternalRef: purl
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-robot
Relationship: SPDXRef-robot CONTAINS SPDXRef-tls
Relationship: SPDXRef-compiler BUILD_TOOL_OF SPDXRef-robot
Relationship: SPDXRef-robot
`), load.SupplementLimits{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	got := []string{bill.Subject.Name}
	for _, l := range append(bill.Listed, bill.LeftOut...) {
		got = append(got, fmt.Sprint(l.Name, "|", l.Version, "|", l.Supplier, "|", l.PURL, "|", l.Hashes, l.In, l.Reason, " at ", l.At.Line))
	}
	for _, p := range bill.Remarks {
		got = append(got, p.String())
	}
	want := []string{
		"Robot", "tls|1.2.3|TLS project|pkg:generic/tls@1.2.3|[sha-256:ab] [-1] at 14", "compiler||||[] []BUILD_TOOL_OF SPDXRef-robot at 24",
		"f.spdx:20:1: <text> has no end; only this line is taken for it",
		"f.spdx:22:1: this is no tag with a value; the line is passed over",
		"f.spdx:26:1: ExternalRef has no category, type and locator; it is passed over",
		"f.spdx:30:1: Relationship has no two ends and a type; it is passed over",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bill (-want +got):\n%s", diff)
	}
}

// What serves only to build or test is left out, with what only that contains and that says the same of itself; what the
// product contains, too, is not.
func TestLeftOut(t *testing.T) {
	bill, problems := spdx.Supplement.Decode("f.json", []byte(`{"spdxVersion": "SPDX-2.3", "SPDXID": "d", "documentDescribes": ["r"],
		"packages": [{"SPDXID": "r", "name": "r"}, {"SPDXID": "t", "name": "t"}, {"SPDXID": "u", "name": "u"}, {"SPDXID": "v", "name": "v"}, {"SPDXID": "w", "name": "w"}],
		"relationships": [{"spdxElementId": "t", "relationshipType": "TEST_DEPENDENCY_OF", "relatedSpdxElement": "r"}, {"spdxElementId": "u", "relationshipType": "DEV_DEPENDENCY_OF", "relatedSpdxElement": "r"},
			{"spdxElementId": "v", "relationshipType": "DEV_DEPENDENCY_OF", "relatedSpdxElement": "r"}, {"spdxElementId": "t", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "u"},
			{"spdxElementId": "r", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "w"}, {"spdxElementId": "v", "relationshipType": "PACKAGE_OF", "relatedSpdxElement": "w"}]}`), load.SupplementLimits{})
	var got []string
	for _, l := range append(bill.Listed, bill.LeftOut...) {
		got = append(got, fmt.Sprint(l.Name, l.In, l.Reason))
	}
	if diff := cmp.Diff([]string{"v[1]", "w[-1]", "t[]TEST_DEPENDENCY_OF r", "u[]DEV_DEPENDENCY_OF r"}, got); diff != "" || len(problems) > 0 {
		t.Errorf("entries (-want +got):\n%s%v", diff, problems)
	}
}

func TestFlaws(t *testing.T) {
	head := `{"spdxVersion": "SPDX-2.3", "SPDXID": "d", `
	for name, test := range map[string]struct {
		text string
		want string
	}{
		"version": {`{"spdxVersion": "SPDX-2.9", "SPDXID": "d"}`, `f.json:1:1: version "SPDX-2.9" of SPDX is not known; it is read as far as it is understood`},
		"twice":   {head + "\n" + `"packages": [{"name": "a", "SPDXID": "x"}, {"name": "b", "SPDXID": "x"}]}`, `f.json:2:44: SPDXID: "x" is the SPDXID of another entry, too; what is said of it is taken to be about both, and what it contains to lie in the first, at f.json:2:14`},
		"relation": {head + "\n" + `"relationships": [null, {"spdxElementId": "x", "relationshipType": 3, "relatedSpdxElement": "y"}]}`,
			"f.json:2:19: relationships[0]: the entry is null; it is passed over\nf.json:2:68: relationships[1].relationshipType: expected text, found the number 3; it is read as text"},
		"many": {head + "\n" + `"packages": [{"name": "a", "SPDXID": "x"}, {"name": "b", "SPDXID": "y"}, {"name": "b", "SPDXID": "z"}]}`, `f.json:2:74: there are more than 2 packages; attach a smaller file`},
	} {
		t.Run(name, func(t *testing.T) {
			bill, problems := spdx.Supplement.Decode("f.json", []byte(test.text), load.SupplementLimits{Packages: 2})
			if diff := cmp.Diff(test.want, append(problems, bill.Remarks...).Error()); diff != "" {
				t.Errorf("problems and flaws (-want +got):\n%s", diff)
			}
		})
	}
}

// No text makes reading panic, report without a place, or list or say what has no name.
func FuzzDecode(f *testing.F) {
	modeltest.FuzzSupplement(f, spdx.Supplement, "f.spdx", robot, "SPDXVersion: SPDX-2.3\nPackageName: <text>a\nb</text>\nSPDXID: x\nRelationship: x CONTAINS x\n")
}
