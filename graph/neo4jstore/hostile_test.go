package neo4jstore_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
)

// hostileTexts would do harm where they became Cypher text.
var hostileTexts = []string{
	"'}) DETACH DELETE n //", "`) MATCH (n) DETACH DELETE n //", "\\u0060) DETACH DELETE n //", "$slot", "{uid: 'v'}", "\"; DROP", "\\", "\\'",
	"*/ MATCH (n) DETACH DELETE n /*", "\r\nRETURN 1", "日本語 🔥 \u202e", "' OR 1=1 --", "null", "\x00\x01", "/v", "m/component/x",
}

// Hostile texts are kept as they are, and hostile names of facts, rules and measures too; nothing else changes.
func TestHostileTexts(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{})
	bystander := version(ownName(t, s), "current")
	push(t, s, bystander, analysed(t, "kalay-camera", bystander.Case, nil).content())
	before := dump(t, bystander)

	name := version(ownName(t, s), "current")
	p := analysed(t, "kalay-camera", name.Case, func(m *models.System) {
		for i, text := range hostileTexts {
			m.Components[i%len(m.Components)].Description.EN += text
			m.Data[i%len(m.Data)].Name = models.Text{JA: text, EN: text}
			m.Overview.Text = append(m.Overview.Text, models.Text{JA: text})
		}
	})
	push(t, s, name, p.content())
	pulled, err := s.Pull(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(withoutPlaces(t, p.read), withoutPlaces(t, pulled.System)); d != "" {
		t.Errorf("-pushed +pulled:\n%s", d)
	}

	b := graph.NewBuilder()
	var last graph.FactID
	for _, text := range hostileTexts {
		rule := graph.Rule{ID: text, Then: b.Fact(text), BlockedBy: []graph.MeasureID{b.MeasureNamed(text)}}
		if text != hostileTexts[0] {
			rule.If = []graph.FactID{last}
		}
		last = rule.Then
		b.Rule(rule)
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	bare := version(ownName(t, s), "current")
	push(t, s, bare, neo4jstore.GraphContent(bare.Case, g))
	if got := reached(t, s, bare, neo4jstore.Selection{}, g); len(got) != len(hostileTexts) {
		t.Errorf("%d facts hold, want %d", len(got), len(hostileTexts))
	}
	if got := reached(t, s, bare, neo4jstore.Selection{Without: []models.MeasureID{models.MeasureID(hostileTexts[5])}}, g); len(got) != 5 {
		t.Errorf("with a measure in force %d facts hold, want 5", len(got))
	}
	for _, text := range hostileTexts {
		if _, err := s.Pull(context.Background(), version(models.CaseID(text), text)); err == nil {
			t.Errorf("something is there under the name %q", text)
		}
		if _, err := neo4jstore.ParseName(text); err == nil && !models.ValidID(text) {
			t.Errorf("%q is a name", text)
		}
		if got := answer(t, s, "exposure", map[string]string{"slot": bystander.String(), "component": text}); len(got) != 0 {
			t.Errorf("component %q is exposed: %v", text, got)
		}
	}
	if d := cmp.Diff(before, dump(t, bystander)); d != "" {
		t.Errorf("another case changed:\n%s", d)
	}
}

// Two cases pushed at once both arrive; of several pushes of one version one stays, whole, in either mode.
func TestConcurrentPushes(t *testing.T) {
	for _, options := range []neo4jstore.Options{{}, {Single: 1, Batch: 150}} {
		s := open(t, shared, options)
		one, other := version(ownName(t, s), "current"), version(ownName(t, s), "current")
		variants := []pushed{
			analysed(t, "kalay-camera", one.Case, nil),
			analysed(t, "kalay-camera", one.Case, func(m *models.System) { m.Flows = m.Flows[1:] }),
			analysed(t, "kalay-camera", one.Case, func(m *models.System) { m.Components[0].Kind = "gateway" }),
		}
		beside := analysed(t, "gas-water-heater", other.Case, nil)
		var wait sync.WaitGroup
		for _, v := range variants {
			wait.Go(func() { pushOrFail(t, s, one, v) })
		}
		wait.Go(func() { pushOrFail(t, s, other, beside) })
		wait.Go(func() { readersSeeWholes(t, s, one, variants) })
		wait.Wait()

		got := strings.Join(dump(t, one), "\n")
		whole := 0
		for _, v := range variants {
			push(t, s, version(one.Case, "alone"), v.content())
			if got == strings.Join(dump(t, version(one.Case, "alone")), "\n") {
				whole++
			}
		}
		if whole != 1 {
			t.Errorf("%+v: what is stored is %d of the pushed versions", options, whole)
		}
		push(t, s, version(other.Case, "alone"), beside.content())
		if d := cmp.Diff(dump(t, version(other.Case, "alone")), dump(t, other)); d != "" {
			t.Errorf("%+v: the other case is not whole:\n%s", options, d)
		}
	}
}

func pushOrFail(t *testing.T, s *neo4jstore.Store, name neo4jstore.Name, p pushed) {
	if _, err := s.Push(context.Background(), name, p.content()); err != nil {
		t.Errorf("push: %v", err)
	}
}

// readersSeeWholes pulls again and again: what comes is nothing, or one of the pushed models.
func readersSeeWholes(t *testing.T, s *neo4jstore.Store, name neo4jstore.Name, variants []pushed) {
	for range 25 {
		pulled, err := s.Pull(context.Background(), name)
		if err != nil {
			if !strings.Contains(err.Error(), "the store holds no ") {
				t.Errorf("pull: %v", err)
			}
			continue
		}
		got, whole := withoutPlaces(t, pulled.System), false
		for _, v := range variants {
			whole = whole || got == withoutPlaces(t, v.read)
		}
		if !whole {
			t.Error("a reader saw a model that nobody pushed")
		}
	}
}

// The last case that has a part goes while another one that has it is being pushed: the part stays, or comes again.
func TestPartsThatGoMeanwhile(t *testing.T) {
	quick := open(t, shared, neo4jstore.Options{})
	one, other := ownName(t, quick), ownName(t, quick)
	part := models.ComponentID(one) // no other case in the store has it
	build := func(m *models.System) {
		m.Components = append(m.Components, models.Component{ID: part, Kind: "part", Zone: m.Components[0].Zone, Name: models.Plain("SDK")})
		m.Components[0].Parts = append(m.Components[0].Parts, part)
	}
	beside := analysed(t, "kalay-camera", other, build)
	removals := 0
	slow := open(t, shared, neo4jstore.Options{Single: 1, Batch: 100, Progress: func(neo4jstore.Progress) {
		push(t, quick, version(other, "1"), beside.content())
		if _, err := quick.Remove(context.Background(), other, ""); err != nil {
			t.Error(err)
		}
		removals++
	}})
	push(t, slow, version(one, "1"), analysed(t, "gas-water-heater", one, build).content())
	if removals < 3 {
		t.Errorf("%d removals while the other case was pushed", removals)
	}
	holds := countOf(t, "MATCH (:Component {id: $id})-[:SAME_AS]->(p:Part {id: $id, kind: 'part'}) RETURN count(p)", map[string]any{"id": string(part)})
	if holds != 1 {
		t.Errorf("the pushed case has %d nodes of its part", holds)
	}
}
