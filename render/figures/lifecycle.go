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

// addFields frames the data by their fields. A field all of whose data lie in another one is drawn inside it. Fields that overlap
// otherwise cannot be: there, data that lie in the same fields are framed together.
func (l *lifeScene) addFields() {
	groups, keys := l.signatures()
	var within func(a, b string) bool
	if l.nested() {
		within = func(a, b string) bool { return len(groups[a]) < len(groups[b]) && contains(groups[b], groups[a]) }
		groups, keys = map[string][]models.DataID{}, nil
		for i := range l.system.Fields {
			f := &l.system.Fields[i]
			if members := l.membersOf(f.ID); len(members) > 0 {
				key := l.fill(words.FieldCaption, "field", l.say(f.Name))
				groups[key], keys = members, append(keys, key)
			}
		}
	}
	slices.SortStableFunc(keys, func(a, b string) int { return len(groups[b]) - len(groups[a]) })
	for i, key := range keys {
		id := fmt.Sprintf("field-%d", i+1)
		parent := ""
		for j := i - 1; j >= 0 && within != nil; j-- {
			if within(key, keys[j]) {
				parent = fmt.Sprintf("field-%d", j+1)
				break
			}
		}
		l.outer[id] = parent
		l.scene.Zones = append(l.scene.Zones, diagram.Zone{ID: id, Parent: parent, Caption: key, Dashed: true})
		for _, d := range groups[key] {
			l.frame[d] = id
		}
	}
}

func (l *lifeScene) membersOf(field models.FieldID) []models.DataID {
	var out []models.DataID
	for i := range l.system.Data {
		if d := &l.system.Data[i]; slices.Contains(d.Fields, field) {
			out = append(out, d.ID)
		}
	}
	return out
}

// nested tells whether any two fields lie apart or one inside the other.
func (l *lifeScene) nested() bool {
	for i := range l.system.Fields {
		for j := range i {
			a, b := l.membersOf(l.system.Fields[i].ID), l.membersOf(l.system.Fields[j].ID)
			apart := !slices.ContainsFunc(a, func(d models.DataID) bool { return slices.Contains(b, d) })
			if !apart && (len(a) == len(b) || !contains(a, b) && !contains(b, a)) {
				return false
			}
		}
	}
	return true
}

func contains(all, some []models.DataID) bool {
	return !slices.ContainsFunc(some, func(d models.DataID) bool { return !slices.Contains(all, d) })
}

// signatures groups the data by the fields that they lie in.
func (l *lifeScene) signatures() (groups map[string][]models.DataID, keys []string) {
	groups = map[string][]models.DataID{}
	for i := range l.system.Data {
		d := &l.system.Data[i]
		var names []string
		for j := range l.system.Fields {
			if f := &l.system.Fields[j]; slices.Contains(d.Fields, f.ID) {
				names = append(names, l.say(f.Name))
			}
		}
		if len(names) == 0 {
			continue
		}
		key := l.fill(words.FieldCaption, "field", l.list(names))
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], d.ID)
	}
	return groups, keys
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

// common is the innermost frame around all data of an event.
func (l *lifeScene) common(e *models.Event) string {
	all := slices.Concat(e.From, e.To)
	for frame := l.frame[all[0]]; frame != ""; frame = l.outer[frame] {
		if !slices.ContainsFunc(all[1:], func(d models.DataID) bool { return !l.inside(l.frame[d], frame) }) {
			return frame
		}
	}
	return ""
}

// inside tells whether a frame is another one or lies in it.
func (l *lifeScene) inside(frame, outer string) bool {
	for ; frame != ""; frame = l.outer[frame] {
		if frame == outer {
			return true
		}
	}
	return false
}

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
