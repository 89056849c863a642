package words

import "github.com/harmpath/harmpath/models"

// What stands in several figures.
var (
	Comma           = text("、", ", ")
	AndMore         = text("ほか {n} 件", "and {n} more")
	KindCount       = text("{kind} × {n}", "{kind} × {n}")
	OtherComponents = text("その他の機器", "Other components")
	GroupedByKind   = text("機器が多いため（{n} 台）、同じ区画にある同じ種別の機器をまとめて台数で示す。個々の機器は区画ごとの図に示す。", "There are {n} components, so those of one kind in one zone are drawn together, with their number. The figures of the zones show each.")
	GroupedByZone   = text("機器が多いため（{n} 台）、区画ごとにまとめて台数で示す。", "There are {n} components, so those of one zone are drawn together, with their number.")
	ZonePage        = text("{figure}（{zone}）", "{figure}: {zone}")
)

// The figure of the stakeholders.
var (
	LeadBadge    = text("中心となる主体", "lead")
	RelationLine = text("主体間の関係", "relation between parties")
	AssetBullet  = text("■ ", "■ ")
)

// The figure of the configuration.
var (
	ColoredByLevel = text("各機器は、その資産が攻撃された場合の「回復困難性の度合い」で塗り分けている。", "Components are shaded by the difficulty of recovery if that asset is attacked.")
	ConnectionLine = text("接続", "connection")
)

var recoveryBadges = [...]models.Text{
	models.LimitedDamage: text("限定的", "limited"),
	models.SeriousDamage: text("重大", "serious"),
	models.FatalDamage:   text("致命的", "fatal"),
}

// RecoveryBadge names a level of axis 1 in a word.
func RecoveryBadge(r models.Recovery) models.Text { return recoveryBadges[r] }

// The figure of the data flows.
var (
	NumbersAreOrder = text("番号はデータが流れる順序を示す。経路上の機器を通る間、同じ番号を付す。", "Numbers give the order of the flows; each keeps its number along its way.")
	OptionalNature  = text("（{nature}・任意）", "({nature}, optional)")
	FlowCount       = text("{n}件", "{n} flows")
	WithoutFlow     = text("データフローのない機器：{components}", "Components without data flow: {components}")
)
