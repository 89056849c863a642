package pptx

import (
	"context"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/document"
)

// Output writes overview.LANG.pptx.
var Output = render.Output{
	Name:  "pptx",
	Draws: true,
	Paper: true,
	Doc: models.Text{
		JA: "概要スライド（PowerPoint。文字と表は編集可能。--template FILE.pptx により様式を指定できる）",
		EN: "overview slides for PowerPoint with editable text and tables; --template FILE.pptx lends their looks",
	},
	Ext:   "pptx",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	return in.PerLanguage(ctx, "overview", "pptx", func(lang models.Lang) ([]byte, error) {
		drawings, err := in.DrawingsIn(ctx, lang)
		if err != nil {
			return nil, err
		}
		options := Options{Drawings: drawings, Date: in.Date(), Template: in.Template("pptx"), Program: in.Program()}
		return Format(ctx, document.Of(&in, lang), options)
	})
}
