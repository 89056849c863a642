package html

import (
	"context"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
)

// Output writes document.LANG.html.
var Output = render.Output{
	Name:  "html",
	Draws: true,
	Doc: models.Text{
		JA: "ユースケース文書（図を含む一つのHTMLファイル。A4での印刷に対応）",
		EN: "the use-case document as one self-contained HTML file with its figures, ready to print on A4",
	},
	Ext:   "html",
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
		body := Format(content.Build(in.Result, lang), drawings)
		files = append(files, render.File{Name: "document." + string(lang) + ".html", Body: body})
	}
	return files, nil
}
