package usecase

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
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
	v := phrasing.New(r, models.English)
	assets := assets(v).Blocks[1].(content.Table).Rows[0]
	threats := threatTable(v).(content.Table).Rows
	unknown := unknownTable(v).Rows[0]
	for _, test := range []struct {
		name string
		cell content.Cell
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
	removes := ifGiven(v, &r.Assumptions[0]).Lines
	if got := removes[len(removes)-1].String(); got != "no longer: e, and 8 more" {
		t.Errorf("removes: %q", got)
	}
}
