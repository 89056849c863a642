// Harmpath reads a system as a graph, follows how an attack spreads through it and what it does to people and
// property, and turns that into two levels, diagrams and a use-case document.
//
// This package is the program: wiring, flags and exit codes, one file a sub-command. It draws no conclusion and lays
// out no page; what a command prints comes from the packages below it.
package main

import (
	"os"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/render/layout"
)

func main() {
	layout.ServeIfHelper()
	w := process.Surroundings()
	if code, did := process.Supervised(w); did {
		os.Exit(int(code))
	}
	process.WatchMemory(w)
	os.Exit(int(process.WithHeadroom(func() process.ExitCode { return run(process.Interruptible(w.Aside), w) })))
}
