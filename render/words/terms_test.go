package words

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
)

var update = flag.Bool("update", false, "write docs/terms.md anew")

// TestTerms: the list of terms in docs is the one that documents use, each word once.
func TestTerms(t *testing.T) {
	const file = "../../docs/terms.md"
	var page strings.Builder
	page.WriteString("# Terms\n\nEvery document uses these words in this sense. `render/words` holds them, with every other text that harmpath writes.\n\n" +
		"| 用語 | 意味 | term | meaning |\n|---|---|---|---|\n")
	seen := map[string]bool{}
	for _, entry := range terms() {
		for _, text := range []string{entry.word.JA, entry.word.EN, entry.meaning.JA, entry.meaning.EN} {
			if text == "" || seen[text] {
				t.Errorf("%q is empty or stands twice", text)
			}
			seen[text] = true
		}
		fmt.Fprintf(&page, "| %s | %s | %s | %s |\n", entry.word.JA, entry.meaning.JA, entry.word.EN, entry.meaning.EN)
	}
	if *update {
		if err := os.WriteFile(file, []byte(page.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil || string(got) != page.String() {
		t.Errorf("docs/terms.md lists other terms; make update writes it anew: %v", err)
	}
}

// term is a word that documents use in one sense only.
type term struct {
	word    models.Text
	meaning models.Text
}

// terms lists the terms of documents, in the order of a document. Their Japanese words are those of METI's slides of
// 2021-11-29 wherever these have one.
func terms() []term {
	return []term{
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
		{ColumnMargin, text("正の数は、成り立たなくなれば影響に至る記載と前提の最小の数。負の数は、攻撃者の能力に耐えるようにすれば影響に至らなくなる性質の最小の数。", "Above 0: how many statements and presumptions, at least, have to fail until a consequence comes about. Below 0: how many properties, at least, have to withstand the attacker until it does not.")},
		{PresumedMark, text("記載がなくとも成り立つものとみなした性質。", "A property that counts as given although the model does not state it.")},
		{ColumnPath, text("起点から影響に至る手順の連なり。", "The chain of steps from an entry point to a consequence.")},
		{InferredMark, text("出典に記載がなく、記述者が工学的な判断により補ったもの。", "Not stated by a source: the author's own engineering judgement.")},
	}
}
