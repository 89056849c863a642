package words

import "github.com/harmpath/harmpath/models"

// The viewpoints of the rationale.
var (
	PrivacyViewpoint    = text("プライバシーの観点", "Privacy")
	SafetyViewpoint     = text("セーフティの観点", "Safety")
	InternalViewpoint   = text("内部への経済影響", "Economic effect inside")
	ExternalViewpoint   = text("外部への経済影響", "Economic effect outside")
	DurationViewpoint   = text("影響の継続時間", "Duration of the effect")
	SubstituteViewpoint = text("代替可能性", "Substitutability")
	IndirectViewpoint   = text("間接被害の規模", "Scale of indirect damage")
	LevelBasis          = text("レベルとその根拠", "Level and its basis")
)

// Marks and small words.
var (
	InferredMark = text("推定", "inferred")
	LeadMark     = text("中心となって対策を実装すべき主体", "at the centre of implementing measures")
	ThisCase     = text("本ユースケース", "this case")
	Placeholder  = models.Plain("・・・")
	AllThreats   = text("全般", "all threats")
	None         = text("―", "–")
	NotStated    = text("記載なし", "not stated")
	And          = text("、かつ", " and ")
	Reachable    = text("○", "○")
	NotReachable = text("－", "–")
	Effort       = text("最小の工数", "Least effort")
	RuleWord     = text("規則", "Rule")
)

// What is said of elements of the model.
var (
	CauseOf       = text("「{effect}」の原因", "the cause of “{effect}”")
	Sites         = text("{zone}（{n}か所）", "{zone} ({n} sites)")
	Installations = text("導入台数：{n}", "Installations: {n}")
	DrawnOnly     = text("図には、上表の機器のほか、{names}を示す。", "Beyond this list, the figure shows {names}.")
	Passes        = text("{component}が、データフローのほかに通す通信：{passages}", "Beside what flows open, {component} passes traffic: {passages}")
	PassesNothing = text("{component}は、データフローのほかに通信を通さない。", "Beside what flows open, {component} passes no traffic.")
	SensesBy      = text("入力：{inputs}", "Told by: {inputs}")
	SensesOwn     = text("専用のセンサー", "a sensor of its own")
	ActsBy        = text("作動先：{means}", "Acts through: {means}")
	ActsOwn       = text("専用の手段", "means of its own")
	ActsOnLoss    = text("電源、機器、入力又は通信を失うと作動する。", "It acts when its power, host, input or way is lost.")
	FailsOnLoss   = text("電源、機器、入力又は通信を失うと作動しない。", "It does not act when its power, host, input or way is lost.")
	BasisIs       = text("根拠：{basis}", "Basis: {basis}")
	NoBasis       = text("根拠の記載なし", "no basis is stated")
	Separate      = text("{a}と{b}は分離している。", "{a} and {b} are separate.")
	Precaution    = text("依存先が侵害された場合、予防的に停止する。", "Stopped on purpose when the other is compromised.")
	FlowWhen      = text("次の条件が成り立つ間のみ：{conditions}", "Only while: {conditions}")
	FlowOpenedBy  = text("セッションは{component}側から開始", "Session opened by {component}")
	FlowOptional  = text("任意（設置環境による）", "optional, as installed")
	FlowClosed    = text("遮断中（通信しない）", "closed: nothing passes")
	PropertyTrue  = text("{property}：○", "{property}: yes")
	PropertyFalse = text("{property}：×", "{property}: no")
	PropertyUpTo  = text("{property}：○（{resistance}）", "{property}: yes, {resistance}")
	PropertyOf    = text("{subject}の「{property}」", "“{property}” of {subject}")
	SomeProfile   = text("攻撃者または起因", "An attacker or initiator")
	AddedBy       = text("対策「{measure}」を実施した場合", "once the measure “{measure}” is in force")
	AlwaysFitted  = text("機器区分によらず備える", "all device classes")
	FittedOnly    = text("{component}が次の機器区分の場合のみ：{classes}", "Only where {component} is of class {classes}")
	Exclusion     = text("{component}の機器区分「{class}」", "the class “{class}” of {component}")

	ConditionPossible = text("成り立ち得るものとして扱う。", "Taken as possible.")
	ConditionExcluded = text("モデルにより成り立たないものとして扱う。", "Excluded by the model.")
)

