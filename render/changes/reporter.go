package changes

import (
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// elementKey tells elements apart.
type elementKey struct {
	sort models.Sort
	id   string
}

// reporter is a difference with the language that it is told in.
type reporter struct {
	d      *models.Difference
	lang   models.Lang
	names  map[elementKey]models.Text
	states map[models.StateID]models.Text

	properties map[models.PropertyID]models.Text
}

func newReporter(d *models.Difference, lang models.Lang) *reporter {
	r := &reporter{d: d, lang: lang, names: map[elementKey]models.Text{}, states: map[models.StateID]models.Text{}, properties: map[models.PropertyID]models.Text{}}
	for _, e := range d.Names {
		r.names[elementKey{e.Type, e.ID}] = e.Name
	}
	for _, s := range d.Words.States {
		r.states[s.ID] = s.Name
	}
	for _, p := range d.Words.Properties {
		r.properties[p.ID] = p.Name
	}
	return r
}

func (r *reporter) say(t models.Text) string { return t.In(r.lang) }

func (r *reporter) fill(t models.Text, pairs ...string) string { return words.Fill(r.say(t), pairs...) }

func (r *reporter) list(items []string) string { return strings.Join(items, r.say(words.Comma)) }

// called is what people call an element, or its id.
func (r *reporter) called(sort models.Sort, id string) string {
	if name, known := r.names[elementKey{sort, id}]; known {
		return r.say(name)
	}
	return id
}

// longestName bounds how much of a name stands in a reference, in characters: a measure's name is its whole text.
const longestName = 40

// element names an element with its sort and id.
func (r *reporter) element(sort models.Sort, id string) string {
	pairs := []string{"sort", r.say(words.Sort(sort)), "id", id}
	name, known := r.names[elementKey{sort, id}]
	if !known {
		return r.fill(words.NamelessElement, pairs...)
	}
	return r.fill(words.NamedElement, append(pairs, "name", shortened(r.say(name), longestName))...)
}

func shortened(s string, most int) string {
	if all := []rune(s); len(all) > most {
		return string(all[:most]) + "…"
	}
	return s
}

// fact says what is in which state.
func (r *reporter) fact(f models.Fact, about models.Sort) string {
	state := string(f.State)
	if name, known := r.states[f.State]; known {
		state = r.say(name)
	}
	id, sort := f.Subject, models.Sort(about)
	switch about {
	case models.PropertySort:
		return r.fill(words.NamedFact, "subject", r.property(f.Subject), "state", state)
	case models.CauseSort:
		id, _, _ = strings.Cut(id, ".")
		sort = models.EffectSort
	}
	return r.fill(words.NamedFact, "subject", r.called(sort, id), "state", state)
}

// property says a property of an element, which is written with a point between.
func (r *reporter) property(written string) string {
	at := strings.LastIndexByte(written, '.')
	name, known := r.properties[models.PropertyID(written[at+1:])]
	if at < 0 || !known {
		return written
	}
	subject := written[:at]
	for _, sort := range models.Propertied() {
		if called, known := r.names[elementKey{sort, written[:at]}]; known {
			subject = r.say(called)
		}
	}
	return r.fill(words.PropertyOf, "subject", subject, "property", r.say(name))
}

// why says the reason of a change.
func (r *reporter) why(reason models.Reason) string {
	var list []string
	for _, e := range reason.Elements {
		sort, id, _ := strings.Cut(e, ":")
		list = append(list, r.element(models.Sort(sort), id))
	}
	if reason.Omitted > 0 {
		list = append(list, r.fill(words.AndSoManyMore, "n", strconv.Itoa(reason.Omitted)))
	}
	switch {
	case len(list) == 0:
		return r.say(words.BecauseOfTools)
	case reason.Fact == nil:
		return r.fill(words.BecauseOf, "elements", r.list(list))
	}
	return r.fill(words.BecauseOfStep, "fact", r.fact(*reason.Fact, reason.Type), "instance", reason.Instance, "elements", r.list(list))
}

// told is a line about one reading, before it is known whether the other one reads the same.
type told struct {
	Line
	reading models.ReadingID
	text    func(reading string) string
}

// once says what is the same in both readings once.
func (r *reporter) once(list []told) []Line {
	var out []Line
	said := make([]bool, len(list))
	for i, t := range list {
		if said[i] {
			continue
		}
		reading := r.say(words.Reading(t.reading))
		for j := i + 1; j < len(list); j++ {
			if other := list[j]; !said[j] && other.reading != t.reading && other.ID == t.ID && other.Turn == t.Turn && other.Why == t.Why && other.text("") == t.text("") {
				said[j] = true
				reading = r.fill(words.BothReadings, "first", reading, "second", r.say(words.Reading(other.reading)))
				break
			}
		}
		t.Text, t.ID = t.text(reading), t.ID+"/"+string(t.reading)
		out = append(out, t.Line)
	}
	return out
}
