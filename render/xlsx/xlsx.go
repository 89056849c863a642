package xlsx

import (
	"context"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/document"
)

// Output writes tables.LANG.xlsx.
var Output = render.Output{
	Name: "xlsx",
	Doc: models.Text{
		JA: "文書の表（Excel。機器、データフロー、脅威、対策、評価の根拠、攻撃経路、前提条件及び指摘事項のシート）",
		EN: "the tables of the document for Excel: components, flows, threats, measures, evaluation, attack paths, assumptions, findings",
	},
	Together: models.Text{
		JA: "ユースケース集の表（Excel。一覧、リスクマップの区分、対策の比較、対策要件、対策例及びすべての対策のシート）",
		EN: "the tables of the collection for Excel: list, cells of the risk map, comparisons, requirements, examples, all measures",
	},
	Ext:   "xlsx",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	return in.PerLanguage(ctx, "tables", "xlsx", func(lang models.Lang) ([]byte, error) {
		doc := document.Of(&in, lang)
		return Format(&doc, Options{Date: in.Date(), Program: in.Program()})
	})
}
