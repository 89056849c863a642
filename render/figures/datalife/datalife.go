// Package datalife draws the life of data between parties, in the four steps of the framework's third layer.
package datalife

import (
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// lifeStep is a step of the framework's third layer: each adds to what the one before it shows.
type lifeStep int

const (
	lifeEvents     lifeStep = iota // data and events
	lifeFields                     // the fields around them
	lifeAttributes                 // what the data are
	lifeRisks                      // what is at risk
)

// Figures shows the data's way through the fields, in four steps.
func Figures(c *caseview.Case) []plate.Figure {
	if len(c.System.Events) == 0 {
		return nil
	}
	steps := []struct {
		id    string
		title models.Text
	}{
		lifeEvents:     {render.EventsDrawing, words.LifecycleEvents},
		lifeFields:     {render.FieldsDrawing, words.LifecycleFields},
		lifeAttributes: {render.AttributesDrawing, words.LifecycleStages},
		lifeRisks:      {render.DataRisksDrawing, words.LifecycleRisks},
	}
	var out []plate.Figure
	for step, x := range steps {
		f := plate.Figure{ID: x.id, Title: x.title}
		for _, compact := range []bool{false, true} {
			if compact && lifeStep(step) < lifeAttributes {
				continue // there is nothing to make compact
			}
			l := &lifeScene{Case: c, scene: c.Scene(x.id, x.title), step: lifeStep(step), compact: compact}
			l.scene.Direction = diagram.Automatic
			l.draw()
			f.Scenes = append(f.Scenes, plate.Variant{Scene: l.scene})
		}
		out = append(out, f)
	}
	return out
}

// lifeScene is the state that the steps of drawing the life of data share.
type lifeScene struct {
	*caseview.Case
	scene   *diagram.Scene
	step    lifeStep
	compact bool                     // attributes that all data have are said once, and risks stand in the frames of what they lie at
	common  []string                 // those attributes
	frame   map[models.DataID]string // the innermost frame around data
	outer   map[string]string        // the frame around a frame
}

func (l *lifeScene) draw() {
	l.frame, l.outer = map[models.DataID]string{}, map[string]string{}
	if l.step >= lifeFields {
		l.addFields()
	}
	on := map[models.DataID]bool{}
	for i := range l.System.Events {
		for _, list := range [][]models.DataID{l.System.Events[i].From, l.System.Events[i].To} {
			for _, d := range list {
				on[d] = true
			}
		}
	}
	for i := range l.Result.DataRisks {
		for _, id := range append([]string{l.Result.DataRisks[i].Subject}, l.Result.DataRisks[i].Others...) {
			on[models.DataID(id)] = on[models.DataID(id)] || l.step >= lifeRisks
		}
	}
	l.findCommon(on)
	for i := range l.System.Data {
		if d := &l.System.Data[i]; on[d.ID] {
			l.scene.Nodes = append(l.scene.Nodes, l.dataNode(d))
		}
	}
	for i := range l.System.Events {
		l.addEvent(&l.System.Events[i])
	}
	if l.step >= lifeRisks {
		l.addRisks(on)
	}
	l.explain()
}

// Widths of the text of boxes: of a data item, of one with its attributes, of an event and of a risk.
const stageWidth, attributeWidth, eventWidth, riskWidth = 150.0, 236.0, 190.0, 150.0

// dataNode is the box of a data item, with its attributes from the third step on.
func (l *lifeScene) dataNode(d *models.Data) diagram.Node {
	n := diagram.Node{
		ID: stageNode(d.ID), Zone: l.frame[d.ID], Shape: diagram.ShapeDocument, MaxWidth: stageWidth,
		Label: []diagram.Line{{Text: l.Called(models.DataSort, string(d.ID)), Tone: diagram.ToneStrong}},
	}
	if l.step < lifeAttributes || d.Attributes == nil {
		return n
	}
	n.MaxWidth = attributeWidth
	for _, line := range l.attributes(d) {
		if !slices.Contains(l.common, line) {
			n.Label = append(n.Label, diagram.Line{Text: line, Tone: diagram.ToneSmall})
		}
	}
	return n
}

// attributes are what data are at their stage, a line each.
func (l *lifeScene) attributes(d *models.Data) []string {
	var out []string
	say := func(attribute models.Text, values ...string) {
		if len(values) > 0 {
			out = append(out, l.Fill(words.AttributeIs, "attribute", l.Say(attribute), "value", l.List(values)))
		}
	}
	a := d.Attributes
	var categories []string
	for i := range l.Result.Words.Categories {
		if x := &l.Result.Words.Categories[i]; slices.Contains(a.Categories, x.ID) {
			categories = append(categories, l.Say(x.Name))
		}
	}
	say(words.ColumnCategory, categories...)
	if a.Value != "" {
		say(words.ColumnValue, l.Say(words.DataValue(a.Value)))
	}
	say(words.ColumnDisclosure, l.parties(a.Disclosure)...)
	say(words.ColumnHolders, l.parties(a.RightHolders)...)
	say(words.ColumnMedium, l.media(d.ID)...)
	return out
}

// findCommon finds the attributes that all data of the figure have: a compact figure says them once.
func (l *lifeScene) findCommon(on map[models.DataID]bool) {
	if !l.compact {
		return
	}
	first := true
	for i := range l.System.Data {
		d := &l.System.Data[i]
		if !on[d.ID] || d.Attributes == nil {
			continue
		}
		lines := l.attributes(d)
		if first {
			l.common, first = lines, false
		}
		l.common = slices.DeleteFunc(l.common, func(line string) bool { return !slices.Contains(lines, line) })
	}
	if len(l.common) > 0 {
		l.scene.Footnotes = append(l.scene.Footnotes, l.Fill(words.CommonAttributes, "attributes", strings.Join(l.common, l.Say(words.Comma))))
	}
}

func stageNode(id models.DataID) string { return "data-" + string(id) }

func (l *lifeScene) parties(ids []models.StakeholderID) []string {
	var out []string
	for _, id := range ids {
		out = append(out, l.Called(models.StakeholderSort, string(id)))
	}
	return out
}

// media are the components that store a data item.
func (l *lifeScene) media(d models.DataID) []string {
	var out []string
	for i := range l.System.Components {
		if x := &l.System.Components[i]; slices.Contains(x.Stores, d) {
			out = append(out, l.Called(models.ComponentSort, string(x.ID)))
		}
	}
	return out
}

// addEvent adds an event between the data that it works on and those that come of it.
func (l *lifeScene) addEvent(e *models.Event) {
	id := eventNode(e.ID)
	label := []diagram.Line{{Text: l.Say(e.Nature.Name()), Tone: diagram.ToneStrong}}
	if !e.Name.Empty() && l.Say(e.Name) != l.Say(e.Nature.Name()) {
		label = append(label, diagram.Line{Text: l.Say(e.Name), Tone: diagram.ToneSmall})
	}
	l.scene.Nodes = append(l.scene.Nodes, diagram.Node{ID: id, Zone: l.around(e), Shape: diagram.ShapePill, MaxWidth: eventWidth, Label: label})
	for _, d := range e.From {
		l.scene.Edges = append(l.scene.Edges, diagram.Edge{ID: fmt.Sprintf("%s-from-%s", id, d), From: stageNode(d), To: id})
	}
	for _, d := range e.To {
		l.scene.Edges = append(l.scene.Edges, diagram.Edge{ID: fmt.Sprintf("%s-to-%s", id, d), From: id, To: stageNode(d)})
	}
}

func eventNode(id models.EventID) string { return "event-" + string(id) }

// addRisks adds the risks, each beside what it lies at.
func (l *lifeScene) addRisks(on map[models.DataID]bool) {
	for i := range l.Result.DataRisks {
		r := &l.Result.DataRisks[i]
		id := fmt.Sprintf("risk-%d", i+1)
		l.scene.Nodes = append(l.scene.Nodes, diagram.Node{
			ID: id, Shape: diagram.ShapeBox, Icon: diagram.IconEffect, Emphasis: diagram.Raised, MaxWidth: riskWidth,
			Badge: l.Say(words.RiskBox), Label: []diagram.Line{{Text: l.Say(r.Text), Tone: diagram.ToneSmallStrong}},
			Zone: l.beside(r),
		})
		join := func(node string) {
			l.scene.Edges = append(l.scene.Edges, diagram.Edge{
				ID: id + "-" + node, From: node, To: id, Line: diagram.LineDotted, Arrow: diagram.NoArrow, Emphasis: diagram.Raised,
			})
		}
		if r.Type == models.EventSort {
			join(eventNode(models.EventID(r.Subject)))
			continue
		}
		join(stageNode(models.DataID(r.Subject)))
		for _, other := range r.Others {
			if d := models.DataID(other); on[d] && l.Named(models.DataSort, other) {
				join(stageNode(d))
			}
		}
	}
}

// beside is the frame in which a risk stands: outside all of them, unless the figure is compact.
func (l *lifeScene) beside(r *models.DataRisk) string {
	if !l.compact {
		return ""
	}
	if r.Type == models.DataSort {
		return l.frame[models.DataID(r.Subject)]
	}
	for i := range l.System.Events {
		if e := &l.System.Events[i]; string(e.ID) == r.Subject {
			return l.around(e)
		}
	}
	return ""
}

func (l *lifeScene) explain() {
	explain := func(e diagram.Entry, text models.Text) {
		e.Text = l.Say(text)
		l.scene.Legend = append(l.scene.Legend, e)
	}
	explain(diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeDocument}, words.DataBox)
	explain(diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapePill}, words.EventBox)
	if l.step >= lifeRisks && len(l.Result.DataRisks) > 0 {
		explain(diagram.Entry{Sample: diagram.SampleLine, Line: diagram.LineDotted, Arrow: diagram.NoArrow, Emphasis: diagram.Raised}, words.RiskLine)
	}
	l.scene.Subtitle = l.Say([]models.Text{
		lifeEvents: words.LifecycleLeadEvents, lifeFields: words.LifecycleLeadFields,
		lifeAttributes: words.LifecycleLeadStages, lifeRisks: words.LifecycleLeadRisks,
	}[l.step])
	l.scene.Description = strings.TrimSpace(l.scene.Title + ". " + l.scene.Subtitle)
}
