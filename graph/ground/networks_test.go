package ground_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/topology"
)

// plant is an office and its control network, which a gateway joins with each other and with the internet.
//
//	internet ─┐
//	office ───┼─ gate ─ control ─ plc ─ motor
//	          station (office)
const plant = `harmpath: "1"
id: plant
title: plant
site: manufacturing
trust_zones: [{id: site, name: site}]
components:
  - {id: internet, name: internet, kind: wide_network, zone: site}
  - {id: office, name: office, kind: local_network, zone: site}
  - {id: control, name: control, kind: field_network, zone: site, SEPARATE}
  - {id: gate, name: gate, kind: GATE, zone: site, networks: [internet, office, control], PASSES, properties: {no_inbound: true, flaw_free: true, admin_authenticated: true, verified_code: true, ports_closed: true, signed_updates: true}}
  - {id: station, name: station, kind: computer, zone: site, networks: [office], properties: {no_inbound: true, flaw_free: true}}
  - {id: plc, name: plc, kind: plc, zone: site, networks: [control], properties: {no_inbound: false, flaw_free: false, program_locked: true}}
  - {id: motor, name: motor, kind: actuator, zone: site}
dataflows:
  - {id: drive, from: plc, to: motor, nature: control}
  FLOW
effects: [{id: hurt, name: hurt, causes: {any: [used(motor)]}, harm: {injury: severe, use: intended}}]
attackers:
  - {id: far, name: far, kind: remote, starts: [reached(internet)]}
  - {id: clerk, name: clerk, kind: local, starts: [reached(office)]}
`

// plantWith is the plant with a kind of gateway, what it says of passing, what the control network is separate from, and a
// flow.
func plantWith(gate, passes, separate, flow string) string {
	said := func(text, key, value string) string {
		if value == "" {
			return strings.Replace(text, ", "+key, "", 1)
		}
		return strings.Replace(text, key, value, 1)
	}
	return strings.NewReplacer("GATE", gate, "FLOW", flow).Replace(said(said(plant, "PASSES", passes), "SEPARATE", separate))
}

// What joins networks passes traffic between them as the model states or its kind tells, and what flows open.
func TestNetworksPassTraffic(t *testing.T) {
	const (
		work   = "- {id: work, from: station, to: plc, via: [office, gate, control], nature: command, properties: {authenticated: true, integrity_protected: true, fresh: true}}"
		report = "- {id: work, from: plc, to: station, via: [control, gate, office], nature: telemetry, opened_by: station, properties: {authenticated: true, integrity_protected: true, fresh: true}}"
		bound  = "- {id: work, from: station, to: plc, via: [office, gate, control], nature: command, properties: {authenticated: true, integrity_protected: true, fresh: true, source_bound: true}}"
		back   = "- {id: work, from: station, to: plc, via: [office, gate, control], nature: command, opened_by: plc, properties: {authenticated: true, integrity_protected: true, fresh: true}}"
		closed = "- {id: work, from: station, to: plc, via: [office, gate, control], nature: command, closed: true, properties: {authenticated: true, integrity_protected: true, fresh: true}}"
		never  = "- {id: work, from: station, to: plc, via: [office, gate, control], nature: command, when: [never], properties: {authenticated: true, integrity_protected: true, fresh: true}}\nconditions: [{id: never, name: never, excluded: true}]"
	)
	for _, test := range []struct {
		name, gate, passes, flow string
		far, clerk               string // what of the networks and the controller each reaches
	}{
		{"a router passes all but what comes from outside", "router", "", "", "internet", "internet office control plc"},
		{"a switch, too", "switch", "", "", "internet", "internet office control plc"},
		{"a firewall passes nothing", "firewall", "", "", "internet", "office"},
		{"nor does a VPN before its login", "vpn_gateway", "", "", "internet", "office"},
		{"nor an IoT gateway", "iot_gateway", "", "", "internet", "office"},
		{"nor a controller", "home_controller", "", "", "internet", "office"},
		{"a router that is said to pass nothing", "router", "passes: []", "", "internet", "office"},
		{"one direction", "router", "passes: [{from: office, to: internet}]", "", "internet", "internet office"},
		{"the other one", "firewall", "passes: [{from: internet, to: office}]", "", "internet office", "office"},
		{"on and on", "firewall", "passes: [{from: internet, to: office}, {from: office, to: control}]", "", "internet office control plc", "office control plc"},
		{"a flow opens the firewall to all of its network", "firewall", "", work, "internet", "office plc"},
		{"whichever end is written first", "firewall", "", report, "internet", "office plc"},
		{"unless it is bound to its source", "firewall", "", bound, "internet", "office"},
		{"the end that opens the session counts", "firewall", "", back, "internet", "office"},
		{"one that is switched off opens nothing", "firewall", "", closed, "internet", "office"},
		{"nor one that never is", "firewall", "", never, "internet", "office"},
		{"nor does what is no firewall and no router", "vpn_gateway", "", work, "internet", "office"},
	} {
		t.Run(test.name, func(t *testing.T) {
			sound := strings.Replace(plantWith(test.gate, test.passes, "", test.flow), "flaw_free: false", "flaw_free: true", 1)
			c := grounded(t, sound)
			for profile, want := range map[models.ProfileID]string{"far": test.far, "clerk": test.clerk} {
				sel := c.Select(ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{profile}})
				got := holding(t, c, sel, "reached(internet) reached(office) reached(control) reached(plc)")
				if got = strings.NewReplacer("reached(", "", ")", "").Replace(got); got != want {
					t.Errorf("%s reaches %q, want %q", profile, got, want)
				}
			}
		})
	}
}

