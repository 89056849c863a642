package figures_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/portrait"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/figures"
	"github.com/harmpath/harmpath/render/layout"
)

func TestStakeholders(t *testing.T) {
	r := useCase(t, "gas-water-heater")
	s := scene(t, r, "stakeholders")
	if len(s.Nodes) != 4 || len(s.Edges) != 5 {
		t.Errorf("%d parties and %d relations", len(s.Nodes), len(s.Edges))
	}
	lead := node(t, s, "Supplier of smart-home IoT devices")
	if lead.Shape != diagram.ShapeGoal || lead.Badge == "" || !strings.Contains(said(lead), "Cloud service") || !strings.Contains(said(lead), "Develops, makes and sells") {
		t.Errorf("the lead is drawn as %+v", lead)
	}
	resident := node(t, s, "Resident")
	if resident.Icon != diagram.IconPerson || resident.Badge != "" {
		t.Errorf("the resident is drawn as %+v", resident)
	}
	if e := joins(s, lead, resident); len(e) != 1 || e[0].From != lead.ID || e[0].Label[0].Text != "provides the cloud service" {
		t.Errorf("lead and resident are joined by %+v", e)
	}
}

func TestConfiguration(t *testing.T) {
	r := useCase(t, "gas-water-heater")
	s := scene(t, r, "configuration")
	zone := func(name string) string { return node(t, s, name).Zone }
	if zone("Gas water heater") != "frame-home" || zone("Cloud service") != "frame-cloud_zone" || zone("Smartphone") != "frame-away" {
		t.Errorf("components in the wrong zones")
	}
	heater, network, cloud := node(t, s, "Gas water heater"), node(t, s, "Network"), node(t, s, "Cloud service")
	if heater.Level != diagram.Level2 || heater.Badge != "serious" || heater.Icon != diagram.IconHeater {
		t.Errorf("the heater is drawn as %+v", heater)
	}
	if network.Level != diagram.NoLevel || network.Shape != diagram.ShapePill || node(t, s, "Internet").Shape != diagram.ShapeCloud {
		t.Errorf("networks are drawn as %+v", network)
	}
	if e := joins(s, heater, network); len(e) != 1 || e[0].Arrow != diagram.NoArrow {
		t.Errorf("heater and network are joined by %+v", e)
	}
	if len(joins(s, heater, cloud)) > 0 {
		t.Error("heater and cloud are no neighbours")
	}
	maintainer, vendor := node(t, s, "Provider of maintenance"), node(t, s, "Supplier of smart-home IoT")
	if e := joins(s, maintainer, heater); len(e) != 1 || e[0].Line != diagram.LineLongDash {
		t.Errorf("maintainer and heater are joined by %+v", e)
	}
	if e := joins(s, vendor, cloud); len(e) != 1 || e[0].Line != diagram.LineSolid || !strings.Contains(said(vendor), "operates the cloud service") {
		t.Errorf("vendor and cloud are joined by %+v", e)
	}
}

func TestDataflow(t *testing.T) {
	r := useCase(t, "gas-water-heater")
	r.System.Flows[0].Closed = true
	s := scene(t, r, "dataflow")
	var struck, optional int
	for _, e := range s.Edges {
		if e.Number == "" {
			t.Errorf("edge %s has no number", e.ID)
		}
		if e.Struck {
			struck++
		}
		if e.Line == diagram.LineDashed {
			optional++
		}
	}
	if struck != 2 || optional == 0 {
		t.Errorf("%d legs are crossed out, %d are dashed", struck, optional)
	}
	first := joins(s, node(t, s, "Smartphone"), node(t, s, "Internet"))
	if len(first) != 2 || first[0].Number != "1" || first[0].Label[0].Text != "Instruction (fill the bath)" {
		t.Errorf("the first leg is %+v", first)
	}
	if e := joins(s, node(t, s, "Cloud service"), node(t, s, "Smartphone")); len(e) > 0 {
		t.Errorf("cloud and phone share the internet, but are joined by %+v", e)
	}
}

// TestDataflowNatures: each nature has a line of its own and a word in the legend.
func TestDataflowNatures(t *testing.T) {
	r := useCase(t, "gas-water-heater")
	lines := map[diagram.LineStyle]bool{}
	for _, nature := range models.Natures() {
		r.System.Flows = []models.Flow{{ID: "f", From: "smartphone", To: "cloud", Nature: nature}}
		s := scene(t, r, "dataflow")
		lines[s.Edges[0].Line] = true
		if len(s.Legend) != 1 || s.Legend[0].Line != s.Edges[0].Line {
			t.Errorf("%s: legend %+v", nature, s.Legend)
		}
	}
	if len(lines) != len(models.Natures()) || lines[diagram.LineDashed] {
		t.Errorf("the natures share lines: %v", lines)
	}
}

