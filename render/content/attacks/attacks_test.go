package attacks

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/rendertest"
)

// drawn are consequences with attacks whose steps are drawn from a few chains, so that many of them are shared.
func drawn(t *rapid.T) *models.Result {
	r := &models.Result{}
	for i := range rapid.IntRange(1, 4).Draw(t, "consequences") {
		c := models.Consequence{Effect: models.EffectID(fmt.Sprint("e", i)), Name: models.Plain(fmt.Sprint("E", i))}
		c.Reachable.Inherent.Reachable = true
		c.Reachable.Assessed.Reachable = rapid.Bool().Draw(t, "assessed")
		for range rapid.IntRange(0, 4).Draw(t, "attacks") {
			n := rapid.IntRange(1, 8).Draw(t, "steps")
			a := chain(string(c.Effect), n, rapid.IntRange(0, n).Draw(t, "shared"))
			days := float64(rapid.IntRange(1, 9).Draw(t, "days"))
			a.Effort = models.Figure{Status: models.Exact, Value: &days}
			c.Attacks = append(c.Attacks, a)
		}
		if rapid.Bool().Draw(t, "graph") {
			r.Graphs = append(r.Graphs, models.ConsequenceGraph{Effect: c.Effect})
		}
		r.Consequences = append(r.Consequences, c)
	}
	return r
}

// TestNoStepIsLost: in every table of steps, the numbers run from 1 to the number of steps without a gap, the effort of the
// rows is that of the attack's steps, and what a row refers to stands in an earlier table under that number.
func TestNoStepIsLost(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := drawn(rt)
		v := phrasing.New(r, models.English)
		section := Paths(v)
		Number(v, section)
		doc := content.Document{Sections: []content.Section{section}, Aside: Aside(v)}
		rendertest.SoundDocument(t, &doc)
		for i := range r.Consequences {
			for block := range content.Blocks(section.Sections[i : i+1]) {
				table, is := (*block).(content.Table)
				if !is || !strings.HasPrefix(table.ID, "steps-") {
					continue
				}
				next, effort := 1, 0.0
				for _, row := range table.Rows {
					var first, last, earlier, from, to int
					number := row[0].Lines[0].String()
					if n, _ := fmt.Sscanf(number, "%d–%d", &first, &last); n == 1 {
						last = first
					}
					if first != next {
						rt.Fatalf("%s: the row %q follows %d", table.ID, number, next-1)
					}
					if last > first {
						said := row[1].Lines[0].String()
						_, err := fmt.Sscanf(said, "The same as the steps %d–%d of table %d", &from, &to, &earlier)
						if err != nil || earlier >= table.No || to-from != last-first || last-first+1 < referred {
							rt.Fatalf("%s: %q, %q", table.ID, number, said)
						}
					}
					next = last + 1
					var days float64
					_, _ = fmt.Sscan(row[3].Lines[0].String(), &days)
					effort += days
				}
				if effort != float64(next-1) { // each step costs a day
					rt.Errorf("%s: %d steps cost %v days", table.ID, next-1, effort)
				}
			}
		}
	})
}

// TestAloneNothingIsReferredTo: an answer that is printed alone shows every step, with its rule and why it costs what it does.
func TestAloneNothingIsReferredTo(t *testing.T) {
	r := rendertest.Case()
	a := r.Consequences[0].Attacks[0]
	r.Paths = &models.PathsAnswer{Attacks: []models.Attack{a, a}, Complete: true, Looked: 2}
	r.Paths.Question = models.PathsQuestion{To: []string{"scald"}, Reading: models.Assessed, Easiest: 3}
	section := Asked(r, models.English)
	doc := content.Document{Sections: []content.Section{section}}
	rendertest.SoundDocument(t, &doc)
	first, second := rendertest.Table(t, doc.Sections, "steps-1"), rendertest.Table(t, doc.Sections, "steps-2")
	if !slices.Equal(rendertest.Rows(first), rendertest.Rows(second)) {
		t.Error("the second table is another one")
	}
	if got := rendertest.Rows(first)[1]; !strings.Contains(got, "Rule: Infection (CAPEC-17, CPSF CPS.AC-1)") || !strings.Contains(got, "Preparation") {
		t.Error(got)
	}
}

// TestAsked: an answer says what was asked, how many attacks there are, and whether there may be more.
func TestAsked(t *testing.T) {
	attack := rendertest.Case().Consequences[0].Attacks[0]
	question := models.PathsQuestion{From: []string{"net"}, To: []string{"scald"}, Through: []string{"phone"}, Avoid: []string{"flow:status"}, Reading: models.Assessed, Easiest: 1}
	for _, c := range []struct {
		answer models.PathsAnswer
		want   string
	}{
		{models.PathsAnswer{Complete: true, Attacks: []models.Attack{attack}, Count: &models.AttackCount{Number: "12", Status: models.Exact}}, "the 1 easiest; nothing easier is missing / minimal attacks in all: 12"},
		{models.PathsAnswer{Complete: true, Attacks: []models.Attack{attack}, Count: &models.AttackCount{Number: "12", Status: models.Bound}}, "the 1 easiest; nothing easier is missing / minimal attacks in all: at least 12"},
		{models.PathsAnswer{Complete: true}, "No such attack is found in the model."},
		{models.PathsAnswer{Looked: 50}, "0; the search was cut, so others may be missing (50 attacks were looked at)"},
	} {
		c.answer.Question = question
		fields := Asked(&models.Result{Paths: &c.answer}, models.English).Blocks[0].(content.Fields)
		if len(fields.Rows) != 6 {
			t.Errorf("%d facts of the question", len(fields.Rows))
		}
		var got []string
		for _, l := range fields.Rows[5].Values {
			got = append(got, l.String())
		}
		if s := strings.Join(got, " / "); s != c.want {
			t.Errorf("%q, want %q", s, c.want)
		}
	}
}

