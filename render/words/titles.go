package words

import "github.com/harmpath/harmpath/models"

// The document and its title page.
var (
	DocumentKind = text("IoTセキュリティ・セーフティ・フレームワーク（IoT-SSF）ユースケース", "IoT Security Safety Framework (IoT-SSF) use case")
	CaseNo       = text("No.", "No.")
	CaseTitle    = text("ユースケース", "Use case")
	CaseSystem   = text("対象システム", "System")
	CaseSite     = text("IoT機器を導入する現場", "Site where the IoT devices are used")
	CaseDate     = text("作成日", "Date")
	CaseID       = text("識別子", "Identifier")
	CoarseRisk   = text("（参考）リスクの大きさ", "(Reference) size of risk")
	Summary      = text(
		"本ユースケースは、回復困難性の度合いが「{recovery}」、経済的影響の度合いが「{economic}」と評価された。",
		"This use case is assessed at “{recovery}” for the degree of difficulty of recovery and at “{economic}” for the degree of economic impact.")
	MadeBy = text(
		"本書は、記述されたシステムのモデルから {tool} が導出した。「記述者の記載」とあるものを除き、レベル及び到達可否はモデルと知識ベースから導いたものである。",
		"This document was derived from the described system by {tool}. Except where it says “stated by the author”, levels and reachability follow from the model and the catalog.")
	InferredLegend = text(
		"{mark} を付した要素または値は、出典に記載がなく、記述者が工学的な判断により補ったものである。",
		"An element or a value with the mark {mark} is not stated by a source: it is the author's own engineering judgement.")
	PossibilityLegend = text(
		"レベルは、攻撃によって生じるおそれのある影響の大きさを表し、その起こりやすさを表すものではない。攻撃に要する工数等は、レベルとは別に示す。",
		"A level says what an attack can lead to, not how likely it is. The effort of an attack is shown beside the level and never inside it.")
)

// The sections.
var (
	OverviewTitle      = text("対象ソリューションの概要", "Overview of the solution")
	StakeholdersTitle  = text("ステークホルダー関係図", "Stakeholder relations")
	ConfigurationTitle = text("システム構成図、システムを構成する機器の一覧", "System configuration and list of components")
	DataflowTitle      = text("データフロー図", "Data flow")
	EvaluationTitle    = text("リスク評価", "Risk evaluation")
	MappingTitle       = text("リスクのマッピング結果", "Place on the risk map")
	RationaleTitle     = text("評価の根拠", "Rationale")
	ReadingsTitle      = text("安全装置・対策の有無による比較", "Three readings of the risk")
	ConsequencesTitle  = text("想定される影響", "Consequences")
	AcceptedTitle      = text("各主体が許容するレベルとの比較", "Levels that the stakeholders accept")
	PoliciesTitle      = text("適用方針", "Policies in force")
	CriteriaTitle      = text("判断基準", "Criteria")
	ThreatsTitle       = text("システムを構成する機器ごとの脅威の整理", "Threats by component")
	ViewpointsTitle    = text("求められるセキュリティ・セーフティ要求の観点", "Viewpoints of the requirements called for")
	MeasuresTitle      = text("脅威に対する対策の整理（第3軸の観点別）", "Measures by viewpoint of axis 3")
	DecisionsTitle     = text("整理した対策に対する意思決定（主体別）", "Decided measures by stakeholder")
	PathsTitle         = text("攻撃経路とその根拠", "Attack paths and their evidence")
	EntriesTitle       = text("攻撃等の起点", "Entry points")
	AssetsTitle        = text("資産が攻撃された場合", "If one asset is attacked")
	AssumptionsTitle   = text("前提条件及び未確認事項", "Assumptions and unknown properties")
	FindingsTitle      = text("モデルに関する指摘事項", "Findings about the model")
	LimitsTitle        = text("分析の限界", "Limits of the analysis")
	SourcesTitle       = text("出典", "Sources")
)

var sectionTitles = map[models.Section]models.Text{
	models.SectionOverview:      OverviewTitle,
	models.SectionStakeholders:  StakeholdersTitle,
	models.SectionConfiguration: ConfigurationTitle,
	models.SectionDataflow:      DataflowTitle,
	models.SectionEvaluation:    EvaluationTitle,
	models.SectionThreats:       ThreatsTitle,
	models.SectionMeasures:      MeasuresTitle,
	models.SectionDecisions:     DecisionsTitle,
}

// SectionTitle is the title of a section that carries sources.
func SectionTitle(s models.Section) models.Text { return word(sectionTitles, s) }

