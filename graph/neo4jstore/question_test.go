package neo4jstore_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/analysis/difference"
	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
)

// Every question says what it asks, what its answer is worth and what its parameters mean, and has the parameters
// that its text uses.
func TestQuestionsAreDocumented(t *testing.T) {
	for _, q := range neo4jstore.Questions() {
		if q.Asks == "" || q.Promise == "" {
			t.Errorf("%s does not say what it asks, or what its answer is worth", q.Name)
		}
		var body []string
		for line := range strings.Lines(q.Cypher) {
			if !strings.HasPrefix(line, "//") {
				body = append(body, line)
			}
		}
		text := strings.Join(body, "")
		for _, p := range q.Parameters {
			if p.Means == "" || !strings.Contains(text, "$"+p.Name) {
				t.Errorf("%s: parameter %s has no meaning, or no use", q.Name, p.Name)
			}
		}
		for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,()[]{}\n+", r) }) {
			name, isParameter := strings.CutPrefix(word, "$")
			if isParameter && !slices.ContainsFunc(q.Parameters, func(p neo4jstore.Parameter) bool { return p.Name == name }) {
				t.Errorf("%s uses $%s, which its head does not name", q.Name, name)
			}
		}
	}
}

// answer asks one of the questions.
func answer(t *testing.T, s *neo4jstore.Store, name string, parameters map[string]string) []string {
	t.Helper()
	all := neo4jstore.Questions()
	at := slices.IndexFunc(all, func(q neo4jstore.Question) bool { return q.Name == name })
	if at < 0 {
		t.Fatalf("there is no question %s", name)
	}
	values := map[string]any{}
	for _, p := range all[at].Parameters {
		values[p.Name] = p.Default
	}
	for k, v := range parameters {
		values[k] = v
	}
	got, err := s.Ask(context.Background(), all[at].Cypher, values)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var out []string
	for _, row := range got.Rows {
		out = append(out, fmt.Sprint(row...))
	}
	return out
}

// line writes a row of an answer as fmt does.
func line(cells ...any) string { return fmt.Sprint(cells...) }

func list[T ~string](ids []T) []any {
	out := make([]any, 0, len(ids))
	for _, id := range ids {
		out = append(out, string(id))
	}
	return out
}

func sortedList[T ~string](ids []T) []any { return list(slices.Sorted(slices.Values(ids))) }

func expectations(p pushed) map[string][]string {
	return map[string][]string{
		"attacks": wantedAttacks(p), "reachable": wantedReachable(p), "chokepoints": wantedPoints(p), "exposure": wantedExposure(p),
		"unowned": wantedUnowned(p), "threats": wantedThreats(p), "measures": wantedMeasures(p), "levels": wantedLevels(p),
	}
}

func wantedAttacks(p pushed) (out []string) {
	nr := int64(0)
	for _, c := range p.result.Consequences {
		for _, a := range c.Attacks {
			out = append(out, line(string(c.Effect), string(a.Profile), string(a.Reading), value(a.Effort.Value), steps(a), nr))
			nr++
		}
	}
	return out
}

func value(f *float64) any {
	if f == nil {
		return nil
	}
	return *f
}

func steps(a models.Attack) []any {
	var out []any
	for _, s := range a.Steps {
		out = append(out, s.Instance)
	}
	return out
}

func wantedReachable(p pushed) (out []string) {
	for _, c := range p.result.Consequences {
		injury := "none"
		if c.Harm != nil && c.Harm.Injury != "" {
			injury = string(c.Harm.Injury)
		}
		r := c.Reachable
		out = append(out, line(string(c.Effect), injury, c.Levels.Recovery.Level.String(), c.Levels.Economic.Max.String(),
			r.Inherent.Reachable, r.Assessed.Reachable, r.Residual.Reachable, list(r.Assessed.By)))
	}
	return out
}

