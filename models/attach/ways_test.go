package attach_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/attach"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
)

// world is a case of two devices and a module that is a part of one or of both, each with an SBOM and statements:
//
//	left ──▶ packages ──▶ … ──▶ packages        left, right ──▶ module ──▶ packages
//	                        └──▶ module
type world struct {
	hosts   []host // left, right, module
	partOf  []int  // which devices have the module as a part
	circles bool   // packages may contain themselves
}

type host struct {
	packages   []entry
	statements []said
}

type entry struct {
	name string // of a package, or "module"
	in   []int
}

// said is a statement: of and in name a package, a device or the module; in may be empty.
type said struct {
	id, alias string
	status    models.VulnerabilityStatus
	of, in    string
}

var hostNames = []string{"left", "right", "module"}

// draw draws a world.
func draw(t *rapid.T, circles bool) world {
	w := world{hosts: make([]host, 3), partOf: rapid.SampledFrom([][]int{{0}, {1}, {0, 1}}).Draw(t, "module"), circles: circles}
	names := []string{"a", "b", "c"}
	for h := range w.hosts {
		n := rapid.IntRange(0, 5).Draw(t, "packages")
		module := h < 2 && slices.Contains(w.partOf, h) && rapid.Bool().Draw(t, "lists the module")
		for i := range n {
			e := entry{name: rapid.SampledFrom(names).Draw(t, "name")}
			if module && i == n/2 {
				e.name = "module"
			}
			below := i - 1
			if circles {
				below = n - 1
			}
			e.in = rapid.SliceOfNDistinct(rapid.IntRange(-1, max(below, -1)), 1, 3, rapid.ID).Draw(t, "in")
			e.in = slices.DeleteFunc(e.in, func(in int) bool { return in == i })
			if len(e.in) == 0 {
				e.in = []int{-1}
			}
			slices.Sort(e.in)
			w.hosts[h].packages = append(w.hosts[h].packages, e)
		}
		words := append(slices.Clone(names), hostNames...)
		for range rapid.IntRange(0, 6).Draw(t, "statements") {
			statuses := append(models.VulnerabilityStatuses(), models.Fixed, models.NotAffected, models.NotAffected)
			s := said{id: rapid.SampledFrom([]string{"CVE-1", "CVE-1", "CVE-2", "GHSA-1"}).Draw(t, "id"), status: rapid.SampledFrom(statuses).Draw(t, "status"), of: rapid.SampledFrom(words).Draw(t, "of")}
			if s.id == "GHSA-1" {
				s.alias = "CVE-1"
			}
			if rapid.Bool().Draw(t, "within") {
				s.in = rapid.SampledFrom(words).Draw(t, "product")
			}
			w.hosts[h].statements = append(w.hosts[h].statements, s)
		}
	}
	return w
}

func purl(name string) string { return "pkg:generic/acme/" + name + "@1" }

// attached reads the world as a case.
func (w world) attached(t *rapid.T) *models.System {
	var b strings.Builder
	b.WriteString("harmpath: \"1\"\nid: x\ntitle: X\nsite: consumer\ntrust_zones: [{id: z, name: Z}]\ncomponents:\n")
	bills := map[string]load.Bill{}
	files := fstest.MapFS{}
	for h, name := range hostNames {
		parts := ""
		if slices.Contains(w.partOf, h) {
			parts = ", parts: [module]"
		}
		fmt.Fprintf(&b, "  - {id: %s, name: %s, kind: part, zone: z, purl: %q%s, sbom: %s.bill, vex: [%s.vex.bill]}\n", name, name, purl(name), parts, name, name)
		bills[name+".bill"], bills[name+".vex.bill"] = w.hosts[h].bill(name), w.hosts[h].vex(name)
		files[name+".bill"], files[name+".vex.bill"] = &fstest.MapFile{Data: []byte(name)}, &fstest.MapFile{Data: []byte(name)}
	}
	files["model.yaml"] = &fstest.MapFile{Data: []byte(b.String())}
	m, err := load.Load(formats.All(), load.Source{Files: files, Name: "."})
	if err != nil {
		t.Fatal(err)
	}
	format := load.Supplement{
		Name: "bill", Match: func(*load.Document) bool { return true },
		Decode: func(file string, _ []byte, _ load.SupplementLimits) (load.Bill, models.Problems) {
			return bills[file], nil
		},
	}
	_ = attach.Files(m, []load.Supplement{format}, attach.Limits{}) // statements may be about nothing
	return m.System
}

func (h *host) bill(name string) load.Bill {
	out := load.Bill{Subject: load.Listed{Package: models.Package{Name: name}}}
	for i, e := range h.packages {
		p := models.Package{Name: e.name, Identity: models.Identity{PURL: purl(e.name)}, Origin: models.Origin{At: models.Place{File: name + ".bill", Line: i + 1, Column: 1}}}
		out.Listed = append(out.Listed, load.Listed{Package: p})
	}
	below := func(i int) []int {
		var out []int
		for j, e := range h.packages {
			if slices.Contains(e.in, i) {
				out = append(out, j)
			}
		}
		return out
	}
	load.Nest(out.Listed, below(-1), below, load.SupplementLimits{}.WithDefaults())
	return out
}

