package cone

import "slices"

// bundle makes a gate of the variables that are in a gate beside other things, and nowhere else, so that they become a
// module. It says whether it found any.
func (d *draft) bundle() bool {
	found := false
	for f := range int32(len(d.of)) {
		var alone, rest []int32
		for _, r := range d.of[f] {
			if d.counted(r) && len(d.rule[r].ifs) == 0 {
				alone = append(alone, r)
			} else {
				rest = append(rest, r)
			}
		}
		if len(alone) > 1 && len(rest) > 0 {
			d.of[f] = append([]int32{d.wiring(d.fact(alone...))}, rest...)
			found = true
		}
		for _, r := range rest {
			found = d.bundleAll(r) || found
		}
	}
	return found
}

// bundleAll does it for a rule: its own trial and premises that are variables.
func (d *draft) bundleAll(r int32) bool {
	var alone, rest []int32
	for _, p := range d.rule[r].ifs {
		if d.lonely(p) {
			alone = append(alone, p)
		} else {
			rest = append(rest, p)
		}
	}
	if len(rest) == 0 || len(alone)+boolean(d.counted(r)) < 2 {
		return false
	}
	inner := int32(len(d.rule))
	d.rule = append(d.rule, draftRule{d.rule[r].own, alone})
	bundle := d.fact(inner)
	d.rule[r] = draftRule{-1, append([]int32{bundle}, rest...)}
	return true
}

// lonely says whether a fact is in one place and only a matter of variables.
func (d *draft) lonely(p int32) bool {
	if int(p) >= len(d.base.Fact) || len(d.base.using.At(p)) != 1 || p == d.goal {
		return false
	}
	return !slices.ContainsFunc(d.of[p], func(r int32) bool { return !d.counted(r) || len(d.rule[r].ifs) > 0 })
}
