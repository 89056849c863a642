package openvex_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/openvex"
)

const vex = `{"@context": "https://openvex.dev/ns/v0.2.0", "@id": "x", "author": "y", "timestamp": "2021-11-29T12:00:00+09:00", "version": 1,
 "statements": [
  {"vulnerability": {"name": "CVE-1", "aliases": ["GHSA-1"]}, "timestamp": "2021-11-29T10:00:00+09:00", "status": "fixed",
   "products": [{"@id": "pkg:generic/robot@1", "subcomponents": [{"@id": "pkg:generic/tls@1"}, {"identifiers": {"cpe23": "cpe:2.3:a:tcp:tcp:1:*:*:*:*:*:*:*", "purl": "pkg:generic/tcp@1"}}]}]},
  {"vulnerability": {"name": "CVE-1"}, "timestamp": "2021-11-29T00:59:59Z", "status": "under_investigation", "products": [{"@id": "pkg:generic/tls@1"}]},
  {"vulnerability": "CVE-2", "status": "not_affected", "impact_statement": "never called", "products": ["pkg:generic/tls@1"]},
  {"vulnerability": {"name": "CVE-3"}, "status": "affected"}
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
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
}

func TestProblems(t *testing.T) {
	head := `{"@context": "https://openvex.dev/ns", "statements": [` + "\n"
	for name, test := range map[string]struct{ text, want string }{
		"context": {`{"@context": "https://example.org"}`, `f.json:1:1: @context: "https://example.org" is not OpenVEX; write https://openvex.dev/ns/v0.2.0`},
		"status":  {head + `{"vulnerability": {"name": "a"}, "status": "affectd"}]}`, `f.json:2:44: statements[0].status: unknown word "affectd"; did you mean affected?`},
		"reason":  {head + `{"vulnerability": "a", "status": "not_affected"}]}`, `f.json:2:1: statements[0]: nothing says why it is not affected; add justification: or impact_statement: …`},
		"time":    {head + `{"vulnerability": "a", "status": "fixed", "timestamp": "yesterday"}]}`, `f.json:2:1: statements[0].timestamp: "yesterday" is no time; write it as 2021-11-29T12:00:00Z`},
		"name":    {head + `{"vulnerability": {}, "status": "fixed"}]}`, `f.json:2:19: statements[0].vulnerability.name: key "name" is missing; add name: …`},
		"many":    {head + `{"vulnerability": "a", "status": "fixed", "products": ["a", "b"]}]}`, `f.json:2:1: there are more than 1 statements on vulnerabilities; attach a smaller file`},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := openvex.Supplement.Decode("f.json", []byte(test.text), load.SupplementLimits{Statements: 1})
			if diff := cmp.Diff(test.want, problems.Error()); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMatch(t *testing.T) {
	for name, match := range map[string]bool{"a.json": true, "a.openvex.json": true, "a.vex": false} {
		if openvex.Supplement.Match(name, []byte(vex)) != match {
			t.Errorf("%s matches: %t", name, !match)
		}
	}
}

// No text makes reading panic or report without a place.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(vex))
	f.Fuzz(func(t *testing.T, data []byte) {
		bill, problems := openvex.Supplement.Decode("f.json", data, load.SupplementLimits{Statements: 50})
		for _, p := range problems {
			if p.What == "" || p.At.File != "f.json" {
				t.Fatalf("a problem without text or place: %#v", p)
			}
		}
		for _, s := range bill.Statements {
			if len(problems) == 0 && (s.ID == "" || s.Status == "" || s.At.Line == 0) {
				t.Fatalf("a statement that says nothing: %#v", s)
			}
		}
	})
}
