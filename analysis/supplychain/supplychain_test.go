package supplychain_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/supplychain"
	"github.com/harmpath/harmpath/models"
)

// chain is a product of a module of a stack, made and operated by four parties.
const chain = `harmpath: "1"
id: x
title: X
site: consumer
trust_zones: [{id: z, name: Z}]
stakeholders:
  - {id: a, name: A, makes: [stack], response: {notice: 1d, investigate: 2d, fix: 10d, deliver: 1d HANDS}}
  - {id: b, name: B, makes: [module], response: {notice: 3d, investigate: 5d, fix: 7d, deliver: 2d}}
  - {id: c, name: C, supplies: [product], response: {notice: 4d, match: 12h, investigate: 30d, fix: 6d, deliver: 1d}}
  - {id: d, name: D, OPERATES: [product], response: {notice: 5d, investigate: 3d, mitigate: 1d, fix: 8d}}
components:
  - {id: product, name: Product, kind: device, zone: z, parts: [module]}
  - {id: module, name: Module, kind: part, zone: z, parts: [stack]}
  - {id: stack, name: Stack, kind: part, zone: z, vulnerabilities: [{id: CVE-1, status: affected}, {id: CVE-2, status: fixed}]}
`

func ask(t testing.TB, replace ...string) *models.SupplyChain {
	t.Helper()
	text := strings.NewReplacer(append(replace, " HANDS", "", "OPERATES", "operates", "kind: device", "kind: camera")...).Replace(chain)
	files := fstest.MapFS{"model.yaml": {Data: []byte(text)}}
	return analysistest.Analyse(t, analysistest.Load(t, files, "model.yaml"), []analysis.Analysis{supplychain.Analysis}).Supply
}

// lines tells a schedule, a task a line; a star marks the critical ones.
func lines(l models.Timeline) []string {
	var out []string
	for _, t := range l.Tasks {
		mark := ""
		if t.Critical {
			mark = "*"
		}
		out = append(out, fmt.Sprintf("%s %s %s %g-%g%s", t.Component, t.Stakeholder, t.Activity, float64(t.Start)/24, float64(t.End)/24, mark))
	}
	return out
}

func days(f models.Figure) string {
	switch {
	case f.Value != nil:
		return fmt.Sprintf("%s %g", f.Status, *f.Value/24)
	case f.Lower != nil:
		return fmt.Sprintf("%s %g", f.Status, *f.Lower/24)
	}
	return string(f.Status)
}

func TestChain(t *testing.T) {
	s := ask(t)
	if len(s.Exposures) != 1 || len(s.Parts) != 1 || s.Parts[0].Whole != "product" || s.Parts[0].Within[0].EN != "Module" {
		t.Fatalf("%+v", s)
	}
	e := s.Exposures[0]
	if diff := cmp.Diff([]string{
		"stack a notice 0-1*", "stack a investigate 1-3*", "stack a fix 3-13*", "stack a deliver 13-14*",
		"module b notice 14-17*", "module b investigate 17-22*", "module b fix 22-29*", "module b deliver 29-31*",
		"product c notice 31-35*", "product c investigate 35-65*", "product c fix 65-71*", "product c deliver 71-72*",
		"product d notice 72-77*", "product d investigate 77-80*", "product d mitigate 80-81", "product d install 80-88*",
	}, lines(e.Without)); diff != "" {
		t.Errorf("without (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{
		"stack a notice 0-1", "stack a investigate 1-3", "stack a fix 3-13", "stack a deliver 13-14",
		"module b notice 0-0", "module b investigate 0-5", "module b fix 14-21", "module b deliver 21-23",
		"product c notice 0-0.5*", "product c investigate 0.5-30.5*", "product c fix 30.5-36.5*", "product c deliver 36.5-37.5*",
		"product d notice 0-0", "product d investigate 0-3", "product d mitigate 3-4", "product d install 37.5-45.5*",
	}, lines(e.With)); diff != "" {
		t.Errorf("with (-want +got):\n%s", diff)
	}
	got := []string{days(e.Without.Fixed), days(e.Without.Mitigated), days(e.With.Fixed), days(e.With.Mitigated)}
	if diff := cmp.Diff([]string{"exact 88", "exact 81", "exact 45.5", "exact 4"}, got); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	want := []models.Wait{
		{Component: "module", Stakeholder: "b", Without: 17 * 24, Serial: 8 * 24},
		{Component: "product", Stakeholder: "c", Without: 35 * 24, With: 12, Serial: 4*24 - 12},
		{Component: "product", Stakeholder: "d", Operates: true, Without: 77 * 24, Serial: 8 * 24},
	}
	if diff := cmp.Diff(want, e.Waits); diff != "" {
		t.Errorf("waits (-want +got):\n%s", diff)
	}
	if !slices.Equal(e.Vulnerabilities, []string{"CVE-1"}) || e.Stated != nil || e.Unstated != nil || e.Operator != "d" {
		t.Errorf("%+v", e)
	}
}