// TestDataflowLines: the flows on one line are of one nature, and all lines are drawn alike; a flow that returns the way
// it came has one line with two heads.
func TestDataflowLines(t *testing.T) {
	r := useCase(t, "kalay-camera")
	nature := map[string]models.Nature{}
	for _, f := range r.System.Flows {
		nature[fmt.Sprint(f.Seq)] = f.Nature
	}
	s := scene(t, r, "dataflow")
	both := 0
	for _, e := range s.Edges {
		for _, number := range strings.Split(e.Number, "·") {
			if first, _, _ := strings.Cut(e.Number, "·"); nature[number] == "" || nature[number] != nature[first] {
				t.Errorf("%s carries %s: natures %q and %q", e.ID, e.Number, nature[number], nature[first])
			}
		}
		if e.Emphasis != diagram.Plain {
			t.Errorf("%s is drawn unlike the others: %+v", e.ID, e)
		}
		if e.Arrow == diagram.Both {
			both++
		}
	}
	if both != 2 {
		t.Errorf("%d lines have two heads; the request and the settings pass the relay", both)
	}
}

// TestAttackGraphs: every box but the attackers', conditions, safeguards and measures follows from something, everything
// leads to the consequence, an AND joins two or more, and the easiest attack stands out from beginning to end.
func TestAttackGraphs(t *testing.T) {
	for name, r := range allCases(t) {
		for _, f := range figures.Figures(r, models.English, diagram.Light) {
			if !strings.HasPrefix(f.ID, "graph-") {
				continue
			}
			checkGraph(t, name+" "+f.ID, f.Graph)
			checkLegend(t, f.Graph)
		}
	}
}

// allCases are the cases of every law and those that the project keeps.
func allCases(t *testing.T) map[string]*models.Result {
	t.Helper()
	all := cases(t)
	for _, c := range modeltest.Cases(t, "../..") {
		all[c.Name] = resultOf(t, os.DirFS(c.Folder))
	}
	return all
}

func checkGraph(t *testing.T, name string, s *diagram.Scene) {
	t.Helper()
	into, out, raised := map[string]int{}, map[string]int{}, map[string]int{}
	for _, e := range s.Edges {
		into[e.To]++
		out[e.From]++
		if e.Emphasis == diagram.Raised {
			raised[e.To]++
		}
	}
	for _, n := range s.Nodes {
		switch {
		case n.ID == "goal":
			if raised[n.ID] == 0 && len(s.Nodes) > 1 {
				t.Errorf("%s: the easiest attack does not reach the consequence", name)
			}
			continue
		case n.Shape == diagram.ShapeAndGate && into[n.ID] < 2:
			t.Errorf("%s: %s joins %d", name, n.ID, into[n.ID])
		case strings.HasPrefix(n.ID, "fact-") && n.Shape == diagram.ShapePill && into[n.ID] == 0:
			t.Errorf("%s: %s follows from nothing", name, n.ID)
		case n.Emphasis == diagram.Raised && strings.HasPrefix(n.ID, "fact-") && raised[n.ID] == 0:
			t.Errorf("%s: %s stands out, but no line to it does", name, n.ID)
		}
		if out[n.ID] == 0 {
			t.Errorf("%s: %s leads nowhere", name, n.ID)
		}
	}
}

// attacksOnly leaves in the attack graphs what the easiest attacks consist of.
func attacksOnly(r *models.Result) {
	for i := range r.Graphs {
		g := &r.Graphs[i]
		of := map[string]bool{}
		for _, q := range r.Consequences {
			for _, a := range q.Attacks {
				for _, s := range a.Steps {
					of[s.Instance] = of[s.Instance] || q.Effect == g.Effect
				}
			}
		}
		g.Steps = slices.DeleteFunc(g.Steps, func(s models.Step) bool { return !of[s.Instance] })
		g.Portrayal = nil
	}
	portrait.Complete(r)
}

