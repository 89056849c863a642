package catalog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Help tells in plain text all that an entry says of itself and how it hangs together with the rest of the catalog.
// The item is one that List or Find returned for c. Lines are not wrapped.
func Help(c *models.Catalog, item Item, lang models.Lang) string {
	p := page{c: c, lang: lang}
	p.write("%s  %s", item.ID, item.Name.In(lang))
	for _, s := range Sections() {
		if s.Name == item.Section {
			p.write("%s", s.Doc.In(lang))
		}
	}
	p.write("")
	p.write("   %s", item.Means.In(lang))
	p.part(models.Text{JA: "なぜ重要か", EN: "WHY IT MATTERS"}, item.entry.Why.In(lang))
	p.part(models.Text{JA: "例", EN: "EXAMPLE"}, item.entry.Example.In(lang))
	p.details(item)
	p.references(item.entry.Entry)
	return p.text.String()
}

// page is a text of help that is being written.
type page struct {
	c    *models.Catalog
	lang models.Lang
	text strings.Builder
}

func (p *page) write(format string, args ...any) {
	fmt.Fprintf(&p.text, format, args...)
	p.text.WriteByte('\n')
}

// part writes a headline and lines below it; nothing where there are no lines.
func (p *page) part(title models.Text, lines ...string) {
	lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
	if len(lines) == 0 {
		return
	}
	p.write("")
	p.write("%s", title.In(p.lang))
	for _, l := range lines {
		p.write("   %s", l)
	}
}

// when returns a line that is only to be written where something holds of the entry.
func (p *page) when(holds bool, ja, en string) string {
	if !holds {
		return ""
	}
	return models.Text{JA: ja, EN: en}.In(p.lang)
}

// references writes where the entry is told at length, whose knowledge it is and since when it is there.
func (p *page) references(e *models.Entry) {
	var lines []string
	for _, r := range e.References {
		line := r.ID
		if r.Scheme != "text" && !strings.HasPrefix(r.ID, r.Scheme) {
			line = r.Scheme + " " + r.ID
		}
		if note := r.Note.In(p.lang); note != "" {
			line += " (" + note + ")"
		}
		lines = append(lines, line)
	}
	p.part(models.Text{JA: "参照", EN: "REFERENCES"}, lines...)
	source := e.Source
	if source == models.Inferred {
		source = models.Text{JA: "harmpathの推定", EN: "harmpath's own judgement (inferred)"}.In(p.lang)
	}
	p.part(models.Text{JA: "出所", EN: "SOURCE"}, source)
	if e.Since != "" {
		p.part(models.Text{JA: "収録", EN: "SINCE"}, "harmpath "+e.Since)
	}
}

// details writes what is particular to the sort of the entry.
func (p *page) details(item Item) {
	switch v := item.entry.value.(type) {
	case *models.Kind:
		p.kind(v)
	case *models.DeviceClass:
		p.named(models.Text{JA: "構成要素の種類", EN: "KIND"}, "kinds", string(v.Kind))
		p.part(models.Text{JA: "規制", EN: "REGULATION"}, p.when(v.RemoteForbidden, "遠隔操作が禁止されている。", "Its remote operation is forbidden."))
	case *models.State:
		p.state(v)
	case *models.Property:
		p.property(v)
	case *models.Threat:
		p.threat(v)
	case *models.Rule:
		p.rule(v)
	case *models.AttackClass:
		p.attackClass(v)
	case *models.CatalogMeasure:
		p.measure(v)
	case *models.Requirement:
		p.named(models.Text{JA: "この要件を満たす対策", EN: "MEASURES THAT MEET IT"}, "measures",
			those(p.c.Measures, func(m *models.CatalogMeasure) (string, bool) { return string(m.ID), m.Requires == v.ID })...)
		p.met(func(r *models.SchemeRequirement) bool { return slices.Contains(r.Requirements, v.ID) })
	case *models.Viewpoint:
		p.named(models.Text{JA: "この観点の対策", EN: "MEASURES OF THIS VIEWPOINT"}, "measures",
			those(p.c.Measures, func(m *models.CatalogMeasure) (string, bool) { return string(m.ID), m.Viewpoint == v.ID })...)
	case *models.Sensitivity:
		p.part(models.Text{JA: "性格", EN: "CHARACTER"},
			p.when(v.Personal, "個人情報である。", "It is personal information."),
			p.when(v.Important, "重要度が高い。", "It is of high importance."),
			p.when(v.Credential, "持つ者に機能の利用を許す。", "It lets its holder act."))
	case *models.Site:
		p.part(models.Text{JA: "長期間とみなす時間", EN: "FROM WHEN ON A DURATION COUNTS AS LONG"}, string(v.LongDuration))
	case *models.FindingKind:
		p.part(models.Text{JA: "重要度", EN: "SEVERITY"}, string(v.Severity))
		p.part(models.Text{JA: "対処", EN: "WHAT TO DO"}, v.Remedy.In(p.lang))
	case *models.Norm:
		p.named(models.Text{JA: "この規範に触れるリスク", EN: "RISKS THAT TOUCH IT"}, "data_risks",
			those(p.c.DataRisks, func(r *models.DataRiskKind) (string, bool) { return string(r.ID), r.Norm == v.ID })...)
	case *models.Category:
		p.part(models.Text{JA: "性格", EN: "CHARACTER"}, p.when(v.Personal, "個人情報である。", "It is personal information."))
	case *models.Policy:
		var choices []string
		for _, c := range v.Choices {
			choices = append(choices, c.ID+"  "+c.Means.In(p.lang)+p.when(c.ID == v.Default, "（既定値）", " (default)"))
		}
		p.part(models.Text{JA: "選択肢", EN: "CHOICES"}, choices...)
		p.part(models.Text{JA: "書き方", EN: "IN A MODEL"}, "policies: {"+string(v.ID)+": …}")
	case *models.DataRiskKind:
		p.dataRisk(v)
	case *models.Cell:
		p.named(models.Text{JA: "求められる観点", EN: "VIEWPOINTS CALLED FOR"}, "viewpoints", words(v.Viewpoints)...)
	case *models.Scheme:
		p.scheme(v)
	}
}

