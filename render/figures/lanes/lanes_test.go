package lanes

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

// way makes a lane of visits at places, each after those whose numbers are given.
func way(effort float64, visits ...visit) lane {
	l := lane{attack: &models.Attack{Profile: "who", Effort: models.Figure{Value: &effort}}, malicious: true, visits: visits, cut: -1}
	return l
}

func at(place models.ComponentID, rule models.RuleID, from ...int) visit {
	return visit{place: place, steps: []*models.Step{{Rule: rule}}, from: from}
}

// Along a row one goes from left to right, and whatever is not the next on its row begins one.
func TestRowsGoFromLeftToRight(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		columns := map[models.ComponentID]int{"a": 0, "b": 1, "c": 2, "d": 3}
		var l lane
		for i := range rapid.IntRange(1, 9).Draw(rt, "visits") {
			var from []int
			if i > 0 {
				from = rapid.SliceOfNDistinct(rapid.IntRange(0, i-1), 0, min(i, 2), rapid.ID).Draw(rt, "from")
			}
			l.visits = append(l.visits, at(rapid.SampledFrom([]models.ComponentID{"a", "b", "c", "d"}).Draw(rt, "place"), "r", from...))
		}
		l.settle(columns)
		taken := map[string]bool{}
		for i := range l.visits {
			spot := fmt.Sprint(l.rows[i], columns[l.visits[i].place])
			if taken[spot] {
				rt.Fatalf("two visits stand at %s", spot)
			}
			taken[spot] = true
			if l.rows[i] >= l.height {
				rt.Fatalf("row %d of %d", l.rows[i], l.height)
			}
			for j := range i {
				if l.rows[j] == l.rows[i] && columns[l.visits[j].place] >= columns[l.visits[i].place] {
					rt.Fatalf("visit %d stands left of %d on its row", i, j)
				}
			}
		}
	})
}

// Who takes the same way with the same effort shares a lane; whoever comes onto the way of the first is shown up to there.
func TestLanesShareTheirWays(t *testing.T) {
	end := func(v visit) visit { v.last = true; return v }
	first := way(1, at("a", "start"), at("b", "x", 0), at("c", "y", 1), end(at("d", "z", 2)))
	twin := way(1, at("a", "start"), at("b", "x", 0), at("c", "y", 1), end(at("d", "z", 2)))
	other := way(3, at("e", "start"), at("b", "x", 0), at("c", "y", 1), end(at("d", "z", 2)))
	apart := way(4, at("e", "start"), end(at("f", "q", 0)))
	out := shared([]lane{first, twin, other, apart})
	if len(out) != 3 || len(out[0].others) != 1 {
		t.Fatalf("%d lanes, with %v beside the first", len(out), out[0].others)
	}
	var places []models.ComponentID
	for _, v := range out[1].visits {
		places = append(places, v.place)
	}
	if !slices.Equal(places, []models.ComponentID{"e", "b"}) || out[1].same[1] != 2 {
		t.Errorf("the second goes over %v, and goes on as %v", places, out[1].same)
	}
	if len(out[2].visits) != 2 || out[2].same != nil {
		t.Errorf("the third is changed: %+v", out[2])
	}
}