func TestMeasuresInGraph(t *testing.T) {
	r := useCase(t, "gas-water-heater")
	attacksOnly(r)
	var adopted, candidate bool
	for _, f := range figures.Figures(r, models.English, diagram.Light) {
		if f.ID != "graph-no_hot_water" {
			continue
		}
		s := f.Graph
		assumed := false
		for _, n := range s.Nodes {
			if n.Icon == diagram.IconMeasure {
				adopted = adopted || n.Emphasis == diagram.Guarding && strings.Contains(said(n), "adopted")
				candidate = candidate || n.Emphasis == diagram.Muted && strings.Contains(said(n), "candidate")
			}
		}
		for _, e := range s.Edges {
			for _, l := range e.Label {
				assumed = assumed || strings.Contains(l.Text, "*")
			}
		}
		checkLegend(t, s)
		notes := strings.Join(s.Footnotes, "\n")
		if assumed != (strings.Contains(notes, "*1 ") && strings.Contains(notes, "taken as not given")) {
			t.Errorf("the notes do not name the assumptions: %q", notes)
		}
	}
	if !adopted || !candidate {
		t.Errorf("measures in force %t, candidates %t", adopted, candidate)
	}
}

// checkLegend: measures, in force or not, and conditions are each explained by a sample of the same look, and no two alike.
func checkLegend(t *testing.T, s *diagram.Scene) {
	t.Helper()
	type look struct {
		shape    diagram.Shape
		emphasis diagram.Emphasis
	}
	legend := map[look]string{}
	for _, e := range s.Legend {
		if l := (look{e.Shape, e.Emphasis}); e.Sample == diagram.SampleNode {
			if legend[l] != "" {
				t.Errorf("%s: %q and %q look alike", s.ID, legend[l], e.Text)
			}
			legend[l] = e.Text
		}
	}
	for _, n := range s.Nodes {
		if n.Icon != diagram.IconMeasure && n.Icon != diagram.IconCondition {
			continue
		}
		if text := legend[look{n.Shape, n.Emphasis}]; text == "" || strings.Contains(text, "measure") != (n.Icon == diagram.IconMeasure) {
			t.Errorf("%s: %s is explained as %q", s.ID, n.ID, text)
		}
	}
}

// TestTwinWays: ways between the same points by the same rule each name the flow that they go over, and no two lines say
// the same.
func TestTwinWays(t *testing.T) {
	s := scene(t, useCase(t, "kalay-camera"), "graph-video_theft")
	seen := map[string]bool{}
	var over []string
	for _, e := range s.Edges {
		text := e.From + " " + e.To
		for _, l := range e.Label {
			text += "\n" + l.Text
		}
		if seen[text] {
			t.Errorf("two lines say %q", text)
		}
		seen[text] = true
		if strings.Contains(text, "Impersonated at the relay") {
			over = append(over, text)
		}
	}
	if len(over) != 2 || !strings.Contains(strings.Join(over, "\n"), "(Settings of the camera)") || !strings.Contains(strings.Join(over, "\n"), "(Request to connect and watch)") {
		t.Errorf("the ways through the relay are %q", over)
	}
}

// TestRiskMap: the map says where the case lies, in which readings, and the author's reasons.
func TestRiskMap(t *testing.T) {
	r := useCase(t, "gas-water-heater")
	r.Levels.Published.Assessed.Economic = models.EconomicLevel{Min: models.LimitedImpact, Max: models.SeriousImpact, DefaultLowest: true}
	var text string
	for _, f := range figures.Figures(r, models.Japanese, diagram.Light) {
		if f.ID == "risk-map" {
			text = string(f.Picture.SVG())
		}
	}
	for _, want := range []string{
		"ガス給湯器", "評価結果", "固有リスク", "残留リスク", "壊滅的な", "致命的なダメージ", "特定条件下にて、", "低", "高",
		"限定的な経済影響 ～", "plot-inherent", "plot-assessed", `class="intervals"`, "消費者現場",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the map does not say %q", want)
		}
	}
}

// TestRiskMapRoom: what stands in the cell of the published reading ends above its lower border.
func TestRiskMapRoom(t *testing.T) {
	for _, name := range []string{"amnesia33", "window-shutters", "gas-water-heater"} {
		r := useCase(t, name)
		r.Levels.Published.Inherent, r.Levels.Published.Residual = r.Levels.Published.Assessed, r.Levels.Published.Assessed
		for _, system := range []string{"", "Supervision, maintenance and remote operation of industrial controllers in cold stores"} {
			if system != "" {
				r.System.SystemName = models.Plain(system)
			}
			for _, lang := range models.Langs() {
				for _, f := range figures.Figures(r, lang, diagram.Light) {
					if f.ID == "risk-map" {
						checkRoom(t, name+" "+string(lang), f.Picture)
					}
				}
			}
		}
	}
}

