package graph

import "context"

// An ExposureAnswer says, of many footholds, what each reaches and from how many of them each fact is reached.
type ExposureAnswer struct {
	Status    Status  // Exact; Bound: only the first Done footholds were looked at
	Done      int     // footholds looked at
	Blast     []int32 // foothold → facts that hold beyond those of the selection alone, its own included
	ReachedBy []int32 // fact → footholds by which it comes to hold
	Cut       *Cut    // what ended the search, when something did
}

// Exposure takes each foothold, a set of facts, to hold in turn and counts what follows beyond the fixpoint of
// the selection: the blast radius of the foothold, and how exposed each fact is. It extends one fixpoint and
// takes back what it added (see Extension), so that a foothold costs as much as it reaches and not the size of
// the graph. See, when not nil, is shown the facts of each blast; the slice is good until it returns.
func Exposure(ctx context.Context, g *AttackGraph, sel *Selection, footholds [][]FactID, limits Limits, see func(foothold int, added []FactID)) *ExposureAnswer {
	a := &ExposureAnswer{Status: Exact, Blast: make([]int32, len(footholds)), ReachedBy: make([]int32, g.NumFacts())}
	m := newMeter(ctx, limits)
	x := NewExtension(g, sel, Reach(g, sel))
	for i, facts := range footholds {
		before := x.Work()
		x.Assume(facts...)
		added := x.Added()
		a.Blast[i] = int32(len(added))
		for _, f := range added {
			a.ReachedBy[f]++
		}
		if see != nil {
			see(i, added)
		}
		x.Undo()
		a.Done++
		if !m.spend(1+(x.Work()-before)/8) && a.Done < len(footholds) {
			a.Status, a.Cut = Bound, m.cut()
			break
		}
	}
	return a
}
