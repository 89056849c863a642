package review_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/review"
)

func known(t *testing.T) *models.Catalog {
	t.Helper()
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return known
}

// told lists the findings of one kind: their subjects.
func told(findings []models.Finding, kind string) []string {
	var out []string
	for _, f := range findings {
		if f.Kind == kind {
			out = append(out, strings.Join(f.Subjects, " | "))
		}
	}
	return out
}

// named is a case with components of these names.
func named(names ...models.Text) *models.System {
	s := &models.System{ID: "case", Title: models.Plain("T")}
	for i, name := range names {
		s.Components = append(s.Components, models.Component{ID: models.ComponentID("c" + string(rune('a'+i))), Name: name, Kind: "part"})
	}
	return s
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		names []models.Text
		want  []string
	}{
		{[]models.Text{{JA: "給湯器", EN: "Heater"}, {JA: "ポンプ", EN: "Pump"}}, nil},
		{[]models.Text{{JA: "給湯器", EN: "Heater"}, {JA: "暖房機", EN: "Heater"}}, []string{"cb | cb | ca"}},
		{[]models.Text{{JA: "サーバ"}, {JA: "ｻｰﾊﾞｰ", EN: "Server"}}, []string{"cb | cb | ca"}},
		{[]models.Text{models.Plain("Web Server"), models.Plain("web-server")}, []string{"cb | cb | ca"}},
		{[]models.Text{{JA: "ビル"}, {JA: "ビール"}}, nil},
		{[]models.Text{models.Plain("A"), models.Plain("A"), models.Plain("A")}, []string{"cb | cb | ca", "cc | cc | ca"}},
	} {
		if diff := cmp.Diff(c.want, told(review.System(named(c.names...), known(t)), "same-name")); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.names, diff)
		}
	}
}

func TestSpelling(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  []string // the later writing and the first
	}{
		{[]string{"サーバの管理", "更新サーバー"}, []string{"サーバー | サーバ"}},
		{[]string{"サーバー", "ｻｰﾊﾞｰの管理"}, []string{"ｻｰﾊﾞｰ | サーバー"}},
		{[]string{"コンピュータの鍵", "コンピューターの鍵", "コンピュータの札"}, []string{"コンピューター | コンピュータ"}},
		{[]string{"ＩｏＴ機器", "IoT機器"}, []string{"IoT | ＩｏＴ"}},
		{[]string{"Webの画面", "WEBの画面"}, []string{"WEB | Web"}},
		{[]string{"情報の漏えい", "情報の漏洩"}, []string{"漏洩 | 漏えい"}},
		{[]string{"e-mail of the user", "an email came"}, []string{"email | e-mail"}},
		{[]string{"Wi-Fi", "WiFi"}, []string{"WiFi | Wi-Fi"}},
		{[]string{"Data base of users", "The database"}, []string{"database | Data base"}},
		{[]string{"ビルの入口", "ビールの箱"}, nil},
		{[]string{"Server", "The server", "SERVER"}, nil},
		{[]string{"IT systems", "Whether it works"}, nil},
		{[]string{"Dry firing", "The dry-firing device"}, nil},
		{[]string{"P-1", "P1"}, nil},
	} {
		var names []models.Text
		for _, text := range c.texts {
			names = append(names, models.Plain(text))
		}
		var got []string
		for _, f := range review.System(named(names...), known(t)) {
			if f.Kind == "spelling-differs" {
				got = append(got, f.Subjects[0]+" | "+f.Subjects[1])
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.texts, diff)
		}
	}
}

// In running text, 取り付け is a verb and 取付け a noun.
func TestVerbs(t *testing.T) {
	s := named(models.Plain("甲"), models.Plain("乙"))
	s.Components[0].Description, s.Components[1].Description = models.Plain("取り付け、点検する。"), models.Plain("取付けの日。")
	if got := told(review.System(s, known(t)), "spelling-differs"); got != nil {
		t.Error(got)
	}
	s.Components[0].Name, s.Components[1].Name = models.Plain("取り付け"), models.Plain("取付け日")
	if got := told(review.System(s, known(t)), "spelling-differs"); len(got) != 1 {
		t.Error(got)
	}
}

func TestGlyphs(t *testing.T) {
	s := named(models.Text{JA: "𠮷野", EN: "Yoshino"}, models.Plain("plain"))
	s.Components[1].Supplier = "深圳圳"
	s.Effects = []models.Effect{{ID: "e", Name: models.Plain("E"), Causes: models.Cause{Any: []models.Cause{{Name: models.Plain("圳")}}}}}
	s.Overview.Text = []models.Text{models.Plain("圳𠮷")}
	lacking := func(text string) []rune {
		var out []rune
		for _, r := range text {
			if r == '𠮷' || r == '圳' {
				out = append(out, r)
			}
		}
		return out
	}
	want := []string{"case | U+5733 U+20BB7", "ca | U+20BB7", "cb | U+5733", "e | U+5733"}
	if diff := cmp.Diff(want, told(review.Glyphs(s, known(t), lacking), "character-not-shown")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A catalog that took a kind out is not asked for it.
func TestKindTakenOut(t *testing.T) {
	base := known(t)
	s := named(models.Plain("A"), models.Plain("A"))
	less := *base
	less.Findings = slices.DeleteFunc(slices.Clone(base.Findings), func(k models.FindingKind) bool { return k.ID == "same-name" })
	reduced := models.NewCatalog(less)
	if got := told(review.System(s, reduced), "same-name"); got != nil {
		t.Error(got)
	}
}
