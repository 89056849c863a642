package phrasing

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/words"
)

// TestEveryElementIsCalled: whatever sort of elements the case has, each is called by its name in the language, a listed one
// with the mark where no source states it, and one that the case lacks by its id.
func TestEveryElementIsCalled(t *testing.T) {
	r := rendertest.Case()
	for _, lang := range models.Langs() {
		v, seen := New(r, lang), 0
		for _, sort := range models.Sorts() {
			for _, x := range sort.Items(&r.System) {
				seen++
				name, entry := v.Called(sort.Sort, x.ID), v.Entry(sort.Sort, x.ID)
				if want := content.Clean(x.Name.In(lang)); sort.Sort != models.FlowSort && sort.Sort != models.MeasureSort && want != "" && name.String() != want {
					t.Errorf("%s %s is called %q, want %q", sort.Sort, x.ID, name, want)
				}
				if marked := len(entry) > len(name); marked != x.Origin.Inferred() {
					t.Errorf("%s %s is marked: %v", sort.Sort, x.ID, marked)
				}
				if !v.Knows(sort.Sort, x.ID) || v.Knows(sort.Sort, x.ID+"?") {
					t.Errorf("%s %s is not known, or another one is", sort.Sort, x.ID)
				}
			}
			if got := v.Called(sort.Sort, "no\nsuch"); sort.Sort != models.CauseSort && (got[0].Kind != content.Code || got.String() != "no such") {
				t.Errorf("a %s that is missing is called %v", sort.Sort, got)
			}
		}
		if seen < 20 {
			t.Fatalf("only %d elements were seen", seen)
		}
	}
}

// TestFlowsAreNamedApart: flows of one name, or of none, are named with their ends.
func TestFlowsAreNamedApart(t *testing.T) {
	r := &models.Result{System: models.System{
		Components: []models.Component{{ID: "a", Name: models.Plain("A")}, {ID: "b", Name: models.Plain("B")}},
		Flows: []models.Flow{
			{ID: "1", Name: models.Plain("status"), From: "a", To: "b"}, {ID: "2", Name: models.Plain("status"), From: "b", To: "a"},
			{ID: "3", From: "a", To: "b", Nature: models.CommandFlow}, {ID: "4", Name: models.Plain("alone"), From: "a", To: "b"},
		},
	}}
	for lang, want := range map[models.Lang][]string{
		models.English:  {"status (A → B)", "status (B → A)", "command (A → B)", "alone"},
		models.Japanese: {"status（A → B）", "status（B → A）", words.Nature(models.CommandFlow).JA + "（A → B）", "alone"},
	} {
		v := New(r, lang)
		for i, f := range r.System.Flows {
			if got := v.Called(models.FlowSort, string(f.ID)).String(); got != want[i] {
				t.Errorf("%s: %q, want %q", lang, got, want[i])
			}
		}
	}
}

