package usecase

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content/phrasing"
)

// A component that a stakeholder both owns and uses is named once, with both.
func TestDutiesOfAComponentStandTogether(t *testing.T) {
	r := &models.Result{System: models.System{
		Components: []models.Component{{ID: "camera", Name: models.Plain("Camera")}, {ID: "router", Name: models.Plain("Router")}},
		Stakeholders: []models.Stakeholder{{
			ID: "user", Name: models.Plain("User"),
			Owns: []models.ComponentID{"camera", "router"}, Uses: []models.ComponentID{"camera"},
		}},
	}}
	got := assetsOf(phrasing.New(r, models.English), &r.System.Stakeholders[0])
	want := []string{"Camera (owns, uses)", "Router (owns)"}
	if len(got.Lines) != len(want) {
		t.Fatalf("%v, want %q", got.Lines, want)
	}
	for i, line := range got.Lines {
		if line.String() != want[i] {
			t.Errorf("%q, want %q", line.String(), want[i])
		}
	}
}
