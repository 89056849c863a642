package caseview_test

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
)

func sample() *models.Result {
	return &models.Result{
		System: models.System{
			Components: []models.Component{{ID: "heater", Name: models.Text{JA: "給湯器", EN: "Heater"}}, {ID: "nameless"}},
			Attackers:  []models.Profile{{ID: "eve", Kind: models.RemoteAttacker}},
			Initiators: []models.Profile{{ID: "user", Kind: models.Misoperation}, {ID: "fault", Kind: models.Fault}},
			Effects: []models.Effect{{ID: "scald", Causes: models.Cause{Any: []models.Cause{
				{ID: "hot", Name: models.Plain("Too hot"), All: []models.Cause{{ID: "deep", Name: models.Plain("Deep")}}},
			}}}},
		},
		Consequences: []models.Consequence{{Effect: "scald", Name: models.Plain("Scald")}},
		Words: models.Words{
			Kinds: []models.Kind{
				{Entry: models.Entry{Name: models.Plain("Thing")}, ID: "thing", Mark: "appliance"}, {ID: "boiler", Parent: "thing"}, {ID: "net", Mark: "internet"},
				{ID: "a", Parent: "b"}, {ID: "b", Parent: "a"}, {ID: "odd", Mark: "unheard of"}, {ID: "program", Mark: "software"}, {ID: "lan", Mark: "network"},
			},
			States: []models.State{{Entry: models.Entry{Name: models.Plain("Infected")}, ID: "infected"}},
		},
	}
}

// Elements are called by their names, else by their ids, and a cause without a name by its effect.
func TestNames(t *testing.T) {
	c := caseview.New(sample(), models.English, diagram.Light)
	for _, test := range []struct {
		of       models.Sort
		id, want string
	}{
		{models.ComponentSort, "heater", "Heater"}, {models.ComponentSort, "nameless", "nameless"}, {models.ComponentSort, "unknown", "unknown"},
		{models.EffectSort, "scald", "Scald"}, {models.CauseSort, "hot", "Too hot"}, {models.CauseSort, "scald.deep", "Deep"},
		{models.DataSort, "heater", "heater"},
	} {
		if got := c.Called(test.of, test.id); got != test.want {
			t.Errorf("%s %s is called %q, want %q", test.of, test.id, got, test.want)
		}
	}
	if got := c.Called(models.CauseSort, "scald.1"); got == "scald.1" {
		t.Error("a cause without a name is called by its id")
	}
	if got := caseview.New(sample(), models.Japanese, diagram.Light).Called(models.ComponentSort, "heater"); got != "給湯器" {
		t.Errorf("in Japanese it is called %q", got)
	}
	if !c.Named(models.ComponentSort, "heater") || c.Named(models.ComponentSort, "nameless") {
		t.Error("who has a name is told wrongly")
	}
	if c.State("infected") != "Infected" || c.State("other") != "other" || c.KindName("thing") != "Thing" || c.KindName("boiler") != "boiler" {
		t.Error("states and kinds are called by other names")
	}
	if got := c.List([]string{"a", "b"}); got != "a, b" || c.List(nil) != "" {
		t.Errorf("a list reads %q", got)
	}
}

// A kind has its own mark, that of the nearest ancestor, or the one of any thing; ancestors in a circle end.
func TestIcons(t *testing.T) {
	c := caseview.New(sample(), models.English, diagram.Light)
	for _, test := range []struct {
		kind  models.KindID
		icon  diagram.Icon
		shape diagram.Shape
	}{
		{"thing", diagram.IconAppliance, diagram.ShapeBox}, {"boiler", diagram.IconAppliance, diagram.ShapeBox}, {"net", diagram.IconInternet, diagram.ShapeCloud},
		{"a", diagram.IconAppliance, diagram.ShapeBox}, {"odd", "unheard of", diagram.ShapeBox}, {"none", diagram.IconAppliance, diagram.ShapeBox},
		{"program", diagram.IconSoftware, diagram.ShapeDocument}, {"lan", diagram.IconNetwork, diagram.ShapePill},
	} {
		if icon, shape := c.Icon(test.kind), c.Shape(test.kind); icon != test.icon || shape != test.shape {
			t.Errorf("%s has the icon %q and the shape %d, want %q and %d", test.kind, icon, shape, test.icon, test.shape)
		}
	}
	if got := len(c.KindLine("a")); got != 2 {
		t.Errorf("a circle of two kinds has %d", got)
	}
	for id, want := range map[models.ProfileID]diagram.Icon{"eve": diagram.IconAttacker, "unknown": diagram.IconAttacker, "user": diagram.IconPerson, "fault": diagram.IconEffect} {
		if got := c.ProfileIcon(id); got != want {
			t.Errorf("%s has the icon %q, want %q", id, got, want)
		}
	}
}

// Levels rise from figure to figure as they do in the framework.
func TestSeverity(t *testing.T) {
	last := diagram.NoLevel
	for _, r := range models.Recoveries() {
		if got := caseview.Severity(r); got <= last {
			t.Errorf("%v is drawn as level %d after %d", r, got, last)
		} else {
			last = got
		}
	}
}
