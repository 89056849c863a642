package diagram_test

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/render/diagram"
)

// Texts of any length leave a picture that fits a screen or two; what has no room is told when a pointer rests on it.
func TestLongTexts(t *testing.T) {
	name := strings.Repeat("とても長い名前、", 100) + "末尾"
	s := homeSystem()
	s.Title, s.Subtitle, s.Footnotes = name, name, []string{name}
	for i := range s.Zones {
		s.Zones[i].Caption = name + s.Zones[i].ID
	}
	for i := range s.Nodes {
		s.Nodes[i].Label = []diagram.Line{{Text: name + s.Nodes[i].ID, Tone: diagram.ToneStrong}, {Text: "役割", Tone: diagram.ToneSmall}}
	}
	for i := range s.Edges {
		s.Edges[i].Label = []diagram.Line{{Text: name + s.Edges[i].ID}}
	}
	s.Nodes[0].Tip = "the author's own"
	drawn := arrange(t, s).Picture()
	if drawn.Height > 3000 || drawn.Width > 3000 {
		t.Errorf("the picture is %.0f × %.0f", drawn.Width, drawn.Height)
	}
	svg := string(drawn.SVG())
	wellFormed(t, []byte(svg))
	if !strings.Contains(svg, "…</text>") || !strings.Contains(svg, "<title>the author&#39;s own</title>") && !strings.Contains(svg, "<title>the author's own</title>") {
		t.Error("nothing shows that texts were cut, or a tip of the author's is lost")
	}
	var ends []string
	for _, zone := range s.Zones {
		ends = append(ends, name+zone.ID)
	}
	for _, node := range s.Nodes[1:] {
		ends = append(ends, name+node.ID+" 役割")
	}
	for _, edge := range s.Edges {
		ends = append(ends, name+edge.ID)
	}
	for _, whole := range append(ends, name) {
		if !strings.Contains(svg, ">"+whole+"</title>") {
			t.Errorf("the whole of …%s is nowhere", whole[len(name)-6:])
		}
	}
}
