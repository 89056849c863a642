package portrait_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
)

// States of the tests: reached(x) is only exposure, infected(x) a compromise, and each x is a component.
const reached, infected = models.StateID("reached"), models.StateID("infected")

// resultOf is a result with one graph, of the effect harm. A step is written "a b -> c" with facts as below, after the days
// that it takes where it takes some: "2 a -> b". A fact is r:x, i:x, d:x (of data), c:x (a condition), h (harm) or, as a premise, p:x (the profile x begins).
func resultOf(steps ...string) *models.Result {
	r := &models.Result{Words: models.Words{States: []models.State{
		{ID: reached, Of: models.ComponentSort}, {ID: infected, Of: models.ComponentSort, Compromise: true},
		{ID: "disclosed", Of: models.DataSort, Compromise: true}, {ID: models.StatePresent, Of: models.ConditionSort}, {ID: models.StateOccurred, Of: models.EffectSort},
	}}}
	g := models.ConsequenceGraph{Effect: "harm", Reading: models.Assessed}
	for i, text := range steps {
		g.Steps = append(g.Steps, stepOf(i, text))
	}
	r.Graphs = []models.ConsequenceGraph{g}
	r.Consequences = []models.Consequence{{Effect: "harm"}}
	return r
}

func stepOf(i int, text string) models.Step {
	from, to, _ := strings.Cut(text, " -> ")
	s := models.Step{Instance: fmt.Sprintf("rule-%d()", i), Rule: "rule", Concludes: factOf(to)}
	if s.Concludes.State == models.StatePresent {
		s.Rule = models.RulePresent
	}
	for _, word := range strings.Fields(from) {
		switch profile, begins := strings.CutPrefix(word, "p:"); {
		case begins:
			s.Rule, s.Instance = models.RuleStart, fmt.Sprintf("start(%s, %d)", profile, i)
		case !strings.Contains(word, ":"):
			_, _ = fmt.Sscan(word, &s.Effort)
		default:
			s.From = append(s.From, factOf(word))
		}
	}
	return s
}

func factOf(word string) models.Fact {
	sort, subject, _ := strings.Cut(word, ":")
	state := map[string]models.StateID{"r": reached, "i": infected, "c": models.StatePresent, "d": "disclosed", "h": models.StateOccurred}[sort]
	if state == models.StateOccurred {
		subject = "harm"
	}
	return models.Fact{State: state, Subject: subject}
}

// shown writes the ways of the first graph's portrait, sorted, in the language of resultOf; + joins facts in one box.
func shown(r *models.Result) []string {
	p := portrait.Of(&r.Graphs[0])
	if p == nil {
		return nil
	}
	var out []string
	for _, w := range p.Ways {
		var from []string
		for _, x := range w.From {
			from = append(from, boxName(x))
		}
		text := strings.Join(from, " ") + " -> " + boxName(w.To)
		for _, c := range w.Conditions {
			text += " while " + string(c)
		}
		out = append(out, text)
	}
	slices.Sort(out)
	return out
}

func boxName(x *portrait.Box) string {
	if x.Kind == models.ProfileBox {
		return "p:" + string(x.Profile)
	}
	var names []string
	for _, f := range x.Facts() {
		name := map[models.StateID]string{reached: "r:", infected: "i:", "disclosed": "d:", models.StatePresent: "c:", models.StateOccurred: "h"}[f.State]
		if f.State != models.StateOccurred {
			name += f.Subject
		}
		names = append(names, name)
	}
	return strings.Join(names, "+")
}

