package words

import "github.com/harmpath/harmpath/models"

// What stands in several figures.
var (
	Comma            = text("、", ", ")
	ListBullet       = text("・", "• ")
	AndMore          = text("ほか {n} 件", "and {n} more")
	KindCount        = text("{kind} × {n}", "{kind} × {n}")
	OtherComponents  = text("その他の機器", "Other components")
	GroupedByKind    = text("機器が多いため（{n} 台）、同じ区画にある同じ種別の機器をまとめて台数で示す。個々の機器は区画ごとの図に示す。", "There are {n} components, so those of one kind in one zone are drawn together, with their number. The figures of the zones show each.")
	FewGroupedByKind = text("文字が小さくならないよう、同じ区画にある同じ種別の機器をまとめて台数で示す。", "To keep the text legible, components of one kind in one zone are drawn together, with their number.")
	FewGroupedByZone = text("文字が小さくならないよう、区画ごとにまとめて台数で示す。", "To keep the text legible, components of one zone are drawn together, with their number.")
	FewGroupedOnPage = text("文字が小さくならないよう、同じ種別の機器及びほかの区画の機器をまとめて示す。", "To keep the text legible, components of one kind, and those of other zones, are drawn together.")
	DrawnWithoutName = text("図に名称を示さない機器：{components}", "Components that the figure draws without their names: {components}")
	NamesInList      = text("図に名称を示さない機器の名称は、機器の一覧に示す。", "The list of components has the names that the figure does not.")
	GroupedOnPage    = text("機器が多いため（{n} 台）、同じ種別の機器及びほかの区画の機器をまとめて示す。", "There are {n} components, so those of one kind, and those of other zones, are drawn together.")
	NeighboursByZone = text("ほかの区画の機器は、区画ごとにまとめて台数で示す。", "Components of other zones are drawn together by zone, with their number.")
	GroupedByZone    = text("機器が多いため（{n} 台）、区画ごとにまとめて台数で示す。", "There are {n} components, so those of one zone are drawn together, with their number.")
	LikeZones        = text("{zone} ほか {n} 区画", "{zone} and {n} more like it")
	ZonePage         = text("{figure}：{zone}", "{figure}: {zone}")
)

// The figure of the stakeholders.
var (
	LeadBadge    = text("中心となる主体", "lead")
	RelationLine = text("主体間の関係", "relation between parties")
	AssetBullet  = text("■ ", "■ ")
)

// The figure of the configuration.
var (
	ColoredByLevel   = text("各機器は、その資産が攻撃された場合の「回復困難性の度合い」で塗り分けている。", "Components are shaded by the difficulty of recovery if that asset is attacked.")
	PartiesElsewhere = text("主体（事業者・利用者）は、システム全体の図に示す。", "The figure of the whole system shows the parties.")
	InRows           = text("自動で配置できなかったため、枠をその順に並べ、線を直線で引いている。", "This figure could not be laid out automatically, so its boxes stand in rows, in their order, and lines are straight.")
	NotDrawn         = text("この図は作成できなかった。示すはずだったものは、次のとおりである。", "This figure could not be drawn. It was to show the following.")
	ConnectionLine   = text("接続", "connection")
)

var recoveryBadges = [...]models.Text{
	models.LimitedDamage: text("限定的", "limited"),
	models.SeriousDamage: text("重大", "serious"),
	models.FatalDamage:   text("致命的", "fatal"),
}

var economicBadges = [...]models.Text{
	models.LimitedImpact:      text("限定的", "limited"),
	models.SeriousImpact:      text("重大", "serious"),
	models.CatastrophicImpact: text("壊滅的", "catastrophic"),
}

// EconomicBadge names a level of axis 2 in a word.
func EconomicBadge(e models.Economic) models.Text { return economicBadges[e] }

// RecoveryBadge names a level of axis 1 in a word.
func RecoveryBadge(r models.Recovery) models.Text { return recoveryBadges[r] }

// The figure of the data flows.
var (
	NumbersAreOrder = text("番号はデータが流れる順序を示す。経路上の機器を通る間、同じ番号を付す。", "Numbers give the order of the flows; each keeps its number along its way.")
	OptionalNature  = text("（{nature}・任意）", "({nature}, optional)")
	FlowsInTable    = text("線が多いため、番号だけを示す。データの名称は、データフローの一覧に示す。", "There are many lines, so they carry numbers only; the list of data flows names each.")
	FlowCount       = text("{n}件", "{n} flows")
	WithoutFlow     = text("データフローのない機器：{components}", "Components without data flow: {components}")
)

