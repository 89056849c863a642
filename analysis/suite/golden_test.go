package suite_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/modeltest"
)

const root = "../.."

// loaded reads a case by its name.
func loaded(t testing.TB, name string) *models.System {
	t.Helper()
	return analysistest.Load(t, os.DirFS(modeltest.Find(t, root, name).Folder), ".")
}

// whatIf analyses a use case after a change.
func whatIf(t *testing.T, usecase string, change func(*models.System)) *models.Result {
	t.Helper()
	system := loaded(t, usecase)
	if change != nil {
		change(system)
	}
	return analysistest.Analyse(t, system, suite.All())
}

// expect holds a result against statements, each wanted, or unwanted where it begins with "no ".
func expect(t *testing.T, r *models.Result, expectations ...string) {
	t.Helper()
	var text strings.Builder
	for _, e := range expectations {
		text.WriteString("# want " + e + "\n")
	}
	for _, complaint := range analysistest.Compare(text.String(), analysistest.Statements(r)) {
		t.Error(complaint)
	}
}

func TestGasWaterHeater(t *testing.T) {
	r := whatIf(t, "gas-water-heater", nil)
	expect(t, r,
		"level inherent recovery fatal", "level assessed recovery serious", "level assessed economic limited..limited",
		"reachable inherent fire remote", "no reachable assessed fire",
		"reachable inherent gas_explosion remote", "no reachable assessed gas_explosion",
		"reachable inherent carbon_monoxide remote", "no reachable assessed carbon_monoxide",
		"stopped fire dry_firing_device", "stopped fire overheat_device", "stopped gas_explosion flame_failure_device",
		"stopped carbon_monoxide sealed_flue", "no stopped carbon_monoxide incomplete_combustion_device", "no stopped scald",
		"reachable assessed scald misoperation", "profile misoperation assessed serious limited",
		"finding no-independent-safeguard scald", "no finding remote-operation-forbidden", "no finding rationale-contradicts-level",
		"no limit",
	)
	if l := r.Levels.Published.Assessed.Recovery; l.DefaultLowest || len(l.Basis) != 1 || l.Basis[0] != (models.RecoveryBasis{Effect: "scald", Criterion: models.CriterionSevere}) {
		t.Errorf("the level rests on %+v", l.Basis)
	}
}

