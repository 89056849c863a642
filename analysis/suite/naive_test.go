package suite_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// naive asks the grounded case again, by definition and by full fixpoints, and shares no code with the analyses.
type naive struct {
	*rapid.T
	*ground.Case
}

func grounded(t *rapid.T, system *models.System, known *models.Catalog) naive {
	c, err := ground.New(system, known)
	if err != nil {
		t.Fatal(err)
	}
	return naive{t, c}
}

func (n naive) compromise(f graph.FactID, of ...models.Sort) bool {
	s := n.Catalog.State(n.FactOf(f).State)
	return s != nil && s.Compromise && slices.Contains(of, s.Of)
}

func (n naive) occurs(x *graph.Fixpoint, e models.EffectID) bool {
	f, _ := n.Fact(models.Fact{State: "occurred", Subject: string(e)})
	return x.Holds(f)
}

// disabled returns the selection without the rules for which out holds.
func (n naive) disabled(sel *graph.Selection, out func(graph.RuleID) bool) *graph.Selection {
	sel = sel.Clone()
	for r := range graph.RuleID(n.Graph.NumRules()) {
		if out(r) {
			sel.Disable(r)
		}
	}
	return sel
}

// entries returns the entry points by definition.
func (n naive) entries() []models.EntryPoint {
	var out []models.EntryPoint
	for _, profile := range n.System.Attackers {
		sel := n.Select(ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{profile.ID}})
		compromises := func(r graph.RuleID) bool {
			return n.RuleOf(r) != models.RuleKnows && n.compromise(n.Graph.Then(r), models.ComponentSort, models.FlowSort, models.DataSort)
		}
		baseline := graph.Reach(n.Graph, n.disabled(sel, compromises))
		first := func(r graph.RuleID) bool {
			return sel.Enabled(r) && compromises(r) && !slices.ContainsFunc(n.Graph.If(r), func(f graph.FactID) bool { return !baseline.Holds(f) })
		}
		type subject struct {
			of models.Sort
			id string
		}
		of := func(r graph.RuleID) subject {
			f := n.FactOf(n.Graph.Then(r))
			return subject{n.Catalog.State(f.State).Of, f.Subject}
		}
		subjects := map[subject]bool{}
		for r := range graph.RuleID(n.Graph.NumRules()) {
			if first(r) {
				subjects[of(r)] = true
			}
		}
		for s := range subjects { // compared as sets
			x := graph.Reach(n.Graph, n.disabled(sel, func(r graph.RuleID) bool { return first(r) && of(r) != s }))
			for _, e := range n.Effects {
				if n.occurs(x, e.ID) && !n.occurs(baseline, e.ID) {
					out = append(out, models.EntryPoint{Effect: e.ID, Profile: profile.ID, Type: s.of, Subject: s.id})
				}
			}
		}
	}
	return out
}

func TestEntryPointsEqualTheirDefinition(t *testing.T) {
	found := 0
	drawn(t, 20, func(t *rapid.T, system *models.System, known *models.Catalog) {
		r, want := analyse(t, system, known), grounded(t, system, known).entries()
		var got []models.EntryPoint
		for _, e := range r.Entries {
			if e.Fact.Subject != e.Subject {
				t.Fatalf("%+v begins elsewhere", e)
			}
			e.Fact = models.Fact{}
			got = append(got, e)
		}
		found += len(got)
		for _, e := range want {
			if !slices.Contains(got, e) {
				t.Fatalf("missing: %+v", e)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d entry points, want %d", len(got), len(want))
		}
	})
	if found < 5 {
		t.Errorf("only %d entry points were compared", found)
	}
}

// compromised tells which components are compromised.
func (n naive) compromised(x *graph.Fixpoint) map[string]bool {
	out := map[string]bool{}
	for f := range graph.FactID(n.Graph.NumFacts()) {
		if x.Holds(f) && n.compromise(f, models.ComponentSort) {
			out[n.FactOf(f).Subject] = true
		}
	}
	return out
}

// reaches counts the other components of which some compromise holds by the attack on the component, and not without.
func (n naive) reaches(attacked *graph.Fixpoint, c models.ComponentID) int {
	sel := n.Select(ground.Query{Reading: models.Assessed, Asset: c})
	without := graph.Reach(n.Graph, n.disabled(sel, func(r graph.RuleID) bool { return n.RuleOf(r) == models.RuleAttacked }))
	others := map[string]bool{}
	for f := range graph.FactID(n.Graph.NumFacts()) {
		if attacked.Holds(f) && !without.Holds(f) && n.compromise(f, models.ComponentSort) && n.FactOf(f).Subject != string(c) {
			others[n.FactOf(f).Subject] = true
		}
	}
	return len(others)
}

func TestExposureEqualsFullFixpoints(t *testing.T) {
	necessary, others := 0, 0
	drawn(t, 20, func(t *rapid.T, system *models.System, known *models.Catalog) {
		r, n := analyse(t, system, known), grounded(t, system, known)
		for _, c := range r.Components {
			x := graph.Reach(n.Graph, n.Select(ground.Query{Reading: models.Assessed, Asset: c.Component}))
			if want := n.reaches(x, c.Component); c.Reaches != want {
				t.Fatalf("%s reaches %d, want %d", c.Component, c.Reaches, want)
			}
			others += c.Reaches
			for _, e := range n.Effects {
				if leads := slices.Contains(c.Leads, e.ID); leads && !n.occurs(x, e.ID) {
					t.Fatalf("%s is said to lead to %s", c.Component, e.ID)
				}
				want := n.necessary(c.Component, e.ID)
				if got := slices.Contains(c.Necessary, e.ID); got != want {
					t.Fatalf("%s necessary for %s: %v, want %v", c.Component, e.ID, got, want)
				}
				if want && !slices.Contains(c.Contributes, e.ID) {
					t.Fatalf("%s is necessary for %s and does not contribute", c.Component, e.ID)
				}
				if want {
					necessary++
				}
			}
			for _, p := range append(slices.Clone(system.Attackers), system.Initiators...) {
				x := graph.Reach(n.Graph, n.Select(ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{p.ID}}))
				if got, want := slices.Contains(c.CompromisedBy, p.ID), n.compromised(x)[string(c.Component)]; got != want {
					t.Fatalf("%s compromised by %s: %v, want %v", c.Component, p.ID, got, want)
				}
			}
		}
	})
	if necessary < 5 || others < 20 {
		t.Errorf("only %d necessities and %d reaches were compared", necessary, others)
	}
}

