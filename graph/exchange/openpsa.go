package exchange

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// ReadOpenPSA reads the fault trees of a file in the Open-PSA Model Exchange Format (version 2.0d and
// later): gates of and, or, atleast and nested formulas, house events, basic events with a constant, an
// exponential law or a named parameter, in fault trees and model data. A gate becomes a fact, a basic event a
// fact with one counted rule of effort 1, so that the effort of a set is its order; an event without a
// probability is certain. Every gate that no other uses is a goal. Attack graphs are monotone: not, xor and
// iff, common cause groups and event trees are problems.
func ReadOpenPSA(r io.Reader, name string) (*Document, error) {
	p := &psa{name: name, builder: graph.NewBuilder(), defined: map[string]*definition{}, used: map[string]bool{}}
	input := &source{Reader: r}
	p.decoder = xml.NewDecoder(input)
	p.decoder.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("the encoding %q is not UTF-8", label)
	}
	whole := p.read()
	if input.failed != nil {
		return nil, fmt.Errorf("read %s: %w", name, input.failed)
	}
	if whole {
		p.emit()
	}
	if err := p.problems.Sort().Err(); err != nil {
		return nil, err
	}
	g, err := p.builder.Build()
	if err != nil {
		return nil, err
	}
	return &Document{Graph: g, Goals: p.goals}, nil
}

// psa reads one Open-PSA file: first into elements, then into a graph.
type psa struct {
	name     string
	decoder  *xml.Decoder
	builder  *graph.Builder
	problems models.Problems

	gates   []*definition
	basic   []*definition
	houses  []*definition
	values  []*definition // parameters
	defined map[string]*definition
	used    map[string]bool
	goals   []graph.FactID
}

// definition is an event, a gate or a parameter with what defines it.
type definition struct {
	kind, name string
	scope      string // fault tree and components that it stands in, each followed by a point
	at         place
	body       *element
}

// parameters have names of their own: this begins their keys.
const parameters = "parameter "

// element is one XML element without what is of no use here.
type element struct {
	tag      string
	attr     map[string]string
	children []*element
	at       place
}

// source remembers why it failed, which the decoder does not tell from bad syntax.
type source struct {
	io.Reader
	failed error
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		s.failed = err
	}
	return n, err
}

// here is the end of what the decoder has read; columns count bytes.
func (p *psa) here() place {
	line, column := p.decoder.InputPos()
	return place{int32(line), int32(max(1, column))}
}

func (p *psa) tell(at place, path, what, remedy string) {
	if len(p.problems) < mostProblems {
		p.problems = append(p.problems, models.Problem{Path: path, What: what, Remedy: remedy,
			At: models.Place{File: p.name, Line: int(at.line), Column: int(at.column)}})
	}
}

// read walks the elements with a stack of its own and keeps the definitions; it says whether it came to the
// end.
func (p *psa) read() bool {
	var open []*element
	inside := false
	for len(p.problems) < mostProblems {
		at := p.here()
		token, err := p.decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			p.tell(p.here(), "", p.syntax(err), "")
			return false
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) >= deepest {
				p.tell(at, "", fmt.Sprintf("elements are nested deeper than %d", deepest), "")
				return false
			}
			e := &element{tag: t.Name.Local, at: at, attr: attributes(t)}
			inside = p.enter(e, open) || inside
			open = append(open, e)
		case xml.EndElement:
			e := open[len(open)-1]
			open = open[:len(open)-1]
			p.leave(e, open)
		}
	}
	if !inside && len(p.problems) == 0 {
		p.tell(place{1, 1}, "", "there is no fault tree", "write <opsa-mef><define-fault-tree name=\"…\">…")
		return false
	}
	return true
}

func (p *psa) syntax(err error) string {
	var s *xml.SyntaxError
	if errors.As(err, &s) {
		return s.Msg
	}
	return err.Error()
}

func attributes(t xml.StartElement) map[string]string {
	out := make(map[string]string, len(t.Attr))
	for _, a := range t.Attr {
		out[a.Name.Local] = a.Value
	}
	return out
}

// enter checks an element's place; it says whether it is a fault tree.
func (p *psa) enter(e *element, open []*element) bool {
	if len(open) == 0 && e.tag != "opsa-mef" {
		p.tell(e.at, "", fmt.Sprintf("the file begins with <%s>", e.tag), "write <opsa-mef>")
	}
	switch e.tag {
	case "define-event-tree", "define-initiating-event", "define-CCF-group", "define-alignment", "define-substitution":
		p.tell(e.at, e.attr["name"], fmt.Sprintf("<%s> is not read: only fault trees are", e.tag), "leave it out")
	case "include":
		p.tell(e.at, "", "other files are not included", "write their definitions here")
	case "label", "attributes", "opsa-mef", "define-fault-tree", "model-data", "define-component",
		"define-gate", "define-basic-event", "define-house-event", "define-parameter":
	default:
		if len(open) > 0 && container(open[len(open)-1].tag) {
			p.tell(e.at, e.attr["name"], fmt.Sprintf("<%s> is not known here", e.tag), "write a definition of a gate, an event or a parameter")
		}
	}
	return e.tag == "define-fault-tree"
}

// container says whether an element holds definitions alone.
func container(tag string) bool {
	switch tag {
	case "opsa-mef", "define-fault-tree", "model-data", "define-component":
		return true
	}
	return false
}

// leave keeps a finished element where it is of use.
func (p *psa) leave(e *element, open []*element) {
	switch e.tag {
	case "label", "attributes", "attribute":
		return
	case "define-gate":
		p.define(&p.gates, "gate", e, open)
	case "define-basic-event":
		p.define(&p.basic, "basic-event", e, open)
	case "define-house-event":
		p.define(&p.houses, "house-event", e, open)
	case "define-parameter":
		p.define(&p.values, "parameter", e, open)
	case "opsa-mef", "define-fault-tree", "model-data", "define-component":
	default:
		if len(open) > 0 {
			open[len(open)-1].children = append(open[len(open)-1].children, e)
		}
	}
}

