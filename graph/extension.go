package graph

import "math"

// An Extension is what holds beyond a fixpoint when further facts are taken to hold: the fixpoint's own
// propagation, carried on with a log by which it is undone. What it costs is what it adds, not the size of
// the graph, so that a question can be put to every fact in turn. It is for one goroutine.
type Extension struct {
	g       *AttackGraph
	sel     *Selection
	base    *Fixpoint
	missing []int32 // rule → premises that do not hold yet
	holds   []bool  // beyond the base
	added   []FactID
	spread  int // how many of added have been carried on to the rules that use them
	work    int64
}

// NewExtension starts from a fixpoint of the selection. Neither may be changed while it is in use.
func NewExtension(g *AttackGraph, sel *Selection, base *Fixpoint) *Extension {
	x := &Extension{g: g, sel: sel, base: base, missing: make([]int32, g.NumRules()), holds: make([]bool, g.NumFacts())}
	for r := range x.missing {
		x.missing[r] = int32(len(g.If(RuleID(r))))
	}
	for f := range FactID(g.NumFacts()) {
		if !base.Holds(f) {
			continue
		}
		for _, r := range g.Using(f) {
			x.missing[r]--
		}
	}
	return x
}

// Assume takes facts to hold and adds all that follows.
func (x *Extension) Assume(facts ...FactID) { x.AssumeUpTo(math.MaxInt64, facts...) }

// AssumeUpTo does the same, but ends before it looks at more than most facts and premises. It tells whether all that
// follows was added; if not, a further call goes on with the rest, unless the extension is undone.
func (x *Extension) AssumeUpTo(most int64, facts ...FactID) (whole bool) {
	for _, f := range facts {
		x.add(f)
	}
	for ; x.spread < len(x.added); x.spread++ {
		using := x.g.Using(x.added[x.spread])
		most -= int64(1 + len(using))
		if most < 0 {
			return false
		}
		x.work += int64(1 + len(using))
		for _, r := range using {
			x.missing[r]--
			if x.missing[r] == 0 && x.sel.Enabled(r) {
				x.add(x.g.then[r])
			}
		}
	}
	return true
}

func (x *Extension) add(f FactID) {
	if !x.Holds(f) {
		x.holds[f] = true
		x.added = append(x.added, f)
	}
}

// Holds says whether the fact is in the base or was added.
func (x *Extension) Holds(f FactID) bool { return x.holds[f] || x.base.Holds(f) }

// Added returns the facts that hold beyond the base, in the order in which they came to hold. The slice is good until
// the next call.
func (x *Extension) Added() []FactID { return x.added }

// Work returns how many facts and premises were looked at so far, undone ones included.
func (x *Extension) Work() int64 { return x.work }

// Undo goes back to the base.
func (x *Extension) Undo() { x.UndoTo(0) }

// UndoTo goes back to when the given number of facts had been added, with all that follows from them.
func (x *Extension) UndoTo(added int) {
	for _, f := range x.added[min(added, x.spread):x.spread] {
		for _, r := range x.g.Using(f) {
			x.missing[r]++
		}
	}
	for _, f := range x.added[added:] {
		x.holds[f] = false
	}
	x.added, x.spread = x.added[:added], min(added, x.spread)
}
