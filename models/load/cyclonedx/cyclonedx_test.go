package cyclonedx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/cyclonedx"
	"github.com/harmpath/harmpath/models/modeltest"
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
	document, _ := load.Open("f.json", []byte(text), load.SupplementLimits{})
	bill, problems := load.Read(cyclonedx.Supplement, &document, load.SupplementLimits{})
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
		versions := fmt.Sprint(s.Versions)
		if len(s.Besides) > 0 {
			versions = fmt.Sprint("besides ", s.Besides)
		}
		out = append(out, fmt.Sprintf("%s %s %s %s (%s)", s.ID, s.Status, s.Of, versions, s.Justification))
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

// problems are what keeps a file from being read, flaws what does not.
func TestFlaws(t *testing.T) {
	head := `{"bomFormat": "CycloneDX", "specVersion": "1.6", `
	for name, test := range map[string]struct {
		text  string
		flaws []string
	}{
		"newer version":   {`{"bomFormat": "CycloneDX", "specVersion": "1.8"}`, []string{`f.json:1:1: version "1.8" of CycloneDX is not known; it is read as far as it is understood`}},
		"without version": {`{"bomFormat": "CycloneDX"}`, []string{`f.json:1:1: the file does not say of which version of CycloneDX it is; it is read as far as it is understood`}},
		"no name": {head + "\n\"components\": [{\"name\": 3}, {\"bom-ref\": \"r\"}, {}]}", []string{
			`f.json:2:25: components[0].name: expected text, found the number 3; it is read as text`,
			`f.json:2:29: name: the entry has no name; it is listed as "r"`, `f.json:2:47: name: the entry has no name; it is listed as "(unnamed)"`,
		}},
		"purl and hash": {head + `"components": [{"name": "a", "purl": "https://example.org/a", "hashes": [{"alg": "SHA-1", "content": "xyz"}]}]}`, []string{
			`f.json:1:65: hashes: "sha-1:xyz" is no hash; it is passed over`,
			`f.json:1:65: purl: "https://example.org/a" is no package URL: purl scheme is not "pkg": "https://example.org/a"; it is passed over; the entry is listed without it`,
		}},
		"words": {head + `"components": [{"name": "a", "scope": "exclude"}], "vulnerabilities": [{"id": "CVE-1", "analysis": {"state": "afected"}, "affects": [{"ref": "a", "versions": [{"version": "1", "status": "unafected"}]}]}]}`, []string{
			`f.json:1:65: scope: unknown word "exclude"; it counts as required`,
			`f.json:1:121: vulnerabilities[0].affects[0].versions[0].status: unknown word "unafected", perhaps unaffected; it counts as affected`,
			`f.json:1:121: vulnerabilities[0].analysis.state: unknown word "afected"; it counts as affected`,
		}},
		"about nothing": {head + `"vulnerabilities": [{}]}`, []string{`f.json:1:70: vulnerabilities[0].affects: nothing says what the vulnerability affects; it is about nothing`}},
		"empty subject": {head + `"metadata": {"component": {}}, "components": [{"name": "a"}]}`, nil},
		"twice": {head + `"components": [{"name": "a", "bom-ref": "x"}, {"name": "b", "bom-ref": "x"}]}`, []string{
			`f.json:1:96: bom-ref: "x" is the bom-ref of another entry, too; what is said of it is taken to be about both, and what it contains to lie in the first, at f.json:1:65`,
		}},
		"depth": {head + `"components": [{"name": "a", "components": [{"name": "b", "components": [{"name": "c"}]}]}]}`, []string{
			"f.json:1:94: more than 1 packages lie within each other; the way to what lies deeper is shown only so far",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			document, _ := load.Open("f.json", []byte(test.text), load.SupplementLimits{})
			bill, problems := load.Read(cyclonedx.Supplement, &document, load.SupplementLimits{Within: 1})
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			var got []string
			for _, p := range bill.Remarks {
				got = append(got, p.String())
			}
			if diff := cmp.Diff(test.flaws, got); diff != "" {
				t.Errorf("flaws (-want +got):\n%s", diff)
			}
		})
	}
}

