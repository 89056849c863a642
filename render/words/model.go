package words

import "github.com/harmpath/harmpath/models"

var natures = map[models.Nature]models.Text{
	models.CommandFlow:      text("操作指示", "command"),
	models.TelemetryFlow:    text("状態通知", "telemetry"),
	models.RegistrationFlow: text("登録", "registration"),
	models.MaintenanceFlow:  text("保守", "maintenance"),
	models.UpdateFlow:       text("更新", "update"),
	models.ControlFlow:      text("物理制御", "physical control"),
}

// Nature names what a flow is for.
func Nature(n models.Nature) models.Text { return word(natures, n) }

var duties = map[models.Duty]models.Text{
	models.Makes:     text("製造", "makes"),
	models.Supplies:  text("供給", "supplies"),
	models.Owns:      text("所有", "owns"),
	models.Operates:  text("運用", "operates"),
	models.Maintains: text("保守", "maintains"),
	models.Uses:      text("利用", "uses"),
}

// Duty names what a stakeholder has to do with a component.
func Duty(d models.Duty) models.Text { return word(duties, d) }

var targets = map[models.Target]models.Text{
	models.OrganisationTarget: text("ソシキ・ヒト", "Organisation and people"),
	models.ProcedureTarget:    text("プロシージャ", "Procedure"),
	models.SystemTarget:       text("システム", "System"),
}

// Target names what a measure applies to.
func Target(t models.Target) models.Text { return word(targets, t) }

var statuses = map[models.Status]models.Text{
	"":               text("検討中", "candidate"),
	models.Candidate: text("検討中", "candidate"),
	models.Adopted:   text("採用", "adopted"),
	models.Adapted:   text("調整のうえ採用", "adapted"),
	models.Rejected:  text("不採用", "rejected"),
}

// Status names what was decided about a measure.
func Status(s models.Status) models.Text { return word(statuses, s) }

var independences = map[models.Independence]models.Text{
	models.Mechanical:         text("機械式・構造", "mechanical"),
	models.Hardwired:          text("電気回路（ハードワイヤード）", "hardwired"),
	models.SeparateController: text("別の制御装置", "separate controller"),
	models.SameController:     text("同じ制御装置", "same controller"),
	models.Person:             text("人の監視と操作", "person"),
	models.Remote:             text("遠隔", "remote"),
}

// Independence names how independent a safeguard is.
func Independence(i models.Independence) models.Text { return word(independences, i) }

var profileKinds = map[models.ProfileKind]models.Text{
	models.RemoteAttacker:      text("遠隔の攻撃者", "remote attacker"),
	models.LocalAttacker:       text("ローカルネットワーク上の攻撃者", "attacker on a local network"),
	models.PhysicalAttacker:    text("機器に触れることのできる攻撃者", "attacker at the device"),
	models.InsiderAttacker:     text("内部関係者", "insider"),
	models.SupplyChainAttacker: text("サプライチェーン経由の攻撃者", "attacker in the supply chain"),
	models.Misoperation:        text("誤操作", "misoperation"),
	models.CommunicationLoss:   text("通信途絶", "loss of communication"),
	models.Fault:               text("故障", "fault"),
}

// ProfileKind names the sort of an attacker or initiator.
func ProfileKind(k models.ProfileKind) models.Text { return word(profileKinds, k) }

var injuries = map[models.Injury]models.Text{
	"":                  text("なし", "none"),
	models.NoInjury:     text("なし", "none"),
	models.MinorInjury:  text("軽傷", "minor"),
	models.SevereInjury: text("重症", "severe"),
	models.Death:        text("人命の喪失", "death"),
}

// Injury names the worst injury of an effect.
func Injury(i models.Injury) models.Text { return word(injuries, i) }

var uses = map[models.Use]models.Text{
	"":                    text("想定どおりの利用", "intended use"),
	models.IntendedUse:    text("想定どおりの利用", "intended use"),
	models.ImproperUse:    text("適切でない利用", "improper use"),
	models.ForeseeableUse: text("予見可能な誤使用", "foreseeable misuse"),
}

