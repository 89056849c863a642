package models_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

// tree is a cause of depth steps at most.
func tree(depth int) *rapid.Generator[models.Cause] {
	return rapid.Custom(func(t *rapid.T) models.Cause {
		c := models.Cause{ID: rapid.SampledFrom([]string{"", "", "n"}).Draw(t, "id"), Name: models.Plain(rapid.SampledFrom([]string{"", "Name"}).Draw(t, "name"))}
		if rapid.Bool().Draw(t, "ruled out") {
			c.RuledOut = &models.RuledOut{Component: "heater", Classes: []models.DeviceClassID{"open_flue"}}
		}
		below := func() []models.Cause { return rapid.SliceOfN(tree(depth-1), 1, 3).Draw(t, "below") }
		switch kind := rapid.IntRange(0, 2).Draw(t, "kind"); {
		case depth == 0 || kind == 0:
			c.Fact = models.Fact{State: "used", Subject: rapid.SampledFrom([]string{"a", "b", "c.1"}).Draw(t, "subject")}
		case kind == 1:
			c.Any = below()
		default:
			c.All = below()
		}
		return c
	})
}

// factsOf is what Facts is to say, by recursion.
func factsOf(c models.Cause) []models.Fact {
	var out []models.Fact
	if c.Fact != (models.Fact{}) {
		out = append(out, c.Fact)
	}
	for _, below := range slices.Concat(c.Any, c.All) {
		out = append(out, factsOf(below)...)
	}
	return out
}

// A tree of causes is read as it was written, and all its facts are found, each as often as it stands there.
func TestCauses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := tree(3).Draw(t, "tree")
		written, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var read models.Cause
		if err := json.Unmarshal(written, &read); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c, read); diff != "" {
			t.Fatalf("%s is read otherwise (-written +read):\n%s", written, diff)
		}
		if (written[0] == '"') != c.Plain() {
			t.Fatalf("%s, and plain is %t", written, c.Plain())
		}
		inOrder := func(facts []models.Fact) []models.Fact {
			slices.SortFunc(facts, func(a, b models.Fact) int { return strings.Compare(a.String(), b.String()) })
			return facts
		}
		if diff := cmp.Diff(inOrder(factsOf(c)), inOrder(c.Facts())); diff != "" {
			t.Fatalf("facts of %s (-want +got):\n%s", written, diff)
		}
	})
}

func TestCauseInShort(t *testing.T) {
	var c models.Cause
	if err := c.UnmarshalShorthand("used(heater)"); err != nil || !c.Plain() || c.Fact.String() != "used(heater)" {
		t.Errorf("%+v, %v", c, err)
	}
	if err := c.UnmarshalShorthand("heater"); err == nil {
		t.Errorf("heater is a cause: %+v", c)
	}
}

// The words stand in rising order: what compares them by their place relies on it.
func TestHarmWordsRise(t *testing.T) {
	for name, words := range map[string][2][]string{
		"injuries": {models.Injury("").Values(), {"none", "minor", "severe", "death"}},
		"uses":     {models.Use("").Values(), {"intended", "improper", "foreseeable_misuse"}},
		"recovery": {models.Recovery(0).Values(), {"limited", "serious", "fatal"}},
		"economic": {models.Economic(0).Values(), {"limited", "serious", "catastrophic"}},
	} {
		if !slices.Equal(words[0], words[1]) {
			t.Errorf("%s: %v, want %v", name, words[0], words[1])
		}
	}
}
