package pdf

import (
	"context"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/document"
)

// Output writes document.LANG.pdf.
var Output = render.Output{
	Name:  "pdf",
	Draws: true,
	Paper: true,
	Doc: models.Text{
		JA: "ユースケース文書（PDF、A4。目次、しおり及びベクター形式の図を含む）",
		EN: "the use-case document as PDF on A4 with contents, bookmarks and vector figures",
	},
	Ext:   "pdf",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	return in.PerLanguage(ctx, "document", "pdf", func(lang models.Lang) ([]byte, error) {
		drawings, err := in.DrawingsIn(ctx, lang)
		if err != nil {
			return nil, err
		}
		doc := document.Of(&in, lang)
		return Format(&doc, Options{Drawings: drawings, Date: in.Date(), Program: in.Program()})
	})
}
