package plate

import (
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/words"
)

// Missing is the drawing that stands for a figure that cannot be drawn: a sheet with the names of what it was to show.
func (f *Figure) Missing() render.Drawing {
	meant := f.Scenes[0].Scene
	sheet := *meant
	sheet.Zones, sheet.Nodes, sheet.Edges, sheet.Legend = nil, nil, nil, nil
	var names []string
	for _, zone := range meant.Zones {
		names = append(names, zone.Caption)
	}
	for _, node := range meant.Nodes {
		var lines []string
		for _, line := range node.Label {
			lines = append(lines, line.Text)
		}
		names = append(names, strings.Join(lines, " "))
	}
	sheet.Footnotes = []string{words.NotDrawn.In(models.Lang(meant.Lang)), strings.Join(names, ", ")}
	drawing := diagram.Drawing{Scene: &sheet}
	out := f.drawn(drawing.Picture())
	out.DOT = []byte(diagram.DOT(&sheet))
	return out
}
