package words

import "github.com/harmpath/harmpath/models"

// What a comparison of two results says.
var (
	DifferenceTitle     = text("変更による差分：{title}", "What changed: {title}")
	NothingChanged      = text("モデルにも結果にも差分はない。", "Neither the model nor the result changed.")
	ResultUnchanged     = text("モデルの変更は、結果を変えない。", "The changes to the model change no result.")
	ChangedElements     = text("モデルの変更", "Changes to the model")
	ChangedLevels       = text("レベルの変化", "Levels that moved")
	ChangedConsequences = text("影響の変化", "Consequences that turned")
	ChangedMargins      = text("余裕の変化", "Margins that moved")
	ChangedAttacks      = text("最も容易な攻撃の変化", "Easiest attacks that changed")
	ChangedThreats      = text("脅威の変化", "Threats that turned")
	ChangedEntries      = text("攻撃等の起点の変化", "Entry points that changed")
	ChangedFindings     = text("指摘事項の変化", "Findings that changed")

	LevelMoved        = text("{axis}（{reading}）：{old} → {new}", "{axis} ({reading}): {old} → {new}")
	LevelThrough      = text("{axis}（{reading}）：{old} → {new}（{effects}）", "{axis} ({reading}): {old} → {new} ({effects})")
	ConsequenceGained = text("「{effect}」に至り得るようになる（{reading}）", "“{effect}” can now come about ({reading})")
	ConsequenceLost   = text("「{effect}」に至らなくなる（{reading}）", "“{effect}” no longer comes about ({reading})")
	ThreatGained      = text("{component}：{threat}に至り得るようになる（{reading}）", "{component}: {threat} can now come about ({reading})")
	ThreatLost        = text("{component}：{threat}に至らなくなる（{reading}）", "{component}: {threat} no longer comes about ({reading})")
	MarginMoved       = text("「{effect}」（{profiles}）：{old} → {new}（{reading}）", "“{effect}” by {profiles}: {old} → {new} ({reading})")
	AttackGained      = text("{profile}による「{effect}」：新たに見つかる（{new} 人日、{reading}）", "{profile} on “{effect}”: now found ({new} person-days; {reading})")
	AttackLost        = text("{profile}による「{effect}」：見つからなくなる（従来 {old} 人日、{reading}）", "{profile} on “{effect}”: no longer found (before: {old} person-days; {reading})")
	AttackChanged     = text("{profile}による「{effect}」：{old} → {new} 人日（{reading}）", "{profile} on “{effect}”: {old} → {new} person-days ({reading})")
	EntryMoved        = text("移動：{profile}：{subject} から「{effect}」へ（より容易な起点がなくなったため。新たな経路ではない）", "moved: {profile}: from {subject} to “{effect}” (an easier entry point went; it is no new way)")
	EntryChanged      = text("{profile}：{subject} から「{effect}」へ", "{profile}: from {subject} to “{effect}”")
	ElementAdded      = text("{element} を追加", "{element} added")
	ElementRemoved    = text("{element} を削除", "{element} removed")
	ElementChanged    = text("{element}：{fields}", "{element}: {fields}")
	FieldChanged      = text("{field} {old} → {new}", "{field} {old} → {new}")
	NamedElement      = text("{name}（{sort} {id}）", "{name} ({sort} {id})")
	NamelessElement   = text("{sort} {id}", "{sort} {id}")
	NamedFact         = text("{subject}：{state}", "{subject}: {state}")
	BecauseOfStep     = text("理由：{fact}［{instance}］。変更された要素：{elements}", "because of {fact} [{instance}]; changed: {elements}")
	BecauseOf         = text("変更された要素：{elements}", "changed: {elements}")
	BecauseOfTools    = text("モデルに変更はない。知識ベースまたはプログラムの版が異なる。", "nothing in the model changed: the catalog or the program differs")
	SameReason        = text("理由は同上。", "for the same reason")
	AndSoManyMore     = text("ほか {n} 件", "{n} more")
	HardensRemark     = text("この対策は、攻撃を困難にするのみである。工数及び成功確率は変わるが、レベルは変わらない。", "this measure only makes attacks harder: efforts and chances change, and never a level")
	BothReadings      = text("{first}・{second}", "{first} and {second}")
)

var turns = map[models.Turn]models.Text{
	models.Gained:  text("追加", "gained"),
	models.Lost:    text("消失", "lost"),
	models.Changed: text("変化", "changed"),
	models.Moved:   text("移動", "moved"),
}

// Turn names which way something changed.
func Turn(t models.Turn) models.Text { return word(turns, t) }