// The sentences that open the sections.
var (
	OverviewLead      = text("「{title}」では以下を想定している。", "“{title}” assumes the following.")
	StakeholdersLead  = text("本ユースケースにおけるステークホルダー関係図は以下を想定している。", "The stakeholders of this use case are assumed to be related as follows.")
	ConfigurationLead = text("システム構成図、システムを構成する機器の一覧は以下を想定している。", "The system is assumed to be configured, and to consist of components, as follows.")
	DataflowLead      = text("データフローは以下を想定している。番号は図中の番号に対応する。", "The data flows are assumed to be as follows. The numbers are those of the figure.")
	MappingLead       = text("「回復困難性の度合い」及び「経済的影響の度合い」の判断基準を考慮し、{system}をマッピングした。", "{system} is placed on the map by the criteria for the degree of difficulty of recovery and the degree of economic impact.")
	RationaleLead     = text("記述者の記載と、モデルから導出した根拠を観点ごとに並べて示す。導出した根拠は、記述者の記載に代わるものではない。", "What the author states and what is derived from the model stand side by side, viewpoint by viewpoint. The one does not replace the other.")
	ReadingsLead      = text("同じシステムを、安全装置及び対策の見込み方を変えた三つの場合について評価した。各欄は、それぞれの攻撃者または起因が単独で至り得るレベルを示す。", "The system is evaluated in three readings, which differ in the safeguards and measures that they credit. Each row shows the levels that one attacker or initiator reaches alone.")
	ConsequencesLead  = text("攻撃または誤操作等により生じるおそれのある影響と、それを防ぐ安全装置を示す。○は至り得ること、－は至らないことを表す。", "What attacks, misoperation or faults can lead to, and the safeguards against it. ○ means that it can come about, – that it does not.")
	PoliciesLead      = text("判断基準の解釈に幅がある点について、本評価では以下の方針を適用した。", "Where the criteria leave a choice, the following policies were applied.")
	CriteriaLead      = text("IoT-SSFに基づく分野共通の判断基準を以下に示す。", "The criteria common to all fields, based on the IoT-SSF.")
	ThreatsLead       = text("「リスク評価、リスク対応に向けた事前準備」にて整理した資産ごとに脅威を整理する。○はその脅威に至り得ること、－は至らないことを表す。", "The threats to each asset listed in the preparation. ○ means that the threat can come about, – that by this model it does not.")
	Unlisted          = text("このほか、脅威の一覧に対応する項目はないものの、次の状態にも至り得る。{states}。", "Beyond the listed threats, these states can be reached as well: {states}.")
	ViewpointsLead    = text("リスクのマッピング結果（{recovery}、{economic}）に応じて求められる、第3軸「求められるセキュリティ・セーフティ要求」の観点と、本ユースケースの対策の有無を示す。", "The viewpoints of axis 3 that the case's cell of the map ({recovery}, {economic}) calls for, and whether the measures of this use case cover them.")
	MeasuresLead      = text("想定される脅威を踏まえ、第3軸「求められるセキュリティ・セーフティ要求」における観点及び主に対策を実施すべき主体ごとに、有効と考えられる対策を列挙する。", "The measures considered effective against these threats, by viewpoint of axis 3 and by the stakeholder mainly responsible.")
	MeasuresNote      = text("第3軸「求められるセキュリティ・セーフティ要求」の観点ごとに対策を整理した上で、主に対策を実施すべき主体ごとに対策を振り分けることが望ましい。", "Measures are best sorted by the viewpoints of axis 3 first, and then assigned to the stakeholders mainly responsible.")
	DecisionsLead     = text("機器・システムの能力や利用環境の特性、かかるコスト、関連する法令の規定等の各ユースケースにおける個別の事情を勘案し、実際に講じる対策を調整することで、効果的かつ効率的な要件の具体化を行う。", "The measures actually taken are adjusted to the circumstances of the use case: the capability of devices and systems, the environment of use, the cost, and the law.")
	DecisionsNote     = text("各主体にとって許容可能な範囲までリスクを低減することを前提に、効率的に（低コストで）かつ、各事業者の負荷を軽減させる形で要件を実装することが重要。", "The aim is to bring the risk within what each party accepts, efficiently (at low cost) and with little burden on each party.")
	PathsLead         = text("影響ごとに、至り得る経路を手順に分けて示す。各手順は知識ベースの規則に基づき、「根拠」欄の番号の手順が成り立つことから導かれる。括弧内は規則の名称である。ほかの表に示した手順は、その表を参照する。至らない影響については、安全装置等の効果を見込まない固有リスクの経路のうち最も容易なものを示す。", "For each consequence, the way to it, step by step. Each step follows, by a rule of the catalog, from the steps numbered in the column “From”; the rule is named in parentheses. Steps that another table shows are referred to. For a consequence that does not come about, the way is the easiest of the inherent reading, which credits no safeguard.")
	EntriesLead       = text("各影響について、単独の攻撃者または起因がそこから至り得る起点（最初に侵害される機器、データフローまたはデータ）を示す。", "Where each consequence can begin: with one attacker or initiator alone, from the first component, flow or data item that it compromises.")
	AssetsLead        = text("各機器のみが攻撃された場合（他に侵害された機器がない場合）に至り得るレベル及び影響を示す。", "The levels and consequences if one component, and no other, is compromised at the start.")
	UnknownsLead      = text("以下の事項はモデルに記載がなく、満たされないものとみなした。満たされることが確認された場合に、レベル（{recovery}、{economic}）または至り得る影響が変わるものは、その内容を示す。", "The model does not state the following properties; they are taken as not given. Where one would change the level ({recovery}, {economic}) or what can come about if it were known to be given, the table says so.")
	FindingsLead      = text("モデルの記述者が確認すべき事項を以下に示す。", "What the author of the model should look at.")
	LimitsLead        = text("以下の探索は途中で打ち切った。", "The following searches were cut short.")
)

