package exchange

import (
	"fmt"
	"io"
	"math"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// AttackGraphFormat names the format of attack graph files.
const AttackGraphFormat = "harmpath/attack-graph/v1"

// ReadAttackGraph reads a file of the format harmpath/attack-graph/v1. Its parts may stand in any order.
// Ten million rules are read as they come; nothing of the text is kept.
func ReadAttackGraph(r io.Reader, name string) (*Document, error) {
	d := &decoder{scanner: newScanner(r, name), builder: graph.NewBuilder(), seen: map[string]bool{}}
	d.top()
	if err := d.result(); err != nil {
		return nil, err
	}
	g, err := d.builder.Build()
	if err != nil {
		return nil, err
	}
	return &Document{Graph: g, Goals: d.goals}, nil
}

// decoder reads one attack graph.
type decoder struct {
	*scanner
	builder  *graph.Builder
	facts    declared[graph.FactID]
	measures declared[graph.MeasureID]
	goals    []graph.FactID
	seen     map[string]bool // top-level keys
	rule     graph.Rule      // the one that is being read
	ruleAt   place           // its id
	keys     keySet          // of the object that is being read
	efforts  float64         // of all rules and hardenings
	costs    float64         // of all measures
}

// declared remembers which ids were declared, and where those that were not yet are mentioned first.
type declared[ID ~int32] struct {
	known []bool
	first []place
}

func (d *declared[ID]) mention(id ID, at place) {
	for int(id) >= len(d.known) {
		d.known = append(d.known, false)
		d.first = append(d.first, at)
	}
}

// declare says false when the id was declared before.
func (d *declared[ID]) declare(id ID, at place) bool {
	d.mention(id, at)
	fresh := !d.known[id]
	d.known[id] = true
	return fresh
}

// keySet are the keys of a small object that have been read.
type keySet uint

// once says false, and tells a problem, when a key comes again.
func (d *decoder) once(set *keySet, bit int, at place, path, key string) bool {
	if *set>>bit&1 != 0 {
		d.tell(at, path, models.Messagef("the key %q is there already", key), models.Messagef("leave one out"))
		d.skip()
		return false
	}
	*set |= 1 << bit
	return true
}

func (d *decoder) top() {
	start := d.here()
	d.object("", models.Messagef("format, facts, rules, measures and goals"), func(key string, at place) {
		if d.seen[key] {
			d.tell(at, key, models.Messagef("the key is there already"), models.Messagef("leave one out"))
			d.skip()
			return
		}
		d.seen[key] = true
		d.part(key, at)
	})
	if d.stopped {
		return
	}
	if d.peek() != 0 {
		d.unexpected(models.Messagef("nothing after the last }"))
		return
	}
	for _, key := range []string{"format", "facts", "rules"} {
		if !d.seen[key] {
			d.tell(start, "", models.Messagef("the key %q is missing", key), models.Message{})
		}
	}
	d.undeclared()
}

func (d *decoder) part(key string, at place) {
	switch key {
	case "format":
		if format, at, ok := d.word("format"); ok && format != AttackGraphFormat {
			d.tell(at, "format", models.Messagef("%q is not known", format), models.Messagef("write %q", AttackGraphFormat))
		}
	case "facts":
		d.array("facts", models.Messagef("an array of facts"), d.readFact)
	case "rules":
		d.array("rules", models.Messagef("an array of rules"), d.readRule)
	case "measures":
		d.array("measures", models.Messagef("an array of measures"), d.readMeasure)
	case "goals":
		d.readGoals()
	default:
		d.unknown(at, "", key, models.Messagef("format, facts, rules, measures and goals"))
	}
}

// unknown tells that a key has no meaning, and skips its value.
func (d *decoder) unknown(at place, path, key string, keys models.Message) {
	d.tell(at, path, models.Messagef("the key %q is not known", shorten([]byte(key))), models.Messagef("known are %s", keys))
	d.skip()
}

func (d *decoder) readFact(i int) {
	d.peek()
	start, named := d.here(), false
	var keys keySet
	d.object(path("facts", i, ""), models.Messagef("id and label"), func(key string, at place) {
		switch key {
		case "id":
			if !d.once(&keys, 0, at, path("facts", i, ""), key) {
				return
			}
			named = true
			if id, at, ok := d.word(path("facts", i, "id")); ok && !d.facts.declare(d.builder.Fact(id), at) {
				d.tell(at, path("facts", i, "id"), models.Messagef("the fact %q is there already", id), models.Message{})
			}
		case "label":
			d.label(&keys, 1, at, path("facts", i, ""))
		default:
			d.unknown(at, path("facts", i, ""), key, models.Messagef("id and label"))
		}
	})
	d.needs(named, start, path("facts", i, ""), "id")
}

func (d *decoder) label(keys *keySet, bit int, at place, path string) {
	if !d.once(keys, bit, at, path, "label") {
		return
	}
	if d.peek() != '"' {
		d.mistyped(path+".label", models.Messagef("a string"))
		return
	}
	d.string()
}

// needs tells that a key is missing.
func (d *decoder) needs(there bool, at place, path, key string) {
	if !there && !d.stopped {
		d.tell(at, path, models.Messagef("the key %q is missing", key), models.Message{})
	}
}

func (d *decoder) readMeasure(i int) {
	d.peek()
	start := d.here()
	m, named := graph.Measure{Cost: 1}, false
	var keys keySet
	var idAt place
	d.object(path("measures", i, ""), models.Messagef("id, cost and label"), func(key string, at place) {
		switch key {
		case "id":
			if d.once(&keys, 0, at, path("measures", i, ""), key) {
				named = true
				m.ID, idAt, _ = d.word(path("measures", i, "id"))
			}
		case "cost":
			if d.once(&keys, 1, at, path("measures", i, ""), key) {
				d.peek()
				start := d.here()
				m.Cost = d.number(path("measures", i, "cost"), 0, math.MaxFloat64, models.Messagef("write a number from 0 up"))
				d.addUp(&d.costs, m.Cost, start, func() string { return path("measures", i, "cost") })
			}
		case "label":
			d.label(&keys, 2, at, path("measures", i, ""))
		default:
			d.unknown(at, path("measures", i, ""), key, models.Messagef("id, cost and label"))
		}
	})
	d.needs(named, start, path("measures", i, ""), "id")
	if m.ID == "" || d.stopped {
		return
	}
	id := d.builder.MeasureNamed(m.ID)
	if !d.measures.declare(id, idAt) {
		d.tell(idAt, path("measures", i, "id"), models.Messagef("the measure %q is there already", m.ID), models.Message{})
		return
	}
	d.builder.Measure(m)
}

func (d *decoder) readGoals() {
	listed := map[graph.FactID]bool{}
	d.array("goals", models.Messagef("an array of fact ids"), func(i int) {
		id, at, ok := d.word(path("goals", i, ""))
		if !ok {
			return
		}
		f := d.builder.Fact(id)
		d.facts.mention(f, at)
		if listed[f] {
			d.tell(at, path("goals", i, ""), models.Messagef("the goal %q is there already", id), models.Messagef("leave one out"))
			return
		}
		listed[f] = true
		d.goals = append(d.goals, f)
	})
}

// undeclared tells the facts and measures that are mentioned and not declared.
func (d *decoder) undeclared() {
	for f, known := range d.facts.known {
		if !known {
			d.tell(d.facts.first[f], "", models.Messagef("the fact %q is not declared", d.builder.FactName(graph.FactID(f))),
				models.Messagef("add it to facts"))
		}
	}
	for m, known := range d.measures.known {
		if !known {
			d.tell(d.measures.first[m], "", models.Messagef("the measure %q is not declared", d.builder.MeasureName(graph.MeasureID(m))),
				models.Messagef("add it to measures"))
		}
	}
}

// path names a value: facts[3].id.
func path(list string, i int, key string) string {
	if key == "" {
		return fmt.Sprintf("%s[%d]", list, i)
	}
	return fmt.Sprintf("%s[%d].%s", list, i, key)
}