// named writes a headline and below it the entries of a section with the given ids.
func (p *page) named(title models.Text, section string, ids ...string) {
	var lines []string
	for _, item := range List(p.c, section) {
		if slices.Contains(ids, item.ID) {
			lines = append(lines, item.ID+"  "+item.Name.In(p.lang))
		}
	}
	p.part(title, lines...)
}

func (p *page) kind(v *models.Kind) {
	p.part(models.Text{JA: "系統", EN: "IS A"}, strings.Join(words(p.c.Line(v.ID)), " → "),
		p.when(v.Abstract, "規則と下位の種類のためにある。構成要素には下位の種類を書く。", "It exists for rules and the kinds below it; components are of those."),
		p.when(p.c.Decides(v.ID), "受け取る状態の報告に応じて動く。", "It acts on the telemetry that it receives."),
		p.when(p.c.Forwards(v.ID), "ほかの構成要素の間のデータフローを中継する。", "It forwards flows whose ends are others."))
	var passes []string
	for _, one := range p.c.PassesOf(v.ID) {
		passes = append(passes, string(one.From)+" → "+string(one.To))
	}
	p.part(models.Text{JA: "passes の記載がないときに通す通信", EN: "WHAT IT PASSES WHERE passes IS NOT STATED"}, passes...)
	p.named(models.Text{JA: "下位の種類", EN: "KINDS BELOW IT"}, "kinds",
		those(p.c.Kinds, func(k *models.Kind) (string, bool) { return string(k.ID), k.Parent == v.ID })...)
	p.named(models.Text{JA: "機器の区分", EN: "DEVICE CLASSES"}, "classes",
		those(p.c.DeviceClasses, func(d *models.DeviceClass) (string, bool) {
			return string(d.ID), p.c.IsA(v.ID, d.Kind)
		})...)
	p.named(models.Text{JA: "想定される脅威", EN: "THREATS"}, "threats", words(p.c.ThreatsOf(v.ID))...)
	p.named(models.Text{JA: "確かめるべき性質", EN: "PROPERTIES THAT MATTER"}, "properties", words(p.c.PropertiesOf(v.ID))...)
}

func (p *page) dataRisk(v *models.DataRiskKind) {
	p.named(models.Text{JA: "触れる規範", EN: "NORM THAT IT TOUCHES"}, "norms", string(v.Norm))
	p.named(models.Text{JA: "対象となるカテゴリ", EN: "CATEGORIES OF THE DATA AT RISK"}, "categories", words(v.Categories)...)
	p.named(models.Text{JA: "照合の相手のカテゴリ", EN: "CATEGORIES THAT THEY ARE MATCHED WITH"}, "categories", words(v.With)...)
	p.part(models.Text{JA: "判定", EN: "TEST"}, string(v.Test))
	p.part(models.Text{JA: "対処", EN: "WHAT TO DO"}, v.Remedy.In(p.lang))
}

