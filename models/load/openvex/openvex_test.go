package openvex_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/openvex"
	"github.com/harmpath/harmpath/models/modeltest"
)

const vex = `{"@context": "https://openvex.dev/ns/v0.2.0", "@id": "x", "author": "y", "timestamp": "2021-11-29T12:00:00+09:00", "version": 1,
 "statements": [
  {"vulnerability": {"name": "CVE-1", "aliases": ["GHSA-1"]}, "timestamp": "2021-11-29T10:00:00+09:00", "status": "fixed",
   "products": [{"@id": "pkg:generic/robot@1", "subcomponents": [{"@id": "pkg:generic/tls@1"}, {"identifiers": {"cpe23": "cpe:2.3:a:tcp:tcp:1:*:*:*:*:*:*:*", "purl": "pkg:generic/tcp@1"}}]}]},
  {"vulnerability": {"name": "CVE-1"}, "timestamp": "2021-11-29T00:59:59Z", "status": "under_investigation", "products": [{"@id": "pkg:generic/tls@1"}]},
  {"vulnerability": "CVE-2", "status": "not_affected", "impact_statement": "never called", "products": ["pkg:generic/tls@1"]},
  {"vulnerability": {"name": "CVE-3"}, "status": "affected"},
  {"vulnerability": {"name": "CVE-4"}, "status": "fixed", "products": [{"@id": "p", "hashes": {"sha-512": "ffff0123", "sha-256": "00001234"}}]}
 ]}`

func TestDecode(t *testing.T) {
	bill, problems := openvex.Supplement.Decode("f.json", []byte(vex), load.SupplementLimits{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, s := range bill.Statements {
		got = append(got, fmt.Sprintf("%s %s %s in %s (%s) at %d", s.ID, s.Status, s.Of, s.In, s.Justification, s.At.Line))
	}
	want := []string{
		"CVE-1 under_investigation [pkg:generic/tls@1] in [] () at 5",
		"CVE-1 fixed [pkg:generic/tls@1] in [pkg:generic/robot@1] () at 3",
		"CVE-1 fixed [pkg:generic/tcp@1 cpe:2.3:a:tcp:tcp:1:*:*:*:*:*:*:*] in [pkg:generic/robot@1] () at 3",
		"CVE-2 not_affected [pkg:generic/tls@1] in [] (never called) at 6",
		"CVE-3 affected [] in [] () at 7",
		"CVE-4 fixed [p sha-256:00001234 sha-512:ffff0123] in [] () at 8",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
}

func TestFlaws(t *testing.T) {
	head := `{"@context": "https://openvex.dev/ns", "statements": [` + "\n"
	for name, test := range map[string]struct{ text, want, flaw string }{
		"version": {`{"@context": "https://openvex.dev/ns/v0.9.0"}`, "", `f.json:1:1: version "v0.9.0" of OpenVEX is not known; it is read as far as it is understood`},
		"status":  {head + `{"vulnerability": {"name": "a"}, "status": "affectd", "products": ["p"]}]}`, "a [] affected [p]", `f.json:2:1: statements[0].status: unknown word "affectd", perhaps affected; it counts as affected`},
		"reason":  {head + `{"vulnerability": "a", "status": "not_affected", "products": ["p"]}]}`, "a [] not_affected [p]", `f.json:2:1: statements[0]: nothing says why it is not affected; it is taken as the statement says`},
		"time":    {head + `{"vulnerability": "a", "status": "fixed", "timestamp": "yesterday", "products": ["p"]}]}`, "a [] fixed [p]", `f.json:2:1: statements[0].timestamp: "yesterday" is no time; the statement counts as made at the document's time, or before all others`},
		"name":    {head + `{"vulnerability": {}, "status": "fixed", "products": ["p"]}]}`, "(unnamed) [] fixed [p]", `f.json:2:1: id: the vulnerability has no id; it is called (unnamed)`},
		"IRI":     {head + `{"vulnerability": {"@id": "https://example.org/vuln/CVE-1", "aliases": ["GHSA-1"]}, "status": "fixed", "products": ["p"]}]}`, "CVE-1 [GHSA-1] fixed [p]", ""},
		"nothing": {head + `{"vulnerability": "a", "status": "fixed"}]}`, "a [] fixed []", `f.json:2:1: statements[0].products: the statement names no product; it is about nothing`},
		"purl":    {head + `{"vulnerability": "a", "status": "fixed", "products": ["pkg:p"]}]}`, "a [] fixed [pkg:p]", `f.json:2:1: purl: "pkg:p" is no package URL: purl is missing type or name; it means only what is called exactly so`},
		"first":   {`{"@context": "https://openvex.dev/ns/v0.0.1", "statements": [{"vulnerability": "a", "status": "fixed", "products": ["p"], "subcomponents": ["s"]}]}`, "a [] fixed [s]", ""},
	} {
		t.Run(name, func(t *testing.T) {
			document, _ := load.Open("f.json", []byte(test.text), load.SupplementLimits{})
			bill, problems := load.Read(openvex.Supplement, &document, load.SupplementLimits{})
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			got := ""
			for _, s := range bill.Statements {
				got += fmt.Sprint(s.ID, " ", s.Aliases, " ", s.Status, " ", s.Of)
			}
			if diff := cmp.Diff([]string{test.want, test.flaw}, []string{got, bill.Remarks.Error()}); diff != "" {
				t.Errorf("statement and flaws (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLimit(t *testing.T) {
	_, problems := openvex.Supplement.Decode("f.json", []byte(`{"@context": "https://openvex.dev/ns", "statements": [{"vulnerability": "a", "status": "fixed", "products": ["a", "b"]}]}`), load.SupplementLimits{Statements: 1})
	if got := problems.Error(); got != "f.json:1:55: there are more than 1 statements on vulnerabilities; attach a smaller file" {
		t.Error(got)
	}
}

// No text makes reading panic, report without a place, or list or say what has no name.
func FuzzDecode(f *testing.F) {
	modeltest.FuzzSupplement(f, openvex.Supplement, "f.json", vex)
}
