package figures

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/datalife"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/figures/riskmap"
	"github.com/harmpath/harmpath/render/figures/timeline"
)

// kinds lists the kinds of figures in the order in which a document shows them. Each makes its figures of a case: none where
// the case has nothing to show.
func kinds() []func(*caseview.Case) []plate.Figure {
	return []func(*caseview.Case) []plate.Figure{
		stakeholders,
		configuration,
		dataflow,
		datalife.Figures,
		riskmap.Figures,
		consequences,
		timeline.Figures,
	}
}

// Figures describes the figures of a result in lang, in the order in which the document shows them.
func Figures(result *models.Result, lang models.Lang, theme diagram.Theme) []plate.Figure {
	c := caseview.New(result, lang, theme)
	var out []plate.Figure
	for _, figures := range kinds() {
		out = slices.Concat(out, figures(c))
	}
	return out
}