// The slides list 18 threats of 5 components.
func TestGasWaterHeaterThreats(t *testing.T) {
	want := strings.Fields(`
		ガス給湯器/情報漏えい ガス給湯器/マルウェア感染 ガス給湯器/不正利用 ガス給湯器/利用者による誤操作
		ホームコントローラ/マルウェア感染 ホームコントローラ/不正利用
		ルーター/不正アクセス ルーター/不正利用
		スマートフォン・アプリ/情報漏えい スマートフォン・アプリ/マルウェア感染 スマートフォン・アプリ/不正利用 スマートフォン・アプリ/利用者による誤操作
		クラウドサービス/データの改ざん クラウドサービス/情報漏えい クラウドサービス/サービス不能 クラウドサービス/不正アクセス クラウドサービス/マルウェア感染 クラウドサービス/利用者による誤操作`)
	r := whatIf(t, "gas-water-heater", nil)
	components, threats := map[models.ComponentID]string{}, map[models.ThreatID]string{}
	for _, c := range r.System.Components {
		components[c.ID] = c.Name.JA
		if !c.ThreatName.Empty() {
			components[c.ID] = c.ThreatName.JA
		}
	}
	for _, e := range r.Words.Threats {
		threats[e.ID] = e.Name.JA
	}
	var got []string
	for i := range r.Threats {
		row := &r.Threats[i]
		got = append(got, components[row.Component]+"/"+threats[row.Threat])
		if row.Reachable.Inherent.Reachable != (len(row.Reachable.Inherent.By) > 0) {
			t.Errorf("%s: reachable %+v", row.Fact, row.Reachable.Inherent)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	expect(t, r, "leads water_heater misuse scald", "leads cloud information_leak account_leak", "leads smartphone misoperation scald", "no leads cloud denial_of_service")
}

func TestGasWaterHeaterEntryPoints(t *testing.T) {
	r := whatIf(t, "gas-water-heater", nil)
	expect(t, r, "entry scald remote smartphone", "entry scald remote cloud", "entry scald remote router", "entry scald on_home_network water_heater",
		"entry scald at_the_devices home_controller", "entry scald vendor_insider cloud", "no entry scald misoperation", "no entry scald remote water_heater")
	distinct := map[string]bool{}
	for _, e := range r.Entries {
		if e.Effect == "scald" {
			distinct[e.Subject] = true
		}
	}
	if len(distinct) < 5 {
		t.Errorf("only %d distinct entry points: %v", len(distinct), distinct)
	}
}

func TestGasWaterHeaterComponents(t *testing.T) {
	r := whatIf(t, "gas-water-heater", nil)
	if len(r.Components) != 5 {
		t.Errorf("%d components", len(r.Components))
	}
	expect(t, r, "asset water_heater serious limited", "necessary water_heater scald", "no necessary cloud", "contributes smartphone scald")
}

func component(s *models.System, id models.ComponentID) *models.Component {
	return &s.Components[slices.IndexFunc(s.Components, func(c models.Component) bool { return c.ID == id })]
}

func flow(s *models.System, id models.FlowID) *models.Flow {
	return &s.Flows[slices.IndexFunc(s.Flows, func(f models.Flow) bool { return f.ID == id })]
}

func effect(s *models.System, id models.EffectID) *models.Effect {
	return &s.Effects[slices.IndexFunc(s.Effects, func(e models.Effect) bool { return e.ID == id })]
}

func removeSafeguards(s *models.System, ids ...models.SafeguardID) {
	s.Safeguards = slices.DeleteFunc(s.Safeguards, func(g models.Safeguard) bool { return slices.Contains(ids, g.ID) })
}

// set states properties of a component.
func set(c *models.Component, value models.Resistance, properties ...models.PropertyID) {
	if c.Properties == nil {
		c.Properties = models.Properties{}
	}
	for _, p := range properties {
		c.Properties[p] = value
	}
}

func openFlue(s *models.System) { component(s, "water_heater").DeviceClass = "open_flue" }

func flameFailureInSoftware(s *models.System) {
	for i := range s.Safeguards {
		if g := &s.Safeguards[i]; g.ID == "flame_failure_device" {
			g.Independence, g.Host = models.SameController, "water_heater"
		}
	}
}

func outletLimit(s *models.System) {
	s.Safeguards = append(s.Safeguards, models.Safeguard{ID: "outlet_limit", Name: models.Plain("Temperature limit at the outlet"), Guards: []string{"scald"}, Independence: models.Mechanical})
}

// closeCommands closes the command flow into the heater.
func closeCommands(s *models.System) { flow(s, "controller-heater-command").Closed = true }

func hardenHeater(s *models.System) {
	set(component(s, "water_heater"), models.Given, "flaw_free", "ports_closed", "verified_code", "signed_updates")
}

func malicious(s *models.System) { s.Initiators = nil }

func together(changes ...func(*models.System)) func(*models.System) {
	return func(s *models.System) {
		for _, c := range changes {
			c(s)
		}
	}
}

// Each change must move the result for the reason that it has in the world.
func TestGasWaterHeaterWhatIfs(t *testing.T) {
	tests := []struct {
		name   string
		change func(*models.System)
		want   []string
	}{
		{"an open flue", openFlue, []string{
			"level assessed recovery fatal", "reachable assessed carbon_monoxide remote", "no stopped carbon_monoxide", "no reachable assessed fire",
			"finding remote-operation-forbidden water_heater open_flue cloud-controller-command", "finding rationale-contradicts-level recovery serious fatal",
			"finding no-independent-safeguard carbon_monoxide",
		}},
		{"an outdoor unit", func(s *models.System) { component(s, "water_heater").DeviceClass = "outdoor" }, []string{
			"level assessed recovery serious", "stopped carbon_monoxide sealed_flue", "no finding remote-operation-forbidden",
		}},
		{"the flame-failure device in software", flameFailureInSoftware, []string{
			"level assessed recovery fatal", "reachable assessed gas_explosion remote", "no stopped gas_explosion", "no reachable assessed carbon_monoxide",
		}},
		{"one of two safeguards against fire removed", func(s *models.System) { removeSafeguards(s, "dry_firing_device") }, []string{
			"level assessed recovery serious", "stopped fire overheat_device",
		}},
		{"the last safeguards against fire removed", func(s *models.System) { removeSafeguards(s, "dry_firing_device", "overheat_device") }, []string{
			"level assessed recovery fatal", "reachable assessed fire on_home_network", "finding no-independent-safeguard fire",
		}},
		{"a large recall", func(s *models.System) { effect(s, "scald").Economic.LargeRecall = models.True }, []string{
			"level assessed recovery serious", "level assessed economic catastrophic..catastrophic", "finding rationale-contradicts-level economic limited catastrophic",
		}},
		{"a large recall that has to come with the factors", func(s *models.System) {
			effect(s, "scald").Economic.LargeRecall = models.True
			s.Policies.LargeRecall = models.RecallConjunctive
		}, []string{"level assessed economic limited..limited"}},
		{"a large recall left open", func(s *models.System) { effect(s, "scald").Economic.LargeRecall = models.Unknown }, []string{
			"level assessed economic limited..limited", "no finding fleet-recall-unanswered",
		}},
		{"a large recall of many homes left open", func(s *models.System) {
			effect(s, "scald").Economic.LargeRecall = models.Unknown
			for i := range s.Zones {
				if s.Zones[i].ID == "home" {
					s.Zones[i].Installations = 100_000
				}
			}
		}, []string{
			"level assessed economic limited..limited", "level assessed recovery serious", "fact assessed occurred(scald)@all consequence", "finding fleet-recall-unanswered scald",
		}},
		{"a mechanical limit at the outlet", outletLimit, []string{
			"level assessed recovery limited", "no reachable assessed scald", "stopped scald outlet_limit", "reachable inherent scald remote", "no finding no-independent-safeguard",
		}},
		{"the command flow closed, the heater's network left open", together(closeCommands, malicious), []string{
			"level assessed recovery serious", "reachable assessed scald remote",
		}},
		{"the heater hardened, the command flow left open", together(hardenHeater, malicious), []string{
			"level assessed recovery serious", "reachable assessed scald remote",
		}},
		{"the command flow closed and the heater hardened", together(closeCommands, hardenHeater, malicious), []string{
			"level assessed recovery limited", "no reachable assessed scald", "reachable assessed account_leak remote",
		}},
		{"the account information important", func(s *models.System) {
			s.Policies.Important = []models.SensitivityID{"general_personal"}
			outletLimit(s)
		}, []string{"level assessed recovery serious", "no reachable assessed scald"}},
		{"nobody in the bath", func(s *models.System) { s.Conditions[0].Excluded = true }, []string{
			"level assessed recovery limited", "finding condition-excluded bather_present scald", "no reachable inherent scald",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, whatIf(t, "gas-water-heater", test.change), test.want...) })
	}
}

// What becomes known changes where attacks begin and what they rest on, as it must.
func TestGasWaterHeaterKnownProperties(t *testing.T) {
	before := whatIf(t, "gas-water-heater", malicious)
	expect(t, before, "entry scald remote router", "entry scald remote login", "assumed router.admin_authenticated", "assumed login.unguessable")
	sound := whatIf(t, "gas-water-heater", together(malicious, func(s *models.System) {
		set(component(s, "router"), models.Given, "admin_authenticated", "flaw_free")
	}))
	expect(t, sound, "no entry scald remote router", "no assumed router.admin_authenticated", "no assumed router.flaw_free", "entry scald remote login", "entry scald at_the_devices router")
	secret := whatIf(t, "gas-water-heater", together(malicious, func(s *models.System) {
		i := slices.IndexFunc(s.Data, func(d models.Data) bool { return d.ID == "login" })
		s.Data[i].Properties = models.Properties{"unguessable": models.Given, "phishing_resistant": models.Given}
	}))
	expect(t, secret, "no entry scald remote login", "no assumed login.unguessable", "entry scald remote router")
	open := whatIf(t, "gas-water-heater", together(malicious, func(s *models.System) {
		set(component(s, "router"), models.Absent, "admin_authenticated")
	}))
	expect(t, open, "entry scald remote router", "no assumed router.admin_authenticated")
}

// The slides' camera: whoever holds its id gets at the video through the rendezvous alone.
func TestKalayCamera(t *testing.T) {
	r := whatIf(t, "kalay-camera", nil)
	expect(t, r,
		"level assessed recovery serious", "reachable assessed video_theft id_holder", "no reachable assessed video_theft remote",
		"reachable assessed home_device_access id_holder", "rests video_theft -", "rests home_device_access home_appliance.patched",
		"entry video_theft id_holder camera-registration", "no fact assessed infected(camera)", "no fact assessed used(router)", "no finding no-independent-safeguard",
	)
	if l := r.Levels.Published.Assessed.Recovery; len(l.Basis) != 1 || l.Basis[0] != (models.RecoveryBasis{Effect: "video_theft", Criterion: models.CriterionImportant}) {
		t.Errorf("the level rests on %+v", l.Basis)
	}
}

func TestKalayCameraWhatIfs(t *testing.T) {
	tests := []struct {
		name   string
		change func(*models.System)
		want   []string
	}{
		{"nobody connects", func(s *models.System) { s.Conditions[0].Excluded = true }, []string{"level assessed recovery limited*", "no reachable assessed video_theft"}},
		{"the id is not known", func(s *models.System) { s.Attackers[0].Knows = nil }, []string{"no reachable assessed video_theft"}},
		{"the registration wants a second factor", func(s *models.System) { flow(s, "camera-registration").Properties["second_factor"] = models.Given }, []string{
			"level assessed recovery limited*", "no entry video_theft",
		}},
		{"end-to-end protection", func(s *models.System) {
			for _, id := range []models.FlowID{"view-request", "camera-settings", "video-stream"} {
				flow(s, id).Properties["end_to_end"] = models.Given
			}
		}, []string{"level assessed recovery limited*"}},
		{"the second factor as an adopted measure", func(s *models.System) { s.Measures[0].Status = models.Adopted }, []string{
			"level assessed recovery serious", "level residual recovery limited*", "no reachable residual video_theft",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, whatIf(t, "kalay-camera", test.change), test.want...) })
	}
}

// BenchmarkGasWaterHeater measures all analyses of the golden case, from the loaded model to the result.
func BenchmarkGasWaterHeater(b *testing.B) {
	system := loaded(b, "gas-water-heater")
	b.ReportAllocs()
	for b.Loop() {
		analysistest.Analyse(b, system, suite.All())
	}
}
