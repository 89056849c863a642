package models_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

// What contains a package is what it says or, where it says nothing or nonsense, what the names around it mean.
func TestContainers(t *testing.T) {
	for want, packages := range map[string][]models.Package{
		"[]":                 {},
		"[[-1] [-1]]":        {{Name: "a"}, {Name: "b"}},
		"[[-1] [0]]":         {{Name: "a"}, {Name: "b", Within: []string{"a"}}},
		"[[-1] [0] [1]]":     {{Name: "a"}, {Name: "b", Within: []string{"a"}}, {Name: "c", Within: []string{"a", "b"}}},
		"[[-1] [-1 0]]":      {{Name: "a"}, {Name: "b", In: []int{-1, 0}}},
		"[[-1] [0] [-1]]":    {{Name: "a"}, {Name: "b", In: []int{0, 1, 7, -2}}, {Name: "c", Within: []string{"x"}}},
		"[[-1] [-1] [0]]":    {{Name: "a"}, {Name: "a"}, {Name: "b", Within: []string{"a"}}},
		"[[-1] [0] [1] [1]]": {{Name: "a"}, {Name: "a", Within: []string{"a"}}, {Name: "a", Within: []string{"a", "a"}}, {Name: "b", In: []int{1}, Within: []string{"a"}}},
	} {
		if got := fmt.Sprint(models.Containers(packages)); got != want {
			t.Errorf("%+v: %s, want %s", packages, got, want)
		}
	}
}

// One vulnerability that affects decides, whatever else is said and in whatever order; silence is never safe.
func TestPatchedBy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		statuses := rapid.SliceOfN(rapid.SampledFrom(models.VulnerabilityStatuses()), 0, 5).Draw(t, "statuses")
		var known []models.Vulnerability
		for _, s := range statuses {
			known = append(known, models.Vulnerability{Status: s})
		}
		want := models.Given
		switch {
		case slices.Contains(statuses, models.Affected):
			want = models.Absent
		case slices.Contains(statuses, models.UnderInvestigation), len(statuses) == 0:
			want = models.NotStated
		}
		if got := models.PatchedBy(known); got != want {
			t.Fatalf("%v: %v, want %v", statuses, got, want)
		}
		stated := rapid.SampledFrom([]models.Resistance{models.NotStated, models.Absent, models.Given}).Draw(t, "stated")
		c := models.Component{Vulnerabilities: known, Properties: models.Properties{models.Patched: stated}}
		if c.DecideFlaws(); stated != models.NotStated && c.Properties[models.Patched] != stated || stated == models.NotStated && c.Properties[models.Patched] != want {
			t.Fatalf("%v: stated %v, decided %v", statuses, stated, c.Properties[models.Patched])
		}
		if c.Properties[models.FlawFree].Protects() {
			t.Fatalf("%v: nothing that is known says that it is free of flaws", statuses)
		}
		if crash := c.Properties[models.CrashFree]; crash == models.Absent || crash == models.Given && want != models.Given {
			t.Fatalf("%v: crash_free is %v", statuses, crash)
		}
	})
}

func TestGravestFirst(t *testing.T) {
	statuses := []models.VulnerabilityStatus{models.NotAffected, models.Affected, models.Fixed, models.UnderInvestigation}
	slices.SortFunc(statuses, models.GravestFirst)
	if !slices.Equal(statuses, models.VulnerabilityStatuses()) {
		t.Error(statuses)
	}
}
