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

	Failure error // why its boxes stand in rows, whatever joins them; nil: they do not

	// Wide draws the same once more, for a page that is wider than high; nil where there is no other way to draw it.
	Wide func(ctx context.Context) (Drawing, error)
}

// Legible is how far a drawing may be shrunk so that its small text, of 11 pixels, still has 5.5 points, and names 6.5.
const Legible = 2.0 / 3

// Scale is how far the drawing is shrunk to a page: to the page's width and the share of its height that the text leaves it,
// both in points. Where its text would become too small to read, it takes more of the height, up to most.
func (d *Drawing) Scale(width, share, most float64) float64 {
	across := min(1, width/d.Width)
	return min(across, max(share/d.Height, min(Legible, most/d.Height)))
}

// The identifiers of the drawings. Those of a consequence are followed by the id of its effect.
const (
	StakeholderDrawing   = "stakeholders"         // who does what for whom
	ConfigurationDrawing = "configuration"        // zones, components and who answers for them
	DataflowDrawing      = "dataflow"             // the flows, numbered in order
	EventsDrawing        = "lifecycle-events"     // the life of data: what makes and changes them
	FieldsDrawing        = "lifecycle-fields"     // the fields that they lie in, too
	AttributesDrawing    = "lifecycle-attributes" // what they are at each stage, too
	DataRisksDrawing     = "lifecycle-risks"      // where risks arise, too
	RiskMapDrawing       = "risk-map"             // the case on the two axes, in three readings
	AttackDrawing        = "attack-"              // an attack on a consequence, laid over the system
	GraphDrawing         = "graph-"               // the attack graph of a consequence
)

// TimelineDrawing identifies the drawing of how long a product stays exposed to a part's vulnerabilities.
func TimelineDrawing(e *models.Exposure) string {
	id := "timeline-" + string(e.Part) + "-" + string(e.Product)
	if e.Operator != "" {
		id += "-" + string(e.Operator)
	}
	return id
}

// DrawingFile names the file of a drawing in a language, e.g. diagrams/configuration.ja.svg.
func DrawingFile(id string, lang models.Lang, ext string) string {
	return "diagrams/" + models.FileName(id) + "." + string(lang) + "." + ext
}