func wantedPoints(p pushed) (out []string) {
	for _, c := range p.result.Consequences {
		for _, f := range c.Single.Facts {
			out = append(out, line(string(c.Effect), "fact", f.String()))
		}
		for _, s := range c.Single.Steps {
			out = append(out, line(string(c.Effect), "step", s))
		}
	}
	return out
}

func wantedExposure(p pushed) (out []string) {
	for _, c := range p.result.Components {
		out = append(out, line(string(c.Component), int64(c.Reaches), sortedList(c.CompromisedBy), sortedList(c.Contributes), sortedList(c.Necessary),
			c.IfAttacked.Recovery.Level.String(), c.IfAttacked.Economic.Max.String()))
	}
	return out
}

func wantedUnowned(p pushed) (out []string) {
	for _, f := range p.result.Findings {
		if f.Kind == "no-responsible-stakeholder" {
			out = append(out, line(f.Subjects[0]))
		}
	}
	return out
}

func wantedThreats(p pushed) (out []string) {
	for _, r := range p.result.Threats {
		out = append(out, line(string(r.Component), string(r.Threat), r.Reachable.Assessed.Reachable, list(r.Reachable.Assessed.By),
			sortedList(r.LeadsTo), sortedList(r.Measures)))
	}
	return out
}

func wantedMeasures(p pushed) (out []string) {
	cuts := map[models.MeasureID]int64{}
	count := func(a models.Attack) {
		blocking := map[models.MeasureID]bool{}
		for _, s := range a.Steps {
			for _, m := range s.BlockedBy {
				blocking[m] = true
			}
		}
		for m := range blocking {
			cuts[m]++
		}
	}
	for _, c := range p.result.Consequences {
		for _, a := range c.Attacks {
			count(a)
		}
	}
	for _, r := range p.result.Threats {
		if r.Attack != nil {
			count(*r.Attack)
		}
	}
	measures := slices.Clone(p.read.Measures)
	slices.SortStableFunc(measures, func(a, b models.Measure) int { return int(cuts[b.ID] - cuts[a.ID]) })
	for _, m := range measures {
		status := m.Status
		if status == "" {
			status = models.Candidate
		}
		out = append(out, line(string(m.ID), string(status), cuts[m.ID]))
	}
	return out
}

func wantedLevels(p pushed) (out []string) {
	for _, reading := range []models.ReadingID{models.Assessed, models.Inherent, models.Residual} {
		pair := p.result.Levels.Published.In(reading)
		var on []models.EffectID
		for _, b := range pair.Recovery.Basis {
			on = append(on, b.Effect)
		}
		for _, b := range pair.Economic.Basis {
			on = append(on, b.Effect)
		}
		slices.Sort(on)
		out = append(out, line(string(p.read.ID), "current", string(reading), pair.Recovery.Level.String(), pair.Economic.Max.String(), list(slices.Compact(on))))
	}
	return out
}

// Differences between two versions are those that harmpath diff finds.
func TestDifferencesEqualAnalyses(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{})
	id := ownName(t, s)
	old := analysed(t, "gas-water-heater", id, nil)
	now := analysed(t, "gas-water-heater", id, func(m *models.System) {
		m.Safeguards = m.Safeguards[1:]
		m.Components[0].Name.EN += " (new)"
		m.Flows[0].Closed = true
		m.Zones = append(m.Zones, models.Zone{ID: "yard", Name: models.Plain("Yard")})
	})
	push(t, s, version(id, "old"), old.content())
	push(t, s, version(id, "new"), now.content())
	d := difference.Between(old.result, now.result)
	var want []string
	for _, e := range d.Elements {
		sort := map[string]string{"dataflow": "flow", "trust_zone": "zone", "attacker": "profile", "initiator": "profile"}[e.Type]
		if sort == "" {
			sort = e.Type
		}
		want = append(want, line("element", sort, e.ID, string(e.Turn)))
	}
	for _, c := range d.Consequences {
		if c.Reading == models.Assessed {
			want = append(want, line("consequence", "effect", string(c.Effect), string(c.Turn)))
		}
	}
	for _, c := range d.Threats {
		if c.Reading == models.Assessed {
			want = append(want, line("threat", string(c.Component), string(c.Threat), string(c.Turn)))
		}
	}
	slices.Sort(want)
	got := answer(t, s, "differences", map[string]string{"slot": version(id, "old").String(), "other": version(id, "new").String()})
	slices.Sort(got)
	if len(want) < 4 {
		t.Errorf("only %d differences: %v", len(want), want)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-analyses +store:\n%s", d)
	}
}

