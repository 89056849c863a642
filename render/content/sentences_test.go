package content

import (
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

func value(v float64) *float64 { return &v }

func of(r *models.Result, lang models.Lang) *builder { return newBuilder(r, lang) }

// TestFigures: every figure says what it promises; a bound is never presented as an exact answer. Within a document,
// whose notes say so, exact is what carries no tag.
func TestFigures(t *testing.T) {
	for _, c := range []struct {
		figure models.Figure
		want   string
	}{
		{models.Figure{Status: models.Exact, Value: value(2.5)}, "2.5 person-days (exact)"},
		{models.Figure{Status: models.Exact, Value: value(1)}, "1 person-day (exact)"},
		{models.Figure{Status: models.Exact, Value: value(0)}, "0 person-days (exact)"},
		{models.Figure{Status: models.Bound, Lower: value(1), Upper: value(2)}, "between 1 person-day and 2 person-days (bounds)"},
		{models.Figure{Status: models.Bound, Upper: value(2)}, "at most 2 person-days (bound)"},
		{models.Figure{Status: models.Bound, Lower: value(2)}, "at least 2 person-days (bound)"},
		{models.Figure{Status: models.Bound, Value: value(3)}, "3 person-days"},
		{models.Figure{Status: models.Sampled, Value: value(3), Lower: value(2), Upper: value(4)}, "about 3 person-days (sampled; interval of confidence 2 person-days to 4 person-days)"},
		{models.Figure{}, "unknown"},
	} {
		b := of(&models.Result{}, models.English)
		if got, want := b.days(c.figure).String(), strings.TrimSuffix(c.want, " (exact)"); got != want {
			t.Errorf("%+v in a document: %q, want %q", c.figure, got, want)
		}
		b.alone = true
		if got := b.days(c.figure).String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.figure, got, c.want)
		}
	}
	for share, want := range map[float64]string{0: "0%", 1: "100%", 0.315: "32%", 0.0731: "7.3%", 0.995: ">99%", 0.00012: "0.012%"} {
		if got := of(&models.Result{}, models.English).chance(models.Figure{Status: models.Exact, Value: &share}).String(); got != want {
			t.Errorf("%v: %q, want %q", share, got, want)
		}
	}
}

// TestProfiles: all attackers at once are called so, fewer are named.
func TestProfiles(t *testing.T) {
	r := &models.Result{System: models.System{
		Attackers:  []models.Profile{{ID: "a", Name: models.Plain("A")}, {ID: "b", Name: models.Plain("B")}},
		Initiators: []models.Profile{{ID: "f", Name: models.Plain("F")}},
	}}
	for _, c := range []struct {
		ids  []models.ProfileID
		want string
	}{
		{[]models.ProfileID{"a", "b", "f"}, "all 2 attackers, F"},
		{[]models.ProfileID{"b", "f"}, "B, F"},
		{[]models.ProfileID{"a", "b"}, "all 2 attackers"},
	} {
		ids := slices.Clone(c.ids)
		if got := of(r, models.English).profiles(c.ids).String(); got != c.want || !slices.Equal(ids, c.ids) {
			t.Errorf("%v: %q, want %q", ids, got, c.want)
		}
	}
}

// TestOtherLanguage: text that only the other language has is shown, and marked as of that language.
func TestOtherLanguage(t *testing.T) {
	ja, en := models.Text{JA: "湯"}, models.Text{EN: "water"}
	for _, c := range []struct {
		lang models.Lang
		text models.Text
		want Span
	}{
		{models.English, ja, Span{Text: "湯", Lang: models.Japanese}},
		{models.Japanese, ja, Span{Text: "湯"}},
		{models.Japanese, en, Span{Text: "water", Lang: models.English}},
		{models.English, models.Plain("x"), Span{Text: "x"}},
	} {
		if got := of(&models.Result{}, c.lang).span(Plain, c.text); got != c.want {
			t.Errorf("%s of %+v: %+v, want %+v", c.lang, c.text, got, c.want)
		}
	}
}

