package figures

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
)

// Figures describes the figures of a result in lang, in the order in which the document shows them.
func Figures(result *models.Result, lang models.Lang, theme diagram.Theme) []Figure {
	c := newCase(result, lang, theme)
	var out []Figure
	for _, make := range makers() {
		out = append(out, make(c)...)
	}
	return out
}

// makers lists what makes figures, in order.
func makers() []func(*caseView) []Figure {
	return []func(*caseView) []Figure{
		(*caseView).stakeholders,
		(*caseView).configuration,
		(*caseView).dataflow,
		(*caseView).lifecycle,
		(*caseView).riskMap,
		(*caseView).consequences,
		(*caseView).timelines,
	}
}
