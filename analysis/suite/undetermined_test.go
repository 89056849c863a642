package suite_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
)

// stove is a stove on a network, protected so that nothing reaches it, a burn and a neighbour, each of which can be left
// out.
//
//	lan ──▶ stove ──▶ burn
func stove(without ...string) *models.System {
	s := &models.System{
		Harmpath: "1", ID: "stove", Title: models.Plain("Stove"), Site: "consumer",
		Zones: []models.Zone{{ID: "home", Name: models.Plain("Home")}},
		Components: []models.Component{
			{ID: "lan", Name: models.Plain("LAN"), Kind: "local_network", Zone: "home"},
			{ID: "stove", Name: models.Plain("Stove"), Kind: "appliance", Zone: "home", On: []models.ComponentID{"lan"}, Properties: models.Properties{"no_inbound": models.Given, "flaw_free": models.Given}},
		},
		Effects:   []models.Effect{{ID: "burn", Name: models.Plain("Burn"), Causes: models.Cause{Fact: models.Fact{State: "infected", Subject: "stove"}}, Harm: &models.Harm{Injury: models.SevereInjury}}},
		Attackers: []models.Profile{{ID: "neighbour", Name: models.Plain("Neighbour"), Kind: models.LocalAttacker, Starts: []models.Fact{{State: "reached", Subject: "lan"}}}},
	}
	if slices.Contains(without, "attackers") {
		s.Attackers = nil
	}
	if slices.Contains(without, "effects") {
		s.Effects = nil
	}
	if slices.Contains(without, "network") {
		s.Components[1].On = nil
	}
	return s
}

func TestLevelsAreNotDetermined(t *testing.T) {
	for _, c := range []struct {
		without []string
		missing []models.Lack
	}{
		{nil, nil}, // protection alone makes a level low: it is determined
		{[]string{"attackers"}, []models.Lack{models.LacksAttackers}},
		{[]string{"effects"}, []models.Lack{models.LacksEffects}},
		{[]string{"network"}, []models.Lack{models.LacksWays}},
		{[]string{"attackers", "effects", "network"}, []models.Lack{models.LacksEffects, models.LacksAttackers}},
	} {
		r := analysistest.Analyse(t, stove(c.without...), suite.All())
		for _, reading := range models.ReadingIDs() {
			pair := r.Levels.Published.In(reading)
			if diff := cmp.Diff(c.missing, pair.Missing); diff != "" {
				t.Errorf("without %v, %s (-want +got):\n%s", c.without, reading, diff)
			}
			if lowest := pair.Recovery.Level == models.LimitedDamage; lowest != (c.missing == nil) {
				t.Errorf("without %v, %s: the level compares as %s", c.without, reading, pair.Recovery.Level)
			}
		}
		told := slices.ContainsFunc(r.Findings, func(f models.Finding) bool { return f.Kind == "level-not-determined" })
		if told != (c.missing != nil) {
			t.Errorf("without %v: a finding is told: %t", c.without, told)
		}
	}
}

// What an asset's attack leads to is known although nobody is stated who attacks it.
func TestAttackedAssetIsDetermined(t *testing.T) {
	s := stove("attackers")
	r := analysistest.Analyse(t, s, suite.All())
	for _, c := range r.Components {
		if want := c.Component == "stove"; c.IfAttacked.Determined() != want {
			t.Errorf("%s: determined: %t", c.Component, !want)
		}
	}
}

// Files hold null for levels that are not determined, and are read back as they were.
func TestUndeterminedLevelsInFiles(t *testing.T) {
	pair := models.Undetermined(models.LacksEffects, models.LacksWays)
	body, err := json.Marshal(pair)
	if want := `{"recovery":null,"economic":null,"missing":["effects","ways"]}`; err != nil || string(body) != want {
		t.Errorf("%s, %v", body, err)
	}
	var back models.LevelPair
	if err := json.Unmarshal(body, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(pair, back); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Stating a protection never takes a level away: what was examined stays examined.
func TestProtectionDeterminesNothing(t *testing.T) {
	drawn(t, 100, func(t *rapid.T, system *models.System, known *models.Catalog) {
		before := analyse(t, system, known)
		safe := *system
		safe.Components = slices.Clone(system.Components)
		for i := range safe.Components {
			safe.Components[i].Properties = models.Properties{}
			for _, p := range known.Properties {
				if p.Of == models.ComponentSort {
					safe.Components[i].Properties[p.ID] = models.Given
				}
			}
		}
		after := analyse(t, &safe, known)
		if a, b := before.Levels.Published.Assessed.Missing, after.Levels.Published.Assessed.Missing; !slices.Equal(a, b) {
			t.Fatalf("missing %v, then %v", a, b)
		}
	})
}
