package attach

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
)

// embody makes a component of each package of a component of which a vulnerability is known and that is none yet: first
// what lies directly in the component, then what lies in that. Each is built into all components that contain it by any
// way with no other component in between.
func (a *attacher) embody(at int) {
	packages := a.system.Components[at].Packages
	var order []int
	for i := range packages {
		if len(packages[i].Vulnerabilities) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(len(packages[i].Within), len(packages[j].Within)) })
	containers := models.Containers(packages)
	into := map[int]int{} // package that was none before → the component that it is built into
	for _, i := range order {
		p := &packages[i]
		if p.Component != "" {
			a.known = append(a.known, p)
			continue
		}
		if a.parts++; a.parts > a.limits.Parts {
			a.problems = append(a.problems, models.Problem{
				At: p.At, What: models.Messagef("more than %d packages with known vulnerabilities are in the case", a.limits.Parts), Remedy: models.Messagef("attach smaller files"),
			})
			return
		}
		into[i] = a.around(at, i, packages, containers)
		a.add(p, into[i])
	}
	a.buildIn(at, order, into, containers)
}

// buildIn builds what was made of packages, and what they were before, into all that contains it. into says what the
// former are built into already.
func (a *attacher) buildIn(at int, order []int, into map[int]int, containers [][]int) {
	packages := a.system.Components[at].Packages
	u := upwards{at: at, containers: containers, is: make([]int, len(packages)), seen: make([]int, len(packages))}
	for i := range packages {
		u.is[i] = -1
		if c, known := a.view.Place(packages[i].Component); known {
			u.is[i] = c
		}
	}
	circles := inCircles(containers)
	for _, i := range order {
		wholes := u.nearest(i)
		if whole, added := into[i]; added {
			wholes = slices.DeleteFunc(wholes, func(w int) bool { return w == whole })
		} else {
			wholes = slices.DeleteFunc(wholes, func(w int) bool { return slices.Contains(a.system.Components[w].Parts, packages[i].Component) })
		}
		a.build(at, packages[i].Component, wholes, circles[i])
	}
}

// inCircles marks the packages that contain themselves, and all that lies in such ones.
func inCircles(containers [][]int) []bool {
	inside := make([][]int, len(containers))
	awaited := make([]int, len(containers))
	var queue []int
	for i, list := range containers {
		for _, up := range list {
			if up >= 0 {
				inside[up] = append(inside[up], i)
				awaited[i]++
			}
		}
		if awaited[i] == 0 {
			queue = append(queue, i)
		}
	}
	out := make([]bool, len(containers))
	for i := range out {
		out[i] = true
	}
	for ; len(queue) > 0; queue = queue[1:] {
		out[queue[0]] = false
		for _, i := range inside[queue[0]] {
			if awaited[i]--; awaited[i] == 0 {
				queue = append(queue, i)
			}
		}
	}
	return out
}

// recognise says which packages are components of the case already: those among the component's parts, at any depth,
// that are the same product.
func (a *attacher) recognise(at int) {
	packages := a.system.Components[at].Packages
	if len(packages) == 0 {
		return // nothing can be a part, whatever parts there are
	}
	byKey := map[string][]int{}
	for _, id := range a.view.BuiltIn(a.system.Components[at].ID) {
		i, _ := a.view.Place(id)
		part := &a.system.Components[i]
		for _, name := range []string{part.Name.EN, part.Name.JA} {
			for _, key := range identity.Of(name, &part.Identity).Keys() {
				byKey[key] = append(byKey[key], i)
			}
		}
	}
	if len(byKey) == 0 {
		return
	}
	for i := range packages {
		if packages[i].Component == "" {
			packages[i].Component = a.same(&packages[i], byKey)
		}
	}
}

// same is the first component that is the same product as a package; "": there is none.
func (a *attacher) same(p *models.Package, byKey map[string][]int) models.ComponentID {
	product := identity.Of(p.Name, &p.Identity)
	var named models.ComponentID
	for _, key := range product.Keys() {
		for _, i := range byKey[key] {
			c := &a.system.Components[i]
			switch {
			case c.PURL != "" && p.PURL != "":
				if identity.Read(c.PURL).Means(product).Match == identity.Certain {
					return c.ID
				}
			case (c.Name.EN == p.Name || c.Name.JA == p.Name) && c.Version == p.Version:
				named = cmp.Or(named, c.ID)
			}
		}
	}
	return named
}

