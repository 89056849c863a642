package words

import (
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Term is a word that documents use in one sense only.
type Term struct {
	Word    models.Text
	Meaning models.Text
}

// ID is the term as harmpath help and harmpath list call it: presumed-away.
func (t Term) ID() string { return strings.ReplaceAll(strings.ToLower(t.Word.EN), " ", "-") }

// Terms lists the terms of documents, in the order of a document, then those of what analyses say. Their Japanese words are
// those of METI's slides of 2021-11-29 wherever these have one.
func Terms() []Term {
	return []Term{
		{Sort(models.StakeholderSort), text("機器を製造、供給、所有、運用、保守または利用する主体。", "Who makes, supplies, owns, operates, maintains or uses components.")},
		{Sort(models.ComponentSort), text("システムを構成し、攻撃され得る資産。", "An asset of the system that can be attacked.")},
		{ColumnZone, text("機器が置かれる場所またはネットワークの範囲。", "The place or part of a network in which components stand.")},
		{Sort(models.FlowSort), text("ある機器から別の機器へ送られるもの。", "What one component sends to another.")},
		{RecoveryAxis, text("第1軸。人への被害と個人情報の漏洩の大きさ。", "Axis 1: how grave harm to people and disclosure of personal information are.")},
		{EconomicAxis, text("第2軸。範囲、継続時間、代替可能性及び間接被害の大きさ。", "Axis 2: reach, duration, substitutes and indirect damage.")},
		{ThirdAxis, text("求められるセキュリティ・セーフティ要求の観点。", "The viewpoints of the security and safety requirements called for.")},
		{Reading(models.Inherent), text("安全装置、機器区分及び対策のいずれも見込まない場合。", "Nothing is credited: no safeguard, no class of device, no measure.")},
		{Reading(models.Assessed), text("攻撃によって無効化されない安全装置を見込む場合。公表するレベル。", "Safeguards that no attack defeats are credited. The published level.")},
		{Reading(models.Residual), text("さらに、採用した対策を見込む場合。", "The adopted measures are credited as well.")},
		{ReachableLong, text("攻撃または誤操作等によって生じるおそれがある。起こりやすさは問わない。", "An attack, a misoperation or a fault can bring it about; how likely that is is another question.")},
		{ColumnConsequence, text("人または財産に生じる被害。", "Damage to people or property.")},
		{ColumnProfile, text("悪意のある攻撃者、または悪意によらない起因（誤操作、通信途絶、故障）。", "A malicious attacker, or a misoperation, loss of communication or fault without malice.")},
		{Sort(models.SafeguardSort), text("攻撃の有無によらず被害を防ぐ仕組み。", "What keeps harm away whether or not there is an attack.")},
		{Sort(models.MeasureSort), text("主体が脅威に対して講じるもの。", "What a stakeholder does against threats.")},
		{EntriesTitle, text("攻撃等が最初に及ぶ機器、データフローまたはデータ。", "The component, flow or data item that an attack compromises first.")},
		{Sort(models.PropertySort), text("モデルに記載がなく、満たされないものとみなした性質。", "A property that the model does not state, taken as not given.")},
		{ColumnPath, text("起点から影響に至る手順の連なり。", "The chain of steps from an entry point to a consequence.")},
		{InferredMark, text("出典に記載がなく、記述者が工学的な判断により補ったもの。", "Not stated by a source: the author's own engineering judgement.")},
		{ColumnMargin, text("正の数は、成り立たなくなれば影響に至る記載と前提の最小の数（深さ）。負の数は、攻撃者の能力に耐えるようにすれば影響に至らなくなる性質の最小の数。", "Above 0: how many statements and presumptions, at least, have to fail until a consequence comes about (its depth). Below 0: how many properties, at least, have to withstand the attacker until it does not.")},
		{PresumedMark, text("記載がなくとも成り立つものとみなした性質。", "A property that counts as given although the model does not state it.")},
		{text("深さ", "depth"), text("至らない影響について、成り立たなくなればその影響に至る記載と前提の最小の数。", "Of a consequence that does not come about: how many statements and presumptions, at least, have to fail until it does.")},
		{text("攻撃者の能力", "capability"), text("攻撃者の技能と手段の程度。基本的、相応及び高度の三段階。記載がなければ相応とする。", "What an attacker is able to by skill and means: basic, substantial or high. Where it is not stated, substantial.")},
		{text("耐性", "resistance"), text("性質が、どの能力の攻撃者まで防ぐか。", "Up to which capability of attackers a property holds.")},
		{text("確定", "settled"), text("記載のない事項がすべて有利であっても、影響に至り得る。", "The consequence can come about even where all that is not stated is favourable.")},
		{text("未確認事項による", "open"), text("影響に至り得るが、記載のない事項がすべて有利であれば至らない。", "The consequence can come about, but does not where all that is not stated is favourable.")},
		{text("前提により至らない", "presumed away"), text("記載のない性質についての前提が成り立たない場合に限り、影響に至り得る。", "The consequence comes about only where presumptions about properties that are not stated fail.")},
	}
}
