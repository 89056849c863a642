package solve

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
	"github.com/harmpath/harmpath/graph/internal/sat"
)

// certifyWork bounds the search for landmarks that prove an optimum, of which nothing else hangs.
const certifyWork = 20_000_000

// certify collects landmarks until no set of less effort hits them all (implicit hitting sets: Haslum, Slaney, Thiébaux,
// "Minimal landmarks for optimal delete-free planning", ICAPS 2012), beginning with the cores that the search found. The
// hitting sets are found by MaxSAT, so that who checks the certificate by other means repeats no error of it. Where the
// work does not suffice, there is no certificate. The weight is that of the optimum.
func (a *EffortAnswer) certify(c *cone.Cone, cores [][]int32, weight int64, m *meter.Meter) {
	own := m.Beside(max(1, min(m.Left(), certifyWork)))
	defer func() { m.Spend(own.Spent()) }()
	s := cone.NewSpread(c, own)
	cheap, dear := cheaperThan(c, a.Value)
	landmarks := complete(s, cores, cheap, dear)
	hitting := newHittingSets(c, cheap, own)
	hitting.cover(landmarks)
	for {
		set, v := hitting.Below(weight)
		if v == sat.Undecided || own.Over() {
			return
		}
		if v == sat.Refuted {
			break
		}
		more := missed(s, set, cheap, dear)
		hitting.cover(more)
		landmarks = append(landmarks, more...)
	}
	a.Landmarks = make([][]graph.RuleID, len(landmarks))
	for i, l := range landmarks {
		a.Landmarks[i] = c.Rules(l)
	}
}

// hittingSets looks for sets of a cone's cheap rules that hit landmarks.
type hittingSets struct {
	*sat.Optimum
	chosen []bool // cone rule → it can be in a set
}

func newHittingSets(c *cone.Cone, cheap []int32, m *meter.Meter) *hittingSets {
	h := &hittingSets{chosen: make([]bool, len(c.Rule))}
	all := sat.NewChoices(cheap, c.Weight, m)
	for _, r := range cheap {
		h.chosen[r] = true
		all.Literal[r] = all.Variable()
	}
	h.Optimum = sat.NewOptimum(all, nil)
	return h
}

// cover makes every set hit the landmarks, too.
func (h *hittingSets) cover(landmarks [][]int32) {
	for _, landmark := range landmarks {
		var some []sat.Literal
		for _, r := range landmark {
			if h.chosen[r] {
				some = append(some, h.Literal[r])
			}
		}
		h.Add(some...)
	}
}

// wholeCores returns the cores in the numbers of the cone that the search's is a part of.
func wholeCores(o *sat.Optimum, number []int32) [][]int32 {
	cores := o.Cores()
	for _, core := range cores {
		for i, r := range core {
			core[i] = number[r]
		}
	}
	return cores
}

// cheaperThan returns the counted rules, the cheapest first, divided at an effort. A set cheaper than that
// contains none of the dear ones, so that a landmark may as well name them all.
func cheaperThan(c *cone.Cone, effort float64) (cheap, dear []int32) {
	order := c.ByWeight()
	at := slices.IndexFunc(order, func(r int32) bool { return c.Selection.Effort(c.Rule[r]) >= effort })
	if at < 0 {
		at = len(order)
	}
	return order[:at], order[at:]
}

// complete extends each core to a landmark: the search has ruled out rules that are too dear, which a landmark
// has to name. Where more is missing, it names as few cheap rules as it can.
func complete(s *cone.Spread, cores [][]int32, cheap, dear []int32) [][]int32 {
	landmarks := make([][]int32, len(cores))
	in := make([]bool, len(s.Cone.Rule))
	short := s.Survives(cores, dear)
	for i, core := range cores {
		if !short[i] {
			landmarks[i] = append(slices.Clone(core), dear...)
			continue
		}
		for _, r := range core {
			in[r] = true
		}
		first, last := make([]int32, 0, len(cheap)), make([]int32, 0, len(core))
		for _, r := range cheap {
			if in[r] {
				last = append(last, r)
			} else {
				first = append(first, r)
			}
		}
		s.Reset()
		landmarks[i] = append(append(s.Grow(first), s.Grow(last)...), dear...)
		for _, r := range core {
			in[r] = false
		}
	}
	return landmarks
}

// missed returns landmarks that the set does not hit: one after another, each hit by its cheapest rule
// before the next is looked for.
func missed(s *cone.Spread, set, cheap, dear []int32) [][]int32 {
	hit := slices.Clone(set)
	for _, r := range cheap {
		if s.Cone.Weight[r] > 0 {
			break
		}
		hit = append(hit, r)
	}
	var landmarks [][]int32
	for {
		s.Load(hit)
		if s.Reached() {
			return landmarks
		}
		l := append(s.Grow(cheap), dear...)
		landmarks = append(landmarks, l)
		hit = append(hit, l[0])
	}
}
