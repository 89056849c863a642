package usecase

import (
	"slices"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestPassages: what is stated of traffic between networks is said, and nothing where nothing is stated.
func TestPassages(t *testing.T) {
	r := rendertest.Case()
	if blocks := passages(phrasing.New(r, models.English)); len(blocks) > 0 {
		t.Errorf("%d paragraphs where nothing is stated", len(blocks))
	}
	phone := slices.IndexFunc(r.System.Components, func(c models.Component) bool { return c.ID == "phone" })
	heater := slices.IndexFunc(r.System.Components, func(c models.Component) bool { return c.ID == "heater" })
	r.System.Components[phone].Passes = []models.Passage{{From: "phone", To: "heater"}, {From: "heater", To: "phone"}}
	r.System.Components[heater].Passes = []models.Passage{}
	r.System.Components[heater].Separate = []models.ComponentID{"phone"}
	var got []string
	for _, b := range passages(phrasing.New(r, models.English)) {
		got = append(got, b.(content.Paragraph).Text.String())
	}
	slices.Sort(got)
	want := []string{
		"Beside what flows open, Gas water heater passes no traffic.",
		"Beside what flows open, Smartphone (app) passes traffic: Smartphone (app) → Gas water heater, Gas water heater → Smartphone (app)",
		"Gas water heater and Smartphone (app) are separate.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
