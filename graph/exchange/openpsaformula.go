package exchange

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
)

// An event is a basic event as it goes into the graph.
type event struct {
	name string
	of   ref
	quantity
	unstated string // why its probability is not known; "": it is
}

// occur makes an event of a definition; why says what is missing where nobody states its probability.
func (p *psa) occur(d *definition, q quantity, why string) ref {
	if q.timed {
		why = "needs the mission time"
	}
	e := event{name: d.fact, quantity: q, of: p.formulas.add(node{op: occurs, name: d.fact}), unstated: why}
	p.events = append(p.events, e)
	return e.of
}

// basicEvent makes an event of a basic event that is in no common cause group.
func (p *psa) basicEvent(d *definition) {
	q, why := quantity{x: 1}, ""
	switch {
	case d.group != nil:
		return
	case len(d.body) > 1:
		p.tell(d.at, d.fact, models.Messagef("the event has %d expressions", len(d.body)), models.Messagef("write one"))
		return
	case len(d.body) == 1:
		if q = p.probability(d.body[0], d); q.wrong {
			return
		}
	default:
		why = "has no probability"
	}
	p.of[d] = p.occur(d, q, why)
}

// house takes a house event for the constant that it is; one without a value is false.
func (p *psa) house(d *definition) {
	p.of[d] = falseRef
	for _, e := range d.body {
		value, known := boolean(e.attr["value"])
		if e.tag != "constant" || !known {
			p.tell(e, d.fact, models.Messagef("<%s value=%q> is no value of a house event", e.tag, e.attr["value"]), models.Messagef(`write <constant value="true"/> or <constant value="false"/>`))
		}
		if value {
			p.of[d] = trueRef
		}
	}
	if len(d.body) > 1 {
		p.tell(d.at, d.fact, models.Messagef("the house event has %d values", len(d.body)), models.Messagef("write one"))
	}
}

// reference says whether an element names an event or a gate.
func reference(tag string) bool {
	switch tag {
	case "event", "gate", "basic-event", "house-event":
		return true
	}
	return false
}

// gate makes the formula of a gate; those of the gates in it are made.
func (p *psa) gate(d *definition) {
	if len(d.body) != 1 {
		return
	}
	order := []*element{d.body[0]}
	name := map[*element]string{d.body[0]: d.fact}
	for next := 0; next < len(order); next++ {
		e := order[next]
		for i, operand := range e.children {
			name[operand] = fmt.Sprintf("%s %s %d", name[e], e.tag, i+1)
		}
		order = append(order, e.children...)
	}
	value := make(map[*element]ref, len(order))
	for _, e := range slices.Backward(order) {
		of := make([]ref, len(e.children))
		for i, operand := range e.children {
			of[i] = value[operand]
		}
		value[e] = p.combine(e, d, name[e], of)
	}
	p.of[d] = p.formulas.own(d.fact, value[d.body[0]])
}

// combine makes the formula of an element from those of its operands. As the standard has it, xor and iff of several
// operands are taken two by two; nand and nor are the negations of and and or.
func (p *psa) combine(e *element, d *definition, name string, of []ref) ref {
	if reference(e.tag) {
		if meant := p.meant[e]; meant != nil {
			return p.of[meant]
		}
		return falseRef // a problem was told
	}
	least, most := arity(e.tag)
	switch {
	case most == 0:
		p.tell(e, d.fact, models.Messagef("<%s> is no connective of a gate", e.tag), models.Messagef("write and, or, not, xor, iff, nand, nor, imply, atleast, cardinality, a constant or an event"))
		return falseRef
	case len(of) == 0 && least > 0:
		p.tell(e, d.fact, models.Messagef("<%s> has no operand", e.tag), models.Message{})
		return falseRef
	case len(of) < least || len(of) > most:
		p.tell(e, d.fact, models.Messagef("<%s> has %d operands", e.tag, len(of)), models.Messagef("write %d", least))
		return falseRef
	}
	f := &p.formulas
	switch e.tag {
	case "and":
		return f.and(name, of)
	case "or":
		return f.or(name, of)
	case "not":
		return of[0] ^ 1
	case "nand":
		return f.and(name, of) ^ 1
	case "nor":
		return f.or(name, of) ^ 1
	case "imply":
		return f.or(name, []ref{of[0] ^ 1, of[1]})
	case "xor":
		return f.xor(name, of)
	case "iff":
		return f.xor(name, of) ^ ref((len(of)+1)%2)
	case "atleast":
		return p.counted(e, d, name, of)
	case "cardinality":
		return p.between(e, d, name, of)
	}
	value, known := boolean(e.attr["value"])
	if !known {
		p.tell(e, d.fact, models.Messagef("%q is no truth value", e.attr["value"]), models.Messagef("write true or false"))
	}
	if value {
		return trueRef
	}
	return falseRef
}

// arity returns how many operands a connective may have; most is 0 for what is none.
func arity(tag string) (least, most int) {
	const any = int(^uint(0) >> 1)
	switch tag {
	case "and", "or", "nand", "nor", "xor", "iff", "atleast", "cardinality":
		return 1, any
	case "not":
		return 1, 1
	case "imply":
		return 2, 2
	case "constant":
		return 0, 1
	}
	return 0, 0
}

// counted is the connective atleast.
func (p *psa) counted(e *element, d *definition, name string, of []ref) ref {
	least, err := strconv.Atoi(e.attr["min"])
	if err != nil || least < 0 || least > len(of) {
		p.tell(e, d.fact, models.Messagef("<atleast> of %d operands and min %q is not read", len(of), e.attr["min"]),
			models.Messagef("write a min from 0 to the number of operands"))
		return falseRef
	}
	if !p.fits(e, d, len(of), least) {
		return falseRef
	}
	return p.formulas.atLeast(name, of, least)
}

// between is the connective cardinality: at least min and at most max.
func (p *psa) between(e *element, d *definition, name string, of []ref) ref {
	least, wrong := strconv.Atoi(e.attr["min"])
	most, err := strconv.Atoi(e.attr["max"])
	if wrong != nil || err != nil || least < 0 || most < least || most > len(of) {
		p.tell(e, d.fact, models.Messagef("<cardinality> of %d operands, min %q and max %q is not read", len(of), e.attr["min"], e.attr["max"]),
			models.Messagef("write a min and a max from 0 to the number of operands"))
		return falseRef
	}
	if !p.fits(e, d, len(of), least) || !p.fits(e, d, len(of), most+1) {
		return falseRef
	}
	f := &p.formulas
	return f.and(name, []ref{f.atLeast(name+" at least", of, least), f.atLeast(name+" more", of, most+1) ^ 1})
}

// mostChoices is how many rules one atleast may take, and mostCounted how many all of a model may.
const (
	mostChoices = 1_000_000
	mostCounted = 10 * mostChoices
)

// fits says whether counting up to so many operands takes few enough rules.
func (p *psa) fits(e *element, d *definition, operands, least int) bool {
	rules := least * (operands - least + 1)
	p.counting += rules
	if rules > mostChoices || p.counting > mostCounted {
		p.tell(e, d.fact, models.Messagef("<%s> counts up to %d of %d operands, which takes %d rules, with those before it %d", e.tag, least, operands, rules, p.counting),
			models.Messagef("divide it into smaller gates"))
		return false
	}
	return true
}
