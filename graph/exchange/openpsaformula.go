package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/graph"
)

// mostChoices is how many rules one atleast may take.
const mostChoices = 1_000_000

// job is a formula that is to conclude a fact.
type job struct {
	fact string
	e    *element
	of   *definition
}

// formula makes the rules that conclude a gate by its formula, and by those nested in it.
func (p *psa) formula(d *definition) {
	jobs := []job{{d.name, d.body.children[0], d}}
	for len(jobs) > 0 {
		j := jobs[len(jobs)-1]
		jobs = append(jobs[:len(jobs)-1], p.expand(j)...)
	}
}

// expand makes the rules of one formula and returns the jobs of those nested in it.
func (p *psa) expand(j job) []job {
	then := p.builder.Fact(j.fact)
	premises, jobs, ok := p.operands(j)
	if !ok {
		return nil
	}
	rule := func(part string, premises ...graph.FactID) {
		p.builder.Rule(graph.Rule{ID: j.fact + part, Then: then, If: premises})
	}
	switch j.e.tag {
	case "and":
		rule(" and", premises...)
	case "or":
		for i, f := range premises {
			rule(" or "+strconv.Itoa(i+1), f)
		}
	case "atleast", "cardinality":
		p.atLeast(j, premises)
	case "constant":
		if j.e.attr["value"] == "true" {
			rule(" true")
		}
	case "event", "gate", "basic-event", "house-event":
		rule(" is", premises...)
	default:
		p.tell(j.e.at, j.of.name, fmt.Sprintf("<%s> is not read: attack graphs are monotone", j.e.tag),
			"write and, or, atleast or an event")
	}
	return jobs
}

// operands returns the facts of a formula's operands; nested formulas get facts and jobs of their own.
func (p *psa) operands(j job) (facts []graph.FactID, jobs []job, ok bool) {
	list := j.e.children
	switch j.e.tag {
	case "event", "gate", "basic-event", "house-event":
		list = []*element{j.e}
	case "and", "or":
		if len(list) == 0 {
			p.tell(j.e.at, j.of.name, fmt.Sprintf("<%s> has no operand", j.e.tag), "")
			return nil, nil, false
		}
	}
	for i, e := range list {
		switch e.tag {
		case "event", "gate", "basic-event", "house-event":
			if f, ok := p.event(e, j.of); ok {
				facts = append(facts, f)
			}
		default:
			name := fmt.Sprintf("%s %s %d", j.fact, j.e.tag, i+1)
			facts = append(facts, p.builder.Fact(name))
			jobs = append(jobs, job{name, e, j.of})
		}
	}
	return facts, jobs, len(facts) == len(list)
}

// event returns the fact of a reference. An event that nothing defines is a basic event.
func (p *psa) event(e *element, of *definition) (graph.FactID, bool) {
	if !p.named(e) {
		return 0, false
	}
	name := e.attr["name"]
	d := p.resolve("", of.scope, name)
	switch {
	case d == nil && (e.tag == "event" || e.tag == "basic-event"):
		d = &definition{kind: "basic-event", name: name, at: e.at, body: e}
		p.defined[name] = d
		p.basic = append(p.basic, d)
	case d == nil || e.tag != "event" && d.kind != e.tag:
		p.tell(e.at, of.name, fmt.Sprintf("the %s %q is not defined", strings.ReplaceAll(e.tag, "-", " "), name), "")
		return 0, false
	}
	p.used[d.name] = p.used[d.name] || d != of
	return p.builder.Fact(d.name), true
}

// atLeast counts up through the operands: the fact "k of the first n" follows from "k of the first n-1", or from
// "k-1 of the first n-1" and the n-th. This takes k·n rules where listing the choices takes n over k.
func (p *psa) atLeast(j job, premises []graph.FactID) {
	least, err := strconv.Atoi(j.e.attr["min"])
	if err != nil || least < 0 || j.e.tag == "cardinality" || least > len(premises) {
		p.tell(j.e.at, j.of.name, fmt.Sprintf("<%s> of %d operands and min %q is not read", j.e.tag, len(premises), j.e.attr["min"]),
			"write a min from 0 to the number of operands")
		return
	}
	if rules := least * (len(premises) - least + 1); rules > mostChoices {
		p.tell(j.e.at, j.of.name, fmt.Sprintf("<atleast> of %d operands and min %d takes %d rules", len(premises), least, rules),
			"divide it into smaller gates")
		return
	}
	count := func(k, n int) graph.FactID {
		if k == least && n == len(premises) {
			return p.builder.Fact(j.fact)
		}
		return p.builder.Fact(fmt.Sprintf("%s %d of %d", j.fact, k, n))
	}
	for n := 0; n <= len(premises); n++ {
		for k := max(0, least-(len(premises)-n)); k <= min(least, n); k++ {
			id := fmt.Sprintf("%s %d of %d", j.fact, k, n)
			switch {
			case k == 0:
				p.builder.Rule(graph.Rule{ID: id, Then: count(0, n)})
				continue
			case k < n:
				p.builder.Rule(graph.Rule{ID: id + " without", Then: count(k, n), If: []graph.FactID{count(k, n-1)}})
			}
			p.builder.Rule(graph.Rule{ID: id + " with", Then: count(k, n), If: []graph.FactID{count(k-1, n-1), premises[n-1]}})
		}
	}
}
