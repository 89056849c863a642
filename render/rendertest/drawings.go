package rendertest

import (
	"context"
	"fmt"
	"html"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram/picture"
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
		out = append(out, render.Drawing{ID: id, Title: models.Plain(id), Picture: frame(id, lang), SVG: []byte(svg), DOT: []byte("digraph {}\n"), Width: 200, Height: 100})
	}
	return out, nil
}

// frame is the frame as a list of shapes.
func frame(id string, lang models.Lang) *picture.Picture {
	p := picture.New(id, 200, 100)
	p.Title, p.Lang = id+" "+string(lang), string(lang)
	p.Add(
		picture.Shape{Path: picture.Rect(0, 0, 200, 100), Stroke: "#333333", Width: 1},
		picture.Text{X: 100, Y: 50, Anchor: picture.Middle, Size: 12, Fill: "#1b2733", Content: id},
	)
	return p
}
