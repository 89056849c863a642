// Package suite is the list of the analyses.
package suite

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/assumptions"
	"github.com/harmpath/harmpath/analysis/chances"
	"github.com/harmpath/harmpath/analysis/compliance"
	"github.com/harmpath/harmpath/analysis/entries"
	"github.com/harmpath/harmpath/analysis/exposure"
	"github.com/harmpath/harmpath/analysis/findings"
	"github.com/harmpath/harmpath/analysis/glossary"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/analysis/lifecycle"
	"github.com/harmpath/harmpath/analysis/margins"
	"github.com/harmpath/harmpath/analysis/measures"
	"github.com/harmpath/harmpath/analysis/paths"
	"github.com/harmpath/harmpath/analysis/portrayal"
	"github.com/harmpath/harmpath/analysis/safeguards"
	"github.com/harmpath/harmpath/analysis/supplychain"
	"github.com/harmpath/harmpath/analysis/threats"
	"github.com/harmpath/harmpath/analysis/viewpoints"
)

// All lists the analyses in the order in which help shows them.
func All() []analysis.Analysis { return Asking(Questions{}) }

// Questions are what a run asks otherwise than All does. The zero value asks nothing else.
type Questions struct {
	Measures measures.Question
	Schemes  compliance.Question
}

// Asking lists the analyses of All with questions of one's own.
func Asking(q Questions) []analysis.Analysis {
	return []analysis.Analysis{
		levels.Analysis,
		paths.Analysis,
		threats.Analysis,
		entries.Analysis,
		exposure.Analysis,
		chances.Analysis,
		safeguards.Analysis,
		assumptions.Analysis,
		margins.Analysis,
		viewpoints.Analysis,
		lifecycle.Analysis,
		measures.Asking(q.Measures),
		supplychain.Analysis,
		compliance.Asking(q.Schemes),
		findings.Analysis,
		glossary.Analysis,
		portrayal.Analysis,
	}
}
