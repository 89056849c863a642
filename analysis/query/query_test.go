package query_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/query"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// mill is the system of the tables: two ways lead from the internet to the saw, a dear one and a cheap one.
//
//	internet ──▶ portal ──▶ gate ──▶ saw      (command flows)
//	        └──▶ archive ─────────▶ saw
const mill = `
harmpath: "1"
id: mill
title: Mill
site: manufacturing
trust_zones: [{id: out, name: out}, {id: works, name: works}, {id: hall, name: hall, parent: works}]
components:
  - {id: portal, name: Portal, kind: cloud_service, zone: out, networks: [internet], properties: {admin_authenticated: true, flood_protected: true, verified_code: true}}
  - {id: archive, name: Archive, kind: cloud_service, zone: out, networks: [internet], stores: [plans], properties: {flaw_free: true, flood_protected: true, verified_code: true}}
  - {id: gate, name: Gate, kind: home_controller, zone: works, properties: {flaw_free: true, no_inbound: true, ports_closed: true, panel_authenticated: true}}
  - {id: saw, name: Saw, kind: appliance, zone: hall, properties: {flaw_free: true, no_inbound: true, ports_closed: true}}
  - {id: internet, name: Internet, kind: wide_network, zone: out, drawn_only: true}
dataflows:
  - {id: portal-gate, name: order, from: portal, to: gate, nature: command, carries: [], properties: {authenticated: true, integrity_protected: true, encrypted: true}}
  - {id: gate-saw, name: cut, from: gate, to: saw, nature: command, properties: {authenticated: true, integrity_protected: true, encrypted: true}}
  - {id: archive-saw, name: job, from: archive, to: saw, nature: command, properties: {authenticated: true, integrity_protected: true, encrypted: true}}
data: [{id: plans, name: Plans, sensitivity: account}]
effects:
  - {id: injury, name: Injury, causes: {any: [used(saw)]}, harm: {injury: severe}}
  - {id: saw, name: Saw broken, causes: {any: [infected(saw)]}}
attackers:
  - {id: stranger, name: Stranger, kind: remote, starts: [reached(internet)]}
  - {id: guest, name: Guest, kind: local, starts: [touched(gate)]}
`

var millFiles = fstest.MapFS{"model.yaml": {Data: []byte(mill)}}

