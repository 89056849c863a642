package cone

import (
	"fmt"
	"math"
	"testing"
)

func TestWholeUnits(t *testing.T) {
	tests := []struct {
		efforts []float64
		whole   []int64
		exact   bool
	}{
		{nil, []int64{}, true},
		{[]float64{0, 3, 2}, []int64{0, 3, 2}, true},
		{[]float64{0.1, 3.25}, []int64{10, 325}, true},
		{[]float64{1e-12, 1}, []int64{1, 1e12}, true},
	}
	for _, test := range tests {
		whole, u := WholeUnits(test.efforts)
		if fmt.Sprint(whole) != fmt.Sprint(test.whole) || u.Exact != test.exact {
			t.Errorf("%v: %v, exact %v", test.efforts, whole, u.Exact)
		}
	}
}

// Efforts that have no common unit are rounded, never to nothing and never past what adds up.
func TestWholeUnitsOfExtremes(t *testing.T) {
	for _, efforts := range [][]float64{{math.Pi, math.E, 1e-300}, {math.MaxFloat64, math.MaxFloat64, 1}, {5e-324, 5e-324}, {1e300, 1e-300, 0.1}} {
		whole, _ := WholeUnits(efforts)
		sum := int64(0)
		for i, w := range whole {
			if w <= 0 || sum > math.MaxInt64/4-w {
				t.Fatalf("%v: unit %d is %d", efforts, i, w)
			}
			sum += w
		}
	}
}
