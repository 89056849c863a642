package catalog

import (
	"strings"

	"github.com/harmpath/harmpath/models"
)

// scheme tells of a scheme where its numbers come from, to what it is addressed and what meets each requirement.
func (p *page) scheme(v *models.Scheme) {
	p.part(models.Text{JA: "発行者", EN: "PUBLISHER"}, v.Publisher.In(p.lang))
	p.part(models.Text{JA: "版", EN: "EDITION"}, v.Edition)
	p.part(models.Text{JA: "番号と対象の確認", EN: "HOW NUMBERS AND SUBJECTS WERE CONFIRMED"}, v.Confirmed.In(p.lang))
	p.part(models.Text{JA: "収録していないもの", EN: "NOT LISTED"}, v.LeftOut.In(p.lang))
	p.named(models.Text{JA: "対象とする構成要素の種類", EN: "KINDS OF COMPONENTS IT IS ADDRESSED TO"}, "kinds", words(v.Kinds)...)
	p.named(models.Text{JA: "対象とする現場", EN: "SITES IT IS ADDRESSED TO"}, "sites", words(v.Sites)...)
	var lines []string
	for i := range v.Requirements {
		lines = append(lines, p.schemeRequirement(&v.Requirements[i])...)
	}
	p.part(models.Text{JA: "要求事項（表題はharmpathの短い言い換え）", EN: "REQUIREMENTS (titles are harmpath's own short words)"}, lines...)
}

// schemeRequirement tells one requirement, and on lines below it what meets it.
func (p *page) schemeRequirement(r *models.SchemeRequirement) []string {
	head := r.No + "  " + r.Title.In(p.lang)
	if r.Recommended {
		head += models.Text{JA: "（推奨）", EN: " (recommended)"}.In(p.lang)
	}
	lines := []string{head}
	add := func(ja, en string, ids []string) {
		if len(ids) > 0 {
			lines = append(lines, "   "+models.Text{JA: ja, EN: en}.In(p.lang)+strings.Join(ids, ", "))
		}
	}
	add("構成要素の種類: ", "kinds of components: ", words(r.Kinds))
	add("性質: ", "properties: ", words(r.Properties))
	add("対策: ", "measures: ", words(r.Measures))
	add("一部を満たす対策: ", "in part: ", words(r.Partly))
	add("一部を満たす対策要件: ", "in part by requirement: ", words(r.Requirements))
	if r.Safe {
		add("人の傷害に至る攻撃がないこと", "no attack that injures people", []string{""})
	}
	if r.Part {
		add("モデルが示せるのは一部である", "a model shows only a part of it", []string{""})
	}
	if r.NotShown {
		add("モデルからは示されない", "a model does not show it", []string{""})
	}
	return lines
}

// met lists the requirements of schemes that name the entry at hand.
func (p *page) met(names func(*models.SchemeRequirement) bool) {
	var lines []string
	for i := range p.c.Schemes {
		s := &p.c.Schemes[i]
		var numbers []string
		for j := range s.Requirements {
			if names(&s.Requirements[j]) {
				numbers = append(numbers, s.Requirements[j].No)
			}
		}
		if len(numbers) > 0 {
			lines = append(lines, string(s.ID)+"  "+strings.Join(numbers, ", "))
		}
	}
	p.part(models.Text{JA: "関わる規格・法令・制度の要求事項", EN: "REQUIREMENTS OF STANDARDS, LAWS AND LABELS"}, lines...)
}
