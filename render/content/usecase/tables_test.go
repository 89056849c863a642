package usecase

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
)

func TestTables(t *testing.T) {
	ja, en := Build(rendertest.Case(), models.Japanese), Build(rendertest.Case(), models.English)
	for _, c := range []struct {
		doc  content.Document
		id   string
		want []string
	}{
		{en, "components", []string{
			"Smartphone (app) | Endpoint | Homeinferred | Layer 3 | Resident: uses",
			"Gas water heaterinferred / A description / Installations: 100,000 | Appliance / Sealed | Homeinferred | Layer 2 | Vendor of IoT devices: makes",
		}},
		{en, "dataflows", []string{
			"1 | Commandinferred / Only while: Somebody is bathing | Smartphone (app) | Gas water heater | Network | command | Account information | Authenticated: yes",
			"2 | Status / Session opened by Smartphone (app) / optional, as installed | Gas water heater | Smartphone (app) | – | telemetry | – | Authenticated: no",
			"– | maintenance / closed: nothing passes | Smartphone (app) | Gas water heater | – | maintenance | – | not stated",
		}},
		{ja, "measures-by-viewpoint", []string{
			"1 | 第1の観点 | ソシキ・ヒト | IoT機器の事業者 | 全般 | 体制の確保 | 部門を立ち上げる。",
			"2 | ^ | ^ | ^ | ・・・ | ・・・ | ・・・",
			"3 | ^ | システム | ^ | マルウェア感染 | 安全な初期設定 | パスワードを管理する。推定",
		}},
		{ja, "measures-decided", []string{
			"住まい手 | 用途を守った使用 | 手順書を把握する。 | 不採用 | 費用",
			"IoT機器の事業者 | 体制の確保 | 責任者を任命する。 | 調整のうえ採用 / No. 1 を具体化 | 記載なし",
		}},
		{ja, "threats", []string{
			"スマートフォン・アプリ | マルウェア感染 | ○ | ○ | － | 遠隔の攻撃者 | 遠隔の攻撃者 → スマートフォン（アプリ）：マルウェア感染 → ガス給湯器：不正利用 → やけど：発生 / 最小の工数：2 人日 以上 2.5 人日 以下（上下限） | やけど | No. 3（検討中）",
			"^ | 利用者による誤操作 | ○ | ○ | ○ | 利用者の誤操作 | 悪意によらない起因のみ | ― | 対策なし",
			"ガス給湯器 | マルウェア感染 | ○ | － | － | ― | ― | ― | 対策なし",
		}},
		{en, "entries", []string{
			"Scald | Remote attackerinferred | component Smartphone (app) (Infected with malware)",
			"^ | Mistake of the user | component Smartphone (app) (Misoperated)",
			"Disclosure of account information | Remote attackerinferred | data Account information (Disclosed)",
		}},
		{en, "rules", []string{"Infection | CAPEC-17, CPSF CPS.AC-1 | 2 | Preparation | –"}},
		{en, "accepted", []string{"Resident | Limited damage | not stated | difficulty of recovery above what is accepted | within what is accepted"}},
		{en, "viewpoints", []string{
			"Viewpoint 1 | Confirmation before operation | called for | covered",
			"Viewpoint 2 | Confirmation during operation | called for | lacking: no measure",
		}},
		{en, "plan-front", []string{
			"stop “Scald” / asked for in this case | optimal: nothing cheaper is enough / confirmed by an independent checker | No. 3 Secure defaults (candidate) | 2 | Vendor of IoT devices: cost 2, burden 1 | Limited damage / Limited economic impact | Scald",
			"recovery at most “Serious damage”, economic impact at most “Serious economic impact” | optimal: nothing cheaper is enough | nothing to add | 0 | – | Serious damage / Serious economic impact | –",
			"recovery at most “Limited damage” | infeasible: not within the budgets / without budgets, cost 9 is enough | – | – | – | – | –",
		}},
		{en, "measure-values", []string{
			"No. 3 Secure defaults (candidate) | Vendor of IoT devices | cost 2, burden 1 | Serious damage → Limited damage / stops “Scald” for Remote attacker | changes no level / Scald: effort 2 person-days → 4 person-days",
			"An organisation (adapted) | Vendor of IoT devices | cost 1, burden 0 | in force | in force",
		}},
		{en, "budgets", []string{"Vendor of IoT devices | cost | 5 | 1"}},
		{en, "findings", []string{
			"warning | A property of Smartphone (app) is unknown. | model.yaml:7:3 | It changes the level. | Find out.",
			"error | Contradicts what is stated of x. | model.yaml:40:3 |  | ",
		}},
	} {
		rendertest.SameRows(t, rendertest.Table(t, c.doc.Sections, c.id), c.want)
	}
}

// TestSteps: assumptions that a step names itself get no row, and the premises are the numbers of rows above.
func TestSteps(t *testing.T) {
	doc := Build(rendertest.Case(), models.English)
	var steps content.Table
	for _, b := range doc.Sections[10].Sections[0].Blocks {
		if x, ok := b.(content.Table); ok {
			steps = x
		}
	}
	if want := "Path A: Remote attacker – Assessed reading, least effort between 2 person-days and 2.5 person-days (bounds), chance of success 45%"; steps.Caption != want {
		t.Errorf("caption %q, want %q", steps.Caption, want)
	}
	rendertest.SameRows(t, steps, []string{
		"1 | Remote attacker starts with “Network: Reached”. | – | – | – | –",
		"2 | Smartphone (app) is infected. (Infection) | 1 | 2 | “No foreign code” of Smartphone (app) | No. 3 (candidate)",
		"3 | Smartphone (app) commands Gas water heater over “Command”. (Command) | 2 | 0.5 | – | An organisation (adapted): makes it harder",
		"4 | The condition “Somebody is bathing” can hold: the model does not exclude it. | – | – | – | –",
		"5 | The following holds: the cause of “Scald”. | 3, 4 | – | – | –",
		"6 | Its causes hold, and no safeguard against it exists or acts: “Scald” occurs. | 5 | – | – | –",
	})
}