// A filter that fails, in each direction, and networks that are not separate after all are what a consequence rests on; and
// what is not stated is taken as better or as worse.
func TestFiltersFail(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, text       string
		want, worst, out string // of the clerk: what statements fail; whether it occurs at worst and at best
	}{
		{"stated", plantWith("router", "passes: []", "", ""), "[passable(gate.office.control)]", "false", "false"},
		{"by kind", plantWith("firewall", "", "", ""), "[passable(gate.office.control)]", "true", "false"},
		{"on and on", plantWith("firewall", "passes: [{from: office, to: internet}]", "", ""), "[passable(gate.internet.control)] or [passable(gate.office.control)]", "false", "false"},
		{"passes by kind", plantWith("router", "", "", ""), "[]", "true", "false"},
		{"passes as stated", plantWith("router", "passes: [{from: office, to: control}]", "", ""), "[]", "true", "true"},
		{
			"separate", strings.Replace(plantWith("firewall", "", "separate: [office]", ""), "[internet, office, control]", "[internet, office]", 1),
			"[passable(control.office)]", "false", "false",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := groundedBy(t, ground.Open, grounded(t, test.text).System, known)
			clerk := ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{"clerk"}}
			worst, best, failing := clerk, clerk, clerk
			worst.Taking, best.Taking, failing.Failing = ground.AsWorst, ground.AsBest, true
			if got := fmt.Sprint(len(occurring(c, worst)) > 0, len(occurring(c, best)) > 0); got != test.worst+" "+test.out {
				t.Errorf("at worst and at best: %s, want %s %s", got, test.worst, test.out)
			}
			goal, _ := c.Fact(models.Fact{State: models.StateOccurred, Subject: "hurt"})
			if got := restsOn(t, c, c.Select(failing), goal); got != test.want {
				t.Errorf("rests on %s, want %s", got, test.want)
			}
		})
	}
}

// restsOn writes the smallest sets of what has to fail for a goal.
func restsOn(t *testing.T, c *ground.Case, sel *graph.Selection, goal graph.FactID) string {
	t.Helper()
	var sets []string
	a := solve.AttackSets(t.Context(), c.Graph, sel, goal, 32, graph.Limits{})
	for _, set := range a.Easiest {
		if set.Effort > a.Easiest[0].Effort {
			break
		}
		facts := []string{}
		for _, r := range set.Rules {
			if c.Graph.Effort(r) > 0 {
				facts = append(facts, c.FactOf(c.Graph.Then(r)).String())
			}
		}
		if text := fmt.Sprint(facts); !slices.Contains(sets, text) {
			sets = append(sets, text)
		}
	}
	slices.Sort(sets)
	return strings.Join(sets, " or ")
}