func (p *psa) define(list *[]*definition, kind string, e *element, open []*element) {
	d := &definition{kind: kind, name: e.attr["name"], scope: within(open), at: e.at, body: e}
	if !p.named(e) {
		return
	}
	if e.attr["role"] == "private" {
		d.name = d.scope + d.name
	}
	key := d.name
	if kind == "parameter" {
		key = parameters + d.name
	}
	earlier := p.defined[key]
	switch {
	case earlier == nil:
		p.defined[key] = d
		*list = append(*list, d)
	case earlier.kind == kind && kind == "basic-event" && len(e.children) == 0:
		// declared again without a value
	case earlier.kind == kind && kind == "basic-event" && len(earlier.body.children) == 0:
		earlier.body = e // declared in a fault tree, its value is model data
	default:
		p.tell(e.at, d.name, "is defined already", "")
	}
}

// named tells when an element has no name, or one that is no identifier.
func (p *psa) named(e *element) bool {
	name := e.attr["name"]
	if name == "" || strings.ContainsAny(name, " \t\r\n") {
		p.tell(e.at, "", fmt.Sprintf("%q is no name of a <%s>", name, e.tag), "write one without spaces")
		return false
	}
	return true
}

// resolve finds what a name of a sort means in a scope: what is private there or around it, then what is
// public.
func (p *psa) resolve(sort, scope, name string) *definition {
	for {
		if d := p.defined[sort+scope+name]; d != nil {
			return d
		}
		if scope == "" {
			return nil
		}
		scope = scope[:strings.LastIndexByte(scope[:len(scope)-1], '.')+1]
	}
}

// within is the path of the fault tree and components that hold a private element.
func within(open []*element) string {
	path := ""
	for _, e := range open {
		if e.tag == "define-fault-tree" || e.tag == "define-component" {
			path += e.attr["name"] + "."
		}
	}
	return path
}

// emit turns the definitions into facts and rules.
func (p *psa) emit() {
	for _, d := range p.gates {
		if len(d.body.children) != 1 {
			p.tell(d.at, d.name, fmt.Sprintf("the gate has %d formulas", len(d.body.children)), "write one")
			continue
		}
		p.formula(d)
	}
	for _, d := range p.basic {
		p.basicEvent(d)
	}
	for _, d := range p.houses {
		if p.constant(d) {
			p.builder.Rule(graph.Rule{ID: "house " + d.name, Then: p.builder.Fact(d.name)})
		}
	}
	for _, d := range p.gates {
		if !p.used[d.name] {
			p.goals = append(p.goals, p.builder.Fact(d.name))
		}
	}
	if len(p.gates) == 0 && len(p.problems) == 0 {
		p.tell(place{1, 1}, "", "there is no gate", "")
	}
}

// constant returns a house event's value, false unless it says true.
func (p *psa) constant(d *definition) bool {
	for _, e := range d.body.children {
		if e.tag == "constant" {
			return e.attr["value"] == "true"
		}
		p.tell(e.at, d.name, fmt.Sprintf("<%s> is no value of a house event", e.tag), `write <constant value="true"/>`)
	}
	return false
}

// basicEvent makes the rule of a basic event. Its effort is 1, so that the effort of a set is its order; one
// without a probability is certain.
func (p *psa) basicEvent(d *definition) {
	rule := graph.Rule{ID: d.name, Then: p.builder.Fact(d.name), Effort: 1}
	if len(d.body.children) > 0 {
		x, ok := p.value(d.body.children[0], d)
		switch {
		case !ok:
			return
		case !(x >= 0 && x <= 1):
			p.tell(d.body.children[0].at, d.name, fmt.Sprintf("the probability %v is out of range", x), "write a number from 0 to 1")
			return
		}
		rule.Probability, rule.Never = x, x == 0
	}
	p.builder.Rule(rule)
}

// value computes an expression: a number, a parameter, or the exponential law of a rate and a time.
func (p *psa) value(e *element, of *definition) (float64, bool) {
	e = p.parameter(e, of)
	if e != nil && e.tag == "exponential" && len(e.children) == 2 {
		rate, ok := p.number(p.parameter(e.children[0], of), of)
		if !ok {
			return 0, false
		}
		time, ok := p.number(p.parameter(e.children[1], of), of)
		return -math.Expm1(-rate * time), ok
	}
	return p.number(e, of)
}

// parameter follows named parameters to what they stand for; nil, and a problem, when there is nothing.
func (p *psa) parameter(e *element, of *definition) *element {
	for hops := 0; e.tag == "parameter"; hops++ {
		d := p.resolve(parameters, of.scope, e.attr["name"])
		if d == nil || len(d.body.children) != 1 || hops > len(p.values) {
			p.tell(e.at, of.name, fmt.Sprintf("the parameter %q has no value", e.attr["name"]), "")
			return nil
		}
		e = d.body.children[0]
	}
	return e
}

func (p *psa) number(e *element, of *definition) (float64, bool) {
	if e == nil {
		return 0, false
	}
	if e.tag != "float" && e.tag != "int" {
		p.tell(e.at, of.name, fmt.Sprintf("the expression <%s> is not read", e.tag), `write its value as <float value="…"/>`)
		return 0, false
	}
	x, err := strconv.ParseFloat(strings.TrimSpace(e.attr["value"]), 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		p.tell(e.at, of.name, fmt.Sprintf("%q is no number", e.attr["value"]), "")
		return 0, false
	}
	return x, true
}
