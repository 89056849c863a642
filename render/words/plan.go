package words

import "github.com/harmpath/harmpath/models"

// What is said of what the measures can do.
var (
	PlanTitle   = text("対策の効果と費用", "What the measures can do, and at what cost")
	OnlyAgainst = text("次の攻撃者だけを対象とする：{profiles}。ほかの攻撃者に対して足りるとは限らない。", "Asked for these attackers alone: {profiles}. Against others the measures may not be enough.")
	AgainstAble = text("攻撃者の能力はすべて「{capability}」とみなす。", "All attackers are taken as having {capability} capability.")
	PlanLead    = text("採用した対策に加えて候補の対策を実施した場合に、悪意のある攻撃者が至り得るレベルと、そのために要する最小の費用を示す。費用及び負担は、本ユースケースにおける相対的な値である。", "What malicious attackers can still reach if candidates are put in force beside the adopted measures, and the least that this costs. Costs and burdens are relative, in the units of this case.")
	NoPlan      = text("モデルの対策には、攻撃の手順を防ぎ、または困難にする効果（provides、blocks、hardens）の記載がない。", "No measure of the model states an effect on the steps of an attack (provides, blocks or hardens).")
	StateTable  = text("対策の実施状況とレベル", "Levels by measures in force")
	FrontTable  = text("レベルごとに最小の費用で足りる対策", "The cheapest measures for each level")
	ValueTable  = text("対策ごとの効果", "What each measure does")
	BudgetTable = text("主体ごとの予算及び負担の上限", "Budgets of the stakeholders")

	StateNow    = text("採用した対策のみ（悪意のある攻撃者）", "Adopted measures only (malicious attackers)")
	StateFull   = text("候補のすべてを追加（悪意のある攻撃者）", "With every candidate (malicious attackers)")
	StateOthers = text("悪意によらない起因", "Non-malicious initiators")

	ColumnState     = text("場合", "Measures in force")
	ColumnTargetFor = text("目標", "Target")
	ColumnAnswer    = text("判定", "Answer")
	ColumnAdds      = text("追加する対策", "Measures to add")
	ColumnCost      = text("費用", "Cost")
	ColumnShares    = text("主体ごとの費用・負担", "Share of each party")
	ColumnStops     = text("至らなくなる影響", "Stopped")
	ColumnAlone     = text("単独で実施した場合", "If added alone")
	ColumnLast      = text("他のすべてに加えて実施した場合", "If added last")
	ColumnBudget    = text("種類", "Kind")
	ColumnLimit     = text("上限", "Limit")
	ColumnUsed      = text("採用した対策による使用", "Used by adopted measures")

	AskedFor       = text("本ユースケースの目標", "asked for in this case")
	TargetRecovery = text("回復困難性を「{level}」以下にする", "recovery at most “{level}”")
	TargetEconomic = text("経済的影響を「{level}」以下にする", "economic impact at most “{level}”")
	TargetStop     = text("「{effect}」を防ぐ", "stop “{effect}”")
	NothingToAdd   = text("追加は不要", "nothing to add")
	AtLeast        = text("少なくとも {n}", "at least {n}")
	ShareOf        = text("{stakeholder}：費用 {cost}、負担 {burden}", "{stakeholder}: cost {cost}, burden {burden}")
	NobodyNamed    = text("主体の記載なし", "no stakeholder stated")
	CostAndBurden  = text("費用 {cost}、負担 {burden}", "cost {cost}, burden {burden}")
	Certified      = text("独立した検査器により確認済み", "confirmed by an independent checker")
	WithoutBudgets = text("予算の上限を考慮しなければ、費用 {cost} で足りる", "without budgets, cost {cost} is enough")
	StaysAttack    = text("{profile}による「{effect}」への経路は、いずれの候補によっても防げない", "no candidate stops the way of {profile} to “{effect}”")
	LevelStays     = text("レベルは変わらない", "changes no level")
	LevelGain      = text("{before} → {after}", "{before} → {after}")
	StopsWhole     = text("「{effect}」を防ぐ", "stops “{effect}”")
	StopsFor       = text("「{effect}」を、{profiles}に対して防ぐ", "stops “{effect}” for {profiles}")
	EffortChange   = text("工数 {before} → {after}", "effort {before} → {after}")
	ChanceChange   = text("成功確率 {before} → {after}", "chance {before} → {after}")
	InForce        = text("実施中", "in force")
)

var planStatuses = map[models.PlanStatus]models.Text{
	models.PlanOptimal:    text("最適（これより費用の低い組合せはない）", "optimal: nothing cheaper is enough"),
	models.PlanBound:      text("探索を打ち切ったため、最適とは限らない", "bound: the search was cut, so there may be something cheaper"),
	models.PlanInfeasible: text("予算の範囲内では達成できない", "infeasible: not within the budgets"),
	models.PlanImpossible: text("候補のすべてを実施しても足りない", "not even every candidate is enough"),
}

// PlanStatus says what an answer about measures is worth.
func PlanStatus(s models.PlanStatus) models.Text { return word(planStatuses, s) }

var budgetKinds = map[models.BudgetKind]models.Text{
	models.CostBudget:   text("費用", "cost"),
	models.BurdenBudget: text("負担", "burden"),
}

// BudgetKind names what a limit is about.
func BudgetKind(k models.BudgetKind) models.Text { return word(budgetKinds, k) }
