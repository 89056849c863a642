package words

import "github.com/harmpath/harmpath/models"

// The life of data: the third layer of the framework, in its four steps.
var (
	LifecycleTitle  = text("データマネジメント（第3層）", "Data management (layer 3)")
	LifecycleLead   = text("データの“属性”が“場”における“イベント”により変化する過程を、4つのステップに沿って可視化し、リスクを洗い出す。", "How the attributes of data change by events within fields, made visible in four steps so that risks are found.")
	LifecycleEvents = text("STEP 1　データ処理フロー（「イベント」）の可視化", "STEP 1: the flow of processing (events)")
	LifecycleFields = text("STEP 2　必要な制度的保護措置（「場」）の整理", "STEP 2: the institutional protection needed (fields)")
	LifecycleStages = text("STEP 3　「属性」の具体化", "STEP 3: the attributes in detail")
	LifecycleRisks  = text("STEP 4　「イベント」ごとのリスクの洗い出し", "STEP 4: the risks of each event")

	LifecycleLeadEvents = text("イベントは、データの属性を生成・変化させる処理である。", "An event generates or changes the attributes of data.")
	LifecycleLeadFields = text("場は、特定の規範を共有する範囲である。", "A field is a range within which particular norms are shared.")
	LifecycleLeadStages = text("属性は、データが有する性質である。", "Attributes are the properties that data have.")
	LifecycleLeadRisks  = text("属性と場の規範を突き合わせて導いたリスクである。リスクは規範に関するものであり、レベルを変えない。", "The risks follow from the attributes and the norms of the fields. They are about norms and change no level.")
	NoDataRisks         = text("既知の規則によるリスクは見いだされなかった。", "No rule of the catalog finds a risk.")
	NoEvents            = text("モデルにイベント（events）の記載がない。", "The model states no events.")

	EventTable    = text("イベントの一覧", "Events")
	FieldTable    = text("場の一覧", "Fields")
	StageTable    = text("データの属性", "Attributes of the data")
	DataRiskTable = text("イベントごとのリスク", "Risks of the events")

	ColumnEvent       = text("イベント", "Event")
	ColumnEventNature = text("区分", "Kind")
	ColumnBy          = text("実施者", "By")
	ColumnFromData    = text("元のデータ", "From")
	ColumnToData      = text("得られるデータ", "To")
	ColumnPurposes    = text("目的", "Purposes")
	ColumnField       = text("場", "Field")
	ColumnNorms       = text("規範", "Norms")
	ColumnInField     = text("含まれるデータ", "Data within it")
	ColumnCategory    = text("カテゴリ", "Category")
	ColumnValue       = text("価値", "Value")
	ColumnDisclosure  = text("開示範囲", "Disclosure")
	ColumnHolders     = text("データ権利者", "Right holders")
	ColumnMedium      = text("媒体・保存先", "Medium")
	ColumnRiskAt      = text("イベント・データ", "Event or data")
	ColumnDataRisk    = text("リスク", "Risk")
	ColumnNormOf      = text("関わる場と規範", "Field and norm")
	ColumnRemedy      = text("対処", "What to do")

	EventAnnounces  = text("提示した利用目的：{purposes}", "purposes presented: {purposes}")
	EventAnonymises = text("個人を識別できないように加工する", "processed so that nobody is identified")

	DataBox          = text("データ", "data")
	EventBox         = text("イベント", "event")
	RiskBox          = text("リスク", "risk")
	RiskLine         = text("リスクが生じるところ", "where the risk arises")
	FieldCaption     = text("場（{field}）", "Field: {field}")
	CommonAttributes = text("すべてのデータに共通する属性：{attributes}", "Attributes of all data: {attributes}")
	AttributeIs      = text("{attribute}：{value}", "{attribute}: {value}")
)

var dataValues = map[models.DataValue]models.Text{
	models.LowValue:      text("低い", "low"),
	models.MediumValue:   text("中程度", "medium"),
	models.HighValue:     text("高い", "high"),
	models.VeryHighValue: text("非常に高い", "very high"),
}

// DataValue names how much data are worth.
func DataValue(v models.DataValue) models.Text { return word(dataValues, v) }

// SheetLife is the sheet of the attributes of data.
var SheetLife = text("データの属性", "Life of data")

// SheetDataRisks is the sheet of the risks in their life.
var SheetDataRisks = text("データのリスク", "Data risks")
