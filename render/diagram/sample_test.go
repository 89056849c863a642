package diagram_test

import (
	"fmt"

	"github.com/harmpath/harmpath/render/diagram"
)

// samples are scenes of the kinds that harmpath draws, with nothing of a real case but the first one's words.
func samples() []*diagram.Scene {
	return []*diagram.Scene{homeSystem(), stakeholders(), dataFlow(), attackGraph(), plant(), hostile()}
}

func line(text string) []diagram.Line { return []diagram.Line{{Text: text}} }

func named(name string, details ...string) []diagram.Line {
	lines := []diagram.Line{{Text: name, Tone: diagram.ToneStrong}}
	for _, detail := range details {
		lines = append(lines, diagram.Line{Text: detail, Tone: diagram.ToneSmall})
	}
	return lines
}

func homeSystem() *diagram.Scene {
	return &diagram.Scene{
		ID: "home", Lang: "ja", Title: "システム構成図：ガス給湯器の遠隔操作", Subtitle: "資産が攻撃された場合の回復困難性の度合いで塗り分け",
		Zones: []diagram.Zone{
			{ID: "away", Caption: "外出先"}, {ID: "cloud", Caption: "クラウドサービス"}, {ID: "home", Caption: "居内"},
			{ID: "bath", Parent: "home", Caption: "浴室まわり", Dashed: true},
		},
		Nodes: []diagram.Node{
			{ID: "phone", Zone: "away", Icon: diagram.IconPhone, Label: named("スマートフォン（アプリ）", "利用：住まい手"), Level: diagram.Level2, Badge: "重大"},
			{ID: "cloud", Zone: "cloud", Icon: diagram.IconCloud, Label: named("クラウドサービス", "運用：IoT機器の事業者"), Level: diagram.Level2, Badge: "重大"},
			{ID: "internet", Shape: diagram.ShapeCloud, Icon: diagram.IconInternet, Label: line("インターネット")},
			{ID: "router", Zone: "home", Icon: diagram.IconRouter, Label: named("ルーター"), Level: diagram.Level1, Badge: "限定的"},
			{ID: "net", Zone: "home", Shape: diagram.ShapePill, Icon: diagram.IconNetwork, Label: line("宅内ネットワーク")},
			{ID: "controller", Zone: "home", Icon: diagram.IconController, Label: named("ホームコントローラ", "保守：メンテナンス事業者"), Level: diagram.Level2, Badge: "重大"},
			{ID: "heater", Zone: "bath", Icon: diagram.IconHeater, Label: named("ガス給湯器", "製造：IoT機器の事業者"), Level: diagram.Level3, Badge: "致命的"},
		},
		Edges: []diagram.Edge{
			{ID: "phone-internet", From: "phone", To: "internet", Arrow: diagram.NoArrow},
			{ID: "cloud-internet", From: "internet", To: "cloud", Arrow: diagram.NoArrow},
			{ID: "internet-router", From: "internet", To: "router", Arrow: diagram.NoArrow},
			{ID: "router-net", From: "router", To: "net", Arrow: diagram.NoArrow},
			{ID: "net-controller", From: "net", To: "controller", Arrow: diagram.NoArrow},
			{ID: "controller-heater", From: "controller", To: "heater", Line: diagram.LineDouble, Label: line("制御")},
		},
		Legend: []diagram.Entry{
			{Sample: diagram.SampleLevel, Level: diagram.Level1, Text: "限定的なダメージ"},
			{Sample: diagram.SampleLevel, Level: diagram.Level2, Text: "重大なダメージ"},
			{Sample: diagram.SampleLevel, Level: diagram.Level3, Text: "致命的なダメージ"},
			{Sample: diagram.SampleLine, Arrow: diagram.NoArrow, Text: "接続"},
			{Sample: diagram.SampleLine, Line: diagram.LineDouble, Text: "物理的な制御"},
		},
		Footnotes: []string{"※ インターネットと宅内ネットワークは図示のみで、機器の一覧には含めない。"},
	}
}

