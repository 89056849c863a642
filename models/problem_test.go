package models

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNearest(t *testing.T) {
	known := []string{"from", "to", "via", "trust_zones", "dataflows", "water_heater", "opened_by"}
	for word, want := range map[string]string{
		"frm":          "from",
		"form":         "from",
		"too":          "to",
		"TO":           "to",
		"Trust_Zone":   "trust_zones",
		"zones":        "trust_zones",
		"data-flows":   "dataflows",
		"water-heater": "water_heater",
		"heater":       "water_heater",
		"gas_heater":   "",
		"xyz":          "",
		"":             "",
		"opened":       "opened_by",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

// The distance within a limit equals the distance by its definition, cut off at the limit.
func TestDistanceAgainstDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("abc_")), 0, 6, -1)
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		limit := rapid.IntRange(0, 7).Draw(t, "limit")
		if got, want := distanceWithin(a, b, limit), min(slowDistance(a, b), limit+1); got != want {
			t.Fatalf("distance of %q and %q within %d is %d, want %d", a, b, limit, got, want)
		}
	})
}

// slowDistance is the recursive definition of the optimal string alignment.
func slowDistance(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	if a[0] == b[0] {
		return slowDistance(a[1:], b[1:])
	}
	least := 1 + min(slowDistance(a[1:], b), slowDistance(a, b[1:]), slowDistance(a[1:], b[1:]))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		least = min(least, 1+slowDistance(a[2:], b[2:]))
	}
	return least
}

// Problems stand in the order of their places, each once, and say where, what and what to write instead.
func TestProblems(t *testing.T) {
	at := func(line, column int) Place { return Place{File: "m.yaml", Line: line, Column: column} }
	sorted := Problems{
		{At: at(10, 2), What: Messagef("later")},
		{At: at(2, 7), Path: "b", What: Messagef("second"), Remedy: Messagef("write c")},
		{At: at(2, 7), Path: "a", What: Messagef("first")},
		{At: at(10, 2), What: Messagef("later")},
		{At: Place{File: "m.yaml"}, What: Messagef("of the file")},
		{At: at(2, 0), What: Messagef("of the line")},
	}.Sort()
	want := []string{
		"m.yaml: of the file", "m.yaml:2: of the line", "m.yaml:2:7: a: first", "m.yaml:2:7: b: second; write c", "m.yaml:10:2: later",
	}
	if got := strings.Split(sorted.Error(), "\n"); !slices.Equal(got, want) {
		t.Errorf("got\n%s", sorted.Error())
	}
	if err := (Problems{}).Err(); err != nil {
		t.Errorf("no problems are the error %v", err)
	}
	if err := sorted.Err(); err == nil || err.Error() != sorted.Error() {
		t.Errorf("the error is %v", err)
	}
}
