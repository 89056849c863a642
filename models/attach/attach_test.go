package attach_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/attach"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
)

const model = `harmpath: "1"
id: x
title: X
site: consumer
stakeholders:
  - {id: tls-project, name: TLS project}
  - {id: os-maker, name: {ja: OS社, en: OS Ltd.}, makes: [robot]}
trust_zones: [{id: z, name: Z}]
components:
  - {id: robot, name: Robot, kind: industrial_robot, zone: z, layer: 2, parts: [board], sbom: sboms/robot.cdx.json, vex: [VEX]}
  - {id: board, name: Board, kind: part, zone: z, version: "3", sbom: board.spdx.json}
`

// robot lies in the SBOM of the robot as: robot ← board 3 ← {os 7 ← tls 1.2.3, tcp 4}, robot ← tls 1.2.4.
const robot = `{"bomFormat": "CycloneDX", "specVersion": "1.6",
 "metadata": {"component": {"bom-ref": "r", "name": "Robot", "version": "9", "purl": "pkg:generic/robot@9"}},
 "components": [
  {"bom-ref": "b", "name": "Board", "version": "3", "components": [
   {"bom-ref": "o", "name": "os", "version": "7", "supplier": {"name": "OS社"}, "components": [{"bom-ref": "t3", "name": "tls", "version": "1.2.3", "purl": "pkg:generic/tls@1.2.3", "supplier": {"name": "TLS project"}}]},
   {"bom-ref": "c", "name": "tcp", "version": "4"}]},
  {"bom-ref": "t4", "name": "tls", "version": "1.2.4", "purl": "pkg:generic/tls@1.2.4"}]
}`

const board = `{"spdxVersion": "SPDX-2.3", "SPDXID": "d", "documentDescribes": ["b"], "packages": [
 {"SPDXID": "b", "name": "Board", "versionInfo": "3"},
 {"SPDXID": "t", "name": "tls", "versionInfo": "1.2.3", "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:generic/tls@1.2.3"}]},
 {"SPDXID": "u", "name": "usb", "versionInfo": "1"}]}`

// folder is a case with one file of statements.
func folder(name, statements string) fstest.MapFS {
	return fstest.MapFS{
		"model.yaml":            {Data: []byte(strings.Replace(model, "VEX", name, 1))},
		"sboms/robot.cdx.json":  {Data: []byte(robot)},
		"board.spdx.json":       {Data: []byte(board)},
		strings.TrimSpace(name): {Data: []byte(statements)},
	}
}

func read(t testing.TB, files fs.FS, limits attach.Limits) (*load.Model, error) {
	t.Helper()
	m, err := load.Load(formats.All(), load.Source{Files: files, Name: "."})
	if err != nil {
		t.Fatal(err)
	}
	return m, attach.Files(m, formats.Supplements(), limits)
}

// lines tells what a system's components are made of.
func lines(s *models.System) []string {
	var out []string
	known := func(list []models.Vulnerability) string {
		var words []string
		for _, v := range list {
			words = append(words, v.ID+" "+string(v.Status))
		}
		return strings.Join(words, ", ")
	}
	for _, c := range s.Components {
		out = append(out, fmt.Sprintf("%s %s@%s parts %v patched %s {%s}", c.ID, c.Name.EN, c.Version, c.Parts, c.Properties[models.Patched], known(c.Vulnerabilities)))
		for _, p := range c.Packages {
			out = append(out, fmt.Sprintf("  %s@%s in %q is %q {%s}", p.Name, p.Version, p.Within, p.Component, known(p.Vulnerabilities)))
		}
	}
	for _, s := range s.Stakeholders {
		out = append(out, fmt.Sprintf("%s makes %v", s.ID, s.Makes))
	}
	return out
}

