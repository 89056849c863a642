package pdf

import (
	"context"
	"fmt"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
)

// Output writes document.LANG.pdf.
var Output = render.Output{
	Name:  "pdf",
	Draws: true,
	Doc: models.Text{
		JA: "ユースケース文書（PDF、A4。目次、しおり及びベクター形式の図を含む）",
		EN: "the use-case document as PDF on A4 with contents, bookmarks and vector figures",
	},
	Ext:   "pdf",
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
		doc := content.Build(in.Result, lang)
		body, err := Format(&doc, Options{Drawings: drawings, Date: in.Date(), Program: in.Result.Tool.Name})
		if err != nil {
			return nil, fmt.Errorf("document.%s.pdf: %w", lang, err)
		}
		files = append(files, render.File{Name: "document." + string(lang) + ".pdf", Body: body})
	}
	return files, nil
}
