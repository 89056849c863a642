package words

import "github.com/harmpath/harmpath/models"

// A collection of cases: its titles are those of the slides' plan of a document.
var (
	CollectionKind      = text("IoTセキュリティ・セーフティ・フレームワーク（IoT-SSF）ユースケース集", "IoT Security Safety Framework (IoT-SSF): collection of use cases")
	CollectionTitle     = text("「IoTセキュリティ・セーフティ・フレームワーク」実践に係るユースケース集", "Use cases for putting the IoT Security Safety Framework into practice")
	PositionTitle       = text("本文書の位置付けと構成", "Position and structure of this document")
	FrameworkTitle      = text("「IoTセキュリティ・セーフティ・フレームワーク」の概要", "Overview of the IoT Security Safety Framework")
	PurposeTitle        = text("本文書の目的と構成", "Purpose and structure of this document")
	ReadersTitle        = text("想定読者", "Intended readers")
	CasesTitle          = text("対象となるユースケース", "The use cases")
	RecordedTitle       = text("ユースケースにおける記載事項", "What each use case records")
	ConcreteTitle       = text("具体的なユースケース", "The use cases one by one")
	RequirementsTitle   = text("対策要件", "Measure requirements")
	ExamplesTitle       = text("対策例", "Examples of measures")
	ComparisonTitle     = text("同じ区分に位置するユースケースの対策の比較", "Measures of use cases in the same cell, compared")
	ChapterPart         = text("{chapter}-{part}", "{chapter}-{part}")
	AttachmentNumber    = text("添付{letter}", "Annex {letter}")
	AttachmentPart      = text("{letter}-{part}", "{letter}-{part}")
	CaseHeading         = text("No.{mark}　{title}", "No. {mark}: {title}")
	CellHeading         = text("{recovery}×{economic}（No.{cases}）", "{recovery} × {economic} (No. {cases})")
	CellOfMany          = text("{recovery}×{economic}（{n}件）", "{recovery} × {economic} ({n} use cases)")
	SlidesOfMETI        = text("経済産業省「『第2層：フィジカル空間とサイバー空間のつながり』の信頼性確保に向けたセキュリティ対策タスクフォースの検討の方向性」（令和3年11月29日）を参考に作成", "Based on METI, directions of the task force on security measures for the second layer, connections of physical space and cyberspace (29 November 2021)")
	CollectionMadeBy    = text("本書は、各ユースケースのモデルの分析結果から {tool} が作成した。レベル、対策の比較及びリスクマップは分析結果から導いたものである。", "This document was made by {tool} from the results of the use cases. Levels, the comparison of measures and the risk map are derived from these results.")
	LettersForUncounted = text("No. のないユースケースは、英字で示す。", "A use case without a No. is marked with a letter.")
)

// What the title page of a collection says.
var (
	CountOfCases  = text("収録するユースケース", "Use cases")
	CountBySite   = text("現場別の件数", "By site")
	CountIs       = text("{n}件", "{n}")
	SiteWithCount = text("{site} {n}件", "{site}: {n}")
)

