// Package suite is the list of the analyses.
package suite

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/analysis/paths"
)

// All lists the analyses in the order in which help shows them.
func All() []analysis.Analysis {
	return []analysis.Analysis{
		paths.Analysis,
		levels.Analysis,
	}
}
