package collection_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/collection"
	"github.com/harmpath/harmpath/models"
)

// result is a case with a place on the map and some measures.
func result(id models.CaseID, no int, recovery models.Recovery, economic models.Economic, measures ...models.Measure) *models.Result {
	r := &models.Result{System: models.System{ID: id, No: no, Title: models.Plain(string(id)), Site: "home", Measures: measures}}
	r.Levels.Published.Assessed.Recovery.Level = recovery
	r.Levels.Published.Assessed.Economic = models.EconomicLevel{Min: economic, Max: economic}
	r.Words = models.Words{
		Viewpoints:   []models.Viewpoint{{ID: "v1", No: 1}, {ID: "v2", Entry: models.Entry{Order: 1}, No: 2}},
		Requirements: []models.Requirement{{ID: "patch"}, {ID: "login", Entry: models.Entry{Order: 1}}},
		Measures:     []models.CatalogMeasure{{ID: "update"}, {ID: "password", Entry: models.Entry{Order: 1}}},
	}
	return r
}

func TestOrderAndMarks(t *testing.T) {
	c := collection.Of([]*models.Result{
		result("zebra", 0, 0, 0), result("b", 12, 0, 0), result("a", 12, 0, 0), result("apple", 0, 0, 0), result("last", 3, 0, 0),
	})
	var got []string
	for _, one := range c.Cases {
		got = append(got, one.Mark+" "+string(one.ID)+" "+one.Result)
	}
	want := []string{"3 last last/result.json", "12 a a/result.json", "12 b b/result.json", "A apple apple/result.json", "B zebra zebra/result.json"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// After Z come AA and AB, as in spreadsheets, and no two cases share a mark.
func TestMarksOfMany(t *testing.T) {
	var many []*models.Result
	for i := range 30 {
		many = append(many, result(models.CaseID(fmt.Sprintf("c%02d", i)), 0, 0, 0))
	}
	c := collection.Of(many)
	if got := c.Cases[25].Mark + " " + c.Cases[26].Mark + " " + c.Cases[27].Mark; got != "Z AA AB" {
		t.Errorf("marks %s", got)
	}
}

func TestDateIsTheLatest(t *testing.T) {
	a, b := result("a", 0, 0, 0), result("b", 0, 0, 0)
	a.System.Date, b.System.Date = "2023-01-01", "2021-11-29"
	if c := collection.Of([]*models.Result{a, b}); c.Date != "2023-01-01" {
		t.Errorf("date %q", c.Date)
	}
}

// What the measures of two cases in one cell come to, in every way in which a measure can be named.
func TestComparison(t *testing.T) {
	first := result("first", 1, 1, 0,
		models.Measure{ID: "m1", Viewpoint: "v1", Requires: "login", Text: models.Plain("own words")},
		models.Measure{ID: "row", Viewpoint: "v2", Placeholder: true},
		models.Measure{ID: "d1", Adapts: []models.MeasureID{"m1"}, Requires: "login", Text: models.Plain("what is done"), Status: models.Adapted},
		models.Measure{ID: "d2", Requires: "login", Text: models.Plain("more"), Status: models.Rejected},
		models.Measure{ID: "d3", Requires: "patch", Text: models.Plain("patches"), Status: models.Adopted},
		models.Measure{ID: "d4", Adapts: []models.MeasureID{"row"}, Requirement: models.Plain("own requirement"), Text: models.Plain("something"), Status: models.Adopted},
		models.Measure{ID: "d5", Text: models.Plain("of nothing"), Status: models.Candidate},
	)
	second := result("second", 2, 1, 0,
		models.Measure{ID: "u", Viewpoint: "v2", Requires: "patch", Uses: "update", Text: models.Plain("own words for it"), Status: models.Adopted},
		models.Measure{ID: "u2", Viewpoint: "v2", Requires: "patch", Uses: "update", Status: models.Rejected},
		models.Measure{ID: "p", Viewpoint: "v1", Requires: "login", Text: models.Plain("own words")},
	)
	far := result("far", 3, 2, 2, models.Measure{ID: "x", Viewpoint: "v1", Requires: "patch", Status: models.Adopted})
	c := collection.Of([]*models.Result{second, far, first})
	if len(c.Cells) != 2 || c.Cells[0].Cases[0] != "far" {
		t.Fatalf("cells %+v", c.Cells)
	}
	want := strings.TrimSpace(`
v1 patch taken [first] lacking [second]
  /patches: first [d3] adopted
v1 login taken [first] lacking [second]
  /own words: first [m1 d1] adapted, second [p] candidate
  /more: first [d2] rejected
v2 patch taken [second] lacking [first]
  update/: second [u u2] adopted
v2 /own requirement taken [first] lacking [second]
  /something: first [d4] adopted
 / taken [] lacking []
  /of nothing: first [d5] candidate`)
	if d := cmp.Diff(want, say(c.Cells[1].Requirements)); d != "" {
		t.Error(d)
	}
	if got := say(c.Cells[0].Requirements); got != "v1 patch taken [far] lacking []\n  /: far [x] adopted" {
		t.Errorf("a case alone: %s", got)
	}
}

// say writes a comparison as text.
func say(rows []models.ComparedRequirement) string {
	var lines []string
	for _, r := range rows {
		name := string(r.Requires)
		if name == "" {
			name = "/" + r.Text.EN
		}
		lines = append(lines, fmt.Sprintf("%s %s taken %v lacking %v", r.Viewpoint, name, r.Taken, r.Lacking))
		for _, m := range r.Measures {
			var cases []string
			for _, d := range m.Cases {
				cases = append(cases, fmt.Sprintf("%s %v %s", d.Case, d.Measures, d.Status))
			}
			lines = append(lines, fmt.Sprintf("  %s/%s: %s", m.Uses, m.Text.EN, strings.Join(cases, ", ")))
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func TestCheck(t *testing.T) {
	member := func(file string, id models.CaseID, no int) collection.Member {
		return collection.Member{System: &models.System{ID: id, No: no}, At: models.Place{File: file, Line: 1, Column: 1}}
	}
	if err := collection.Check([]collection.Member{member("a", "a", 1), member("b", "b", 2), member("c", "c", 0), member("d", "d", 0)}); err != nil {
		t.Error(err)
	}
	err := collection.Check([]collection.Member{
		member("a", "a", 1), member("b", "a", 1), member("c", "c", 1), member("d", "../d", 0), member("e", "e", -1),
	})
	var problems models.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("%v is no list of problems", err)
	}
	want := strings.TrimSpace("b:1:1: id: the case at a:1:1 has the id `a`, too; give each case of a collection an id of its own\n" +
		"c:1:1: number: the case at a:1:1 has the No. 1, too; give each case of a collection a No. of its own, or none\n" +
		"d:1:1: id: \"../d\" is no id, and the folder of the case is named for it; write a lower-case letter, then lower-case letters, digits, hyphens and underscores\n" +
		"e:1:1: number: -1 is no number of a case; write 1 or more, or leave it out")
	if d := cmp.Diff(want, problems.Error()); d != "" {
		t.Error(d)
	}
}

// results draws cases whose ids differ.
func results(t *rapid.T) []*models.Result {
	status := rapid.SampledFrom([]models.Status{"", models.Candidate, models.Adopted, models.Adapted, models.Rejected})
	var out []*models.Result
	for i := range rapid.IntRange(1, 6).Draw(t, "cases") {
		var measures []models.Measure
		for j := range rapid.IntRange(0, 6).Draw(t, "measures") {
			measures = append(measures, models.Measure{
				ID:          models.MeasureID(fmt.Sprintf("m%d", j)),
				Viewpoint:   rapid.SampledFrom([]models.ViewpointID{"v1", "v2", "v3"}).Draw(t, "viewpoint"),
				Requires:    rapid.SampledFrom([]models.RequirementID{"", "patch", "login", "other"}).Draw(t, "requires"),
				Uses:        rapid.SampledFrom([]models.MeasureID{"", "", "update", "password"}).Draw(t, "uses"),
				Text:        models.Plain(rapid.SampledFrom([]string{"one", "two"}).Draw(t, "text")),
				Placeholder: rapid.IntRange(0, 4).Draw(t, "placeholder") == 0,
				Status:      status.Draw(t, "status"),
			})
		}
		out = append(out, result(models.CaseID(fmt.Sprintf("c%d", i)), rapid.IntRange(0, 1).Draw(t, "numbered")*(i+1),
			models.Recovery(rapid.IntRange(0, 1).Draw(t, "recovery")), models.Economic(rapid.IntRange(0, 2).Draw(t, "economic")), measures...))
	}
	return out
}

// Every case stands exactly once in the list and in exactly one cell: its own.
func TestEveryCaseOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := results(t)
		c := collection.Of(all)
		for _, r := range all {
			listed, plotted := 0, 0
			for _, one := range c.Cases {
				if one.ID == r.System.ID {
					listed++
				}
			}
			for _, cell := range c.Cells {
				if slices.Contains(cell.Cases, r.System.ID) {
					plotted++
					if p := r.Levels.Published.Assessed; cell.Recovery != p.Recovery.Level || cell.Economic != p.Economic.Max {
						t.Fatalf("%s lies in the wrong cell", r.System.ID)
					}
				}
			}
			if listed != 1 || plotted != 1 {
				t.Fatalf("%s is listed %d times and plotted %d times", r.System.ID, listed, plotted)
			}
		}
		var order []models.CaseID
		for _, one := range c.Cases {
			order = append(order, one.ID)
		}
		for _, cell := range c.Cells {
			if !slices.IsSortedFunc(cell.Cases, func(a, b models.CaseID) int { return slices.Index(order, a) - slices.Index(order, b) }) {
				t.Fatalf("the cases %v of a cell are not in the list's order %v", cell.Cases, order)
			}
		}
	})
}

// The comparison says of each case, requirement and measure what a look at the case alone says; here every measure
// states its viewpoint and adapts none.
func TestComparisonIsNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := results(t)
		c := collection.Of(all)
		for _, cell := range c.Cells {
			var here []*models.Result
			for _, r := range all {
				if slices.Contains(cell.Cases, r.System.ID) {
					here = append(here, r)
				}
			}
			naive(t, here, cell.Requirements)
		}
		naive(t, all, c.Requirements)
	})
}