// Chapter 1.
var (
	FrameworkAgreement      = text("用途や使用環境によって課題が異なるIoT機器・システムに対するセキュリティ対策を、複数のステークホルダー間で合意する際に活用できる「IoTセキュリティ・セーフティ・フレームワーク（IoT-SSF）」を2020年11月5日に公開。", "The IoT Security Safety Framework (IoT-SSF), published on 5 November 2020, helps several stakeholders to agree on security measures for IoT devices and systems, whose problems differ with use and environment.")
	FrameworkCategories     = text("本フレームワークで、IoT機器・システムをカテゴライズし、カテゴリごとに求められるセキュリティ・セーフティ要求の観点を把握・比較することにより、それぞれに求める対策の観点・内容の整合性を確保できる。", "It sorts IoT devices and systems into categories. Comparing the viewpoints of the security and safety requirements that each category calls for makes the measures asked of each consistent.")
	FrameworkSameDevice     = text("※ 同じ機器・システムでも使用形態などによってマッピング先が異なり得る。", "Note: the same device or system may lie in different places of the map, depending on how it is used.")
	ViewpointsOfAxis        = text("第3軸「求められるセキュリティ・セーフティ要求」の観点", "Viewpoints of axis 3, “security and safety requirements called for”")
	PurposeEasier           = text("本文書は、IoT-SSFをより活用しやすいものにすることを目的として、IoT-SSFのユースケースを一つの様式に整理したものである。", "This document presents use cases of the IoT-SSF in one form, so that the framework is easier to put to use.")
	PurposeConcrete         = text("IoT-SSFにて示されたリスクのマッピング手法やカテゴライズ手法を、具体的な仕組み・サービスに即して示す。", "It shows on particular systems and services how the framework maps and categorises risks.")
	StructureTable          = text("本文書の構成", "Structure of this document")
	ColumnChapter           = text("章", "Chapter")
	ReadersLead             = text("IoT機器・システムのセキュリティに係る様々な主体を想定読者とする。各ユースケースにおいて想定する主体を以下に示す。", "This document is for everybody concerned with the security of IoT devices and systems. The parties of each use case are listed below.")
	ReadersTable            = text("各ユースケースにおけるステークホルダー", "Stakeholders of the use cases")
	NoCollectedStakeholders = text("各ユースケースにステークホルダーの記載がない。", "The use cases name no stakeholder.")
	StructurePosition       = text("IoT-SSFの概要、本文書の目的と構成、想定読者を示す。", "The framework, the purpose of this document and its readers.")
	StructureCases          = text("ユースケースの一覧とマッピング結果、各ユースケースの記載事項と概要を示す。各ユースケースの詳細は、ユースケースごとの文書に示す。", "The list of the use cases with their places on the map, what each records, and each in short. The details are in a document of each use case.")
	StructureRequirements   = text("ユースケースに現れる対策要件を示す。", "The requirements on measures that the use cases name.")
	StructureExamples       = text("対策要件ごとの対策例と、各ユースケースにおける意思決定を示す。", "Examples of measures for each requirement, with what each use case decided.")
	StructureComparison     = text("リスクマップの同じ区分に位置するユースケースの間で、対策を比較する。", "The measures of use cases that lie in the same cell of the risk map, compared.")
)

