package exchange

import (
	"bufio"
	"encoding/json"
	"io"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/graph"
)

// Written says what of a graph to write as an attack graph file.
type Written struct {
	Graph    *graph.AttackGraph
	Sel      *graph.Selection             // rules that are enabled are written, at the efforts and probabilities that they have there
	Measures []graph.MeasureID            // the candidates; others are left out of the rules, too
	Goals    []graph.FactID               // in this order
	Fact     func(graph.FactID) string    // labels; nil or "": none
	Measure  func(graph.MeasureID) string // likewise
}

// WriteAttackGraph writes a graph in the format harmpath/attack-graph/v1, a fact, rule or measure a line.
// Equal graphs give equal bytes; measures come before the rules that name them, so that what was read and is written again is the same graph.
func WriteAttackGraph(w io.Writer, x Written) error {
	b := &writer{Writer: bufio.NewWriter(w), x: x}
	b.WriteString(`{"format": "` + AttackGraphFormat + `",` + "\n \"facts\": [")
	for f := range graph.FactID(x.Graph.NumFacts()) {
		b.item(f == 0, `{"id": `, x.Graph.FactName(f))
		if x.Fact != nil && x.Fact(f) != "" {
			b.text(`, "label": `, x.Fact(f))
		}
		b.WriteString("}")
	}
	b.WriteString("],\n \"measures\": [")
	for i, m := range x.Measures {
		b.item(i == 0, `{"id": `, x.Graph.MeasureName(m))
		b.number(`, "cost": `, x.Graph.Cost(m))
		if x.Measure != nil && x.Measure(m) != "" {
			b.text(`, "label": `, x.Measure(m))
		}
		b.WriteString("}")
	}
	b.WriteString("],\n \"rules\": [")
	first := true
	for r := range graph.RuleID(x.Graph.NumRules()) {
		if x.Sel.Enabled(r) {
			b.rule(r, first)
			first = false
		}
	}
	b.WriteString("],\n \"goals\": [")
	for i, f := range x.Goals {
		b.item(i == 0, "", x.Graph.FactName(f))
	}
	b.WriteString("]}\n")
	return b.Flush()
}

// writer keeps the first error, as a bufio.Writer does, until it is flushed.
type writer struct {
	*bufio.Writer
	x Written
}

// item begins an element of a list.
func (b *writer) item(first bool, before, text string) {
	if !first {
		b.WriteString(",")
	}
	b.WriteString("\n  ")
	b.text(before, text)
}

func (b *writer) text(before, text string) {
	b.WriteString(before)
	quoted, _ := json.Marshal(text) // a string always can be
	b.Write(quoted)
}

func (b *writer) number(before string, x float64) {
	b.WriteString(before)
	b.Write(strconv.AppendFloat(b.AvailableBuffer(), x, 'g', -1, 64))
}

func (b *writer) rule(r graph.RuleID, first bool) {
	g := b.x.Graph
	b.item(first, `{"id": `, g.RuleName(r))
	b.text(`, "then": `, g.FactName(g.Then(r)))
	b.WriteString(`, "if": [`)
	for i, f := range g.If(r) {
		b.text(comma(i), g.FactName(f))
	}
	b.WriteString("]")
	if e := b.x.Sel.Effort(r); e != 0 {
		b.number(`, "effort": `, e)
	}
	if p := b.x.Sel.Probability(r); p != 1 {
		b.number(`, "probability": `, p)
	}
	b.blocked(r)
	b.hardened(r)
	b.WriteString("}")
}

func (b *writer) blocked(r graph.RuleID) {
	n := 0
	for _, m := range b.x.Graph.BlockedBy(r) {
		if !slices.Contains(b.x.Measures, m) {
			continue
		}
		if n == 0 {
			b.WriteString(`, "blocked_by": [`)
		}
		b.text(comma(n), b.x.Graph.MeasureName(m))
		n++
	}
	if n > 0 {
		b.WriteString("]")
	}
}

func (b *writer) hardened(r graph.RuleID) {
	n := 0
	for _, h := range b.x.Graph.HardenedBy(r) {
		if !slices.Contains(b.x.Measures, h.Measure) {
			continue
		}
		if n == 0 {
			b.WriteString(`, "hardened_by": [`)
		}
		b.text(comma(n)+`{"measure": `, b.x.Graph.MeasureName(h.Measure))
		b.number(`, "effort": `, h.Effort)
		b.number(`, "probability": `, h.Probability)
		b.WriteString("}")
		n++
	}
	if n > 0 {
		b.WriteString("]")
	}
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ", "
}
