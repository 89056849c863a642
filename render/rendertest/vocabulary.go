package rendertest

import "github.com/harmpath/harmpath/models"

func named(ja, en string) models.Entry { return models.Entry{Name: text(ja, en), Since: "0.1"} }

func vocabulary() models.Words {
	state := func(id models.StateID, of models.Sort, compromise bool, ja, en string) models.State {
		return models.State{Entry: named(ja, en), ID: id, Of: of, Compromise: compromise}
	}
	v1, v2 := named("第1の観点", "Viewpoint 1"), named("第2の観点", "Viewpoint 2")
	v1.Means, v2.Means = text("運用前の確認要求", "Confirmation before operation"), text("運用中の確認要求", "Confirmation during operation")
	decides := named("未確認事項がレベルを左右する", "An unknown property decides a level")
	decides.Means, decides.Why = text("{1}の性質が未確認である。", "A property of {1} is unknown."), text("レベルが変わる。", "It changes the level.")
	contradicted := named("記載と相違", "Contradiction")
	contradicted.Means = text("{1}の記載と相違する。", "Contradicts what is stated of {1}.")
	infect := named("感染", "Infection")
	infect.References = []models.Reference{{Scheme: "CAPEC", ID: "CAPEC-17"}, {Scheme: "CPSF", ID: "CPS.AC-1"}}
	return models.Words{
		Kinds:         []models.Kind{{Entry: named("端末", "Endpoint"), ID: "endpoint"}, {Entry: named("機器", "Appliance"), ID: "appliance"}, {Entry: named("網", "Network"), ID: "network"}},
		DeviceClasses: []models.DeviceClass{{Entry: named("密閉式", "Sealed"), ID: "sealed", Kind: "appliance"}},
		States: []models.State{
			state("reached", models.ComponentSort, false, "到達", "Reached"), state("infected", models.ComponentSort, true, "マルウェア感染", "Infected with malware"),
			state("used", models.ComponentSort, true, "不正利用", "Misused"), state("misoperated", models.ComponentSort, false, "利用者による誤操作", "Misoperated"),
			state("stopped", models.ComponentSort, true, "サービス不能", "Out of service"), state("disclosed", models.DataSort, true, "漏えい", "Disclosed"),
			state("present", models.ConditionSort, false, "成立", "Present"), state("holds", models.CauseSort, false, "原因の成立", "Cause holds"),
			state("occurred", models.EffectSort, false, "発生", "Occurred"), state("assumed", models.PropertySort, false, "未確認", "Assumed"),
		},
		Properties: []models.Property{{Entry: named("認証", "Authenticated"), ID: "authenticated", Of: models.FlowSort}, {Entry: named("外部プログラムなし", "No foreign code"), ID: "no_foreign_code", Of: models.ComponentSort}},
		Threats:    []models.Threat{{Entry: named("マルウェア感染", "Malware infection"), ID: "infection", State: "infected"}, {Entry: named("利用者による誤操作", "Misoperation by the user"), ID: "mistake", State: "misoperated"}},
		Rules: []models.Rule{
			{Entry: infect, ID: "infect", Class: models.AttackRule, Over: "component", Then: models.Premise{State: "infected", Role: "component"}, Effort: &models.Effort{Days: 2, Basis: text("準備", "Preparation")}, Explains: text("{component}が感染する。", "{component} is infected.")},
			{Entry: named("指令", "Command"), ID: "command-onward", Class: models.AttackRule, Over: "flow", Then: models.Premise{State: "used", Role: "to"}, Explains: text("{from}が「{flow}」で{to}に指令する。", "{from} commands {to} over “{flow}”.")},
		},
		Requirements:  []models.Requirement{{Entry: named("安全な初期設定", "Secure defaults"), ID: "defaults"}},
		Viewpoints:    []models.Viewpoint{{Entry: v1, ID: "v1", No: 1}, {Entry: v2, ID: "v2", No: 2}},
		Sensitivities: []models.Sensitivity{{Entry: named("一般の個人情報", "General personal information"), ID: "general", Personal: true}, {Entry: named("要配慮個人情報", "Special-care-required personal information"), ID: "special", Personal: true, Important: true}},
		Sites:         []models.Site{{Entry: named("消費者現場", "Consumer site"), ID: "consumer", Mark: "circle", LongDuration: "1w"}},
		Findings: []models.FindingKind{
			{Entry: decides, ID: "unknown-decides", Severity: models.Warning, Remedy: text("確認する。", "Find out.")},
			{Entry: contradicted, ID: "rationale-contradicts-level", Severity: models.Grave},
		},
	}
}