// Chapter 2.
var (
	SelectionSites       = text("IoT機器・システムが導入される用途の例として、消費者用および産業用（製造、物流）を想定し、わかりやすさや多様性を考慮して選定。", "Chosen to be easy to understand and varied, from consumer and industrial uses (manufacturing, logistics) of IoT devices and systems.")
	SelectionSpread      = text("その上で、第1軸：回復困難性の度合いと、第2軸：経済的影響の度合いに応じ、なるべくマッピングの偏りが少なくなるように配慮し、各々の現場の分類から具体的な機器・システムを選定。", "With the degrees of difficulty of recovery (axis 1) and of economic impact (axis 2) in mind, particular devices and systems were chosen from each sort of site so that they spread over the map.")
	SelectionLead        = text("ユースケース選定の考え方として、次の二点が示されている。", "Use cases are to be selected as follows.")
	CollectionLead       = text("本文書は{n}件のユースケースを対象とする。{cells}の区分のうち{used}の区分に位置する。", "This document covers {n} use cases. They lie in {used} of the {cells} cells of the map.")
	CaseList             = text("ユースケース一覧", "List of use cases")
	ColumnCase           = text("ユースケース", "Use case")
	ColumnSite           = text("IoT機器を導入する現場", "Site where the IoT devices are used")
	ColumnCoarseRecovery = text("（参考）第1軸", "(Reference) axis 1")
	ColumnCoarseEconomic = text("（参考）第2軸", "(Reference) axis 2")
	ColumnMark           = text("No.", "No.")
	CoarseNote           = text("（参考）は、出典がユースケースに付した「リスクの大きさ」（大・中・小）である。", "“Reference” is the size of risk (large, medium, small) that the source gives for the use case.")
	CommonRiskMap        = text("ユースケースのマッピング結果", "The use cases on the risk map")
	CellTable            = text("リスクマップの区分とユースケース", "The cells of the risk map with their use cases")
	ColumnCases          = text("ユースケース（No.）", "Use cases (No.)")
	ColumnViewpoints     = text("求められる観点", "Viewpoints called for")
	RecordedSteps        = text("「サイバー・フィジカル・セキュリティ対策フレームワーク」では、「分析対象の明確化」、「想定されるセキュリティインシデント及び事業被害レベルの設定」、「リスク分析の実施」及び「リスク対応」のステップでリスクマネジメントを実施するとしている。", "The Cyber/Physical Security Framework manages risks in the steps of making the object of analysis clear, setting the expected incidents and levels of damage to the business, analysing the risks, and responding to them.")
	RecordedLead         = text("上記を踏まえ、以下のステップでリスクマネジメントを実施し、個別のユースケースを整理する。", "On this basis, each use case is worked through in the following steps.")
	RecordedTable        = text("各ユースケースの記載事項", "What each use case records")
	ColumnRecordStep     = text("ステップ", "Step")
	ColumnRecords        = text("記載事項", "Recorded")
	RecordPrepare        = text("事前準備として必要となる以下の情報を整理する。", "The information needed as preparation is gathered:")
	RecordEvaluate       = text("第1軸「回復困難性の度合い」及び第2軸「経済的影響の度合い」の判断基準を考慮し、IoT機器システムをマッピングする。", "The IoT system is placed on the map by the criteria of axis 1, difficulty of recovery, and axis 2, economic impact.")
	RecordRespond        = text("リスク対応を行うステークホルダーが実際に講じる対策を以下の項目に沿って整理する。", "The measures that the stakeholders actually take are gathered:")
	RecordResponds       = text("リスク対応（ステークホルダー別の対策要件一覧）", "Risk response (requirements by stakeholder)")
	ConcreteLead         = text("各ユースケースの概要を以下に示す。詳細は、識別子を名前とするフォルダーの文書に示す。", "Each use case in short. The details are in the documents of the folder named by its identifier.")
	CaseStakeholders     = text("ステークホルダー", "Stakeholders")
	CaseOutline          = text("概要", "Overview")
	CasePossible         = text("至り得る影響", "What can come about")
	CasePrevented        = text("防がれる影響", "What is prevented")
	CaseMeasures         = text("対策", "Measures")
	MeasuresCounted      = text("採用 {taken}件、検討中 {open}件、不採用 {rejected}件", "{taken} adopted, {open} under consideration, {rejected} rejected")
	CaseFolder           = text("文書のフォルダー", "Folder of its documents")
	NothingPossible      = text("評価結果において至り得る影響はない。", "Nothing can come about in the assessed reading.")
)