func naive(t *rapid.T, cases []*models.Result, rows []models.ComparedRequirement) {
	measures := 0
	for _, row := range rows {
		anyTakes := false
		for _, r := range cases {
			takes := slices.ContainsFunc(r.System.Measures, func(m models.Measure) bool { return stands(&m, &row) && m.Status.InForce() })
			anyTakes = anyTakes || takes
			if got := slices.Contains(row.Taken, r.System.ID); got != takes {
				t.Fatalf("%s takes %s/%s: %v, want %v", r.System.ID, row.Viewpoint, row.Requires, got, takes)
			}
		}
		for _, r := range cases {
			if got, want := slices.Contains(row.Lacking, r.System.ID), anyTakes && !slices.Contains(row.Taken, r.System.ID); got != want {
				t.Fatalf("%s lacks %s/%s: %v, want %v", r.System.ID, row.Viewpoint, row.Requires, got, want)
			}
		}
		for _, m := range row.Measures {
			for _, d := range m.Cases {
				measures += len(d.Measures)
				naiveDecision(t, cases, &row, &m, &d)
			}
		}
	}
	want := 0
	for _, r := range cases {
		for _, m := range r.System.Measures {
			if !m.Placeholder {
				want++
			}
		}
	}
	if measures != want {
		t.Fatalf("%d measures stand in the comparison, and the cases have %d", measures, want)
	}
}

