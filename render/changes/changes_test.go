package changes_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/changes"
)

func ptr[T any](v T) *T { return &v }

func days(v float64) *models.Figure { return &models.Figure{Status: models.Exact, Value: &v} }

// several is a difference that has every sort of change.
func several() *models.Difference {
	reason := models.Reason{
		Instance: "exploit-flaw(one)", Fact: &models.Fact{State: "infected", Subject: "one"}, Type: models.ComponentSort,
		Elements: []string{"component:one", "dependency:d"}, Omitted: 3,
	}
	name := models.Text{JA: "火災", EN: "Fire"}
	at := models.Place{File: "my models/model.yaml", Line: 7, Column: 3}
	return &models.Difference{
		Format: models.DifferenceFormat,
		New:    models.Version{ID: "case", Title: models.Text{JA: "題", EN: "Title"}},
		Elements: []models.ElementChange{
			{Type: "component", ID: "one", Turn: models.Changed, At: at, Fields: []models.FieldChange{
				{Field: "kind", Old: `"server"`, New: `"app"`}, {Field: "properties.flaw_free", New: `"true"`}, {Field: "name", Old: strings.Repeat("x", 70)},
			}},
			{Type: "measure", ID: "watch", Turn: models.Gained, OnlyHardens: true},
			{Type: "dependency", ID: "d", Turn: models.Lost},
		},
		Levels: []models.LevelChange{
			{Reading: models.Assessed, OldRecovery: ptr(models.LimitedDamage), NewRecovery: ptr(models.FatalDamage), Worse: true, Effects: []models.EffectID{"fire"}, Reason: reason},
			{Reading: models.Residual, OldRecovery: ptr(models.LimitedDamage), NewRecovery: ptr(models.FatalDamage), Worse: true, Effects: []models.EffectID{"fire"}, Reason: reason},
			{Reading: models.Residual, OldEconomic: ptr(models.SeriousImpact), NewEconomic: ptr(models.LimitedImpact)},
		},
		Consequences: []models.ConsequenceChange{
			{Effect: "fire", Name: name, Reading: models.Assessed, Turn: models.Gained, At: at, Reason: reason},
			{Effect: "flood", Name: models.Plain("Flood"), Reading: models.Residual, Turn: models.Lost, Reason: models.Reason{Elements: []string{"measure:watch"}}},
		},
		Margins: []models.MarginChange{
			{Effect: "fire", Name: name, Profile: "who", Malicious: true, Reading: models.Assessed, Old: models.MarginPoint{Standing: models.DoesNot, Depth: 1}, New: models.MarginPoint{Standing: models.StandsOpen, Raise: 2, Capability: models.BasicAttacker}, Worse: true, Reason: reason},
			{Effect: "fire", Name: name, Profile: "it", Malicious: true, Reading: models.Assessed, Old: models.MarginPoint{Standing: models.DoesNot, Depth: 1}, New: models.MarginPoint{Standing: models.StandsOpen, Raise: 2, Capability: models.BasicAttacker}, Worse: true, Reason: reason},
			{Effect: "fire", Name: name, Profile: "who", Malicious: true, Reading: models.Residual, Old: models.MarginPoint{Standing: models.Settled}, New: models.MarginPoint{Standing: models.Settled, Raise: 3, Bound: true}, Reason: reason},
			{Effect: "fire", Name: name, Profile: "it", Reading: models.Residual, Old: models.MarginPoint{Standing: models.Settled}, New: models.MarginPoint{Standing: models.PresumedAway, Depth: 2}, Reason: reason},
		},
		Attacks: []models.AttackChange{
			{Effect: "fire", Name: name, Profile: "who", Reading: models.Assessed, Turn: models.Changed, Old: days(5), New: days(3), Worse: true, Reason: reason},
			{Effect: "fire", Name: name, Profile: "who", Reading: models.Residual, Turn: models.Changed, Old: days(5), New: &models.Figure{Status: models.Bound, Lower: ptr(6.0)}, Reason: reason},
			{Effect: "flood", Name: models.Plain("Flood"), Profile: "who", Reading: models.Residual, Turn: models.Lost, Old: days(1)},
			{Effect: "flood", Name: models.Plain("Flood"), Profile: "it", Reading: models.Residual, Turn: models.Gained, New: days(1), Worse: true},
		},
		Threats: []models.ThreatChange{{Component: "one", Name: models.Plain("One"), Threat: "misuse", Reading: models.Assessed, Turn: models.Gained, At: at, Reason: reason}},
		Entries: []models.EntryChange{{
			Entry: models.EntryPoint{Effect: "fire", Profile: "who", Type: models.ComponentSort, Subject: "one", Fact: models.Fact{State: "infected", Subject: "one"}},
			Turn:  models.Gained, Worse: true, At: at, Reason: reason,
		}},
		Findings: []models.FindingChange{{
			Finding: models.Finding{Kind: "unused", Severity: models.Warning, Subjects: []string{"one"}, Names: []models.Text{models.Plain("One")}, At: at},
			Turn:    models.Gained, Worse: true, Reason: reason,
		}},
		Names: []models.Element{
			{Type: models.ComponentSort, ID: "one", Name: models.Text{JA: "サーバ", EN: "Server"}},
			{Type: models.ProfileSort, ID: "who", Name: models.Text{JA: "誰か", EN: "Somebody"}},
			{Type: models.EffectSort, ID: "fire", Name: name},
			{Type: models.MeasureSort, ID: "watch", Name: models.Plain(strings.Repeat("Watch ", 20))},
		},
		Words: models.Words{
			States:   []models.State{{Entry: models.Entry{Name: models.Text{JA: "感染", EN: "Infected"}}, ID: "infected"}},
			Threats:  []models.Threat{{Entry: models.Entry{Name: models.Text{JA: "不正利用", EN: "Misuse"}}, ID: "misuse"}},
			Findings: []models.FindingKind{{Entry: models.Entry{Means: models.Text{JA: "「{1}」は使われない。", EN: "“{1}” is not used."}}, ID: "unused"}},
		},
	}
}

