package spdx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/spdx"
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
	for _, l := range append([]load.Listed{bill.Subject}, bill.Listed...) {
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

func TestProblems(t *testing.T) {
	head := `{"spdxVersion": "SPDX-2.3", "SPDXID": "d", `
	for name, test := range map[string]struct {
		text string
		want string
	}{
		"version": {`{"spdxVersion": "SPDX-3.0", "SPDXID": "d"}`, `f.json:1:1: spdxVersion: version "SPDX-3.0" of SPDX is not read; write one of SPDX-2.2, SPDX-2.3`},
		"id":      {head + "\n" + `"packages": [{"name": "a"}]}`, `f.json:2:14: packages[0].SPDXID: key "SPDXID" is missing; add SPDXID: …`},
		"twice":   {head + "\n" + `"packages": [{"name": "a", "SPDXID": "x"}, {"name": "b", "SPDXID": "x"}]}`, `f.json:2:44: packages[1].SPDXID: "x" is the SPDXID of another package, too; give each its own; the first is at f.json:2:14`},
		"many":    {head + "\n" + `"packages": [{"name": "a", "SPDXID": "x"}, {"name": "b", "SPDXID": "y"}, {"name": "b", "SPDXID": "z"}]}`, `f.json:2:74: there are more than 2 packages; attach a smaller file`},
		"relation": {head + "\n" + `"relationships": [{"spdxElementId": "x", "relationshipType": 3, "relatedSpdxElement": "y"}]}`,
			`f.json:2:62: relationships[0].relationshipType: expected text, found the number 3; put it in quotes: "3"`},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := spdx.Supplement.Decode("f.json", []byte(test.text), load.SupplementLimits{Packages: 2})
			if diff := cmp.Diff(test.want, problems.Error()); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMatch(t *testing.T) {
	for name, match := range map[string]bool{"a.json": true, "a.spdx.json": true, "a.spdx": false} {
		if spdx.Supplement.Match(name, []byte(robot)) != match {
			t.Errorf("%s matches: %t", name, !match)
		}
	}
}

// No text makes reading panic or report without a place.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(robot))
	f.Fuzz(func(t *testing.T, data []byte) {
		bill, problems := spdx.Supplement.Decode("f.json", data, load.SupplementLimits{Packages: 50, Within: 5})
		for _, p := range problems {
			if p.What == "" || p.At.File != "f.json" {
				t.Fatalf("a problem without text or place: %#v", p)
			}
		}
		for _, l := range bill.Listed {
			if len(problems) == 0 && (l.Name == "" || len(l.Within) > 5 || l.At.Line == 0) {
				t.Fatalf("a package without name or place, or too deep: %#v", l)
			}
		}
	})
}
