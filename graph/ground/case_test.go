package ground_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
)

// home is the system on which the tables below build:
//
//	phone ──command──▶ service ──command (via net)──▶ stove
//	internet: phone, service, gate        net: gate, stove
const home = `
harmpath: "1"
id: test-home
title: Test home
site: consumer
trust_zones: [{id: out, name: out}, {id: in, name: in}]
components:
  - {id: phone, name: phone, kind: smartphone, zone: out, networks: [internet], properties: {no_inbound: true}}
  - {id: service, name: service, kind: cloud_service, zone: out, networks: [internet], stores: [secret]}
  - {id: stove, name: stove, kind: appliance, zone: in, networks: [net]}
  - {id: internet, name: internet, kind: wide_network, zone: out, drawn_only: true}
  - {id: net, name: net, kind: local_network, zone: in, drawn_only: true}
  - {id: gate, name: gate, kind: router, zone: in, drawn_only: true, networks: [internet, net], passes: [], properties: {no_inbound: true, flaw_free: true, admin_authenticated: true, verified_code: true, ports_closed: true}}
`

// sound is home with a stove that has no flaw.
var sound = strings.Replace(home, "networks: [net]}", "networks: [net], properties: {flaw_free: true}}", 1)

// parts is a home in which a network stack is in a chip, and the chip in devices: a hub that is on the internet, a lamp
// that only calls out, and a lock that keeps its parts apart.
const parts = `
harmpath: "1"
id: test-parts
title: Test parts
site: consumer
trust_zones: [{id: out, name: out}, {id: in, name: in}]
components:
  - {id: internet, name: internet, kind: wide_network, zone: out, drawn_only: true}
  - {id: net, name: net, kind: local_network, zone: in, drawn_only: true}
  - {id: gate, name: gate, kind: router, zone: in, drawn_only: true, networks: [internet, net], properties: {no_inbound: true, flaw_free: true, admin_authenticated: true, verified_code: true, ports_closed: true}}
  - {id: names, name: names, kind: cloud_service, zone: out, networks: [internet], properties: {flaw_free: true, admin_authenticated: true, flood_protected: true}}
  - {id: hub, name: hub, kind: sensor, zone: in, networks: [internet], parts: [chip], properties: {flaw_free: true, isolates_parts: false}}
  - {id: lamp, name: lamp, kind: appliance, zone: in, networks: [net], parts: [chip], properties: {flaw_free: true, no_inbound: true, isolates_parts: false}}
  - {id: lock, name: lock, kind: appliance, zone: in, networks: [internet], parts: [chip], properties: {flaw_free: true, isolates_parts: true}}
  - {id: chip, name: chip, kind: part, zone: in, parts: [stack], properties: {flaw_free: true, crash_free: true, isolates_parts: false}}
  - {id: stack, name: stack, kind: network_stack, zone: in, properties: {flaw_free: false, crash_free: false}}
dataflows:
  - {id: answer, from: names, to: lamp, via: [internet, gate, net], nature: telemetry, opened_by: lamp, PROTECTED}
`

var unprotected = strings.Replace(parts, ", PROTECTED", "", 1)