const plain = `Changes to the model
  ~  Server (component one): kind server → app, properties.flaw_free not stated → true, name xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… → not stated
  +  Watch Watch Watch Watch Watch Watch Watc… (measure watch) added
      this measure only makes attacks harder: efforts and chances change, and never a level
  -  dependency d removed

Levels that moved
  ~! Degree of difficulty of recovery (Assessed and Residual): Limited damage → Fatal damage (Fire)
      because of Server: Infected [exploit-flaw(one)]; changed: Server (component one), dependency d, 3 more
  ~  Degree of economic impact (Residual): Serious economic impact → Limited economic impact
      nothing in the model changed: the catalog or the program differs

Consequences that turned
  +! “Fire” can now come about (Assessed)
      because of Server: Infected [exploit-flaw(one)]; changed: Server (component one), dependency d, 3 more
  -  “Flood” no longer comes about (Residual)
      changed: Watch Watch Watch Watch Watch Watch Watc… (measure watch)

Margins that moved
  ~! “Fire” by Somebody, it: +1, does not come about → −2, open, basic capability is enough (Assessed)
      because of Server: Infected [exploit-flaw(one)]; changed: Server (component one), dependency d, 3 more
  ~  “Fire” by Somebody: −∞ → −3 or more (Residual)
      for the same reason
  ~  “Fire” by it: settled → +2, presumed away (Residual)
      for the same reason

Easiest attacks that changed
  ~! Somebody on “Fire”: 5 → 3 person-days (Assessed)
      because of Server: Infected [exploit-flaw(one)]; changed: Server (component one), dependency d, 3 more
  ~  Somebody on “Fire”: 5 → 6–∞ person-days (Residual)
      for the same reason
  -  Somebody on “Flood”: no longer found (before: 1 person-days; Residual)
      nothing in the model changed: the catalog or the program differs
  +! it on “Flood”: now found (1 person-days; Residual)
      for the same reason

Threats that turned
  +! One: Misuse can now come about (Assessed)
      because of Server: Infected [exploit-flaw(one)]; changed: Server (component one), dependency d, 3 more

Entry points that changed
  +! Somebody: from Server: Infected to “Fire”
      because of Server: Infected [exploit-flaw(one)]; changed: Server (component one), dependency d, 3 more

Findings that changed
  +! “One” is not used.
      because of Server: Infected [exploit-flaw(one)]; changed: Server (component one), dependency d, 3 more
`

func TestPlain(t *testing.T) {
	if got := changes.Plain(several(), models.English); got != plain {
		t.Errorf("got\n%s", got)
	}
	japanese := changes.Plain(several(), models.Japanese)
	for _, want := range []string{"サーバ（機器 one）", "理由：サーバ：感染［exploit-flaw(one)］", "回復困難性の度合い", "理由は同上。", "ほか 3 件"} {
		if !strings.Contains(japanese, want) {
			t.Errorf("no %s in\n%s", want, japanese)
		}
	}
}