// stands reports whether a measure stands in a row.
func stands(m *models.Measure, row *models.ComparedRequirement) bool {
	return !m.Placeholder && m.Viewpoint == row.Viewpoint && m.Requires == row.Requires
}

func naiveDecision(t *rapid.T, cases []*models.Result, row *models.ComparedRequirement, of *models.ComparedMeasure, d *models.DecidedInCase) {
	for _, r := range cases {
		if r.System.ID != d.Case {
			continue
		}
		best := 0
		rising := []models.Status{models.Rejected, models.Candidate, models.Adapted, models.Adopted}
		var ids []models.MeasureID
		for _, m := range r.System.Measures {
			same := m.Uses == of.Uses && (m.Uses != "" || m.Text == of.Text)
			if stands(&m, row) && same {
				ids = append(ids, m.ID)
				status := m.Status
				if status == "" {
					status = models.Candidate
				}
				best = max(best, slices.Index(rising, status))
			}
		}
		if !slices.Equal(ids, d.Measures) || rising[best] != d.Status {
			t.Fatalf("%s decided %v %s, want %v %s", d.Case, d.Measures, d.Status, ids, rising[best])
		}
	}
}

// The order of the results does not matter, and gathering changes none of them.
func TestOrderOfResultsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := results(t)
		shuffled := rapid.Permutation(all).Draw(t, "shuffled")
		if d := cmp.Diff(collection.Of(all), collection.Of(shuffled)); d != "" {
			t.Fatal(d)
		}
	})
}
