package criteria_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/criteria"
	"github.com/harmpath/harmpath/models"
)

// catalog has one class of general, one of important personal information, one of credentials.
func catalog() *models.Catalog {
	return models.NewCatalog(models.Catalog{
		Sensitivities: []models.Sensitivity{
			{ID: "general", Personal: true},
			{ID: "grave", Personal: true, Important: true},
			{ID: "secret", Credential: true, Important: true},
		},
		Sites: []models.Site{{ID: "consumer", LongDuration: "1w"}, {ID: "factory", LongDuration: "1d"}},
	})
}

func system(policies models.Policies) *models.System {
	return &models.System{
		Site: "consumer", Policies: policies,
		Data: []models.Data{{ID: "account", Sensitivity: "general"}, {ID: "video", Sensitivity: "grave"}, {ID: "key", Sensitivity: "secret"}},
	}
}

// The table of axis 1, cell by cell.
func TestRecoveryTable(t *testing.T) {
	rows := []struct {
		injury models.Injury
		use    models.Use
		levels string // personal information: none, general, important
	}{
		{models.Death, models.IntendedUse, "fatal fatal fatal"},
		{models.Death, "", "fatal fatal fatal"},
		{models.Death, models.ImproperUse, "serious serious serious"},
		{models.SevereInjury, models.IntendedUse, "serious serious serious"},
		{models.SevereInjury, models.ImproperUse, "serious serious serious"},
		{models.SevereInjury, models.ForeseeableUse, "serious serious serious"},
		{models.MinorInjury, models.IntendedUse, "limited limited serious"},
		{models.MinorInjury, models.ImproperUse, "limited limited serious"},
		{models.NoInjury, models.IntendedUse, "limited* limited serious"},
		{"", models.IntendedUse, "limited* limited serious"},
	}
	c := criteria.New(system(models.Policies{}), catalog())
	for _, row := range rows {
		var got [3]string
		for i, data := range [][]models.DataID{nil, {"account"}, {"account", "video"}} {
			level := c.Grade(&models.Effect{ID: "e", Harm: &models.Harm{Injury: row.injury, Use: row.use, Discloses: data}}).Levels.Recovery
			got[i] = level.Level.String()
			if level.DefaultLowest {
				got[i] += "*"
			}
			if level.DefaultLowest != (len(level.Basis) == 0) {
				t.Errorf("%v: default %v with basis %v", row, level.DefaultLowest, level.Basis)
			}
		}
		if s := fmt.Sprintf("%s %s %s", got[0], got[1], got[2]); s != row.levels {
			t.Errorf("%s in %s use: %s, want %s", row.injury, row.use, s, row.levels)
		}
	}
}

func TestRecoveryBasis(t *testing.T) {
	c := criteria.New(system(models.Policies{}), catalog())
	tests := []struct {
		harm models.Harm
		want []models.Criterion
	}{
		{models.Harm{Injury: models.Death, Discloses: []models.DataID{"video"}}, []models.Criterion{models.CriterionDeath}},
		{models.Harm{Injury: models.Death, Use: models.ImproperUse, Discloses: []models.DataID{"video"}}, []models.Criterion{models.CriterionDeathImproper, models.CriterionImportant}},
		{models.Harm{Injury: models.SevereInjury, Discloses: []models.DataID{"account"}}, []models.Criterion{models.CriterionSevere}},
		{models.Harm{Injury: models.MinorInjury, Discloses: []models.DataID{"account"}}, []models.Criterion{models.CriterionMinor, models.CriterionPersonal}},
		{models.Harm{Injury: models.MinorInjury, Discloses: []models.DataID{"video"}}, []models.Criterion{models.CriterionImportant}},
		{models.Harm{Discloses: []models.DataID{"key"}}, nil}, // a credential is no personal information, whatever its class says
	}
	for _, test := range tests {
		var got []models.Criterion
		for _, b := range c.Grade(&models.Effect{ID: "e", Harm: &test.harm}).Levels.Recovery.Basis {
			got = append(got, b.Criterion)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%+v rests on %v, want %v", test.harm, got, test.want)
		}
	}
}

func TestForeseeableMisuse(t *testing.T) {
	death := models.Effect{ID: "e", Harm: &models.Harm{Injury: models.Death, Use: models.ForeseeableUse}}
	severe := models.Effect{ID: "s", Harm: &models.Harm{Injury: models.SevereInjury}}
	fatal := models.Effect{ID: "f", Harm: &models.Harm{Injury: models.Death}}
	tests := []struct {
		policy  models.ForeseeableMisuse
		effects []*models.Effect
		level   models.Recovery
		decides bool
	}{
		{"", []*models.Effect{&death}, models.SeriousDamage, true},
		{models.MisuseImproper, []*models.Effect{&death}, models.SeriousDamage, true},
		{models.MisuseIntended, []*models.Effect{&death}, models.FatalDamage, true},
		{models.MisuseIntended, []*models.Effect{&death, &severe}, models.FatalDamage, true},
		{models.MisuseImproper, []*models.Effect{&death, &fatal}, models.FatalDamage, false},
		{models.MisuseImproper, []*models.Effect{&severe}, models.SeriousDamage, false},
	}
	for _, test := range tests {
		c := criteria.New(system(models.Policies{ForeseeableMisuse: test.policy}), catalog())
		got := criteria.Highest(grades(c, test.effects)).Recovery
		if got.Level != test.level || got.PolicyDecides != test.decides {
			t.Errorf("%q: %s, decides %v; want %s, %v", test.policy, got.Level, got.PolicyDecides, test.level, test.decides)
		}
	}
}