func (p *page) state(v *models.State) {
	p.part(models.Text{JA: "何の状態か", EN: "STATE OF"}, v.Of.Entry().Name.In(p.lang),
		p.when(v.Compromise, "侵害された状態である。", "Being in it means being compromised."),
		p.when(v.OfUsers, "利用者が多いサービスでは、一人の利用者について、またはすべての利用者についての状態である。", "A service with many users is in it for one of them, or for all."))
	p.concluding(v.ID)
	p.named(models.Text{JA: "この状態を指す脅威", EN: "THREATS THAT NAME IT"}, "threats",
		those(p.c.Threats, func(t *models.Threat) (string, bool) { return string(t.ID), t.State == v.ID })...)
}

// concluding writes the rules whose conclusion is a state.
func (p *page) concluding(id models.StateID) {
	p.named(models.Text{JA: "この状態に至る規則", EN: "RULES THAT LEAD TO IT"}, "rules",
		those(p.c.Rules, func(r *models.Rule) (string, bool) { return string(r.ID), r.Then.State == id })...)
}

func (p *page) property(v *models.Property) {
	p.part(models.Text{JA: "何の性質か", EN: "PROPERTY OF"}, v.Of.Entry().Name.In(p.lang))
	if v.Follows != "" {
		p.named(models.Text{JA: "記載がなければ従う性質", EN: "WHERE IT IS NOT STATED, AS THIS ONE SAYS"}, "properties", string(v.Follows))
	}
	p.named(models.Text{JA: "この性質を問う規則", EN: "RULES THAT ASK FOR IT"}, "rules",
		those(p.c.Rules, func(r *models.Rule) (string, bool) {
			return string(r.ID), slices.ContainsFunc(r.Where, func(t models.Test) bool { return t.Of == string(v.ID) })
		})...)
	p.named(models.Text{JA: "この性質をもたらす対策", EN: "MEASURES THAT PROVIDE IT"}, "measures",
		those(p.c.Measures, func(m *models.CatalogMeasure) (string, bool) {
			return string(m.ID), slices.Contains(m.Provides, v.ID)
		})...)
	p.met(func(r *models.SchemeRequirement) bool { return slices.Contains(r.Properties, v.ID) })
}

func (p *page) threat(v *models.Threat) {
	p.named(models.Text{JA: "指す状態", EN: "STATE THAT IT NAMES"}, "states", string(v.State))
	p.named(models.Text{JA: "この脅威が想定される種類", EN: "KINDS THAT LIST IT"}, "kinds",
		those(p.c.Kinds, func(k *models.Kind) (string, bool) {
			return string(k.ID), !k.Abstract && slices.Contains(p.c.ThreatsOf(k.ID), v.ID)
		})...)
	p.concluding(v.State)
	p.named(models.Text{JA: "有効な対策", EN: "MEASURES THAT COUNTER IT"}, "measures",
		those(p.c.Measures, func(m *models.CatalogMeasure) (string, bool) {
			return string(m.ID), m.AllThreats || slices.Contains(m.Threats, v.ID)
		})...)
}

func (p *page) rule(v *models.Rule) {
	relation, _ := models.RelationByID(v.Over)
	logic := []string{fmt.Sprintf("%s over %s(%s)", v.Class, relation.ID, strings.Join(roleNames(relation), ", "))}
	for _, t := range v.Where {
		logic = append(logic, "where "+t.String())
	}
	for _, f := range v.If {
		logic = append(logic, "if    "+f.String())
	}
	logic = append(logic, "then  "+v.Then.String())
	p.part(models.Text{JA: "規則", EN: "RULE"}, logic...)
	p.part(models.Text{JA: "説明文", EN: "EXPLAINED AS"}, v.Explains.In(p.lang))
	if v.Effort != nil {
		p.part(models.Text{JA: "労力（人日）", EN: "EFFORT IN PERSON-DAYS"}, fmt.Sprintf("%s (%s)", number(v.Effort.Days), v.Effort.Basis.In(p.lang)))
	}
	if v.Probability != nil {
		p.part(models.Text{JA: "成功の確率", EN: "CHANCE OF SUCCESS"}, number(*v.Probability))
	}
	p.named(models.Text{JA: "攻撃の類型", EN: "CLASSES OF ATTACKS THAT IT MODELS"}, "attacks", p.classesOf(v.ID)...)
	p.named(models.Text{JA: "塞ぐ対策", EN: "MEASURES THAT BLOCK IT"}, "measures",
		those(p.c.Measures, func(m *models.CatalogMeasure) (string, bool) { return string(m.ID), p.blocks(m, v) })...)
	p.named(models.Text{JA: "難しくする対策", EN: "MEASURES THAT MAKE IT HARDER"}, "measures",
		those(p.c.Measures, func(m *models.CatalogMeasure) (string, bool) {
			return string(m.ID), slices.ContainsFunc(m.Hardens, func(h models.RuleHardening) bool { return h.Rule == v.ID })
		})...)
}

