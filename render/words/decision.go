package words

// What is said of a question about measures, and of what then remains.
var (
	AnswerNothing    = text("{target}：既に達成されており、追加の対策は不要である。", "Target: {target}. It is reached already; nothing has to be added.")
	AnswerChoice     = text("{target}：次の対策を実施すれば足りる（費用 {cost}）。これより費用の低い組合せはない。", "Target: {target}. These measures are enough, at cost {cost}; nothing cheaper is.")
	AnswerBound      = text("{target}：次の対策を実施すれば足りる（費用 {cost}）。探索を打ち切ったため、これより費用の低い組合せ（費用 {lower} 以上）があり得る。", "Target: {target}. These measures are enough, at cost {cost}. The search was cut short: something cheaper may be enough, but nothing below {lower}.")
	AnswerUnknown    = text("{target}：探索を打ち切ったため、足りる組合せは見つかっていない（費用は少なくとも {lower}）。", "Target: {target}. The search was cut short before it found measures that are enough; they cost at least {lower}.")
	AnswerInfeasible = text("{target}：足りる組合せはあるが、予算の範囲内にはない。", "Target: {target}. Some measures are enough, but none within the budgets.")
	AnswerImpossible = text("{target}：候補のすべてを実施しても足りない。いずれの候補も次の経路を防がない。", "Target: {target}. Not even all candidates together are enough. No candidate stops this way:")
	AnswerBeyond     = text("予算の上限を考慮しなければ、次の対策で足りる（費用 {cost}）。", "Without budgets these would be enough, at cost {cost}.")
	AnswerExceeds    = text("{stakeholder}の{kind}の上限 {limit} に対し、{used} を要する", "{stakeholder} would need {used} of its limit of {limit} ({kind})")
	AnswerDoes       = text("{stakeholder}（費用 {cost}、負担 {burden}）：{measures}", "{stakeholder} (cost {cost}, burden {burden}): {measures}")

	AfterwardLevels    = text("実施後に悪意のある攻撃者が至り得るレベル：{recovery}、{economic}。", "What malicious attackers can still reach then: {recovery}, {economic}.")
	AfterwardRemains   = text("なお残る影響：{effects}（いずれも目標の範囲内）。", "What remains possible: {effects} (within the target).")
	AfterwardNothing   = text("攻撃により至り得る影響は残らない。", "No consequence remains in reach of an attack.")
	AfterwardPublished = text("公表されるレベル（悪意によらない起因を含む）は {recovery}、{economic} となる。悪意によらない起因に対しては、対策を選んでいない。", "The published level, which includes non-malicious causes, is then {recovery}, {economic}: no measure was chosen against those causes.")
	HardensOnlyNote    = text("次の対策は、攻撃を困難にするのみである（工数及び成功確率は変わるが、レベルは変わらない）：{measures}。", "These measures only make attacks harder (efforts and chances change, and never a level): {measures}.")
)

// What is said of paths that were asked for.
var (
	AskedTitle       = text("問い合わせた攻撃経路", "Attack paths asked for")
	AskedFrom        = text("起点", "From")
	AskedEveryone    = text("悪意のある攻撃者のそれぞれ（単独）", "every malicious profile alone")
	AskedTo          = text("目標", "To")
	AskedThrough     = text("経由", "Through")
	AskedAvoid       = text("回避", "Avoiding")
	AskedReading     = text("評価の場合", "Reading")
	AskedFound       = text("結果", "Found")
	AskedNone        = text("該当する攻撃は、モデルからは見つからない。", "No such attack is found in the model.")
	AskedComplete    = text("最も容易な {n} 件。これより容易なものは漏れていない。", "the {n} easiest; nothing easier is missing")
	AskedAll         = text("{n} 件。他にない。", "{n}, and there are no others")
	AskedCut         = text("{n} 件。探索を打ち切ったため、漏れがあり得る（{looked} 件を調べた）。", "{n}; the search was cut, so others may be missing ({looked} attacks were looked at)")
	AskedCount       = text("最小の攻撃は全部で {n} 件", "minimal attacks in all: {n}")
	AskedCountBound  = text("最小の攻撃は少なくとも {n} 件", "minimal attacks in all: at least {n}")
	AskedThroughNote = text("経由する場所なしでは目標に至らない攻撃のみを示す。", "Only attacks that do not reach the goal without what they have to pass.")
)
