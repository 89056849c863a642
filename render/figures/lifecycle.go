package figures

import (
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
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

// lifecycle shows the data's way through the fields, in four steps.
func (c *caseView) lifecycle() []Figure {
	if len(c.system.Events) == 0 {
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
	var out []Figure
	for step, x := range steps {
		l := &lifeScene{caseView: c, scene: c.scene(x.id, x.title), step: lifeStep(step)}
		l.scene.Direction = diagram.Automatic
		l.draw()
		out = append(out, Figure{ID: x.id, Title: x.title, Scenes: []Variant{{Scene: l.scene}}})
	}
	return out
}

// lifeScene is the state that the steps of drawing the life of data share.
type lifeScene struct {
	*caseView
	scene *diagram.Scene
	step  lifeStep
	frame map[models.DataID]string // the innermost frame around data
	outer map[string]string        // the frame around a frame
}

func (l *lifeScene) draw() {
	l.frame, l.outer = map[models.DataID]string{}, map[string]string{}
	if l.step >= lifeFields {
		l.addFields()
	}
	on := map[models.DataID]bool{}
	for i := range l.system.Events {
		for _, list := range [][]models.DataID{l.system.Events[i].From, l.system.Events[i].To} {
			for _, d := range list {
				on[d] = true
			}
		}
	}
	for i := range l.result.DataRisks {
		for _, id := range append([]string{l.result.DataRisks[i].Subject}, l.result.DataRisks[i].Others...) {
			on[models.DataID(id)] = on[models.DataID(id)] || l.step >= lifeRisks
		}
	}
	for i := range l.system.Data {
		if d := &l.system.Data[i]; on[d.ID] {
			l.scene.Nodes = append(l.scene.Nodes, l.dataNode(d))
		}
	}
	for i := range l.system.Events {
		l.addEvent(&l.system.Events[i])
	}
	if l.step >= lifeRisks {
		l.addRisks(on)
	}
	l.explain()
}

// stageWidth is the width of the text of a data item's box, attributeWidth with its attributes, and riskWidth that of a risk.
const stageWidth, attributeWidth, riskWidth = 150.0, 236.0, 150.0

// dataNode is the box of a data item, with its attributes from the third step on.
func (l *lifeScene) dataNode(d *models.Data) diagram.Node {
	n := diagram.Node{
		ID: stageNode(d.ID), Zone: l.frame[d.ID], Shape: diagram.ShapeDocument, MaxWidth: stageWidth,
		Label: []diagram.Line{{Text: l.called(models.DataSubject, string(d.ID)), Tone: diagram.ToneStrong}},
	}
	if l.step < lifeAttributes || d.Attributes == nil {
		return n
	}
	n.MaxWidth = attributeWidth
	a := d.Attributes
	say := func(attribute models.Text, values ...string) {
		if len(values) > 0 {
			n.Label = append(n.Label, diagram.Line{Text: l.fill(words.AttributeIs, "attribute", l.say(attribute), "value", l.list(values)), Tone: diagram.ToneSmall})
		}
	}
	var categories []string
	for i := range l.result.Words.Categories {
		if x := &l.result.Words.Categories[i]; slices.Contains(a.Categories, x.ID) {
			categories = append(categories, l.say(x.Name))
		}
	}
	say(words.ColumnCategory, categories...)
	if a.Value != "" {
		say(words.ColumnValue, l.say(words.DataValue(a.Value)))
	}
	say(words.ColumnDisclosure, l.parties(a.Disclosure)...)
	say(words.ColumnHolders, l.parties(a.RightHolders)...)
	say(words.ColumnMedium, l.media(d.ID)...)
	return n
}

func stageNode(id models.DataID) string { return "data-" + string(id) }

func (l *lifeScene) parties(ids []models.StakeholderID) []string {
	var out []string
	for _, id := range ids {
		out = append(out, l.called(models.StakeholderSubject, string(id)))
	}
	return out
}

// media are the components that store a data item.
func (l *lifeScene) media(d models.DataID) []string {
	var out []string
	for i := range l.system.Components {
		if x := &l.system.Components[i]; slices.Contains(x.Stores, d) {
			out = append(out, l.called(models.ComponentSubject, string(x.ID)))
		}
	}
	return out
}

// addEvent adds an event between the data that it works on and those that come of it.
func (l *lifeScene) addEvent(e *models.Event) {
	id := eventNode(e.ID)
	label := []diagram.Line{{Text: l.say(e.Nature.Name()), Tone: diagram.ToneStrong}}
	if !e.Name.Empty() && l.say(e.Name) != l.say(e.Nature.Name()) {
		label = append(label, diagram.Line{Text: l.say(e.Name), Tone: diagram.ToneSmall})
	}
	l.scene.Nodes = append(l.scene.Nodes, diagram.Node{ID: id, Zone: l.common(e), Shape: diagram.ShapePill, Label: label})
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
	for i := range l.result.DataRisks {
		r := &l.result.DataRisks[i]
		id := fmt.Sprintf("risk-%d", i+1)
		l.scene.Nodes = append(l.scene.Nodes, diagram.Node{
			ID: id, Shape: diagram.ShapeBox, Icon: diagram.IconEffect, Emphasis: diagram.Raised, MaxWidth: riskWidth,
			Badge: l.say(words.RiskBox), Label: []diagram.Line{{Text: l.say(r.Text), Tone: diagram.ToneSmallStrong}},
		})
		join := func(node string) {
			l.scene.Edges = append(l.scene.Edges, diagram.Edge{
				ID: id + "-" + node, From: node, To: id, Line: diagram.LineDotted, Arrow: diagram.NoArrow, Emphasis: diagram.Raised,
			})
		}
		if r.Type == models.EventElement {
			join(eventNode(models.EventID(r.Subject)))
			continue
		}
		join(stageNode(models.DataID(r.Subject)))
		for _, other := range r.Others {
			if d := models.DataID(other); on[d] && l.names[models.DataSubject][other] != (models.Text{}) {
				join(stageNode(d))
			}
		}
	}
}

func (l *lifeScene) explain() {
	explain := func(e diagram.Entry, text models.Text) {
		e.Text = l.say(text)
		l.scene.Legend = append(l.scene.Legend, e)
	}
	explain(diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeDocument}, words.DataBox)
	explain(diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapePill}, words.EventBox)
	if l.step >= lifeRisks && len(l.result.DataRisks) > 0 {
		explain(diagram.Entry{Sample: diagram.SampleLine, Line: diagram.LineDotted, Arrow: diagram.NoArrow, Emphasis: diagram.Raised}, words.RiskLine)
	}
	l.scene.Subtitle = l.say([]models.Text{
		lifeEvents: words.LifecycleLeadEvents, lifeFields: words.LifecycleLeadFields,
		lifeAttributes: words.LifecycleLeadStages, lifeRisks: words.LifecycleLeadRisks,
	}[l.step])
	l.scene.Description = strings.TrimSpace(l.scene.Title + ". " + l.scene.Subtitle)
}
