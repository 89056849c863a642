package neo4jstore_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
)

// What is pulled is what was pushed, property by property, and analyses to the same result; in one transaction and in
// batches.
// withoutPlaces is the JSON of a value without the places in the author's files, which the store does not hold.
func withoutPlaces(t *testing.T, v any) string {
	t.Helper()
	body, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(body, &tree); err != nil {
		t.Fatal(err)
	}
	queue := []any{tree}
	for next := 0; next < len(queue); next++ {
		switch x := queue[next].(type) {
		case map[string]any:
			delete(x, "at")
			delete(x, "places")
			for _, below := range x {
				queue = append(queue, below)
			}
		case []any:
			queue = append(queue, x...)
		}
	}
	if body, err = json.MarshalIndent(tree, "", " "); err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// The same model twice changes nothing; a changed one changes what differs and leaves the rest alone: nodes that it
// does not touch keep a mark that was set on them by hand.
func TestPushChangesWhatDiffers(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{})
	name := version(ownName(t, s), "current")
	first := analysed(t, "gas-water-heater", name.Case, nil)
	push(t, s, name, first.content())
	mark(t, name)

	if again := push(t, s, name, first.content()); !again.Unchanged {
		t.Errorf("the same again: %+v", again)
	}
	if kept, all := marked(t, name); kept != all {
		t.Errorf("pushing the same again touched %d of %d nodes", all-kept, all)
	}

	renamed := analysed(t, "gas-water-heater", name.Case, func(m *models.System) { m.Components[0].Name.EN = "Renamed" })
	told := push(t, s, name, renamed.content())
	if told.Added != 0 || told.Removed != 0 || told.Changed != 1 {
		t.Errorf("one new name is told as %+v", told)
	}
	if kept, all := marked(t, name); all-kept != 2 { // the component, and the version itself
		t.Errorf("one new name touched %d of %d nodes", all-kept, all)
	}
	sameAsFresh(t, s, name, renamed)

	smaller := analysed(t, "gas-water-heater", name.Case, func(m *models.System) {
		m.Flows = m.Flows[:len(m.Flows)-1]
		m.Components[1].Kind = "gateway"
	})
	told = push(t, s, name, smaller.content())
	if told.Removed == 0 || told.Changed == 0 {
		t.Errorf("one flow less and another kind are told as %+v", told)
	}
	sameAsFresh(t, s, name, smaller)
}

// sameAsFresh compares a version that was changed with the same content pushed as a new one: every node with its
// labels and properties, every relationship.
func sameAsFresh(t *testing.T, s *neo4jstore.Store, changed neo4jstore.Name, content pushed) {
	t.Helper()
	fresh := version(changed.Case, "fresh")
	push(t, s, fresh, content.content())
	if d := cmp.Diff(dump(t, fresh), dump(t, changed)); d != "" {
		t.Errorf("changed step by step and pushed at once differ (-at once +step by step):\n%s", d)
	}
	if _, err := s.Remove(context.Background(), fresh.Case, fresh.Version); err != nil {
		t.Error(err)
	}
}

func TestVersionsSideBySide(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{})
	id := ownName(t, s)
	old, now := version(id, "1.0"), version(id, "2.0")
	push(t, s, old, analysed(t, "kalay-camera", id, nil).content())
	push(t, s, now, analysed(t, "kalay-camera", id, func(m *models.System) { m.Title.EN = "New" }).content())
	for name, title := range map[neo4jstore.Name]string{old: "Remote viewing of a surveillance camera (camera)", now: "New"} {
		pulled, err := s.Pull(context.Background(), name)
		if err != nil || pulled.System.Title.EN != title {
			t.Errorf("%s: %v, title %q, want %q", name, err, pulled.System.Title.EN, title)
		}
	}
	if n, err := s.Remove(context.Background(), id, "1.0"); n != 1 || err != nil {
		t.Errorf("removed %d, %v", n, err)
	}
	if _, err := s.Pull(context.Background(), old); err == nil {
		t.Error("a removed version can still be pulled")
	}
	if _, err := s.Pull(context.Background(), now); err != nil {
		t.Error(err)
	}
	if n, err := s.Remove(context.Background(), id, ""); n != 1 || err != nil {
		t.Errorf("removed %d, %v", n, err)
	}
	if left := countOf(t, "MATCH (n:Harmpath) WHERE n.case = $case OR n:Case AND n.id = $case RETURN count(*)", map[string]any{"case": string(id)}); left != 0 {
		t.Errorf("%d nodes are left", left)
	}
}
