package words

import "github.com/harmpath/harmpath/models"

// The document about the requirements of standards, laws and labels.
var (
	ComplianceKind   = text("規格・法令・制度の要求事項との対応", "Requirements of standards, laws and labels")
	ComplianceTitle  = text("規格・法令・制度の要求事項との対応", "Requirements of standards, laws and labels")
	ComplianceNotice = text(
		"本章は、モデルに記述された性質と講じる対策が、規格・法令・制度の要求事項にどう対応するかを示す補助資料であり、適合性評価ではない。要求事項の表題は原文ではなく短い言い換えであり、対策との対応付けはharmpathの判断による。",
		"This shows how the properties that the model states and the measures in force relate to the requirements of standards, laws and labels. It is an aid and no assessment of conformity. Titles are short words of our own and not the text of the requirements; which measure meets which is harmpath's own judgement.")
	ComplianceOverview      = text("対応の概要", "Overview")
	ComplianceOverviewTable = text("要求事項の数", "Number of requirements")
	ComplianceSchemeFacts   = text("{publisher}、{edition}", "{publisher}, {edition}")
	ComplianceScope         = text("対象とする機器：{components}", "Components that it is addressed to: {components}")
	ComplianceTable         = text("要求事項ごとの対応（{scheme}）", "Requirements of {scheme}")
	ComplianceOtherSite     = text("この規格等は、本ユースケースの現場を対象としていない。", "It is not addressed to the site of this case.")
	ComplianceNoKind        = text("この規格等が対象とする種類の機器は、モデルにない。", "The model has no component of a kind that it is addressed to.")
	ComplianceRecommended   = text("推奨", "recommended")
	ComplianceStated        = text("モデルの記述", "stated by the model")
	ComplianceWhere         = text("{property}：{elements}", "{property}: {elements}")
	ComplianceUnknown       = text("記載なし", "not stated")
	ComplianceAbsent        = text("ないと記載", "stated as absent")
	ComplianceConsequence   = text("{effect}（{recovery}、{economic}）", "{effect} ({recovery}, {economic})")
	ComplianceInPart        = text("一部", "in part")
	ComplianceByModel       = text("モデルが示せるのは、この要求事項の一部である。", "A model can show only a part of this requirement.")
	ComplianceAverted       = text("攻撃では生じない：{effects}", "No attack leads to: {effects}")
	CompliancePossible      = text("攻撃により生じ得る：{effects}", "An attack can lead to: {effects}")
	ComplianceCandidates    = text("検討中の対策：{measures}", "Candidate measures: {measures}")
	ComplianceSuggested     = text("知識ベースの対策：{measures}", "Measures of the catalog: {measures}")
	ComplianceUnused        = text("モデルの攻撃者には、この不足を利用する攻撃がない。", "No attacker of the model can use what is lacking.")
	ComplianceEasiest       = text("最も容易な攻撃がここを通る影響：{effects}", "Easiest attacks go through it: {effects}")
	ComplianceCloses        = text("満たせば生じない影響：{effects}", "Ruled out by meeting it: {effects}")
	ComplianceHardens       = text("満たしても、攻撃が困難になるのみである。", "Meeting it would only make the attack harder.")
	ComplianceContributes   = text("寄与し得る影響（上限）：{effects}", "Can contribute to (upper bound): {effects}")
	ComplianceAttack        = text("最も容易な攻撃（{days}）：{attack}", "Easiest attack, {days}: {attack}")
	ComplianceNotShownWhy   = text("モデルからは示されない。講じる対策にも、これに関するものがない。", "A model does not show it, and no measure in force speaks of it.")
	ColumnScheme            = text("規格・法令・制度", "Standard, law or label")
	ColumnRequirementNo     = text("番号", "No.")
	ColumnSubjectOf         = text("要求事項（言い換え）", "Requirement (our words)")
	ColumnStatus            = text("状況", "Status")
	ColumnMetBy             = text("満たすもの", "Met by")
	ColumnLacking           = text("不足しているもの", "Lacking")
	ColumnStays             = text("残る攻撃・適用外の理由", "Attack that stays possible, or why it does not apply")
	ColumnOpenMandatory     = text("未対応のうち必須", "Open and mandatory")
)

var complianceStatuses = map[models.ComplianceStatus]models.Text{
	models.RequirementMet:           text("モデル上対応", "met in the model"),
	models.RequirementPartly:        text("一部対応", "partly met"),
	models.RequirementOpen:          text("未対応", "open"),
	models.RequirementNotShown:      text("モデルからは示されない", "not shown by the model"),
	models.RequirementNotApplicable: text("適用外", "not applicable"),
}

// ComplianceStatus names what a case shows about a requirement.
func ComplianceStatus(s models.ComplianceStatus) models.Text { return word(complianceStatuses, s) }

var absences = map[string]models.Text{
	models.AbsentSite:             ComplianceOtherSite,
	models.AbsentKinds:            ComplianceNoKind,
	models.AbsentPlaces:           text("モデルに、これが問題となる機器、データフロー、データがない。", "The model has no component, flow or data where it matters."),
	string(models.IfPersonalData): text("対象範囲に個人情報がない。", "There is no personal information in scope."),
	string(models.IfStoredData):   text("対象範囲の機器はデータを保存しない。", "No component in scope stores data."),
	string(models.IfCredentials):  text("対象範囲に認証情報がない。", "There is no credential in scope."),
	string(models.IfUpdates):      text("対象範囲に更新のデータフローがない。", "There is no update flow in scope."),
	string(models.IfMaintenance):  text("対象範囲に保守のデータフローがない。", "There is no maintenance flow in scope."),
	string(models.IfTelemetry):    text("対象範囲にテレメトリのデータフローがない。", "There is no telemetry flow in scope."),
	string(models.IfWireless):     text("モデルに無線ネットワークがない。", "The model has no wireless network."),
	string(models.IfSafety):       text("モデルに人の傷害に至る影響がない。", "The model has no effect that injures people."),
	string(models.IfWideNetwork):  text("モデルに広域網がない。", "The model has no wide-area network."),
}

// Absence says why a requirement does not apply to a case.
func Absence(why string) models.Text { return word(absences, why) }