// reachedBy lists the facts that each profile of a system brings about.
func reachedBy(t *rapid.T, s *models.System, known *models.Catalog) map[string]bool {
	c := groundedBy(t, ground.New, s, known)
	out := map[string]bool{}
	for _, p := range ground.Profiles(s) {
		for _, reading := range []models.ReadingID{models.Inherent, models.Assessed, models.Residual} {
			for _, f := range graph.Reach(c.Graph, c.Select(ground.Query{Reading: reading, Profiles: []models.ProfileID{p.ID}})).Order() {
				out[fmt.Sprint(p.ID, " ", reading, " ", c.FactOf(f))] = true
			}
		}
	}
	return out
}

// joined draws a system whose networks something joins.
func joined(t *rapid.T, known *models.Catalog) *models.System {
	out := analysistest.System(t, known, analysistest.Shape{Unknown: 4})
	gate := models.Component{
		ID: "gate", Name: models.Plain("Gate"), Zone: "zone", On: []models.ComponentID{"wide", "local"},
		Kind:       rapid.SampledFrom([]models.KindID{"router", "switch", "firewall", "vpn_gateway"}).Draw(t, "gate"),
		Properties: models.Properties{"no_inbound": models.Absolute},
	}
	if rapid.Bool().Draw(t, "stated") {
		gate.Passes = []models.Passage{{From: "wide", To: "local"}, {From: "local", To: "wide"}}[:rapid.IntRange(0, 2).Draw(t, "passes")]
	}
	out.Components = append(out.Components, gate)
	return out
}

// Whoever states that networks are separate, or that a gateway passes less, never makes anybody reach more or with less;
// whoever takes such a statement away never makes anybody reach less.
func TestNarrowerStatementsOnlyTakeAway(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	lost := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		system := joined(rt, known)
		before := reachedBy(rt, system, known)
		ways := instances(rt, system, known)
		for what, changed := range narrower(rt, system, known) {
			after := reachedBy(rt, changed, known)
			for f := range after {
				if !before[f] {
					rt.Fatalf("%s: %s comes about", what, f)
				}
			}
			for way := range instances(rt, changed, known) {
				if !ways[way] {
					rt.Fatalf("%s: there is a new way, or one that takes less: %s", what, way)
				}
			}
			for e := range atWorst(rt, changed, known) {
				if !atWorst(rt, system, known)[e] {
					rt.Fatalf("%s: at worst, %s comes about", what, e)
				}
			}
			lost[what] += len(before) - len(after)
		}
	})
	if lost["less passes"] == 0 || lost["separate"] != 0 {
		t.Errorf("facts that are lost: %v", lost)
	}
}

// atWorst lists the effects that each profile brings about where what is not stated is taken as worst.
func atWorst(t *rapid.T, s *models.System, known *models.Catalog) map[string]bool {
	open := groundedBy(t, ground.Open, s, known)
	out := map[string]bool{}
	for _, p := range ground.Profiles(s) {
		for _, e := range occurring(open, ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{p.ID}, Taking: ground.AsWorst}) {
			out[string(p.ID)+" "+e] = true
		}
	}
	return out
}

// instances lists what a system's rules are grounded to, each with what it takes: capability and effort.
func instances(t *rapid.T, s *models.System, known *models.Catalog) map[string]bool {
	c := groundedBy(t, ground.New, s, known)
	out := map[string]bool{}
	for r := range graph.RuleID(c.Graph.NumRules()) {
		i := c.Instance(r)
		out[fmt.Sprint(i.Instance, i.From, i.Wants, i.Effort, i.Probability)] = true
	}
	return out
}