func grades(c *criteria.Criteria, effects []*models.Effect) []*criteria.Grade {
	var out []*criteria.Grade
	for _, e := range effects {
		grade := c.Grade(e)
		out = append(out, &grade)
	}
	return out
}

// The table of axis 2, cell by cell: escalate without and with a large recall, then
// conjunctive.
func TestEconomicTable(t *testing.T) {
	rows := []struct {
		scope         models.Scope
		duration      models.Duration
		substitutable models.Truth
		want          string
	}{
		{models.InternalScope, "short", models.True, "limited* catastrophic limited* limited*"},
		{models.InternalScope, "short", models.False, "limited catastrophic limited limited"},
		{models.InternalScope, "long", models.True, "limited catastrophic limited limited"},
		{models.InternalScope, "long", models.False, "serious catastrophic serious serious"},
		{models.ExternalScope, "short", models.True, "limited catastrophic limited limited"},
		{models.ExternalScope, "short", models.False, "serious catastrophic serious serious"},
		{models.ExternalScope, "long", models.True, "serious catastrophic serious serious"},
		{models.ExternalScope, "long", models.False, "catastrophic catastrophic serious catastrophic"},
	}
	for _, row := range rows {
		var got []string
		for _, policy := range []models.LargeRecall{models.RecallEscalates, models.RecallConjunctive} {
			c := criteria.New(system(models.Policies{LargeRecall: policy}), catalog())
			for _, recall := range []models.Truth{models.False, models.True} {
				impact := models.EconomicImpact{Scope: row.scope, Duration: row.duration, Substitutable: row.substitutable, LargeRecall: recall}
				level := c.Grade(&models.Effect{ID: "e", Economic: &impact}).Levels.Economic
				if level.Min != level.Max {
					t.Errorf("%+v: an interval without an unknown factor", impact)
				}
				word := level.Max.String()
				if level.DefaultLowest {
					word += "*"
				}
				got = append(got, word)
			}
		}
		if s := fmt.Sprintf("%s %s %s %s", got[0], got[1], got[2], got[3]); s != row.want {
			t.Errorf("%s %s %s: %s, want %s", row.scope, row.duration, row.substitutable, s, row.want)
		}
	}
}

func TestEconomicIntervals(t *testing.T) {
	tests := []struct {
		impact   models.EconomicImpact
		min, max models.Economic
		lowest   bool
	}{
		{models.EconomicImpact{}, models.LimitedImpact, models.CatastrophicImpact, false},
		{models.EconomicImpact{Scope: "internal", Substitutable: models.True}, models.LimitedImpact, models.LimitedImpact, false},
		{models.EconomicImpact{Scope: "internal"}, models.LimitedImpact, models.SeriousImpact, false},
		{models.EconomicImpact{Scope: "external", Duration: "long"}, models.SeriousImpact, models.CatastrophicImpact, false},
		{models.EconomicImpact{Scope: "external", Duration: "long", Substitutable: models.True}, models.SeriousImpact, models.SeriousImpact, false},
		{models.EconomicImpact{LargeRecall: models.True}, models.CatastrophicImpact, models.CatastrophicImpact, false},
	}
	c := criteria.New(system(models.Policies{}), catalog())
	for _, test := range tests {
		got := c.Grade(&models.Effect{ID: "e", Economic: &test.impact}).Levels.Economic
		if got.Min != test.min || got.Max != test.max || got.DefaultLowest != test.lowest {
			t.Errorf("%+v: %s to %s, default %v; want %s to %s", test.impact, got.Min, got.Max, got.DefaultLowest, test.min, test.max)
		}
	}
	if got := c.Grade(&models.Effect{ID: "e"}).Levels.Economic; got.Max != models.LimitedImpact || !got.DefaultLowest {
		t.Errorf("an effect that says nothing of its economic impact: %+v", got)
	}
}

func TestLongDuration(t *testing.T) {
	tests := []struct {
		site     models.SiteID
		policy   models.Duration
		duration models.Duration
		long     bool
	}{
		{"consumer", "", "6d", false},
		{"consumer", "", "7d", true},
		{"consumer", "", "1w", true},
		{"factory", "", "23h", false},
		{"factory", "", "24h", true},
		{"factory", "3d", "2d", false},
		{"elsewhere", "", "6d", false},
		{"elsewhere", "", "1w", true},
	}
	for _, test := range tests {
		s := system(models.Policies{LongDuration: test.policy})
		s.Site = test.site
		impact := models.EconomicImpact{Scope: "external", Duration: test.duration, Substitutable: models.True}
		got := criteria.New(s, catalog()).Grade(&models.Effect{Economic: &impact}).Levels.Economic.Max == models.SeriousImpact
		if got != test.long {
			t.Errorf("%s at %s (policy %q): long %v", test.duration, test.site, test.policy, got)
		}
	}
}

