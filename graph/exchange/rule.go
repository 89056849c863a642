package exchange

import (
	"math"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// Bits of the keys of a rule.
const (
	keyID = iota
	keyThen
	keyIf
	keyEffort
	keyProbability
	keyBlockedBy
	keyHardenedBy
)

var ruleKeyNames = []string{"id", "then", "if", "effort", "probability", "blocked_by", "hardened_by"}

func ruleKeys() models.Message {
	return models.Messagef("id, then, if, effort, probability, blocked_by and hardened_by")
}

// readRule reads one rule into the builder.
func (d *decoder) readRule(i int) {
	d.peek()
	start := d.here()
	d.rule = graph.Rule{If: d.rule.If[:0], BlockedBy: d.rule.BlockedBy[:0], HardenedBy: d.rule.HardenedBy[:0]}
	d.keys = 0
	before := len(d.problems)
	if d.peek() != '{' {
		d.mistyped(path("rules", i, ""), models.Messagef("an object with %s", ruleKeys()))
		return
	}
	d.object("", models.Message{}, func(key string, at place) { d.ruleKey(i, key, at) })
	if d.stopped {
		return
	}
	if d.keys>>keyID&1 == 0 || d.keys>>keyThen&1 == 0 {
		d.needs(d.keys>>keyID&1 != 0, start, path("rules", i, ""), "id")
		d.needs(d.keys>>keyThen&1 != 0, start, path("rules", i, ""), "then")
	}
	if len(d.problems) > before {
		return
	}
	if d.builder.HasRule(d.rule.ID) {
		d.tell(d.ruleAt, path("rules", i, "id"), models.Messagef("the rule %q is there already", d.rule.ID), models.Message{})
		return
	}
	d.builder.Rule(d.rule)
}

func (d *decoder) ruleKey(i int, key string, at place) {
	bit := slices.Index(ruleKeyNames, key)
	if bit < 0 {
		d.unknown(at, path("rules", i, ""), key, ruleKeys())
		return
	}
	if d.keys>>bit&1 != 0 {
		d.once(&d.keys, bit, at, path("rules", i, ""), key)
		return
	}
	d.keys |= 1 << bit
	switch bit {
	case keyID:
		d.rule.ID, d.ruleAt, _ = d.wordOf(i, key)
	case keyThen:
		d.rule.Then, _ = d.factOf(i, key)
	case keyIf:
		d.listOf(i, key, models.Messagef("an array of fact ids"), func() {
			if f, ok := d.factOf(i, key); ok {
				d.rule.If = append(d.rule.If, f)
			}
		})
	case keyEffort:
		d.peek()
		at := d.here()
		d.rule.Effort = d.numberOf(i, key, 0, math.MaxFloat64, models.Messagef("write a number from 0 up"))
		d.addUp(&d.efforts, d.rule.Effort, at, func() string { return path("rules", i, key) })
	case keyProbability:
		d.rule.Probability = d.numberOf(i, key, 0, 1, models.Messagef("write a number from 0 to 1"))
		d.rule.Never = d.rule.Probability == 0
	case keyBlockedBy:
		d.listOf(i, key, models.Messagef("an array of measure ids"), func() {
			if m, ok := d.measureOf(i, key); ok {
				d.rule.BlockedBy = append(d.rule.BlockedBy, m)
			}
		})
	case keyHardenedBy:
		d.listOf(i, key, models.Messagef("an array of hardenings"), func() { d.hardening(i) })
	}
}

// hardening reads one of a rule's hardenings.
func (d *decoder) hardening(i int) {
	d.peek()
	start := d.here()
	var h graph.Hardening
	var keys keySet
	measured := false
	d.object(path("rules", i, "hardened_by"), models.Messagef("measure, effort and probability"), func(key string, at place) {
		switch key {
		case "measure":
			if d.once(&keys, 0, at, path("rules", i, "hardened_by"), key) {
				h.Measure, measured = d.measureOf(i, "hardened_by")
				measured = true
			}
		case "effort":
			if d.once(&keys, 1, at, path("rules", i, "hardened_by"), key) {
				d.peek()
				start := d.here()
				h.Effort = d.numberOf(i, "hardened_by", 0, math.MaxFloat64, models.Messagef("write a number from 0 up"))
				d.addUp(&d.efforts, h.Effort, start, func() string { return path("rules", i, "hardened_by") })
			}
		case "probability":
			if d.once(&keys, 2, at, path("rules", i, "hardened_by"), key) {
				h.Probability = d.numberOf(i, "hardened_by", math.SmallestNonzeroFloat64, 1,
					models.Messagef("write a number above 0 and up to 1: hardening makes nothing impossible, blocked_by does"))
			}
		default:
			d.unknown(at, path("rules", i, "hardened_by"), key, models.Messagef("measure, effort and probability"))
		}
	})
	d.needs(measured, start, path("rules", i, "hardened_by"), "measure")
	for _, other := range d.rule.HardenedBy {
		if other.Measure == h.Measure && measured {
			d.tell(start, path("rules", i, "hardened_by"), models.Messagef("the measure hardens the rule already"), models.Messagef("leave one out"))
		}
	}
	d.rule.HardenedBy = append(d.rule.HardenedBy, h)
}

// addUp tells where numbers of one kind first add up to more than a number can hold: no set of them may.
func (d *decoder) addUp(sum *float64, x float64, at place, where func() string) {
	if math.IsInf(*sum, 1) {
		return
	}
	if *sum += x; math.IsInf(*sum, 1) {
		d.tell(at, where(), models.Messagef("with this, these numbers add up to more than a number can hold"), models.Messagef("count in a larger unit"))
	}
}

// The readers below make the path of a value only when something is wrong with it.

func (d *decoder) wordOf(i int, key string) (string, place, bool) {
	if next := d.peek(); next != '"' {
		return d.word(path("rules", i, key))
	}
	at := d.here()
	if !d.string() {
		return "", at, false
	}
	if len(d.text) == 0 {
		d.tell(at, path("rules", i, key), models.Messagef("is empty"), models.Messagef("write an id"))
		return "", at, false
	}
	return string(d.text), at, true
}

func (d *decoder) factOf(i int, key string) (graph.FactID, bool) {
	id, at, ok := d.wordOf(i, key)
	if !ok {
		return 0, false
	}
	f := d.builder.Fact(id)
	d.facts.mention(f, at)
	return f, true
}

func (d *decoder) measureOf(i int, key string) (graph.MeasureID, bool) {
	id, at, ok := d.wordOf(i, key)
	if !ok {
		return 0, false
	}
	m := d.builder.MeasureNamed(id)
	d.measures.mention(m, at)
	return m, true
}

func (d *decoder) numberOf(i int, key string, least, most float64, remedy models.Message) float64 {
	before := len(d.problems)
	x := d.number(key, least, most, remedy)
	if len(d.problems) > before && d.problems[before].Path == key {
		d.problems[before].Path = path("rules", i, key)
	}
	return x
}

func (d *decoder) listOf(i int, key string, what models.Message, each func()) {
	if d.peek() != '[' {
		d.mistyped(path("rules", i, key), what)
		return
	}
	d.array("", models.Message{}, func(int) { each() })
}
