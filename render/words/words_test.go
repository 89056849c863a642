package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

// TestTexts reads this package's source: every text is written in both languages, with the same roles in both, and
// without slips that the eye overlooks.
func TestTexts(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	texts := 0
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, entry.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if name, ok := call.Fun.(*ast.Ident); !ok || name.Name != "text" || len(call.Args) != 2 {
				return true
			}
			ja, okJA := literal(call.Args[0])
			en, okEN := literal(call.Args[1])
			if okJA && okEN {
				texts++
				for _, slip := range slips(ja, en) {
					t.Errorf("%s: %q / %q: %s", set.Position(call.Pos()), ja, en, slip)
				}
			}
			return true
		})
	}
	if texts < 250 {
		t.Errorf("only %d texts were read: the test does not see them", texts)
	}
}

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

func slips(ja, en string) []string {
	var out []string
	if ja == "" || en == "" {
		out = append(out, "empty in one language")
	}
	if !slices.Equal(roles(ja), roles(en)) {
		out = append(out, "the languages have different roles")
	}
	if strings.Contains(en, "  ") || strings.Contains(ja, "  ") || len(ja) > 8 && strings.TrimSpace(ja) != ja {
		out = append(out, "stray spaces")
	}
	if strings.ContainsAny(en, "、。「」（）：") {
		out = append(out, "Japanese punctuation in English")
	}
	if strings.Contains(ja, "。。") || strings.Contains(ja, "．") || strings.Contains(ja, "，") {
		out = append(out, "punctuation")
	}
	return out
}

// roles are the roles of a sentence, sorted.
func roles(s string) []string {
	var out []string
	for _, p := range Split(s) {
		if p.Role {
			out = append(out, p.Text)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestEveryValueHasWords asks every word of a type of package models for all of its values.
func TestEveryValueHasWords(t *testing.T) {
	check := func(values []string, words func(string) models.Text) {
		t.Helper()
		for _, v := range values {
			if w := words(v); w.JA == v || w.JA == "" || w.EN == "" {
				t.Errorf("%q has no words of its own: %+v", v, w)
			}
		}
	}
	check(models.Nature("").Values(), func(v string) models.Text { return Nature(models.Nature(v)) })
	check(models.Target("").Values(), func(v string) models.Text { return Target(models.Target(v)) })
	check(models.Status("").Values(), func(v string) models.Text { return Status(models.Status(v)) })
	check(models.Independence("").Values(), func(v string) models.Text { return Independence(models.Independence(v)) })
	check(models.ProfileKind("").Values(), func(v string) models.Text { return ProfileKind(models.ProfileKind(v)) })
	check(models.Injury("").Values(), func(v string) models.Text { return Injury(models.Injury(v)) })
	check(models.Use("").Values(), func(v string) models.Text { return Use(models.Use(v)) })
	check(models.Scope("").Values(), func(v string) models.Text { return Scope(models.Scope(v)) })
	check(models.Severity("").Values(), func(v string) models.Text { return Severity(models.Severity(v)) })
	check(models.Sort("").Values(), func(v string) models.Text { return Sort(models.Sort(v)) })
	check(models.ReadingID("").Values(), func(v string) models.Text { return Reading(models.ReadingID(v)) })
	check(models.ReadingID("").Values(), func(v string) models.Text { return ReadingMeans(models.ReadingID(v)) })
	check(models.Size("").Values(), func(v string) models.Text { return Size(models.Size(v)) })
	check(models.Section("").Values(), func(v string) models.Text { return SectionTitle(models.Section(v)) })
	check(models.ForeseeableMisuse("").Values(), func(v string) models.Text { return Misuse(models.ForeseeableMisuse(v)) })
	check(models.LargeRecall("").Values(), func(v string) models.Text { return RecallPolicy(models.LargeRecall(v)) })
	for _, d := range models.Duties() {
		check([]string{string(d)}, func(string) models.Text { return Duty(d) })
	}
}

func TestDuration(t *testing.T) {
	for d, want := range map[models.Duration]models.Text{
		"12h": text("12時間", "12 hours"), "1d": text("1日", "1 day"), "3d": text("3日", "3 days"), "2w": text("2週間", "2 weeks"), "1w": text("1週間", "1 week"),
		"6h..8d": text("6時間～8日", "6 hours to 8 days"), "8d..6h": models.Plain("8d..6h"),
		"short": text("短期間", "short"), "": text("未確定", "unknown"), "rubbish": models.Plain("rubbish"),
	} {
		if got := Duration(d); got != want {
			t.Errorf("%q: %+v, want %+v", d, got, want)
		}
	}
}

func TestFill(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"{a} commands {b}", "x commands y"},
		{"{b}{a}{b}", "yxy"},
		{"{c} stays", "{c} stays"},
		{"open { brace", "open { brace"},
		{"shut } brace", "shut } brace"},
		{"", ""},
	} {
		if got := Fill(c.sentence, "a", "x", "b", "y"); got != c.want {
			t.Errorf("%q: %q, want %q", c.sentence, got, c.want)
		}
	}
}

// TestSplitLosesNothing: the parts of a sentence, put together, are the sentence.
func TestSplitLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sentence := rapid.StringOf(rapid.SampledFrom([]rune("ab{}「"))).Draw(t, "sentence")
		back := ""
		for _, p := range Split(sentence) {
			if p.Role {
				back += "{" + p.Text + "}"
			} else {
				back += p.Text
			}
		}
		if back != sentence {
			t.Fatalf("%q became %q", sentence, back)
		}
	})
}
