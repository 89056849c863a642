package attach

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/identity"
	"github.com/harmpath/harmpath/models/load"
)

// itself is the place of a component among its packages.
const itself = -1

// teller gathers what the files attached to one component say of it and of its packages.
type teller struct {
	*attacher
	at      int // of the component
	subject *load.Listed
	refs    map[int][]string // by place among the packages: what the SBOM's own statements call them
	called  map[string][]int // what somebody may call them → places among the packages
	told    map[about]int    // the place of what was said last among said
	said    []models.Vulnerability
	of      []int // by place in said: of which package
	own     int   // how many of said are the model's
}

// about is one vulnerability of one package.
type about struct {
	of int
	id string
}

func newTeller(a *attacher, at int) *teller {
	t := &teller{attacher: a, at: at, refs: map[int][]string{}, told: map[about]int{}}
	c := &a.system.Components[at]
	t.keep(itself, c.Vulnerabilities)
	for i := range c.Packages {
		t.keep(i, c.Packages[i].Vulnerabilities)
	}
	t.own = len(t.said)
	return t
}

// keep takes what the model itself says, which no file overrules.
func (t *teller) keep(of int, known []models.Vulnerability) {
	for _, v := range known {
		t.told[about{of, v.ID}] = len(t.said)
		t.said, t.of = append(t.said, v), append(t.of, of)
	}
}

// list adds what an SBOM lists to the component's packages. What the SBOM says of its subject stands where the model
// says nothing.
func (t *teller) list(f *file) {
	c := &t.system.Components[t.at]
	t.subject = &f.bill.Subject
	t.refs[itself] = f.bill.Subject.Refs
	if i := &c.Identity; i.Version == "" && i.PURL == "" && i.CPE == "" {
		supplier := i.Supplier
		c.Identity = f.bill.Subject.Identity
		if supplier != "" {
			c.Supplier = supplier
		}
	}
	c.Packages = slices.Grow(c.Packages, len(f.bill.Listed))
	for i := range f.bill.Listed {
		t.refs[len(c.Packages)] = f.bill.Listed[i].Refs
		c.Packages = append(c.Packages, f.bill.Listed[i].Package)
	}
}

// hear takes the statements of a file, the later ones over the earlier ones.
func (t *teller) hear(f *file) {
	if t.called == nil {
		t.index()
	}
	for i := range f.bill.Statements {
		s := &f.bill.Statements[i]
		things, products := t.named(s.Of), t.named(s.In)
		if !t.spend(s, len(things)*max(1, len(products))) {
			f.told = false // what is left of it was not heard, and that is told already
			return
		}
		if len(s.In) > 0 {
			things = t.inside(things, products)
		}
		for _, of := range things {
			f.heard[i] = true
			t.take(of, s.Vulnerability)
		}
	}
}

// spend counts the matches that a statement takes. It returns false where they are too many, which is reported once.
func (t *teller) spend(s *load.Statement, matches int) bool {
	if t.matches > t.limits.Matches {
		return false
	}
	if t.matches += matches; t.matches <= t.limits.Matches {
		return true
	}
	t.problems = append(t.problems, models.Problem{
		At: s.At, What: fmt.Sprintf("the statements on vulnerabilities are about more than %d things", t.limits.Matches), Remedy: "attach smaller files",
	})
	return false
}

// take notes what was said last.
func (t *teller) take(of int, v models.Vulnerability) {
	at, known := t.told[about{of, v.ID}]
	switch {
	case !known:
		t.told[about{of, v.ID}] = len(t.said)
		t.said, t.of = append(t.said, v), append(t.of, of)
	case at >= t.own:
		t.said[at] = v
	}
}

// index gathers what the component and its packages may be called.
func (t *teller) index() {
	t.called = map[string][]int{}
	c := &t.system.Components[t.at]
	add := func(of int, names ...string) {
		for _, name := range names {
			if list := t.called[name]; name != "" && (len(list) == 0 || list[len(list)-1] != of) {
				t.called[name] = append(list, of)
			}
		}
	}
	add(itself, string(c.ID))
	add(itself, identity.Names(c.Name.EN, &c.Identity)...)
	add(itself, c.Name.JA)
	if t.subject != nil {
		add(itself, identity.Names(t.subject.Name, &t.subject.Identity)...)
	}
	add(itself, t.refs[itself]...)
	for i := range c.Packages {
		add(i, identity.Names(c.Packages[i].Name, &c.Packages[i].Identity)...)
		add(i, t.refs[i]...)
		if part := c.Packages[i].Component; part != "" {
			add(i, string(part))
		}
	}
}

// named lists what any of some words means, ascending.
func (t *teller) named(words []string) []int {
	var out []int
	for _, word := range words {
		out = append(out, t.called[identity.Mention(word)]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inside keeps, of the things that a statement names, those that lie in one of the products that it names around them.
func (t *teller) inside(things, products []int) []int {
	if slices.Contains(products, itself) {
		return things
	}
	packages := t.system.Components[t.at].Packages
	return slices.DeleteFunc(things, func(i int) bool {
		return i == itself || !slices.ContainsFunc(products, func(p int) bool { return within(&packages[i], &packages[p]) })
	})
}

// within tells whether a package lies within another.
func within(p, around *models.Package) bool {
	n := len(around.Within)
	return len(p.Within) > n && p.Within[n] == around.Name && slices.Equal(p.Within[:n], around.Within)
}

// tell writes down what is known of the component's vulnerabilities and of its packages'.
func (t *teller) tell() {
	c := &t.system.Components[t.at]
	for i := t.own; i < len(t.said); i++ {
		if of := t.of[i]; of == itself {
			c.Vulnerabilities = append(c.Vulnerabilities, t.said[i])
		} else {
			c.Packages[of].Vulnerabilities = append(c.Packages[of].Vulnerabilities, t.said[i])
		}
	}
}
