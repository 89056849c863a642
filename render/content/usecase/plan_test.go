package usecase

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestAnswers: each status of an answer is said in words of its own, with what is known of it.
func TestAnswers(t *testing.T) {
	level, cost := models.LimitedDamage, 3.0
	choice := &models.Choice{
		Measures: []models.MeasureID{"m3"}, Cost: 4, Shares: []models.Share{{Stakeholder: "vendor", Measures: []models.MeasureID{"m3"}, Cost: 4}, {Cost: 0}},
		Remains: []models.EffectID{"burst"}, Published: models.LevelPoint{Recovery: models.SeriousDamage},
	}
	stays := rendertest.Case().Consequences[0].Attacks[0]
	for _, c := range []struct {
		name   string
		answer models.PlanAnswer
		want   string // what the section begins with, below its lead
	}{
		{"impossible", models.PlanAnswer{Status: models.PlanImpossible, Stays: &stays}, "Target: recovery at most “Limited damage”. Not even all candidates together are enough. No candidate stops this way: / Path A: Remote attacker"},
		{"infeasible", models.PlanAnswer{Status: models.PlanInfeasible, Beyond: choice, Exceeds: []models.BudgetLine{{Stakeholder: "vendor", Kind: models.CostBudget, Limit: 1, Used: 4}}}, "Target: recovery at most “Limited damage”. Some measures are enough, but none within the budgets. / Without budgets these would be enough, at cost 4. / Vendor of IoT devices (cost 4, burden 0): Manage passwords. / no stakeholder stated (cost 0, burden 0):  / Vendor of IoT devices would need 4 of its limit of 1 (cost) / Levels"},
		{"unknown", models.PlanAnswer{Status: models.PlanBound, Lower: &cost}, "Target: recovery at most “Limited damage”. The search was cut short before it found measures that are enough; they cost at least 3. / Levels"},
		{"bound", models.PlanAnswer{Status: models.PlanBound, Lower: &cost, Choice: choice}, "Target: recovery at most “Limited damage”. These measures are enough, at cost 4. The search was cut short: something cheaper may be enough, but nothing below 3. / Vendor"},
		{"optimal", models.PlanAnswer{Status: models.PlanOptimal, Choice: choice}, "Target: recovery at most “Limited damage”. These measures are enough, at cost 4; nothing cheaper is. / Vendor of IoT devices (cost 4, burden 0): Manage passwords. / no stakeholder stated (cost 0, burden 0):  / What malicious attackers can still reach then: Limited damage, Limited economic impact. / What remains possible: Burst (within the target). / The published level, which includes non-malicious causes, is then Serious damage"},
		{"nothing to do", models.PlanAnswer{Status: models.PlanOptimal, Choice: &models.Choice{}}, "Target: recovery at most “Limited damage”. It is reached already; nothing has to be added. / What malicious attackers can still reach then: Limited damage, Limited economic impact. / No consequence remains in reach of an attack. / Levels"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rendertest.Case()
			c.answer.Target = models.PlanTarget{Recovery: &level}
			r.Plan.Answer = c.answer
			section := Decision(r, models.English)
			doc := content.Document{Sections: []content.Section{section}}
			rendertest.SoundDocument(t, &doc)
			got := strings.Join(rendertest.BlockLines(section.Blocks[1:]), " / ")
			if !strings.HasPrefix(got, c.want) {
				t.Errorf("got %q, want %q first", got, c.want)
			}
		})
	}
}

// TestNoPlan: without a plan the section says why: the levels are not determined, or nothing was asked.
func TestNoPlan(t *testing.T) {
	r := rendertest.Case()
	r.Plan = nil
	if n := Decision(r, models.English).Blocks[0].(content.Notice); n.Tone != content.Gap {
		t.Errorf("%v", n)
	}
	r.Levels.Published.Residual.Missing = []models.Lack{models.LacksEffects}
	if n := Decision(r, models.English).Blocks[0].(content.Notice); n.Tone != content.Caution || !strings.Contains(n.Text.String(), "not determined") {
		t.Errorf("%v", n)
	}
}