// narrower returns a system with one passage less stated, and with networks stated to be separate.
func narrower(t *rapid.T, s *models.System, known *models.Catalog) map[string]*models.System {
	out := map[string]*models.System{}
	var passed []topology.Passage
	for _, p := range topology.New(s).Ways(known).Passages() {
		if p.Passed {
			passed = append(passed, p)
		}
	}
	if len(passed) > 0 {
		struck := passed[rapid.IntRange(0, len(passed)-1).Draw(t, "struck")]
		less := *s
		less.Components = slices.Clone(s.Components)
		for i := range less.Components {
			if c := &less.Components[i]; c.ID == struck.Gateway {
				c.Passes = []models.Passage{}
				for _, p := range passed {
					if p.Gateway == struck.Gateway && p != struck {
						c.Passes = append(c.Passes, models.Passage{From: p.From, To: p.To})
					}
				}
			}
		}
		out["less passes"] = &less
	}
	apart := *s
	apart.Components = slices.Clone(s.Components)
	for i := range apart.Components {
		if c := &apart.Components[i]; c.ID == "local" {
			c.Separate = []models.ComponentID{"wide"}
		}
	}
	out["separate"] = &apart
	return out
}

// Stating that networks are separate adds no way but those on which just that fails.
func TestSeparateAddsOnlyItself(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 4})
		for i := range system.Components {
			system.Components[i].Separate = nil
		}
		apart := narrower(rt, system, known)["separate"]
		before, after := groundedBy(rt, ground.Open, system, known), groundedBy(rt, ground.Open, apart, known)
		for _, p := range ground.Profiles(system) {
			q := ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{p.ID}, Failing: true}
			sel := after.Select(q)
			joined, there := after.Fact(models.Fact{State: models.StatePassable, Subject: "local.wide"})
			if !there {
				rt.Fatal("that they are separate cannot fail")
			}
			sel.Disable(after.Graph.Concluding(joined)...)
			var without []string
			reached := graph.Reach(after.Graph, sel)
			for i := range after.Effects {
				if goal, known := after.Fact(models.Fact{State: models.StateOccurred, Subject: string(after.Effects[i].ID)}); known && reached.Holds(goal) {
					without = append(without, string(after.Effects[i].ID))
				}
			}
			if want := occurring(before, q); !slices.Equal(without, want) {
				rt.Fatalf("%s: %v may come about, and %v before", p.ID, without, want)
			}
		}
	})
}

// Who writes a flow the other way round, with the same end opening the session, changes nobody's reach of networks and of
// where the session ends.
func TestReachIgnoresWhichEndIsWrittenFirst(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	rapid.Check(t, func(rt *rapid.T) {
		system := joined(rt, known)
		system.Flows[0].Via = []models.ComponentID{"local", "gate", "wide"}
		turned := *system
		turned.Flows = slices.Clone(system.Flows)
		for i := range turned.Flows {
			f := &turned.Flows[i]
			f.OpenedBy = f.Opener()
			f.From, f.To, f.Via = f.To, f.From, slices.Clone(f.Via)
			slices.Reverse(f.Via)
		}
		told := func(s *models.System) (out []string) {
			w := topology.New(s).Ways(known)
			for _, o := range w.Openings() {
				if o.Flow.Nature != models.RegistrationFlow && !slices.ContainsFunc(s.Flows, func(f models.Flow) bool { return f.Nature == models.RegistrationFlow }) {
					out = append(out, fmt.Sprint(o.Flow.ID, o.Gateway, o.Network, o.To))
				}
			}
			for _, c := range s.Components {
				on := slices.Sorted(slices.Values(w.Attached(c.ID)))
				out = append(out, fmt.Sprint(c.ID, on))
			}
			return out
		}
		before, after := told(system), told(&turned)
		if !slices.Equal(before, after) {
			rt.Fatalf("%v, turned %v", before, after)
		}
		seen += len(before) - len(system.Components)
	})
	if seen == 0 {
		t.Error("no flow opens anything")
	}
}