func TestPortrait(t *testing.T) {
	for _, test := range []struct {
		name        string
		steps, want []string
	}{
		{"exposure goes without saying", []string{"p:eve -> r:a", "2 r:a -> i:a", "1 i:a -> h"}, []string{"i:a -> h", "p:eve -> i:a"}},
		{"exposure that costs something is shown", []string{"1 p:eve -> r:a", "2 r:a -> i:a", "1 i:a -> h"}, []string{"i:a -> h", "p:eve -> r:a", "r:a -> i:a"}},
		{"what follows by itself shares a box", []string{"1 p:eve -> i:a", "i:a -> i:b", "1 i:b -> h"}, []string{"i:a+i:b -> h", "p:eve -> i:a+i:b"}},
		{"a circumstance of two ways is said on each", []string{" -> c:w", "1 p:eve c:w -> i:a", "1 i:a c:w -> h"}, []string{"i:a -> h while w", "p:eve -> i:a while w"}},
		{"a circumstance of one way is drawn", []string{" -> c:w", "1 p:eve -> i:a", "1 i:a c:w -> h"}, []string{"i:a c:w -> h", "p:eve -> i:a"}},
		{"what nothing concludes is left out", []string{"1 i:ghost -> i:a", "1 i:a -> h", "1 p:eve -> i:b", "1 i:b -> h"}, []string{"i:b -> h", "p:eve -> i:b"}},
		{"what leads nowhere is left out", []string{"1 p:eve -> i:a", "1 i:a -> h", "1 i:a -> i:b"}, []string{"i:a -> h", "p:eve -> i:a"}},
		{"a cycle that nothing begins is left out", []string{"1 i:a -> i:b", "1 i:b -> i:a", "1 i:a -> h"}, nil},
	} {
		r := resultOf(test.steps...)
		portrait.Complete(r)
		if got := shown(r); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// The easiest attack is that of an attacker, however little an initiator's misoperation takes.
func TestEasiest(t *testing.T) {
	r := resultOf("1 p:user -> i:a", "1 i:a -> h", "2 p:eve -> i:b", "2 i:b -> h")
	r.System.Initiators = []models.Profile{{ID: "user", Kind: models.Misoperation}}
	steps := r.Graphs[0].Steps
	less, more, most := 0.0, 4.0, 5.0
	r.Consequences[0].Attacks = []models.Attack{
		{Profile: "user", Effort: models.Figure{Value: &less}, Steps: steps[:2]},
		{Profile: "mallory", Effort: models.Figure{Upper: &most}, Steps: steps[:2]},
		{Profile: "eve", Effort: models.Figure{Value: &more}, Steps: steps[2:]},
	}
	portrait.Complete(r)
	for _, w := range portrait.Of(&r.Graphs[0]).Ways {
		if of := strings.Contains(boxName(w.From[0])+boxName(w.To), "eve") || boxName(w.From[0]) == "i:b"; w.Easiest != of {
			t.Errorf("%s -> %s is on the easiest attack: %t", boxName(w.From[0]), boxName(w.To), w.Easiest)
		}
	}
}

// anyResult draws a graph of steps in any order, cyclic ones and ones without premises among them.
func anyResult(t *rapid.T) *models.Result {
	facts := []string{"i:a", "i:b", "i:c", "r:a", "r:b", "c:w"}
	var steps []string
	for range rapid.IntRange(1, 14).Draw(t, "steps") {
		from := rapid.SliceOfNDistinct(rapid.SampledFrom(facts), 0, 2, rapid.ID[string]).Draw(t, "from")
		if rapid.Bool().Draw(t, "begins") {
			from = append(from, "p:"+rapid.SampledFrom([]string{"eve", "mallory"}).Draw(t, "profile"))
		}
		if rapid.Bool().Draw(t, "costs") {
			from = append([]string{"1"}, from...)
		}
		steps = append(steps, strings.Join(from, " ")+" -> "+rapid.SampledFrom(append([]string{"h"}, facts[:5]...)).Draw(t, "to"))
	}
	r := resultOf(append([]string{" -> c:w"}, steps...)...)
	days := 1.0
	r.Consequences[0].Attacks = []models.Attack{{Effort: models.Figure{Value: &days}, Steps: r.Graphs[0].Steps[:len(steps)/2]}}
	return r
}

// TestLaws: what is portrayed leads to the consequence and is founded, and a portrayal is read back as it was written.
func TestLaws(t *testing.T) {
	portrayed := 0
	rapid.Check(t, func(t *rapid.T) {
		r := anyResult(t)
		before := slices.Clone(r.Graphs[0].Steps)
		portrait.Complete(r)
		g := &r.Graphs[0]
		if !reflect.DeepEqual(g.Steps, before) {
			t.Fatal("the steps were changed")
		}
		if (g.Portrayal != nil) != holds(g.Steps) {
			t.Fatalf("the consequence comes about: %t", holds(g.Steps))
		}
		if g.Portrayal == nil {
			return
		}
		portrayed++
		leads(t, portrait.Of(g))
		again := *g
		kept := *g.Portrayal
		again.Portrayal = &kept
		r.Graphs[0] = again
		if portrait.Complete(r); r.Graphs[0].Portrayal != &kept {
			t.Fatal("a portrayal that fits is made anew")
		}
	})
	if portrayed == 0 {
		t.Error("nothing was portrayed")
	}
}

// holds is a second opinion: whether the consequence follows.
func holds(steps []models.Step) bool {
	known := map[models.Fact]bool{}
	for range steps {
		for _, s := range steps {
			if !slices.ContainsFunc(s.From, func(f models.Fact) bool { return !known[f] }) {
				known[s.Concludes] = true
			}
		}
	}
	return known[models.Fact{State: models.StateOccurred, Subject: "harm"}]
}

// leads: from every box a way leads to the consequence, and every way's boxes are boxes of the portrait.
func leads(t *rapid.T, p *portrait.Portrait) {
	leading := map[*portrait.Box]bool{}
	for _, x := range p.Boxes {
		leading[x] = x.Kind == models.GoalBox
	}
	for range p.Ways {
		for _, w := range p.Ways {
			for _, x := range w.From {
				leading[x] = leading[x] || leading[w.To]
			}
		}
	}
	for _, w := range p.Ways {
		for _, x := range append(slices.Clone(w.From), w.To) {
			if !slices.Contains(p.Boxes, x) {
				t.Fatalf("%s is no box", boxName(x))
			}
		}
	}
	for _, x := range p.Boxes {
		if !leading[x] {
			t.Fatalf("%s leads nowhere", boxName(x))
		}
	}
}

// A portrayal whose numbers tell of nothing, as a file can hold it, is made anew.
func TestHostilePortrayals(t *testing.T) {
	made := func() *models.Result {
		r := resultOf("1 p:eve -> i:a", "1 i:a -> i:b", "1 i:b -> h")
		portrait.Complete(r)
		return r
	}
	want := shown(made())
	for name, spoil := range map[string]func(*models.Portrayal){
		"no boxes":            func(p *models.Portrayal) { p.Boxes = nil },
		"no consequence":      func(p *models.Portrayal) { p.Boxes[0].Kind = models.FactBox },
		"two consequences":    func(p *models.Portrayal) { p.Boxes = append(p.Boxes, p.Boxes[0]) },
		"a step below zero":   func(p *models.Portrayal) { p.Boxes[1].Step = -1 },
		"a step beyond":       func(p *models.Portrayal) { p.Ways[0].Step = 3 },
		"an earlier beyond":   func(p *models.Portrayal) { p.Boxes[1].Earlier = []int{99} },
		"a known beyond":      func(p *models.Portrayal) { p.Boxes[1].Knows = []int{99} },
		"through a step more": func(p *models.Portrayal) { p.Ways[0].Through = []int{3} },
		"from nowhere":        func(p *models.Portrayal) { p.Ways[0].From = []int{len(p.Boxes)} },
		"to nowhere":          func(p *models.Portrayal) { p.Ways[0].To = -1 },
	} {
		r := made()
		spoil(r.Graphs[0].Portrayal)
		portrait.Complete(r)
		if got := shown(r); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Whatever a portrayal says that fits its steps, reading and folding it end without a panic.
func TestOddPortrayals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyResult(t)
		g := &r.Graphs[0]
		for i := range g.Steps {
			g.Steps[i].Rule = rapid.SampledFrom([]models.RuleID{"rule", models.RuleKnows, models.RuleStart}).Draw(t, "rule")
		}
		boxes := rapid.IntRange(1, 6).Draw(t, "boxes")
		step, box := rapid.IntRange(0, len(g.Steps)-1), rapid.IntRange(0, boxes-1)
		g.Portrayal = &models.Portrayal{}
		for i := range boxes {
			x := models.PortrayedBox{
				Kind: rapid.SampledFrom([]models.PortrayedKind{models.FactBox, models.CauseBox, models.ProfileBox, models.SafeguardBox, "unheard of"}).Draw(t, "kind"),
				Step: step.Draw(t, "step"), At: rapid.SampledFrom([]models.ComponentID{"", "a", "b"}).Draw(t, "at"), Minor: rapid.Bool().Draw(t, "minor"),
			}
			if i == 0 {
				x.Kind = models.GoalBox
			}
			g.Portrayal.Boxes = append(g.Portrayal.Boxes, x)
		}
		for range rapid.IntRange(0, 8).Draw(t, "ways") {
			g.Portrayal.Ways = append(g.Portrayal.Ways, models.PortrayedWay{
				Step: step.Draw(t, "step"), To: box.Draw(t, "to"), From: rapid.SliceOfN(box, 0, 3).Draw(t, "from"),
			})
		}
		made := g.Portrayal
		if portrait.Complete(r); g.Portrayal != made {
			t.Fatal("a portrayal that fits is made anew")
		}
		p := portrait.Of(g)
		p.Contract()
		p.Clear()
	})
}

// Many steps are cut to those of the attacks, and the others are counted.
func TestManySteps(t *testing.T) {
	var steps []string
	for i := range 50 {
		steps = append(steps, fmt.Sprintf("1 p:eve -> i:%d", i), fmt.Sprintf("1 i:%d -> h", i))
	}
	r := resultOf(steps...)
	days := 1.0
	r.Consequences[0].Attacks = []models.Attack{{Effort: models.Figure{Value: &days}, Steps: r.Graphs[0].Steps[:4]}}
	portrait.Complete(r)
	if p := r.Graphs[0].Portrayal; len(p.Ways) != 4 || p.Omitted != 96 {
		t.Errorf("%d ways, and %d steps are left out", len(p.Ways), p.Omitted)
	}
}
