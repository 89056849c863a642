package confirm

import (
	"math"
	"slices"
)

// hitCheaper looks for a set that hits every landmark and weighs less than the limit. Within is false when
// the nodes did not suffice to say that there is none. Landmarks that share no element light enough are
// hit apart: the least weights of the parts add up, and each part may weigh what the limit leaves when the others
// weigh no more than their bounds.
func hitCheaper[R ~int32](landmarks [][]R, weight func(R) float64, limit float64, nodes int) (set []R, found, within bool) {
	below := func(x float64) float64 { return x * (1 - 1e-12) }
	if scale := wholeScale(landmarks, weight, limit); scale > 0 {
		own := weight
		weight = func(r R) float64 { return math.Round(own(r) * scale) }
		below = func(x float64) float64 { return x - 0.5 }
		limit = below(math.Round(limit * scale))
	} else {
		limit *= 1 - 1e-9
	}
	parts := apart(landmarks, func(r R) bool { return weight(r) < limit })
	bounds := make([]float64, len(parts))
	sum, rest := 0.0, 0.0
	for i, part := range parts {
		bounds[i], _ = newHitting(part, weight, limit).bound()
		rest += bounds[i]
	}
	for i, part := range parts {
		rest -= bounds[i]
		least, cost, ok := hitLeast(part, weight, limit-sum-rest, below, &nodes)
		if !ok {
			return nil, false, false
		}
		if least == nil {
			return nil, false, true
		}
		set = append(set, least...)
		sum += cost
	}
	return set, sum < limit, true
}

// wholeScale returns a power of ten by which all weights below the limit, and the limit, are whole numbers whose sums a
// float64 holds with room to spare; 0 where there is none.
func wholeScale[R ~int32](landmarks [][]R, weight func(R) float64, limit float64) float64 {
	seen := map[R]bool{}
	var weights []float64
	sum := limit
	for _, l := range landmarks {
		for _, r := range l {
			if w := weight(r); !seen[r] && w < limit {
				seen[r] = true
				weights = append(weights, w)
				sum += w
			}
		}
	}
	for scale := 1.0; scale <= 1e15 && sum*scale < 1<<44; scale *= 10 {
		off := func(w float64) bool { return math.Round(w*scale)/scale != w }
		if !slices.ContainsFunc(weights, off) && math.Abs(math.Round(limit*scale)-limit*scale) < 0.1 {
			return scale // the limit is a sum, and may be off by its rounding
		}
	}
	return 0
}

// hitLeast finds the set of least weight that hits every landmark, nil when none is below the limit; below is what is
// certainly less than a weight.
func hitLeast[R ~int32](landmarks [][]R, weight func(R) float64, limit float64, below func(float64) float64, nodes *int) (least []R, cost float64, within bool) {
	for {
		h := newHitting(landmarks, weight, limit)
		found, ok := h.search(nodes)
		if !ok || !found {
			return least, cost, ok
		}
		least = []R{}
		for _, e := range h.taken {
			least = append(least, R(h.names[e]))
		}
		cost = h.spent
		limit = below(cost)
	}
}

// apart divides landmarks into parts that share no light element.
func apart[R ~int32](landmarks [][]R, light func(R) bool) [][][]R {
	leader := make([]int, len(landmarks))
	find := func(i int) int {
		for leader[i] != i {
			leader[i] = leader[leader[i]]
			i = leader[i]
		}
		return i
	}
	holder := map[R]int{}
	for i, l := range landmarks {
		leader[i] = i
		for _, r := range l {
			if other, held := holder[r]; held {
				leader[find(i)] = find(other)
			} else if light(r) {
				holder[r] = i
			}
		}
	}
	place := map[int]int{}
	var parts [][][]R
	for i, l := range landmarks {
		top := find(i)
		if _, known := place[top]; !known {
			place[top] = len(parts)
			parts = append(parts, nil)
		}
		parts[place[top]] = append(parts[place[top]], l)
	}
	return parts
}
