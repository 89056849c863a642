package attacks

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// TestVerdicts: a consequence is said to come about, to be removed, to be stopped, never to come about, or not to have been examined.
func TestVerdicts(t *testing.T) {
	yes, no := models.Reachability{Reachable: true}, models.Reachability{}
	three := func(i, a, r models.Reachability) models.InReadings[models.Reachability] {
		return models.InReadings[models.Reachability]{Inherent: i, Assessed: a, Residual: r}
	}
	for _, c := range []struct {
		consequence models.Consequence
		want        models.Text
	}{
		{models.Consequence{Reachable: three(yes, yes, yes)}, words.VerdictReachable},
		{models.Consequence{Reachable: three(yes, yes, no)}, words.VerdictRemoved},
		{models.Consequence{Reachable: three(yes, no, no)}, words.VerdictStopped},
		{models.Consequence{Reachable: three(no, no, no)}, words.VerdictNever},
	} {
		c.consequence.Effect = "e"
		got := verdict(phrasing.New(&models.Result{}, models.English), &c.consequence).(content.Paragraph).Text.String()
		if want := words.Fill(c.want.EN, "effect", "e"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, m := range []struct {
		margin models.Margin
		want   models.Text
	}{
		{models.Margin{Effect: "e", Reading: models.Assessed, Standing: models.DoesNot}, words.VerdictNoWay},
		{models.Margin{Effect: "e", Reading: models.Assessed, Standing: models.DoesNot, Depth: 3}, words.VerdictNever},
		{models.Margin{Effect: "e", Reading: models.Assessed, Standing: models.DoesNot, Bound: true}, words.VerdictNever},
	} {
		v := phrasing.New(&models.Result{Margins: []models.Margin{m.margin}}, models.English)
		got := verdict(v, &models.Consequence{Effect: "e"}).(content.Paragraph).Text.String()
		if want := words.Fill(m.want.EN, "effect", "e"); got != want {
			t.Errorf("%+v: %q, want %q", m.margin, got, want)
		}
	}
	stopped := models.Consequence{Effect: "e", Reachable: three(yes, no, no), StoppedBy: []models.SafeguardID{"v"}, Excluded: []models.Exclusion{{Component: "c", Class: "k"}}}
	got := verdict(phrasing.New(&models.Result{}, models.English), &stopped).(content.Paragraph).Text.String()
	if want := "“e” can come about in the inherent reading; in the assessed one it does not, resting on the safeguards (v), the class “k” of c."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
