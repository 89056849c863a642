package bdd

// State returns, for each rule of the cone, whether it fires in a state in which the goal holds and the counted rules given
// fire, which must be enough for it or a part of what is; of a pair of opposites, exactly one fires. The function must have
// been compiled with opposites and not be Never.
func (x *Function) State(given func(rule int32) bool) []bool {
	fires := make([]bool, len(x.Rule))
	for at, v := x.root, int32(0); int(v) < len(x.rule); v += 2 {
		r := x.rule[v]
		other := x.Opposite[r]
		high := given(r)
		tested := x.nodes[at].level == v
		if forced := high || other >= 0 && given(other); tested && !forced {
			high = x.nodes[at].low == never
		}
		if tested && high {
			at = x.nodes[at].high
		} else if tested {
			at = x.nodes[at].low
		}
		fires[r] = high
		if other >= 0 {
			fires[other] = !high
		}
	}
	return fires
}

// Support returns the rules of the cone on which the function depends; of a pair of opposites, one.
func (x *Function) Support() []int32 {
	seen := make([]bool, len(x.Rule))
	var rules []int32
	for _, n := range x.ascending(x.root) {
		if r := x.rule[x.nodes[n].level]; !seen[r] {
			seen[r] = true
			rules = append(rules, r)
		}
	}
	return rules
}
