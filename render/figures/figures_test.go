package figures_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/rendertest"
)

func newEngine(t testing.TB) *layout.Engine {
	t.Helper()
	engine := layout.NewEngine(layout.Options{})
	t.Cleanup(func() { engine.Close() })
	return engine
}

// cases are the results that every law below is asked of.
func cases(t testing.TB) map[string]*models.Result {
	return map[string]*models.Result{
		"gas water heater":          useCase(t, "gas-water-heater"),
		"kalay camera":              useCase(t, "kalay-camera"),
		"plant of 30 components":    plantResult(t, 2, 8),
		"factory of 152 components": plantResult(t, 12, 9),
		"written by hand":           portrayed(rendertest.Case()),
		"lives of data":             portrayed(rendertest.Lives()),
		"hostile":                   portrayed(rendertest.Hostile()),
		"empty":                     {System: models.System{ID: "empty"}},
	}
}

// portrayed is a result with what pictures of its attack graphs show.
func portrayed(r *models.Result) *models.Result {
	portrait.Complete(r)
	return r
}

// legible is the width in pixels up to which a picture's small text, 11 pixels high, has 6 points or more where the
// picture is as wide as the text of a page of A4 portrait (170 mm).
const legible = 880

// tallest is the height in pixels up to which that text has 5.3 points or more where the picture is as high as the text of such
// a page (690 points beside a caption).
const tallest = 1420

// boxes is how many nodes and edges a page holds.
const boxes = 80

// TestGeometry lays every figure of every case out and looks for whatever no figure may have: a line through a box or a
// label, boxes or labels on each other, text outside its box.
func TestGeometry(t *testing.T) {
	engine := newEngine(t)
	for name, result := range cases(t) {
		for _, lang := range models.Langs() {
			for _, f := range figures.Figures(result, lang, diagram.Light) {
				if f.Picture != nil {
					if f.Picture.Width > legible {
						t.Errorf("%s: %s.%s is %.0f wide", name, f.ID, lang, f.Picture.Width)
					}
					continue
				}
				laid, err := f.LayOut(t.Context(), engine.Layout)
				if err != nil {
					t.Fatalf("%s: %s.%s: %v", name, f.ID, lang, err)
				}
				for _, x := range laid {
					checkGeometry(t, fmt.Sprintf("%s: %s.%s", name, x.ID, lang), x.Drawing, name == "hostile")
				}
			}
		}
	}
}

// checkGeometry looks for faults of a drawing, and whether it is legible on a page. What no text of a usual length does may
// happen to a hostile one.
func checkGeometry(t *testing.T, name string, drawing *diagram.Drawing, hostile bool) {
	t.Helper()
	for _, fault := range drawing.Faults() {
		if hostile && fault.Kind == diagram.EdgeThroughTitle {
			continue // a caption as long as the page leaves no way around it
		}
		t.Errorf("%s: %v", name, fault)
	}
	if drawn := drawing.Picture(); drawn.Width > legible || drawn.Height > tallest && !hostile {
		t.Errorf("%s is %.0f × %.0f: its text would be too small on a page", name, drawn.Width, drawn.Height)
	}
	if len(drawing.Nodes)+len(drawing.Edges) > boxes {
		t.Errorf("%s has %d nodes and %d edges", name, len(drawing.Nodes), len(drawing.Edges))
	}
	if crossings := drawing.Crossings(); crossings > len(drawing.Edges)/3+1 {
		t.Errorf("%s: %d crossings of %d edges", name, crossings, len(drawing.Edges))
	}
}

// TestAlbum: whatever a case says, its drawings are well-formed documents of the stated size, the same on every run and
// however many are laid out at a time.
func TestAlbum(t *testing.T) {
	engine := newEngine(t)
	for name, result := range cases(t) {
		for _, lang := range models.Langs() {
			one, err := figures.New(result, engine.Layout, figures.Options{Layouts: 1}).Drawings(t.Context(), lang)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			many, err := figures.New(result, engine.Layout, figures.Options{Layouts: 4}).Drawings(t.Context(), lang)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if len(one) != len(many) {
				t.Fatalf("%s: %d drawings, then %d", name, len(one), len(many))
			}
			for i, d := range one {
				wellFormed(t, name+" "+d.ID, d)
				if !bytes.Equal(d.SVG, many[i].SVG) || !bytes.Equal(d.DOT, many[i].DOT) {
					t.Errorf("%s: %s.%s differs between runs", name, d.ID, lang)
				}
			}
		}
	}
}

