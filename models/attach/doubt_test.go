package attach_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/attach"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
)

const device = `harmpath: "1"
id: x
title: X
site: consumer
trust_zones: [{id: z, name: Z}]
components:
  - {id: device, name: Device, kind: part, zone: z, sbom: s, vex: [v, w]}
`

// sbom lists, in the device: alpha and beta, lib, with its digest, in both of them, my lib 1 without purl or version, and a frame that is
// left out.
func sbom() load.Bill {
	listed := func(ref, name, version, purl string, in ...int) load.Listed {
		return load.Listed{Refs: []string{ref}, In: in, Package: models.Package{Name: name, Identity: models.Identity{Version: version, PURL: purl}}}
	}
	out := load.Bill{
		Link:    "urn:cdx:11111111-1111-4111-8111-111111111111/1",
		Subject: listed("root", "Device", "1", "pkg:generic/acme/device@1"),
		Listed: []load.Listed{
			listed("a", "alpha", "1", "pkg:generic/acme/alpha@1", -1), listed("b", "beta", "1", "pkg:generic/acme/beta@1", -1),
			listed("l", "lib", "1.5", "pkg:generic/acme/lib@1.5?arch=amd64", 0, 1), listed("my lib 1", "stack", "", "", -1),
		},
		LeftOut: []load.Listed{listed("t", "frame", "9", "pkg:generic/acme/frame@9")},
	}
	out.Listed[2].Within = []string{"alpha"}
	out.Listed[2].Hashes = []string{"sha-256:0123456789abcdef"}
	out.LeftOut[0].Reason = "scope excluded"
	return out
}

// say is a statement on CVE-1 of some words; words behind "in " name the product, those behind "around " what is
// around that, those behind "vers" versions, and those behind "besides " versions that it is not about.
func say(status models.VulnerabilityStatus, words ...string) load.Statement {
	out := load.Statement{Vulnerability: models.Vulnerability{ID: "CVE-1", Status: status}}
	for _, word := range words {
		switch in, within := strings.CutPrefix(word, "in "); {
		case within:
			out.In = append(out.In, in)
		case strings.HasPrefix(word, "around "):
			out.Around = append(out.Around, []string{strings.TrimPrefix(word, "around ")})
		case strings.HasPrefix(word, "besides "):
			out.Besides = append(out.Besides, strings.TrimPrefix(word, "besides "))
		case strings.HasPrefix(word, "vers"):
			out.Versions = append(out.Versions, strings.TrimPrefix(word, "version "))
		default:
			out.Of = append(out.Of, word)
		}
	}
	return out
}

// attached attaches bills to a model by their names, and tells what is known of what, and what is left open.
func attached(t *testing.T, model string, bills map[string]load.Bill) (lines []string, problems error) {
	t.Helper()
	system, problems := readBills(t, model, bills)
	for _, c := range system.Components {
		for _, v := range c.Vulnerabilities {
			lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", c.ID, v.ID, v.Status, strings.Join(v.Aliases, " "))))
		}
	}
	for _, d := range system.Doubts {
		lines = append(lines, fmt.Sprintf("%s: %s of %s", d.At, d.Kind, d.Part))
	}
	return lines, problems
}

// parts tells which components have which parts.
func parts(t *testing.T, bills map[string]load.Bill) []string {
	t.Helper()
	var out []string
	system, _ := readBills(t, device, bills)
	for _, c := range system.Components {
		if len(c.Parts) > 0 {
			out = append(out, fmt.Sprintf("%s: %s", c.ID, strings.Trim(fmt.Sprint(c.Parts), "[]")))
		}
	}
	return out
}

func readBills(t *testing.T, model string, bills map[string]load.Bill) (*models.System, error) {
	t.Helper()
	files := fstest.MapFS{"model.yaml": {Data: []byte(model)}}
	for _, name := range []string{"s", "v", "w"} {
		files[name] = &fstest.MapFile{Data: []byte(name)}
	}
	m, err := load.Load(formats.All(), load.Source{Files: files, Name: "."})
	if err != nil {
		t.Fatal(err)
	}
	format := load.Supplement{
		Name: "bill", Match: func(*load.Document) bool { return true },
		Decode: func(file string, _ []byte, _ load.SupplementLimits) (load.Bill, models.Problems) {
			bill := bills[file]
			bill.Statements = slices.Clone(bill.Statements)
			for i := range bill.Statements {
				bill.Statements[i].At = models.Place{File: file, Line: i + 1}
			}
			return bill, nil
		},
	}
	err = attach.Files(m, []load.Supplement{format}, attach.Limits{})
	return m.System, err
}

