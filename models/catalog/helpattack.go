package catalog

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// attackClass writes what becomes of a class of attacks, for which kinds.
func (p *page) attackClass(v *models.AttackClass) {
	for i := range v.Answers {
		a := &v.Answers[i]
		of := strings.Join(words(a.Kinds), ", ")
		switch a.Coverage() {
		case models.ModelledClass:
			p.named(models.Text{JA: "規則にある：" + of, EN: "MODELLED: " + of}, "rules", words(a.Rules)...)
		case models.LeftOutClass:
			p.part(models.Text{JA: "扱わない：" + of, EN: "LEFT OUT: " + of}, a.LeftOut.In(p.lang))
		case models.NotYetClass:
			p.part(models.Text{JA: "未対応：" + of, EN: "NOT YET: " + of}, a.NotYet.In(p.lang))
		}
	}
}

// classesOf lists the classes of attacks that a rule models.
func (p *page) classesOf(rule models.RuleID) []string {
	return those(p.c.Attacks, func(c *models.AttackClass) (string, bool) {
		return string(c.ID), slices.ContainsFunc(c.Answers, func(a models.CoverageAnswer) bool { return slices.Contains(a.Rules, rule) })
	})
}
