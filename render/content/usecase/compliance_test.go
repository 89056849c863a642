package usecase

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/rendertest"
)

// complying is the case with a scheme of which each status comes up, and with one that is not addressed to it.
func complying() *models.Result {
	r := rendertest.Case()
	a := r.Consequences[0].Attacks[0]
	no := func(no string, more models.SchemeRequirement) models.SchemeRequirement {
		more.No, more.Title = no, models.Plain("title "+no)
		return more
	}
	r.Compliance = []models.Compliance{{
		Scheme: models.Scheme{
			Entry: models.Entry{Name: models.Plain("Scheme"), Means: models.Plain("What it is.")}, ID: "scheme", Publisher: models.Plain("Somebody"), Edition: "2024",
			Kinds: []models.KindID{"appliance"}, LeftOut: models.Plain("The rest."),
			Requirements: []models.SchemeRequirement{
				no("1", models.SchemeRequirement{Part: true}), no("2", models.SchemeRequirement{}), no("3", models.SchemeRequirement{Recommended: true, Measures: []models.MeasureID{"known"}}),
				no("4", models.SchemeRequirement{}), no("5", models.SchemeRequirement{}), no("6", models.SchemeRequirement{Safe: true}),
			},
		},
		Components: []models.ComponentID{"heater"},
		Requirements: []models.RequirementResult{
			{No: "1", Status: models.RequirementMet, Holds: []models.PropertyHold{{Property: "p", Of: models.ComponentSort, Subjects: []string{"heater"}, By: []models.MeasureID{"d2"}}, {Property: "q", Of: models.ComponentSort, Subjects: []string{"heater", "phone"}}}, Measures: []models.MeasureID{"d2"}},
			{No: "2", Status: models.RequirementOpen, Lacks: []models.PropertyLack{{Property: "p", Of: models.ComponentSort, Subjects: []string{"phone"}, Unknown: true}}, Candidates: []models.MeasureID{"m3"},
				Gap: &models.ComplianceGap{Through: []models.GapConsequence{{Effect: "scald", Closes: true}}, Contributes: []models.EffectID{"burst"}, Attack: &a}},
			{No: "3", Status: models.RequirementPartly, Partly: []models.MeasureID{"d2"}},
			{No: "4", Status: models.RequirementNotShown},
			{No: "5", Status: models.RequirementNotApplicable, Absent: models.AbsentPlaces},
			{No: "6", Status: models.RequirementOpen, Possible: []models.EffectID{"scald"}, Averted: []models.EffectID{"burst"}, Gap: &models.ComplianceGap{OnlyHardens: true}},
		},
	}, {
		Scheme:       models.Scheme{Entry: models.Entry{Name: models.Plain("Elsewhere"), Means: models.Plain("Not here.")}, ID: "elsewhere", Requirements: []models.SchemeRequirement{{No: "1"}}},
		Requirements: []models.RequirementResult{{No: "1", Status: models.RequirementNotApplicable, Absent: models.AbsentSite}},
	}}
	return r
}

// TestCompliance: each requirement says what meets it, what is lacking and what could provide it, and which attack stays.
func TestCompliance(t *testing.T) {
	doc := Compliance(complying(), models.English)
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, "compliance-scheme"), []string{
		"1 | title 1 | met in the model | p: Gas water heater (Appoint an officer. (adapted)) / q: Gas water heater, Smartphone (app) (stated by the model) / A model can show only a part of this requirement. | – | –",
		"2 | title 2 | open | – | p: Smartphone (app) (not stated) / Candidate measures: Manage passwords. (candidate) | Easiest attacks go through it: Scald (Serious damage, Serious economic impact) / Ruled out by meeting it: Scald / Can contribute to (upper bound): Burst / Easiest attack, between 2 person-days and 2.5 person-days (bounds): Remote attacker → Smartphone (app): Infected with malware → Gas water heater: Misused → Scald: Occurred",
		"3 | title 3 / recommended | partly met | Appoint an officer. (adapted)in part | – | –",
		"4 | title 4 | not shown by the model | – | – | A model does not show it, and no measure in force speaks of it.",
		"5 | title 5 | not applicable | – | – | The model has no component, flow or data where it matters.",
		"6 | title 6 | open | No attack leads to: Burst | An attack can lead to: Scald | Meeting it would only make the attack harder.",
	})
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, "compliance"), []string{"Scheme | 1 | 1 | 2 | 1 | 1 | 2", "Elsewhere | 0 | 0 | 0 | 0 | 1 | 0"})
	if last := doc.Sections[2]; len(last.Blocks) != 3 {
		t.Errorf("a scheme for other sites has %d blocks", len(last.Blocks))
	}
}

// TestNoScheme: a case that names no scheme has no section about requirements.
func TestNoScheme(t *testing.T) {
	if s := compliance(phrasing.New(rendertest.Case(), models.English)); s.ID != "" || len(s.Blocks) > 0 {
		t.Errorf("the section %q has %d blocks", s.ID, len(s.Blocks))
	}
}
