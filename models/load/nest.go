package load

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Nest sets within what each listed thing lies, on a shortest way from what the SBOM is of: first what lies directly in
// the subject, in the order of top, then what lies in that, and so on. below lists what lies directly in a thing.
// Whatever no way leads to lies directly in the subject, too. It reports the first thing that lies too deep.
func Nest(listed []Listed, top []int, below func(i int) []int, limits SupplementLimits) models.Problems {
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
	rest := 0
	for next := 0; next < len(listed); next++ {
		for next == len(queue) {
			visit(rest, nil)
			rest++
		}
		p := &listed[queue[next]]
		children := below(queue[next])
		if len(children) > 0 && len(p.Within) >= limits.Within {
			return models.Problems{{
				At:     p.At,
				What:   fmt.Sprintf("more than %d packages lie within each other", limits.Within),
				Remedy: "write an SBOM that nests less",
			}}
		}
		within := append(slices.Clone(p.Within), p.Name)
		for _, i := range children {
			visit(i, within)
		}
	}
	return nil
}

// TooMany reports that a file lists or says more than is read of it.
func TooMany(at models.Place, what string, limit int) models.Problems {
	return models.Problems{{At: at, What: fmt.Sprintf("there are more than %d %s", limit, what), Remedy: "attach a smaller file"}}
}
