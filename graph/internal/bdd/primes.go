package bdd

// Primes returns the prime implicants of a function with opposites (Coudert, Madre, "Implicit and incremental computation of
// primes and essential primes of Boolean functions", DAC 1992), nil where they do not fit: those of (x, low, high) are those
// of low and high together, and with x or its absence those of high or low that are none of these.
func (x *Function) Primes() *Family {
	root := x.run(opPrimes, x.root, x.root)
	if x.full {
		return nil
	}
	return &Family{of: x, root: root}
}

// nextPrimes does it part by part.
func (d *diagram) nextPrimes(f *frame) (operation, int32, int32) {
	low, high := d.nodes[f.a].low, d.nodes[f.a].high
	switch f.step {
	case 0:
		return opAnd, low, high
	case 1:
		return opPrimes, f.first, f.first
	case 2:
		return opPrimes, high, high
	case 3:
		return opSubtract, f.other, f.kept
	case 4:
		return opPrimes, low, low
	case 5:
		return opSubtract, f.other, f.kept
	}
	return opNone, 0, 0
}
