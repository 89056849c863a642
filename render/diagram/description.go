package diagram

import (
	"strings"

	"github.com/harmpath/harmpath/render/diagram/typeset"
)

// description is the scene in words, for people who cannot see it.
func (d *Drawing) description() string {
	s := d.Scene
	if s.Description != "" {
		return typeset.Clean(s.Description)
	}
	names := map[string]string{}
	var parts []string
	for _, node := range s.Nodes {
		names[node.ID] = words(node.Label, node.ID)
		parts = append(parts, names[node.ID])
	}
	text := strings.Join(parts, ", ")
	for _, edge := range s.Edges {
		arrow := " → "
		switch edge.Arrow {
		case Both:
			arrow = " ↔ "
		case NoArrow:
			arrow = " — "
		case Backward:
			arrow = " ← "
		}
		text += "; " + names[edge.From] + arrow + names[edge.To]
		if label := words(edge.Label, ""); label != "" {
			text += " (" + label + ")"
		}
	}
	return text
}

// words is a label in one line, or otherwise when it says nothing.
func words(label []Line, otherwise string) string {
	var parts []string
	for _, line := range label {
		if text := typeset.Clean(line.Text); text != "" {
			parts = append(parts, text)
		}
	}
	if len(parts) == 0 {
		return otherwise
	}
	return strings.Join(parts, " ")
}