// The figures and tables.
var (
	ConfigurationFigure = text("システム構成図", "System configuration")
	RiskMapFigure       = text("リスクのマッピング結果", "Place on the risk map")
	AttackFigure        = text("「{effect}」に至る攻撃経路", "Attack path to “{effect}”")
	CausesFigure        = text("「{effect}」は何によって生じるか", "What “{effect}” hangs on")
	GraphFigure         = text("「{effect}」の攻撃グラフ", "Attack graph of “{effect}”")
	StakeholderTable    = text("ステークホルダーの一覧", "Stakeholders")
	RelationTable       = text("ステークホルダー間の関係", "Relations between stakeholders")
	ComponentTable      = text("システムを構成する機器の一覧", "Components of the system")
	DependencyTable     = text("機器間の依存関係", "Dependencies between components")
	FlowTable           = text("データフローの一覧", "Data flows")
	DataTable           = text("取り扱うデータの一覧", "Data")
	RationaleTable      = text("評価の根拠（記述者の記載と導出した根拠）", "Rationale: stated and derived")
	RecoveryTable       = text("回復困難性の度合い（攻撃者・起因別）", "Degree of difficulty of recovery by attacker or initiator")
	EconomicTable       = text("経済的影響の度合い（攻撃者・起因別）", "Degree of economic impact by attacker or initiator")
	BasisTable          = text("各レベルの根拠となる影響", "Consequences on which each level rests")
	ProfileTable        = text("想定した攻撃者・起因", "Attackers and non-malicious initiators")
	ConsequenceTable    = text("想定される影響の一覧", "Consequences")
	SafeguardTable      = text("安全装置の一覧", "Safeguards")
	ConditionTable      = text("影響またはデータフローが成り立つ条件", "Conditions under which flows work or harm occurs")
	AcceptedTable       = text("各主体が許容するレベル", "Levels that the stakeholders accept")
	PolicyTable         = text("適用方針の一覧", "Policies in force")
	CriteriaTable       = text("判断基準の一覧", "Criteria")
	ThreatTable         = text("機器ごとに想定される脅威", "Threats by component")
	ViewpointTable      = text("求められる観点と対策の有無", "Viewpoints called for and covered")
	MeasureTable        = text("第3軸の観点別の対策", "Measures by viewpoint")
	DecisionTable       = text("主体別の実際に講じる対策", "Decided measures by stakeholder")
	AttackCaption       = text("経路{letter}：{profile}／{reading}／最小の工数 {effort}／成功確率 {chance}", "Path {letter}: {profile} – {reading} reading, least effort {effort}, chance of success {chance}")
	InitiatorCaption    = text("経路{letter}：{profile}／{reading}／悪意によらない起因", "Path {letter}: {profile} – {reading} reading, non-malicious")
	RuleTable           = text("手順の根拠とした規則と、工数及び成功確率の目安", "Rules behind the steps, with estimates of effort and chance")
	OtherPathsTable     = text("その他の攻撃者・起因の経路（概要）", "The paths of the others in short")
	EntryTable          = text("影響ごとの起点", "Entry points by consequence")
	AssetTable          = text("機器ごとのレベル及び影響", "Levels and consequences by component")
	AssumptionTable     = text("記述者が置いた前提条件", "Assumptions of the author")
	UnknownTable        = text("未確認事項", "Unknown properties")
	FindingTable        = text("指摘事項の一覧", "Findings")
	LimitTable          = text("打ち切った探索", "Searches that were cut short")
)
