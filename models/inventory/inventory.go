// Package inventory answers what the components of a case contain: it turns their parts and the packages that their
// SBOMs list into one list, by what is no part of anything else, with the way to each entry.
package inventory

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
	"github.com/harmpath/harmpath/models/topology"
)

// MaxEntries bounds the list.
const MaxEntries = 200_000

// Of lists what the components of a case contain, whole by whole in the model's order, and in each what lies directly
// in it before what lies in that, with all ways to it, or the shortest MaxWays and how many more there are. The second
// result tells whether the list is whole, that is, within MaxEntries.
func Of(system *models.System) ([]models.Contained, bool) {
	view := topology.New(system)
	l := lister{system: system, containment: NewContainment(view), view: view}
	for i := range system.Components {
		if len(view.Wholes(system.Components[i].ID)) > 0 || len(l.containment.out[i]) == 0 {
			continue
		}
		first := len(l.out)
		if !l.whole(i) {
			return l.out, false
		}
		slices.SortStableFunc(l.out[first:], func(p, q models.Contained) int { return cmp.Compare(len(p.Within), len(q.Within)) })
	}
	return l.out, true
}

// Named keeps what somebody's words name: a purl, a CPE, name@version, a name, or the id of a component.
func Named(list []models.Contained, words string) []models.Contained {
	m := identity.Read(words)
	return slices.DeleteFunc(slices.Clone(list), func(c models.Contained) bool {
		if string(c.Component) == words || c.Name.EN == words || c.Name.JA == words {
			return false
		}
		return m.Means(identity.Of(c.Name.EN, &c.Identity)).Match != identity.Certain
	})
}

// lister lists what each whole contains.
type lister struct {
	system      *models.System
	containment *Containment
	view        *topology.View
	out         []models.Contained
	steps       int
}

// whole lists what one component contains. It returns false where the list would be too long.
func (l *lister) whole(top int) bool {
	in := l.containment.inWhole(top)
	order := l.components(top)
	same := map[string][]int{} // packages that are the same product, by what tells them apart → nodes
	for _, i := range order {
		for j := range l.system.Components[i].Packages {
			if node := l.containment.Node(i, j); node >= len(l.system.Components) {
				key := keyOf(&l.system.Components[i].Packages[j])
				same[key] = append(same[key], node)
			}
		}
	}
	listed := map[int]bool{top: true}
	for _, i := range order {
		for _, part := range l.partsOf(i) {
			if listed[part] {
				continue
			}
			listed[part] = true
			c := &l.system.Components[part]
			if !l.add(in, []int{part}, models.Contained{Name: c.Name, Identity: c.Identity, Component: c.ID, Vulnerabilities: c.Vulnerabilities}) {
				return false
			}
		}
		for j := range l.system.Components[i].Packages {
			p := &l.system.Components[i].Packages[j]
			nodes := same[keyOf(p)]
			if l.containment.Node(i, j) < len(l.system.Components) || nodes == nil {
				continue // listed as a component, or already
			}
			same[keyOf(p)] = nil
			if !l.add(in, nodes, models.Contained{Name: models.Plain(p.Name), Identity: p.Identity, Vulnerabilities: p.Vulnerabilities}) {
				return false
			}
		}
	}
	return true
}

// components lists a component with all components in it, each after one that contains it.
func (l *lister) components(top int) []int {
	seen := map[int]bool{top: true}
	out := []int{top}
	for next := 0; next < len(out); next++ {
		for _, part := range l.partsOf(out[next]) {
			if !seen[part] {
				seen[part] = true
				out = append(out, part)
			}
		}
	}
	return out
}

// partsOf lists the components that are parts of one, by the model or by its SBOM.
func (l *lister) partsOf(i int) []int {
	c := &l.system.Components[i]
	out := placesOf(l.view, l.view.Parts(c.ID))
	for j := range c.Packages {
		if node := l.containment.Node(i, j); node < len(l.system.Components) {
			out = append(out, node)
		}
	}
	return out
}

// keyOf tells products apart.
func keyOf(p *models.Package) string { return p.PURL + "\x00" + p.Name + "\x00" + p.Version }

// add adds an entry with the ways to it.
func (l *lister) add(in *within, nodes []int, c models.Contained) bool {
	if len(l.out) == MaxEntries {
		return false
	}
	limit := MaxWays
	if l.steps > maxSearch {
		limit = 1
	}
	found, all := in.shortest(nodes, limit, &l.steps)
	if len(found) > 0 {
		c.Within = found[0]
	}
	if !all {
		c.Further = in.further(nodes, len(found))
	}
	if found = distinct(found); len(found) > 1 {
		c.Ways = found
	}
	c.Whole = l.system.Components[in.whole].ID
	l.out = append(l.out, c)
	return true
}

// distinct drops ways that read the same: through entries of one name.
func distinct(list [][]models.Text) [][]models.Text {
	var out [][]models.Text
	for _, way := range list {
		if !slices.ContainsFunc(out, func(other []models.Text) bool { return slices.Equal(way, other) }) {
			out = append(out, way)
		}
	}
	return out
}
