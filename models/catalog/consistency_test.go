package catalog

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/modeltest"
)

// loaded returns the catalog that harmpath carries.
func loaded(t testing.TB) *models.Catalog {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// everyEntry calls f with each entry of the catalog that harmpath carries.
func everyEntry(t *testing.T, f func(t *testing.T, e entry)) {
	t.Helper()
	c := loaded(t)
	for _, s := range Sections() {
		if len(s.at(c)) == 0 {
			t.Errorf("the section %s has no entry", s.Name)
		}
		for _, e := range s.at(c) {
			t.Run(s.Name+"/"+e.id, func(t *testing.T) { f(t, e) })
		}
	}
}

func TestEntriesDocumentThemselves(t *testing.T) {
	everyEntry(t, func(t *testing.T, e entry) {
		if e.Since == "" {
			t.Error("since is missing")
		}
		for _, part := range []struct {
			what string
			text models.Text
			ends bool
		}{{"name", e.Name, false}, {"means", e.Means, e.section != "viewpoints"}, {"why", e.Why, true}, {"example", e.Example, true}} {
			if part.what == "example" && part.text.Empty() {
				continue
			}
			if part.text.JA == "" || part.text.EN == "" {
				t.Errorf("%s is not in both languages: %+v", part.what, part.text)
				continue
			}
			if i := strings.IndexFunc(part.text.EN, japanese); i >= 0 {
				t.Errorf("the English of %s has Japanese in it: %s", part.what, part.text.EN)
			}
			if part.ends && !endsIn(part.text.JA, "。") {
				t.Errorf("the Japanese of %s is no sentence: %s", part.what, part.text.JA)
			}
			if part.ends && !endsIn(part.text.EN, ".", "?") {
				t.Errorf("the English of %s is no sentence: %s", part.what, part.text.EN)
			}
		}
		if e.Name.JA != "" && !strings.ContainsFunc(e.Means.JA, japanese) {
			t.Errorf("the Japanese of means has no Japanese in it: %s", e.Means.JA)
		}
	})
}

func japanese(r rune) bool {
	return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han)
}

func endsIn(s string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(s, end) })
}

// TestEntriesAreGeneral shows that no entry names a case: rules know kinds, properties and relations. Examples and
// references may tell of one.
func TestEntriesAreGeneral(t *testing.T) {
	names := []string{"kalay", "throughtek", "colonial", "コロニアル", "amnesia", "name:wreck"}
	for _, c := range modeltest.Cases(t, "../..") {
		names = append(names, c.Name)
	}
	everyEntry(t, func(t *testing.T, e entry) {
		e.Example, e.References = models.Text{}, nil // of this test's own copy
		text, err := json.Marshal(e.value)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.Contains(strings.ToLower(string(text)), name) {
				t.Errorf("the entry names %s outside of its example", name)
			}
		}
	})
}

func TestThreatsHaveRulesKindsAndMeasures(t *testing.T) {
	c := loaded(t)
	for _, threat := range c.Threats {
		if !slices.ContainsFunc(c.Rules, func(r models.Rule) bool { return r.Then.State == threat.State }) {
			t.Errorf("no rule leads to the state of %s", threat.ID)
		}
		if !slices.ContainsFunc(c.Kinds, func(k models.Kind) bool {
			return !k.Abstract && slices.Contains(c.ThreatsOf(k.ID), threat.ID)
		}) {
			t.Errorf("no kind lists %s", threat.ID)
		}
		if !slices.ContainsFunc(c.Measures, func(m models.CatalogMeasure) bool { return slices.Contains(m.Threats, threat.ID) }) {
			t.Errorf("no measure counters %s in particular", threat.ID)
		}
	}
}

// TestStatesAreUsed shows that every state is concluded by a rule, or is one that grounding or a model brings about.
func TestStatesAreUsed(t *testing.T) {
	builtIn := map[models.StateID]string{
		"insider": "a first step of a profile", "present": "a condition of the model", "occurred": "an effect's causes",
		"holds": "a tree of causes", "passed": "a guarded cause", "challenged": "a guarded cause",
		"assumed": "an unknown property", "weak": "a property", "ineffective": "a measure", "passable": "a passage",
	}
	c := loaded(t)
	for _, s := range c.States {
		concluded := slices.ContainsFunc(c.Rules, func(r models.Rule) bool { return r.Then.State == s.ID })
		if _, known := builtIn[s.ID]; known == concluded {
			t.Errorf("%s: concluded by a rule: %t, brought about otherwise: %t", s.ID, concluded, known)
		}
	}
}