// TestDetailed: of very many consequences those that can come about are given the evidence before the others, the gravest
// first; of few, all are.
func TestDetailed(t *testing.T) {
	r := &models.Result{}
	for i := range 3 * mostDetailed {
		c := models.Consequence{Effect: models.EffectID(fmt.Sprint(i))}
		c.Reachable.Inherent.Reachable = true
		if i%2 == 1 {
			c.Reachable.Assessed.Reachable = true
		}
		if i%4 == 3 {
			c.Levels.Recovery.Level = models.FatalDamage
		}
		r.Consequences = append(r.Consequences, c)
	}
	count := 0
	for i, shown := range Detailed(r) {
		if shown {
			count++
		}
		if grave := i%4 == 3; grave && !shown {
			t.Errorf("the grave consequence %d is left out", i)
		}
		if i%2 == 0 && shown {
			t.Errorf("the consequence %d, which cannot come about, is shown before one that can", i)
		}
	}
	if count != mostDetailed {
		t.Errorf("%d are shown", count)
	}
	section := Paths(phrasing.New(r, models.English))
	last := section.Blocks[len(section.Blocks)-1].(content.Notice)
	if len(section.Sections) != mostDetailed || last.Tone != content.Caution || !strings.Contains(last.Text.String(), fmt.Sprint(2*mostDetailed)) {
		t.Errorf("%d parts; %s", len(section.Sections), last.Text)
	}
	r.Consequences = r.Consequences[:3]
	if got := Detailed(r); slices.Contains(got, false) {
		t.Errorf("of three: %v", got)
	}
}

// TestManyAttacks: more attacks than anybody reads are counted instead of shown.
func TestManyAttacks(t *testing.T) {
	c := models.Consequence{Effect: "e"}
	for range mostAttacks + 3 {
		c.Attacks = append(c.Attacks, chain("e", 2, 0))
	}
	c.Reachable.Inherent.Reachable = true
	for _, reached := range []bool{true, false} {
		c.Reachable.Assessed.Reachable = reached
		r := &models.Result{Consequences: []models.Consequence{c}}
		part := Paths(phrasing.New(r, models.English)).Sections[0]
		left := fmt.Sprint(len(c.Attacks) - mostAttacks)
		if !reached { // the easiest stands by itself
			left = fmt.Sprint(len(c.Attacks) - 1 - mostAttacks)
		}
		last := part.Blocks[len(part.Blocks)-1].(content.Notice)
		if !strings.Contains(last.Text.String(), left) {
			t.Errorf("reached %v: %s, want %s", reached, last.Text, left)
		}
	}
}

// TestReadingsThatAgreeShareARow: who can bring a consequence about stands once for readings that agree.
func TestReadingsThatAgreeShareARow(t *testing.T) {
	yes, no := models.Reachability{Reachable: true, By: []models.ProfileID{"p"}}, models.Reachability{}
	for _, c := range []struct {
		in   models.InReadings[models.Reachability]
		want int
	}{
		{models.InReadings[models.Reachability]{Inherent: yes, Assessed: yes, Residual: yes}, 1},
		{models.InReadings[models.Reachability]{Inherent: yes, Assessed: yes, Residual: no}, 2},
		{models.InReadings[models.Reachability]{Inherent: yes, Assessed: no, Residual: no}, 2},
	} {
		if rows := readingFacts(phrasing.New(&models.Result{}, models.English), &models.Consequence{Reachable: c.in}); len(rows) != c.want {
			t.Errorf("%v: %d rows, want %d", c.in, len(rows), c.want)
		}
	}
}

// TestSentences: a step is said in its rule's sentence, a built-in one in harmpath's, and one of an unknown rule by what it
// concludes.
func TestSentences(t *testing.T) {
	r := rendertest.Case()
	r.System.Attackers[0].Name = models.Plain("Eve")
	v := phrasing.New(r, models.English)
	for _, c := range []struct {
		profile models.ProfileID
		step    models.Step
		want    string
	}{
		{"remote", models.Step{Rule: models.RuleStart, Concludes: models.Fact{State: "reached", Subject: "net"}}, "Eve starts with “Network: Reached”."},
		{"", models.Step{Rule: models.RuleKnows, Concludes: models.Fact{State: "disclosed", Subject: "account"}}, "An attacker or initiator knows “Account information” from the start."},
		{"", models.Step{Rule: "nobody-knows", Concludes: models.Fact{State: "infected", Subject: "phone"}}, "Smartphone (app): Infected with malware"},
		{"", models.Step{Rule: "infect", Roles: []models.Binding{{Role: "component", Type: models.ComponentSort, Subject: "heater"}}}, "Gas water heater is infected."},
	} {
		if got := sentence(v, c.profile, &c.step).String(); got != c.want {
			t.Errorf("%s: %q, want %q", c.step.Rule, got, c.want)
		}
	}
}

// TestSinglePoints: what a consequence hangs on is said for attackers alone, with the sentence of a step where it is known.
func TestSinglePoints(t *testing.T) {
	r := rendertest.Case()
	v := phrasing.New(r, models.English)
	say := func(c *models.Consequence) string {
		var out []string
		for _, l := range singlePoints(v, c) {
			out = append(out, l.String())
		}
		return strings.Join(out, " / ")
	}
	if got, want := say(&r.Consequences[0]), "Gas water heater: Misused / Smartphone (app) commands Gas water heater over “Command”. / gone(x)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := say(&r.Consequences[1]), "not applicable"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
