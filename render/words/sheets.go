package words

// The sheets of the workbook. A spreadsheet shows the names on tabs: they are short.
var (
	SheetCase       = text("概要", "Case")
	SheetComponents = text("機器", "Components")
	SheetFlows      = text("データフロー", "Data flows")
	SheetThreats    = text("脅威", "Threats")
	SheetMeasures   = text("観点別の対策", "Measures by viewpoint")
	SheetDecided    = text("主体別の対策", "Decided measures")
	SheetEvaluation = text("評価の根拠", "Evaluation")
	SheetPaths      = text("攻撃経路", "Attack paths")
	SheetParts      = text("部品の脆弱性", "Parts")
	SheetAssumed    = text("前提条件", "Assumptions")
	SheetUnknown    = text("未確認事項", "Unknown properties")
	SheetFindings   = text("指摘事項", "Findings")

	SheetItem  = text("項目", "Item")
	SheetValue = text("内容", "Content")
)
