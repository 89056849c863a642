package content_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/words"
)

// sectionIDs are the sections in the order of the slides, then the evidence.
var sectionIDs = []string{
	"overview", "stakeholders", "configuration", "dataflow", "evaluation", "threats", "viewpoints", "measures", "decisions", "plan",
	"paths", "entries", "assets", "assumptions", "findings", "limits", "sources",
}

func TestSections(t *testing.T) {
	for _, result := range []*models.Result{rendertest.Case(), {}, rendertest.Hostile()} {
		for _, lang := range models.Langs() {
			var ids []string
			for _, s := range content.Build(result, lang).Sections {
				ids = append(ids, s.ID)
			}
			if !slices.Equal(ids, sectionIDs) {
				t.Errorf("%s: sections %v", lang, ids)
			}
		}
	}
}

// table finds a table of the document.
func table(t *testing.T, doc content.Document, id string) content.Table {
	t.Helper()
	var found []content.Table
	look := func(blocks []content.Block) {
		for _, b := range blocks {
			if x, ok := b.(content.Table); ok && x.ID == id {
				found = append(found, x)
			}
		}
	}
	for _, s := range doc.Sections {
		look(s.Blocks)
		for _, part := range s.Sections {
			look(part.Blocks)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d tables %s", len(found), id)
	}
	return found[0]
}

// rows writes a table as text: cells apart by " | ", lines by " / ", a spanned place as ^.
func rows(t content.Table) []string {
	var out []string
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row {
			var lines []string
			for _, l := range c.Lines {
				lines = append(lines, l.String())
			}
			text := strings.Join(lines, " / ")
			if c.Span == 0 {
				text = "^"
			}
			cells = append(cells, text)
		}
		out = append(out, strings.Join(cells, " | "))
	}
	return out
}

