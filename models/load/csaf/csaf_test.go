package csaf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/csaf"
	"github.com/harmpath/harmpath/models/modeltest"
)

// advisory tells of a library inside a robot, of the robot itself on an operating system, and of products that are named
// in several ways.
const advisory = `{"document": {"category": "csaf_security_advisory", "csaf_version": "2.0"},
 "product_tree": {
  "branches": [{"category": "vendor", "name": "V", "branches": [
   {"category": "product_name", "name": "lib", "branches": [
    {"category": "product_version", "name": "1", "product": {"product_id": "L1", "name": "V lib 1"}},
    {"category": "product_version_range", "name": "vers:generic/<1", "product": {"product_id": "L0", "name": "V lib below 1", "product_identification_helper": {"purl": "pkg:generic/lib"}}},
    {"category": "product_version", "name": "2", "product": {"product_id": "L2", "name": "V lib 2", "product_identification_helper": {"purl": "pkg:generic/lib?arch=arm", "cpe": "cpe:2.3:a:v:lib:*:*:*:*:*:*:*:*"}}},
    {"category": "product_version", "name": "3", "product": {"product_id": "L3", "name": "V lib 3", "product_identification_helper": {"purl": "pkg:generic/lib@3", "hashes": [{"filename": "lib.so", "file_hashes": [{"algorithm": "sha256", "value": "0123abcd"}]}]}}}]}]}],
  "full_product_names": [{"product_id": "R", "name": "Robot", "product_identification_helper": {"purl": "pkg:generic/robot@9"}}, {"product_id": "O", "name": "OS"}],
  "product_groups": [{"group_id": "G", "product_ids": ["RO"]}],
  "relationships": [
   {"category": "installed_on", "product_reference": "RL", "relates_to_product_reference": "O", "full_product_name": {"product_id": "RLO", "name": "lib in robot on OS"}},
   {"category": "default_component_of", "product_reference": "L1", "relates_to_product_reference": "R", "full_product_name": {"product_id": "RL", "name": "lib in robot"}},
   {"category": "installed_on", "product_reference": "R", "relates_to_product_reference": "O", "full_product_name": {"product_id": "RO", "name": "robot on OS"}}]},
 "vulnerabilities": [
  {"cve": "CVE-1", "ids": [{"system_name": "s", "text": "X-1"}], "product_status": {"known_not_affected": ["RL", "RO", "L3"], "known_affected": ["L1", "L0", "L1"], "first_fixed": ["L2"], "under_investigation": ["RLO"], "recommended": ["L3"]},
   "flags": [{"label": "component_not_present", "group_ids": ["G"]}], "threats": [{"category": "impact", "details": "never called", "product_ids": ["RL"]}, {"category": "impact", "details": "general"}, {"category": "exploit_status", "details": "none"}]},
  {"ids": [{"text": "X-2"}, {"text": "X-3"}], "product_status": {"last_affected": ["RO"]}}
 ]}`