func TestSummary(t *testing.T) {
	for _, test := range []struct {
		name string
		d    *models.Difference
		want string
	}{
		{"nothing", &models.Difference{}, "Neither the model nor the result changed."},
		{"no result", &models.Difference{Elements: several().Elements[:1]}, "The changes to the model change no result."},
		{"something", several(), ""},
	} {
		if got := changes.Summary(test.d, models.English); got != test.want {
			t.Errorf("%s: %q", test.name, got)
		}
	}
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("testdata/sarif.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("sarif.schema.json", document); err != nil {
		t.Fatal(err)
	}
	out, err := compiler.Compile("sarif.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// log is what tests look at in a SARIF log.
type log struct {
	Runs []struct {
		Tool struct {
			Driver struct{ Rules []struct{ ID string } }
		}
		Results []struct {
			RuleID    string
			RuleIndex int
			Kind      string
			Level     string
			Locations []struct {
				PhysicalLocation struct {
					ArtifactLocation struct{ URI string }
					Region           *struct{ StartLine int }
				}
			}
			PartialFingerprints map[string]string
		}
	}
}

func TestSARIF(t *testing.T) {
	standard := schema(t)
	for _, test := range []struct{ name, file, head, uri string }{
		{"relative", "models/model.yaml", "", "models/model.yaml"},
		{"with a blank", "my models/ガス.yaml", "", "my%20models/%E3%82%AC%E3%82%B9.yaml"},
		{"with dots", "./models/model.yaml", "", "models/model.yaml"},
		{"absolute", "/home/me/model.yaml", "", "file:///home/me/model.yaml"},
		{"a drive", "C:/me/model.yaml", "", "file:///C:/me/model.yaml"},
		{"a colon", "a:b/model.yaml", "", "./a:b/model.yaml"},
		{"the head", "", "model.yaml", "model.yaml"},
	} {
		d := several()
		d.Consequences[0].At.File = test.file
		text, err := changes.SARIF(d, models.English, models.Tool{Name: "harmpath", Version: "1"}, models.Place{File: test.head, Line: 1}, asItIs)
		if err != nil {
			t.Fatal(err)
		}
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := standard.Validate(document); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		var l log
		if err := json.Unmarshal(text, &l); err != nil {
			t.Fatal(err)
		}
		run, seen := l.Runs[0], map[string]bool{}
		for _, r := range run.Results {
			if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
				t.Errorf("rule %d is not %s", r.RuleIndex, r.RuleID)
			}
			if print := r.PartialFingerprints["harmpath/v1"]; seen[print] {
				t.Errorf("two results with the fingerprint %s", print)
			} else {
				seen[print] = true
			}
			if r.RuleID == "consequence-turned" && r.Kind == "fail" {
				if r.Level != "error" || len(r.Locations) != 1 || r.Locations[0].PhysicalLocation.ArtifactLocation.URI != test.uri {
					t.Errorf("%s: %+v", test.name, r)
				}
			}
		}
	}
}

// Whatever the names are: the log keeps to the standard.
func TestSARIFKeepsToTheStandard(t *testing.T) {
	standard := schema(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := several()
		d.Names[0].Name = models.Plain(rapid.String().Draw(rt, "name"))
		d.Consequences[0].At = models.Place{File: rapid.StringN(1, 20, -1).Draw(rt, "file"), Line: rapid.IntRange(0, 9).Draw(rt, "line")}
		text, err := changes.SARIF(d, models.Japanese, models.Tool{Name: "harmpath"}, models.Place{}, asItIs)
		if err != nil {
			rt.Fatal(err)
		}
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			rt.Fatal(err)
		}
		if err := standard.Validate(document); err != nil {
			rt.Fatal(err)
		}
	})
}

func asItIs(at models.Place) models.Place { return at }

// An entry point that stands in for one that went is told as moved, in every form, and is nothing to be warned of.
func TestMovedEntry(t *testing.T) {
	d := &models.Difference{Entries: []models.EntryChange{{
		Entry: models.EntryPoint{Effect: "fire", Profile: "who", Type: models.ComponentSort, Subject: "one", Fact: models.Fact{State: "infected", Subject: "one"}},
		Turn:  models.Moved,
	}}}
	for lang, want := range map[models.Lang]string{models.English: "  >  moved: who: from one", models.Japanese: "  >  移動：who："} {
		if got := changes.Plain(d, lang); !strings.Contains(got, want) {
			t.Errorf("%s:\n%s", lang, got)
		}
	}
	log, err := changes.SARIF(d, models.English, models.Tool{}, models.Place{}, func(at models.Place) models.Place { return at })
	if err != nil || !strings.Contains(string(log), `"text": "moved: `) || strings.Contains(string(log), "warning") {
		t.Errorf("%v\n%s", err, log)
	}
}
