package words

import "github.com/harmpath/harmpath/models"

// What is said of parts with known vulnerabilities and of the time that SBOMs save. The words of METI's slides of
// 2021-11-29 stand as they are: 脆弱性発覚, 修正・対応, 軽減措置, 対応完了までの時間短縮, 時間経過 and the sentences on both timelines.
var (
	SupplyTitle     = text("部品の脆弱性とSBOMの導入効果", "Vulnerabilities of parts, and what SBOMs save")
	ContainedLead   = text("既知の脆弱性の情報がある部品と、それを含む機器を示す。", "Parts of which vulnerabilities are known, and what contains them.")
	ContainedTable  = text("既知の脆弱性の情報がある部品", "Parts of which vulnerabilities are known")
	ExposureTitle   = text("「{part}」の脆弱性：{product}", "{product}: vulnerabilities of “{part}”")
	ExposureLead    = text("「{part}」の脆弱性（{vulnerabilities}）の発覚から「{product}」の対応完了までの時間を示す。SBOMを受け取っていない主体は、組み込んだ部品の修正が届いて初めて、自らの修正の要否を知る。", "From the disclosure of vulnerabilities of “{part}” ({vulnerabilities}) until the response is complete for “{product}”. Without an SBOM a party learns that it is concerned when the correction of what it builds in arrives.")
	ExposureSaved   = text("対応完了までの時間は、SBOMなしでは{without}、SBOMありでは{with}であり、{saved}短縮される。軽減措置までの時間は、SBOMなしでは{before}、SBOMありでは{after}である。", "The response is complete after {without} without SBOMs and after {with} with them: {saved} sooner. An attack is held off after {before} without SBOMs and after {after} with them.")
	UnstatedTimes   = text("次の時間はモデルに記載がなく、要しないものとみなした。上の時間は、その分だけ長くなる。{times}。", "The model does not state these times, and they count as none; the times above are longer by them: {times}.")
	UnstatedTime    = text("{party}による「{component}」の{activity}", "{activity} of {component} by {party}")
	UnknownMaker    = text("製造者（記載なし）", "its maker, who is not stated")
	TimelineFigure  = text("脆弱性発覚から対応完了までの時間：{product}", "Time from disclosure to response: {product}")
	TimelineDrawing = text("脆弱性発覚から対応完了までの時間（SBOMの導入効果）", "Time from disclosure to response, without and with SBOMs")
	TimeTable       = text("軽減措置及び対応完了までの時間", "Time until an attack is held off and until the response is complete")
	WaitTable       = text("SBOMによりなくなる待ち", "Waits that an SBOM removes")

	ColumnPart          = text("部品", "Part")
	ColumnContainedIn   = text("含む機器と経路", "Contained in, by which way")
	ColumnVulnerability = text("脆弱性", "Vulnerability")
	ColumnMitigated     = text("軽減措置まで", "Held off after")
	ColumnFixed         = text("対応完了まで", "Complete after")
	ColumnAboutWhat     = text("対象", "About")
	ColumnKnowsWithout  = text("脆弱性の存在を認識するまで（SBOMなし）", "Knows after, without SBOMs")
	ColumnKnowsWith     = text("同（SBOMあり）", "With SBOMs")
	ColumnSerial        = text("なくなる直列の待ち（認識・調査）", "Serial wait removed (noticing, investigating)")

	WithoutSBOM = text("SBOMなし", "Without SBOMs")
	StatedSBOM  = text("モデルの記載のとおり", "As the model states")
	WithSBOM    = text("SBOMあり", "With SBOMs")

	Disclosed       = text("脆弱性発覚", "Disclosure")
	TimePasses      = text("時間経過", "Time")
	ResponseDone    = text("対応完了 {time}", "complete after {time}")
	TimeSaved       = text("対応完了までの時間短縮：{time}", "Response complete {time} sooner")
	WithoutSays     = text("パーツの修正により、当該パーツを利用していたコンポーネントでも修正が必要なことが発覚。対応が後手に。", "Only the correction of the part shows that the component built on it needs one, too: the response comes late.")
	WithSays        = text("脆弱性の存在をSBOMにより即座に認識、対応開始。", "The SBOM shows the vulnerability at once, and the response begins.")
	Unaware         = text("認識していない", "does not know")
	AwaitsPart      = text("修正を待つ", "waits for a correction")
	DecidingTasks   = text("太枠は、遅れると対応完了も遅れる作業を示す。", "A heavy border marks what delays the response where it is late.")
	TimeAtLeast     = text("モデルに記載のない時間があるため、実際の時間はこれより長い。", "Some times are not stated: it takes longer than this.")
	MoreInChain     = text("このほか {n} の構成要素が間にある。", "{n} more components lie in between.")
	TimeInDays      = text("{n}日", "{n} days")
	TimeInOneDay    = text("1日", "1 day")
	TimeInHours     = text("{n}時間", "{n} hours")
	TimeInOneHour   = text("1時間", "1 hour")
	NoTime          = text("即座", "at once")
	StatusOf        = text("{id}：{status}", "{id}: {status}")
	StatusBecause   = text("{id}：{status}（{why}）", "{id}: {status} ({why})")
	OneMoreWay      = text("ほか1経路", "and 1 more way")
	MoreWays        = text("ほか{n}経路", "and {n} more ways")
	MoreWaysThan    = text("ほか{n}を超える経路", "and more than {n} more ways")
	PerhapsMoreWays = text("ほかにも経路があり得る（全ては探していない）", "and perhaps more ways: not all were looked for")
	LeftOut         = text("「{component}」のSBOMは、{n}件を製品に含まれないものとして挙げている（{reasons}）。これらとその脆弱性は扱わない。", "The SBOM of “{component}” itself says of {n} entries that they are not in the product ({reasons}). They are left out, and so are their vulnerabilities.")
	LeftOutReason   = text("{reason}：{n}件", "{reason}: {n}")
	AffectedByModel = text("記載された脆弱性", "a flaw that the model states")
)