// The figure of the attacks on a consequence.
var (
	AttackReached   = text("{effect}：{profile}が{days}で至る", "{effect}: {profile} gets there in {days}")
	AttackByItself  = text("{effect}：攻撃によらず、{profile}により生じる", "{effect}: comes about without an attack, by {profile}")
	AttackStopped   = text("{effect}：{safeguards}が防ぐ", "{effect}: stopped by {safeguards}")
	AttackCut       = text("{effect}：採用した対策が断つ（なければ{profile}が{days}で至る）", "{effect}: ended by measures that are adopted (without them {profile} gets there in {days})")
	OtherWays       = text("次の者は、図の経路を断っても別の経路で至る：{profiles}", "These get there by another way where the one shown is ended: {profiles}.")
	SameWay         = text("以降は上の{n}から先と同じ", "from here on as above from {n}")
	AttackNot       = text("{effect}：記述した限りでは生じない", "{effect}: does not come about as the model stands")
	AttacksAssessed = text("攻撃者ごとに最も容易な経路を、工数の小さい順に示す。", "The easiest attack of each attacker, sorted by what it takes.")
	AttacksInherent = text("安全装置等の効果を見込まない場合の経路と、これを防ぐものを示す。", "The attacks if nothing were credited, and what stops them.")
	NotMalicious    = text("攻撃によらない", "no attack")
	GateOpen        = text("{property}？", "{property}?")
	GateShut        = text("{measure}（採用）", "{measure} (adopted)")
	LaneOpen        = text("「？」は未確認の性質。ないものとみなしている。", "“?” marks properties that are not stated; they count as absent.")
	LaneShut        = text("緑の棒は採用した対策がこの経路を断つことを示す。破線はその対策がない場合である。", "A green bar: a measure that is adopted ends this way; the dashed line is what would follow without it.")
	MoreLanes       = text("ほかに {n} の攻撃者・起因による経路がある（最小 {days}）。", "{n} more attackers or initiators get there, the easiest in {days}.")
	MoreInitiators  = text("ほかに、攻撃によらない経路が {n} ある。", "It comes about without an attack in {n} more ways.")
	GoalRecovery    = text("回復困難性", "Difficulty of recovery")
	GoalEconomic    = text("経済的影響", "Economic impact")
	GoalCondition   = text("条件", "Condition")
	GoalStopped     = text("防ぐもの", "Stopped by")
	ConditionBox    = text("条件", "condition")
	StoppingBox     = text("被害を防ぐ安全装置", "safeguard that stops it")
	DefeatedLine    = text("効果を見込まない、または無効化される安全装置", "safeguard not credited or defeated")
	GoalInjury      = text("被害：{injury}", "injury: {injury}")
	Stops           = text("防ぐ", "stops it")
	FactColon       = text("：", ": ")
	EffortAtMost    = text("工数 {days}以下", "effort at most {days}")
	EffortAtLeast   = text("工数 {days}以上", "effort at least {days}")
)

// The figure of what a consequence hangs on.
var (
	CausesAssessed  = text("影響が生じるために成り立つべきことと、それを起こせる者を示す。", "What must be for the consequence to come about, and who brings it about.")
	CausesNot       = text("影響が生じるために成り立つべきことと、それを防ぐものを示す。", "What must be for the consequence to come about, and what stops it.")
	AllMustBe       = text("次のすべて", "all of these")
	AnyIsEnough     = text("次のいずれか", "any of these")
	GuardHolds      = text("働く", "holds")
	GuardDefeated   = text("無効化され得る", "can be defeated")
	RuledOutByClass = text("機器の区分により生じない", "ruled out by the class of the device")
	NotInTheModel   = text("記述した限りでは生じない", "does not come about as the model stands")
	OnHarderWays    = text("最も容易な経路ではない", "not on an easiest way")
	AndOthers       = text("、ほか {n} 者", " and {n} more")
	AllPass         = text("どの経路もここを通る：{facts}", "Every way goes through here: {facts}.")
)

// The figure of an attack graph.
var (
	GraphAssessed  = text("評価結果において成り立つ手順を、起点から影響に向けて矢印の順に示す。", "The steps that hold in the assessed reading, along the arrows from the entry points to the consequence.")
	GraphInherent  = text("固有リスクとして成り立つ手順を、起点から影響に向けて矢印の順に示す。評価結果においては至らない。", "The steps that hold in the inherent reading, along the arrows from the entry points to the consequence. It does not come about in the assessed one.")
	FactBox        = text("成り立つ状態", "state that holds")
	EasiestLine    = text("最も容易な経路", "easiest attack")
	OtherWayLine   = text("その他の経路", "other ways")
	AndGate        = text("すべてがそろう場合", "all of them")
	OrGate         = text("いずれかによる場合", "any of them")
	ShieldBox      = text("対策", "measure")
	IdleShieldBox  = text("検討中の対策など、採用していない対策", "measure not in force, a candidate or the like")
	EntryBadge     = text("起点", "entry")
	OrImplicit     = text("一つの状態に至る矢印が複数ある場合は、そのいずれによっても至り得る。", "Where several arrows lead to one state, any one of them is enough.")
	AssumptionMark = text("※{n}", "*{n}")
	AssumptionNote = text("※{n} {subject}の「{property}」は未確認であり、満たされないものとみなす。", "*{n} “{property}” of {subject} is unknown and taken as not given.")
	MeasureNo      = text("No.{n} {measure}", "No. {n} {measure}")
	MeasureStatus  = text("{measure}（{status}）", "{measure} ({status})")
	KnowsData      = text("既知：{data}", "knows: {data}")
	WhileCondition = text("（条件：{condition}）", "(if: {condition})")
	WayOver        = text("（{subject}）", "({subject})")
	FlowEnds       = text("（{from}→{to}）", " ({from} → {to})")
	Arrow          = text(" → ", " → ")
	MeasureBeaten  = text("突破（{days}）", "overcome ({days})")
)

// The risk map.
var (
	ReadingJoin   = text("・", ", ")
	OtherReadings = text("固有リスクまたは残留リスク", "inherent or residual reading")
	IntervalSpan  = text("未確定の要素による幅", "span of unknown factors")
)

// AttacksAsked stands under the figure of attacks that were asked for.
var AttacksAsked = text("問い合わせた経路（{reading}）を、最も容易なものから順に示す。", "The attacks that were asked for ({reading} reading), the easiest first.")