// necessary takes all ways to compromise a component away, for every attacker who reaches the effect.
func (n naive) necessary(c models.ComponentID, e models.EffectID) bool {
	reached := false
	for _, p := range n.System.Attackers {
		sel := n.Select(ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{p.ID}})
		if !n.occurs(graph.Reach(n.Graph, sel), e) {
			continue
		}
		reached = true
		without := n.disabled(sel, func(r graph.RuleID) bool {
			f := n.Graph.Then(r)
			return n.FactOf(f).Subject == string(c) && n.compromise(f, models.ComponentSort)
		})
		if n.occurs(graph.Reach(n.Graph, without), e) {
			return false
		}
	}
	return reached
}

// The derivations of the facts are well-founded: taken together, each fact can be put after what it comes from.
func TestDerivationsAreWellFounded(t *testing.T) {
	drawn(t, 20, func(t *rapid.T, system *models.System, known *models.Catalog) {
		r := analyse(t, system, known)
		placed := map[models.Fact]bool{}
		for progress := true; progress; {
			progress = false
			for _, f := range r.Facts {
				if !placed[f.Fact] && !slices.ContainsFunc(f.From, func(from models.Fact) bool { return !placed[from] }) {
					placed[f.Fact], progress = true, true
				}
			}
		}
		if len(placed) != len(r.Facts) {
			t.Fatalf("%d of %d facts support each other in a cycle", len(r.Facts)-len(placed), len(r.Facts))
		}
	})
}

// A drawn graph concludes its effect, concludes every premise before it is used, and shows no step that leads nowhere.
func TestGraphsCanBeDrawn(t *testing.T) {
	drawings := 0
	drawn(t, 20, func(t *rapid.T, system *models.System, known *models.Catalog) {
		r := analyse(t, system, known)
		for _, g := range r.Graphs {
			drawings++
			goal := models.Fact{State: "occurred", Subject: string(g.Effect)}
			concluded, last, used := map[models.Fact]bool{}, map[models.Fact]int{}, map[models.Fact]bool{goal: true}
			for i, s := range g.Steps {
				last[s.Concludes] = i
			}
			for i, s := range g.Steps {
				for _, f := range s.From {
					if !concluded[f] || last[f] > i {
						t.Fatalf("%s: %s is used before all ways to it are drawn", g.Effect, f)
					}
					used[f] = true
				}
				concluded[s.Concludes] = true
			}
			for _, s := range g.Steps {
				if !used[s.Concludes] {
					t.Fatalf("%s: %s leads nowhere", g.Effect, s.Instance)
				}
			}
			if !concluded[goal] || g.Omitted < 0 {
				t.Fatalf("%s: %d steps, %d omitted", g.Effect, len(g.Steps), g.Omitted)
			}
		}
	})
	if drawings < 10 {
		t.Errorf("only %d graphs were drawn", drawings)
	}
}

// What a threat is said to lead to can be brought about by a profile that reaches the threat.
func TestThreatsLeadToWhatIsReachable(t *testing.T) {
	drawn(t, 20, func(t *rapid.T, system *models.System, known *models.Catalog) {
		r := analyse(t, system, known)
		for i := range r.Threats {
			row := &r.Threats[i]
			for _, e := range row.LeadsTo {
				c := r.Consequences[slices.IndexFunc(r.Consequences, func(c models.Consequence) bool { return c.Effect == e })]
				if !slices.ContainsFunc(row.Reachable.Assessed.By, func(p models.ProfileID) bool { return slices.Contains(c.Reachable.Assessed.By, p) }) {
					t.Fatalf("%s is said to lead to %s, which none of %v reaches", row.Fact, e, row.Reachable.Assessed.By)
				}
			}
			if malicious := row.Attack != nil; malicious && row.Attack.Goal != row.Fact {
				t.Fatalf("%s is attacked at %s", row.Fact, row.Attack.Goal)
			}
		}
	})
}