// The annexes.
var (
	RequirementsLead    = text("ユースケースに現れる対策要件を、第3軸の観点別に示す。「採用」は、その要件に対する対策を採用したユースケースである。", "The requirements that the use cases name, by viewpoint of axis 3. “Taken by” names the use cases with a measure in force for it.")
	RequirementTable    = text("対策要件の一覧", "Requirements")
	ColumnTaken         = text("採用（No.）", "Taken by (No.)")
	ColumnConsidered    = text("検討中・不採用（No.）", "Considered or rejected (No.)")
	ExamplesLead        = text("対策要件ごとの対策例と、各ユースケースにおける意思決定を示す。", "Examples of measures for each requirement, with the decision of each use case.")
	ExampleTable        = text("対策例と各ユースケースにおける意思決定", "Examples of measures and the decisions of the use cases")
	ColumnDecisions     = text("意思決定（No.）", "Decisions (No.)")
	DecisionMarks       = text("○：採用、△：検討中、×：不採用、－：記載なし。", "○: adopted, △: under consideration, ×: rejected, –: not mentioned.")
	ComparisonLead      = text("リスクマップの同じ区分に位置するユースケースは、求められる観点が同じである。その対策を対策要件ごとに並べ、いずれかのユースケースが採用し、ほかのユースケースが採用していないものを示す。事情が異なれば対策も異なり得るため、差異は不備を意味しない。", "Use cases in one cell of the risk map call for the same viewpoints. Their measures stand side by side, by requirement, with what one use case takes and another does not. Circumstances differ, so a difference is not a fault.")
	ComparisonTable     = text("対策の比較：{cell}", "Measures compared: {cell}")
	DifferenceTable     = text("採用する対策要件の差異：{cell}", "Requirements taken by some: {cell}")
	ColumnOthersTake    = text("ほかが採用し、本ユースケースが採用していない対策要件", "Requirements that others take and this one does not")
	ColumnAloneTakes    = text("本ユースケースのみが採用する対策要件", "Requirements that this one alone takes")
	SingleCells         = text("次の区分に位置するユースケースは一つであり、比較の対象がない：{cells}。", "These cells hold one use case each, so there is nothing to compare: {cells}.")
	NoComparison        = text("同じ区分に位置するユースケースはない。", "No two use cases lie in the same cell.")
	NoDifference        = text("採用する対策要件に差異はない。", "The use cases take the same requirements.")
	NoViewpoint         = text("観点の記載なし", "No viewpoint stated")
	NoRequirement       = text("対策要件の記載なし", "No requirement stated")
	NoCollectedMeasures = text("いずれのユースケースにも対策の記載がない。", "No use case names a measure.")
)

var decisionMarks = map[models.Status]models.Text{
	models.Adopted:   text("○", "○"),
	models.Adapted:   text("○", "○"),
	models.Candidate: text("△", "△"),
	models.Rejected:  text("×", "×"),
}

// DecisionMark is the mark of a decision in a table of many cases; see DecisionMarks. Of no decision it is a dash.
func DecisionMark(s models.Status) models.Text {
	if s == "" {
		return text("－", "–")
	}
	return word(decisionMarks, s)
}

// The common risk map.
var (
	SiteDevices    = text("{site}で利用する機器", "{site}")
	CaseLabel      = text("（No.{mark}）", " (No. {mark})")
	IntervalMark   = text("※", "*")
	IntervalLegend = text("※ を付したユースケースは、未確定の要素があるため経済的影響の度合いが区間となり、その上限に示す。", "Use cases marked * have unknown factors: their economic impact is an interval, and they are shown at its upper end.")
	NamesByNumber  = text("番号はユースケースの No. を示す。", "Numbers are those of the use cases.")
	NamesInTheList = text("番号はユースケースの No. を示す。名称は一覧表を参照。", "Numbers are those of the use cases; the list names them.")
	CollectionAlt  = text("{case}：{recovery}、{economic}", "{case}: {recovery}, {economic}")
)

// The index page and the workbook of a collection.
var (
	IndexCases        = text("ユースケース", "Use cases")
	SheetCases        = text("ユースケース一覧", "Use cases")
	SheetCells        = text("リスクマップ", "Risk map")
	SheetComparison   = text("比較{n}", "Comparison {n}")
	SheetExamples     = text("対策例", "Examples of measures")
	SheetDifference   = text("採用の差異", "Differences")
	SheetAllMeasures  = text("すべての対策", "All measures")
	SheetRequirements = text("対策要件", "Requirements")
	AllMeasureTable   = text("すべてのユースケースの対策", "Measures of all use cases")
	ColumnCell        = text("区分", "Cell")
)

// What the slides call the records of a case.
var (
	RecordedDiagrams  = text("システム構成図、データフロー図", "Diagrams of the system configuration and of the data flow")
	RecordedMeasures  = text("脅威に対する対策の整理", "Measures against the threats")
	RecordedDecisions = text("整理した対策に対する意思決定", "Decisions about these measures")
)
