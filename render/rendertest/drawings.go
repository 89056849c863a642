package rendertest

import (
	"context"
	"fmt"
	"html"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// Drawings draws an empty frame for each of the given ids.
type Drawings []string

// CaseDrawings are the drawings of Case.
func CaseDrawings() Drawings {
	return Drawings{
		render.StakeholderDrawing, render.ConfigurationDrawing, render.DataflowDrawing, render.RiskMapDrawing,
		render.AttackDrawing + "scald", render.GraphDrawing + "scald",
	}
}

// Drawings returns the frames.
func (d Drawings) Drawings(_ context.Context, lang models.Lang) ([]render.Drawing, error) {
	var out []render.Drawing
	for _, id := range d {
		name := html.EscapeString(id)
		svg := fmt.Sprintf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%s\" width=\"200\" height=\"100\" viewBox=\"0 0 200 100\"><title>%s %s</title><rect width=\"200\" height=\"100\" fill=\"none\" stroke=\"#333\"/></svg>\n", name, name, lang)
		out = append(out, render.Drawing{ID: id, Title: models.Plain(id), SVG: []byte(svg), DOT: []byte("digraph {}\n"), Width: 200, Height: 100})
	}
	return out, nil
}