// asked answers a question over a case.
func asked(t *testing.T, files fs.FS, name string, q models.PathsQuestion) *models.Result {
	t.Helper()
	system := analysistest.Load(t, files, name)
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	a, err := query.Ask(system, knowledge, q)
	if err != nil {
		t.Fatal(err)
	}
	r, err := analysis.Run(context.Background(), a.System, knowledge, []analysis.Analysis{a.Analysis}, analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told writes an attack on one line: who, and by which steps that cost something.
func told(a *models.Attack) string {
	out := string(a.Profile)
	for _, s := range a.Steps {
		if s.Effort > 0 || s.Probability < 1 {
			out += " " + s.Instance
		}
	}
	return out
}

func TestMill(t *testing.T) {
	for _, test := range []struct {
		name string
		ask  models.PathsQuestion
		want []string
	}{
		{"every attacker alone, the easiest first", models.PathsQuestion{To: []string{"injury"}, Easiest: 5}, []string{
			"stranger log-in-as-administrator(archive) command-onward(archive-saw)",
			"stranger exploit-flaw(portal) command-onward(portal-gate) command-onward(gate-saw)",
		}},
		{"so many", models.PathsQuestion{To: []string{"injury"}, Easiest: 1}, []string{"stranger log-in-as-administrator(archive) command-onward(archive-saw)"}},
		{"a state", models.PathsQuestion{To: []string{"used(gate)"}, Easiest: 5}, []string{"stranger exploit-flaw(portal) command-onward(portal-gate)"}},
		{"a kind", models.PathsQuestion{To: []string{"kind:home_controller"}, Easiest: 5}, []string{"stranger exploit-flaw(portal) command-onward(portal-gate)"}},
		{"a zone with those in it", models.PathsQuestion{To: []string{"zone:works"}, Easiest: 5}, []string{
			"stranger log-in-as-administrator(archive) command-onward(archive-saw)", "stranger exploit-flaw(portal) command-onward(portal-gate)",
		}},
		{"around a component", models.PathsQuestion{To: []string{"injury"}, Avoid: []string{"archive"}, Easiest: 5},
			[]string{"stranger exploit-flaw(portal) command-onward(portal-gate) command-onward(gate-saw)"}},
		{"around a state", models.PathsQuestion{To: []string{"injury"}, Avoid: []string{"used(gate)"}, Easiest: 5},
			[]string{"stranger log-in-as-administrator(archive) command-onward(archive-saw)"}},
		{"around all", models.PathsQuestion{To: []string{"injury"}, Avoid: []string{"zone:out"}, Easiest: 5}, nil},
		{"through a component", models.PathsQuestion{To: []string{"injury"}, Through: []string{"gate"}, Easiest: 5},
			[]string{"stranger exploit-flaw(portal) command-onward(portal-gate) command-onward(gate-saw)"}},
		{"through two", models.PathsQuestion{To: []string{"injury"}, Through: []string{"gate", "archive"}, Easiest: 5}, nil},
		{"from a profile", models.PathsQuestion{From: []string{"guest"}, To: []string{"injury"}, Easiest: 5}, nil},
		{"from what is compromised", models.PathsQuestion{From: []string{"gate"}, To: []string{"injury"}, Easiest: 5}, []string{"assumed command-onward(gate-saw)"}},
		{"from a state", models.PathsQuestion{From: []string{"used(portal)"}, To: []string{"effect:saw", "injury"}, Easiest: 5},
			[]string{"assumed command-onward(portal-gate) command-onward(gate-saw)"}},
		{"from several together", models.PathsQuestion{From: []string{"guest", "stranger", "used(portal)"}, To: []string{"injury"}, Easiest: 1},
			[]string{"together command-onward(portal-gate) command-onward(gate-saw)"}},
		{"from a network", models.PathsQuestion{From: []string{"internet"}, To: []string{"data:plans"}, Easiest: 1}, []string{"assumed log-in-as-administrator(archive) leak-stored(archive,plans)"}},
		{"one of two", models.PathsQuestion{To: []string{"component:portal", "data:plans"}, Easiest: 5}, []string{
			"stranger log-in-as-administrator(archive) leak-stored(archive,plans)",
			"stranger log-in-as-administrator(archive) tamper-as-administrator(archive,plans)",
			"stranger exploit-flaw(portal)",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := asked(t, millFiles, "model.yaml", test.ask)
			var got []string
			for i := range r.Paths.Attacks {
				got = append(got, told(&r.Paths.Attacks[i]))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
			if !r.Paths.Complete || len(r.Limits) > 0 {
				t.Errorf("not complete: %v", r.Limits)
			}
		})
	}
}

// An effect that follows from a data item is a place like the author's own.
func TestWhatFollowsFromData(t *testing.T) {
	files := fstest.MapFS{"model.yaml": {Data: []byte(strings.Replace(mill, "sensitivity: account", "sensitivity: general_personal", 1))}}
	for _, word := range []string{"disclosure-plans", "effect:disclosure-plans", "occurred(disclosure-plans)"} {
		r := asked(t, files, "model.yaml", models.PathsQuestion{To: []string{word}})
		want := "stranger log-in-as-administrator(archive) leak-stored(archive,plans)"
		if len(r.Paths.Attacks) != 1 || told(&r.Paths.Attacks[0]) != want {
			t.Errorf("%s: got %d attacks, want %s", word, len(r.Paths.Attacks), want)
		}
	}
}

func TestCount(t *testing.T) {
	r := asked(t, millFiles, "model.yaml", models.PathsQuestion{To: []string{"injury"}})
	if want := (models.AttackCount{Status: models.Exact, Number: "2"}); *r.Paths.Count != want {
		t.Errorf("counted %v, want %v", *r.Paths.Count, want)
	}
	if r := asked(t, millFiles, "model.yaml", models.PathsQuestion{To: []string{"injury"}, Through: []string{"gate"}}); r.Paths.Count != nil {
		t.Errorf("counted %v although some are left out", r.Paths.Count)
	}
}

func TestRefused(t *testing.T) {
	system := analysistest.Load(t, millFiles, "model.yaml")
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		ask  models.PathsQuestion
		want string
	}{
		{models.PathsQuestion{}, "argument: to: the goal is missing; name an effect, a component, a flow, a data item or a state"},
		{models.PathsQuestion{To: []string{"gat"}}, "argument: to gat: nothing in the model has this id; did you mean gate?"},
		{models.PathsQuestion{To: []string{"saw"}}, "argument: to saw: several elements have this id; write component:saw or effect:saw"},
		{models.PathsQuestion{To: []string{"compnent:saw"}}, "argument: to compnent:saw: there is no sort of place compnent; did you mean component?"},
		{models.PathsQuestion{To: []string{"flow:gate-sow"}}, "argument: to flow:gate-sow: there is no dataflow gate-sow; did you mean gate-saw?"},
		{models.PathsQuestion{To: []string{"usde(saw)"}}, "argument: to usde(saw): there is no state usde; did you mean used?"},
		{models.PathsQuestion{To: []string{"used(swa)"}}, "argument: to used(swa): there is no component swa; did you mean saw?"},
		{models.PathsQuestion{To: []string{"used(saw"}}, `argument: to used(saw: "used(saw" is not of the form state(subject), e.g. used(heater)`},
		{models.PathsQuestion{To: []string{"kind:camra"}}, "argument: to kind:camra: there is no kind camra; did you mean camera?"},
		{models.PathsQuestion{To: []string{"kind:camera"}}, "argument: to kind:camera: the model has no component of the kind camera"},
		{models.PathsQuestion{To: []string{"zone:hal"}}, "argument: to zone:hal: there is no trust zone hal; did you mean hall?"},
		{models.PathsQuestion{To: []string{"guest"}}, "argument: to guest: an attack does not end at a profile; name an effect, a component, a flow, a data item or a state"},
		{models.PathsQuestion{To: []string{"injury"}, From: []string{"injury"}}, "argument: from injury: an attack does not begin at an effect; name a profile, a component, a flow, a data item or a state"},
		{models.PathsQuestion{To: []string{"injury"}, Avoid: []string{"guest"}}, "argument: avoid guest: a profile is where an attack begins, not where it passes; name it with --from, or leave it out there"},
	} {
		_, err := query.Ask(system, knowledge, test.ask)
		var problems models.Problems
		if !errors.As(err, &problems) || problems.Error() != test.want {
			t.Errorf("got  %v\nwant %s", err, test.want)
		}
	}
}

// The camera's scenario: with the id, through the registration; without it, not at all.
func TestCamera(t *testing.T) {
	files := os.DirFS("../../testdata/usecases")
	r := asked(t, files, "kalay-camera", models.PathsQuestion{From: []string{"id_holder"}, To: []string{"kind:camera"}, Through: []string{"camera-registration"}, Easiest: 3})
	if len(r.Paths.Attacks) == 0 || !r.Paths.Complete {
		t.Fatalf("%d attacks, complete %v", len(r.Paths.Attacks), r.Paths.Complete)
	}
	r = asked(t, files, "kalay-camera", models.PathsQuestion{From: []string{"id_holder"}, To: []string{"kind:camera"}, Avoid: []string{"camera-registration"}})
	if len(r.Paths.Attacks) > 0 || !r.Paths.Complete {
		t.Fatalf("without the registration: %s", told(&r.Paths.Attacks[0]))
	}
}
