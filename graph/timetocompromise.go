package graph

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// TimeOptions say how to sample times.
type TimeOptions struct {
	Limits
	Samples   int       // 0: 1000
	Seed      uint64    // equal seeds give equal answers
	Quantiles []float64 // 0…1; nil: 0.05, 0.5, 0.95

	// Draw returns how long a rule takes when it is tried. Nil: exponentially distributed with the rule's effort
	// as its mean.
	Draw func(r RuleID, random *rand.Rand) float64
}

// A TimeAnswer is the distribution of the time until a goal is reached.
type TimeAnswer struct {
	Status  Status // Exact when the goal never holds or holds at once, else Sampled
	Samples int
	Reached float64 // share of the samples in which the goal is reached at all: each rule fails with its probability

	// Quantiles of the time, +Inf where too few samples reach the goal. Together: everything that can be done is
	// done at once, an exact minimum for each sample. Alone: one step after another, along a derivation of
	// small tree cost with each step paid once; the least such time is NP-hard, so this is an upper bound.
	Together, Alone []float64

	Cut *Cut // what ended the search, when something did
}

// TimeToCompromise samples how long an attack takes when efforts are distributions: in each sample every rule
// succeeds or not and, if so, takes a time of its own; Knuth's algorithm gives the least time.
func TimeToCompromise(ctx context.Context, g *AttackGraph, sel *Selection, goal FactID, options TimeOptions) *TimeAnswer {
	if options.Quantiles == nil {
		options.Quantiles = []float64{0.05, 0.5, 0.95}
	}
	c := newCone(g, sel, goal, sel.Counted)
	switch {
	case !c.derivable:
		at := constant(math.Inf(1), len(options.Quantiles))
		return &TimeAnswer{Status: Exact, Together: at, Alone: at}
	case c.free:
		at := constant(0, len(options.Quantiles))
		return &TimeAnswer{Status: Exact, Reached: 1, Together: at, Alone: at}
	}
	t := newTiming(c, options)
	m := newMeter(ctx, options.Limits)
	wanted := options.Samples
	if wanted <= 0 {
		wanted = 1000
	}
	a := &TimeAnswer{Status: Sampled}
	reached := 0
	for a.Samples < wanted {
		if t.sample() {
			reached++
		}
		a.Samples++
		if !m.spend(int64(len(c.rule)+len(c.ifs.items))) && a.Samples < wanted {
			a.Cut = m.cut()
			break
		}
	}
	a.Reached = float64(reached) / float64(a.Samples)
	a.Together, a.Alone = quantiles(t.together, options.Quantiles), quantiles(t.alone, options.Quantiles)
	return a
}

// timing draws samples over a cone as a graph of its own.
type timing struct {
	cone            *cone
	sub             *AttackGraph
	random          *rand.Rand
	draw            func(RuleID, *rand.Rand) float64
	together, alone []float64
}

func newTiming(c *cone, options TimeOptions) *timing {
	sub := c.graph()
	sub.sweep = newSweep(sub)
	t := &timing{cone: c, sub: sub, draw: options.Draw, random: rand.New(rand.NewPCG(options.Seed, 0x74696d65))}
	if t.draw == nil {
		t.draw = func(r RuleID, random *rand.Rand) float64 { return c.sel.Effort(r) * random.ExpFloat64() }
	}
	return t
}

// sample draws once; it says whether the goal is reached.
func (t *timing) sample() bool {
	sel := t.sub.All()
	for r, id := range t.cone.rule {
		if !t.cone.counted[r] {
			continue
		}
		t.sub.effort[r] = max(0, t.draw(id, t.random))
		if t.random.Float64() >= t.cone.sel.Probability(id) {
			sel.Disable(RuleID(r))
		}
	}
	goal := FactID(t.cone.goal)
	t.together = append(t.together, TreeCost(t.sub, sel, Max).Cost(goal))
	proof := TreeCost(t.sub, sel, Sum).Proof(goal)
	time := 0.0
	for _, r := range proof {
		time += t.sub.effort[r]
	}
	if proof == nil {
		time = math.Inf(1)
	}
	t.alone = append(t.alone, time)
	return proof != nil
}

// quantiles returns order statistics of a sample, which it sorts.
func quantiles(sample, at []float64) []float64 {
	slices.Sort(sample)
	out := make([]float64, len(at))
	for i, q := range at {
		out[i] = sample[min(len(sample)-1, max(0, int(math.Ceil(q*float64(len(sample))))-1))]
	}
	return out
}

func constant(x float64, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = x
	}
	return out
}
