package attacks

import (
	"fmt"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/rendertest"
)

// chain is an attack of n steps to the effect, whose first shared steps are the same for every effect.
func chain(effect string, n, shared int) models.Attack {
	a := models.Attack{Profile: "p", Reading: models.Assessed, Goal: models.Fact{State: "occurred", Subject: effect}}
	var from []models.Fact
	for i := range n {
		name := fmt.Sprintf("s%d", i)
		if i >= shared {
			name = effect + name
		}
		f := models.Fact{State: "used", Subject: name}
		a.Steps = append(a.Steps, models.Step{Instance: "r(" + name + ")", Rule: "r", Concludes: f, From: from, Effort: 1})
		from = []models.Fact{f}
	}
	return a
}

// TestStepsAsThere: steps that an earlier table shows are referred to with their numbers and their effort, and no step
// is lost; too few of them stay as they are.
func TestStepsAsThere(t *testing.T) {
	for _, c := range []struct {
		shared int
		want   []string
	}{
		{4, []string{"1–4 | The same as the steps 1–4 of table %d (s3: used). | see there | 4 | see there | see there", "5 | b.s4: used | 4 | 1 | – | –"}},
		{2, []string{"1 | s0: used | – | 1 | – | –", "2 | s1: used | 1 | 1 | – | –", "3 | b.s2: used | 2 | 1 | – | –", "4 | b.s3: used | 3 | 1 | – | –", "5 | b.s4: used | 4 | 1 | – | –"}},
	} {
		reached := models.InReadings[models.Reachability]{Assessed: models.Reachability{Reachable: true}}
		r := &models.Result{Consequences: []models.Consequence{
			{Effect: "a.", Reachable: reached, Attacks: []models.Attack{chain("a.", 5, c.shared)}},
			{Effect: "b.", Reachable: reached, Attacks: []models.Attack{chain("b.", 5, c.shared)}},
		}}
		v := phrasing.New(r, models.English)
		section := Paths(v)
		Number(v, section)
		var tables []content.Table
		for _, part := range section.Sections {
			for _, b := range part.Blocks {
				if x, is := b.(content.Table); is {
					tables = append(tables, x)
				}
			}
		}
		if len(tables) != 2 || len(tables[0].Rows) != 5 {
			t.Fatalf("%d tables", len(tables))
		}
		if c.shared == 4 {
			c.want[0] = fmt.Sprintf(c.want[0], tables[0].No)
		}
		rendertest.SameRows(t, tables[1], c.want)
	}
}

// TestStopped: of a consequence that only the inherent reading leaves, the easiest attack stands step by step and the
// others in short; its graph is left to the files and continues no other figure.
func TestStopped(t *testing.T) {
	days := func(n float64) models.Figure { return models.Figure{Status: models.Exact, Value: &n} }
	hard, easy := chain("e", 3, 0), chain("e", 4, 0)
	hard.Effort, easy.Effort = days(9), days(2)
	r := &models.Result{
		Consequences: []models.Consequence{{
			Effect: "e", Name: models.Plain("E"), Attacks: []models.Attack{hard, easy},
			Reachable: models.InReadings[models.Reachability]{Inherent: models.Reachability{Reachable: true}},
		}},
		Graphs: []models.ConsequenceGraph{{Effect: "e"}},
	}
	v := phrasing.New(r, models.English)
	doc := content.Document{Sections: []content.Section{Paths(v)}, Aside: Aside(v)}
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, "others-e"), []string{"A | 9 person-days | p"})
	if got := doc.Further("graph", []string{"graph-e", "graph-f"}); len(got) != 1 || got[0] != "graph-f" {
		t.Errorf("further pages %v", got)
	}
}