// What is said of consequences.
var (
	DerivedConsequence  = text("保存または送信される個人情報から導出", "derived from the personal information stored or sent")
	Disclosure          = text("{data}の漏洩", "disclosure of {data}")
	NoHarm              = text("人への影響なし", "no harm to people")
	NoImpact            = text("経済的影響の記載なし", "no economic factors stated")
	ReachableLong       = text("至り得る", "can come about")
	NotReachableLong    = text("至らない", "does not come about")
	HighestOfAll        = text("全体（最も高いもの）", "Overall (the highest)")
	AllAttackers        = text("すべての攻撃者の共謀", "All attackers together")
	EveryAttacker       = text("すべての攻撃者（{n}）", "all {n} attackers")
	EveryConsequence    = text("至り得るすべての影響（{n}）", "all {n} consequences that can come about")
	OnlyUnmalicious     = text("悪意によらない起因のみ", "Non-malicious initiators only")
	NoMeasure           = text("対策なし", "no measure")
	OnlyHardens         = text("{measure}：困難にする", "{measure}: makes it harder")
	EntryOf             = text("{sort}「{subject}」（{state}）", "{sort} {subject} ({state})")
	StepsAsThere        = text("表{n}の手順 {steps} と同じ（{fact}）。", "The same as the steps {steps} of table {n} ({fact}).")
	AsThere             = text("同表", "see there")
	NumberSpan          = text("{first}～{last}", "{first}–{last}")
	PathsLeftOut        = text("影響が多いため、最も重い{shown}件の経路のみを示す。ほかの{n}件の経路は、結果のファイルに示す。", "There are many consequences, so the ways to the {shown} gravest are shown. Those to the other {n} are in the result.")
	AttacksLeftOut      = text("ほかの{n}件の経路は、結果のファイルに示す。", "The other {n} ways are in the result.")
	GraphAside          = text("何によって生じるかの図は、図のファイル（{id}）に示す。", "The figure of what it hangs on is among the files of the diagrams ({id}).")
	LuckiestChance      = text("成功確率（最も成功しやすい攻撃者）", "Chance (likeliest attacker)")
	SinglePoints        = text("これを断てば至らなくなる要所", "Single points")
	NoSinglePoint       = text("なし（いずれか一つを断つのみでは防げない。）", "none: no single cut is enough")
	AssumptionSets      = text("依拠する未確認事項", "Unknown properties that it rests on")
	RestsOnNone         = text("なし（未確認事項によらず至り得る。）", "none: it comes about whatever the unknown properties are")
	NotApplicable       = text("該当なし", "not applicable")
	StoppedBySafeguards = text("安全装置（{safeguards}）", "the safeguards ({safeguards})")

	VerdictReachable = text("「{effect}」は、評価結果において至り得る。採用した対策を見込んでもなお至り得る。", "“{effect}” can come about in the assessed reading, and still can with the adopted measures.")
	VerdictRemoved   = text("「{effect}」は、評価結果において至り得るが、採用した対策を見込めば至らない。", "“{effect}” can come about in the assessed reading, but does not with the adopted measures.")
	VerdictStopped   = text("「{effect}」は、固有リスクとしては至り得るが、評価結果においては至らない。", "“{effect}” can come about in the inherent reading, but does not in the assessed one.")
	VerdictStoppedBy = text("「{effect}」は、固有リスクとしては至り得るが、評価結果においては{reasons}に依拠して至らない。", "“{effect}” can come about in the inherent reading; in the assessed one it does not, resting on {reasons}.")
	VerdictNever     = text("「{effect}」は、固有リスクとしても至らない。依拠する記載は「レベルの拠り所」に示す。", "“{effect}” does not come about, not even in the inherent reading; “What the levels rest on” lists the statements.")
	VerdictNoWay     = text("「{effect}」に至る経路は、モデルに一つもない。検討されていないのであり、安全であることを意味しない。", "Nothing in the model leads to “{effect}”: it was not examined, which is not to say that it is safe.")
	GraphOmitted     = text("図を読みやすくするため、{n} 個の手順を省略した。", "{n} steps were left out of this figure to keep it readable.")
)

// EffortsNote says what efforts and chances are worth, and what the search for them promises.
var EffortsNote = text(
	"工数及び成功確率は、知識ベースの規則ごとの目安から求めた概略の値であり、実測値ではない。ただし、最小の工数を求める探索は、この目安に対して厳密（exact）であり、厳密でない値には上限・下限（bound）または標本による推計値（sampled）の別を付す。成功確率は有効数字2桁で示す。",
	"Efforts and chances are rough: they come from estimates that the catalog gives for each rule, and are not measured. The search for the least effort is exact on these estimates; a figure that is not exact is marked as a bound or as sampled. Chances are given to two significant digits.")