// grounded reads a model and grounds it.
func grounded(t *testing.T, text string) *ground.Case {
	t.Helper()
	files := fstest.MapFS{"model.yaml": {Data: []byte(text)}}
	model, err := load.Load([]load.Format{native.Format}, load.Source{Files: files, Name: "model.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := ground.New(model.System, knowledge)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// holding returns what of the listed facts holds, and complains about words that are no facts.
func holding(t *testing.T, c *ground.Case, sel *graph.Selection, list string) string {
	t.Helper()
	reached := graph.Reach(c.Graph, sel)
	var out []string
	for word := range strings.FieldsSeq(list) {
		f, err := models.ParseFact(word)
		if err != nil {
			t.Fatal(err)
		}
		if id, there := c.Fact(f); there && reached.Holds(id) {
			out = append(out, word)
		}
	}
	return strings.Join(out, " ")
}

func TestDerivations(t *testing.T) {
	const (
		command = `
dataflows:
  - {id: cmd, from: service, to: stove, via: [internet, gate, net], nature: command, carries: [secret], PROPERTIES}
data: [{id: secret, name: secret, sensitivity: home_video}]
conditions: [{id: at_home, name: at home}]
`
		remote = `
attackers: [{id: who, name: who, kind: remote, starts: [reached(internet)]}]
`
		fire = `
effects:
  - {id: fire, name: fire, causes: {any: [infected(stove)]}, harm: {injury: death}}
`
		local = `
attackers: [{id: who, name: who, kind: local, starts: [reached(net)]}]
`
		planted = `
attackers: [{id: who, name: who, kind: supply_chain, starts: [infected(stack)]}]
`
	)
	open := strings.Replace(command, ", PROPERTIES", "", 1)
	with := func(properties string) string { return strings.Replace(command, "PROPERTIES", properties, 1) }
	for _, test := range []struct {
		name    string
		base    string // default: home
		model   string
		reading models.ReadingID
		ask     string
		want    string
	}{
		{
			name:  "a command goes onward, and what the sender stores leaks",
			model: open + remote, reading: models.Assessed,
			ask:  "reached(service) infected(service) used(service) used(stove) reached(stove) leaking(service) disclosed(secret) occurred(disclosure-secret)",
			want: "reached(service) infected(service) used(service) used(stove) reached(stove) leaking(service) disclosed(secret) occurred(disclosure-secret)",
		},
		{
			name:  "nothing passes a closed flow, but its ends stay attached",
			model: with("closed: true") + remote, reading: models.Assessed,
			ask:  "used(service) used(stove) reached(stove) reached(net)",
			want: "used(service)",
		},
		{
			name: "a way without a gateway between its networks is one on which all are neighbours",
			base: home, model: strings.Replace(with("closed: true"), "internet, gate, net", "internet, net", 1) + remote, reading: models.Assessed,
			ask:  "reached(net) reached(stove) infected(stove)",
			want: "reached(net) reached(stove) infected(stove)",
		},
		{
			name: "an attachment that is left out is the one that the way shows",
			base: strings.Replace(home, ", networks: [net]}", "}", 1), model: open + local, reading: models.Assessed,
			ask:  "reached(stove) infected(stove)",
			want: "reached(stove) infected(stove)",
		},
		{
			name:  "a condition that is excluded never holds",
			model: strings.Replace(with("when: [at_home]"), "name: at home}", "name: at home, excluded: true}", 1) + remote, reading: models.Inherent,
			ask:  "used(service) used(stove)",
			want: "used(service)",
		},
		{
			name:  "a condition that is not excluded is possible",
			model: with("when: [at_home]") + remote, reading: models.Assessed,
			ask:  "used(stove) present(at_home)",
			want: "used(stove) present(at_home)",
		},
		{
			name:  "on a local network an open flow is spoofed, a protected one is not",
			model: with("properties: {authenticated: true, integrity_protected: true, encrypted: true}") + local, reading: models.Assessed,
			ask:  "on_path(cmd) observed(cmd) spoofed(cmd) cut(cmd)",
			want: "on_path(cmd) cut(cmd)",
		},
		{
			name: "being on the internet is not being on the path",
			base: sound, model: open + remote, reading: models.Assessed,
			ask:  "reached(internet) used(stove) on_path(cmd)",
			want: "reached(internet) used(stove)",
		},
		{
			name: "a flaw of a part in a part is one of each device that contains it, where traffic gets to that device",
			base: unprotected, model: remote, reading: models.Assessed,
			ask:  "infected(hub) infected(lamp) stopped(lamp) infected(lock) stopped(lock) infected(chip) stopped(chip) infected(stack)",
			want: "infected(hub) stopped(lock)",
		},
		{
			name: "an answer that the device asked for gets to its network stack, however the flow is protected",
			base: strings.Replace(parts, "PROTECTED", "properties: {authenticated: true, integrity_protected: true, encrypted: true}", 1), model: local, reading: models.Assessed,
			ask:  "reached(lamp) spoofed(answer) on_path(answer) infected(lamp) stopped(lamp) infected(stack)",
			want: "on_path(answer) infected(lamp) stopped(lamp)",
		},
		{
			name: "code planted in a part runs in all that contain it, and only stops what keeps its parts apart",
			base: unprotected, model: planted, reading: models.Assessed,
			ask:  "infected(stack) infected(chip) infected(hub) infected(lamp) infected(lock) stopped(lock)",
			want: "infected(stack) infected(chip) infected(hub) infected(lamp) stopped(lock)",
		},
		{
			name: "the inherent reading credits no safeguard, the assessed one a mechanical one",
			model: open + remote + fire + `
safeguards: [{id: valve, name: valve, guards: [fire], independence: mechanical, stops: [stove]}]
`, reading: models.Assessed,
			ask:  "holds(fire) challenged(valve) defeated(valve) occurred(fire) stopped(stove)",
			want: "holds(fire) challenged(valve) stopped(stove)",
		},
		{
			name: "inherent",
			model: open + remote + fire + `
safeguards: [{id: valve, name: valve, guards: [fire], independence: mechanical}]
`, reading: models.Inherent,
			ask:  "defeated(valve) occurred(fire)",
			want: "defeated(valve) occurred(fire)",
		},
		{
			name: "a safeguard on the infected controller is defeated",
			model: open + remote + fire + `
safeguards: [{id: limit, name: limit, guards: [fire], independence: same_controller, host: stove}]
`, reading: models.Assessed,
			ask:  "defeated(limit) occurred(fire)",
			want: "defeated(limit) occurred(fire)",
		},
		{
			name: "a remote safeguard is defeated when its flow is cut",
			model: open + `
initiators: [{id: who, name: who, kind: communication_loss, starts: [cut(cmd), infected(stove)]}]
` + fire + `
safeguards: [{id: watch, name: watch, guards: [fire], independence: remote, host: service, dataflow: cmd}]
`, reading: models.Assessed,
			ask:  "defeated(watch) occurred(fire)",
			want: "defeated(watch) occurred(fire)",
		},
		{
			name: "an effect needs all of its safeguards defeated",
			model: open + remote + fire + `
safeguards:
  - {id: limit, name: limit, guards: [fire], independence: same_controller, host: stove}
  - {id: valve, name: valve, guards: [fire], independence: hardwired}
`, reading: models.Assessed,
			ask:  "defeated(limit) defeated(valve) occurred(fire)",
			want: "defeated(limit)",
		},
		{
			name: "a safeguard can guard one named cause",
			model: open + remote + `
effects:
  - id: fire
    name: fire
    causes:
      any:
        - {id: overheating, any: [infected(stove)]}
        - {all: [used(stove), present(at_home)]}
safeguards: [{id: cutout, name: cutout, guards: [overheating], independence: hardwired}]
`, reading: models.Assessed,
			ask:  "holds(fire.overheating) passed(fire.overheating) holds(fire.2) occurred(fire)",
			want: "holds(fire.overheating) holds(fire.2) occurred(fire)",
		},
		{
			name: "a safeguard can guard the whole tree of causes by its name",
			model: open + remote + `
effects:
  - {id: fire, name: fire, causes: {id: overheating, any: [infected(stove), used(stove)]}}
safeguards: [{id: cutout, name: cutout, guards: [fire.overheating], independence: hardwired}]
`, reading: models.Assessed,
			ask:  "used(stove) holds(fire) challenged(cutout) occurred(fire)",
			want: "used(stove) holds(fire) challenged(cutout)",
		},
		{
			name: "an effect can cause a further effect",
			model: open + remote + fire + `
  - {id: collapse, name: collapse, causes: {all: [occurred(fire), present(at_home)]}}
`, reading: models.Assessed,
			ask:  "occurred(fire) occurred(collapse)",
			want: "occurred(fire) occurred(collapse)",
		},
		{
			name: "what needs a stopped component stops, with precaution when it is merely accessed",
			model: open + `
initiators: [{id: who, name: who, kind: fault, starts: [accessed(service)]}]
dependencies: [{id: billing, component: stove, needs: service, precaution: true}]
`, reading: models.Assessed,
			ask:  "stopped(service) stopped(stove)",
			want: "stopped(service) stopped(stove)",
		},
		{
			name: "misoperation passes along commands and is no attack",
			model: open + `
initiators: [{id: who, name: who, kind: misoperation, starts: [misoperated(service)]}]
`, reading: models.Assessed,
			ask:  "misoperated(stove) used(stove)",
			want: "misoperated(stove)",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := grounded(t, cmp.Or(test.base, home)+test.model)
			sel := c.Select(ground.Query{Reading: test.reading, Profiles: []models.ProfileID{"who"}})
			if got := holding(t, c, sel, test.ask); got != test.want {
				t.Errorf("holds: %s\nwant:  %s", got, test.want)
			}
		})
	}
}

func TestAssumptionsArePremises(t *testing.T) {
	c := grounded(t, home+`
attackers: [{id: who, name: who, kind: remote, starts: [reached(internet)]}]
`)
	named := func(name string) []graph.RuleID {
		for r := range graph.RuleID(c.Graph.NumRules()) {
			if c.Graph.RuleName(r) == name {
				return []graph.RuleID{r}
			}
		}
		return nil
	}
	assumed := named("assumed(service.patched)")
	if assumed == nil {
		t.Fatal("an unknown property on which a rule rests is no assumption")
	}
	sel := c.Select(ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{"who"}})
	if got := holding(t, c, sel, "infected(service)"); got == "" {
		t.Error("an unknown property protects")
	}
	sel.Disable(assumed...)
	sel.Disable(named("assumed(service.verified_code)")...)
	if got := holding(t, c, sel, "infected(service)"); got != "" {
		t.Error("the derivation does not rest on the assumption")
	}
	if named("assumed(phone.no_inbound)") != nil {
		t.Error("a property that the model states is an assumption")
	}
}

func TestMeasures(t *testing.T) {
	const provides = "provides: [flaw_free, admin_authenticated]"
	const overcome = "blocks: [exploit-flaw, log-in-as-administrator], overcome: {effort: 30}"
	const measured = home + `
attackers: [{id: who, name: who, kind: remote, starts: [reached(internet)]}]
measures:
  - {id: check, status: STATUS, applies_to: [service], ACTS}
`
	for _, test := range []struct {
		name, status, acts string
		reading            models.ReadingID
		want               string
	}{
		{"a candidate does nothing", "candidate", provides, models.Residual, "infected(service)"},
		{"one in force counts in the residual reading", "adopted", provides, models.Residual, ""},
		{"and in no other", "adopted", provides, models.Assessed, "infected(service)"},
		{"an adapted one is in force", "adapted", provides, models.Residual, ""},
		{"what it provides is overcome as the property is", "adopted", provides + ", overcome: {effort: 30}", models.Residual, ""},
		{"one that removes steps and can be overcome keeps no level down", "adopted", overcome, models.Residual, "infected(service)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := grounded(t, strings.NewReplacer("STATUS", test.status, "ACTS", test.acts).Replace(measured))
			sel := c.Select(ground.Query{Reading: test.reading, Profiles: []models.ProfileID{"who"}})
			if got := holding(t, c, sel, "infected(service)"); got != test.want {
				t.Errorf("holds: %q, want %q", got, test.want)
			}
			if test.acts != overcome || test.reading != models.Residual {
				return
			}
			goal, _ := c.Fact(models.Fact{State: "infected", Subject: "service"})
			steps := graph.Reach(c.Graph, sel).Proof(goal)
			if !slices.ContainsFunc(steps, func(r graph.RuleID) bool { return c.RuleOf(r) == models.RuleOvercome }) {
				t.Error("the measure in force is passed without being overcome")
			}
		})
	}
}

