package render

import (
	"context"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram/picture"
)

// Drawings gives the drawings of one case. An implementation lays each of them out once and keeps it, so that every
// output shows the same picture.
type Drawings interface {
	// Drawings returns the drawings of the case in lang, in the order in which the document shows them.
	Drawings(ctx context.Context, lang models.Lang) ([]Drawing, error)
}

// Drawing is one picture, laid out.
type Drawing struct {
	ID            string           // what it shows, e.g. configuration or attack-scald; the name of its file
	Title         models.Text      // as above the picture
	Picture       *picture.Picture // its shapes and texts, for formats of other kinds; read only
	SVG           []byte           // the picture as a whole SVG document
	DOT           []byte           // the same graph for Graphviz; empty where the picture is no graph
	Width, Height float64          // size of the SVG in points
}

// The identifiers of the drawings. Those of a consequence are followed by the id of its effect.
const (
	StakeholderDrawing   = "stakeholders"  // who does what for whom
	ConfigurationDrawing = "configuration" // zones, components and who answers for them
	DataflowDrawing      = "dataflow"      // the flows, numbered in order
	RiskMapDrawing       = "risk-map"      // the case on the two axes, in three readings
	AttackDrawing        = "attack-"       // an attack on a consequence, laid over the system
	GraphDrawing         = "graph-"        // the attack graph of a consequence
)

// DrawingFile names the file of a drawing in a language, e.g. diagrams/configuration.ja.svg.
func DrawingFile(id string, lang models.Lang, ext string) string {
	return "diagrams/" + id + "." + string(lang) + "." + ext
}
