package query

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// place is what a word of a question means.
type place struct {
	profile     models.ProfileID
	effect      models.EffectID
	compromises []models.Fact // the facts that it stands for at an end of an attack
	on          matcher       // the facts that it stands for on the way
}

// matcher picks facts.
type matcher struct {
	facts    map[models.Fact]bool
	subjects map[subject]bool // every fact about these
}

type subject struct {
	of models.Sort
	id string
}

// reader turns the words of a question into places.
type reader struct {
	system   *models.System
	catalog  *models.Catalog
	problems models.Problems
}

func (r *reader) refuse(flag, word string, what, remedy models.Message) {
	path := flag
	if word != "" {
		path += " " + word
	}
	r.problems = append(r.problems, models.Problem{At: models.Place{File: "argument"}, Path: path, What: what, Remedy: remedy})
}

// facts returns what some words stand for on the way.
func (r *reader) facts(list []string, flag string) matcher {
	out := matcher{facts: map[models.Fact]bool{}, subjects: map[subject]bool{}}
	for _, word := range list {
		p, known := r.place(word, flag)
		if known && p.profile != "" {
			r.refuse(flag, word, models.Messagef("a profile is where an attack begins, not where it passes"), models.Messagef("name it with --from, or leave it out there"))
			continue
		}
		for f := range p.on.facts { // into a set
			out.facts[f] = true
		}
		for s := range p.on.subjects { // into a set
			out.subjects[s] = true
		}
	}
	return out
}

// place reads one word.
func (r *reader) place(word, flag string) (place, bool) {
	if strings.Contains(word, "(") {
		return r.state(word, flag)
	}
	sort, id, prefixed := strings.Cut(word, ":")
	if !prefixed {
		return r.element(word, flag)
	}
	switch sort {
	case "kind":
		return r.components(word, flag, models.Messagef("kind"), id, r.kinds(), func(c *models.Component) bool { return r.catalog.IsA(c.Kind, models.KindID(id)) })
	case "zone", "trust_zone":
		view := topology.New(r.system)
		return r.components(word, flag, models.Messagef("trust zone"), id, r.ids(models.ZoneSort), func(c *models.Component) bool { return view.InZone(c.Zone, models.ZoneID(id)) })
	case "flow":
		sort = string(models.FlowSort)
	}
	if !slices.Contains(placeSorts(), models.Sort(sort)) {
		r.refuse(flag, word, models.Messagef("there is no sort of place %s", sort), models.Meant(sort, []string{"component", "dataflow", "data", "effect", "profile", "kind", "zone"}))
		return place{}, false
	}
	if !slices.Contains(r.ids(models.Sort(sort)), id) {
		r.refuse(flag, word, models.Messagef("there is no %s %s", models.Foreign(sort), id), models.Meant(id, r.ids(models.Sort(sort))))
		return place{}, false
	}
	return r.of(models.Sort(sort), id), true
}

// placeSorts are the sorts of elements that a place can be.
func placeSorts() []models.Sort {
	return []models.Sort{models.ComponentSort, models.FlowSort, models.DataSort, models.EffectSort, models.ProfileSort}
}

// element finds an element by its id alone.
func (r *reader) element(id, flag string) (place, bool) {
	var sorts []models.Sort
	var known []string
	for _, sort := range placeSorts() {
		ids := r.ids(sort)
		known = append(known, ids...)
		if slices.Contains(ids, id) {
			sorts = append(sorts, sort)
		}
	}
	switch len(sorts) {
	case 0:
		r.refuse(flag, id, models.Messagef("nothing in the model has this id"), models.Meant(id, known))
		return place{}, false
	case 1:
		return r.of(sorts[0], id), true
	}
	r.refuse(flag, id, models.Messagef("several elements have this id"), models.Messagef("write %s:%s or %s:%s", string(sorts[0]), id, string(sorts[1]), id))
	return place{}, false
}

// of is the place that an element is.
func (r *reader) of(sort models.Sort, id string) place {
	switch sort {
	case models.ProfileSort:
		return place{profile: models.ProfileID(id)}
	case models.EffectSort:
		return place{
			effect: models.EffectID(id), compromises: []models.Fact{{State: "occurred", Subject: id}},
			on: matcher{subjects: map[subject]bool{{models.EffectSort, id}: true}},
		}
	}
	of := models.Sort(sort)
	return place{compromises: r.compromises(of, id), on: matcher{subjects: map[subject]bool{{of, id}: true}}}
}

