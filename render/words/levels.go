package words

import "github.com/harmpath/harmpath/models"

// The axes of the IoT Security Safety Framework.
var (
	RecoveryAxis  = models.Recovery(0).Axis()
	EconomicAxis  = models.Economic(0).Axis()
	RecoveryShort = text("第1軸（回復困難性）", "Axis 1 (difficulty of recovery)")
	EconomicShort = text("第2軸（経済的影響）", "Axis 2 (economic impact)")
	ThirdAxis     = text("第3軸", "Axis 3")
	Low           = text("低", "low")
	High          = text("高", "high")
)

// EconomicNote is what the framework remarks under axis 2.
var EconomicNote = text(
	"※：「経済的影響の度合い」では、金銭的影響に加えて、社会的・生活的影響を含めて考慮するものとする。",
	"Note: “degree of economic impact” covers effects on society and on daily life as well as financial ones.")

// Recovery names a level of axis 1.
func Recovery(r models.Recovery) models.Text { return r.Name() }

// Economic names a level of axis 2.
func Economic(e models.Economic) models.Text { return e.Name() }

// RecoveryOf names the level of a pair on axis 1, or says that it is not determined.
func RecoveryOf(p *models.LevelPair) models.Text {
	if !p.Determined() {
		return models.NotDetermined()
	}
	return Recovery(p.Recovery.Level)
}

// EconomicOf names the level of a pair on axis 2, or says that it is not determined.
func EconomicOf(p *models.LevelPair) models.Text {
	if !p.Determined() {
		return models.NotDetermined()
	}
	return Economic(p.Economic.Max)
}

var sizes = map[models.Size]models.Text{
	models.Small:  text("小", "small"),
	models.Medium: text("中", "medium"),
	models.Large:  text("大", "large"),
}

// Size names a coarse size of risk.
func Size(s models.Size) models.Text { return word(sizes, s) }

// What is said beside a level.
var (
	Interval            = text("{min} ～ {max}", "{min} to {max}")
	IntervalNote        = text("未確定の要素があるため区間で示す。公表値は上限の「{max}」である。", "Some factors are unknown, so an interval is shown; the published level is its upper end, “{max}”.")
	DefaultLowestMark   = text("該当基準なし", "default-lowest")
	DefaultLowestLegend = text("{mark} は、該当する判断基準がないため最も低いレベルとしたもの（default-lowest）である。", "{mark} marks a level that is the lowest because no criterion matches.")
	NotDeterminedNote   = text("検討された影響がないため、レベルは判定できない。不足しているもの：{missing}。最も低いレベルとみなしてはならない。", "The levels are not determined: no effect was examined. What is missing: {missing}. This is not the lowest level.")
	NotOnTheMap         = text("レベルを判定できないため、リスクマップに示さないユースケース：{cases}", "Not on the map, as their levels are not determined: {cases}")
	PolicyMark          = text("方針による", "by policy")
)

var criteria = map[models.Criterion]models.Text{
	models.CriterionDeath:         text("利用者または関係者の人命が失われるおそれがある", "users or others concerned may lose their lives"),
	models.CriterionDeathImproper: text("利用状況が適切でない場合、人命が失われるおそれがある", "lives may be lost where use is not proper"),
	models.CriterionSevere:        text("重症を負うおそれがある", "severe injury may occur"),
	models.CriterionImportant:     text("重要度が高い個人情報の漏洩", "disclosure of personal information of high importance"),
	models.CriterionMinor:         text("軽傷を負うおそれがある", "minor injury may occur"),
	models.CriterionPersonal:      text("個人情報の漏洩", "disclosure of personal information"),
	models.CriterionExternal:      text("影響の範囲が取引先やその他の関係者に及ぶ", "the effect reaches business partners or others"),
	models.CriterionLong:          text("影響が長期間続く", "the effect lasts long"),
	models.CriterionIrreplaceable: text("他の製品・サービスで補うことができない", "other products or services cannot stand in"),
	models.CriterionRecall:        text("大規模な製品等の回収や損害賠償が生じ得る", "a large recall or compensation is possible"),
}

// Criterion words a line of the framework's tables of criteria.
func Criterion(c models.Criterion) models.Text { return word(criteria, c) }

// RecoveryCriteria are the framework's bullets for a level of axis 1, as the slides print them.
func RecoveryCriteria(r models.Recovery) []models.Text {
	switch r {
	case models.FatalDamage:
		return []models.Text{
			text("資産が攻撃された場合、利用者または関係者の人命が失われるおそれがある。", "If an asset is attacked, users or others concerned may lose their lives."),
		}
	case models.SeriousDamage:
		return []models.Text{
			text("資産が攻撃された場合、重症を負うおそれがある。", "If an asset is attacked, severe injury may occur."),
			text("資産が攻撃された際の利用状況が適切でない場合(例：想定利用方法と異なる)、人命が失われるおそれがある。", "If use is not proper when an asset is attacked (e.g. differs from the intended use), lives may be lost."),
			text("重要度が高い個人情報の漏洩。", "Disclosure of personal information of high importance."),
		}
	}
	return []models.Text{
		text("資産が攻撃された場合、軽傷を負うおそれがある。", "If an asset is attacked, minor injury may occur."),
		text("個人情報の漏洩。", "Disclosure of personal information."),
	}
}

// EconomicCriteria are the framework's bullets for a level of axis 2, as the slides print them.
func EconomicCriteria(e models.Economic) []models.Text {
	switch e {
	case models.CatastrophicImpact:
		return []models.Text{
			text("影響の範囲が内部に限定されず、取引先やその他の関係者に及び、長期間影響が続くことが想定される。", "The effect is not confined to the inside, reaches business partners or others, and is expected to last long."),
			text("影響を受ける機器・システムの機能を他の製品・サービスで補うことができない。", "Other products or services cannot stand in for the function of the affected device or system."),
			text("大規模な製品等の回収や損害賠償が生じ得る。", "A large recall of products or compensation is possible."),
		}
	case models.SeriousImpact:
		return []models.Text{
			text("影響の範囲が取引先やそれ以外の関係者に及び、長期間影響が及ぶものの、他の製品等で影響の結果を補うことができる。", "The effect reaches business partners or others and lasts long, but other products can make up for it."),
			text("影響の範囲が取引先やそれ以外の関係者に及び、影響の結果は他の製品・サービスで補えないものの、影響は短期間で収束する。", "The effect reaches business partners or others and other products or services cannot make up for it, but it ends within a short time."),
			text("影響が長時間に及び、影響の結果は他の製品・サービスで補えないものの、影響の範囲が取引先やそれ以外の関係者に及ばない。", "The effect lasts long and other products or services cannot make up for it, but it does not reach business partners or others."),
		}
	}
	return []models.Text{
		text("影響の範囲が取引先やそれ以外の関係者に及ぶものの、影響は長時間に及ばず、影響の結果は他の製品・サービスで補うことができる。", "The effect reaches business partners or others, but does not last long, and other products or services can make up for it."),
		text("影響の結果は他の製品・サービスで補えないものの、影響の範囲は取引先やそれ以外の関係者に及ばず、影響は長時間に及ばない。", "Other products or services cannot make up for the effect, but it does not reach business partners or others and does not last long."),
		text("影響が長時間に及ぶものの、影響の範囲は取引先やそれ以外の関係者に及ばず、影響の結果は他の製品・サービスで補うことができる。", "The effect lasts long, but does not reach business partners or others, and other products or services can make up for it."),
	}
}
