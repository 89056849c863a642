package docx

import (
	"context"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/document"
)

// Output writes document.LANG.docx.
var Output = render.Output{
	Name:  "docx",
	Draws: true,
	Paper: true,
	Doc: models.Text{
		JA: "ユースケース文書（Word。見出し、表、図及び目次を含む。--template FILE.docx により様式を指定できる）",
		EN: "the use-case document for Word with native headings, tables, figures and contents; --template FILE.docx lends its looks",
	},
	Ext:   "docx",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	return in.PerLanguage(ctx, "document", "docx", func(lang models.Lang) ([]byte, error) {
		drawings, err := in.DrawingsIn(ctx, lang)
		if err != nil {
			return nil, err
		}
		options := Options{Drawings: drawings, Date: in.Date(), Template: in.Template("docx"), Program: in.Program()}
		return Format(ctx, document.Of(&in, lang), options)
	})
}
