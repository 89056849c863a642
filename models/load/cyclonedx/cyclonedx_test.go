package cyclonedx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/cyclonedx"
	"github.com/harmpath/harmpath/models/strict"
)

// modem is an SBOM of a modem:
//
//	modem ← os ← {tcp, tls}
//	      ← tls          (a dependency; tcp ← tls is one, too)
const modem = `{"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:uuid:1",
 "metadata": {"component": {"bom-ref": "m", "type": "device", "name": "Modem", "version": "2", "purl": "pkg:generic/modem@2"}},
 "components": [
  {"bom-ref": "os", "type": "operating-system", "name": "os", "version": "7", "supplier": {"name": "OS Ltd."}, "licenses": [{"expression": null}],
   "components": [{"bom-ref": "tcp", "type": "library", "group": "net", "name": "tcp", "hashes": [{"alg": "SHA-256", "content": "AB12"}]}]},
  {"bom-ref": "tls", "type": "library", "name": "tls", "version": "1.2.3", "publisher": "TLS project", "cpe": "cpe:2.3:a:tls:tls:1.2.3:*:*:*:*:*:*:*"}
 ],
 "dependencies": [{"ref": "m", "dependsOn": ["os", "tls"]}, {"ref": "tcp", "dependsOn": ["tls", "elsewhere"]}, {"ref": "service"}],
 "vulnerabilities": [
  {"id": "CVE-1", "analysis": {"state": "not_affected", "justification": "code_not_reachable"}, "affects": [{"ref": "tls"}, {"ref": "urn:cdx:1/1#tcp"}]},
  {"id": "CVE-2", "affects": [{"ref": "tls", "versions": [{"version": "1.2.4", "status": "unaffected"}, {"version": "1.2.3", "status": "unknown"}]}]},
  {"id": "CVE-3", "analysis": {"detail": "fixed below"}, "affects": [{"ref": "m"}]}
 ]}`