func (h *host) vex(name string) load.Bill {
	var out load.Bill
	for i, s := range h.statements {
		v := models.Vulnerability{Origin: models.Origin{At: models.Place{File: name + ".vex.bill", Line: i + 1, Column: 1}}, ID: s.id, Status: s.status}
		if s.alias != "" {
			v.Aliases = []string{s.alias}
		}
		told := load.Statement{Vulnerability: v, Of: []string{purl(s.of)}}
		if s.in != "" {
			told.In = []string{purl(s.in)}
		}
		out.Statements = append(out.Statements, told)
	}
	return out
}

// node is a place of a world: a host and a package of it, or -1 for the host.
type node struct{ host, of int }

// node of a package; the module is one wherever it is listed.
func (w world) node(h, of int) node {
	if of >= 0 && w.hosts[h].packages[of].name == "module" {
		return node{2, -1}
	}
	return node{h, of}
}

// ways lists every way to a node that passes nothing twice, each from a device on and without the node itself.
func (w world) ways(to node) [][]node {
	around := func(n node) []node {
		var out []node
		for h := range w.hosts {
			listed := false
			for j, e := range w.hosts[h].packages {
				if w.node(h, j) != n {
					continue
				}
				listed = true
				for _, in := range e.in {
					if up := w.node(h, in); up != n {
						out = append(out, up)
					}
				}
			}
			if n == (node{2, -1}) && !listed && slices.Contains(w.partOf, h) {
				out = append(out, node{h, -1})
			}
		}
		return out
	}
	var out [][]node
	queue := [][]node{{to}}
	for ; len(queue) > 0; queue = queue[1:] {
		way := queue[0]
		ups := around(way[0])
		if len(ups) == 0 {
			out = append(out, way[:len(way)-1])
		}
		for _, up := range ups {
			if !slices.Contains(way, up) {
				queue = append(queue, append([]node{up}, way...))
			}
		}
	}
	return out
}

// expected says by node and vulnerability what counts, by trying each way: of all that is said of it by that way the
// gravest, and where nothing is, that it is not known. A vulnerability of which nothing is said by any way is none.
func (w world) expected() map[string]string {
	out := map[string]string{}
	for h := range w.hosts {
		for of := -1; of < len(w.hosts[h].packages); of++ {
			n := w.node(h, of)
			for _, id := range []string{"CVE-1", "CVE-2"} {
				if status := w.counts(n, id); status != "" {
					out[fmt.Sprintf("%s %s", w.called(n), id)] = string(status)
				}
			}
		}
	}
	return out
}

func (w world) called(n node) string {
	if n.of < 0 {
		return hostNames[n.host]
	}
	return fmt.Sprintf("%s.%d", hostNames[n.host], n.of)
}

func (w world) counts(n node, id string) models.VulnerabilityStatus {
	var out models.VulnerabilityStatus
	some := false
	for _, way := range w.ways(n) {
		var worst models.VulnerabilityStatus
		for h := range w.hosts {
			for _, s := range w.hosts[h].statements {
				if (s.id == id || s.alias == id) && w.says(h, s, n, way) {
					some = true
					worst = graver(worst, s.status)
				}
			}
		}
		if worst == "" {
			worst = models.UnderInvestigation
		}
		out = graver(out, worst)
	}
	if !some {
		return ""
	}
	return out
}

func graver(a, b models.VulnerabilityStatus) models.VulnerabilityStatus {
	if a == "" || models.GravestFirst(b, a) < 0 {
		return b
	}
	return a
}

// says tells whether a statement attached to a host speaks of a node by a way.
func (w world) says(h int, s said, n node, way []node) bool {
	about := func(name string, n node) bool {
		if hostNames[h] == name && n == (node{h, -1}) {
			return true
		}
		for j, e := range w.hosts[h].packages {
			if e.name == name && w.node(h, j) == n {
				return true
			}
		}
		return false
	}
	if !about(s.of, n) {
		return false
	}
	return s.in == "" || slices.ContainsFunc(way, func(up node) bool {
		device := h == 2 && slices.Contains(w.partOf, up.host) && up.of < 0 && hostNames[up.host] == s.in
		return device || about(s.in, up)
	})
}

// result says the same of a case that was read.
func (w world) result(s *models.System) map[string]string {
	out := map[string]string{}
	note := func(n node, known []models.Vulnerability) {
		for _, v := range known {
			out[fmt.Sprintf("%s %s", w.called(n), v.ID)] = string(v.Status)
		}
	}
	for h := range w.hosts {
		c := &s.Components[h]
		for j := range c.Packages {
			if n := w.node(h, j); n.of >= 0 {
				note(n, c.Packages[j].Vulnerabilities)
			}
		}
	}
	for h := range w.hosts {
		note(node{h, -1}, s.Components[h].Vulnerabilities)
	}
	return out
}

// Reading comes to the same as trying every way does, which no order of files or statements has a part in.
func TestEveryWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			w := draw(t, false)
			if diff := cmp.Diff(w.expected(), w.result(w.attached(t))); diff != "" {
				t.Fatalf("%+v\n(-want +got):\n%s", w, diff)
			}
		}
	})
}

// What contains itself in circles never comes out better than by any way.
func TestCircles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := draw(t, true)
		got := w.result(w.attached(t))
		for what, status := range w.expected() {
			if got[what] == "" || models.GravestFirst(models.VulnerabilityStatus(got[what]), models.VulnerabilityStatus(status)) > 0 {
				t.Fatalf("%+v\n%s is %q, want %q at least", w, what, got[what], status)
			}
		}
	})
}