func TestFiles(t *testing.T) {
	m, err := read(t, folder("cves.csv", `cve,component,status
CVE-1,pkg:generic/tls@1.2.3,affected
CVE-1,pkg:generic/tls@1.2.4,fixed
CVE-2,t3,under_investigation
CVE-3,tcp@4,not_affected
CVE-4,robot,fixed
CVE-5,os,affected
CVE-5,Board,not_affected
`), attach.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`robot Robot@9 parts [board robot-tls-1-2-4] patched true {CVE-4 fixed}`,
		`  Board@3 in [] is "board" {CVE-5 not_affected}`,
		`  os@7 in ["Board"] is "board-os-7" {CVE-5 affected}`,
		`  tls@1.2.3 in ["Board" "os"] is "board-os-7-tls-1-2-3" {CVE-1 affected, CVE-2 under_investigation}`,
		`  tcp@4 in ["Board"] is "board-tcp-4" {CVE-3 not_affected}`,
		`  tls@1.2.4 in [] is "robot-tls-1-2-4" {CVE-1 fixed}`,
		`board Board@3 parts [board-os-7 board-tcp-4] patched true {CVE-5 not_affected}`,
		`  tls@1.2.3 in [] is "board-os-7-tls-1-2-3" {}`,
		`  usb@1 in [] is "" {}`,
		`robot-tls-1-2-4 tls 1.2.4@1.2.4 parts [] patched true {CVE-1 fixed}`,
		`board-os-7 os 7@7 parts [board-os-7-tls-1-2-3] patched false {CVE-5 affected}`,
		`board-tcp-4 tcp 4@4 parts [] patched true {CVE-3 not_affected}`,
		`board-os-7-tls-1-2-3 tls 1.2.3@1.2.3 parts [] patched false {CVE-1 affected, CVE-2 under_investigation}`,
		`tls-project makes [board-os-7-tls-1-2-3]`,
		`os-maker makes [robot board-os-7]`,
	}
	if diff := cmp.Diff(want, lines(m.System)); diff != "" {
		t.Errorf("system (-want +got):\n%s", diff)
	}
	if c := m.System.Components[0]; c.SBOM != "" || c.VEX != nil {
		t.Error("the files are still named")
	}
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	if problems := check.System(m.System, known); len(problems) > 0 {
		t.Error(problems)
	}
	if tls := m.System.Components[5]; tls.At.String() != "sboms/robot.cdx.json:5:95" || tls.Source != "sboms/robot.cdx.json" {
		t.Errorf("the part comes from %s, %s", tls.At, tls.Source)
	}
	// What was read reads the same without the files.
	again := &load.Model{System: m.System, Locate: func(p models.Problems) models.Problems { return p }}
	if err := attach.Files(again, formats.Supplements(), attach.Limits{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, lines(again.System)); diff != "" {
		t.Errorf("a second time (-want +got):\n%s", diff)
	}
}

func TestProducts(t *testing.T) {
	statement := func(product, part string) string {
		return `{"@context": "https://openvex.dev/ns", "statements": [{"vulnerability": "CVE-1", "status": "affected",
			"products": [{"@id": "` + product + `", "subcomponents": ["` + part + `"]}]}]}`
	}
	for name, test := range map[string]struct {
		product, part string
		affected      []string
	}{
		"the component":        {"pkg:generic/robot@9", "pkg:generic/tls", []string{"robot-tls-1-2-4", "board-tls-1-2-3"}},
		"a package":            {"os@7", "pkg:generic/tls", []string{"board-tls-1-2-3"}},
		"a part of the model":  {"board", "pkg:generic/tls", []string{"board-tls-1-2-3"}},
		"another one":          {"pkg:generic/robot@8", "pkg:generic/tls", nil},
		"nothing in a package": {"tcp", "pkg:generic/tls", nil},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := read(t, folder("a.openvex.json", statement(test.product, test.part)), attach.Limits{})
			var got []string
			for _, c := range m.System.Components {
				if len(c.Vulnerabilities) > 0 {
					got = append(got, string(c.ID))
				}
			}
			if diff := cmp.Diff(test.affected, got); diff != "" || (err == nil) != (test.affected != nil) {
				t.Errorf("%v, affected (-want +got):\n%s", err, diff)
			}
		})
	}
}