// Use names the use in which a harm occurs.
func Use(u models.Use) models.Text { return word(uses, u) }

var scopes = map[models.Scope]models.Text{
	"":                   text("未確定", "unknown"),
	models.UnknownScope:  text("未確定", "unknown"),
	models.InternalScope: text("内部に限られる", "internal only"),
	models.ExternalScope: text("取引先やその他の関係者に及ぶ", "reaches business partners or others"),
}

// Scope names whom an economic effect reaches.
func Scope(s models.Scope) models.Text { return word(scopes, s) }

var durations = map[models.Duration]models.Text{
	"":                     text("未確定", "unknown"),
	models.UnknownDuration: text("未確定", "unknown"),
	models.ShortDuration:   text("短期間", "short"),
	models.LongDuration:    text("長期間", "long"),
}

// units are the units of a duration: one, and several.
var units = map[byte][2]models.Text{
	'h': {text("時間", " hour"), text("時間", " hours")},
	'd': {text("日", " day"), text("日", " days")},
	'w': {text("週間", " week"), text("週間", " weeks")},
}

// Duration names how long an effect lasts.
func Duration(d models.Duration) models.Text {
	if least, most, ranged := d.Between(); ranged {
		from, to := Duration(least), Duration(most)
		return text(from.JA+"～"+to.JA, from.EN+" to "+to.EN)
	}
	if _, timed := d.Hours(); !timed {
		return word(durations, d)
	}
	number, unit := string(d[:len(d)-1]), units[d[len(d)-1]][1]
	if number == "1" {
		unit = units[d[len(d)-1]][0]
	}
	return text(number+unit.JA, number+unit.EN)
}

var substitutabilities = [...]models.Text{
	models.Unknown: text("未確定", "unknown"),
	models.True:    text("補うことができる", "substitutable"),
	models.False:   text("補うことができない", "not substitutable"),
}

var resistances = map[models.Resistance]models.Text{
	models.ResistBasic:       text("基本的な攻撃まで防ぐ", "withstands basic attackers"),
	models.ResistSubstantial: text("相応の能力の攻撃まで防ぐ", "withstands attackers of substantial capability"),
	models.ResistHigh:        text("高度な攻撃まで防ぐ", "withstands attackers of high capability"),
	models.Absolute:          text("能力によらず防ぐ", "withstands attackers of any capability"),
}

// Resistance says which attackers a protective property withstands that is graded.
func Resistance(r models.Resistance) models.Text { return resistances[r] }

// Substitutable says whether other products or services can stand in.
func Substitutable(t models.Truth) models.Text { return substitutabilities[t] }

var recalls = [...]models.Text{
	models.Unknown: text("大規模な回収・損害賠償の有無は未回答（生じないものとみなす）", "large recall or compensation: not answered (counted as not possible)"),
	models.True:    text("大規模な回収・損害賠償が生じ得る", "large recall or compensation possible"),
	models.False:   text("大規模な回収・損害賠償は生じない", "large recall or compensation not possible"),
}

// Recall says whether a large recall or compensation is possible.
func Recall(t models.Truth) models.Text { return recalls[t] }

var severities = map[models.Severity]models.Text{
	models.Grave:   text("重大", "error"),
	models.Warning: text("注意", "warning"),
	models.Notice:  text("参考", "notice"),
}

// Severity names how grave a finding is.
func Severity(s models.Severity) models.Text { return word(severities, s) }

// Sort names a sort of things.
func Sort(t models.Sort) models.Text { return t.Entry().Name }

var layers = [...]models.Text{
	1: text("第1層", "Layer 1"),
	2: text("第2層", "Layer 2"),
	3: text("第3層", "Layer 3"),
}

// Layer names a layer of the Cyber/Physical Security Framework; 0 and what lies beyond 3 have no name.
func Layer(n int) models.Text {
	if n < 1 || n >= len(layers) {
		return models.Text{}
	}
	return layers[n]
}