// A part that is built into the products of two cases is the same node, and a product that is removed contains it no
// more.
func TestProductsThatContainAPart(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{})
	one, other := ownName(t, s), ownName(t, s)
	part := models.ComponentID(one) // no other case in the store has it
	build := func(m *models.System) {
		m.Components = append(m.Components,
			models.Component{ID: part, Kind: "part", Zone: m.Components[0].Zone, Name: models.Plain("SDK")},
			models.Component{ID: "board", Kind: "part", Zone: m.Components[0].Zone, Name: models.Plain("Board"), Parts: []models.ComponentID{part}})
		m.Components[0].Parts = append(m.Components[0].Parts, "board")
	}
	a, b := analysed(t, "gas-water-heater", one, build), analysed(t, "kalay-camera", other, build)
	push(t, s, version(one, "1"), a.content())
	push(t, s, version(other, "1"), b.content())
	if n := countOf(t, "MATCH (p:Part {id: $id}) RETURN count(p)", map[string]any{"id": string(part)}); n != 1 {
		t.Errorf("the part is %d nodes", n)
	}
	want := func(p pushed) string {
		level := p.result.Levels.Published.Assessed
		return line(string(part), string(p.read.ID), "1", []any{"board", string(p.read.Components[0].ID)}, level.Recovery.Level.String(), level.Economic.Max.String())
	}
	with := map[string]string{"part": string(part)}
	if d := cmp.Diff([]string{want(a), want(b)}, sortedInside(answer(t, s, "parts", with))); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if _, err := s.Remove(context.Background(), one, ""); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{want(b)}, sortedInside(answer(t, s, "parts", with))); d != "" {
		t.Errorf("after a removal, -want +got:\n%s", d)
	}
}

// sortedInside undoes nothing: the list of wholes comes in no order of ours, and `board` is first or last in it.
func sortedInside(rows []string) []string {
	for i, row := range rows {
		before, rest, _ := strings.Cut(row, "[")
		inside, after, _ := strings.Cut(rest, "]")
		words := strings.Fields(inside)
		slices.SortFunc(words, func(a, b string) int {
			if a == "board" {
				return -1
			}
			return 1
		})
		rows[i] = before + "[" + strings.Join(words, " ") + "]" + after
	}
	return rows
}

// Paths begin and end where they are wanted and follow the graph's arrows.
func TestPathsFollowTheGraph(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{})
	name := version(ownName(t, s), "current")
	p := analysed(t, "gas-water-heater", name.Case, nil)
	push(t, s, name, p.content())
	var goal string
	for _, c := range p.result.Consequences {
		if c.Reachable.Assessed.Reachable {
			goal = models.Fact{State: "occurred", Subject: string(c.Effect)}.String()
		}
	}
	got := answer(t, s, "paths", map[string]string{"slot": name.String(), "to": goal})
	if len(got) == 0 || !strings.Contains(got[0], "[reached(internet) ") || !strings.Contains(got[0], goal+"]") {
		t.Errorf("paths to %s: %v", goal, got)
	}
	for _, asked := range []string{"commanders", "burns"} {
		if got := answer(t, s, asked, map[string]string{"slot": name.String()}); len(got) == 0 {
			t.Errorf("%s has no answer", asked)
		}
	}
}

// A question cannot write.
func TestQuestionsOnlyRead(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{})
	_, err := s.Ask(context.Background(), "CREATE (:Vandal)", nil)
	if err == nil || !strings.Contains(err.Error(), "questions only read") {
		t.Errorf("error %v", err)
	}
}
