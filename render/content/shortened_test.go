package content

import (
	"testing"

	"github.com/harmpath/harmpath/models"
)

// Where a row of the result lists the first of many consequences, its cells say how many more there are.
func TestShortenedListsSaySo(t *testing.T) {
	r := &models.Result{System: models.System{Components: []models.Component{{ID: "c", Name: models.Plain("C")}}}}
	for _, id := range []models.EffectID{"e", "f"} {
		r.System.Effects = append(r.System.Effects, models.Effect{ID: id, Name: models.Plain(string(id))})
	}
	r.Components = []models.ComponentResult{{Component: "c", Leads: []models.EffectID{"e", "f"}, LeadsAll: 7, Contributes: []models.EffectID{"e"}, Necessary: []models.EffectID{"f"}, NecessaryAll: 1}}
	r.Threats = []models.ThreatRow{{Component: "c", LeadsTo: []models.EffectID{"e", "f"}, LeadsToAll: 4}, {Component: "c"}}
	r.Assumptions = []models.AssumptionResult{{Effects: []models.EffectID{"f"}, EffectsAll: 3, Removes: []models.EffectID{"e"}, RemovesAll: 9}}
	b := of(r, models.English)
	assets := b.assets().Blocks[1].(Table).Rows[0]
	threats := b.threatTable().(Table).Rows
	unknown := b.unknownTable().Rows[0]
	for _, test := range []struct {
		name string
		cell Cell
		want []string
	}{
		{"leads", assets[2], []string{"e, f, and 5 more"}},
		{"contributes", assets[3], []string{"e"}},
		{"necessary", assets[4], []string{"f"}},
		{"leads to", threats[0][len(threats[0])-2], []string{"e", "f", "and 2 more"}},
		{"nothing", threats[1][len(threats[1])-2], []string{"–"}},
		{"used by", unknown[2], []string{"f, and 2 more"}},
	} {
		var got []string
		for _, l := range test.cell.Lines {
			got = append(got, l.String())
		}
		if len(got) != len(test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%s: %q, want %q", test.name, got, test.want)
			}
		}
	}
	removes := b.ifGiven(&r.Assumptions[0]).Lines
	if got := removes[len(removes)-1].String(); got != "no longer: e, and 8 more" {
		t.Errorf("removes: %q", got)
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
	b := of(r, models.English)
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
		lines := b.effectsOf(test.ids, test.all)
		if len(lines) != test.want {
			t.Errorf("%v of %d are told in %d lines: %v", test.ids, test.all, len(lines), lines)
		}
		if test.want == 1 && lines[0].String() != "all 4 consequences that can come about" {
			t.Errorf("all are told as %q", lines[0].String())
		}
	}
}