// checkRoom compares the texts of the marks with the cell that is set off, whose border is 2.4 wide.
func checkRoom(t *testing.T, name string, p *picture.Picture) {
	t.Helper()
	lowest, texts, border := 0.0, 0, 0.0
	var walk func(items []picture.Item, mark bool)
	walk = func(items []picture.Item, mark bool) {
		for _, item := range items {
			switch item := item.(type) {
			case picture.Group:
				walk(item.Items, mark || item.Class == "mark")
			case picture.Text:
				if mark {
					lowest, texts = max(lowest, item.Y), texts+1
				}
			case picture.Shape:
				if item.Width == 2.4 {
					for _, s := range item.Path {
						for _, at := range s.Points {
							border = max(border, at.Y)
						}
					}
				}
			}
		}
	}
	walk(p.Items, false)
	if texts < 2 || border == 0 || lowest > border-4 {
		t.Errorf("%s: the last of %d texts stands at %.0f, the border at %.0f", name, texts, lowest, border)
	}
}

// TestRiskMapCourse: wherever the readings lie, the arrows between them pass no text.
func TestRiskMapCourse(t *testing.T) {
	r := useCase(t, "gas-water-heater")
	for _, e := range models.Economics() {
		for _, v := range models.Recoveries() {
			r.Levels.Published.Inherent = models.LevelPair{Recovery: models.RecoveryLevel{Level: models.FatalDamage}, Economic: models.EconomicLevel{Max: models.SeriousImpact}}
			r.Levels.Published.Assessed = models.LevelPair{Recovery: models.RecoveryLevel{Level: v}, Economic: models.EconomicLevel{Max: e}}
			r.Levels.Published.Residual = models.LevelPair{}
			for _, f := range figures.Figures(r, models.Japanese, diagram.Light) {
				if f.ID == "risk-map" {
					checkCourses(t, fmt.Sprint(v, " ", e), f.Picture)
				}
			}
		}
	}
}

// checkCourses looks for lines of the group of steps that pass a text of the group of marks.
func checkCourses(t *testing.T, name string, p *picture.Picture) {
	t.Helper()
	var lines [][]layout.Point
	var texts []layout.Box
	for _, item := range p.Items {
		part, is := item.(picture.Group)
		if !is {
			continue
		}
		for _, inner := range part.Items {
			if shape, line := inner.(picture.Shape); line && part.Class == "steps" && len(shape.Path) == 2 {
				a, b := shape.Path[0].Points[0], shape.Path[1].Points[0]
				lines = append(lines, []layout.Point{{X: a.X, Y: a.Y}, {X: b.X, Y: b.Y}})
			}
			mark, is := inner.(picture.Group)
			if !is || part.Class != "marks" {
				continue
			}
			for _, x := range mark.Items {
				if text, is := x.(picture.Text); is {
					half := typeset.Font{Size: text.Size, Bold: text.Bold}.Width(text.Content) / 2
					texts = append(texts, layout.Box{Min: layout.Point{X: text.X - half, Y: text.Y - text.Size*0.8}, Max: layout.Point{X: text.X + half, Y: text.Y}})
				}
			}
		}
	}
	if len(texts) < 2 || len(lines) == 0 {
		t.Fatalf("%s: only %d texts on the marks and %d arrows", name, len(texts), len(lines))
	}
	for _, line := range lines {
		for _, box := range texts {
			if enters(line[0], line[1], box) {
				t.Errorf("%s: an arrow passes a text", name)
			}
		}
	}
}

// TestLanguages: both languages show the same things.
func TestLanguages(t *testing.T) {
	r := useCase(t, "gas-water-heater")
	ja, en := figures.Figures(r, models.Japanese, diagram.Light), figures.Figures(r, models.English, diagram.Light)
	for i := range ja {
		if ja[i].ID != en[i].ID || ja[i].Title != en[i].Title {
			t.Fatalf("%s and %s", ja[i].ID, en[i].ID)
		}
		if ja[i].Picture != nil {
			continue
		}
		ids := func(s *diagram.Scene) []string {
			var out []string
			for _, n := range s.Nodes {
				out = append(out, n.ID)
			}
			for _, e := range s.Edges {
				out = append(out, e.ID)
			}
			return out
		}
		if a, b := ids(ja[i].Scenes[0].Scene), ids(en[i].Scenes[0].Scene); !slices.Equal(a, b) {
			t.Errorf("%s differs: %v, %v", ja[i].ID, a, b)
		}
	}
}

// enters tells whether one of many points of a straight line lies in a box.
func enters(a, b layout.Point, box layout.Box) bool {
	const points = 1000
	for i := range points {
		f := float64(i) / (points - 1)
		x, y := a.X+f*(b.X-a.X), a.Y+f*(b.Y-a.Y)
		if x > box.Min.X && x < box.Max.X && y > box.Min.Y && y < box.Max.Y {
			return true
		}
	}
	return false
}