// A statement clears nothing but what it certainly means, and what it may mean counts as vulnerable.
func TestDoubts(t *testing.T) {
	for name, test := range map[string]struct {
		said []load.Statement
		want []string
	}{
		"exact":                          {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib@1.5?arch=amd64")}, []string{"device-lib-1-5 CVE-1 not_affected"}},
		"the gravest of several":         {[]load.Statement{say(models.Affected, "pkg:generic/acme/lib"), say(models.NotAffected, "pkg:generic/acme/lib@1.5")}, []string{"device-lib-1-5 CVE-1 affected"}},
		"another version":                {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib@1.6"), say(models.Affected, "pkg:generic/acme/lib@1.5")}, []string{"device-lib-1-5 CVE-1 affected"}},
		"another variant":                {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib?arch=arm64"), say(models.Affected, "pkg:generic/acme/lib@1.5?arch=amd64")}, []string{"device-lib-1-5 CVE-1 affected"}},
		"a qualifier not stated":         {[]load.Statement{say(models.Fixed, "pkg:generic/acme/lib?distro=d")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: variant of lib 1.5"}},
		"a qualifier that may affect":    {[]load.Statement{say(models.Affected, "pkg:generic/acme/lib?distro=d"), say(models.Fixed, "pkg:generic/acme/lib")}, []string{"device-lib-1-5 CVE-1 affected", "v:1: variant of lib 1.5"}},
		"doubts that clear beside sure":  {[]load.Statement{say(models.Fixed, "pkg:generic/acme/lib?distro=d"), say(models.NotAffected, "pkg:generic/acme/lib")}, []string{"device-lib-1-5 CVE-1 not_affected"}},
		"within a product that is there": {[]load.Statement{say(models.Affected, "lib", "in beta", "around pkg:generic/acme/device@1"), say(models.NotAffected, "pkg:generic/acme/lib@1.5")}, []string{"device-lib-1-5 CVE-1 affected", "v:1: product of lib 1.5"}},
		"within a product that is not":   {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib@1.5", "in pkg:generic/acme/alpha@1", "around pkg:generic/acme/beta@1"), say(models.NotAffected, "pkg:generic/acme/lib@1.5", "in pkg:generic/acme/beta@1")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:2: way of lib 1.5"}},
		"other versions than the safe":   {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "version vers:generic/>=2"), say(models.UnderInvestigation, "pkg:generic/acme/lib", "besides vers:generic/>=2")}, []string{"device-lib-1-5 CVE-1 under_investigation"}},
		"the safe version":               {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "version 1.5"), say(models.UnderInvestigation, "pkg:generic/acme/lib", "besides 1.5")}, []string{"device-lib-1-5 CVE-1 not_affected"}},
		"a name alone":                   {[]load.Statement{say(models.NotAffected, "lib")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: product of lib 1.5"}},
		"a name, no purl":                {[]load.Statement{say(models.NotAffected, "stack")}, []string{"device-stack CVE-1 not_affected"}},
		"another supplier":               {[]load.Statement{say(models.Affected, "pkg:npm/other/lib@1.5")}, []string{"device-lib-1-5 CVE-1 affected", "v:1: product of lib 1.5"}},
		"another supplier and the own":   {[]load.Statement{say(models.Affected, "pkg:npm/other/lib@1.5", "pkg:generic/acme/lib@1.5"), say(models.Affected, "pkg:generic/stack")}, []string{"device-stack CVE-1 affected", "device-lib-1-5 CVE-1 affected", "v:1: product of lib 1.5", "v:2: product of stack"}},
		"another product and the own":    {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/alpine@1.5", "pkg:generic/acme/lib@1.5")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: product of lib 1.5"}},
		"the digest alone":               {[]load.Statement{say(models.NotAffected, "SHA256:0123456789ABCDEF")}, []string{"device-lib-1-5 CVE-1 not_affected"}},
		"the purl and another digest":    {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib@1.5", "sha-256:ffff456789abcdef")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: product of lib 1.5"}},
		"one of several digests":         {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib@1.5", "sha-256:ffff456789abcdef", "sha-256:0123456789abcdef")}, []string{"device-lib-1-5 CVE-1 not_affected"}},
		"a digest by other means":        {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib@1.5", "sha-512:ffff456789abcdef")}, []string{"device-lib-1-5 CVE-1 not_affected"}},
		"two words that disagree":        {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib@1.6", "lib@1.5")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: version of lib 1.5"}},
		"a version of none":              {[]load.Statement{say(models.NotAffected, "stack@2")}, []string{"device-stack CVE-1 under_investigation", "v:1: version of stack"}},
		"in a range":                     {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "vers:generic/>=1.5"), say(models.Affected, "pkg:generic/acme/lib", "vers:generic/<1.5")}, []string{"device-lib-1-5 CVE-1 not_affected"}},
		"in a range of nobody":           {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "vers:else/>=1.5")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: version of lib 1.5"}},
		"a version of the statement":     {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "version 1.4"), say(models.Affected, "pkg:generic/acme/lib", "version 1.5")}, []string{"device-lib-1-5 CVE-1 affected"}},
		"by one way":                     {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "in pkg:generic/acme/alpha@1")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: way of lib 1.5"}},
		"by both ways":                   {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "in pkg:generic/acme/alpha@1"), say(models.Fixed, "pkg:generic/acme/lib", "in pkg:generic/acme/beta")}, []string{"device-lib-1-5 CVE-1 fixed"}},
		"affected by one way":            {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "in pkg:generic/acme/alpha@1"), say(models.Affected, "pkg:generic/acme/lib", "in pkg:generic/acme/beta@1")}, []string{"device-lib-1-5 CVE-1 affected"}},
		"in the device":                  {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "in pkg:generic/acme/device@1")}, []string{"device-lib-1-5 CVE-1 not_affected"}},
		"perhaps in the device":          {[]load.Statement{say(models.NotAffected, "pkg:generic/acme/lib", "in Device")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: product of lib 1.5"}},
		"in another device":              {[]load.Statement{say(models.Affected, "pkg:generic/acme/lib", "in pkg:generic/acme/device@2")}, nil},
		"a BOM-Link":                     {[]load.Statement{say(models.NotAffected, "urn:cdx:11111111-1111-4111-8111-111111111111/1#my%20lib%201")}, []string{"device-stack CVE-1 not_affected"}},
		"a BOM-Link to the whole":        {[]load.Statement{say(models.NotAffected, "urn:cdx:11111111-1111-4111-8111-111111111111/1")}, []string{"device CVE-1 not_affected"}},
		"a BOM-Link to another file":     {[]load.Statement{say(models.Affected, "urn:cdx:21111111-1111-4111-8111-111111111111/1#l")}, nil},
		"a BOM-Link to another version":  {[]load.Statement{say(models.NotAffected, "urn:cdx:11111111-1111-4111-8111-111111111111/2#l")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: product of lib 1.5"}},
		"a reference of another file":    {[]load.Statement{say(models.NotAffected, "l")}, []string{"device-lib-1-5 CVE-1 under_investigation", "v:1: product of lib 1.5"}},
		"what is left out":               {[]load.Statement{say(models.Affected, "pkg:generic/acme/frame@9"), say(models.Affected, "urn:cdx:11111111-1111-4111-8111-111111111111/1#t")}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := attached(t, device, map[string]load.Bill{"s": sbom(), "v": {Statements: test.said}})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The ids of one vulnerability may be called each other's in any file; that of CVE is shown.
func TestAliases(t *testing.T) {
	told := func(status models.VulnerabilityStatus, id string, aliases ...string) load.Statement {
		out := say(status, "pkg:generic/acme/lib")
		out.ID, out.Aliases = id, aliases
		return out
	}
	got, err := attached(t, device, map[string]load.Bill{
		"s": sbom(),
		"v": {Statements: []load.Statement{told(models.NotAffected, "cve-2030-1"), told(models.NotAffected, "OSV-9", "GHSA-a")}},
		"w": {Statements: []load.Statement{told(models.Affected, "GHSA-a", "CVE-2030-1")}},
	})
	if diff := cmp.Diff([]string{"device-lib-1-5 CVE-2030-1 affected GHSA-a OSV-9"}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	// What the model says of it by any of its names, no file overrules.
	own := strings.Replace(device, "sbom: s", "vulnerabilities: [{id: OSV-9, status: fixed}], sbom: s", 1)
	whole := func(status models.VulnerabilityStatus, id string, aliases ...string) load.Statement {
		out := told(status, id, aliases...)
		out.Of = []string{"pkg:generic/acme/device"}
		return out
	}
	got, err = attached(t, own, map[string]load.Bill{
		"s": sbom(), "v": {Statements: []load.Statement{whole(models.Affected, "CVE-2030-1", "OSV-9")}}, "w": {Statements: []load.Statement{whole(models.Affected, "CVE-2030-2")}},
	})
	if diff := cmp.Diff([]string{"device OSV-9 fixed", "device CVE-2030-2 affected"}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// A later statement takes the place of an earlier one of the same document on the very same thing, and of no other.
func TestSuperseded(t *testing.T) {
	on := func(day int, s load.Statement) load.Statement {
		s.Made = time.Date(2030, 1, day, 0, 0, 0, 0, time.UTC)
		return s
	}
	affected, fixed := say(models.Affected, "pkg:generic/acme/lib"), say(models.Fixed, "pkg:generic/acme/lib")
	for name, test := range map[string]struct {
		v, w []load.Statement
		want string
	}{
		"later":            {[]load.Statement{on(2, fixed), on(1, affected)}, nil, "fixed"},
		"at the same time": {[]load.Statement{on(1, affected), on(1, fixed)}, nil, "affected"},
		"of no time":       {[]load.Statement{affected, on(1, fixed)}, nil, "affected"},
		"on less":          {[]load.Statement{on(1, affected), on(2, say(models.Fixed, "pkg:generic/acme/lib@1.5"))}, nil, "affected"},
		"by somebody else": {[]load.Statement{on(1, affected)}, []load.Statement{on(2, fixed)}, "affected"},
	} {
		got, err := attached(t, device, map[string]load.Bill{"s": sbom(), "v": {Statements: test.v}, "w": {Statements: append(test.w, say(models.Fixed, "stack"))}})
		want := []string{"device-lib-1-5 CVE-1 " + test.want, "device-stack CVE-1 fixed"}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

// A file of statements that lists what they are about itself means that, not what has the same reference in the SBOM.
func TestOwnEntries(t *testing.T) {
	vex := load.Bill{
		Link:       "urn:cdx:3/1",
		Listed:     []load.Listed{{Refs: []string{"a"}, Package: models.Package{Name: "stack"}}},
		Statements: []load.Statement{say(models.Fixed, "a"), say(models.NotAffected, "urn:cdx:3/1#a")},
	}
	got, _ := attached(t, device, map[string]load.Bill{"s": sbom(), "v": vex})
	if diff := cmp.Diff([]string{"device-stack CVE-1 fixed"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What an SBOM says of an entry by its reference holds in that product, and not where another product has the same part.
func TestReferencesAreLocal(t *testing.T) {
	two := strings.Replace(device, "sbom: s, vex: [v, w]}", "sbom: s, parts: [lib]}\n  - {id: other, name: Other, kind: part, zone: z, parts: [lib]}\n  - {id: lib, name: lib, kind: part, zone: z, purl: pkg:generic/acme/lib@1.5}", 1)
	bill := sbom()
	bill.Statements = []load.Statement{say(models.NotAffected, "l")}
	got, err := attached(t, two, map[string]load.Bill{"s": bill})
	if diff := cmp.Diff([]string{"lib CVE-1 under_investigation", "s:1: way of lib 1.5"}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// A part is built into all that contains it and is vulnerable, too; circles of parts are built into nothing that lies in
// them.
func TestBuiltIn(t *testing.T) {
	bill := sbom()
	for _, ref := range []string{"a", "b", "l"} {
		bill.Statements = append(bill.Statements, say(models.Affected, ref))
	}
	for _, circle := range []bool{false, true} {
		if circle {
			bill.Listed[0].In = []int{-1, 2}
		}
		m := parts(t, map[string]load.Bill{"s": bill})
		want := []string{"device: device-alpha-1 device-beta-1", "device-alpha-1: device-alpha-1-lib-1-5", "device-beta-1: device-alpha-1-lib-1-5"}
		if diff := cmp.Diff(want, m); diff != "" {
			t.Errorf("in a circle: %t (-want +got):\n%s", circle, diff)
		}
	}
}