func stakeholders() *diagram.Scene {
	person := func(id, name, definition, role string, icon diagram.Icon) diagram.Node {
		return diagram.Node{ID: id, Icon: icon, Label: named(name, definition, role), MaxWidth: 230}
	}
	return &diagram.Scene{
		ID: "stakeholders", Lang: "ja", Title: "ステークホルダーの関係", Direction: diagram.Downwards,
		Nodes: []diagram.Node{
			person("vendor", "スマートホーム向けIoT機器の事業者", "スマートホーム向けのIoT機器を開発・生産・販売する事業者。本ケースでは中心となって対策を実装すべき主体であり、ガス給湯器の製造元などが該当する。", "役割：クラウドサービスの提供・運用（※）", diagram.IconOrganisation),
			person("supplier", "スマートホームを供給する事業者", "IoT機器の開発・生産自体は行わないが、IoT機器やIoT化された住宅設備を供給・設置する事業者。本ケースでは、ハウスメーカーや施工業者などが挙げられる。", "役割：ホームコントローラ・ガス給湯器等の設備一式を供給", diagram.IconOrganisation),
			person("maintainer", "スマートホーム向けにメンテナンスやサポートを行う事業者", "スマートホーム向けのサービスやIoT機器に関して、メンテナンス、設置・設定・運用などを行う事業者。", "役割：ホームコントローラ・ガス給湯器等の保守を実行", diagram.IconOrganisation),
			person("resident", "住まい手", "スマートホームの居住者。主としてIoT機器を利用したサービスを受ける者である。", "役割：アプリケーションを通じて遠隔からガス給湯器へ動作を指示", diagram.IconPerson),
		},
		Edges: []diagram.Edge{
			{ID: "a", From: "vendor", To: "supplier", Label: line("機器の供給")},
			{ID: "b", From: "vendor", To: "maintainer", Label: line("保守の委託"), Line: diagram.LineDashed},
			{ID: "c", From: "supplier", To: "resident", Label: line("設備一式の供給・設置")},
			{ID: "d", From: "maintainer", To: "resident", Label: line("駆け付け修理サービス"), Line: diagram.LineDashed},
			{ID: "e", From: "vendor", To: "resident", Label: line("クラウドサービスの提供")},
		},
		Footnotes: []string{"※ 実際の運用は他のITサービス事業者に委託する場合がある。"},
	}
}

func dataFlow() *diagram.Scene {
	s := homeSystem()
	s.ID, s.Title, s.Subtitle = "flow", "データフロー図", "番号は処理の順序"
	for i := range s.Nodes {
		s.Nodes[i].Level, s.Nodes[i].Badge = diagram.NoLevel, ""
		s.Nodes[i].Label = s.Nodes[i].Label[:1]
	}
	s.Edges = []diagram.Edge{
		{ID: "1", From: "phone", To: "internet", Number: "1", Label: line("操作指示（お湯張り）"), Emphasis: diagram.Raised},
		{ID: "2", From: "internet", To: "cloud", Number: "1", Emphasis: diagram.Raised},
		{ID: "3", From: "cloud", To: "internet", Number: "2", Label: line("操作指示"), Emphasis: diagram.Raised},
		{ID: "4", From: "internet", To: "router", Number: "2", Emphasis: diagram.Raised},
		{ID: "5", From: "router", To: "net", Number: "2", Emphasis: diagram.Raised},
		{ID: "6", From: "net", To: "controller", Number: "2", Emphasis: diagram.Raised},
		{ID: "7", From: "controller", To: "heater", Number: "3", Label: line("操作指示"), Emphasis: diagram.Raised},
		{ID: "8", From: "heater", To: "controller", Number: "4", Label: line("動作状態"), Line: diagram.LineDashed, Loose: true},
		{ID: "9", From: "controller", To: "net", Number: "4", Line: diagram.LineDashed, Loose: true},
		{ID: "10", From: "net", To: "router", Number: "4", Line: diagram.LineDashed, Loose: true},
		{ID: "11", From: "router", To: "internet", Number: "4", Line: diagram.LineDashed, Loose: true},
		{ID: "12", From: "internet", To: "phone", Number: "4", Label: line("動作状態"), Line: diagram.LineDashed, Loose: true},
	}
	s.Legend = []diagram.Entry{
		{Emphasis: diagram.Raised, Text: "指示"}, {Line: diagram.LineDashed, Text: "状態の通知"}, {Line: diagram.LineDotted, Text: "登録"},
		{Line: diagram.LineDashDot, Text: "保守"}, {Line: diagram.LineLongDash, Text: "更新"}, {Line: diagram.LineDouble, Text: "物理的な制御"},
	}
	return s
}

