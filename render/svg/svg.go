// Package svg is the output that writes every drawing of a case as an SVG document, one file for each drawing and
// language: diagrams/<drawing>.<language>.svg.
package svg

import (
	"context"
	"errors"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// Output writes the drawings as SVG.
var Output = render.Output{
	Name:  "svg",
	Draws: true,
	Doc: models.Text{
		JA: "図をSVG形式で出力する（図及び言語ごとに1ファイル）。",
		EN: "The drawings as SVG, a file for each drawing and language.",
	},
	Ext:   "svg",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	if in.Drawings == nil {
		return nil, errors.New("svg: no drawings were given")
	}
	var files []render.File
	for _, lang := range in.Langs {
		drawings, err := in.Drawings.Drawings(ctx, lang)
		if err != nil {
			return nil, err
		}
		for _, d := range drawings {
			files = append(files, render.File{Name: render.DrawingFile(d.ID, lang, "svg"), Body: d.SVG})
		}
	}
	return files, nil
}