// What is said of levels and their bases.
var (
	NoRecoveryBasis  = text("該当する判断基準なし", "no criterion matches")
	NoEconomicBasis  = text("該当する要素なし", "no factor applies")
	NoFactor         = text("該当する要素なし", "no factor applies")
	UnknownCriterion = text("{criterion}（未確定）", "{criterion} (unknown)")
	InternalNoLevel  = text("レベルを左右しない要素（記述者の記載のみ）。", "Changes no level: stated by the author only.")
	NoDisclosure     = text("評価結果において、個人情報の漏洩を伴う影響には至らない。", "In the assessed reading no consequence comes about that discloses personal information.")
	NoInjury         = text("評価結果において、人の負傷を伴う影響には至らない。", "In the assessed reading no consequence comes about that injures anybody.")
	NoEconomicEffect = text("評価結果において、経済的影響を伴う影響には至らない。", "In the assessed reading no consequence with an economic impact comes about.")
	NoContradiction  = text("記述者が記載したレベルと、導出したレベルに相違はない。", "The levels stated by the author and those derived agree.")

	RecoveryExceeded = text("回復困難性が許容レベルを超える", "difficulty of recovery above what is accepted")
	EconomicExceeded = text("経済的影響が許容レベルを超える", "economic impact above what is accepted")
	WithinAccepted   = text("許容範囲内", "within what is accepted")
)

// Figures with what they promise.
var (
	Day              = text("{n} 人日", "{n} person-day")
	Days             = text("{n} 人日", "{n} person-days")
	Percent          = text("{n}%", "{n}%")
	FigureExact      = text("{value}（厳密値）", "{value} (exact)")
	FigureSampled    = text("約 {value}（標本による推計値。信頼区間 {lower} ～ {upper}）", "about {value} (sampled; interval of confidence {lower} to {upper})")
	FigureBetween    = text("{lower} 以上 {upper} 以下（上下限）", "between {lower} and {upper} (bounds)")
	FigureAtMost     = text("{upper} 以下（上限）", "at most {upper} (bound)")
	FigureAtLeast    = text("{lower} 以上（下限）", "at least {lower} (bound)")
	FigureUntagged   = text("{value}", "{value}")
	FigureUnknown    = text("不明", "unknown")
	Called           = text("求められる", "called for")
	NotCalled        = text("―", "–")
	ViewpointLacking = text("対策なし（不足）", "lacking: no measure")
	ViewpointOpen    = text("未記入の行のみ（検討を要する）", "placeholder rows only: to be worked out")
	ViewpointCovered = text("対策あり", "covered")
	CellsInferred    = text("区分ごとに求められる観点は、出典に図としてのみ示されているため、知識ベースの記載は {mark} である。", "Which viewpoints a cell calls for is shown in the source as an image only; the catalog's statement is {mark}.")
	PutsIntoPractice = text("{numbers} を具体化", "puts {numbers} into practice")
	AllAlike         = text("すべての機器が同じレベルとなるため、この比較から機器間の優先順位は得られない。", "All components come out alike, so this comparison gives no order among them.")
	NoLonger         = text("至らなくなる：{effects}", "no longer: {effects}")
	NothingChanges   = text("変わらない", "changes nothing")
	Decides          = text("レベルが変わる", "changes the level")
	WorkLimit        = text("作業量の上限に達したため打ち切った。結果が完全でない場合がある。", "The limit of work was reached; the answer may not be whole.")
	NothingCut       = text("打ち切った探索はない。", "No search was cut short.")
)

