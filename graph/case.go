package graph

// A Case is a goal under a selection that measures are to make underivable.
type Case struct {
	Sel  *Selection
	Goal FactID
}

// A Need is an attack that one of a few measures has to block.
type Need struct {
	Case     int         // index of the case whose goal it derives
	Proof    []RuleID    // premises first
	Measures []MeasureID // the open measures that block a rule of it
}