// around is the place of the nearest component that a package is built into on one of the shortest ways.
func (a *attacher) around(at, of int, packages []models.Package, containers [][]int) int {
	for range packages {
		up := slices.MinFunc(containers[of], func(i, j int) int {
			return cmp.Or(cmp.Compare(depth(packages, i), depth(packages, j)), cmp.Compare(i, j))
		})
		if up < 0 {
			return at
		}
		if whole, known := a.view.Place(packages[up].Component); known {
			return whole
		}
		of = up
	}
	return at // it contains itself
}

// depth is how many packages lie around what directly contains something.
func depth(packages []models.Package, of int) int {
	if of < 0 {
		return itself
	}
	return len(packages[of].Within)
}

// upwards finds what contains the packages of one component.
type upwards struct {
	at         int
	containers [][]int
	is         []int // by place: the component that it is; -1: none
	seen       []int // by place: the last search that came by, from 1
	searches   int
	queue      []int
}

// nearest lists the components that contain a package by any way with no other component in between, ascending.
func (u *upwards) nearest(of int) []int {
	u.searches++
	u.seen[of] = u.searches
	u.queue = append(u.queue[:0], of)
	var out []int
	for next := 0; next < len(u.queue); next++ {
		for _, up := range u.containers[u.queue[next]] {
			if up < 0 {
				out = append(out, u.at)
				continue
			}
			if u.seen[up] == u.searches {
				continue
			}
			u.seen[up] = u.searches
			if whole := u.is[up]; whole >= 0 {
				out = append(out, whole)
			} else {
				u.queue = append(u.queue, up)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// build builds a component into others, but in none that lies in it: packages that depend on each other in circles lie
// in what the first of them lies in. Outside of circles, only what the model itself says can contradict the SBOM.
func (a *attacher) build(at int, id models.ComponentID, wholes []int, circle bool) {
	part, known := a.view.Place(id)
	if !known {
		return // a problem of the model, which checking tells
	}
	var inside map[models.ComponentID]bool
	for _, whole := range wholes {
		if inside == nil && (circle || part < a.own || whole < a.own && whole != at) {
			inside = map[models.ComponentID]bool{id: true}
			for _, below := range a.view.BuiltIn(id) {
				inside[below] = true
			}
		}
		if c := &a.system.Components[whole]; !inside[c.ID] {
			c.Parts = append(c.Parts, id)
			a.view.AddPart(c.ID, id)
		}
	}
}

// knownOf is what is known of the vulnerabilities of what stands at a place.
func (a *attacher) knownOf(v via) *[]models.Vulnerability {
	c := &a.system.Components[v.component]
	if v.of == itself {
		return &c.Vulnerabilities
	}
	return &c.Packages[v.of].Vulnerabilities
}

// merge adds what is known of a package's vulnerabilities to the component that it is: of one vulnerability the
// gravest status counts.
func (a *attacher) merge(p *models.Package) {
	i, known := a.view.Place(p.Component)
	if !known {
		return // a problem of the model, which checking tells
	}
	c := &a.system.Components[i]
	for _, v := range p.Vulnerabilities {
		name, _ := a.synonyms.called(v.ID)
		at := slices.IndexFunc(c.Vulnerabilities, func(w models.Vulnerability) bool {
			other, _ := a.synonyms.called(w.ID)
			return other == name
		})
		switch {
		case at < 0:
			c.Vulnerabilities = append(c.Vulnerabilities, v)
		case models.GravestFirst(v.Status, c.Vulnerabilities[at].Status) < 0:
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
	origin.Fields = slices.DeleteFunc(slices.Clone(origin.Fields), func(field string) bool { return field == "within" || field == "in" || field == "component" })
	a.system.Components = append(a.system.Components, models.Component{
		Origin: origin, ID: id, Name: models.Plain(name), Kind: models.PartKind, Zone: around.Zone, Layer: around.Layer,
		Identity: p.Identity, Vulnerabilities: slices.Clone(p.Vulnerabilities),
	})
	a.view.AddComponent(len(a.system.Components) - 1)
	a.view.AddPart(a.system.Components[whole].ID, id)
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
		if _, known := a.view.Place(models.ComponentID(id)); !known {
			return models.ComponentID(id)
		}
	}
}
