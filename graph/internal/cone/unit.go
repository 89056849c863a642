package cone

import (
	"math"
	"math/bits"
	"slices"
)

// A Unit is what whole numbers of effort stand for.
type Unit struct {
	PerOne float64 // units in an effort of 1
	Exact  bool    // every effort is a whole number of units
}

// WholeUnits turns efforts (or costs) into whole numbers, so that sums compare exactly whatever their
// order. Efforts that are decimal fractions of up to twelve digits are taken exactly; others are rounded
// to about 2⁻⁵⁸ of the largest times their number, and never to 0.
func WholeUnits(efforts []float64) ([]int64, Unit) {
	total := 0.0
	for _, e := range efforts {
		total += e
	}
	for digits := 0; digits <= 12; digits++ {
		u := Unit{math.Pow10(digits), true}
		if total*u.PerOne > 1<<60 {
			break
		}
		if whole, ok := u.exactly(efforts); ok {
			return whole, u
		}
	}
	_, exponent := math.Frexp(slices.Max(efforts))
	u := Unit{math.Ldexp(1, min(59-bits.Len(uint(len(efforts)))-exponent, 1000)), false}
	whole := make([]int64, len(efforts))
	for i, e := range efforts {
		if e > 0 {
			whole[i] = max(1, int64(math.Round(e*u.PerOne)))
		}
	}
	return whole, u
}

func (u Unit) exactly(efforts []float64) ([]int64, bool) {
	whole := make([]int64, len(efforts))
	for i, e := range efforts {
		n := math.Round(e * u.PerOne)
		if n/u.PerOne != e {
			return nil, false
		}
		whole[i] = int64(n)
	}
	return whole, true
}

// Effort turns units back into an effort.
func (u Unit) Effort(units int64) float64 { return float64(units) / u.PerOne }