// What is said of a part within a part of a product is said of that product alone; and of a product in a version of which
// its name does not tell, nothing is cleared in others.
func TestChains(t *testing.T) {
	bill, problems := csaf.Supplement.Decode("f.json", []byte(`{"document": {"category": "csaf_vex", "csaf_version": "2.0"}, "product_tree": {
	 "branches": [{"category": "product_name", "name": "gate", "branches": [{"category": "product_version", "name": "4", "product": {"product_id": "G", "name": "Gate", "product_identification_helper": {"purl": "pkg:generic/gate"}}}]}],
	 "full_product_names": [{"product_id": "L", "name": "lib"}, {"product_id": "E", "name": "engine"}, {"product_id": "D", "name": "device"}],
	 "relationships": [
	  {"category": "default_component_of", "product_reference": "L", "relates_to_product_reference": "E", "full_product_name": {"product_id": "LE", "name": "lib in engine"}},
	  {"category": "default_component_of", "product_reference": "LE", "relates_to_product_reference": "D", "full_product_name": {"product_id": "LED", "name": "that in device"}},
	  {"category": "default_component_of", "product_reference": "L", "relates_to_product_reference": "G", "full_product_name": {"product_id": "LG", "name": "lib in gate"}}]},
	 "vulnerabilities": [{"cve": "CVE-1", "product_status": {"known_not_affected": ["LED", "LG"]}}]}`), load.SupplementLimits{})
	if len(problems) > 0 || len(bill.Remarks) > 0 {
		t.Fatal(problems, bill.Remarks)
	}
	var got []string
	for _, s := range bill.Statements {
		got = append(got, fmt.Sprint(s.Status, " ", s.Of, " in ", s.In, " around ", s.Around))
	}
	if diff := cmp.Diff([]string{"not_affected [lib] in [engine] around [[device]]", "under_investigation [lib] in [pkg:generic/gate] around []"}, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
}

func TestDecode(t *testing.T) {
	bill, problems := csaf.Supplement.Decode("f.json", []byte(advisory), load.SupplementLimits{})
	if len(problems) > 0 || len(bill.Remarks) > 0 {
		t.Fatal(problems, bill.Remarks)
	}
	var got []string
	for _, s := range bill.Statements {
		got = append(got, fmt.Sprint(s.ID, s.Aliases, " ", s.Status, " ", s.Of, s.Versions, " in ", s.In, " (", s.Justification, ") at ", s.At.Line))
	}
	want := []string{
		"CVE-1[X-1] not_affected [lib@1 V lib 1] [] in [pkg:generic/robot@9] (never called) at 16",
		"CVE-1[X-1] not_affected [pkg:generic/robot@9] [] in [OS] (component_not_present) at 16",
		"CVE-1[X-1] not_affected [pkg:generic/lib@3 sha256:0123abcd] [] in [] (general) at 16",
		"CVE-1[X-1] fixed [pkg:generic/lib?arch=arm cpe:2.3:a:v:lib:*:*:*:*:*:*:*:*] [2] in [] () at 16",
		"CVE-1[X-1] under_investigation [lib@1 V lib 1] [] in [pkg:generic/robot@9] () at 16",
		"CVE-1[X-1] affected [lib@1 V lib 1] [] in [] () at 16",
		"CVE-1[X-1] affected [pkg:generic/lib] [vers:generic/<1] in [] () at 16",
		"X-2[X-3] affected [pkg:generic/robot@9] [] in [] () at 18",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
	if bill.Count != (load.Count{Vulnerabilities: 2, Statements: 9}) {
		t.Errorf("%+v", bill.Count)
	}
}

func TestFlaws(t *testing.T) {
	head := `{"document": {"csaf_version": "2.0"}, `
	for name, test := range map[string]struct{ text, want string }{
		"version": {`{"document": {"csaf_version": "2.1"}}`, `f.json:1:14: version "2.1" of CSAF is not known; it is read as far as it is understood`},
		"missing": {head + `"vulnerabilities": [{"cve": "CVE-1", "product_status": {"fixed": ["P", "P"], "known_affected": ["P"]}}]}`, `f.json:1:59: product_status: there is no product "P" in product_tree; it means only what is called exactly so`},
		"twice":   {head + `"product_tree": {"full_product_names": [{"product_id": "P", "name": "a"}, {"product_id": "P", "name": "b"}]}}`, `f.json:1:113: product_id: "P" is the product_id of another product, too; the first one counts`},
		"circle":  {head + `"product_tree": {"relationships": [{"product_reference": "A", "relates_to_product_reference": "B", "full_product_name": {"product_id": "B"}}, {"product_reference": "B", "relates_to_product_reference": "C", "full_product_name": {"product_id": "A"}}]}}`, ""},
		"many":    {head + `"vulnerabilities": [{"product_status": {"fixed": ["P", "Q", "R", "S"]}}]}`, `f.json:1:59: there are more than 3 statements on vulnerabilities; attach a smaller file`},
	} {
		t.Run(name, func(t *testing.T) {
			bill, problems := csaf.Supplement.Decode("f.json", []byte(test.text), load.SupplementLimits{Statements: 3})
			if diff := cmp.Diff(test.want, append(problems, bill.Remarks...).Error()); diff != "" {
				t.Errorf("problems and flaws (-want +got):\n%s", diff)
			}
		})
	}
}

// Relationships that stand behind each other in the least handy order are all found.
func TestChain(t *testing.T) {
	var relationships []string
	for i := 50; i > 0; i-- {
		relationships = append(relationships, fmt.Sprintf(`{"category": "default_component_of", "product_reference": "P%d", "relates_to_product_reference": "Q", "full_product_name": {"product_id": "P%d"}}`, i-1, i))
	}
	bill, problems := csaf.Supplement.Decode("f.json", []byte(`{"document": {"csaf_version": "2.0"}, "product_tree": {"full_product_names": [{"product_id": "P0", "name": "p"}, {"product_id": "Q", "name": "q"}], "relationships": [`+
		strings.Join(relationships, ",")+`]}, "vulnerabilities": [{"cve": "CVE-1", "product_status": {"fixed": ["P50"]}}]}`), load.SupplementLimits{})
	if s := bill.Statements[0]; len(problems) > 0 || !cmp.Equal(s.Of, []string{"p"}) || !cmp.Equal(s.In, []string{"q"}) {
		t.Error(problems, s)
	}
}

// No text makes reading panic, report without a place, or list or say what has no name.
func FuzzDecode(f *testing.F) {
	modeltest.FuzzSupplement(f, csaf.Supplement, "f.json", advisory)
}