func wellFormed(t *testing.T, name string, d render.Drawing) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(d.SVG))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if start, is := token.(xml.StartElement); is && !slices.Contains([]string{"svg", "title", "desc", "g", "path", "text"}, start.Name.Local) {
			t.Errorf("%s: element <%s> came from a text", name, start.Name.Local)
		}
	}
	if d.Width <= 0 || d.Height <= 0 || d.Title.Empty() {
		t.Errorf("%s: %.0f × %.0f points, title %q", name, d.Width, d.Height, d.Title)
	}
	if size := fmt.Sprintf(`width="%g"`, d.Width/0.75); d.Width == float64(int(d.Width)) && !bytes.Contains(d.SVG, []byte(size)) {
		t.Errorf("%s: the picture is not %s", name, size)
	}
}

// TestOnce: a drawing is laid out once for each language, however often and by however many it is asked for.
func TestOnce(t *testing.T) {
	engine := newEngine(t)
	var asked atomic.Int64
	place := func(ctx context.Context, r layout.Request) (*layout.Layout, error) {
		asked.Add(1)
		return engine.Layout(ctx, r)
	}
	album := figures.New(useCase(t, "kalay-camera"), place, figures.Options{})
	first, err := album.Drawings(t.Context(), models.Japanese)
	if err != nil {
		t.Fatal(err)
	}
	count := asked.Load()
	second, err := album.Drawings(t.Context(), models.Japanese)
	if err != nil || asked.Load() != count || len(second) != len(first) {
		t.Errorf("%d layouts became %d; %v", count, asked.Load(), err)
	}
	if _, err := album.Drawings(t.Context(), models.English); err != nil || asked.Load() == count {
		t.Errorf("the other language needed %d layouts; %v", asked.Load()-count, err)
	}
}

