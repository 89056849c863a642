package difference_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/difference"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/change"
)

func knowledge(t *testing.T) *models.Catalog {
	t.Helper()
	c, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// heater reads the files of the case of the tables.
func heater(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	folder := os.DirFS("../../testdata/usecases/gas-water-heater")
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no case: %v", err)
	}
	for _, name := range names {
		body, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: body}
	}
	return files
}

func analysed(t rapid.TB, system *models.System, c *models.Catalog) *models.Result {
	list := slices.DeleteFunc(suite.All(), func(a analysis.Analysis) bool { return a.Name == "chances" }) // no difference tells of them
	r, err := analysis.Run(context.Background(), system, c, list, analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// changed applies changes written as on the command line.
func changed(t rapid.TB, system *models.System, c *models.Catalog, written ...string) *models.System {
	var changes []change.Change
	for _, w := range written {
		if id, removed := strings.CutPrefix(w, "remove "); removed {
			changes = append(changes, change.Remove(id))
			continue
		}
		parsed, err := change.Parse(w)
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, parsed)
	}
	out, err := change.Apply(system, c, changes)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// told writes what turned, a line each, with the step and the elements of its reason.
func told(d *models.Difference) []string {
	var out []string
	add := func(r models.Reason, format string, args ...any) {
		line := fmt.Sprintf(format, args...)
		if r.Instance != "" {
			line += " by " + r.Instance
		}
		out = append(out, line+" for "+strings.Join(r.Elements, ","))
	}
	for _, l := range d.Levels {
		if l.OldRecovery != nil {
			add(l.Reason, "%s recovery %s>%s %v", l.Reading, l.OldRecovery, l.NewRecovery, l.Effects)
		} else {
			add(l.Reason, "%s economic %s>%s %v", l.Reading, l.OldEconomic, l.NewEconomic, l.Effects)
		}
	}
	for _, c := range d.Consequences {
		add(c.Reason, "%s %s %s", c.Turn, c.Effect, c.Reading)
	}
	for _, c := range d.Threats {
		add(c.Reason, "%s %s/%s %s", c.Turn, c.Component, c.Threat, c.Reading)
	}
	return out
}

// What turns, and why: the step that works on one side only, and the changed elements that take part in it.
func TestReasons(t *testing.T) {
	c := knowledge(t)
	system := analysistest.Load(t, heater(t), ".")
	before := analysed(t, system, c)
	for _, test := range []struct {
		name    string
		changes []string
		want    []string
	}{
		{"a device class fits other safeguards", []string{"component:water_heater.device_class=open_flue"}, []string{
			"assessed recovery serious>fatal [carbon_monoxide] by occurs(carbon_monoxide) for component:water_heater",
			"residual recovery serious>fatal [carbon_monoxide] by occurs(carbon_monoxide) for component:water_heater",
			"gained carbon_monoxide assessed by occurs(carbon_monoxide) for component:water_heater",
			"gained carbon_monoxide residual by occurs(carbon_monoxide) for component:water_heater",
		}},
		{"a safeguard less", []string{"remove flame_failure_device"}, []string{
			"assessed recovery serious>fatal [gas_explosion] by occurs(gas_explosion) for safeguard:flame_failure_device",
			"residual recovery serious>fatal [gas_explosion] by occurs(gas_explosion) for safeguard:flame_failure_device",
			"gained gas_explosion assessed by occurs(gas_explosion) for safeguard:flame_failure_device",
			"gained gas_explosion residual by occurs(gas_explosion) for safeguard:flame_failure_device",
		}},
		{"a consequence that weighs more", []string{"effect:scald.large_recall=true", "component:router.admin_authenticated=unknown"}, []string{
			"assessed economic limited>catastrophic [scald] for effect:scald",
			"residual economic limited>catastrophic [scald] for effect:scald",
		}},
		{"a condition that is excluded", []string{"condition:bather_present.excluded=true"}, []string{
			"assessed recovery serious>limited [scald] by present(bather_present) for condition:bather_present",
			"residual recovery serious>limited [scald] by present(bather_present) for condition:bather_present",
			"lost scald assessed by present(bather_present) for condition:bather_present",
			"lost scald residual by present(bather_present) for condition:bather_present",
		}},
		{"a policy", []string{"policy:large_recall=conjunctive", "effect:scald.large_recall=true"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := difference.Between(before, analysed(t, changed(t, system, c, test.changes...), c))
			if got := told(d); !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
			if worse := slices.ContainsFunc(d.Levels, func(l models.LevelChange) bool { return l.Worse }); worse != difference.Worse(d) {
				t.Errorf("worse: %v, levels say %v", difference.Worse(d), worse)
			}
		})
	}
}

// A what-if equals the analysis of the edited file.
func TestWhatIfEqualsEditedFile(t *testing.T) {
	c := knowledge(t)
	files := heater(t)
	system := analysistest.Load(t, files, ".")
	for _, test := range []struct {
		change, file, old, new string
	}{
		{"component:water_heater.device_class=open_flue", "system.yaml", "device_class: sealed_flue", "device_class: open_flue"},
		{"component:cloud.flaw_free=true", "system.yaml", "properties: {no_inbound: false, admin_authenticated: true}", "properties: {no_inbound: false, admin_authenticated: true, flaw_free: true}"},
		{"flow:phone-cloud-command.closed=true", "system.yaml", "    credentials: [login]\n", "    credentials: [login]\n    closed: true\n"},
		{"effect:scald.injury=minor", "hazards.yaml", "harm: {injury: severe, use: intended}", "harm: {injury: minor, use: intended}"},
		{"safeguard:sealed_flue.independence=same_controller", "hazards.yaml", "    independence: mechanical\n    fitted: {", "    independence: same_controller\n    fitted: {"},
	} {
		t.Run(test.change, func(t *testing.T) {
			body := string(files[test.file].Data)
			if strings.Count(body, test.old) != 1 && !strings.HasPrefix(test.change, "flow:") {
				t.Fatalf("%q stands %d times in %s", test.old, strings.Count(body, test.old), test.file)
			}
			edited := fstest.MapFS{}
			for name, file := range files {
				edited[name] = file
			}
			edited[test.file] = &fstest.MapFile{Data: []byte(strings.Replace(body, test.old, test.new, 1))}
			fresh := analysed(t, analysistest.Load(t, edited, "."), c)
			whatif := analysed(t, changed(t, system, c, test.change), c)
			if d := difference.Between(fresh, whatif); !empty(d) {
				t.Errorf("they differ:\n%s", strings.Join(told(d), "\n"))
			}
			if a, b := withoutPlaces(t, fresh), withoutPlaces(t, whatif); a != b {
				t.Error(cmp.Diff(a, b))
			}
		})
	}
}

// withoutPlaces writes a result but for the places, which an edit moves.
func withoutPlaces(t *testing.T, r *models.Result) string {
	t.Helper()
	shown := *r
	shown.Places, shown.Findings, shown.Assumptions = nil, slices.Clone(r.Findings), slices.Clone(r.Assumptions)
	for i := range shown.Findings {
		shown.Findings[i].At = models.Place{}
	}
	for i := range shown.Assumptions {
		shown.Assumptions[i].At = models.Place{}
	}
	b, err := json.Marshal(shown)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A result that was written to a file and read again compares as the one in memory, places included.
func TestFilesCompareAsMemory(t *testing.T) {
	c := knowledge(t)
	system := analysistest.Load(t, heater(t), ".")
	before, after := analysed(t, system, c), analysed(t, changed(t, system, c, "remove sealed_flue"), c)
	want := difference.Between(before, after)
	got := difference.Between(throughFile(t, before), throughFile(t, after))
	if a, b := asFile(t, want), asFile(t, got); a != b {
		t.Error(cmp.Diff(a, b))
	}
	if len(got.Consequences) == 0 || got.Consequences[0].At.Line == 0 {
		t.Errorf("no places: %+v", got.Consequences)
	}
}

func asFile(t *testing.T, d *models.Difference) string {
	t.Helper()
	b, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func throughFile(t *testing.T, r *models.Result) *models.Result {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var out models.Result
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		t.Fatal(err)
	}
	out.System.Locate(out.Places)
	return &out
}

func empty(d *models.Difference) bool {
	return len(d.Elements)+len(d.Levels)+len(d.Consequences)+len(d.Attacks)+len(d.Threats)+len(d.Entries)+len(d.Findings) == 0
}

// A result does not differ from itself; and a difference turned round is the difference of the sides turned round.
func TestLaws(t *testing.T) {
	c := knowledge(t)
	turned := 0
	rapid.Check(t, func(rt *rapid.T) {
		system := analysistest.System(rt, c, analysistest.Shape{Unknown: 8})
		a := analysed(rt, system, c)
		b := analysed(rt, edited(rt, system, c), c)
		if d := difference.Between(a, a); !empty(d) || difference.Worse(d) || len(d.Names) > 0 {
			rt.Fatalf("a result differs from itself: %v", told(d))
		}
		forth, back := difference.Between(a, b), difference.Between(b, a)
		if d := cmp.Diff(mirrored(forth), facing(back)); d != "" {
			rt.Fatal(d)
		}
		if again := difference.Between(a, b); cmp.Diff(forth, again) != "" {
			rt.Fatal("the same sides differ differently")
		}
		turned += len(forth.Consequences) + len(forth.Threats)
		for _, q := range forth.Consequences {
			if len(q.Reason.Elements) == 0 {
				rt.Fatalf("%s turned without a reason", q.Effect)
			}
		}
	})
	if turned == 0 {
		t.Error("the edits turn nothing")
	}
	t.Logf("%d consequences and threats turned", turned)
}

// edited states an unknown or false property of some elements, or takes a safeguard out.
func edited(t *rapid.T, system *models.System, c *models.Catalog) *models.System {
	var changes []string
	for range rapid.IntRange(1, 4).Draw(t, "changes") {
		if len(system.Safeguards) > 0 && len(changes) == 0 && rapid.Bool().Draw(t, "safeguard") {
			changes = append(changes, "remove "+string(rapid.SampledFrom(system.Safeguards).Draw(t, "taken out").ID))
			continue
		}
		at := rapid.SampledFrom(system.Components).Draw(t, "component")
		properties := c.PropertiesOf(at.Kind)
		if len(properties) > 0 {
			p := rapid.SampledFrom(properties).Draw(t, "property")
			value := rapid.SampledFrom([]string{"true", "false", "unknown"}).Draw(t, "value")
			changes = append(changes, fmt.Sprintf("component:%s.%s=%s", at.ID, p, value))
		}
	}
	return changed(t, system, c, changes...)
}

// turn is one change with its direction and its reason.
type turn struct {
	What   string
	Turn   models.Turn
	Reason string
}

func opposite(t models.Turn) models.Turn {
	switch t {
	case models.Gained:
		return models.Lost
	case models.Lost:
		return models.Gained
	}
	return t
}

// facing lists the changes of a difference in an order of their own.
func facing(d *models.Difference) []turn { return turnsOf(d, false) }

// mirrored lists them as seen from the other side.
func mirrored(d *models.Difference) []turn { return turnsOf(d, true) }

func turnsOf(d *models.Difference, mirror bool) []turn {
	var out []turn
	add := func(way models.Turn, r models.Reason, format string, args ...any) {
		if mirror {
			way = opposite(way)
		}
		elements := slices.Sorted(slices.Values(r.Elements))
		out = append(out, turn{fmt.Sprintf(format, args...), way, fmt.Sprint(r.Instance, elements, r.Omitted)})
	}
	for _, e := range d.Elements {
		add(e.Turn, models.Reason{}, "element %s %s %d", e.Type, e.ID, len(e.Fields))
	}
	for _, l := range d.Levels {
		axis, old, now := "economic", levelIn(l.OldEconomic), levelIn(l.NewEconomic)
		if l.OldRecovery != nil || l.NewRecovery != nil {
			axis, old, now = "recovery", levelIn(l.OldRecovery), levelIn(l.NewRecovery)
		}
		worse := l.Worse
		if mirror {
			old, now, worse = now, old, !worse
		}
		add(models.Changed, l.Reason, "level %s %s %s>%s %v %v", l.Reading, axis, old, now, worse, l.Effects)
	}
	for _, q := range d.Consequences {
		add(q.Turn, q.Reason, "consequence %s %s", q.Effect, q.Reading)
	}
	for _, a := range d.Attacks {
		old, now := a.Old, a.New
		if mirror {
			old, now = now, old
		}
		add(a.Turn, a.Reason, "attack %s %s %s %s>%s", a.Effect, a.Profile, a.Reading, figure(old), figure(now))
	}
	for _, x := range d.Threats {
		add(x.Turn, x.Reason, "threat %s %s %s", x.Component, x.Threat, x.Reading)
	}
	for _, e := range d.Entries {
		way := e.Turn
		if way == models.Moved {
			way = models.Gained // seen from the other side it is lost, like any that appears
		}
		add(way, e.Reason, "entry %+v", e.Entry)
	}
	for _, f := range d.Findings {
		add(f.Turn, f.Reason, "finding %s %v", f.Finding.Kind, f.Finding.Subjects)
	}
	slices.SortFunc(out, func(a, b turn) int { return strings.Compare(a.What+string(a.Turn), b.What+string(b.Turn)) })
	return out
}

// levelIn is a level of one side, which is nil where it is not determined.
func levelIn[L fmt.Stringer](level *L) string {
	if level == nil {
		return "not determined"
	}
	return (*level).String()
}

func figure(f *models.Figure) string {
	b, _ := json.Marshal(f) // plain numbers
	return string(b)
}

// An entry point is moved where it was possible before and another one of the same profile to the same effect went; else
// it is gained, and that is worse.
func TestMovedEntries(t *testing.T) {
	near, far := models.Fact{State: "infected", Subject: "near"}, models.Fact{State: "infected", Subject: "far"}
	result := func(entry models.Fact, reached ...models.Fact) *models.Result {
		r := &models.Result{Entries: []models.EntryPoint{{Effect: "fire", Profile: "who", Type: models.ComponentSort, Subject: entry.Subject, Fact: entry}}}
		for _, f := range reached {
			r.Facts = append(r.Facts, models.FactResult{Fact: f, Reached: models.InReadings[models.Reach]{Assessed: models.AttackReached}})
		}
		return r
	}
	for _, test := range []struct {
		name          string
		before, after *models.Result
		want          models.Turn
	}{
		{"it was reached before", result(near, near, far), result(far, far), models.Moved},
		{"it was not", result(near, near), result(far, far), models.Gained},
	} {
		d := difference.Between(test.before, test.after)
		if len(d.Entries) != 2 || d.Entries[0].Turn != test.want || d.Entries[0].Worse != (test.want == models.Gained) || d.Entries[1].Turn != models.Lost {
			t.Errorf("%s: %+v", test.name, d.Entries)
		}
	}
	added := result(near, near, far)
	added.Entries = append(added.Entries, result(far).Entries...)
	if d := difference.Between(result(near, near, far), added); len(d.Entries) != 1 || d.Entries[0].Turn != models.Gained {
		t.Errorf("none went: %+v", d.Entries)
	}
}
