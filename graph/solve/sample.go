package solve

import (
	"context"
	"math"
	"math/bits"
	"math/rand/v2"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// SampleOptions say how to sample.
type SampleOptions struct {
	graph.Limits
	Samples    int64   // 0: 1,000,000, rounded up to a multiple of 64
	Seed       uint64  // equal seeds give equal answers
	Confidence float64 // of the interval; 0: 0.99
}

func (o SampleOptions) confidence() float64 {
	if o.Confidence <= 0 || o.Confidence >= 1 {
		return 0.99
	}
	return o.Confidence
}

func (o SampleOptions) wanted() int64 {
	if o.Samples <= 0 {
		return 1_000_000
	}
	return o.Samples
}

// Sample estimates the chance that the goal holds by Monte Carlo, 64 samples at a time, each bit of a word one
// of them, with a Wilson score interval (Wilson 1927). The interval misses the true chance in one of
// 1/(1-confidence) runs on average; the estimate is no bound.
func Sample(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, options SampleOptions) *ChanceAnswer {
	c := cone.New(g, sel, goal, sel.Uncertain)
	if a := certain(c); a != nil {
		return a
	}
	f := cone.NewFormula(c)
	a := &ChanceAnswer{Status: graph.Sampled, Seed: options.Seed, Confidence: options.confidence()}
	hits := sample(f, a, options.wanted(), meter.New(ctx, options.Limits))
	a.Lower, a.Upper = chanceBounds(f)
	a.Value = float64(hits) / float64(max(1, a.Samples))
	a.Low, a.High = wilson(hits, a.Samples, a.Confidence)
	return a
}

// sample draws until the samples or the meter are used up, and returns the hits.
func sample(f *cone.Formula, a *ChanceAnswer, wanted int64, m *meter.Meter) (hits int64) {
	p := cone.NewVariants(f)
	random := rand.NewPCG(a.Seed, 0x68617266)
	type trial struct {
		rule      int32
		threshold uint64
	}
	var trials []trial
	for r := range f.Rule {
		if f.Counted[r] && (f.Opposite == nil || f.Opposite[r] < int32(r)) {
			trials = append(trials, trial{int32(r), threshold(f.Selection.Probability(f.Rule[r]))})
		}
	}
	for a.Samples < wanted {
		before := p.Work
		for _, t := range trials {
			p.Rules[t.rule] = bernoulli(random, t.threshold)
			if f.Opposite != nil && f.Opposite[t.rule] >= 0 {
				p.Rules[f.Opposite[t.rule]] = ^p.Rules[t.rule]
			}
		}
		word := p.Run()
		hits += int64(bits.OnesCount64(word))
		a.Samples += 64
		if !m.Spend((p.Work-before)/8 + int64(len(trials))) {
			a.Cut = m.Cut()
			break
		}
	}
	return hits
}

// threshold is a probability as a binary fraction of 64 places.
func threshold(p float64) uint64 {
	return uint64(math.Ldexp(p, 64)) // p < 1
}

// bernoulli draws 64 independent bits, each 1 with the probability of the threshold: each compares a random
// binary fraction with it, place by place, until all differ.
func bernoulli(random *rand.PCG, threshold uint64) uint64 {
	result, open := uint64(0), ^uint64(0)
	for place := 63; place >= 0 && open != 0; place-- {
		word := random.Uint64()
		if threshold>>place&1 != 0 {
			result |= open &^ word
			open &= word
		} else {
			open &^= word
		}
	}
	return result
}

// wilson returns the score interval of a share.
func wilson(hits, samples int64, confidence float64) (low, high float64) {
	if samples == 0 {
		return 0, 1
	}
	n, z := float64(samples), math.Sqrt2*math.Erfinv(confidence)
	share := float64(hits) / n
	middle := (share + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(share*(1-share)/n+z*z/(4*n*n))
	return max(0, middle-half), min(1, middle+half)
}
