package html

import (
	"context"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/document"
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
	return in.PerLanguage(ctx, "document", "html", func(lang models.Lang) ([]byte, error) {
		drawings, err := in.DrawingsIn(ctx, lang)
		if err != nil {
			return nil, err
		}
		return Format(document.Of(&in, lang), drawings, in.Theme), nil
	})
}