func TestProfilesStandAlone(t *testing.T) {
	c := grounded(t, home+`
attackers:
  - {id: one, name: one, kind: remote, starts: [reached(internet)]}
  - {id: two, name: two, kind: physical, starts: [touched(stove)]}
`)
	for profile, want := range map[models.ProfileID]string{"one": "infected(service)", "two": "infected(stove)"} {
		sel := c.Select(ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{profile}})
		if got := holding(t, c, sel, "infected(service) infected(stove)"); got != want {
			t.Errorf("%s: %q, want %q", profile, got, want)
		}
	}
	if got := holding(t, c, c.Select(ground.Query{Reading: models.Assessed, Asset: "stove"}), "infected(stove) infected(service) reached(internet)"); got != "infected(stove)" {
		t.Errorf("the stove as the attacked asset: %q", got)
	}
}

// A rule instance tells by its id what it is, whatever the order of the model: results of two versions are compared
// by it.
func TestInstancesHaveStableIDs(t *testing.T) {
	c := grounded(t, home)
	for _, id := range []string{"reach-network(stove,net)", "exploit-flaw(service)", "assumed(service.patched)", "leak-stored(service,secret)"} {
		if _, there := graphtest.Rule(c.Graph, id); !there {
			t.Errorf("no instance %s", id)
		}
	}
}
