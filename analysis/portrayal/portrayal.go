// Package portrayal asks what a picture of each attack graph shows: which steps lead to the consequence, which of them are on
// the easiest attack, which go without saying, and which are detours.
package portrayal

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models/portrait"
)

// Analysis portrays the attack graphs.
var Analysis = analysis.Analysis{
	Name:    "portrayal",
	Doc:     `What a picture of each attack graph shows: what leads to the consequence, the easiest attack, and detours.`,
	Needs:   []string{"paths", "glossary"},
	Run:     run,
	Closing: true,
}

func run(p *analysis.Pass) error {
	portrait.Complete(p.Result)
	return nil
}
