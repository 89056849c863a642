package translation

// templates is what is wrong with an Office document that is to lend others its looks.
var templates = map[string]string{
	"the template %s: %s":                                                            "テンプレート %s：%s",
	"it is no Word document without macros (.docx)":                                  "マクロのないWord文書（.docx）でない",
	"it is no PowerPoint presentation without macros (.pptx)":                        "マクロのないPowerPointプレゼンテーション（.pptx）でない",
	"it is no Office Open XML file (no ZIP archive)":                                 "Office Open XMLのファイルでない（ZIPアーカイブでない）",
	"it is no Office Open XML file (its content types are missing)":                  "Office Open XMLのファイルでない（コンテンツの種類の一覧がない）",
	"it has %d parts, and %d are the most":                                           "パートが%d個あり、上限の%d個を超えている",
	"unpacked it is larger than %d MB":                                               "展開すると%dMBを超える",
	"it is linked to %q, which is outside of it; save a copy with the file embedded": "外部の %q にリンクしている。そのファイルを埋め込んで保存し直してください",
	"its content types cannot be read: %s":                                           "コンテンツの種類の一覧を読めない：%s",
	"its part %q cannot be read: %s":                                                 "パート %q を読めない：%s",
	"the relations of its part %q cannot be read: %s":                                "パート %q の関係を読めない：%s",
	"its text cannot be read: %s":                                                    "本文を読めない：%s",
	"its styles cannot be read":                                                      "スタイルを読めない",
	"its numbering cannot be read":                                                   "番号付けを読めない",
	"its list of slides cannot be read: %s":                                          "スライドの一覧を読めない：%s",
	"its slides are too small or too large":                                          "スライドが小さすぎるか、大きすぎる",
	"it has no slide master":                                                         "スライドマスターがない",
	"its slide master has no layout":                                                 "スライドマスターにレイアウトがない",
}
