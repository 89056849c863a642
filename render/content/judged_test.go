package content

import (
	"testing"

	"github.com/harmpath/harmpath/models"
)

// TestJudged: the mark stands behind exactly the values that are the author's own judgement, and never twice.
func TestJudged(t *testing.T) {
	stated := func(fields ...string) models.Origin { return models.Origin{Source: "S", Fields: fields} }
	r := &models.Result{System: models.System{
		Components: []models.Component{{ID: "c", Origin: stated("kind", "stores"), Kind: "heater", Layer: 2, Stores: []models.DataID{"d"}}},
		Data:       []models.Data{{ID: "d", Origin: stated("sensitivity"), Sensitivity: "personal"}},
		Stakeholders: []models.Stakeholder{
			{ID: "s", Origin: stated("makes"), Makes: []models.ComponentID{"c"}, Owns: []models.ComponentID{"c"}},
			{ID: "both", Origin: stated("makes", "owns"), Makes: []models.ComponentID{"c"}, Owns: []models.ComponentID{"c"}},
			{ID: "whole", Origin: models.Origin{Source: models.Inferred, Fields: []string{"makes"}}, Makes: []models.ComponentID{"c"}},
		},
	}}
	b := of(r, models.English)
	c := &r.System.Components[0]
	for _, x := range []struct {
		name string
		got  Line
		want string
	}{
		{"a value that is judged", b.judged(raw("heater"), c.Origin, "kind"), "heaterinferred"},
		{"a value that is stated", b.layer(c).Lines[0], "Layer 2"},
		{"where a data item is stored", b.storedIn("d").Lines[0], "cinferred"},
		{"one duty of two", b.parties("c").Lines[0], "s: makesinferred, owns"},
		{"both duties", b.parties("c").Lines[1], "both: makes, ownsinferred"},
		{"a stakeholder that is inferred as a whole", b.parties("c").Lines[2], "whole: makes"},
		{"a cost", b.judgedOf("none", "2", "cost"), "2"},
	} {
		if got := x.got.String(); got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
	if !b.anyInferred() {
		t.Error("the legend of the mark is missing")
	}
	cells := cell(raw("a"), raw("b"))
	b.judgedCell(cells, c.Origin, "kind")
	if cells.Lines[1].String() != "b" {
		t.Error("the cell itself was changed")
	}
}
