package solve

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
