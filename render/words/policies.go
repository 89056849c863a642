package words

import "github.com/harmpath/harmpath/models"

// The policies.
var (
	PolicyMisuse    = text("予見可能な誤使用による影響の扱い", "Harm in a foreseeable misuse")
	PolicyRecall    = text("大規模な回収・損害賠償の扱い", "Possible large recall or compensation")
	PolicyDuration  = text("長期間とみなす時間", "Long duration")
	PolicyImportant = text("重要度が高い個人情報", "Personal information of high importance")
	PolicyJoin      = text("攻撃者の共謀", "Attackers joining")
	LongFrom        = text("{duration}以上", "from {duration} on")
	PolicyChosen    = text("モデル", "model")
	PolicyDefault   = text("既定値", "default")
	MisuseDecides   = text(
		"回復困難性の度合いは、予見可能な誤使用の扱いによって決まっている。他方の方針を適用した場合、レベルが異なる。",
		"The degree of difficulty of recovery is decided by the policy on foreseeable misuse: the other choice would give another level.")
	RecallDecides = text(
		"経済的影響の度合いは、大規模な回収・損害賠償の扱いによって決まっている。他方の方針を適用した場合、レベルが異なる。",
		"The degree of economic impact is decided by the policy on large recalls: the other choice would give another level.")
)

var misuses = map[models.ForeseeableMisuse]models.Text{
	models.MisuseImproper: text("適切でない利用とみなす（文言どおりの解釈。人命の喪失は「重大なダメージ」）", "counts as improper use (the literal reading: loss of life is “serious damage”)"),
	models.MisuseIntended: text("想定すべき利用とみなす（人命の喪失は「致命的なダメージ」）", "counts as intended use (loss of life is “fatal damage”)"),
}

// Misuse words the policy on foreseeable misuse.
func Misuse(m models.ForeseeableMisuse) models.Text { return word(misuses, m) }

var recallPolicies = map[models.LargeRecall]models.Text{
	models.RecallEscalates:   text("生じ得ること自体で「壊滅的な経済影響」とする", "by itself makes the impact catastrophic"),
	models.RecallConjunctive: text("最上位の三つの判断基準がすべて満たされる場合に限り「壊滅的な経済影響」とする", "makes the impact catastrophic only together with the other criteria of that level"),
}

// RecallPolicy words the policy on large recalls.
func RecallPolicy(r models.LargeRecall) models.Text { return word(recallPolicies, r) }

var joinPolicies = map[bool]models.Text{
	false: text("攻撃者はそれぞれ単独で行動する", "each attacker acts alone"),
	true:  text("単独の場合に加え、すべての攻撃者が共謀する場合も評価する", "beside each alone, all attackers together are evaluated"),
}

// JoinPolicy words the policy on joining attackers.
func JoinPolicy(joined bool) models.Text { return joinPolicies[joined] }
