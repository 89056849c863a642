// Package dot is the output that writes every drawing that is a graph as DOT text, for people who want to lay it out
// or edit it with Graphviz: diagrams/<drawing>.<language>.dot.
package dot

import (
	"context"
	"errors"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// Output writes the drawings that are graphs as DOT.
var Output = render.Output{
	Name:  "dot",
	Draws: true,
	Doc: models.Text{
		JA: "図をGraphvizのDOT形式で出力する（グラフでない図を除く。）。",
		EN: "The drawings that are graphs as DOT text for Graphviz.",
	},
	Ext:   "dot",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	if in.Drawings == nil {
		return nil, errors.New("dot: no drawings were given")
	}
	var files []render.File
	for _, lang := range in.Langs {
		drawings, err := in.Drawings.Drawings(ctx, lang)
		if err != nil {
			return nil, err
		}
		for _, d := range drawings {
			if len(d.DOT) > 0 {
				files = append(files, render.File{Name: render.DrawingFile(d.ID, lang, "dot"), Body: d.DOT})
			}
		}
	}
	return files, nil
}