// What an empty part says.
var (
	NoDate         = text("記載なし", "not stated")
	NoOverview     = text("モデルに概要（overview）の記載がない。", "The model states no overview.")
	NoStakeholders = text("モデルにステークホルダー（stakeholders）の記載がない。", "The model states no stakeholders.")
	NoRelations    = text("モデルにステークホルダー間の関係（relations）の記載がない。", "The model states no relations between stakeholders.")
	NoComponents   = text("モデルに機器（components）の記載がない。", "The model states no components.")
	NoDependencies = text("モデルに機器間の依存関係（dependencies）の記載がない。", "The model states no dependencies.")
	NoFlows        = text("モデルにデータフロー（dataflows）の記載がない。", "The model states no data flows.")
	NoData         = text("モデルにデータ（data）の記載がない。", "The model states no data.")
	NoProfiles     = text("モデルに攻撃者（attackers）及び悪意によらない起因（initiators）の記載がない。", "The model states neither attackers nor non-malicious initiators.")
	NoConsequences = text("モデルに影響（effects）の記載がなく、データから導かれる影響もない。", "The model states no effects, and none follow from its data.")
	NoSafeguards   = text("モデルに安全装置（safeguards）の記載がない。", "The model states no safeguards.")
	NoConditions   = text("モデルに条件（conditions）の記載がない。", "The model states no conditions.")
	NoAccepted     = text("モデルに各主体が許容するレベル（accepts）の記載がない。", "The model does not state which levels the stakeholders accept.")
	NoThreats      = text("機器の種別に対応する脅威がない。", "No threats are listed for the kinds of the components.")
	NoViewpoints   = text("第3軸の観点の記載がない。", "The result states no viewpoints of axis 3.")
	NoMeasures     = text("モデルに観点（viewpoint）を付した対策の記載がない。", "The model states no measures with a viewpoint.")
	NoDecisions    = text("モデルに意思決定がなされた対策（status）の記載がない。", "The model states no decided measures.")
	NoAttack       = text("この影響に至る経路はない。", "There is no way to this consequence.")
	NoEntries      = text("評価結果において、いずれの影響にも至り得る起点はない。", "In the assessed reading, no consequence has an entry point.")
	NoAssumptions  = text("モデルに前提条件（assumptions）の記載がない。", "The model states no assumptions.")
	NoUnknowns     = text("結果が依拠する未確認事項はない。", "No result rests on an unknown property.")
	NoFindings     = text("指摘事項はない。", "There are no findings.")
	NoSources      = text("モデルに出典（sources）の記載がない。", "The model states no sources.")
	FigureMissing  = text("この図は作成されていない。", "This figure was not made.")
)

// StandingLimits are what no analysis of harmpath promises, whatever the case.
func StandingLimits() []models.Text {
	return []models.Text{
		text("結果は、モデルに記載された機器、データフロー、安全装置及び攻撃者と、知識ベースの規則の範囲に限られる。記載のない経路は考慮されない。",
			"Results cover what the model states and what the catalog's rules know. A way that neither describes is not seen."),
		text("レベルは影響の大きさを表し、攻撃の起こりやすさを表さない。",
			"Levels say how grave a consequence is, not how likely an attack is."),
		text("工数及び成功確率は知識ベースに記載された目安であり、実測値ではない。",
			"Efforts and chances are the catalog's estimates, not measurements."),
		text("安全装置の偶発故障は、至り得るか否か及びレベルの判定に用いない。",
			"The random failure of a safeguard plays no part in reachability or in a level."),
	}
}

var questions = map[string]models.Text{
	"profiles":                 text("攻撃者及び要因", "attackers and initiators"),
	"easiest attack":           text("最も容易な攻撃", "easiest attack"),
	"attack graph":             text("攻撃グラフ", "attack graph"),
	"assumptions":              text("未確認事項", "assumptions"),
	"entry points":             text("攻撃等の起点", "entry points"),
	"entries":                  text("攻撃等の起点", "entry points"),
	"paths":                    text("至り得る経路", "attack paths"),
	"threats":                  text("機器ごとの脅威", "threats"),
	"exposure":                 text("資産が攻撃された場合", "exposure"),
	"chances":                  text("成功の見込みと要所", "chances and single points"),
	"safeguards":               text("影響を防ぐ安全装置", "safeguards"),
	"viewpoints":               text("求められる観点", "viewpoints"),
	"lifecycle":                text("データのリスク", "risks in the life of data"),
	"measures":                 text("対策の選択", "measures"),
	"findings":                 text("モデルに関する指摘事項", "findings"),
	"compliance":               text("規格・法令・制度の要求事項との対応", "compliance"),
	"fleet":                    text("すべての設置先・利用者に一度に生じる影響", "all units at once"),
	"margins":                  text("影響に至るまでの余裕", "margins"),
	"supply-chain":             text("部品の脆弱性とSBOMの導入効果", "supply chain"),
	"chance and single points": text("成功の見込みと要所", "chances and single points"),
	"all else":                 text("レベル、影響及び脅威以外の事項", "all but levels, consequences and threats"),
}

// Question names a question whose search was cut.
func Question(q string) models.Text { return word(questions, q) }