func TestPropertiesAreAskedForAndProvided(t *testing.T) {
	c := loaded(t)
	for _, p := range c.Properties {
		if !slices.ContainsFunc(c.Rules, func(r models.Rule) bool {
			return slices.ContainsFunc(r.Where, func(t models.Test) bool { return t.Of == string(p.ID) && t.Not })
		}) {
			t.Errorf("no rule is stopped by %s", p.ID)
		}
		if !slices.ContainsFunc(c.Measures, func(m models.CatalogMeasure) bool { return slices.Contains(m.Provides, p.ID) }) {
			t.Errorf("no measure provides %s", p.ID)
		}
		if p.Overcome.Basic <= 0 || p.Overcome.Substantial <= p.Overcome.Basic {
			t.Errorf("%s is overcome in %g and %g days", p.ID, p.Overcome.Basic, p.Overcome.Substantial)
		}
	}
}

func TestMeasuresCoverTheFramework(t *testing.T) {
	c := loaded(t)
	for _, v := range c.Viewpoints {
		if !slices.ContainsFunc(c.Measures, func(m models.CatalogMeasure) bool { return m.Viewpoint == v.ID }) {
			t.Errorf("no measure has %s", v.ID)
		}
	}
	for _, target := range models.Target("").Values() {
		if !slices.ContainsFunc(c.Measures, func(m models.CatalogMeasure) bool { return string(m.Target) == target }) {
			t.Errorf("no measure applies to %s", target)
		}
	}
	for _, r := range c.Requirements {
		if !slices.ContainsFunc(c.Measures, func(m models.CatalogMeasure) bool { return m.Requires == r.ID }) {
			t.Errorf("no measure meets %s", r.ID)
		}
	}
	for _, m := range c.Measures {
		if m.Cost == nil || m.Requires == "" {
			t.Errorf("%s lacks its cost or its requirement", m.ID)
		}
		if acts := len(m.Provides) + len(m.Blocks) + len(m.Hardens); acts == 0 && m.Target == models.SystemTarget && m.Viewpoint != "viewpoint-4" {
			t.Errorf("%s changes the system but provides, blocks and hardens nothing", m.ID)
		}
	}
	for _, recovery := range models.Recoveries() {
		for _, economic := range models.Economics() {
			if c.Cell(recovery, economic) == nil {
				t.Errorf("the risk map has no cell %s × %s", recovery, economic)
			}
		}
	}
}

func TestRulesOfAttackersSayWhatTheyCost(t *testing.T) {
	for _, r := range loaded(t).Rules {
		if r.Class == models.AttackRule && r.Effort == nil && r.Probability != nil {
			t.Errorf("%s can fail, but costs nothing", r.ID)
		}
	}
}

// The seven threats and the five requirements of the slides, in their words.
func TestWordsOfTheSlides(t *testing.T) {
	c := loaded(t)
	var threats, requirements []string
	for _, e := range c.Threats {
		threats = append(threats, e.Name.JA)
	}
	for _, e := range c.Requirements {
		if e.Source != models.Inferred {
			requirements = append(requirements, e.Name.JA)
		}
	}
	if want := []string{"データの改ざん", "情報漏えい", "サービス不能", "不正アクセス", "マルウェア感染", "不正利用", "利用者による誤操作"}; !slices.Equal(threats, want) {
		t.Errorf("threats are %v, want %v", threats, want)
	}
	if want := []string{
		"運用前（設計・製造段階）IoTセキュリティを目的とした体制の確保",
		"IoT機器・システムの提供における安全な初期設定と構成",
		"IoT機器・システムにおける運用開始時の正しい設置、設定",
		"サービス提供や管理のポリシーの提示・遵守",
		"IoT機器・システムの用途・用法を守った使用",
	}; !slices.Equal(requirements, want) {
		t.Errorf("requirements are %v, want %v", requirements, want)
	}
	for kind, want := range map[models.KindID][]string{
		"gas_water_heater": {"情報漏えい", "マルウェア感染", "不正利用", "利用者による誤操作"},
		"home_controller":  {"マルウェア感染", "不正利用"},
		"router":           {"不正アクセス", "不正利用"},
		"smartphone":       {"情報漏えい", "マルウェア感染", "不正利用", "利用者による誤操作"},
		"cloud_service":    {"データの改ざん", "情報漏えい", "サービス不能", "不正アクセス", "マルウェア感染", "利用者による誤操作"},
	} {
		var got []string
		for _, id := range c.ThreatsOf(kind) {
			got = append(got, c.Threat(id).Name.JA)
		}
		if !slices.Equal(got, want) {
			t.Errorf("threats of a %s are %v, want %v", kind, got, want)
		}
	}
}
