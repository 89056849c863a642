package words

import "github.com/harmpath/harmpath/models"

var builtIn = map[models.RuleID]models.Text{
	models.RuleStart:          text("{profile}は「{fact}」の状態から始める。", "{profile} starts with “{fact}”."),
	models.RuleKnows:          text("{profile}は「{data}」をあらかじめ知っている。", "{profile} knows “{data}” from the start."),
	models.RulePresent:        text("条件「{condition}」が成り立ち得る（モデルはこれを排除していない）。", "The condition “{condition}” can hold: the model does not exclude it."),
	models.RuleAssumed:        text("{subject}の「{property}」は未確認であり、満たされないものとみなす。", "“{property}” of {subject} is unknown and taken as not given."),
	models.RuleCause:          text("{cause}が成り立つ。", "The following holds: {cause}."),
	models.RuleChallenge:      text("安全装置「{safeguard}」の作動が求められる。", "The safeguard “{safeguard}” has to act."),
	models.RulePassed:         text("{cause}が成り立ち、これを防ぐ安全装置がいずれも働かない。", "The following holds, and none of the safeguards against it acts: {cause}."),
	models.RuleAttacked:       text("「{fact}」の状態にあるものと仮定する。", "Taken as given from the start: “{fact}”."),
	models.RuleOccurs:         text("原因が成り立ち、これを防ぐ安全装置がないか、いずれも働かないため、「{effect}」が生じる。", "Its causes hold, and no safeguard against it exists or acts: “{effect}” occurs."),
	models.RuleUnfitted:       text("安全装置「{safeguard}」は、対策が実施されていないため、ない。", "The safeguard “{safeguard}” is not there, as the measure that adds it is not in force."),
	models.RuleUncredited:     text("固有リスクの評価では、安全装置「{safeguard}」の効果を見込まない。", "The inherent reading does not credit the safeguard “{safeguard}”."),
	models.RuleIdle:           text("対策「{measure}」は実施されていない。", "The measure “{measure}” is not in force."),
	models.RuleDefeat:         text("{subject}の「{property}」が突破される。", "“{property}” of {subject} is overcome."),
	models.RuleDefeatProvided: text("対策による{subject}の「{property}」が突破される。", "“{property}” of {subject}, which a measure provides, is overcome."),
	models.RuleLacking:        text("{subject}の「{property}」は満たされない。", "{subject} lacks “{property}”."),
	models.RuleFails:          text("「{fact}」が崩れる。", "What the model states or presumes fails: “{fact}”."),
	models.RuleJoined:         text("分離されているはずの{from}から{to}へ通信が通る。", "Traffic gets from {from} into {to}, which is stated to be separate."),
	models.RuleAcross:         text("{gateway}が、ある設置先の{network}から他のすべての設置先の{network}へ通信を通す。", "{gateway} passes traffic from {network} of one unit on to that of all others."),
	models.RuleOvercome:       text("対策「{measure}」が突破される。", "The measure “{measure}” is overcome."),
}

// BuiltIn is the sentence for a built-in rule. The second result tells whether rule is one.
func BuiltIn(rule models.RuleID) (models.Text, bool) {
	t, known := builtIn[rule]
	return t, known
}
