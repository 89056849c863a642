package bdd

import "math/big"

// count adds up the sets of a family, a set with a variable as often as times says, where it says something.
func (d *diagram) count(family int32, times []*big.Int) *big.Int {
	marked := d.below(family)
	sums := make([]*big.Int, family+1)
	sums[never] = new(big.Int)
	if family >= always {
		sums[always] = big.NewInt(1)
	}
	for n := always + 1; n <= family; n++ {
		if marked[n] {
			with := sums[d.nodes[n].high]
			if times != nil && times[d.nodes[n].level] != nil {
				with = new(big.Int).Mul(with, times[d.nodes[n].level])
			}
			sums[n] = new(big.Int).Add(sums[d.nodes[n].low], with)
		}
	}
	return sums[family]
}
