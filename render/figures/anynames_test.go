package figures_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// oddNames are names that no drawing may stumble over or lose.
var oddNames = []string{
	"x", "ゐ", strings.Repeat("long name ", 8), strings.Repeat("長い名称", 20), strings.Repeat("w", 80), `"quoted" \ \N \G \l`, "<b>&amp;</b> & ]]>",
	"line\u2028separator\u0085next", "100% %s %d", "😀😀", "same", "same", "-->", "'; DROP", "`code` $x", "٣ عربي", "e\u0301 combining",
}

var anyKinds = []string{"server", "appliance", "sensor", "controller", "router", "computer", "gateway", "iot_gateway"}

// anySystem is a model file: zones beside and inside each other, up to 20 components, which may be attached to a network,
// joined by flows or by nothing.
func anySystem(t *rapid.T) []byte {
	type text = map[string]string
	type list = []map[string]any
	name := func(label string) text {
		odd := rapid.SampledFrom(oddNames)
		return text{"ja": odd.Draw(t, label+" ja"), "en": odd.Draw(t, label+" en")}
	}
	var zones, components, flows list
	count := rapid.IntRange(1, 12).Draw(t, "zones")
	deep := rapid.Bool().Draw(t, "deep")
	for i := range count {
		zone := map[string]any{"id": fmt.Sprintf("z%d", i), "name": name("zone")}
		if i > 0 && (deep || rapid.IntRange(0, 3).Draw(t, "inside") == 0) {
			zone["parent"] = fmt.Sprintf("z%d", i-1)
		}
		zones = append(zones, zone)
	}
	network := rapid.Bool().Draw(t, "network")
	components = append(components, map[string]any{"id": "net", "name": name("network"), "kind": "local_network", "zone": "z0"})
	ends := rapid.IntRange(1, 20).Draw(t, "components")
	for i := range ends {
		component := map[string]any{
			"id": fmt.Sprintf("c%d", i), "name": name("component"), "kind": rapid.SampledFrom(anyKinds).Draw(t, "kind"),
			"zone": fmt.Sprintf("z%d", rapid.IntRange(0, count-1).Draw(t, "zone")),
		}
		if network && rapid.Bool().Draw(t, "attached") {
			component["on"] = []string{"net"}
		}
		components = append(components, component)
	}
	end := rapid.IntRange(0, ends-1)
	natures := rapid.SampledFrom([]string{"command", "telemetry", "maintenance", "update"})
	for i := range rapid.IntRange(0, 12).Draw(t, "flows") {
		from, to := end.Draw(t, "from"), end.Draw(t, "to")
		if from == to {
			continue
		}
		flow := map[string]any{"id": fmt.Sprintf("f%d", i), "name": name("flow"), "nature": natures.Draw(t, "nature"), "from": fmt.Sprintf("c%d", from), "to": fmt.Sprintf("c%d", to)}
		flows = append(flows, flow)
	}
	model := map[string]any{
		"harmpath": "1", "id": "any", "title": name("title"), "site": "manufacturing", "trust_zones": zones, "components": components,
		"effects":   list{{"id": "e", "name": name("effect"), "causes": "used(c0)", "harm": map[string]any{"injury": "death"}}},
		"attackers": list{{"id": "a", "name": name("attacker"), "kind": "remote", "starts": []string{"reached(net)"}}},
	}
	if len(flows) > 0 {
		model["dataflows"] = flows
	}
	body, err := json.Marshal(model)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// anyResults are the results of models that the seeds give.
func anyResults(t *testing.T, seeds int) []*models.Result {
	t.Helper()
	generator := rapid.Custom(anySystem)
	var out []*models.Result
	for seed := range seeds {
		out = append(out, resultOf(t, fstest.MapFS{"model.json": {Data: generator.Example(seed)}}))
	}
	return out
}

// hopeless is a Graphviz that lays nothing out.
func hopeless(context.Context, layout.Request) (*layout.Layout, error) {
	return nil, fmt.Errorf("layout: %w: Error: trouble", layout.ErrGraph)
}

// Every component is named in a figure of the configuration, or the caption says where it is.
func TestEveryComponentIsNamed(t *testing.T) {
	for seed, result := range anyResults(t, 120) {
		checkNames(t, seed, result, hopeless)
	}
	engine := newEngine(t)
	for seed, result := range anyResults(t, 12) {
		checkNames(t, seed, result, engine.Layout)
	}
}

func checkNames(t *testing.T, seed int, result *models.Result, place diagram.Placer) {
	t.Helper()
	for _, lang := range models.Langs() {
		var said []string
		for _, f := range figures.Figures(result, lang, diagram.Light) {
			if !strings.HasPrefix(f.ID, "configuration") {
				continue
			}
			laid, err := f.LayOut(t.Context(), place)
			if err != nil {
				t.Fatalf("seed %d: %s: %v", seed, f.ID, err)
			}
			for _, x := range laid {
				for _, node := range x.Drawing.Nodes {
					for _, line := range node.Node.Label {
						said = append(said, line.Text)
					}
				}
				said = append(said, x.Drawing.Scene.Footnotes...)
			}
		}
		all := strings.Join(said, "\n")
		if strings.Contains(all, words.NamesInList.In(lang)) {
			continue
		}
		for _, c := range result.System.Components {
			if name := c.Name.In(lang); !strings.Contains(all, name) {
				t.Errorf("seed %d: %s %q stands in no figure in %s", seed, c.ID, name, lang)
			}
		}
	}
}

// Whatever Graphviz does, every figure is drawn, as well-formed SVG, and what is not as it is meant is told.
func TestAlbumWithoutGraphviz(t *testing.T) {
	for seed, result := range anyResults(t, 60) {
		for name, test := range map[string]struct {
			place   diagram.Placer
			passing bool
		}{
			"hopeless": {hopeless, false},
			"late":     {func(context.Context, layout.Request) (*layout.Layout, error) { return nil, layout.ErrTimeout }, true},
		} {
			album := figures.New(result, test.place, figures.Options{})
			drawn, err := album.Drawings(t.Context(), models.English)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			for _, d := range drawn {
				wellFormed(t, fmt.Sprintf("seed %d: %s", seed, d.ID), d)
			}
			passing := false
			for _, trouble := range album.Troubles() {
				passing = passing || trouble.Passing
				if strings.Contains(trouble.What.EN, "not drawn") {
					t.Errorf("seed %d: %s %s", seed, trouble.Figure, trouble.What)
				}
			}
			if len(album.Troubles()) == 0 || passing != test.passing {
				t.Errorf("seed %d: %s: troubles %v", seed, name, album.Troubles())
			}
		}
	}
}

// A figure that no page can hold is replaced by a sheet that says so and what is missing; the others are drawn.
func TestFigureThatCannotBeDrawn(t *testing.T) {
	var model strings.Builder
	model.WriteString("harmpath: \"1\"\nid: many\ntitle: Many\nsite: manufacturing\ntrust_zones:\n  - {id: z, name: Z}\ncomponents:\n  - {id: a, name: A, kind: appliance, zone: z}\nstakeholders:\n")
	for i := range diagram.MaxNodes + 1 {
		fmt.Fprintf(&model, "  - {id: s%d, name: Party %d, operates: [a]}\n", i, i)
	}
	album := figures.New(resultOf(t, fstest.MapFS{"model.yaml": {Data: []byte(model.String())}}), hopeless, figures.Options{})
	drawn, err := album.Drawings(t.Context(), models.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range drawn {
		wellFormed(t, d.ID, d)
		if missing := strings.Contains(string(d.SVG), "could not be drawn"); missing != (d.ID == "stakeholders" || d.ID == "configuration") {
			t.Errorf("%s is missing: %t", d.ID, missing)
		}
		if d.ID == "stakeholders" && !strings.Contains(string(d.SVG), "Party 777") {
			t.Error("the sheet does not say what is missing")
		}
	}
	told := false
	for _, trouble := range album.Troubles() {
		told = told || trouble.Figure == "stakeholders" && strings.HasPrefix(trouble.What.EN, "is not drawn: ") && !trouble.Passing
	}
	if !told {
		t.Errorf("troubles %v", album.Troubles())
	}
}