func TestImportantIsAPolicy(t *testing.T) {
	leak := models.Effect{ID: "leak", Harm: &models.Harm{Discloses: []models.DataID{"account"}}}
	c := criteria.New(system(models.Policies{Important: []models.SensitivityID{"general"}}), catalog())
	if got := c.Grade(&leak).Levels.Recovery; got.Level != models.SeriousDamage || got.Basis[0].Criterion != models.CriterionImportant {
		t.Errorf("general information set to important gives %+v", got)
	}
	if got := criteria.New(system(models.Policies{}), catalog()).Policies.Defaults; len(got) != 4 {
		t.Errorf("defaults of a case that sets none: %v", got)
	}
}

func TestHighestOfNothing(t *testing.T) {
	got := criteria.Highest(nil)
	if got.Recovery.Level != models.LimitedDamage || !got.Recovery.DefaultLowest || got.Recovery.PolicyDecides ||
		got.Economic.Max != models.LimitedImpact || !got.Economic.DefaultLowest || got.Economic.PolicyDecides {
		t.Errorf("%+v", got)
	}
}

// Each consequence is taken alone: factors of different ones are never mixed.
func TestFactorsAreNotMixed(t *testing.T) {
	c := criteria.New(system(models.Policies{}), catalog())
	a := models.Effect{ID: "a", Economic: &models.EconomicImpact{Scope: "external", Duration: "short", Substitutable: models.True}}
	b := models.Effect{ID: "b", Economic: &models.EconomicImpact{Scope: "internal", Duration: "long", Substitutable: models.True}}
	if got := criteria.Highest(grades(c, []*models.Effect{&a, &b})).Economic; got.Max != models.LimitedImpact || len(got.Basis) != 2 {
		t.Errorf("%+v", got)
	}
}

func anyEffect(t *rapid.T, id string) *models.Effect {
	e := &models.Effect{ID: models.EffectID(id)}
	if rapid.Bool().Draw(t, "harm") {
		e.Harm = &models.Harm{
			Injury:    models.Injury(rapid.SampledFrom(models.Injury("").Values()).Draw(t, "injury")),
			Use:       models.Use(rapid.SampledFrom(models.Use("").Values()).Draw(t, "use")),
			Discloses: rapid.SliceOfDistinct(rapid.SampledFrom([]models.DataID{"account", "video", "key"}), rapid.ID).Draw(t, "discloses"),
		}
	}
	if rapid.Bool().Draw(t, "impact") {
		truth := rapid.SampledFrom([]models.Truth{models.True, models.False, models.Unknown})
		e.Economic = &models.EconomicImpact{
			Scope:         models.Scope(rapid.SampledFrom(models.Scope("").Values()).Draw(t, "scope")),
			Duration:      rapid.SampledFrom([]models.Duration{"short", "long", "unknown", "", "3d", "2w"}).Draw(t, "duration"),
			Substitutable: truth.Draw(t, "substitutable"),
			LargeRecall:   truth.Draw(t, "recall"),
		}
	}
	return e
}

// More consequences never lower a level, and every basis gives the level that it is the basis of.
func TestHighestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := criteria.New(system(models.Policies{
			ForeseeableMisuse: models.ForeseeableMisuse(rapid.SampledFrom(models.MisuseIntended.Values()).Draw(t, "misuse")),
			LargeRecall:       models.LargeRecall(rapid.SampledFrom(models.RecallEscalates.Values()).Draw(t, "policy")),
		}), catalog())
		var effects []*models.Effect
		for i := range rapid.IntRange(1, 5).Draw(t, "effects") {
			effects = append(effects, anyEffect(t, fmt.Sprint("e", i)))
		}
		all, fewer := criteria.Highest(grades(c, effects)), criteria.Highest(grades(c, effects[1:]))
		if all.Recovery.Level < fewer.Recovery.Level || all.Economic.Max < fewer.Economic.Max || all.Economic.Min < fewer.Economic.Min {
			t.Fatalf("one more consequence lowers %+v to %+v", fewer, all)
		}
		if all.Economic.Min > all.Economic.Max {
			t.Fatalf("an empty interval: %+v", all.Economic)
		}
		for _, b := range all.Recovery.Basis {
			i := slices.IndexFunc(effects, func(e *models.Effect) bool { return e.ID == b.Effect })
			if alone := c.Grade(effects[i]).Levels.Recovery; alone.Level != all.Recovery.Level {
				t.Fatalf("%s is the basis of %s and gives %s", b.Effect, all.Recovery.Level, alone.Level)
			}
		}
		if all.Recovery.DefaultLowest != (len(all.Recovery.Basis) == 0) || all.Economic.DefaultLowest != (len(all.Economic.Basis) == 0) {
			t.Fatalf("default without want of a basis: %+v", all)
		}
	})
}
