package diagram

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/harmpath/harmpath/render/diagram/typeset"
)

// DOT is the scene as DOT text for people: with labels, shapes, zones as clusters and line styles, ready for plain
// `dot -Tsvg` or for being worked on. Ids are the scene's. The picture that Graphviz makes of it is plainer than Drawing's.
func DOT(s *Scene) string {
	w := &dotWriter{scene: s, palette: s.Theme.Colors()}
	rankdir := "LR"
	if s.Direction == Downwards {
		rankdir = "TB"
	}
	w.printf("// %s\n", Comment(s.Title))
	w.printf("digraph %s {\n", Quote(s.ID))
	w.printf("  graph [rankdir=%s, label=%s, labelloc=t, fontname=\"Noto Sans CJK JP\", fontsize=18, charset=\"UTF-8\"];\n", rankdir, QuoteLabel(oneLine(s.Title)))
	w.printf("  node [shape=box, style=\"rounded,filled\", fillcolor=%s, color=%s, fontname=\"Noto Sans CJK JP\", fontsize=12];\n", Quote(w.palette.Card), Quote(w.palette.Line))
	w.printf("  edge [color=%s, fontname=\"Noto Sans CJK JP\", fontsize=10];\n", Quote(w.palette.Line))
	w.zones()
	for _, edge := range s.Edges {
		w.edge(edge)
	}
	w.printf("}\n")
	return w.out.String()
}

type dotWriter struct {
	out     strings.Builder
	scene   *Scene
	palette Palette
}

func (w *dotWriter) printf(format string, words ...any) { fmt.Fprintf(&w.out, format, words...) }

func (w *dotWriter) zones() {
	inner, inside := map[string][]int{}, map[string][]int{}
	for i, zone := range w.scene.Zones {
		inner[zone.Parent] = append(inner[zone.Parent], i)
	}
	for i, node := range w.scene.Nodes {
		inside[node.Zone] = append(inside[node.Zone], i)
	}
	for _, node := range inside[""] {
		w.node(1, w.scene.Nodes[node])
	}
	const leave = -1
	depth := 1
	stack := reversed(inner[""])
	for len(stack) > 0 {
		index := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if index == leave {
			depth--
			w.printf("%s}\n", indent(depth))
			continue
		}
		zone := w.scene.Zones[index]
		w.printf("%ssubgraph %s {\n", indent(depth), Quote("cluster_"+zone.ID))
		depth++
		style := "rounded,filled"
		if zone.Dashed {
			style += ",dashed"
		}
		w.printf("%slabel=%s; labeljust=l; style=%s; fillcolor=%s; color=%s;\n", indent(depth), QuoteLabel(oneLine(zone.Caption)),
			Quote(style), Quote(w.palette.Zones[min(depth-2, len(w.palette.Zones)-1)]), Quote(w.palette.ZoneLine))
		for _, node := range inside[zone.ID] {
			w.node(depth, w.scene.Nodes[node])
		}
		stack = append(append(stack, leave), reversed(inner[zone.ID])...)
	}
}

func indent(depth int) string { return strings.Repeat("  ", depth) }

// dotShapes are Graphviz's names of the shapes.
var dotShapes = [...]string{
	ShapeBox: "box", ShapePill: "box", ShapeGoal: "doubleoctagon", ShapeDocument: "note", ShapeStore: "cylinder",
	ShapeCloud: "ellipse", ShapeHexagon: "hexagon", ShapeSlanted: "parallelogram", ShapeAndGate: "invhouse", ShapeOrGate: "invtriangle", ShapeTag: "box",
}

func (w *dotWriter) node(depth int, node Node) {
	label := labelText(node.Label, node.Badge)
	switch {
	case node.Shape == ShapeAndGate:
		label = "AND"
	case node.Shape == ShapeOrGate:
		label = "OR"
	case label == "":
		label = typeset.Clean(node.ID)
	}
	w.printf("%s%s [label=%s", indent(depth), Quote(node.ID), QuoteLabel(label))
	if node.Shape != ShapeBox {
		w.printf(", shape=%s", dotShapes[node.Shape])
	}
	if node.Level != NoLevel {
		ink := w.palette.Levels[node.Level]
		w.printf(", fillcolor=%s, fontcolor=%s, penwidth=%g", Quote(ink.Fill), Quote(ink.Text), ink.Weight)
	}
	switch node.Emphasis {
	case Raised, Affected, Guarding, Muted:
		w.printf(", color=%s", Quote(edgeInk(node.Emphasis, w.palette)))
	}
	w.printf("];\n")
}

// dotStyles are Graphviz's names of the line styles.
var dotStyles = [...]string{
	LineSolid: "solid", LineDashed: "dashed", LineDotted: "dotted", LineDashDot: "dashed", LineLongDash: "dashed", LineDouble: "bold",
	LineDashDotDot: "dashed",
}

func (w *dotWriter) edge(edge Edge) {
	var attributes []string
	add := func(name, value string) { attributes = append(attributes, name+"="+value) }
	add("id", Quote(edge.ID))
	if label := labelText(edge.Label, edge.Number); label != "" {
		add("label", QuoteLabel(label))
	}
	if edge.Line != LineSolid {
		add("style", dotStyles[edge.Line])
	}
	switch edge.Arrow {
	case Both:
		add("dir", "both")
	case NoArrow:
		add("dir", "none")
	case Backward:
		add("dir", "back")
	}
	if edge.Emphasis != Plain {
		add("color", Quote(edgeInk(edge.Emphasis, w.palette)))
		add("penwidth", fmt.Sprintf("%g", lineWidth(edge.Emphasis)))
	}
	if edge.Loose {
		add("constraint", "false")
	}
	w.printf("  %s -> %s [%s];\n", Quote(edge.From), Quote(edge.To), strings.Join(attributes, ", "))
}

// labelText is a label's lines, the mark in brackets before them.
func labelText(label []Line, mark string) string {
	var lines []string
	for _, line := range label {
		if text := typeset.Clean(line.Text); text != "" {
			lines = append(lines, text)
		}
	}
	if mark = typeset.Clean(mark); mark != "" {
		if len(lines) == 0 {
			return mark
		}
		lines[0] = "[" + mark + "] " + lines[0]
	}
	return strings.Join(lines, "\n")
}

// QuoteLabel is Quote for texts that Graphviz draws, in which it would read &lt; and the like as characters of HTML.
func QuoteLabel(text string) string { return Quote(strings.ReplaceAll(text, "&", "&amp;")) }

// Quote makes any text a DOT string in double quotes. A line end becomes a line break of a label (\n); a backslash becomes two, so
// that none of Graphviz's escapes (\N, \G, \l …) can come out of a text; control characters and bytes that are not UTF-8 go.
func Quote(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range strings.ToValidUTF8(text, "") {
		switch {
		case r == '"':
			out.WriteString(`\"`)
		case r == '\\':
			out.WriteString(`\\`)
		case r == '\n':
			out.WriteString(`\n`)
		case unicode.IsControl(r), r&0xfffe == 0xfffe:
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

// Comment makes any text fit for a comment of one line.
func Comment(text string) string { return typeset.Clean(text) }