func compare(t *testing.T, id string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("table %s\n got:\n%s\nwant:\n%s", id, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTables(t *testing.T) {
	ja, en := content.Build(rendertest.Case(), models.Japanese), content.Build(rendertest.Case(), models.English)
	for _, c := range []struct {
		doc  content.Document
		id   string
		want []string
	}{
		{en, "components", []string{
			"Smartphone (app) | Endpoint | Homeinferred | Layer 3 | Resident: uses",
			"Gas water heaterinferred / A description / Installations: 100,000 | Appliance / Sealed | Homeinferred | Layer 2 | Vendor of IoT devices: makes",
		}},
		{en, "dataflows", []string{
			"1 | Commandinferred / Only while: Somebody is bathing | Smartphone (app) | Gas water heater | Network | command | Account information | Authenticated: yes",
			"2 | Status / Session opened by Smartphone (app) / optional, as installed | Gas water heater | Smartphone (app) | – | telemetry | – | Authenticated: no",
			"– | maintenance / closed: nothing passes | Smartphone (app) | Gas water heater | – | maintenance | – | not stated",
		}},
		{ja, "measures-by-viewpoint", []string{
			"1 | 第1の観点 | ソシキ・ヒト | IoT機器の事業者 | 全般 | 体制の確保 | 部門を立ち上げる。",
			"2 | ^ | ^ | ^ | ・・・ | ・・・ | ・・・",
			"3 | ^ | システム | ^ | マルウェア感染 | 安全な初期設定 | パスワードを管理する。推定",
		}},
		{ja, "measures-decided", []string{
			"住まい手 | 用途を守った使用 | 手順書を把握する。 | 不採用 | 費用",
			"IoT機器の事業者 | 体制の確保 | 責任者を任命する。 | 調整のうえ採用 / No. 1 を具体化 | 記載なし",
		}},
		{ja, "threats", []string{
			"スマートフォン・アプリ | マルウェア感染 | ○ | ○ | － | 遠隔の攻撃者 | 遠隔の攻撃者 → スマートフォン（アプリ）：マルウェア感染 → ガス給湯器：不正利用 → やけど：発生 / 最小の工数：2 人日 以上 2.5 人日 以下（上下限） | やけど | No. 3（検討中）",
			"^ | 利用者による誤操作 | ○ | ○ | ○ | 利用者の誤操作 | 悪意によらない起因のみ | ― | 対策なし",
			"ガス給湯器 | マルウェア感染 | ○ | － | － | ― | ― | ― | 対策なし",
		}},
		{en, "entries", []string{
			"Scald | Remote attackerinferred | component Smartphone (app) (Infected with malware)",
			"^ | Mistake of the user | component Smartphone (app) (Misoperated)",
			"Disclosure of account information | Remote attackerinferred | data Account information (Disclosed)",
		}},
		{en, "rules", []string{"Infection | CAPEC-17, CPSF CPS.AC-1 | 2 | Preparation | –"}},
		{en, "accepted", []string{"Resident | Limited damage | not stated | difficulty of recovery above what is accepted | within what is accepted"}},
		{en, "viewpoints", []string{
			"Viewpoint 1 | Confirmation before operation | called for | covered",
			"Viewpoint 2 | Confirmation during operation | called for | lacking: no measure",
		}},
		{en, "plan-front", []string{
			"stop “Scald” / asked for in this case | optimal: nothing cheaper is enough / confirmed by an independent checker | No. 3 Secure defaults (candidate) | 2 | Vendor of IoT devices: cost 2, burden 1 | Limited damage / Limited economic impact | Scald",
			"recovery at most “Serious damage”, economic impact at most “Serious economic impact” | optimal: nothing cheaper is enough | nothing to add | 0 | – | Serious damage / Serious economic impact | –",
			"recovery at most “Limited damage” | infeasible: not within the budgets / without budgets, cost 9 is enough | – | – | – | – | –",
		}},
		{en, "measure-values", []string{
			"No. 3 Secure defaults (candidate) | Vendor of IoT devices | cost 2, burden 1 | Serious damage → Limited damage / stops “Scald” for Remote attacker | changes no level / Scald: effort 2 person-days → 4 person-days",
			"An organisation (adapted) | Vendor of IoT devices | cost 1, burden 0 | in force | in force",
		}},
		{en, "budgets", []string{"Vendor of IoT devices | cost | 5 | 1"}},
		{en, "findings", []string{
			"warning | A property of Smartphone (app) is unknown. | model.yaml:7:3 | It changes the level. | Find out.",
			"error | Contradicts what is stated of x. | model.yaml:40:3 |  | ",
		}},
	} {
		compare(t, c.id, rows(table(t, c.doc, c.id)), c.want)
	}
}

// TestSteps: assumptions that a step names itself get no row, and the premises are the numbers of rows above.
func TestSteps(t *testing.T) {
	doc := content.Build(rendertest.Case(), models.English)
	var steps content.Table
	for _, b := range doc.Sections[10].Sections[0].Blocks {
		if x, ok := b.(content.Table); ok {
			steps = x
		}
	}
	if want := "Path A: Remote attacker – Assessed reading, least effort between 2 person-days and 2.5 person-days (bounds), chance of success 45%"; steps.Caption != want {
		t.Errorf("caption %q, want %q", steps.Caption, want)
	}
	compare(t, steps.ID, rows(steps), []string{
		"1 | Remote attacker starts with “Network: Reached”. | – | – | – | –",
		"2 | Smartphone (app) is infected. (Infection) | 1 | 2 | “No foreign code” of Smartphone (app) | No. 3 (candidate)",
		"3 | Smartphone (app) commands Gas water heater over “Command”. (Command) | 2 | 0.5 | – | An organisation (adapted): makes it harder",
		"4 | The condition “Somebody is bathing” can hold: the model does not exclude it. | – | – | – | –",
		"5 | The following holds: the cause of “Scald”. | 3, 4 | – | – | –",
		"6 | Its causes hold, and no safeguard against it exists or acts: “Scald” occurs. | 5 | – | – | –",
	})
}

func TestStepNumbers(t *testing.T) {
	got := content.StepNumbers(rendertest.Case().Consequences[0].Attacks[0].Steps)
	if want := []int{1, 0, 2, 3, 4, 5, 6}; !slices.Equal(got, want) {
		t.Errorf("numbers %v, want %v", got, want)
	}
	used, holds := models.Fact{State: "used", Subject: "x"}, models.Fact{State: "holds", Subject: "e"}
	folded := []models.Step{{Rule: "r", Concludes: used}, {Rule: models.RuleCause, From: []models.Fact{used}, Concludes: holds}, {Rule: models.RuleOccurs, From: []models.Fact{holds}}}
	if got, want := content.StepNumbers(folded), []int{1, 1, 2}; !slices.Equal(got, want) {
		t.Errorf("numbers %v, want %v", got, want)
	}
}

func TestAttackLetter(t *testing.T) {
	for place, want := range map[int]string{0: "A", 25: "Z", 26: "A2", 53: "B3"} {
		if got := content.AttackLetter(place); got != want {
			t.Errorf("%d: %s, want %s", place, got, want)
		}
	}
}

// TestEmptySaysSo: every section of an empty case holds something, and says what the model lacks.
func TestEmptySaysSo(t *testing.T) {
	for _, lang := range models.Langs() {
		gaps := 0
		for _, s := range content.Build(&models.Result{}, lang).Sections {
			if len(s.Blocks)+len(s.Sections) == 0 {
				t.Errorf("%s: the section %s is empty", lang, s.ID)
			}
			for _, part := range append([]content.Section{s}, s.Sections...) {
				for _, b := range part.Blocks {
					if n, ok := b.(content.Notice); ok && n.Tone == content.Gap {
						gaps++
					}
					if x, ok := b.(content.Table); ok && len(x.Rows) == 0 {
						t.Errorf("%s: the table %s has no row", lang, x.ID)
					}
				}
			}
		}
		if gaps < 14 {
			t.Errorf("%s: %d notices of what is missing", lang, gaps)
		}
	}
}

// TestNumbers: figures and tables are numbered without a gap in the order in which they stand, and parts carry the
// step of their section.
func TestNumbers(t *testing.T) {
	figures, tables := 0, 0
	count := func(blocks []content.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case content.Figure:
				figures++
				if b.No != figures {
					t.Errorf("figure %s has number %d, want %d", b.ID, b.No, figures)
				}
			case content.Table:
				tables++
				if b.No != tables {
					t.Errorf("table %s has number %d, want %d", b.ID, b.No, tables)
				}
			}
		}
	}
	for _, s := range content.Build(rendertest.Case(), models.Japanese).Sections {
		count(s.Blocks)
		for _, part := range s.Sections {
			count(part.Blocks)
			if part.Step != s.Step {
				t.Errorf("%s is of another step than %s", part.ID, s.ID)
			}
		}
	}
	if figures != 6 || tables < 25 {
		t.Errorf("%d figures, %d tables", figures, tables)
	}
}

