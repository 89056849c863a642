package load

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Nest says what contains each listed thing: all that directly contains it (In), and one of the shortest ways to it from
// what the SBOM is of (Within). top lists what lies directly in the subject, below what lies directly in a thing; each
// may name a thing more than once. Whatever no way leads to lies directly in the subject, too. Where more lies within each
// other than the limit, Within ends there, and a remark tells of the first such thing.
func Nest(listed []Listed, top []int, below func(i int) []int, limits SupplementLimits) models.Problems {
	top = append(slices.Clip(top), stray(len(listed), top, below)...)
	for _, i := range top {
		listed[i].In = append(listed[i].In, -1)
	}
	for i := range listed {
		for _, part := range below(i) {
			if part != i {
				listed[part].In = append(listed[part].In, i)
			}
		}
	}
	for i := range listed {
		slices.Sort(listed[i].In)
		listed[i].In = slices.Compact(listed[i].In)
	}
	seen := make([]bool, len(listed))
	queue := make([]int, 0, len(listed))
	visit := func(i int, within []string) {
		if !seen[i] {
			seen[i], listed[i].Within = true, within
			queue = append(queue, i)
		}
	}
	for _, i := range top {
		visit(i, nil)
	}
	var remarks models.Problems
	for next := 0; next < len(queue); next++ {
		p := &listed[queue[next]]
		children := below(queue[next])
		within := p.Within
		switch {
		case len(children) == 0:
		case len(p.Within) < limits.Within:
			within = append(slices.Clone(p.Within), p.Name)
		case remarks == nil:
			remarks = models.Problems{{
				At:     p.At,
				What:   models.Messagef("more than %d packages lie within each other", limits.Within),
				Remedy: models.Messagef("the way to what lies deeper is shown only so far"),
			}}
		}
		for _, i := range children {
			visit(i, within)
		}
	}
	return remarks
}

// stray lists what no way leads to from the top but through itself: first each thing that nothing contains, then all
// that still cannot be reached, which contains itself in circles. Where a circle begins nobody says, so that each thing
// of it and behind it counts as beginning it.
func stray(n int, top []int, below func(i int) []int) []int {
	seen, inside := make([]bool, n), make([]bool, n)
	for i := range n {
		for _, part := range below(i) {
			inside[part] = inside[part] || part != i
		}
	}
	var queue, out []int
	add := func(i int) {
		if !seen[i] {
			seen[i] = true
			queue = append(queue, i)
		}
	}
	for _, i := range top {
		add(i)
	}
	for i := range n {
		if !inside[i] && !seen[i] {
			out = append(out, i)
			add(i)
		}
	}
	for next := 0; next < len(queue); next++ {
		for _, i := range below(queue[next]) {
			add(i)
		}
	}
	for i := range n {
		if !seen[i] {
			out = append(out, i)
		}
	}
	return out
}

// TooMany reports that a file lists or says more than is read of it.
func TooMany(at models.Place, what models.Message, limit int) models.Problems {
	return models.Problems{{At: at, What: models.Messagef("there are more than %d %s", limit, what), Remedy: models.Messagef("attach a smaller file")}}
}
