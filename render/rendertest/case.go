package rendertest

import "github.com/harmpath/harmpath/models"

func text(ja, en string) models.Text { return models.Text{JA: ja, EN: en} }

func ptr[T any](v T) *T { return &v }

func fact(state models.StateID, subject string) models.Fact {
	return models.Fact{State: state, Subject: subject}
}

func in[T any](inherent, assessed, residual T) models.InReadings[T] {
	return models.InReadings[T]{Inherent: inherent, Assessed: assessed, Residual: residual}
}

// inferred is the origin of an element that is its author's own judgement.
func inferred(line int) models.Origin {
	return models.Origin{Source: models.Inferred, At: models.Place{File: "model.yaml", Line: line, Column: 5}}
}

// Case is the result of a small case in which every part of a document has something to show: a heater that is
// commanded over a phone can scald, a mechanical valve keeps it from bursting, and an account can leak.
func Case() *models.Result {
	return &models.Result{
		Format: models.ResultFormat,
		Tool:   models.Tool{Name: "harmpath", Version: "0.0-test"},
		System: system(),
		Words:  vocabulary(),
		Policies: models.PoliciesInForce{
			ForeseeableMisuse: models.MisuseImproper, LargeRecall: models.RecallEscalates, LongDuration: "1w",
			Important: []models.SensitivityID{"special"}, Defaults: []string{"large_recall", "long_duration"},
		},
		Levels:       levels(),
		Consequences: consequences(),
		Threats:      threats(),
		Unlisted:     []models.Fact{fact("stopped", "phone")},
		Entries: []models.EntryPoint{
			{Effect: "scald", Profile: "remote", Type: models.ComponentSort, Subject: "phone", Fact: fact("infected", "phone")},
			{Effect: "scald", Profile: "mistake", Type: models.ComponentSort, Subject: "phone", Fact: fact("misoperated", "phone")},
			{Effect: "account_leak", Profile: "remote", Type: models.DataSort, Subject: "account", Fact: fact("disclosed", "account")},
		},
		Components: []models.ComponentResult{
			{Component: "phone", IfAttacked: serious(), Leads: []models.EffectID{"scald", "account_leak"}, Contributes: []models.EffectID{"scald"}, Necessary: []models.EffectID{"scald"}, CompromisedBy: []models.ProfileID{"remote"}, Reaches: 1},
			{Component: "heater", IfAttacked: serious(), Leads: []models.EffectID{"scald"}, Contributes: []models.EffectID{"scald"}},
		},
		Viewpoints:  models.ViewpointCoverage{Called: []models.ViewpointID{"v1", "v2"}, Lacking: []models.ViewpointID{"v2"}},
		Assumptions: []models.AssumptionResult{{Property: unknown(), At: models.Place{File: "model.yaml", Line: 7, Column: 3}, Effects: []models.EffectID{"scald"}, IfTrue: lowest(), Decides: true, Removes: []models.EffectID{"scald"}}},
		Margins:     margins(),
		Coverage: []models.Covered{
			{Class: "commands", Name: text("不正な指令", "Unauthorised commands"), Kinds: []models.KindID{"smartphone"}, Answer: models.ModelledClass, Rules: []models.RuleID{"command-onward"}},
			{Class: "firmware", Name: text("ファームウェアの書換え", "Firmware replaced"), Kinds: []models.KindID{"smartphone"}, Answer: models.LeftOutClass, Why: text("理由", "A reason")},
			{Class: "sessions", Name: text("セッションの窃取", "Sessions stolen"), Kinds: []models.KindID{"smartphone"}, Answer: models.NotYetClass, Why: text("足りないもの", "What is missing")},
		},
		Fleet:     fleet(),
		Deciding:  deciding(),
		Questions: []models.Question{{Unknown: []models.PropertyRef{unknown()}, Decides: []int{0, 1, 2, 3}}, {Unknown: []models.PropertyRef{authenticated()}, Decides: []int{1}}},
		Exceeded:  []models.Exceeded{{Stakeholder: "resident", Reading: models.Assessed, Recovery: ptr(models.LimitedDamage)}},
		Findings: []models.Finding{
			{Kind: "unknown-decides", Severity: models.Warning, Subjects: []string{"phone"}, Names: []models.Text{text("スマートフォン（アプリ）", "Smartphone (app)")}, At: models.Place{File: "model.yaml", Line: 7, Column: 3}},
			{Kind: "rationale-contradicts-level", Severity: models.Grave, Subjects: []string{"x"}, At: models.Place{File: "model.yaml", Line: 40, Column: 3}},
		},
		Plan:   plan(),
		Graphs: []models.ConsequenceGraph{{Effect: "scald", Reading: models.Assessed, Steps: attack().Steps, Omitted: 2}},
		Limits: []models.Limit{{Question: "assumption sets", About: "scald", Reason: "more than 20 sets"}},
	}
}

