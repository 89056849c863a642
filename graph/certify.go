package graph

import "slices"

// certifyNodes bounds the search of CheckOptimum for a cheaper hitting set.
const certifyNodes = 200_000

// certify collects landmarks until no set cheaper than the optimum hits them all (implicit hitting sets:
// Haslum, Slaney, Thiébaux, "Minimal landmarks for optimal delete-free planning", ICAPS 2012), beginning
// with the cores that the search found, and has them checked.
func (a *EffortAnswer) certify(c *cone, cores [][]int32, m *meter, goal FactID) {
	s := newSpread(c, m)
	cheap, dear := c.cheaperThan(a.Value)
	landmarks := s.complete(cores, cheap, dear)
	for {
		set, v := cheaperHittingSet(c, landmarks, a.Value, certifyNodes)
		if v == undecided || !m.spend(int64(len(c.rule))) {
			return
		}
		if v == refuted {
			break
		}
		landmarks = append(landmarks, missed(s, set, cheap, dear)...)
	}
	if !m.spend(int64(len(landmarks)+63) / 64 * int64(c.g.NumRules()) / 8) {
		return
	}
	a.Landmarks = make([][]RuleID, len(landmarks))
	for i, l := range landmarks {
		a.Landmarks[i] = c.rules(l)
	}
	a.Certified = CheckOptimum(c.g, c.sel, goal, a.Set, a.Landmarks, certifyNodes) == nil
}

// whole returns the cores in the numbers of the cone that the search's is a part of.
func (o *optimum) whole(number []int32) [][]int32 {
	for _, core := range o.cores {
		for i, r := range core {
			core[i] = number[r]
		}
	}
	return o.cores
}

// cheaperThan returns the counted rules, the cheapest first, divided at an effort. A set cheaper than that
// contains none of the dear ones, so that a landmark may as well name them all.
func (c *cone) cheaperThan(effort float64) (cheap, dear []int32) {
	order := c.byWeight()
	at := slices.IndexFunc(order, func(r int32) bool { return c.sel.Effort(c.rule[r]) >= effort })
	if at < 0 {
		at = len(order)
	}
	return order[:at], order[at:]
}

// complete extends each core to a landmark: the search has ruled out rules that are too dear, which a landmark
// has to name. Where more is missing, it names as few cheap rules as it can.
func (s *spread) complete(cores [][]int32, cheap, dear []int32) [][]int32 {
	landmarks := make([][]int32, len(cores))
	in := make([]bool, len(s.cone.rule))
	short := s.survives(cores, dear)
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
		s.reset()
		landmarks[i] = append(append(s.grow(first), s.grow(last)...), dear...)
		for _, r := range core {
			in[r] = false
		}
	}
	return landmarks
}

// missed returns landmarks that the set does not hit: one after another, each hit by its cheapest rule
// before the next is looked for.
func missed(s *spread, set, cheap, dear []int32) [][]int32 {
	hit := slices.Clone(set)
	for _, r := range cheap {
		if s.cone.weight[r] > 0 {
			break
		}
		hit = append(hit, r)
	}
	var landmarks [][]int32
	for {
		s.load(hit)
		if s.goal() {
			return landmarks
		}
		l := append(s.grow(cheap), dear...)
		landmarks = append(landmarks, l)
		hit = append(hit, l[0])
	}
}

// cheaperHittingSet proposes a set that hits all landmarks at less than the effort, if there is one.
func cheaperHittingSet(c *cone, landmarks [][]int32, effort float64, nodes int) ([]int32, verdict) {
	weight := func(r int32) float64 { return c.sel.Effort(c.rule[r]) }
	set, found, within := hitCheaper(landmarks, weight, effort, nodes)
	switch {
	case !within:
		return nil, undecided
	case found:
		return set, satisfied
	}
	return nil, refuted
}