var vulnerabilityStatuses = map[models.VulnerabilityStatus]models.Text{
	models.Affected:           text("影響あり", "affected"),
	models.NotAffected:        text("影響なし", "not affected"),
	models.Fixed:              text("修正済み", "fixed"),
	models.UnderInvestigation: text("調査中", "under investigation"),
}

// VulnerabilityStatus says what a published vulnerability means for something.
func VulnerabilityStatus(s models.VulnerabilityStatus) models.Text {
	return word(vulnerabilityStatuses, s)
}

var activities = map[models.Activity]models.Text{
	models.Noticing:      text("認識", "notice"),
	models.Investigating: text("調査", "investigate"),
	models.Mitigating:    text("軽減措置", "mitigate"),
	models.Fixing:        text("修正・対応", "correct"),
	models.Delivering:    text("提供", "deliver"),
	models.Installing:    text("適用", "install"),
}

// Activity names what a party does about a vulnerability.
func Activity(a models.Activity) models.Text { return word(activities, a) }

// Activities lists what parties do about a vulnerability, in the order of legends.
func Activities() []models.Activity {
	return []models.Activity{models.Noticing, models.Investigating, models.Mitigating, models.Fixing, models.Delivering, models.Installing}
}

// Time words a time in hours: in whole hours below two days, else in days.
func Time(hours float64, lang models.Lang, number func(float64) string) string {
	switch {
	case hours == 0:
		return NoTime.In(lang)
	case hours == 1:
		return TimeInOneHour.In(lang)
	case hours == 24:
		return TimeInOneDay.In(lang)
	case hours < 48:
		return Fill(TimeInHours.In(lang), "n", number(hours))
	}
	return Fill(TimeInDays.In(lang), "n", number(hours/24))
}

// What harmpath sbom says beside its table.
var (
	InventoryTitle   = text("構成要素に含まれる部品", "What the components contain")
	InventoryTable   = text("部品と既知の脆弱性", "Parts, and what is known of their vulnerabilities")
	NothingContained = text("該当する部品はない。", "Nothing of the kind is contained in a component of the case.")
)
