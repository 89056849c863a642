package outlook_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/outlook"
)

func weak(subject string) models.Fact {
	return models.Fact{State: models.StateWeak, Subject: subject}
}

// The gravest standing counts, what most profiles name comes first, and what is kept rests on the sets of the nearest.
func TestOutlook(t *testing.T) {
	about := func(profile models.ProfileID, standing models.Standing, m models.Margin) models.Margin {
		m.Effect, m.Profile, m.Reading, m.Standing = "e", profile, models.Assessed, standing
		return m
	}
	r := &models.Result{Margins: []models.Margin{
		about("a", models.StandsOpen, models.Margin{Raise: 1, DoFirst: []models.Fact{weak("x.p"), weak("y.p")}, Capability: models.SubstantialAttacker}),
		about("b", models.Settled, models.Margin{Raise: 2, DoFirst: []models.Fact{weak("y.p")}, Capability: models.BasicAttacker}),
		about("c", models.DoesNot, models.Margin{Depth: 2, RestsOn: [][]models.Fact{{weak("p.p"), weak("q.p")}}}),
		about("d", models.DoesNot, models.Margin{Depth: 1, RestsOn: [][]models.Fact{{weak("p.p")}}}),
		about("i", models.DoesNot, models.Margin{Depth: 1, RestsOn: [][]models.Fact{{weak("p.p")}, {weak("r.p")}}}),
	}}
	o := outlook.Of(r, models.Residual)["e"] // no measure is in force
	if o == nil || len(o.Margins) != 5 || o.Standing != models.Settled || !o.Led || o.Ability() != models.BasicAttacker {
		t.Fatalf("%+v", o)
	}
	if first := o.DoFirst(); len(first) != 2 || first[0].Fact != weak("y.p") || len(first[0].By) != 2 {
		t.Errorf("first: %v", first)
	}
	if on := o.RestsOn(); len(on) != 2 || on[1][0] != weak("r.p") {
		t.Errorf("rests on %v", on)
	}
	if len(outlook.Of(r, models.Inherent)) != 0 {
		t.Error("margins of a reading of which there are none")
	}
}

// A consequence is taken as unexamined only where no margin, whatever profile it is of, leaves a way to it: a limit that ended
// the search does, and so does an attacker who would have to be more able.
func TestNothingIsUnexaminedByALimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := &models.Result{}
		ways := 0
		for n := range rapid.IntRange(1, 4).Draw(t, "profiles") {
			m := models.Margin{Effect: "e", Profile: models.ProfileID(rune('a' + n)), Reading: models.Assessed, Standing: models.DoesNot}
			switch rapid.IntRange(0, 4).Draw(t, "how") {
			case 0:
				m.Depth = rapid.IntRange(1, 3).Draw(t, "depth")
			case 1:
				m.Bound = true
			case 2:
				m.Capability = models.HighAttacker
			case 3:
				m.Standing = rapid.SampledFrom([]models.Standing{models.Settled, models.StandsOpen, models.PresumedAway}).Draw(t, "standing")
			default:
				ways--
			}
			ways++
			r.Margins = append(r.Margins, m)
		}
		slices.Reverse(r.Margins)
		if o := outlook.Of(r, models.Assessed)["e"]; o.Led != (ways > 0) {
			t.Fatalf("%+v: led %t", r.Margins, o.Led)
		}
	})
}