func TestProblems(t *testing.T) {
	head := `{"bomFormat": "CycloneDX", "specVersion": "1.6", `
	root := `<bom xmlns="http://cyclonedx.org/schema/bom/1.5">`
	for name, test := range map[string]struct{ text, want string }{
		"syntax":        {head + "\n", "f:2:1: this is no JSON: the file ends early"},
		"components":    {head + `"components": [{"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "d"}]}`, "f:1:110: there are more than 3 components; attach a smaller file"},
		"statements":    {head + `"vulnerabilities": [{"id": "CVE-1", "affects": [{"ref": "a"}, {"ref": "b"}, {"ref": "c"}]}]}`, "f:1:70: there are more than 2 statements on vulnerabilities; attach a smaller file"},
		"XML early end": {root + "\n<components>", "f:2:13: this is no XML: unexpected EOF"},
		"XML type":      {"<!DOCTYPE bom [<!ENTITY a 'b'>]>" + root + "</bom>", "f:1:1: the file declares a document type; take one without"},
		"XML depth":     {root + strings.Repeat("<components><component>", 501), "f:1:11539: exceeded max depth of 1000; take a file that nests less"},
		"XML behind":    {root + "</bom><bom/>x<", "f:1:64: this is no XML: unexpected EOF"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := cyclonedx.Supplement.Decode("f", []byte(test.text), load.SupplementLimits{Packages: 3, Statements: 2})
			if diff := cmp.Diff(test.want, problems.Error()); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// What is excluded does not lie in the product, and neither does what is nested in it; what it depends on may.
func TestLeftOut(t *testing.T) {
	bill := decode(t, `{"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "version": 2,
		"metadata": {"component": {"bom-ref": "m", "name": "m"}},
		"components": [{"bom-ref": "t", "name": "t", "scope": "excluded", "components": [{"name": "u"}]}, {"bom-ref": "a", "name": "a", "scope": "optional"}],
		"dependencies": [{"ref": "m", "dependsOn": ["t"]}, {"ref": "t", "dependsOn": ["a"]}]}`)
	var got []string
	for _, l := range append(bill.Listed, bill.LeftOut...) {
		got = append(got, fmt.Sprint(l.Name, l.In, l.Reason))
	}
	if diff := cmp.Diff([]string{"a[-1]", "t[]scope excluded", "u[]lies in t, which is left out"}, got); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	if bill.Link != "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/2" || bill.Count.Distinct != 4 {
		t.Errorf("link %s, %+v", bill.Link, bill.Count)
	}
}

// The modem again, in XML, with what other namespaces add, and places.
func TestXML(t *testing.T) {
	bill := decode(t, `<?xml version="1.0" encoding="ISO-8859-1"?>
<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.5" xmlns:o="urn:other" serialNumber="urn:uuid:1" version="3">
  <c:metadata><c:component bom-ref="m"><c:name>Modem</c:name><o:name>x</o:name><c:version> 2 </c:version></c:component></c:metadata>
  <c:components>
    <c:component type="library" bom-ref="tls"><c:supplier><c:name>TLS project</c:name></c:supplier><c:group>net</c:group><c:name>tls</c:name>
      <c:hashes><c:hash alg="SHA-256">AB12</c:hash></c:hashes><c:purl>pkg:generic/tls@1</c:purl><c:components><c:component><c:name>asn1</c:name></c:component></c:components></c:component>
  </c:components>
  <c:dependencies><c:dependency ref="m"><c:dependency ref="tls"/></c:dependency></c:dependencies>
  <c:vulnerabilities><c:vulnerability><c:id>CVE-1</c:id><c:references><c:reference><c:id>GHSA-1</c:id></c:reference></c:references>
    <c:analysis><c:state>not_affected</c:state><c:justification>code_not_reachable</c:justification></c:analysis>
    <c:affects><c:target><c:ref>tls</c:ref><c:versions><c:version><c:range>vers:generic/&lt;2</c:range><c:status>affected</c:status></c:version></c:versions></c:target></c:affects></c:vulnerability></c:vulnerabilities>
</c:bom>`)
	want := []string{
		"Modem|2||||[] in  at 3:15", "net/tls||TLS project|pkg:generic/tls@1||[sha-256:ab12] in  at 5:5", "asn1|||||[] in net/tls at 6:111",
		"CVE-1 not_affected [tls] [vers:generic/<2] (code_not_reachable)",
		"CVE-1 under_investigation [tls] besides [vers:generic/<2] ()",
	}
	if diff := cmp.Diff(want, lines(bill)); diff != "" {
		t.Errorf("bill (-want +got):\n%s", diff)
	}
	if s := bill.Statements[0]; s.At.Line != 9 || len(s.Aliases) != 1 || s.Aliases[0] != "GHSA-1" {
		t.Errorf("statement %+v", s)
	}
}

// Earlier versions told of vulnerabilities in an extension.
func TestExtension(t *testing.T) {
	bill := decode(t, `<bom xmlns="http://cyclonedx.org/schema/bom/1.2" xmlns:v="http://cyclonedx.org/schema/ext/vulnerability/1.0"><components><component bom-ref="a"><name>a</name></component></components>
		<v:vulnerabilities><v:vulnerability ref="a"><v:id>CVE-1</v:id></v:vulnerability></v:vulnerabilities></bom>`)
	if len(bill.Statements) != 1 || bill.Statements[0].ID != "CVE-1" || bill.Statements[0].Of[0] != "a" {
		t.Errorf("%+v", bill.Statements)
	}
}

// No text makes reading panic, report without a place, or list or say what has no name.
func FuzzDecode(f *testing.F) {
	modeltest.FuzzSupplement(f, cyclonedx.Supplement, "f.json", modem, `{"bomFormat": "CycloneDX", "specVersion": "1.4", "components": [{"name": "a", "components": [{"name": "b"}]}], "dependencies": [{"ref": ""}]}`, `<bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component bom-ref="a"><name>a</name></component></components></bom>`)
}
