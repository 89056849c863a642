package phrasing

import (
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
)

func value(v float64) *float64 { return &v }

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
		v := New(&models.Result{}, models.English)
		if got, want := v.Days(c.figure).String(), strings.TrimSuffix(c.want, " (exact)"); got != want {
			t.Errorf("%+v in a document: %q, want %q", c.figure, got, want)
		}
		v.Alone = true
		if got := v.Days(c.figure).String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.figure, got, c.want)
		}
	}
	for share, want := range map[float64]string{0: "0%", 1: "100%", 0.315: "32%", 0.0731: "7.3%", 0.995: ">99%", 0.00012: "0.012%"} {
		if got := New(&models.Result{}, models.English).Chance(models.Figure{Status: models.Exact, Value: &share}).String(); got != want {
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
		if got := New(r, models.English).Profiles(c.ids).String(); got != c.want || !slices.Equal(ids, c.ids) {
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
		want content.Span
	}{
		{models.English, ja, content.Span{Text: "湯", Lang: models.Japanese}},
		{models.Japanese, ja, content.Span{Text: "湯"}},
		{models.Japanese, en, content.Span{Text: "water", Lang: models.English}},
		{models.English, models.Plain("x"), content.Span{Text: "x"}},
	} {
		if got := New(&models.Result{}, c.lang).Span(content.Plain, c.text); got != c.want {
			t.Errorf("%s of %+v: %+v, want %+v", c.lang, c.text, got, c.want)
		}
	}
}

// Where a row names all consequences that can come about, and there are many, it says so; of fewer it names each.
func TestAllConsequencesAreCounted(t *testing.T) {
	r := &models.Result{}
	for i, id := range []models.EffectID{"a", "b", "c", "d", "e"} {
		r.System.Effects = append(r.System.Effects, models.Effect{ID: id, Name: models.Plain(string(id))})
		c := models.Consequence{Effect: id}
		c.Reachable.Assessed.Reachable = i < 4
		r.Consequences = append(r.Consequences, c)
	}
	v := New(r, models.English)
	for _, test := range []struct {
		ids  []models.EffectID
		all  int
		want int
	}{
		{[]models.EffectID{"a", "b", "c", "d"}, 0, 1},
		{[]models.EffectID{"a", "b", "c", "e"}, 0, 4},
		{[]models.EffectID{"a", "b", "c", "d", "e"}, 0, 5},
		{[]models.EffectID{"a", "b", "c", "d"}, 9, 5},
		{[]models.EffectID{"a", "b", "c"}, 0, 3},
	} {
		lines := Effects(v, test.ids, test.all)
		if len(lines) != test.want {
			t.Errorf("%v of %d are named in %d lines: %v", test.ids, test.all, len(lines), lines)
		}
		if test.want == 1 && lines[0].String() != "all 4 consequences that can come about" {
			t.Errorf("all are named as %q", lines[0].String())
		}
	}
}
