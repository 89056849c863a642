package words

// What a page says around the document.
var (
	ContentsTitle = text("目次", "Contents")
	TableWord     = text("表{n}　{caption}", "Table {n}. {caption}")
	FigureWord    = text("図{n}　{caption}", "Figure {n}. {caption}")
	FurtherWord   = text("図{n}（続き）　{caption}", "Figure {n} (continued). {caption}")
	SourceMark    = text("[出典]", "[Source]")
	GapWord       = text("【記載なし】", "[Not stated]")
	CautionWord   = text("【注意】", "[Note]")
	StepMark      = text("【{step}】", "[{step}]")
	SkipLink      = text("本文へ移動", "Skip to the document")
	StepsLabel    = text("リスクマネジメントのステップ", "Steps of risk management")
)

// What the index page says.
var (
	IndexFiles    = text("文書", "Documents")
	IndexFurther  = text("{figure}（続き：{part}）", "{figure} (continued: {part})")
	IndexDiagrams = text("図", "Diagrams")
	IndexData     = text("データ", "Data")
)