func decode(t *testing.T, text string) load.Bill {
	t.Helper()
	bill, problems := cyclonedx.Supplement.Decode("f.json", []byte(text), load.SupplementLimits{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return bill
}

// lines tells what a bill says.
func lines(b load.Bill) []string {
	var out []string
	for _, l := range append([]load.Listed{b.Subject}, b.Listed...) {
		out = append(out, fmt.Sprintf("%s|%s|%s|%s|%s|%s in %s at %d:%d", l.Name, l.Version, l.Supplier, l.PURL, l.CPE, l.Hashes, strings.Join(l.Within, "/"), l.At.Line, l.At.Column))
	}
	for _, s := range b.Statements {
		out = append(out, fmt.Sprintf("%s %s %s %s (%s)", s.ID, s.Status, s.Of, s.Versions, s.Justification))
	}
	return out
}

func TestDecode(t *testing.T) {
	want := []string{
		"Modem|2||pkg:generic/modem@2||[] in  at 2:28",
		"os|7|OS Ltd.|||[] in  at 4:3",
		"net/tcp|||||[sha-256:ab12] in os at 5:19",
		"tls|1.2.3|TLS project||cpe:2.3:a:tls:tls:1.2.3:*:*:*:*:*:*:*|[] in  at 6:3",
		"CVE-1 not_affected [tls] [] (code_not_reachable)",
		"CVE-1 not_affected [urn:cdx:1/1#tcp] [] (code_not_reachable)",
		"CVE-2 not_affected [tls] [1.2.4] ()",
		"CVE-2 under_investigation [tls] [1.2.3] ()",
		"CVE-3 affected [m] [] (fixed below)",
	}
	if diff := cmp.Diff(want, lines(decode(t, modem))); diff != "" {
		t.Errorf("bill (-want +got):\n%s", diff)
	}
}

// Without the subject's own dependencies, what nothing else contains lies in it, and cycles end.
func TestDependencies(t *testing.T) {
	bill := decode(t, `{"bomFormat": "CycloneDX", "specVersion": "1.4", "components": [
		{"bom-ref": "a", "name": "a"}, {"bom-ref": "b", "name": "b"}, {"bom-ref": "c", "name": "c"}, {"bom-ref": "d", "name": "d"}],
		"dependencies": [{"ref": "b", "dependsOn": ["a"]}, {"ref": "c", "dependsOn": ["d"]}, {"ref": "d", "dependsOn": ["c"]}]}`)
	var got []string
	for _, l := range bill.Listed {
		got = append(got, fmt.Sprint(l.Name+" in "+strings.Join(l.Within, "/")+" ", l.In))
	}
	if diff := cmp.Diff([]string{"a in b [1]", "b in  [-1]", "c in  [-1 3]", "d in  [-1 2]"}, got); diff != "" {
		t.Errorf("packages (-want +got):\n%s", diff)
	}
}

// What was found out holds for the versions that are called affected, and for no other.
func TestVersions(t *testing.T) {
	bill := decode(t, `{"bomFormat": "CycloneDX", "specVersion": "1.5", "vulnerabilities": [{"id": "CVE-1", "analysis": {"state": "resolved", "justification": "why"}, "affects": [
		{"ref": "a", "versions": [{"version": "1"}, {"version": "2", "status": "affected"}, {"range": "vers:generic/<1", "status": "unaffected"}, {"range": "vers:generic/>2", "status": "unknown"}]}]}]}`)
	want := []string{
		"|||||[] in  at 0:0", "CVE-1 fixed [a] [1] (why)", "CVE-1 fixed [a] [2] (why)", "CVE-1 not_affected [a] [vers:generic/<1] ()", "CVE-1 under_investigation [a] [vers:generic/>2] ()",
	}
	if diff := cmp.Diff(want, lines(bill)); diff != "" {
		t.Errorf("bill (-want +got):\n%s", diff)
	}
}

// A component that names what it depends on a hundred thousand times contains it once. Were its list copied at each, this would take minutes.
func TestRepeatedDependencies(t *testing.T) {
	bill := decode(t, `{"bomFormat": "CycloneDX", "specVersion": "1.4", "components": [{"bom-ref": "a", "name": "a", "components": [{"bom-ref": "b", "name": "b"}]}, {"bom-ref": "c", "name": "c"}],
		"dependencies": [{"ref": "a", "dependsOn": ["c"`+strings.Repeat(`, "b", "c"`, 100_000)+`]}]}`)
	var got []string
	for _, l := range bill.Listed {
		got = append(got, l.Name+" in "+strings.Join(l.Within, "/"))
	}
	if diff := cmp.Diff([]string{"a in ", "b in a", "c in a"}, got); diff != "" {
		t.Errorf("packages (-want +got):\n%s", diff)
	}
}

func TestProblems(t *testing.T) {
	head := `{"bomFormat": "CycloneDX", "specVersion": "1.6", `
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"no format":  {`{"bomFormat": "SPDX", "specVersion": "1.3"}`, []string{`f.json:1:1: bomFormat: "SPDX" is not CycloneDX; write "CycloneDX"`, `f.json:1:1: specVersion: version "1.3" of CycloneDX is not read; write one of 1.4, 1.5, 1.6`}},
		"no name":    {head + "\n\"components\": [{\"name\": 3}, {}]}", []string{`f.json:2:25: components[0].name: expected text, found the number 3; put it in quotes: "3"`, `f.json:2:29: components[1].name: key "name" is missing; add name: …`}},
		"state":      {head + `"vulnerabilities": [{"id": "CVE-1", "analysis": {"state": "affected"}}]}`, []string{`f.json:1:108: vulnerabilities[0].analysis.state: unknown word "affected"; did you mean not_affected?`}},
		"twice":      {head + `"components": [{"name": "a", "bom-ref": "x"}, {"name": "b", "bom-ref": "x"}]}`, []string{`f.json:1:96: bom-ref: "x" is the bom-ref of another component, too; give each its own; the first is at f.json:1:65`}},
		"syntax":     {head + "\n", []string{"f.json:2:1: this is no JSON: the file ends early"}},
		"components": {head + `"components": [{"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "d"}]}`, []string{"f.json:1:110: there are more than 3 components; attach a smaller file"}},
		"depth": {head + `"components": [{"name": "a", "components": [{"name": "b", "components": [{"name": "c"}]}]}]}`, []string{
			"f.json:1:94: more than 1 packages lie within each other; write an SBOM that nests less",
		}},
		"statements": {head + `"vulnerabilities": [{"id": "CVE-1", "affects": [{"ref": "a"}, {"ref": "b"}, {"ref": "c"}]}]}`, []string{
			"f.json:1:70: there are more than 2 statements on vulnerabilities; attach a smaller file",
		}},
		"size": {head + strings.Repeat(" ", 400) + "}", []string{"f.json: the file is larger than 300 bytes; take a smaller file"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := cyclonedx.Supplement.Decode("f.json", []byte(test.text), load.SupplementLimits{
				Limits: strict.Limits{JSONSize: 300}, Packages: 3, Statements: 2, Within: 1,
			})
			var got []string
			for _, p := range problems {
				got = append(got, p.String())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMatch(t *testing.T) {
	for name, match := range map[string]bool{"a.json": true, "b.JSON": true, "a.cdx.json": true, "a.xml": false, "a.yaml": false} {
		if cyclonedx.Supplement.Match(name, []byte(modem)) != match {
			t.Errorf("%s matches: %t", name, !match)
		}
	}
	if cyclonedx.Supplement.Match("a.json", []byte(`{"spdxVersion": "SPDX-2.3"}`)) || !cyclonedx.Supplement.Match("a.cdx.json", []byte("{")) {
		t.Error("a file is not told by what is in it")
	}
}

// No text makes reading panic or report without a place.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(modem))
	f.Add([]byte(`{"bomFormat": "CycloneDX", "specVersion": "1.4", "components": [{"name": "a", "components": [{"name": "b"}]}], "dependencies": [{"ref": ""}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		bill, problems := cyclonedx.Supplement.Decode("f.json", data, load.SupplementLimits{Packages: 50, Within: 5})
		for _, p := range problems {
			if p.What == "" || p.At.File != "f.json" {
				t.Fatalf("a problem without text or place: %#v", p)
			}
		}
		for _, l := range bill.Listed {
			if l.Name == "" || len(l.Within) > 5 || l.At.Line == 0 {
				t.Fatalf("a package without name or place, or too deep: %#v", l)
			}
		}
	})
}