// The model has the last word on what it says itself; of what several SBOMs say of one component the gravest counts.
func TestPrecedence(t *testing.T) {
	files := folder("cves.csv", "cve,component,status\nCVE-1,robot,affected\nCVE-2,Board,fixed\nCVE-2,Board,affected\n")
	files["model.yaml"].Data = []byte(strings.NewReplacer(
		"kind: industrial_robot,", "kind: industrial_robot, vulnerabilities: [{id: CVE-1, status: not_affected}],",
		"sbom: board.spdx.json", "vex: [board.csv], properties: {flaw_free: false}",
	).Replace(string(files["model.yaml"].Data)))
	files["board.csv"] = &fstest.MapFile{Data: []byte("cve,component,status\nCVE-2,board,fixed\n")}
	m, err := read(t, files, attach.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"robot Robot@9 parts [board] patched true {CVE-1 not_affected}", "board Board@3 parts [] patched false {CVE-2 affected}"}
	if got := lines(m.System); !cmp.Equal(want, []string{got[0], got[len(want)+4]}) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

// known lists the formats that can be attached.
func known() string {
	var out []string
	for _, f := range formats.Supplements() {
		out = append(out, f.Name+" ("+f.Title.String()+")")
	}
	return strings.Join(out, ", ")
}

// An SBOM that lists nothing but what it is of is of a part, unless it is called as the component that it is attached to.
func TestSubjectAlone(t *testing.T) {
	for name, want := range map[string]string{"tls": "robot-tls-1 tls 1@1 {CVE-1 affected}", "ROBOT": "robot Robot@1 {CVE-1 affected}", "robot": "robot Robot@1 {CVE-1 affected}"} {
		files := fstest.MapFS{
			"model.yaml": {Data: []byte("harmpath: \"1\"\nid: x\ntitle: X\nsite: consumer\ntrust_zones: [{id: z, name: Z}]\ncomponents: [{id: robot, name: Robot, kind: industrial_robot, zone: z, sbom: a, vex: [b.csv]}]\n")},
			"a":          {Data: []byte("SPDXVersion: SPDX-2.3\nSPDXID: d\nPackageName: " + name + "\nSPDXID: p\nPackageVersion: 1\nRelationship: d DESCRIBES p\n")},
			"b.csv":      {Data: []byte("cve,component,status\nCVE-1," + name + "@1,affected\n")},
		}
		m, err := read(t, files, attach.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range m.System.Components {
			for _, v := range c.Vulnerabilities {
				got = append(got, fmt.Sprintf("%s %s@%s {%s %s}", c.ID, c.Name.EN, c.Version, v.ID, v.Status))
			}
		}
		if diff := cmp.Diff([]string{want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// A flaw of one entry is a remark, and what else the file says is read.
func TestRemarks(t *testing.T) {
	m, err := read(t, folder("a.cdx.json", `{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"name": "a", "purl": "generic/a"}], "vulnerabilities": [{"id": "CVE-1", "affects": [{"ref": "t3"}]}]}`), attach.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := `a.cdx.json:1:65: purl: "generic/a" is no package URL: purl scheme is not "pkg": "generic/a"; it is passed over; the entry is listed without it`
	if diff := cmp.Diff(want, m.Remarks.Error()); diff != "" {
		t.Errorf("remarks (-want +got):\n%s", diff)
	}
	if got := strings.Join(lines(m.System), "\n"); !strings.Contains(got, "CVE-1 affected") {
		t.Errorf("the rest is not read:\n%s", got)
	}
}

func TestProblems(t *testing.T) {
	small := attach.Limits{Files: 2, Size: 3000, Matches: 3, Parts: 2}
	for name, test := range map[string]struct {
		vex, text string
		limits    attach.Limits
		want      string
	}{
		"outside":        {"../a.csv", "", attach.Limits{}, `model.yaml:10:123: components[0].vex[0]: "../a.csv" is no file below the model's folder; write a path relative to it, such as sboms/gateway.cdx.json`},
		"absolute":       {"/a.csv", "", attach.Limits{}, `model.yaml:10:123: components[0].vex[0]: "/a.csv" is no file below the model's folder; write a path relative to it, such as sboms/gateway.cdx.json`},
		"folder":         {"sboms", "", attach.Limits{}, `model.yaml:10:123: components[0].vex[0]: "sboms" is a folder; name a file`},
		"format":         {"a.xml", "<bom/>", attach.Limits{}, `model.yaml:10:123: components[0].vex[0]: "a.xml" is in no format that can be attached; known are ` + known()},
		"fault":          {"a.json", `{"a": `, attach.Limits{}, `a.json:1:7: this is no JSON: the file ends early`},
		"unheard":        {"a.csv", "cve,component,status\nCVE-1,tsl,affected\nCVE-2,tls,fixed\n", attach.Limits{}, `a.csv:2:1: what CVE-1 is said of is in no component that the file is attached to; write its purl, CPE, reference in the SBOM, name@version or name, or the id of a component`},
		"of others":      {"a.openvex.json", `{"@context": "https://openvex.dev/ns", "statements": [{"vulnerability": "CVE-1", "status": "fixed", "products": ["pkg:generic/other"]}]}`, attach.Limits{}, `model.yaml:10:123: components[0].vex[0]: nothing in "a.openvex.json" is about the components that it is attached to, or about what their SBOMs list; attach it to what it is about, or give that its purl`},
		"files":          {"a.csv", "cve,component,status\nCVE-1,tls,fixed\n", small, `model.yaml:11:71: components[1].sbom: more than 2 files are attached to the case; attach fewer`},
		"size":           {"a.csv", "cve,component,status\nCVE-1,tls,\"fixed\"\n" + strings.Repeat("\n", 3000), small, `model.yaml:10:123: components[0].vex[0]: the attached files are together larger than 3000 bytes; attach smaller files` + "\n" + `model.yaml:11:71: components[1].sbom: more than 2 files are attached to the case; attach fewer`},
		"matches":        {"a.csv", "cve,component,status\nCVE-1,tls,fixed\nCVE-2,tls,fixed\n", attach.Limits{Matches: 3}, `a.csv:3:1: the statements on vulnerabilities are about more than 3 things; attach smaller files`},
		"matches, once":  {"a.csv", "cve,component,status\nCVE-1,tls,fixed\nCVE-2,tls,fixed\nCVE-3,tls,fixed\nCVE-4,tls,fixed\n", attach.Limits{Matches: 3}, `a.csv:3:1: the statements on vulnerabilities are about more than 3 things; attach smaller files`},
		"matches around": {"a.openvex.json", `{"@context": "https://openvex.dev/ns", "statements": [{"vulnerability": "CVE-1", "status": "fixed", "products": [{"@id": "tls", "subcomponents": ["tls"]}]}]}`, attach.Limits{Matches: 3}, `a.openvex.json:1:55: the statements on vulnerabilities are about more than 3 things; attach smaller files`},
		"parts":          {"a.csv", "cve,component,status\nCVE-1,tls,fixed\nCVE-2,tcp,fixed\n", attach.Limits{Parts: 2}, `sboms/robot.cdx.json:5:95: more than 2 packages with known vulnerabilities are in the case; attach smaller files`},
	} {
		t.Run(name, func(t *testing.T) {
			files := folder(test.vex, test.text)
			if test.vex == "sboms" {
				delete(files, "sboms")
			}
			_, err := read(t, files, test.limits)
			var problems models.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("the error is %v", err)
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
	files := folder("missing.csv", "")
	delete(files, "missing.csv")
	if _, err := read(t, files, attach.Limits{}); err == nil || !strings.Contains(err.Error(), `components[0].vex[0]: there is no file "missing.csv"`) {
		t.Errorf("a file that is not there: %v", err)
	}
}

// Problems that are found later keep their places: in the model by their paths, in attached files as they are.
func TestLocate(t *testing.T) {
	m, err := read(t, folder("a.csv", "cve,component,status\nCVE-1,tls,fixed\n"), attach.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	part := m.System.Components[len(m.System.Components)-1]
	got := m.Locate(models.Problems{{At: part.At, Path: "components[3].name", What: models.Messagef("a")}, {At: models.Place{File: "model.yaml"}, Path: "components[1].version", What: models.Messagef("b")}})
	want := "model.yaml:11:60: components[1].version: b\nsboms/robot.cdx.json:5:95: components[3].name: a"
	if diff := cmp.Diff(want, got.Error()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// No attached file makes reading panic, and whatever it says, the case that comes out is sound.
func FuzzFiles(f *testing.F) {
	f.Add(robot, "cve,component,status\nCVE-1,tls,affected\nCVE-2,os@7,fixed\n")
	f.Add(board, `cve,component,status
CVE-1,t,under_investigation
`)
	known, err := catalog.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, sbom, list string) {
		files := folder("a.csv", list)
		files["sboms/robot.cdx.json"].Data = []byte(sbom)
		m, err := read(t, files, attach.Limits{SupplementLimits: load.SupplementLimits{Packages: 100}})
		var problems models.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatal(err)
		}
		if wrong := check.System(m.System, known); err == nil && len(wrong) > 0 {
			t.Fatalf("what was read without a problem is not sound: %v", wrong)
		}
	})
}

// What a package calls inferred stays so of the component that it becomes, as far as components have it.
func TestInferredOfPackages(t *testing.T) {
	files := fstest.MapFS{"model.yaml": {Data: []byte(`harmpath: "1"
id: x
title: X
site: consumer
trust_zones: [{id: z, name: Z}]
components:
  - id: robot
    name: Robot
    kind: industrial_robot
    zone: z
    packages:
      - {name: tls, version: "1", inferred: [within, in, component, version], vulnerabilities: [{id: CVE-2024-0001, status: affected}]}
`)}}
	m, err := read(t, files, attach.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	if problems := check.System(m.System, known); len(problems) > 0 {
		t.Error(problems)
	}
	if d := cmp.Diff([]string{"version"}, m.System.Components[1].Fields); d != "" {
		t.Errorf("inferred of the component (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"within", "in", "component", "version"}, m.System.Components[0].Packages[0].Fields); d != "" {
		t.Errorf("inferred of the package (-want +got):\n%s", d)
	}
}