func attackGraph() *diagram.Scene {
	fact := func(id, name, detail string) diagram.Node {
		return diagram.Node{ID: id, Shape: diagram.ShapePill, Label: named(name, detail), Emphasis: diagram.Raised}
	}
	return &diagram.Scene{
		ID: "attack", Lang: "ja", Title: "攻撃グラフ：入浴者のやけど", Direction: diagram.Downwards,
		Nodes: []diagram.Node{
			{ID: "remote", Icon: diagram.IconAttacker, Shape: diagram.ShapeTag, Label: line("遠隔の攻撃者")},
			fact("phone", "スマートフォン・アプリ", "マルウェア感染"), fact("cloud-login", "クラウドサービス", "不正アクセス"),
			{ID: "or1", Shape: diagram.ShapeOrGate}, fact("cloud", "クラウドサービス", "不正利用"),
			fact("controller", "ホームコントローラ", "不正利用"), fact("heater", "ガス給湯器", "不正利用"),
			{ID: "person", Icon: diagram.IconCondition, Shape: diagram.ShapeSlanted, Label: line("入浴者がいる")},
			{ID: "limit", Icon: diagram.IconSafeguard, Label: line("出湯温度の機械的な上限（なし）"), Emphasis: diagram.Guarding},
			{ID: "and1", Shape: diagram.ShapeAndGate},
			{ID: "scald", Shape: diagram.ShapeGoal, Icon: diagram.IconInjury, Label: named("高温の湯によるやけど", "重症"), Level: diagram.Level2, Badge: "重大"},
			{ID: "measure", Shape: diagram.ShapeHexagon, Icon: diagram.IconMeasure, Label: line("多要素認証"), Emphasis: diagram.Guarding},
		},
		Edges: []diagram.Edge{
			{ID: "1", From: "remote", To: "phone", Emphasis: diagram.Raised, Label: line("偽アプリの導入を誘う")}, {ID: "2", From: "remote", To: "cloud-login", Emphasis: diagram.Raised, Label: line("パスワードの推測")},
			{ID: "3", From: "phone", To: "or1", Arrow: diagram.NoArrow, Emphasis: diagram.Raised}, {ID: "4", From: "cloud-login", To: "or1", Arrow: diagram.NoArrow, Emphasis: diagram.Raised},
			{ID: "5", From: "or1", To: "cloud", Emphasis: diagram.Raised}, {ID: "6", From: "cloud", To: "controller", Emphasis: diagram.Raised},
			{ID: "7", From: "controller", To: "heater", Emphasis: diagram.Raised}, {ID: "8", From: "heater", To: "and1", Arrow: diagram.NoArrow, Emphasis: diagram.Raised},
			{ID: "9", From: "person", To: "and1", Arrow: diagram.NoArrow}, {ID: "10", From: "limit", To: "and1", Arrow: diagram.NoArrow, Emphasis: diagram.Guarding, Line: diagram.LineDashed},
			{ID: "11", From: "and1", To: "scald", Emphasis: diagram.Raised},
			{ID: "12", From: "measure", To: "cloud-login", Emphasis: diagram.Guarding, Line: diagram.LineDashed, Label: line("妨げる"), Loose: false},
		},
		Legend: []diagram.Entry{
			{Sample: diagram.SampleNode, Shape: diagram.ShapePill, Emphasis: diagram.Raised, Text: "事実（攻撃者が得た状態）"},
			{Sample: diagram.SampleNode, Shape: diagram.ShapeAndGate, Text: "すべてが必要"}, {Sample: diagram.SampleNode, Shape: diagram.ShapeOrGate, Text: "いずれかでよい"},
			{Sample: diagram.SampleNode, Shape: diagram.ShapeHexagon, Emphasis: diagram.Guarding, Text: "対策"},
			{Sample: diagram.SampleNode, Shape: diagram.ShapeSlanted, Text: "条件"},
			{Emphasis: diagram.Raised, Text: "攻撃の進行"}, {Emphasis: diagram.Guarding, Line: diagram.LineDashed, Text: "妨げ"},
		},
	}
}

