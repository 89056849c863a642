package usecase

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
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
	v := phrasing.New(r, models.English)
	c := &r.System.Components[0]
	for _, x := range []struct {
		name string
		got  content.Line
		want string
	}{
		{"a value that is judged", v.Judged(content.Raw("heater"), c.Origin, "kind"), "heaterinferred"},
		{"a value that is stated", layer(v, c).Lines[0], "Layer 2"},
		{"where a data item is stored", storedIn(v, "d").Lines[0], "cinferred"},
		{"one duty of two", parties(v, "c").Lines[0], "s: makesinferred, owns"},
		{"both duties", parties(v, "c").Lines[1], "both: makes, ownsinferred"},
		{"a stakeholder that is inferred as a whole", parties(v, "c").Lines[2], "whole: makes"},
		{"a cost", judgedOf(v, "none", "2", "cost"), "2"},
	} {
		if got := x.got.String(); got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
	if !v.AnyInferred() {
		t.Error("the legend of the mark is missing")
	}
	cells := content.CellOf(content.Raw("a"), content.Raw("b"))
	v.JudgedCell(cells, c.Origin, "kind")
	if cells.Lines[1].String() != "b" {
		t.Error("the cell itself was changed")
	}
}
