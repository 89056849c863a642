package change_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/change"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
)

// heater reads the case of the tables and the catalog.
func heater(t *testing.T) (*models.System, *models.Catalog) {
	t.Helper()
	model, err := load.Load([]load.Format{native.Format}, load.Source{Files: os.DirFS("../../testdata/usecases"), Name: "gas-water-heater"})
	if err != nil {
		t.Fatal(err)
	}
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return model.System, knowledge
}

func TestParse(t *testing.T) {
	for _, test := range []struct {
		written string
		want    change.Change
	}{
		{"component:heater.flaw_free=true", change.Change{Type: "component", ID: "heater", Field: "flaw_free", Value: "true"}},
		{"flow:a-b.closed=true", change.Change{Type: "dataflow", ID: "a-b", Field: "closed", Value: "true"}},
		{"dataflow:a-b.closed=a=b", change.Change{Type: "dataflow", ID: "a-b", Field: "closed", Value: "a=b"}},
		{"policy:large_recall=conjunctive", change.Change{Type: "policy", Field: "large_recall", Value: "conjunctive"}},
	} {
		got, err := change.Parse(test.written)
		test.want.Written = test.written
		if err != nil || got != test.want {
			t.Errorf("%s: %+v, %v", test.written, got, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	const form = " is not of the form type:id.field=value, e.g. dataflow:phone-cloud.authenticated=true"
	for _, test := range []struct{ written, want string }{
		{"", `""` + form},
		{"component:heater.flaw_free", `"component:heater.flaw_free"` + form},
		{"component:heater.flaw_free=", `"component:heater.flaw_free="` + form},
		{"heater.flaw_free=true", `"heater.flaw_free=true"` + form},
		{"component:heater=true", `"component:heater=true" names no field: write type:id.field=value, e.g. component:heater.flaw_free=true`},
		{"component:.a=true", `"component:.a=true" names no field: write type:id.field=value, e.g. component:heater.flaw_free=true`},
		{"compnent:heater.flaw_free=true", `"compnent:heater.flaw_free=true" changes a compnent, which cannot be changed so; did you mean component?`},
	} {
		if _, err := change.Parse(test.written); err == nil || err.Error() != test.want {
			t.Errorf("%s\ngot  %v\nwant %s", test.written, err, test.want)
		}
	}
}

// Each change does what it says, and nothing else: what it sets is read from the system as the file would have it.
func TestApply(t *testing.T) {
	system, knowledge := heater(t)
	component := func(s *models.System) *models.Component { return &s.Components[0] }
	for _, test := range []struct {
		written string
		holds   func(s *models.System) bool
	}{
		{"component:water_heater.device_class=open_flue", func(s *models.System) bool { return component(s).DeviceClass == "open_flue" }},
		{"component:router.passes=home_network:internet,internet:home_network", func(s *models.System) bool {
			return slices.Equal(passes(s), []models.Passage{{From: "home_network", To: "internet"}, {From: "internet", To: "home_network"}})
		}},
		{"component:router.passes=nothing", func(s *models.System) bool { return passes(s) != nil && len(passes(s)) == 0 }},
		{"component:home_network.separate=internet", func(s *models.System) bool {
			return slices.ContainsFunc(s.Components, func(c models.Component) bool {
				return c.ID == "home_network" && slices.Equal(c.Separate, []models.ComponentID{"internet"})
			})
		}},
		{"component:water_heater.installations=7", func(s *models.System) bool { return component(s).Installations == 7 }},
		{"component:water_heater.flaw_free=true", func(s *models.System) bool { return component(s).Properties["flaw_free"] == models.Given }},
		{"component:water_heater.no_inbound=unknown", func(s *models.System) bool { return component(s).Properties["no_inbound"] == models.NotStated }},
		{"flow:phone-cloud-command.closed=true", func(s *models.System) bool { return s.Flows[0].Closed }},
		{"dataflow:phone-cloud-command.encrypted=false", func(s *models.System) bool { return s.Flows[0].Properties["encrypted"] == models.Absent }},
		{"data:account.sensitivity=home_video", func(s *models.System) bool {
			for _, d := range s.Data {
				if d.ID == "account" {
					return d.Sensitivity == "home_video"
				}
			}
			return false
		}},
		{"data:account.disclosure=resident", func(s *models.System) bool {
			return slices.ContainsFunc(s.Data, func(d models.Data) bool {
				return d.ID == "account" && d.Attributes != nil && slices.Equal(d.Attributes.Disclosure, []models.StakeholderID{"resident"})
			})
		}},
		{"flow:phone-cloud-command.carries=account,x", func(s *models.System) bool { return slices.Equal(s.Flows[0].Carries, []models.DataID{"account", "x"}) }},
		{"dataflow:phone-cloud-command.credentials=none", func(s *models.System) bool { return len(s.Flows[0].Credentials) == 0 }},
		{"dataflow:phone-cloud-command.via=home_network", func(s *models.System) bool { return slices.Equal(s.Flows[0].Via, []models.ComponentID{"home_network"}) }},
		{"component:water_heater.networks=internet", func(s *models.System) bool { return slices.Equal(component(s).On, []models.ComponentID{"internet"}) }},
		{"component:water_heater.stores=none", func(s *models.System) bool { return len(component(s).Stores) == 0 }},
		{"attacker:remote.knows=account", func(s *models.System) bool {
			return slices.ContainsFunc(s.Attackers, func(p models.Profile) bool {
				return p.ID == "remote" && slices.Equal(p.Knows, []models.DataID{"account"})
			})
		}},
		{"attacker:remote.starts=reached(internet),used(water_heater)@all", func(s *models.System) bool {
			return slices.ContainsFunc(s.Attackers, func(p models.Profile) bool {
				return p.ID == "remote" && slices.Equal(p.Starts, []models.Fact{{State: "reached", Subject: "internet"}, {State: "used", Subject: "water_heater", In: models.AllUnits}})
			})
		}},
		{"condition:bather_present.excluded=true", func(s *models.System) bool { return s.Conditions[0].Excluded }},
		{"effect:scald.injury=death", func(s *models.System) bool { return s.Effects[0].Harm.Injury == models.Death }},
		{"effect:scald.use=improper", func(s *models.System) bool { return s.Effects[0].Harm.Use == models.ImproperUse }},
		{"effect:fire.large_recall=true", func(s *models.System) bool {
			return s.Effects[1].Economic != nil && s.Effects[1].Economic.LargeRecall == models.True
		}},
		{"effect:scald.scope=external", func(s *models.System) bool { return s.Effects[0].Economic.Scope == models.ExternalScope }},
		{"safeguard:flame_failure_device.independence=same_controller", func(s *models.System) bool { return s.Safeguards[2].Independence == "same_controller" }},
		{"safeguard:flame_failure_device.host=water_heater", func(s *models.System) bool { return s.Safeguards[2].Host == "water_heater" }},
		{"safeguard:flame_failure_device.dataflow=phone-cloud-command", func(s *models.System) bool { return s.Safeguards[2].Flow == "phone-cloud-command" }},
		{"safeguard:flame_failure_device.presence=removed", func(s *models.System) bool {
			return !slices.ContainsFunc(s.Safeguards, func(g models.Safeguard) bool { return g.ID == "flame_failure_device" })
		}},
		{"attacker:remote.presence=removed", func(s *models.System) bool {
			return !slices.ContainsFunc(s.Attackers, func(p models.Profile) bool { return p.ID == "remote" })
		}},
		{"component:water_heater.device_class=none", func(s *models.System) bool { return component(s).DeviceClass == "" }},
		{"effect:scald.duration=6h..8d", func(s *models.System) bool { return s.Effects[0].Economic.Duration == "6h..8d" }},
		{"measure:password_policy.status=rejected", func(s *models.System) bool { return s.Measures[2].Status == models.Rejected }},
		{"policy:large_recall=conjunctive", func(s *models.System) bool { return s.Policies.LargeRecall == models.RecallConjunctive }},
		{"policy:foreseeable_misuse=intended", func(s *models.System) bool { return s.Policies.ForeseeableMisuse == models.MisuseIntended }},
		{"policy:join_attackers=true", func(s *models.System) bool { return s.Policies.JoinAttackers }},
	} {
		before := encoded(t, system)
		c, err := change.Parse(test.written)
		if err != nil {
			t.Fatal(err)
		}
		changed, err := change.Apply(system, knowledge, []change.Change{c})
		switch {
		case err != nil:
			t.Errorf("%s: %v", test.written, err)
		case !test.holds(changed):
			t.Errorf("%s is not done", test.written)
		case test.holds(system):
			t.Errorf("%s was done to the case itself", test.written)
		}
		if encoded(t, system) != before {
			t.Fatalf("%s changed the case itself", test.written)
		}
	}
}

// passes returns what the router passes.
func passes(s *models.System) []models.Passage {
	return s.Components[slices.IndexFunc(s.Components, func(c models.Component) bool { return c.ID == "router" })].Passes
}

// What is stated of passing can be taken away.
func TestPassesUnstated(t *testing.T) {
	system, knowledge := heater(t)
	for _, c := range []struct {
		value string
		nil   bool
	}{{"nothing", false}, {"none", true}} {
		change, err := change.Parse("component:router.passes=" + c.value)
		if err != nil {
			t.Fatal(err)
		}
		system = applied(t, system, knowledge, change)
		if got := passes(system); (got == nil) != c.nil || len(got) > 0 {
			t.Errorf("%s: %#v", c.value, got)
		}
	}
}

func applied(t *testing.T, system *models.System, knowledge *models.Catalog, c change.Change) *models.System {
	t.Helper()
	out, err := change.Apply(system, knowledge, []change.Change{c})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestRemoveAndDecide(t *testing.T) {
	system, knowledge := heater(t)
	changed, err := change.Apply(system, knowledge, []change.Change{change.Remove("sealed_flue"), change.Decide("password_policy", models.Adopted)})
	if err != nil {
		t.Fatal(err)
	}
	if len(changed.Safeguards) != len(system.Safeguards)-1 || changed.Measures[2].Status != models.Adopted {
		t.Errorf("%d safeguards of %d, status %q", len(changed.Safeguards), len(system.Safeguards), changed.Measures[2].Status)
	}
}

func TestApplyRefuses(t *testing.T) {
	system, knowledge := heater(t)
	var changes []change.Change
	for _, written := range []string{
		"component:heater.flaw_free=true",
		"component:water_heater.flawfree=true",
		"component:water_heater.flaw_free=yes",
		"component:water_heater.installations=many",
		"component:router.passes=home_network",
		"flow:phone-cloud-command.closed=maybe",
		"effect:scald.injury=bad",
		"effect:scald.duration=ever",
		"effect:scald.duration=8d..6h",
		"attacker:remote.presence=gone",
		"measure:password_policy.status=done",
		"policy:large_recals=x",
	} {
		c, err := change.Parse(written)
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, c)
	}
	_, err := change.Apply(system, knowledge, append(changes, change.Remove("flue")))
	const want = `argument: component:heater.flaw_free=true: there is no component heater; did you mean water_heater?
argument: component:water_heater.flawfree=true: there is no field or property flawfree of a component; did you mean flaw_free?
argument: component:water_heater.flaw_free=yes: "yes" is none of true, basic, substantial, high, absolute, false, unknown
argument: component:water_heater.installations=many: "many" is not a whole number
argument: component:router.passes=home_network: "home_network" is no passage; write from:to, several separated by commas, or nothing, or none to say nothing of it
argument: flow:phone-cloud-command.closed=maybe: "maybe" is not true or false
argument: effect:scald.injury=bad: "bad" is none of none, minor, severe, death
argument: effect:scald.duration=ever: "ever" is not short, long, unknown, a time such as 12h, 3d or 2w, or a range of times such as 6h..8d
argument: effect:scald.duration=8d..6h: "8d..6h" is not short, long, unknown, a time such as 12h, 3d or 2w, or a range of times such as 6h..8d
argument: attacker:remote.presence=gone: "gone" is not removed
argument: measure:password_policy.status=done: "done" is none of candidate, adopted, adapted, rejected
argument: policy:large_recals=x: there is no field or property large_recals of a policy; did you mean large_recall?
argument: safeguard:flue removed: there is no safeguard flue; did you mean sealed_flue?`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// Whatever is written: it is refused, or it reads back as it was meant.
func TestParseNeverPanics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		written := rapid.OneOf(rapid.String(), rapid.StringMatching(`(component|flow|policy|x)?:?[a-z.]{0,6}=?[a-z]{0,3}`)).Draw(t, "written")
		c, err := change.Parse(written)
		if err == nil && (c.Value == "" || c.Field == "" || c.Written != written) {
			t.Fatalf("%q: %+v", written, c)
		}
	})
}

func encoded(t *testing.T, s *models.System) string {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Whatever the command line holds, it is refused or applied, and the case stays as it is.
func FuzzChange(f *testing.F) {
	for _, written := range []string{"component:water_heater.flaw_free=true", "policy:large_recall=conjunctive", "flow:a.b=c", "x:=", "measure:m.status=adopted", "safeguard:sealed_flue.presence=removed"} {
		f.Add(written)
	}
	model, err := load.Load([]load.Format{native.Format}, load.Source{Files: os.DirFS("../../testdata/usecases"), Name: "gas-water-heater"})
	if err != nil {
		f.Fatal(err)
	}
	knowledge, err := catalog.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, written string) {
		c, err := change.Parse(written)
		if err != nil {
			return
		}
		before := encoded(t, model.System)
		if _, err := change.Apply(model.System, knowledge, []change.Change{c}); err != nil && err.Error() == "" {
			t.Errorf("%q is refused without a word", written)
		}
		if encoded(t, model.System) != before {
			t.Errorf("%q changed the case itself", written)
		}
	})
}