// TestCauses: a cause is called by its name alone or behind its effect's id, one without a name by its effect.
func TestCauses(t *testing.T) {
	v := New(rendertest.Case(), models.English)
	for id, want := range map[string]string{"pressure": "Overpressure", "burst.pressure": "Overpressure", "scald.1": "the cause of “Scald”"} {
		if got := v.Called(models.CauseSort, id).String(); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// TestFoundByID: the view finds what the case and its result have, and nothing else.
func TestFoundByID(t *testing.T) {
	r := rendertest.Case()
	v := New(r, models.English)
	if v.Component("phone") != &r.System.Components[0] || v.Data("account") != &r.System.Data[0] || v.Effect("burst") != &r.System.Effects[1] ||
		v.Measure("m3") != &r.System.Measures[2] || v.Consequence("scald") != &r.Consequences[0] || v.Graph("scald") != &r.Graphs[0] {
		t.Error("the view finds something else")
	}
	if v.Component("x") != nil || v.Data("x") != nil || v.Effect("account_leak") != nil || v.Measure("x") != nil || v.Consequence("x") != nil || v.Graph("burst") != nil {
		t.Error("the view finds what is not there")
	}
	if v.Rule("infect") == nil || v.Rule("x") != nil || v.Requirement("defaults") == nil || v.Requirement("x") != nil || v.FindingKind("x") != nil {
		t.Error("the vocabulary finds something else")
	}
}

// TestMeasureNumbers: a measure in the table by viewpoint has its own number, else its place; others have none.
func TestMeasureNumbers(t *testing.T) {
	r := &models.Result{System: models.System{Measures: []models.Measure{
		{ID: "last", Viewpoint: "v"}, {ID: "none"}, {ID: "nine", Viewpoint: "v", No: 9}, {ID: "one", Viewpoint: "v", No: 1},
	}}}
	v := New(r, models.English)
	for id, want := range map[models.MeasureID]string{"last": "3", "none": "", "nine": "9", "one": "1"} {
		if got := v.MeasureNo(id); got != want {
			t.Errorf("%s has the number %q, want %q", id, got, want)
		}
	}
	var order []models.MeasureID
	for _, m := range MeasuresByViewpoint(&r.System) {
		order = append(order, m.ID)
	}
	if !slices.Equal(order, []models.MeasureID{"one", "nine", "last"}) {
		t.Errorf("the order is %v", order)
	}
}

// TestMeasuresAreNamed: by number and requirement where the table has them, else by requirement, text or id; in short by the
// number alone.
func TestMeasuresAreNamed(t *testing.T) {
	v := New(rendertest.Case(), models.English)
	for id, want := range map[models.MeasureID][2]string{
		"m3": {"No. 3 Secure defaults (candidate)", "No. 3 (candidate)"},
		"d2": {"An organisation (adapted)", "An organisation (adapted)"},
		"x":  {"x", "x"},
	} {
		if long, short := MeasureName(v, id).String(), MeasureInShort(v, id).String(); long != want[0] || short != want[1] {
			t.Errorf("%s: %q and %q, want %q", id, long, short, want)
		}
	}
	if got := MeasureCell(v, nil).Lines[0].String(); got != words.NoMeasure.EN {
		t.Error(got)
	}
}

// TestWhere: places are shown without the folder that all of them share, however deep it is.
func TestWhere(t *testing.T) {
	for _, c := range []struct{ files, want []string }{
		{[]string{"cases/one/a.yaml", "cases/one/b.yaml"}, []string{"a.yaml:1:2", "b.yaml:1:2"}},
		{[]string{"cases/one/a.yaml", "cases/two/b.yaml"}, []string{"one/a.yaml:1:2", "two/b.yaml:1:2"}},
		{[]string{"a.yaml", "cases/b.yaml"}, []string{"a.yaml:1:2", "cases/b.yaml:1:2"}},
		{[]string{"cases/one/a.yaml", "cases/one/deep/b.yaml"}, []string{"a.yaml:1:2", "deep/b.yaml:1:2"}},
		{[]string{"only/a.yaml", ""}, []string{"a.yaml:1:2", "–"}},
	} {
		r := &models.Result{}
		for _, file := range c.files {
			place := models.Place{}
			if file != "" {
				place = models.Place{File: file, Line: 1, Column: 2}
			}
			r.Findings = append(r.Findings, models.Finding{At: place})
		}
		v := New(r, models.English)
		for i := range r.Findings {
			if got := v.Where(r.Findings[i].At).Lines[0].String(); got != c.want[i] {
				t.Errorf("%v: %q, want %q", c.files, got, c.want[i])
			}
		}
	}
}

// TestLevels: a level carries the marks of what must be known with it, an interval is shown as one, and where levels are not
// determined none is shown.
func TestLevels(t *testing.T) {
	in := Language{models.English}
	for _, c := range []struct {
		pair               models.LevelPair
		recovery, economic string
	}{
		{models.LevelPair{}, "Limited damage", "Limited economic impact"},
		{models.LevelPair{Recovery: models.RecoveryLevel{Level: models.FatalDamage, PolicyDecides: true}, Economic: models.EconomicLevel{Min: models.LimitedImpact, Max: models.CatastrophicImpact}},
			"Fatal damageby policy", "Limited economic impact to " + models.CatastrophicImpact.Name().EN},
		{models.LevelPair{Recovery: models.RecoveryLevel{DefaultLowest: true}, Economic: models.EconomicLevel{DefaultLowest: true, PolicyDecides: true}}, "Limited damagedefault-lowest", "Limited economic impactdefault-lowestby policy"},
		{models.LevelPair{Missing: []models.Lack{models.LacksWays}}, "not determined", "not determined"},
	} {
		if recovery, economic := in.RecoveryLevel(&c.pair).String(), in.EconomicLevel(&c.pair).String(); recovery != c.recovery || economic != c.economic {
			t.Errorf("%+v: %q and %q, want %q and %q", c.pair, recovery, economic, c.recovery, c.economic)
		}
	}
}

// TestHarm: what a consequence does to people is said in full, or that it does nothing.
func TestHarm(t *testing.T) {
	v := New(rendertest.Case(), models.English)
	for _, c := range []struct {
		harm *models.Harm
		want string
	}{
		{nil, words.NoHarm.EN},
		{&models.Harm{Injury: models.NoInjury}, words.NoHarm.EN},
		{&models.Harm{Injury: models.SevereInjury, Discloses: []models.DataID{"account", "gone"}}, "severe (intended use) / disclosure of Account information [General personal information] / disclosure of gone"},
	} {
		var got []string
		for _, l := range Harm(v, c.harm) {
			got = append(got, l.String())
		}
		if s := strings.Join(got, " / "); s != c.want {
			t.Errorf("%q, want %q", s, c.want)
		}
	}
}

// TestVocabulary: an entry of the catalog is called by its name, one that the result lacks or that has no name by its id.
func TestVocabulary(t *testing.T) {
	named := models.Entry{Name: models.Plain("name")}
	r := &models.Result{Words: models.Words{
		Kinds: []models.Kind{{ID: "a", Entry: named}, {ID: "b"}}, DeviceClasses: []models.DeviceClass{{ID: "a", Entry: named}}, States: []models.State{{ID: "a", Entry: named}, {ID: "b"}},
		Properties: []models.Property{{ID: "a", Entry: named}}, Threats: []models.Threat{{ID: "a", Entry: named}}, Measures: []models.CatalogMeasure{{ID: "a", Entry: named}},
		Requirements: []models.Requirement{{ID: "a", Entry: named}}, Viewpoints: []models.Viewpoint{{ID: "a", Entry: named}},
		Sensitivities: []models.Sensitivity{{ID: "a", Entry: named}}, Sites: []models.Site{{ID: "a", Entry: named}},
	}}
	w := NewVocabulary(r)
	for _, id := range []string{"a", "b"} {
		want := models.Plain(id)
		if id == "a" {
			want = named.Name
		}
		for i, got := range []models.Text{
			w.Kind(models.KindID(id)), w.Class(models.DeviceClassID(id)), w.State(models.StateID(id)), w.Property(models.PropertyID(id)), w.Threat(models.ThreatID(id)),
			w.CatalogMeasure(models.MeasureID(id)), w.RequirementName(models.RequirementID(id)), w.Viewpoint(models.ViewpointID(id)), w.Sensitivity(models.SensitivityID(id)), w.Site(models.SiteID(id)),
			w.RequirementOf(&models.Measure{Requires: models.RequirementID(id)}),
		} {
			if got != want {
				t.Errorf("%s, name %d: %v, want %v", id, i, got, want)
			}
		}
	}
	if got := w.RequirementOf(&models.Measure{Requires: "a", Requirement: models.Plain("own")}); got != models.Plain("own") {
		t.Errorf("a requirement of its own: %v", got)
	}
}

// TestFillLosesNothing: what fills the roles of a sentence stands in it once a role, and the rest is as written.
func TestFillLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"{a}", "{b}", "{c}", "x", "y z"})
		sentence := strings.Join(rapid.SliceOfN(piece, 1, 6).Draw(t, "sentence"), "")
		roles := Roles{"a": content.Raw("A"), "b": content.Join("", content.Raw("B"), content.Line{{Text: "!", Kind: content.Mark}})}
		for _, lang := range models.Langs() {
			got := Language{lang}.Fill(models.Plain(sentence), roles).String()
			if want := strings.NewReplacer("{a}", "A", "{b}", "B!").Replace(sentence); got != want {
				t.Fatalf("%q: %q, want %q", sentence, got, want)
			}
		}
	})
}

// TestViewChangesNothing: to look at a result changes nothing of it, and no value that is marked changes another line.
func TestViewChangesNothing(t *testing.T) {
	r := rendertest.Case()
	v := New(r, models.Japanese)
	origin := models.Origin{Source: "S", Fields: []string{"kind"}}
	line := append(make(content.Line, 0, 4), v.Line(words.Day)...)
	first, second := v.Judged(line, origin, "kind"), v.Judged(line, origin, "zone")
	if len(first) != 2 || len(second) != 1 || len(line) != 1 || line[:2][1] != (content.Span{}) {
		t.Errorf("%v, %v of %v", first, second, line)
	}
	if !reflect.DeepEqual(r, rendertest.Case()) {
		t.Error("the result was changed")
	}
}