// blocks tells whether a measure can remove a rule's instances: it names the rule, or provides a property that the
// rule wants absent.
func (p *page) blocks(m *models.CatalogMeasure, r *models.Rule) bool {
	return slices.Contains(m.Blocks, r.ID) || slices.ContainsFunc(r.Where, func(t models.Test) bool {
		return t.Not && t.Property() && slices.Contains(m.Provides, models.PropertyID(t.Of))
	})
}

func (p *page) measure(v *models.CatalogMeasure) {
	p.part(models.Text{JA: "対策（例）", EN: "MEASURE (EXAMPLE)"}, v.Text.In(p.lang))
	p.named(models.Text{JA: "観点", EN: "VIEWPOINT"}, "viewpoints", string(v.Viewpoint))
	p.part(models.Text{JA: "適用対象", EN: "TARGET"}, targetWord(v.Target).In(p.lang))
	p.named(models.Text{JA: "対策要件", EN: "REQUIREMENT"}, "requirements", string(v.Requires))
	if v.AllThreats {
		p.part(models.Text{JA: "想定される脅威", EN: "THREATS"}, models.Text{JA: "全般", EN: "all"}.In(p.lang))
	}
	p.named(models.Text{JA: "想定される脅威", EN: "THREATS"}, "threats", words(v.Threats)...)
	p.named(models.Text{JA: "適用できる種類", EN: "KINDS IT CAN BE APPLIED TO"}, "kinds", words(v.Kinds)...)
	p.named(models.Text{JA: "もたらす性質", EN: "PROPERTIES IT PROVIDES"}, "properties", words(v.Provides)...)
	p.named(models.Text{JA: "塞ぐ規則", EN: "RULES IT BLOCKS"}, "rules", words(v.Blocks)...)
	var harder []string
	for _, h := range v.Hardens {
		line := string(h.Rule)
		if h.Effort > 0 {
			line += models.Text{JA: "  労力 +", EN: "  effort +"}.In(p.lang) + number(h.Effort)
		}
		if h.Probability != nil {
			line += models.Text{JA: "  確率 ×", EN: "  chance ×"}.In(p.lang) + number(*h.Probability)
		}
		harder = append(harder, line)
	}
	p.part(models.Text{JA: "難しくする規則", EN: "RULES IT MAKES HARDER"}, harder...)
	if v.Overcome != nil {
		p.part(models.Text{JA: "突破の労力（人日）", EN: "EFFORT TO OVERCOME IT IN PERSON-DAYS"}, number(v.Overcome.Effort))
	}
	if v.Overcome != nil && v.Overcome.Probability != nil {
		p.part(models.Text{JA: "突破の確率", EN: "CHANCE TO OVERCOME IT"}, number(*v.Overcome.Probability))
	}
	if v.Cost != nil {
		p.part(models.Text{JA: "相対的なコスト", EN: "RELATIVE COST"}, number(*v.Cost))
	}
	if v.Burden != nil {
		p.part(models.Text{JA: "主体の負荷", EN: "BURDEN ON WHO CARRIES IT OUT"}, number(*v.Burden))
	}
	p.met(func(r *models.SchemeRequirement) bool {
		return slices.Contains(r.Measures, v.ID) || slices.Contains(r.Partly, v.ID)
	})
}

// those returns the ids of the entries of a list that are wanted.
func those[T any](list []T, wanted func(*T) (string, bool)) []string {
	var out []string
	for i := range list {
		if id, yes := wanted(&list[i]); yes {
			out = append(out, id)
		}
	}
	return out
}

// words turns ids into plain strings.
func words[ID ~string](ids []ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// number writes a figure without needless digits.
func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// targetWord is what the framework calls what a measure applies to.
func targetWord(t models.Target) models.Text {
	switch t {
	case models.OrganisationTarget:
		return models.Text{JA: "ソシキ・ヒト", EN: "organisation and people"}
	case models.ProcedureTarget:
		return models.Text{JA: "プロシージャ", EN: "procedure"}
	}
	return models.Text{JA: "システム", EN: "system"}
}