// TestFailure: a failure names the figure, whose boxes stand in rows then; only where the work is stopped there is none.
func TestFailure(t *testing.T) {
	engine := newEngine(t)
	var asked atomic.Int64
	place := func(ctx context.Context, r layout.Request) (*layout.Layout, error) {
		asked.Add(1)
		return nil, errors.New("no paper")
	}
	album := figures.New(useCase(t, "kalay-camera"), place, figures.Options{Layouts: 1})
	drawn, err := album.Drawings(t.Context(), models.English)
	if err != nil || len(drawn) == 0 {
		t.Fatalf("%d drawings, error %v", len(drawn), err)
	}
	for _, d := range drawn {
		wellFormed(t, d.ID, d)
	}
	troubles := album.Troubles()
	is := func(x figures.Trouble) bool {
		return x.Figure == "stakeholders" && x.Passing && strings.Contains(x.What.EN, "no paper")
	}
	if !slices.ContainsFunc(troubles, is) {
		t.Errorf("troubles %v", troubles)
	}
	if most := int64(len(drawn)); asked.Load() > most {
		t.Errorf("%d layouts were asked for after the first of each of %d figures failed", asked.Load(), most)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := figures.New(useCase(t, "kalay-camera"), engine.Layout, figures.Options{}).Drawings(stopped, models.English); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

// TestOrder: the figures of the golden case in the document's order.
func TestOrder(t *testing.T) {
	var got []string
	for _, f := range figures.Figures(useCase(t, "gas-water-heater"), models.Japanese, diagram.Light) {
		got = append(got, f.ID)
	}
	want := []string{
		"stakeholders", "configuration", "dataflow", "risk-map", "attack-scald", "graph-scald", "attack-fire", "graph-fire",
		"attack-gas_explosion", "graph-gas_explosion", "attack-carbon_monoxide", "graph-carbon_monoxide",
		"attack-account_leak", "graph-account_leak", "attack-no_hot_water", "graph-no_hot_water",
	}
	if !slices.Equal(got, want) {
		t.Errorf("figures %v, want %v", got, want)
	}
}

// TestPages: where a system does not fit a page, pages for its zones follow, and the figures say so.
func TestPages(t *testing.T) {
	var ids []string
	for _, f := range figures.Figures(plantResult(t, 2, 8), models.English, diagram.Light) {
		ids = append(ids, f.ID)
		if f.ID == "configuration" && !strings.Contains(strings.Join(f.Scenes[0].Scene.Footnotes, " "), "30 components") {
			t.Errorf("footnotes %q do not say that components were drawn together", f.Scenes[0].Scene.Footnotes)
		}
	}
	for _, want := range []string{"configuration-office", "configuration-cell_2", "dataflow-control", "dataflow-cell_1"} {
		if !slices.Contains(ids, want) {
			t.Errorf("no page %s among %v", want, ids)
		}
	}
}

// TestCounts: the boxes of a factory's figure stand for all its components, by name or by number, and each component has a place
// on the figure of its zone.
func TestCounts(t *testing.T) {
	result := plantResult(t, 12, 9)
	count := func(id string) int {
		total := 0
		for _, n := range scene(t, result, id).Nodes {
			numbers := regexp.MustCompile(` × (\d+)`).FindAllStringSubmatch(said(n), -1)
			for _, found := range numbers {
				number, err := strconv.Atoi(found[1])
				if err != nil {
					t.Fatal(err)
				}
				total += number
			}
			if len(numbers) == 0 && strings.HasPrefix(n.ID, "component-") {
				total++
			}
		}
		return total
	}
	if all, shown := len(result.System.Components), count("configuration"); all < 150 || shown != all {
		t.Errorf("the figure stands for %d of %d components", shown, all)
	}
	for cell := range 12 {
		zone := models.ZoneID(fmt.Sprintf("cell_%d", cell+1))
		inside := 0
		for _, c := range result.System.Components {
			if c.Zone == zone {
				inside++
			}
		}
		if shown := count("configuration-" + string(zone)); shown < inside {
			t.Errorf("the figure of %s stands for %d components, which holds %d", zone, shown, inside)
		}
	}
}

// scene returns the fullest way to draw a figure.
func scene(t *testing.T, result *models.Result, id string) *diagram.Scene {
	t.Helper()
	for _, f := range figures.Figures(result, models.English, diagram.Light) {
		if f.ID == id && f.Graph != nil {
			return f.Graph
		}
		if f.ID == id {
			return f.Scenes[0].Scene
		}
	}
	t.Fatalf("no figure %s", id)
	return nil
}

// node finds a node whose label begins with the name.
func node(t *testing.T, s *diagram.Scene, name string) diagram.Node {
	t.Helper()
	for _, n := range s.Nodes {
		if len(n.Label) > 0 && strings.HasPrefix(n.Label[0].Text, name) {
			return n
		}
	}
	t.Fatalf("%s: no node %q", s.ID, name)
	return diagram.Node{}
}

// said is all text of a node.
func said(n diagram.Node) string {
	parts := []string{n.Badge}
	for _, l := range n.Label {
		parts = append(parts, l.Text)
	}
	return strings.Join(parts, "\n")
}

// joins tells which edges join two nodes, in either direction.
func joins(s *diagram.Scene, a, b diagram.Node) []diagram.Edge {
	var out []diagram.Edge
	for _, e := range s.Edges {
		if e.From == a.ID && e.To == b.ID || e.From == b.ID && e.To == a.ID {
			out = append(out, e)
		}
	}
	return out
}

// TestWide: drawn for a slide, a system stands without fault, and larger there than as it is drawn for a page.
func TestWide(t *testing.T) {
	const slideWidth, slideHeight = 780.0, 430.0 // in points
	engine := newEngine(t)
	for _, name := range []string{"gas-water-heater", "kalay-camera"} {
		drawings, err := figures.New(useCase(t, name), engine.Layout, figures.Options{}).Drawings(t.Context(), models.Japanese)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range drawings {
			if d.ID == render.RiskMapDrawing && d.Wide != nil {
				t.Errorf("%s: there is another way to draw a map", name)
			}
			if d.ID != render.ConfigurationDrawing {
				continue
			}
			wide, err := d.Wide(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			wellFormed(t, name, wide)
			before, after := d.Scale(slideWidth, slideHeight, slideHeight), wide.Scale(slideWidth, slideHeight, slideHeight)
			if after <= before || after < render.Legible {
				t.Errorf("%s: a slide shows it at %.2f of its size, and drawn for it at %.2f", name, before, after)
			}
		}
	}
}