// compromises are the facts that say that something is compromised; of a network, that it is reached.
func (r *reader) compromises(of models.Sort, id string) []models.Fact {
	if of == models.ComponentSort {
		at := slices.IndexFunc(r.system.Components, func(c models.Component) bool { return string(c.ID) == id })
		if r.catalog.IsA(r.system.Components[at].Kind, models.NetworkKind) {
			return []models.Fact{{State: "reached", Subject: id}}
		}
	}
	var out []models.Fact
	for _, s := range r.catalog.States {
		if s.Of == of && s.Compromise {
			out = append(out, models.Fact{State: s.ID, Subject: id})
		}
	}
	return out
}

// state reads a word of the form state(subject).
func (r *reader) state(word, flag string) (place, bool) {
	f, err := models.ParseFact(word)
	if err != nil {
		r.refuse(flag, word, models.MessageOf(err), models.Message{})
		return place{}, false
	}
	s := r.catalog.State(f.State)
	if s == nil {
		var known []string
		for _, each := range r.catalog.States {
			known = append(known, string(each.ID))
		}
		r.refuse(flag, word, models.Messagef("there is no state %s", string(f.State)), models.Meant(string(f.State), known))
		return place{}, false
	}
	if ids := r.ids(models.Sort(s.Of)); ids != nil && !slices.Contains(ids, f.Subject) {
		r.refuse(flag, word, models.Messagef("there is no %s %s", models.Foreign(string(s.Of)), f.Subject), models.Meant(f.Subject, ids))
		return place{}, false
	}
	return place{compromises: []models.Fact{f}, on: matcher{facts: map[models.Fact]bool{f: true}}}, true
}

// components is the place that all components of some sort are together.
func (r *reader) components(word, flag string, what models.Message, id string, known []string, belongs func(*models.Component) bool) (place, bool) {
	if !slices.Contains(known, id) {
		r.refuse(flag, word, models.Messagef("there is no %s %s", what, id), models.Meant(id, known))
		return place{}, false
	}
	out := place{on: matcher{subjects: map[subject]bool{}}}
	for i := range r.system.Components {
		c := &r.system.Components[i]
		if belongs(c) {
			out.compromises = append(out.compromises, r.compromises(models.ComponentSort, string(c.ID))...)
			out.on.subjects[subject{models.ComponentSort, string(c.ID)}] = true
		}
	}
	if len(out.compromises) == 0 {
		r.refuse(flag, word, models.Messagef("the model has no component of the %s %s", what, id), models.Message{})
		return place{}, false
	}
	return out, true
}

func (r *reader) kinds() []string {
	var out []string
	for _, k := range r.catalog.Kinds {
		out = append(out, string(k.ID))
	}
	return out
}

// ids lists the ids of the elements of one sort; of effects, those that follow from the data too.
func (r *reader) ids(sort models.Sort) []string {
	var out []string
	for _, e := range r.system.Elements() {
		if e.Type == sort {
			out = append(out, e.ID)
		}
	}
	if sort == models.EffectSort {
		for _, e := range ground.Disclosures(r.system, r.catalog) {
			out = append(out, string(e.ID))
		}
	}
	return out
}

// fresh returns an id that nothing in the model has.
func (r *reader) fresh(id string) string {
	taken := map[string]bool{}
	for _, e := range r.system.Elements() {
		taken[e.ID] = true
	}
	free := id
	for n := 2; taken[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	return free
}

// named puts what some words name behind a head.
func (r *reader) named(head models.Text, list []string) models.Text {
	var ja, en []string
	for _, word := range list {
		name := models.Plain(word)
		_, id, _ := strings.Cut(word, ":")
		for _, e := range r.system.Elements() {
			if (e.ID == word || e.ID == id) && !e.Name.Empty() {
				name = e.Name
			}
		}
		ja, en = append(ja, name.In(models.Japanese)), append(en, name.In(models.English))
	}
	return models.Text{JA: head.JA + "（" + strings.Join(ja, "、") + "）", EN: head.EN + " (" + strings.Join(en, ", ") + ")"}
}