// plant has thirty components.
func plant() *diagram.Scene {
	s := &diagram.Scene{ID: "plant", Lang: "en", Title: "System configuration: bottling plant", Subtitle: "30 components in 5 zones",
		Zones: []diagram.Zone{
			{ID: "office", Caption: "Office network"}, {ID: "dmz", Caption: "Demilitarised zone"}, {ID: "control", Caption: "Control network"},
			{ID: "cell1", Parent: "control", Caption: "Cell 1"}, {ID: "cell2", Parent: "control", Caption: "Cell 2"},
		}}
	add := func(zone, id, name string, icon diagram.Icon, level diagram.Level) {
		badges := []string{"", "limited", "serious", "fatal"}
		s.Nodes = append(s.Nodes, diagram.Node{ID: id, Zone: zone, Icon: icon, Label: line(name), Level: level, Badge: badges[level]})
	}
	join := func(from, to string, style diagram.LineStyle, label string) {
		edge := diagram.Edge{ID: fmt.Sprint(from, "-", to), From: from, To: to, Line: style}
		if label != "" {
			edge.Label = line(label)
		}
		s.Edges = append(s.Edges, edge)
	}
	add("", "internet", "Internet", diagram.IconInternet, 0)
	add("office", "mail", "Mail server", diagram.IconServer, 1)
	add("office", "pc1", "Engineering workstation", diagram.IconComputer, 2)
	add("office", "pc2", "Planning", diagram.IconComputer, 1)
	add("office", "erp", "ERP", diagram.IconData, 1)
	add("dmz", "fw", "Firewall", diagram.IconSafety, 1)
	add("dmz", "jump", "Jump host", diagram.IconServer, 2)
	add("dmz", "historian", "Historian", diagram.IconData, 1)
	add("control", "scada", "SCADA server", diagram.IconServer, 3)
	add("control", "hmi", "Operator station", diagram.IconComputer, 2)
	add("control", "sis", "Safety instrumented system", diagram.IconSafety, 3)
	add("control", "switch", "Control switch", diagram.IconNetwork, 1)
	for _, cell := range []string{"cell1", "cell2"} {
		add(cell, cell+"plc", "PLC", diagram.IconPLC, 3)
		for i, kind := range []struct {
			name string
			icon diagram.Icon
		}{{"Palletising robot", diagram.IconRobot}, {"Inspection camera", diagram.IconCamera}, {"Filler valve", diagram.IconActuator}, {"Pressure sensor", diagram.IconSensor},
			{"Conveyor drive", diagram.IconMachine}, {"Level sensor", diagram.IconSensor}, {"Capper", diagram.IconMachine}, {"Steam valve", diagram.IconActuator}} {
			id := fmt.Sprint(cell, "d", i)
			add(cell, id, kind.name, kind.icon, diagram.Level(i%3))
			if kind.icon == diagram.IconSensor || kind.icon == diagram.IconCamera {
				join(id, cell+"plc", diagram.LineDashed, "")
			} else {
				join(cell+"plc", id, diagram.LineDouble, "")
			}
		}
		join("switch", cell+"plc", diagram.LineSolid, "set points")
	}
	join("internet", "fw", diagram.LineSolid, "")
	join("fw", "mail", diagram.LineSolid, "mail")
	join("fw", "jump", diagram.LineDashDot, "maintenance")
	join("mail", "pc1", diagram.LineSolid, "")
	join("mail", "pc2", diagram.LineSolid, "")
	join("pc2", "erp", diagram.LineSolid, "orders")
	join("pc1", "jump", diagram.LineDashDot, "programs")
	join("jump", "scada", diagram.LineDashDot, "")
	join("scada", "historian", diagram.LineDashed, "measured values")
	join("historian", "erp", diagram.LineDashed, "production data")
	join("scada", "switch", diagram.LineSolid, "")
	join("hmi", "scada", diagram.LineSolid, "commands")
	join("sis", "switch", diagram.LineDashed, "")
	s.Legend = []diagram.Entry{
		{Sample: diagram.SampleLevel, Level: diagram.Level1, Text: "limited damage"}, {Sample: diagram.SampleLevel, Level: diagram.Level2, Text: "serious damage"},
		{Sample: diagram.SampleLevel, Level: diagram.Level3, Text: "fatal damage"}, {Text: "command"}, {Line: diagram.LineDashed, Text: "telemetry"},
		{Line: diagram.LineDashDot, Text: "maintenance"}, {Line: diagram.LineDouble, Text: "physical control"},
	}
	return s
}

func hostile() *diagram.Scene {
	return &diagram.Scene{
		ID: `h"<&>'`, Lang: `"><script>`, Title: "</text><script>alert(1)</script>\x00\x1b[31m\u202e逆",
		Zones: []diagram.Zone{{ID: "z]]>", Caption: "\" onload=\"alert(1)"}},
		Nodes: []diagram.Node{
			{ID: "a\";}", Zone: "z]]>", Label: line("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikant"), Tip: "<b>"},
			{ID: "b\\", Label: line("שלום \u202eabc"), Badge: "<>&"},
			{ID: "あ い", Label: line("&lt;tag&gt; \\N \\G <b>bold</b>\ud7ff\ufffe"), Icon: "no such icon"},
			{ID: "empty"},
		},
		Edges: []diagram.Edge{
			{ID: "e\n1", From: "a\";}", To: "b\\", Label: line("]]> -->")}, {ID: "e2", From: "b\\", To: "あ い", Number: "<1>"},
			{ID: "loop", From: "empty", To: "empty", Label: line("self")}, {ID: "p1", From: "あ い", To: "empty"}, {ID: "p2", From: "あ い", To: "empty", Arrow: diagram.Both},
		},
		Legend:    []diagram.Entry{{Text: "\x07<&"}, {Sample: diagram.SampleNone, Text: "only text"}},
		Footnotes: []string{"a\u2028b\u0085c"},
	}
}
