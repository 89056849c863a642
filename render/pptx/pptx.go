package pptx

import (
	"context"
	"fmt"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
)

// Output writes overview.LANG.pptx.
var Output = render.Output{
	Name:  "pptx",
	Draws: true,
	Doc: models.Text{
		JA: "概要スライド（PowerPoint。文字と表は編集可能。--template FILE.pptx により様式を指定できる）",
		EN: "overview slides for PowerPoint with editable text and tables; --template FILE.pptx lends their looks",
	},
	Ext:   "pptx",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	var files []render.File
	for _, lang := range in.Langs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var drawings []render.Drawing
		if in.Drawings != nil {
			var err error
			if drawings, err = in.Drawings.Drawings(ctx, lang); err != nil {
				return nil, err
			}
		}
		options := Options{Drawings: drawings, Date: in.Date(), Template: in.Template("pptx"), Program: in.Result.Tool.Name}
		body, err := Format(ctx, content.Build(in.Result, lang), options)
		if err != nil {
			return nil, fmt.Errorf("overview.%s.pptx: %w", lang, err)
		}
		files = append(files, render.File{Name: "overview." + string(lang) + ".pptx", Body: body})
	}
	return files, nil
}
