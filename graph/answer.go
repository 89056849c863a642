package graph

// A Status says what an answer is worth.
type Status string

const (
	Exact      Status = "exact"      // proven
	Bound      Status = "bound"      // the limits ended the search: only lower and upper are known
	Sampled    Status = "sampled"    // estimated, with an interval
	Impossible Status = "impossible" // proven: nothing does what was asked
	Infeasible Status = "infeasible" // proven: something does, but nothing within the budgets
	Unknown    Status = "unknown"    // it depends on what nobody states
)

// Limits bound a solver's search. What it counts as work is nodes made, conflicts met and samples
// drawn, never time, so that equal input gives equal answers on every machine. Time is limited through
// the context.
type Limits struct {
	Work int64 // 0: DefaultWork
}

// DefaultWork is the work limit of the zero Limits: some seconds for most questions.
const DefaultWork = 100_000_000

// A Cut says that limits ended a search.
type Cut struct {
	Reason string // "work limit", "node limit", or why the context was done
	Work   int64  // how much work had been done
}