func unknown() models.PropertyRef {
	return models.PropertyRef{Type: models.ComponentSort, Subject: "phone", Property: "no_foreign_code"}
}

func system() models.System {
	s := models.System{
		Harmpath: "1", ID: "test-case", No: 7, Title: text("ガス給湯器の遠隔操作（ガス給湯器）", "Remote operation of a gas water heater"),
		FullTitle: text("人の注意が行き届かない状態で動作するガス給湯器の遠隔操作", "Remote operation of a gas water heater that runs unattended"), SystemName: text("ガス給湯器システム", "Gas water heater system"), Site: "consumer", Date: "2021-11-29",
		Reference: &models.CoarseRisk{Recovery: models.Large, Economic: models.Small},
		Overview: models.Overview{
			Text:      []models.Text{text("外出先より、自宅のお風呂のお湯張りを行う。(※1)", "Running the bath from elsewhere. (*1)")},
			Footnotes: []models.Text{text("※1 脚注。", "*1 A footnote.")}, Picture: []models.Text{text("アプリで操作", "Operated by app"), text("風呂", "Bath")},
			Notes: []models.Text{text("※実際の運用は委託する場合がある。", "*Operation may be contracted out.")},
		},
		Stakeholders: []models.Stakeholder{
			{ID: "vendor", Name: text("IoT機器の事業者", "Vendor of IoT devices"), Definition: text("機器を製造する。", "Makes the devices."), Role: text("提供・運用（※）", "Provides and operates (*)"), Lead: true, Makes: []models.ComponentID{"heater"}, Relations: []models.Relationship{{Origin: inferred(12), To: "resident", Does: text("供給", "supplies")}}},
			{ID: "resident", Name: text("住まい手", "Resident"), Assets: []models.Text{text("スマートフォン", "Smartphone")}, Uses: []models.ComponentID{"phone"}, Accepts: &models.AcceptedLevels{Recovery: ptr(models.LimitedDamage)}},
		},
		Zones: []models.Zone{{Origin: inferred(20), ID: "home", Name: text("居内", "Home")}},
		Components: []models.Component{
			{ID: "phone", Name: text("スマートフォン（アプリ）", "Smartphone (app)"), ThreatName: text("スマートフォン・アプリ", "Smartphone and app"), Kind: "endpoint", Zone: "home", Layer: 3, Stores: []models.DataID{"account"}, On: []models.ComponentID{"net"}},
			{Origin: inferred(25), ID: "heater", Name: text("ガス給湯器", "Gas water heater"), Description: text("説明", "A description"), Kind: "appliance", Zone: "home", Layer: 2, DeviceClass: "sealed", Installations: 100000},
			{ID: "net", Name: text("ネットワーク", "Network"), Kind: "network", Zone: "home", DrawnOnly: true},
		},
		Data:         []models.Data{{ID: "account", Name: text("アカウント情報", "Account information"), Sensitivity: "general"}},
		Dependencies: []models.Dependency{{Origin: inferred(31), ID: "d1", Component: "heater", Needs: "phone", Precaution: true, Reason: text("操作に必要", "needed to operate")}},
		Conditions:   []models.Condition{{Origin: inferred(33), ID: "bather", Name: text("入浴者がいる", "Somebody is bathing")}, {ID: "away", Name: text("不在", "Nobody in"), Excluded: true}},
		Effects: []models.Effect{
			{Origin: inferred(50), ID: "scald", Name: text("やけど", "Scald"), Causes: models.Cause{All: []models.Cause{{Fact: fact("used", "heater")}, {Fact: fact("present", "bather")}}}, Harm: &models.Harm{Injury: models.SevereInjury}, Economic: impact()},
			{Origin: inferred(55), ID: "burst", Name: text("破裂", "Burst"), Causes: models.Cause{Any: []models.Cause{{ID: "pressure", Name: text("過圧", "Overpressure"), Fact: fact("infected", "heater")}}}, Harm: &models.Harm{Injury: models.Death, Use: models.ForeseeableUse}},
		},
		Safeguards: []models.Safeguard{
			{Origin: inferred(60), ID: "valve", Name: text("逃し弁", "Relief valve"), Guards: []string{"burst", "pressure"}, Independence: models.Mechanical, Fitted: &models.Fitting{Component: "heater", Classes: []models.DeviceClassID{"sealed"}}},
			{ID: "logic", Name: text("制御", "Logic"), Guards: []string{"burst"}, Independence: models.SameController, Host: "heater"},
		},
		Attackers:   []models.Profile{{Origin: inferred(70), ID: "remote", Name: text("遠隔の攻撃者", "Remote attacker"), Description: text("インターネット経由", "over the internet"), Kind: models.RemoteAttacker, Starts: []models.Fact{fact("reached", "net")}, Knows: []models.DataID{"account"}}},
		Initiators:  []models.Profile{{ID: "mistake", Name: text("利用者の誤操作", "Mistake of the user"), Kind: models.Misoperation, Starts: []models.Fact{fact("misoperated", "phone")}}},
		Assumptions: []models.Assumption{{Origin: inferred(90), ID: "a1", Text: text("正しく設置されている。", "It is correctly installed."), Owner: "vendor"}, {ID: "a2", Text: text("停電はない。", "There is no power cut.")}},
		Rationale: models.Rationale{
			Recovery: models.RecoveryRationale{Level: ptr(models.SeriousDamage), Privacy: text("アカウント情報が漏洩する可能性がある。", "Account information may be disclosed."), Safety: text("重症を負う可能性がある。", "Severe injury is possible."), Caption: text("特定条件下", "Under a particular condition")},
			Economic: models.EconomicRationale{Internal: text("生じ難い。", "Hardly any."), External: text("及びにくい。", "Hardly any."), Indirect: text("限定的。", "Limited.")},
			Note:     text("※：注記。", "Note."),
		},
		Sources: []models.Citation{{ID: "all", Text: text("すべての出典", "A source of everything")}, {ID: "one", Text: text("脅威の出典", "A source of the threats"), Sections: []models.Section{models.SectionThreats}}},
	}
	s.Flows = []models.Flow{
		{ID: "status", Seq: 2, Name: text("動作状態", "Status"), From: "heater", To: "phone", Nature: models.TelemetryFlow, Optional: true, OpenedBy: "phone", Properties: models.Properties{"authenticated": models.Absent}},
		{Origin: inferred(80), ID: "command", Seq: 1, Name: text("操作指示", "Command"), From: "phone", To: "heater", Via: []models.ComponentID{"net"}, Nature: models.CommandFlow, Carries: []models.DataID{"account"}, When: []models.ConditionID{"bather"}, Properties: models.Properties{"authenticated": models.Given}},
		{ID: "spare", From: "phone", To: "heater", Nature: models.MaintenanceFlow, Closed: true},
	}
	s.Measures = measures()
	return s
}

