// Package inventory answers what the components of a case contain: it turns their parts and the packages that their
// SBOMs list into one list, by what is no part of anything else, with the way to each entry.
package inventory

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
)

// MaxEntries bounds the list.
const MaxEntries = 200_000

// Of lists what the components of a case contain, whole by whole in the model's order, and in each what lies directly
// in it before what lies in that. What is in a whole by several ways is listed by one of the shortest. The second
// result tells whether the list is whole, that is, within MaxEntries.
func Of(system *models.System) ([]models.Contained, bool) {
	l := lister{system: system, at: map[models.ComponentID]int{}}
	inside := map[models.ComponentID]bool{}
	for i := range system.Components {
		l.at[system.Components[i].ID] = i
		for _, part := range system.Components[i].Parts {
			inside[part] = true
		}
	}
	for i := range system.Components {
		if inside[system.Components[i].ID] {
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
	name := identity.Mention(words)
	return slices.DeleteFunc(slices.Clone(list), func(c models.Contained) bool {
		return string(c.Component) != words && !slices.Contains(identity.Names(c.Name.EN, &c.Identity), name) && c.Name.JA != words
	})
}

// lister lists what each whole contains.
type lister struct {
	system *models.System
	at     map[models.ComponentID]int
	out    []models.Contained
}

// visit is a component on the way through a whole.
type visit struct {
	component int
	within    []models.Text // around what lies in the component
}

// whole lists what one component contains. It returns false where the list would be too long.
func (l *lister) whole(top int) bool {
	seen := map[int]bool{top: true}
	listed := map[string]bool{}
	queue := []visit{{component: top}}
	for next := 0; next < len(queue); next++ {
		v := queue[next]
		c := &l.system.Components[v.component]
		packages := packagesOf(c)
		for _, id := range c.Parts {
			i, known := l.at[id]
			if !known || seen[i] {
				continue
			}
			seen[i] = true
			part := &l.system.Components[i]
			within := v.within
			if p := packages[id]; p != nil {
				within = ways(v.within, p.Within)
			}
			if !l.add(models.Contained{
				Whole: l.system.Components[top].ID, Name: part.Name, Identity: part.Identity, Within: within, Component: id, Vulnerabilities: part.Vulnerabilities,
			}) {
				return false
			}
			queue = append(queue, visit{i, append(slices.Clone(within), part.Name)})
		}
		for i := range c.Packages {
			p := &c.Packages[i]
			key := p.PURL + "\x00" + p.Name + "\x00" + p.Version
			if p.Component != "" || listed[key] {
				continue // listed as a component, or by a shorter way
			}
			listed[key] = true
			if !l.add(models.Contained{
				Whole: l.system.Components[top].ID, Name: models.Plain(p.Name), Identity: p.Identity, Within: ways(v.within, p.Within), Vulnerabilities: p.Vulnerabilities,
			}) {
				return false
			}
		}
	}
	return true
}

func (l *lister) add(c models.Contained) bool {
	if len(l.out) == MaxEntries {
		return false
	}
	l.out = append(l.out, c)
	return true
}

// packagesOf are the entries of a component's SBOM that are components: of each the first.
func packagesOf(c *models.Component) map[models.ComponentID]*models.Package {
	out := map[models.ComponentID]*models.Package{}
	for i := range c.Packages {
		p := &c.Packages[i]
		if p.Component != "" && out[p.Component] == nil {
			out[p.Component] = p
		}
	}
	return out
}

// ways joins the way to a component with a way inside it.
func ways(to []models.Text, inside []string) []models.Text {
	out := slices.Clone(to)
	for _, name := range inside {
		out = append(out, models.Plain(name))
	}
	return out
}
