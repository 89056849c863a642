package spdx3_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/spdx3"
	"github.com/harmpath/harmpath/models/modeltest"
)

// robot is an SBOM of a robot, with a tool and a test that are not in it:
//
//	robot ← tls ← asn1
const robot = `{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
 {"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1", "createdBy": ["o"]},
 {"type": "SpdxDocument", "spdxId": "d", "rootElement": ["s"]},
 {"type": "software_Sbom", "spdxId": "s", "rootElement": ["r"]},
 {"type": "Organization", "spdxId": "o", "name": "TLS project"},
 {"type": "software_Package", "spdxId": "r", "name": "Robot", "software_packageVersion": "9"},
 {"@type": "https://spdx.org/rdf/3.0.1/terms/Software/Package", "spdxId": "t", "name": "tls", "suppliedBy": "o", "externalIdentifier": [
   {"externalIdentifierType": "packageUrl", "identifier": "pkg:generic/tls@1"}, {"externalIdentifierType": "cpe23", "identifier": "cpe:2.3:a:tls:tls:1:*:*:*:*:*:*:*"}],
  "verifiedUsing": [{"type": "Hash", "algorithm": "sha3_256", "hashValue": "AB"}, {"type": "PackageVerificationCode", "algorithm": "sha1", "hashValue": "cd"}]},
 {"type": "software_Package", "spdxId": "a", "name": "asn1", "software_packageUrl": "pkg:generic/asn1@2"},
 {"type": "software_Package", "spdxId": "x", "name": "compiler"}, {"type": "software_Package", "spdxId": "y", "name": "testframe"}, {"type": "software_File", "spdxId": "f", "name": "f"},
 {"type": "Relationship", "relationshipType": "contains", "from": "r", "to": ["t", "f"]},
 {"type": "LifecycleScopedRelationship", "relationshipType": "hasStaticLink", "scope": "build", "from": "t", "to": ["a"]},
 {"type": "LifecycleScopedRelationship", "relationshipType": "usesTool", "scope": "build", "from": "r", "to": ["x"]},
 {"type": "LifecycleScopedRelationship", "relationshipType": "dependsOn", "scope": "test", "from": "r", "to": ["y"]},
 {"type": "security_Vulnerability", "spdxId": "https://example.org/v1", "externalIdentifier": [{"externalIdentifierType": "cve", "identifier": "CVE-1"}, {"externalIdentifierType": "securityOther", "identifier": "GHSA-1"}]},
 {"type": "security_VexNotAffectedVulnAssessmentRelationship", "relationshipType": "doesNotAffect", "from": "https://example.org/v1", "to": ["t", "a"], "security_justificationType": "componentNotPresent"},
 {"type": "security_VexFixedVulnAssessmentRelationship", "relationshipType": "fixedIn", "from": "https://example.org/CVE-2", "to": ["t"]},
 {"type": "security_VexAffectedVulnAssessmentRelationship", "relationshipType": "affect", "from": "https://example.org/CVE-3", "to": ["t"]}
]}`

func TestDecode(t *testing.T) {
	bill, problems := spdx3.Supplement.Decode("f.json", []byte(robot), load.SupplementLimits{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, l := range append(append([]load.Listed{bill.Subject}, bill.Listed...), bill.LeftOut...) {
		got = append(got, fmt.Sprint(l.Name, "|", l.Version, "|", l.Supplier, "|", l.PURL, "|", l.CPE, "|", l.Hashes, l.In, l.Reason, l.Refs, " at ", l.At.Line))
	}
	for _, s := range bill.Statements {
		got = append(got, fmt.Sprint(s.ID, s.Aliases, " ", s.Status, " ", s.Of, " (", s.Justification, ") at ", s.At.Line))
	}
	for _, p := range bill.Remarks {
		got = append(got, p.String())
	}
	want := []string{
		"Robot|9||||[] [][r] at 6", "tls||TLS project|pkg:generic/tls@1|cpe:2.3:a:tls:tls:1:*:*:*:*:*:*:*|[sha3-256:ab] [-1][t] at 7", "asn1|||pkg:generic/asn1@2||[] [0][a] at 10",
		"compiler|||||[] []usesTool of r[x] at 11", "testframe|||||[] []test dependency of r[y] at 11",
		"CVE-1[GHSA-1] not_affected [t] (componentNotPresent) at 17", "CVE-1[GHSA-1] not_affected [a] (componentNotPresent) at 17", "CVE-2[] fixed [t] () at 18", "CVE-3[] affected [t] () at 19",
		`f.json:19:2: relationshipType: unknown word "affect", perhaps affects; it counts as affected`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bill (-want +got):\n%s", diff)
	}
	if bill.Count != (load.Count{Distinct: 5, Vulnerabilities: 1, Statements: 3}) {
		t.Errorf("%+v", bill.Count)
	}
}

// One element alone is a file, too, and a version that is not known is read.
func TestAlone(t *testing.T) {
	bill, problems := spdx3.Supplement.Decode("f.json", []byte(`{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "type": "software_Package", "spdxId": "a", "name": "a"}`), load.SupplementLimits{})
	if len(problems) > 0 || len(bill.Listed) != 1 {
		t.Error(problems, bill)
	}
	bill, problems = spdx3.Supplement.Decode("f.json", []byte(`{"@graph": [{"type": "CreationInfo", "specVersion": "3.1.0"}, {"type": "software_Package", "spdxId": "a", "name": "a"}]}`), load.SupplementLimits{})
	if got := bill.Remarks.Error(); len(problems) > 0 || len(bill.Listed) != 1 || got != `f.json:1:13: version "3.1.0" of SPDX is not known; it is read as far as it is understood` {
		t.Error(problems, got)
	}
	if _, problems = spdx3.Supplement.Decode("f.json", []byte(robot), load.SupplementLimits{Packages: 2}); problems.Error() != "f.json:10:2: there are more than 2 packages; attach a smaller file" {
		t.Error(problems)
	}
}

// No text makes reading panic, report without a place, or list or say what has no name.
func FuzzDecode(f *testing.F) {
	modeltest.FuzzSupplement(f, spdx3.Supplement, "f.json", robot)
}
