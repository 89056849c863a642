package figures

import (
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/words"
)

// missing is the drawing that stands for a figure that cannot be drawn: a sheet with the names of what it was to show.
func (f *Figure) missing() render.Drawing {
	meant := f.Scenes[0].Scene
	sheet := *meant
	sheet.Zones, sheet.Nodes, sheet.Edges, sheet.Legend = nil, nil, nil, nil
	sheet.Footnotes = []string{words.NotDrawn.In(models.Lang(meant.Lang))}
	for _, zone := range meant.Zones {
		sheet.Footnotes = append(sheet.Footnotes, zone.Caption)
	}
	for _, node := range meant.Nodes {
		var lines []string
		for _, line := range node.Label {
			lines = append(lines, line.Text)
		}
		sheet.Footnotes = append(sheet.Footnotes, strings.Join(lines, " "))
	}
	drawing := diagram.Drawing{Scene: &sheet}
	out := f.drawn(drawing.Picture())
	out.DOT = []byte(diagram.DOT(&sheet))
	return out
}
