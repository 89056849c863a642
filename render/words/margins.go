package words

import "github.com/harmpath/harmpath/models"

// What is said of how far consequences are from coming about, and what that rests on.
var (
	RestingTitle = text("レベルの拠り所", "What the levels rest on")
	RestingLead  = text("至らないとした影響は、次の記載に依拠する。記載が成り立たなければ、その影響に至り得る。拠り所を担う者は、成り立つことを確かめる必要がある。",
		"That consequences do not come about rests on these statements. Where they do not hold, the consequences can come about: whoever answers for them has to see that they hold.")
	RestingNothing   = text("記載に依拠して至らないとした影響はない。", "No consequence is kept from coming about by a statement.")
	RestingTable     = text("至らない影響が依拠する記載", "Statements on which it rests that consequences do not come about")
	MarginTable      = text("影響ごとの余裕（{reading}）", "Margin of each consequence ({reading})")
	MarginTableOther = text("影響ごとの余裕（{reading}において変わるもの）", "Margin of each consequence that differs ({reading})")
	MarginLead       = text("余裕が正の影響は至らない。その数は、成り立たなくなれば影響に至る記載と前提の最小の数である。負の影響は至り得る。その数は、攻撃者の能力に耐えるようにすれば影響に至らなくなる性質の最小の数である。「確定」は、記載のない事項がすべて有利であっても至り得ることを、「未確認事項による」は、その場合には至らないことを表す。",
		"A consequence with a margin above 0 does not come about: so many statements and presumptions, at least, have to fail until it does. One with a margin below 0 can come about: so many properties, at least, have to withstand what the attacker is able to until it does not. Settled means: even where all that is not stated is favourable; open: not then.")
	AskFirst     = text("先に確認すべきこと", "What to ask first")
	AskFirstLead = text("モデルに記載がなく、レベルまたは影響を左右する性質である。一つだけでは何も変わらないことが多いため、まとめて変わる最小の組を示す。",
		"Properties that the model does not state and that decide a level or a consequence. One alone seldom changes anything, so that the smallest sets are shown that do so together.")
	ColumnAsked   = text("確認すること", "Question")
	ColumnDecides = text("左右するもの", "What it decides")
	AskedOf       = text("「{property}」は満たされるか：{subjects}", "“{property}”? Of {subjects}")
	IfGiven       = text("満たされれば、{what}", "If so, {what}")
	IfAllGiven    = text("ほかの{n}件とともに満たされれば、{what}", "With {n} more, {what}")
	IfNotGiven    = text("満たされなければ、{what}", "If not, {what}")
	IfNoneGiven   = text("ほかの{n}件とともに満たされなければ、{what}", "If neither this nor {n} more, {what}")
	LevelsBecome  = text("レベルは{recovery}・{economic}になる", "the levels become {recovery}, {economic}")
	NoLongerBy    = text("{profile}によっては「{effect}」に至らない", "{profile} does not bring “{effect}” about")
	NoLongerAbout = text("「{effect}」に至らない", "“{effect}” does not come about")
	CoverageTable = text("規則が扱わない攻撃の類型", "Classes of attacks that the rules do not model")
	CoverageLead  = text("カタログの攻撃の類型{all}種のうち{n}種を、このシステムの機器のすべての種類について規則が扱う。ほかは次のとおりであり、至らないとした影響も、これらについては検討していない。",
		"Of the {all} classes of attacks of the catalog, {n} are modelled for all kinds of components in this system. The others are not, or not for all: as far as they go, a consequence that does not come about was not examined.")
	CoverageNote = text("規則が扱わない攻撃の類型については検討していない（分析の限界に示す）：{classes}", "Not examined, as the rules do not model it for some kinds of components here (see the limits of the analysis): {classes}")
	ColumnClass  = text("攻撃の類型", "Class of attacks")
	ColumnKinds  = text("機器の種類", "Kinds of components")
	AllKinds     = text("このシステムのすべて", "all in this system")
	ColumnWhyNot = text("理由・足りないもの", "Why, or what is missing")
	InAllUnits   = text("{fact}（すべての設置先・利用者）", "{fact} (in all units)")
	FleetTable   = text("すべての設置先・利用者に一度に生じる影響（{reading}）", "Consequences in all units at once ({reading})")
	FleetLead    = text("次の影響は、設置先または利用者ごとに一つある。表は、そのすべてに一度に生じるには何を要するかを示す。",
		"Of these consequences there is one for each site or user. The table shows what it takes for them to come about in all at once.")
	FleetEffort     = text("最小{days}", "at least {days}")
	MarginNotAsked  = text("余裕は求めていない。", "No margins were asked for.")
	NotExaminedNote = text("次の影響に至る経路は、モデルに一つもない。検討されていないのであり、安全であることを意味しない：{effects}",
		"Nothing in the model leads to these consequences. They were not examined, which is not to say that they are safe: {effects}")

	ColumnRestsOn     = text("拠り所", "Rests on")
	ColumnRestsOnSort = text("種別", "Sort")
	ColumnAnswersFor  = text("担う主体", "Answered for by")
	ColumnTogether    = text("依拠する影響", "Keeps from coming about")
	ColumnStanding    = text("判定", "Standing")
	ColumnMargin      = text("余裕", "Margin")
	ColumnWhatFirst   = text("依拠する記載／先に講じるべき性質", "Rests on, or what to do first")

	RestsTogether = text("{effect}（{others}とともに）", "{effect} (with {others})")
	RestsOnSets   = text("余裕 {margin}。依拠する記載：{sets}", "margin {margin}, resting on {sets}")
	RestsOnMany   = text("余裕 {margin}。多くの記載に同時に依拠する。", "margin {margin}, resting on that many statements at once")
	OrOthers      = text("ほか{n}通り", "or in {n} other ways")
	NothingRaises = text("これを防ぐのに足りる性質は、モデルにない。", "No properties in the model are enough against it.")
	AsAbove       = text("上表のとおり", "as in the table above")
	OrElse        = text("、または", "; or ")
	Along         = text("と", " with ")
	NoWayFrom     = text("この攻撃者・起因からの経路は、モデルにない。", "This attacker or cause has no way in the model.")
	MoreAble      = text("{capability}を持つ攻撃者ならば至り得る。", "An attacker of {capability} capability or more can bring it about.")
	AbilityEnough = text("{capability}で足りる", "{capability} capability is enough")
	ShortBetween  = text("（{best}～{worst}）", " ({best} to {worst})")
	ShortAbility  = text("（{capability}で足りる。{standing}）", " ({capability} is enough; {standing})")
	MarginDepth   = text("+{n}", "+{n}")
	MarginRaise   = text("−{n}", "−{n}")
	MarginNever   = text("−∞", "−∞")
	MarginAtLeast = text("{margin}以上", "{margin} or more")
	MarginSpan    = text("{least}～{most}", "{least} to {most}")
	PresumedMark  = text("前提", "presumed")

	LevelsBetween = text("記載のない事項により、{best} から {worst} までとなり得る。", "By what is not stated, between {best} and {worst}.")
)