// TestVerdicts: a consequence is said to come about, to be removed, to be stopped or never to come about.
func TestVerdicts(t *testing.T) {
	yes, no := models.Reachability{Reachable: true}, models.Reachability{}
	three := func(i, a, r models.Reachability) models.InReadings[models.Reachability] {
		return models.InReadings[models.Reachability]{Inherent: i, Assessed: a, Residual: r}
	}
	for _, c := range []struct {
		consequence models.Consequence
		want        models.Text
	}{
		{models.Consequence{Reachable: three(yes, yes, yes)}, words.VerdictReachable},
		{models.Consequence{Reachable: three(yes, yes, no)}, words.VerdictRemoved},
		{models.Consequence{Reachable: three(yes, no, no)}, words.VerdictStopped},
		{models.Consequence{Reachable: three(no, no, no)}, words.VerdictNever},
	} {
		c.consequence.Effect = "e"
		got := of(&models.Result{}, models.English).verdict(&c.consequence).(Paragraph).Text.String()
		if want := words.Fill(c.want.EN, "effect", "e"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	stopped := models.Consequence{Effect: "e", Reachable: three(yes, no, no), StoppedBy: []models.SafeguardID{"v"}, Excluded: []models.Exclusion{{Component: "c", Class: "k"}}}
	got := of(&models.Result{}, models.English).verdict(&stopped).(Paragraph).Text.String()
	if want := "“e” can come about in the inherent reading; in the assessed one it cannot, because of the safeguards (v), the class “k” of c."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFurther(t *testing.T) {
	doc := Document{Sections: []Section{{
		Blocks:   []Block{Figure{ID: "configuration"}},
		Sections: []Section{{Blocks: []Block{Figure{ID: "attack-a"}, Figure{ID: "attack-a-b"}}}},
	}}, Aside: []Figure{{ID: "attack-a-d"}}}
	drawn := []string{"attack-a-b-1", "attack-a-d", "attack-a-d-1", "attack-a-c-1", "configuration", "configuration-home", "configuration-plant", "attack-a", "attack-a-b", "attack-a-c", "configurations"}
	if got := doc.Further("configuration", drawn); !slices.Equal(got, []string{"configuration-home", "configuration-plant"}) {
		t.Errorf("further pages of the configuration: %v", got)
	}
	if got := doc.Further("attack-a", drawn); !slices.Equal(got, []string{"attack-a-c-1", "attack-a-c"}) {
		t.Errorf("further pages of an attack: %v", got)
	}
	if got := doc.Further("attack-a-b", drawn); !slices.Equal(got, []string{"attack-a-b-1"}) {
		t.Errorf("further pages of an attack whose id continues another's: %v", got)
	}
}

// TestMerge: equal cells join, within the joins of another column, and never where they are to stay apart.
func TestMerge(t *testing.T) {
	rows := func(cells ...string) Table {
		var table Table
		for i := 0; i+1 < len(cells); i += 2 {
			table.Rows = append(table.Rows, Row{cell(raw(cells[i])), cell(raw(cells[i+1]))})
		}
		return table
	}
	spans := func(t Table, column int) []int {
		var out []int
		for _, r := range t.Rows {
			out = append(out, r[column].Span)
		}
		return out
	}
	table := rows("a", "x", "a", "x", "b", "x", "b", "-", "b", "-")
	table.merge(0, -1, nil)
	table.merge(1, 0, func(c Cell) bool { return c.Lines[0].String() == "-" })
	if got := spans(table, 0); !slices.Equal(got, []int{2, 0, 3, 0, 0}) {
		t.Errorf("first column spans %v", got)
	}
	if got := spans(table, 1); !slices.Equal(got, []int{2, 0, 1, 1, 1}) {
		t.Errorf("second column spans %v", got)
	}
}
