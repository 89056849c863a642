package words

import "github.com/harmpath/harmpath/models"

var builtIn = map[models.RuleID]models.Text{
	models.RuleStart:      text("{profile}が最初に到達できる。", "{profile} reaches this first."),
	models.RuleKnows:      text("{profile}があらかじめ知っている。", "{profile} knows this from the start."),
	models.RulePresent:    text("条件「{condition}」が成り立ち得る（モデルはこれを排除していない。）。", "The condition “{condition}” can hold: the model does not exclude it."),
	models.RuleAssumed:    text("{subject}の「{property}」は未確認であり、満たされないものとみなす。", "“{property}” of {subject} is unknown and taken as not given."),
	models.RuleCause:      text("原因「{cause}」がそろう。", "The cause “{cause}” is complete."),
	models.RuleOccurs:     text("原因及び条件がそろい、これを防ぐ安全装置が働かず、「{effect}」が生じる。", "Causes and conditions hold and no safeguard prevents it: “{effect}” occurs."),
	models.RuleUncredited: text("固有リスクの評価では、安全装置「{safeguard}」の効果を見込まない。", "The inherent reading does not credit the safeguard “{safeguard}”."),
	models.RuleOvercome:   text("対策「{measure}」が突破される。", "The measure “{measure}” is overcome."),
}

// BuiltIn is the sentence for a built-in rule. The second result tells whether rule is one.
func BuiltIn(rule models.RuleID) (models.Text, bool) {
	t, known := builtIn[rule]
	return t, known
}

var ruleClasses = map[models.RuleClass]models.Text{
	models.AttackRule:      text("攻撃", "attack"),
	models.ConsequenceRule: text("帰結", "consequence"),
}

// RuleClass names a class of rules.
func RuleClass(c models.RuleClass) models.Text { return word(ruleClasses, c) }
