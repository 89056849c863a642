package exchange

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// definition is an event, a gate, a parameter or a common cause group with what defines it.
type definition struct {
	kind  kind
	name  string
	fact  string // its name in the graph: the name of what is public, else the full path
	scope string // fault tree and components that it stands in, each followed by a point
	at    *element
	body  []*element
	group *definition // the common cause group that a basic event is a member of
}

// kind is what can be defined, as tags name it.
type kind string

const (
	gateKind      kind = "gate"
	basicKind     kind = "basic-event"
	houseKind     kind = "house-event"
	parameterKind kind = "parameter"
	groupKind     kind = "CCF-group"
)

// words names a kind for people.
func (k kind) words() models.Message {
	switch k {
	case gateKind:
		return models.Messagef("gate")
	case basicKind:
		return models.Messagef("basic event")
	case houseKind:
		return models.Messagef("house event")
	case parameterKind:
		return models.Messagef("parameter")
	case groupKind:
		return models.Messagef("CCF group")
	}
	return models.Foreign(strings.ReplaceAll(string(k), "-", " "))
}

// scopes are the definitions of a model and the names that they go by. Events and gates share one space of names,
// parameters have one of their own, groups another.
type scopes struct {
	gates, basic, houses, values, groups []*definition

	declared bool                   // files define basic events: what they do not define is none
	full     map[string]*definition // by full path
	public   map[string]*definition // by name
	facts    map[string]*definition // by name in the graph
	near     map[kind][]string      // names as they are compared; nil: not gathered yet
	spelt    map[string]string      // a compared name → as it is written
}

func newScopes() *scopes {
	return &scopes{full: map[string]*definition{}, public: map[string]*definition{}, facts: map[string]*definition{},
		near: map[kind][]string{}, spelt: map[string]string{}}
}

// space begins the keys of kinds that have names of their own.
func (k kind) space() string {
	switch k {
	case parameterKind, groupKind:
		return string(k) + " "
	}
	return ""
}

// within returns the path of the fault tree and components among elements that stand in each other, and whether the
// last one is private: as the innermost that says so.
func within(open []*element) (path string, private bool) {
	for _, e := range open {
		if e.tag == "define-fault-tree" || e.tag == "define-component" {
			path += e.attr["name"] + "."
		}
		if role := e.attr["role"]; role != "" {
			private = role == "private"
		}
	}
	return path, private
}

// define keeps a definition.
func (p *psa) define(e *element, open []*element) {
	k := kind(strings.TrimPrefix(e.tag, "define-"))
	list := p.scopes.list(k)
	if list == nil || !p.named(e) {
		return
	}
	scope, private := within(append(slices.Clip(open), e))
	d := &definition{kind: k, name: e.attr["name"], scope: scope, at: e, body: e.children}
	d.fact = d.name
	if private {
		d.fact = scope + d.name
	}
	earlier := p.scopes.add(d, private)
	switch {
	case earlier == nil:
		*list = append(*list, d)
	case earlier.kind == k && (k == basicKind || k == houseKind) && len(d.body) == 0:
		// declared again without a value
	case earlier.kind == k && (k == basicKind || k == houseKind) && len(earlier.body) == 0:
		earlier.body = d.body // declared in a fault tree, its value is model data
	default:
		p.tell(e, d.fact, models.Messagef("is defined already, at %s", p.where(earlier.at)), models.Messagef("leave one out, or make them private to different components"))
	}
}

// list returns where definitions of a kind are kept, nil where it is none.
func (s *scopes) list(k kind) *[]*definition {
	switch k {
	case gateKind:
		return &s.gates
	case basicKind:
		return &s.basic
	case houseKind:
		return &s.houses
	case parameterKind:
		return &s.values
	case groupKind:
		return &s.groups
	}
	return nil
}

// add makes a definition known by its names. It returns the one that has a name of it already, which is then known by
// the new one's full path, too.
func (s *scopes) add(d *definition, private bool) (earlier *definition) {
	space := d.kind.space()
	earlier = s.facts[space+d.fact]
	if other := s.full[space+d.scope+d.name]; earlier == nil {
		earlier = other
	}
	if other := s.public[space+d.name]; earlier == nil && !private {
		earlier = other
	}
	known := d
	if earlier != nil {
		known = earlier
	}
	s.full[space+d.scope+d.name], s.facts[space+d.fact] = known, known
	if !private {
		s.public[space+d.name] = known
	}
	return earlier
}

// where writes a place down.
func (p *psa) where(e *element) string {
	return fmt.Sprintf("%s:%d:%d", p.inputs[e.file].Name, e.at.line, e.at.column)
}

// named tells when an element has no name, or one that is no identifier.
func (p *psa) named(e *element) bool {
	name := e.attr["name"]
	if name == "" || strings.ContainsAny(name, " \t\r\n") {
		p.tell(e, "", models.Messagef("%q is no name of a <%s>", name, e.tag), models.Messagef("write one without spaces"))
		return false
	}
	return true
}

// resolve finds what a name means in a scope: by its path from there or from a container around it, so that
// what is private is found inside its container; then by its full path; then what is public by its name alone.
func (s *scopes) resolve(space, scope, name string) *definition {
	for {
		if d := s.full[space+scope+name]; d != nil {
			return d
		}
		if scope == "" {
			return s.public[space+name]
		}
		scope = scope[:strings.LastIndexByte(scope[:len(scope)-1], '.')+1]
	}
}

// event returns what a reference to an event or a gate means. Where no file defines a basic event, events need no
// definition, as the standard has it; else one that is not defined is a mistake.
func (p *psa) event(e *element, of *definition) *definition {
	if !p.named(e) {
		return nil
	}
	name, wanted := e.attr["name"], kind(e.tag)
	if e.tag == "event" {
		wanted = kind(e.attr["type"])
	}
	d := p.scopes.resolve("", of.scope, name)
	switch {
	case d != nil && wanted != "" && d.kind != wanted:
		p.tell(e, of.fact, models.Messagef("%q is a %s, no %s", name, d.kind.words(), wanted.words()), models.Messagef("write <%s name=%q/>", d.kind, name))
		return nil
	case d != nil:
		return d
	case (wanted == "" || wanted == basicKind) && !p.scopes.declared:
		d = &definition{kind: basicKind, name: name, fact: name, at: e}
		p.scopes.add(d, false)
		p.scopes.basic = append(p.scopes.basic, d)
		return d
	}
	what := models.Messagef("event")
	if wanted != "" {
		what = wanted.words()
	}
	p.tell(e, of.fact, models.Messagef("the %s %q is defined nowhere", what, name), p.scopes.meant(name, wanted))
	return nil
}

// meant returns the remedy for a name that is defined nowhere: the nearest one that could be meant.
func (s *scopes) meant(name string, wanted kind) models.Message {
	names, gathered := s.near[wanted]
	if !gathered {
		for _, key := range slices.Sorted(maps.Keys(s.full)) {
			if d := s.full[key]; d.kind == wanted || wanted == "" && d.kind.space() == "" {
				for _, spelt := range []string{d.fact, strings.TrimPrefix(key, wanted.space())} {
					s.spelt[strings.ToLower(spelt)] = spelt
					names = append(names, strings.ToLower(spelt))
				}
			}
		}
		slices.Sort(names)
		names = slices.Compact(names)
		s.near[wanted] = names
	}
	if near := models.Nearest(name, names); near != "" {
		return models.Messagef("did you mean %s?", s.spelt[near])
	}
	return models.Messagef("define it, or give the file that does, too")
}
