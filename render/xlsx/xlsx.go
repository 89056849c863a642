package xlsx

import (
	"context"
	"fmt"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
)

// Output writes tables.LANG.xlsx.
var Output = render.Output{
	Name: "xlsx",
	Doc: models.Text{
		JA: "文書の表（Excel。機器、データフロー、脅威、対策、評価の根拠、攻撃経路、前提条件及び指摘事項のシート）",
		EN: "the tables of the document for Excel: components, flows, threats, measures, evaluation, attack paths, assumptions, findings",
	},
	Ext:   "xlsx",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	var files []render.File
	for _, lang := range in.Langs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		doc := content.Build(in.Result, lang)
		body, err := Format(&doc, Options{Date: in.Date(), Program: in.Result.Tool.Name})
		if err != nil {
			return nil, fmt.Errorf("tables.%s.xlsx: %w", lang, err)
		}
		files = append(files, render.File{Name: "tables." + string(lang) + ".xlsx", Body: body})
	}
	return files, nil
}