func impact() *models.EconomicImpact {
	return &models.EconomicImpact{Scope: models.InternalScope, Duration: "3d", Substitutable: models.False, LargeRecall: models.Unknown}
}

func measures() []models.Measure {
	return []models.Measure{
		{ID: "m1", No: 1, Viewpoint: "v1", Target: models.OrganisationTarget, Stakeholder: "vendor", AllThreats: true, Requirement: text("体制の確保", "An organisation"), Text: text("部門を立ち上げる。", "Set up a department.")},
		{ID: "m2", No: 2, Viewpoint: "v1", Target: models.OrganisationTarget, Stakeholder: "vendor", Placeholder: true},
		{Origin: inferred(101), ID: "m3", No: 3, Viewpoint: "v1", Target: models.SystemTarget, Stakeholder: "vendor", Threats: []models.ThreatID{"infection"}, Requires: "defaults", Text: text("パスワードを管理する。", "Manage passwords.")},
		{ID: "d1", Stakeholder: "resident", Requirement: text("用途を守った使用", "Proper use"), Text: text("手順書を把握する。", "Read the manual."), Status: models.Rejected, Reason: text("費用", "cost")},
		{ID: "d2", Stakeholder: "vendor", Requirement: text("体制の確保", "An organisation"), Text: text("責任者を任命する。", "Appoint an officer."), Status: models.Adapted, Adapts: []models.MeasureID{"m1"}},
	}
}
