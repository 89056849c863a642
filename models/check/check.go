package check

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// MaxProblems is how many problems are told before checking ends.
const MaxProblems = 1000

// System finds all that is wrong with a case under a catalog, in the order of its files and lines.
func System(system *models.System, catalog *models.Catalog) models.Problems {
	c := newChecker(system, catalog)
	for _, part := range []func(){
		c.head, c.ids, c.stakeholders, c.zones, c.components, c.passages, c.flows, c.data, c.fields, c.events, c.dependencies, c.conditions, c.effects,
		c.safeguards, c.profiles, c.measures, c.doubts, c.rest, c.origins,
	} {
		part()
	}
	return c.told()
}

// checker checks one part of the case after another.
type checker struct {
	system   *models.System
	catalog  *models.Catalog
	known    register
	view     *topology.View
	problems models.Problems
	untold   int // problems past the limit
}

func newChecker(system *models.System, catalog *models.Catalog) *checker {
	return &checker{system: system, catalog: catalog, known: newRegister(system, catalog), view: topology.New(system)}
}

// told returns the problems, with a word on those that are not told.
func (c *checker) told() models.Problems {
	out := c.problems.Sort()
	if c.untold > 0 {
		out = append(out, models.Problem{
			At:     models.Place{File: c.system.At.File},
			What:   models.Messagef("%d further problems are not told", c.untold),
			Remedy: models.Messagef("mend these first"),
		})
	}
	return out
}

// element is an element of the case that is being checked: where it stands, and how its path begins.
type element struct {
	at    models.Place
	list  string // the list that it stands in; "" for the case itself
	index int
	below string // the path within the element of what is being checked, ending in a dot where there is any
}

// path is the path of a field of the element.
func (e element) path(field string) string {
	if e.list == "" {
		return e.below + field
	}
	return fmt.Sprintf("%s[%d].%s%s", e.list, e.index, e.below, field)
}

// in is the same element for what lies below one of its fields.
func (e element) in(field string) element {
	e.below += field + "."
	return e
}

// report adds a problem with a field of an element.
func (c *checker) report(e element, field string, what, remedy models.Message) {
	if len(c.problems) >= MaxProblems {
		c.untold++
		return
	}
	c.problems = append(c.problems, models.Problem{At: e.at, Path: strings.TrimSuffix(e.path(field), "."), What: what, Remedy: remedy})
}

// ref reports an id that nothing has, and tells whether something has it. An empty one is left to the reader, and
// where an element of the sort has none, which the reader has told, nothing is said of ids that may be its own.
func ref[ID ~string](c *checker, e element, field string, id ID, in *ids) bool {
	if id == "" {
		return false
	}
	if in.has(string(id)) {
		return true
	}
	if !in.has("") {
		c.report(e, field, models.Messagef("there is no %s %s", in.noun, quote(string(id))), c.meant(string(id), in))
	}
	return false
}

// refs reports the ids of a list that nothing has, or that stand in it twice. each, where it is given, is called with
// the index of every id that something has.
func refs[ID ~string](c *checker, e element, field string, list []ID, in *ids, each func(i int)) {
	for i, id := range list {
		at := func() string { return fmt.Sprintf("%s[%d]", field, i) }
		switch {
		case id == "":
			c.report(e, at(), models.Messagef("the id is empty"), models.Messagef("remove it"))
		case !in.has(string(id)):
			ref(c, e, at(), id, in)
		case each != nil:
			each(i)
		}
	}
	for _, i := range repetitions(list) {
		c.report(e, fmt.Sprintf("%s[%d]", field, i), models.Messagef("%s is named twice", quote(string(list[i]))), models.Messagef("remove one"))
	}
}

// refsOr does the same where one word stands in for all ids; it stands alone, and nothing may be called like it.
func refsOr[ID ~string](c *checker, e element, field string, word ID, list []ID, in *ids, each func(i int)) {
	at := slices.Index(list, word)
	switch {
	case at < 0:
		refs(c, e, field, list, in, each)
	case in.has(string(word)):
		c.report(e, fmt.Sprintf("%s[%d]", field, at), models.Messagef("%s has a meaning of its own here, and a %s is called so", word, in.noun), models.Messagef("give that another id"))
	case len(list) > 1:
		c.report(e, fmt.Sprintf("%s[%d]", field, at), models.Messagef("%s stands beside others", word), models.Messagef("write it alone, or remove it"))
	}
}

// repetitions returns the indexes of the elements that stand earlier in the list, too.
func repetitions[T comparable](list []T) []int {
	const few = 16
	var out []int
	if len(list) <= few {
		for i := range list {
			if slices.Contains(list[:i], list[i]) {
				out = append(out, i)
			}
		}
		return out
	}
	seen := make(map[T]bool, len(list))
	for i, x := range list {
		if seen[x] {
			out = append(out, i)
		}
		seen[x] = true
	}
	return out
}

// id reports an id that is malformed.
func (c *checker) id(e element, id string) {
	if models.ValidID(id) {
		return
	}
	remedy := models.Messagef("write a lower-case letter, then lower-case letters, digits, - and _")
	if right := asID(id); models.ValidID(right) {
		remedy = models.Messagef("write %s", right)
	}
	c.report(e, "id", models.Messagef("%s is no identifier", quote(id)), remedy)
}

// asID makes an identifier of a name, as far as that is possible.
func asID(name string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r - 'A' + 'a'
		case r == ' ' || r == '.' || r == '/':
			return '-'
		}
		return r
	}, name), "-")
}

// amount reports what is no amount: below zero, infinite or not a number.
func (c *checker) amount(e element, field string, x *float64) {
	if x != nil && !(*x >= 0 && *x <= math.MaxFloat64) {
		c.report(e, field, models.Messagef("%g is no amount", *x), models.Messagef("write 0 or more"))
	}
}

// chance reports what is no probability.
func (c *checker) chance(e element, field string, p *float64) {
	if p != nil && !(*p >= 0 && *p <= 1) {
		c.report(e, field, models.Messagef("%g is no probability", *p), models.Messagef("write a number from 0 to 1"))
	}
}

// count reports a whole number below 0 or beyond the last; a range without end has last 0.
func (c *checker) count(e element, field string, n, last int) {
	switch {
	case last > 0 && (n < 0 || n > last):
		c.report(e, field, models.Messagef("%d is out of range", n), models.Messagef("write 0 to %d", last))
	case n < 0:
		c.report(e, field, models.Messagef("%d is out of range", n), models.Messagef("write 0 or more"))
	}
}

// quote shows a word of the user's on one line, long ones cut.
func quote(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
