package attach

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
)

// embody makes a component of each package of a component of which a vulnerability is known and that is none yet: first what lies directly in the component, then what
// lies in that. places says which packages are components already.
func (a *attacher) embody(at int, places map[string]models.ComponentID) {
	packages := a.system.Components[at].Packages
	var order []*models.Package
	for i := range packages {
		if len(packages[i].Vulnerabilities) > 0 {
			order = append(order, &packages[i])
		}
	}
	slices.SortStableFunc(order, func(p, q *models.Package) int { return cmp.Compare(len(p.Within), len(q.Within)) })
	for _, p := range order {
		if p.Component != "" {
			a.known = append(a.known, p)
			continue
		}
		if a.parts++; a.parts > a.limits.Parts {
			a.problems = append(a.problems, models.Problem{
				At: p.At, What: fmt.Sprintf("more than %d packages with known vulnerabilities are in the case", a.limits.Parts), Remedy: "attach smaller files",
			})
			return
		}
		a.add(p, a.around(at, p, places))
		places[spot(p.Within, p.Name)] = p.Component
	}
}

// spot is a package's place in an SBOM: its name and what it lies in.
func spot(within []string, name string) string {
	return strings.Join(within, "\x00") + "\x00" + name
}

// recognise says which packages are components of the case already: those among the component's parts, at any depth,
// that are the same product. It returns the places of the packages that are components.
func (a *attacher) recognise(at int) map[string]models.ComponentID {
	if len(a.system.Components[at].Packages) == 0 {
		return nil // nothing can be a part, whatever parts there are
	}
	byURL, byName := map[string]models.ComponentID{}, map[string]models.ComponentID{}
	seen := map[int]bool{at: true}
	queue := []int{at}
	for next := 0; next < len(queue); next++ {
		for _, id := range a.system.Components[queue[next]].Parts {
			i, known := a.ids[id]
			if !known || seen[i] {
				continue
			}
			seen[i] = true
			queue = append(queue, i)
			part := &a.system.Components[i]
			if part.PURL != "" {
				byURL[identity.Mention(part.PURL)] = cmp.Or(byURL[identity.Mention(part.PURL)], id)
			}
			for _, name := range []string{part.Name.EN, part.Name.JA} {
				byName[name+"\x00"+part.Version] = cmp.Or(byName[name+"\x00"+part.Version], id)
			}
		}
	}
	places := map[string]models.ComponentID{}
	packages := a.system.Components[at].Packages
	for i := range packages {
		p := &packages[i]
		if p.Component == "" && p.PURL != "" {
			p.Component = byURL[identity.Mention(p.PURL)]
		}
		if p.Component == "" {
			if id := byName[p.Name+"\x00"+p.Version]; id != "" && (p.PURL == "" || a.system.Components[a.ids[id]].PURL == "") {
				p.Component = id
			}
		}
		if p.Component != "" {
			places[spot(p.Within, p.Name)] = p.Component
		}
	}
	return places
}

// around is the place of the nearest component that a package is built into.
func (a *attacher) around(at int, p *models.Package, places map[string]models.ComponentID) int {
	for i, name := range slices.Backward(p.Within) {
		if id := places[spot(p.Within[:i], name)]; id != "" {
			if whole, known := a.ids[id]; known {
				return whole
			}
		}
	}
	return at
}

// merge adds what is known of a package's vulnerabilities to the component that it is: of one vulnerability the
// gravest status counts.
func (a *attacher) merge(p *models.Package) {
	i, known := a.ids[p.Component]
	if !known {
		return // a problem of the model, which checking tells
	}
	c := &a.system.Components[i]
	grave := models.VulnerabilityStatuses()
	for _, v := range p.Vulnerabilities {
		at := slices.IndexFunc(c.Vulnerabilities, func(w models.Vulnerability) bool { return w.ID == v.ID })
		switch {
		case at < 0:
			c.Vulnerabilities = append(c.Vulnerabilities, v)
		case slices.Index(grave, v.Status) < slices.Index(grave, c.Vulnerabilities[at].Status):
			c.Vulnerabilities[at] = v
		}
	}
}

// add makes a component of a package and builds it into another.
func (a *attacher) add(p *models.Package, whole int) {
	around := &a.system.Components[whole]
	id := a.id(string(around.ID) + "-" + strings.TrimSuffix(p.Name+"-"+p.Version, "-"))
	p.Component = id
	around.Parts = append(slices.Clip(around.Parts), id)
	if maker, known := a.makers[p.Supplier]; known && p.Supplier != "" {
		s := &a.system.Stakeholders[maker]
		s.Makes = append(slices.Clip(s.Makes), id)
	}
	name := p.Name
	if p.Version != "" {
		name += " " + p.Version
	}
	origin := p.Origin
	origin.Fields = slices.DeleteFunc(slices.Clone(origin.Fields), func(field string) bool { return field == "within" || field == "component" })
	a.ids[id] = len(a.system.Components)
	a.system.Components = append(a.system.Components, models.Component{
		Origin: origin, ID: id, Name: models.Plain(name), Kind: models.PartKind, Zone: around.Zone, Layer: around.Layer,
		Identity: p.Identity, Vulnerabilities: slices.Clone(p.Vulnerabilities),
	})
}

// id makes an identifier of words that no component has yet.
func (a *attacher) id(words string) models.ComponentID {
	base := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, words), "-")
	const room = 10 // for a number behind it
	base = base[:min(len(base), models.MaxIDLength-room)]
	if !models.ValidID(base) {
		base = "part"
	}
	for {
		id := base
		if n := a.taken[base]; n > 0 {
			id = fmt.Sprintf("%s-%d", base, n+1)
		}
		a.taken[base]++
		if _, known := a.ids[models.ComponentID(id)]; !known {
			return models.ComponentID(id)
		}
	}
}