func TestWhatIsStated(t *testing.T) {
	// Who hands an SBOM on lets only the next one know.
	e := ask(t, " HANDS", ", hands_on_sbom: true").Exposures[0]
	if e.Stated == nil || days(e.Stated.Fixed) != "exact 80" {
		t.Errorf("stated: %+v", e.Stated)
	}
	// A time that nobody states makes the figures lower bounds; one that only noticing lacks, with SBOMs exact.
	e = ask(t, "notice: 3d, ", "").Exposures[0]
	if got := days(e.Without.Fixed) + ", " + days(e.With.Fixed); got != "bound 85, exact 45.5" {
		t.Errorf("figures: %s", got)
	}
	if diff := cmp.Diff([]models.Unstated{{Component: "module", Stakeholder: "b", Activity: models.Noticing}}, e.Unstated); diff != "" {
		t.Errorf("unstated (-want +got):\n%s", diff)
	}
	// Who makes the part is not known.
	e = ask(t, "makes: [stack]", "makes: []").Exposures[0]
	if got := days(e.Without.Fixed) + ", " + days(e.With.Fixed); got != "bound 74, bound 45.5" || len(e.Unstated) != 4 {
		t.Errorf("figures: %s, %v", got, e.Unstated)
	}
	// Nobody operates it: the time ends when the correction is delivered.
	e = ask(t, "OPERATES", "uses").Exposures[0]
	if got := days(e.Without.Fixed) + ", " + days(e.Without.Mitigated); got != "exact 72, exact 72" || e.Operator != "" {
		t.Errorf("figures: %s", got)
	}
	// What no vulnerability affects, what nothing contains and what nobody states a time for has no schedule.
	for _, r := range [][]string{{"status: affected", "status: not_affected"}, {"parts: [stack]", "parts: []"}, {"response:", "accepts: {}} #"}} {
		if s := ask(t, r...); s != nil && len(s.Exposures) > 0 {
			t.Errorf("%v: %+v", r, s.Exposures)
		}
	}
}

// The first correction that arrives tells who builds two affected parts in; its own wants both.
func TestTwoWays(t *testing.T) {
	e := ask(t, "parts: [module]}", "parts: [module, second]}\n  - {id: second, name: Second, kind: part, zone: z, parts: [stack]}",
		"makes: [module]", "makes: [module, second]", "supplies: [product], response: {notice: 4d", "supplies: [product], response: {notice: 1h").Exposures[0]
	var got []string
	for _, l := range lines(e.Without) {
		if strings.HasPrefix(l, "product c") || strings.Contains(l, "deliver") {
			got = append(got, l)
		}
	}
	if diff := cmp.Diff([]string{
		"stack a deliver 13-14*", "second b deliver 29-31*", "module b deliver 29-31", "product c notice 31-31.041666666666668*",
		"product c investigate 31.041666666666668-61.041666666666664*", "product c fix 61.041666666666664-67.04166666666667*", "product c deliver 67.04166666666667-68.04166666666667*",
	}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An SBOM never lengthens an exposure, whatever is contained in what, whoever makes it and however long they take, and
// what the model states lies between all and none.
func TestSBOMsNeverLengthen(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		system := chains(rt)
		result := analysistest.Analyse(t, system, []analysis.Analysis{supplychain.Analysis})
		if result.Supply == nil {
			return
		}
		for _, e := range result.Supply.Exposures {
			stated := e.With
			if e.Stated != nil {
				stated = *e.Stated
			}
			for i, task := range e.With.Tasks {
				if s := stated.Tasks[i].End; task.End > s || s > e.Without.Tasks[i].End {
					rt.Fatalf("%s of %s ends at %d with, %d as stated, %d without SBOMs", task.Activity, task.Component, task.End, s, e.Without.Tasks[i].End)
				}
			}
			if *value(e.With.Mitigated) > *value(e.Without.Mitigated) {
				rt.Fatal("an SBOM lets an attack be held off later")
			}
		}
	})
}

func value(f models.Figure) *float64 {
	if f.Value != nil {
		return f.Value
	}
	return f.Lower
}

// chains draws components that contain each other, with who makes and operates them.
func chains(t *rapid.T) *models.System {
	s := &models.System{Harmpath: "1", ID: "x", Title: models.Plain("x"), Site: "consumer", Zones: []models.Zone{{ID: "z", Name: models.Plain("z")}}}
	n := rapid.IntRange(2, 6).Draw(t, "components")
	for i := range n {
		c := models.Component{ID: models.ComponentID(fmt.Sprint("c", i)), Name: models.Plain("c"), Kind: "part", Zone: "z"}
		for part := range i {
			if rapid.Bool().Draw(t, "contains") {
				c.Parts = append(c.Parts, models.ComponentID(fmt.Sprint("c", part)))
			}
		}
		if i == 0 {
			c.Vulnerabilities = []models.Vulnerability{{ID: "CVE-1", Status: models.Affected}}
		}
		if rapid.Bool().Draw(t, "listed") {
			c.Packages = []models.Package{{Name: "p"}}
		}
		s.Components = append(s.Components, c)
	}
	span := func() models.Span {
		return rapid.SampledFrom([]models.Span{"", "0h", "1h", "5h", "1d", "2w"}).Draw(t, "time")
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "parties") {
		party := models.Stakeholder{ID: models.StakeholderID(fmt.Sprint("s", i)), Name: models.Plain("s"), Response: &models.Response{
			Notice: span(), Match: span(), Investigate: span(), Mitigate: span(), Fix: span(), Deliver: span(), HandsOnSBOM: rapid.Bool().Draw(t, "hands on"),
		}}
		for _, c := range s.Components {
			switch rapid.IntRange(0, 3).Draw(t, "duty") {
			case 0:
				party.Makes = append(party.Makes, c.ID)
			case 1:
				party.Operates = append(party.Operates, c.ID)
			}
		}
		s.Stakeholders = append(s.Stakeholders, party)
	}
	return s
}