var restSorts = [...]models.Text{
	text("安全装置", "Safeguards"), text("機器区分", "Device classes"), text("記載された性質", "Properties that are stated"), text("対策", "Measures in force"),
	text("その他の記載", "Other statements"), text("前提（記載がなく、知識ベースの既定によるもの）", "Presumptions: not stated, and taken as the catalog says"),
}

// RestsOnSort names a sort of what consequences rest on, by its place among them.
func RestsOnSort(n int) models.Text { return restSorts[n] }

var standings = map[models.Standing]models.Text{
	models.Settled:      text("確定", "settled"),
	models.StandsOpen:   text("未確認事項による", "open"),
	models.PresumedAway: text("前提により至らない", "presumed away"),
	models.DoesNot:      text("至らない", "does not come about"),
}

// Standing says in a word how far an answer hangs on what the model does not state.
func Standing(s models.Standing) models.Text { return word(standings, s) }

var capabilities = map[models.Capability]models.Text{
	models.BasicAttacker:       text("基本的な能力", "basic"),
	models.SubstantialAttacker: text("相応の能力", "substantial"),
	models.HighAttacker:        text("高度な能力", "high"),
}

// Capability names what an attacker is able to.
func Capability(c models.Capability) models.Text { return capabilities[c] }

// Coverage says what becomes of a class of attacks.
func Coverage(c models.Coverage) models.Text {
	switch c {
	case models.ModelledClass:
		return text("規則にある", "modelled")
	case models.LeftOutClass:
		return text("扱わない", "left out")
	}
	return text("未対応", "not yet")
}