// TestStepOfSections: the steps stand in the order of the slides, preparation, evaluation, response, then the annex.
func TestStepOfSections(t *testing.T) {
	last := words.Preparation
	want := map[string]words.Step{
		"overview": words.Preparation, "stakeholders": words.Preparation, "configuration": words.Preparation, "dataflow": words.Preparation,
		"evaluation": words.Evaluation, "paths": words.Annex, "sources": words.Annex, "threats": words.Response, "viewpoints": words.Response, "measures": words.Response, "decisions": words.Response, "plan": words.Response,
	}
	for _, s := range content.Build(rendertest.Case(), models.Japanese).Sections {
		if step, stated := want[s.ID]; stated && s.Step != step {
			t.Errorf("%s is of step %d, want %d", s.ID, s.Step, step)
		}
		if s.Step < last {
			t.Errorf("%s goes back from step %d to %d", s.ID, last, s.Step)
		}
		last = s.Step
	}
}

// TestClean: no text anywhere in the tree holds a character that no document should hold.
func TestCleanTree(t *testing.T) {
	for _, lang := range models.Langs() {
		texts := 0
		walk(reflect.ValueOf(content.Build(rendertest.Hostile(), lang)), func(s string) {
			texts++
			if s != content.Clean(s) {
				t.Errorf("%s: %q is not clean", lang, s)
			}
		})
		if texts < 1000 {
			t.Errorf("only %d texts were seen", texts)
		}
	}
}

// walk visits every string of a value.
func walk(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), visit)
		}
	case reflect.Interface:
		walk(v.Elem(), visit)
	}
}

func TestEqualTrees(t *testing.T) {
	for _, lang := range models.Langs() {
		if !reflect.DeepEqual(content.Build(rendertest.Case(), lang), content.Build(rendertest.Case(), lang)) {
			t.Errorf("%s: two builds differ", lang)
		}
	}
}

// TestResultUntouched: building a document changes nothing of the result.
func TestResultUntouched(t *testing.T) {
	r := rendertest.Case()
	content.Build(r, models.Japanese)
	content.Build(r, models.English)
	if !reflect.DeepEqual(r, rendertest.Case()) {
		t.Error("the result was changed")
	}
}

// TestClean: what Clean gives is valid, on one line, without forbidden characters, and stays as it is when cleaned again.
func TestClean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }), rapid.SampledFrom(rendertest.HostileTexts())).Draw(t, "text")
		got := content.Clean(s)
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\n\r\t\x00\u202e\u2028") || strings.Contains(got, "  ") {
			t.Fatalf("%q becomes %q", s, got)
		}
		if again := content.Clean(got); again != got {
			t.Fatalf("%q becomes %q, then %q", s, got, again)
		}
	})
	if got := content.Clean(" 第1の観点\n（例）  "); got != " 第1の観点 （例） " {
		t.Errorf("%q", got)
	}
}
