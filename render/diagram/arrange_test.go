package diagram_test

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/layout"
)

func TestWrongScenes(t *testing.T) {
	scene := &diagram.Scene{
		Zones: []diagram.Zone{{ID: "inner", Parent: "outer"}, {ID: "outer"}, {ID: "outer"}},
		Nodes: []diagram.Node{{ID: "a", Zone: "nowhere"}, {ID: "a"}, {}},
		Edges: []diagram.Edge{{ID: "e", From: "a", To: "b"}, {ID: "e", From: "a", To: "a"}},
	}
	_, err := diagram.Arrange(t.Context(), nil, scene)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`zone "inner" lies in "outer", which does not come before it`, `zone id "outer" is empty or used twice`,
		`node "a" lies in zone "nowhere", which does not exist`, `node id "a" is empty or used twice`, `node id "" is empty or used twice`,
		`edge "e" joins "a" and "b", which do not both exist`, `edge id "e" is empty or used twice`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v\nlacks %s", err, want)
		}
	}
	huge := &diagram.Scene{Nodes: make([]diagram.Node, diagram.MaxNodes+1)}
	for i := range huge.Nodes {
		huge.Nodes[i].ID = fmt.Sprint(i)
	}
	if _, err := diagram.Arrange(t.Context(), nil, huge); err == nil || !strings.Contains(err.Error(), "too many") {
		t.Errorf("huge scene: %v", err)
	}
}

func TestEmptyScene(t *testing.T) {
	wellFormed(t, arrange(t, &diagram.Scene{ID: "empty", Zones: []diagram.Zone{{ID: "z", Caption: "空"}}}).Picture().SVG())
	wellFormed(t, arrange(t, &diagram.Scene{}).Picture().SVG())
}

func TestEqualBytes(t *testing.T) {
	engine := layout.NewEngine(layout.Options{Processes: 2})
	defer engine.Close()
	draw := func(scene *diagram.Scene) []byte {
		drawing, err := diagram.Arrange(t.Context(), engine.Layout, scene)
		if err != nil {
			t.Error(err)
			return nil
		}
		return drawing.Picture().SVG()
	}
	want := draw(plant())
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if !bytes.Equal(draw(plant()), want) {
				t.Error("equal scenes gave different bytes")
			}
		})
	}
	wait.Wait()
}

// factory has about 150 components: ten cells with a controller and thirteen devices each, in two halls.
func factory() *diagram.Scene {
	s := &diagram.Scene{ID: "factory", Lang: "en", Title: "Factory", Zones: []diagram.Zone{{ID: "h0", Caption: "Hall A"}, {ID: "h1", Caption: "Hall B"}}}
	s.Nodes = append(s.Nodes, diagram.Node{ID: "scada", Icon: diagram.IconServer, Label: line("SCADA")})
	for cell := range 10 {
		zone, plc := fmt.Sprint("cell", cell), fmt.Sprint("plc", cell)
		s.Zones = append(s.Zones, diagram.Zone{ID: zone, Parent: fmt.Sprint("h", cell/5), Caption: fmt.Sprint("Cell ", cell+1)})
		s.Nodes = append(s.Nodes, diagram.Node{ID: plc, Zone: zone, Icon: diagram.IconPLC, Label: line("Controller"), Level: diagram.Level3, Badge: "fatal"})
		s.Edges = append(s.Edges, diagram.Edge{ID: plc, From: "scada", To: plc, Label: line("set points")})
		for device := range 13 {
			id := fmt.Sprint(zone, ".", device)
			s.Nodes = append(s.Nodes, diagram.Node{ID: id, Zone: zone, Icon: diagram.IconSensor, Label: line(fmt.Sprint("Device ", device+1))})
			s.Edges = append(s.Edges, diagram.Edge{ID: id, From: plc, To: id, Line: diagram.LineStyle(device % 4)})
		}
	}
	return s
}

func TestFactory(t *testing.T) {
	drawing := arrange(t, factory())
	for _, fault := range drawing.Faults() {
		t.Error(fault)
	}
	if crossings := drawing.Crossings(); crossings != 0 {
		t.Errorf("%d crossings in a tree", crossings)
	}
	t.Logf("%.0f × %.0f", drawing.Width, drawing.Height)
}

func TestDescriptionSaysWhatIsSeen(t *testing.T) {
	drawn := arrange(t, homeSystem()).Picture()
	for _, want := range []string{"スマートフォン（アプリ） 利用：住まい手", "ホームコントローラ 保守：メンテナンス事業者 → ガス給湯器 製造：IoT機器の事業者 (制御)"} {
		if !strings.Contains(drawn.Description, want) {
			t.Errorf("%q lacks %q", drawn.Description, want)
		}
	}
}

func TestSizeIsThePicturesOwn(t *testing.T) {
	for _, scene := range []*diagram.Scene{{}, homeSystem(), plant(), factory()} {
		drawing := arrange(t, scene)
		drawn := drawing.Picture()
		if width, height := drawing.Size(); width != drawn.Width || height != drawn.Height {
			t.Errorf("%s: size %g × %g, painted %g × %g", scene.ID, width, height, drawn.Width, drawn.Height)
		}
	}
}

func BenchmarkArrange(b *testing.B) {
	for _, scene := range []*diagram.Scene{homeSystem(), plant(), factory()} {
		b.Run(scene.ID, func(b *testing.B) {
			engine := layout.NewEngine(layout.Options{Processes: 1})
			defer engine.Close()
			for b.Loop() {
				if _, err := diagram.Arrange(b.Context(), engine.Layout, scene); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
