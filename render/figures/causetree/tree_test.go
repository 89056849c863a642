package causetree

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
)

// hangs is a result with one consequence: a cause that a safeguard guards, and one that a device class rules out.
func hangs(defeated bool) *models.Result {
	used := models.Fact{State: "used", Subject: "heater"}
	out := &models.Result{
		System: models.System{
			ID: "case",
			Components: []models.Component{
				{ID: "heater", Name: models.Plain("Heater"), DeviceClass: "sealed"},
			},
			Effects: []models.Effect{{ID: "fire", Name: models.Plain("Fire"), Causes: models.Cause{All: []models.Cause{
				{ID: "dry", Name: models.Plain("Dry firing"), Any: []models.Cause{{Fact: used}, {Fact: models.Fact{State: "stopped", Subject: "heater"}}}},
				{Fact: models.Fact{State: "stopped", Subject: "heater"}, RuledOut: &models.RuledOut{Component: "heater", Classes: []models.DeviceClassID{"sealed"}}},
			}}}},
			Safeguards: []models.Safeguard{{ID: "fuse", Name: models.Plain("Fuse"), Guards: []string{"fire.dry"}}},
			Attackers:  []models.Profile{{ID: "far", Name: models.Plain("Somebody far"), Kind: models.RemoteAttacker}},
		},
		Words: models.Words{States: []models.State{
			stateOf("used", "Misused"), stateOf("stopped", "Stopped"),
		}},
		Facts: []models.FactResult{{Fact: used, Reached: models.InReadings[models.Reach]{Assessed: models.AttackReached}}},
	}
	if defeated {
		out.Facts = append(out.Facts, models.FactResult{
			Fact: models.Fact{State: models.StateDefeated, Subject: "fuse"}, Reached: models.InReadings[models.Reach]{Assessed: models.AttackReached},
		})
	}
	days := 2.0
	out.Consequences = []models.Consequence{{Effect: "fire", Name: models.Plain("Fire"), Attacks: []models.Attack{{
		Profile: "far", Effort: models.Figure{Status: models.Exact, Value: &days}, Steps: []models.Step{{Rule: "r", Concludes: used}},
	}}}}
	return out
}

func stateOf(id models.StateID, name string) models.State {
	s := models.State{ID: id, Of: models.ComponentSort}
	s.Name = models.Plain(name)
	return s
}

// text is the rows in letters: two spaces a level, and what is said of each.
func text(rows []row) string {
	var out strings.Builder
	for _, r := range rows {
		out.WriteString(strings.Repeat("  ", r.depth) + r.name)
		if r.gate != "" {
			out.WriteString(" [" + r.gate + "]")
		}
		if r.who != "" {
			out.WriteString(" (" + r.who + ")")
		}
		switch r.holds {
		case doesNot:
			out.WriteString(" -")
		case ruledOut:
			out.WriteString(" x")
		}
		out.WriteString("\n")
	}
	return out.String()
}

func TestTree(t *testing.T) {
	const want = `Fire [all of these] -
  Dry firing [any of these]
    Fuse (holds) -
    Heater: Misused (Somebody far 2 person-days)
    Heater: Stopped -
  Heater: Stopped x
`
	r := hangs(false)
	c := caseview.New(r, models.English, diagram.Light)
	if got := text(tree(c, &r.Consequences[0])); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	r = hangs(true)
	if got := text(tree(caseview.New(r, models.English, diagram.Light), &r.Consequences[0])); !strings.Contains(got, "Fuse (can be defeated)\n") {
		t.Errorf("got\n%s", got)
	}
}

// What there is no room for is counted.
func TestManyCauses(t *testing.T) {
	r := hangs(false)
	for range 40 {
		r.System.Effects[0].Causes.All = append(r.System.Effects[0].Causes.All, models.Cause{Fact: models.Fact{State: "used", Subject: "heater"}})
	}
	rows := tree(caseview.New(r, models.English, diagram.Light), &r.Consequences[0])
	if n := len(rows); n != mostRows+1 || rows[n-1].name != "and 30 more" {
		t.Errorf("%d rows, the last of %q", n, rows[n-1].name)
	}
}
