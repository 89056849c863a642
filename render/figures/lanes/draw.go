package lanes

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// Measures of the picture, in pixels.
const (
	usual    = 660.0 // the width of a picture where its places need no more
	full     = 692.0 // the greatest: a page of A4 portrait shows its smallest text with eight points
	narrow   = 64.0  // the least width of a column
	japanese = 78.0  // the same of one with Japanese names
	widest   = 100.0 // to which a long word may widen it
	wide     = 128.0 // to which it grows where there is room
	tall     = 840.0 // the height that such a page holds, without title and notes
	goalWide = 124.0
	gap      = 12.0 // between the columns and the consequence
	headPad  = 6.0
	icon     = 20.0
	saysWho  = 22.0 // above the rows of a lane
	lanePad  = 8.0
	radius   = 9.0
	arrow    = 8.0
)

var (
	zoneFont  = typeset.Font{Size: 11}
	nameFont  = typeset.Font{Size: 11.5, Bold: true}
	whoFont   = typeset.Font{Size: 11.5}
	leadFont  = typeset.Font{Size: 11.5, Bold: true}
	daysFont  = typeset.Font{Size: 12, Bold: true}
	firstFont = typeset.Font{Size: 17, Bold: true}
	verbFont  = typeset.Font{Size: 10.8}
	gateFont  = typeset.Font{Size: 10.8, Bold: true}
	goalFont  = typeset.Font{Size: 13, Bold: true}
	levelFont = typeset.Font{Size: 12, Bold: true}
)

// measure sizes the columns: no word of a name or of what happens is cut where that can be helped.
func (v *view) measure() {
	n := float64(max(len(v.columns), 1))
	word := narrow
	for i := range v.lanes {
		for j := range v.lanes[i].visits {
			word = max(word, v.wordOf(&v.lanes[i].visits[j]))
		}
	}
	v.each = max(min((usual-goalWide-gap)/n, wide), min(word, widest))
	if n*v.each+goalWide+gap > full {
		v.each = max((full-goalWide-gap)/n, narrow)
	}
	for i := range v.columns {
		v.columns[i].left = float64(i) * v.each
	}
}

// across is the width of all columns; where they are few, who attacks needs more room.
func (v *view) across() float64 { return max(v.each*float64(len(v.columns)), 360) }

func (v *view) width() float64 { return v.across() + gap + goalWide }

// zoneLines and nameLines are the lines of the head of a column.
func (v *view) zoneLines(from, to int) []string {
	zone := v.columns[from].zone
	if !v.Named(models.ZoneSort, string(zone)) {
		return nil
	}
	return zoneFont.Wrap(v.Called(models.ZoneSort, string(zone)), v.each*float64(to-from)-2*headPad)
}

func (v *view) nameLines(i int) []string {
	return nameFont.Wrap(v.Called(models.ComponentSort, string(v.columns[i].place)), v.each-6)
}

// zones calls each with the columns of a zone.
func (v *view) zones(each func(from, to int)) {
	for from := 0; from < len(v.columns); {
		to := from + 1
		for to < len(v.columns) && v.columns[to].zone == v.columns[from].zone {
			to++
		}
		each(from, to)
		from = to
	}
}

func (v *view) zoneHeight() float64 {
	lines := 0
	v.zones(func(from, to int) { lines = max(lines, len(v.zoneLines(from, to))) })
	return headPad + zoneFont.Height(lines) + headPad
}

func (v *view) headHeight() float64 {
	lines := 0
	for i := range v.columns {
		lines = max(lines, len(v.nameLines(i)))
	}
	return v.zoneHeight() + icon + 4 + nameFont.Height(lines) + 8
}

// gateLines are what stands above a visit: what is unknown on the way to it, and which measures take it away.
func (v *view) gateLines(l *lane, i int) (lines []string, shut bool) {
	x := &l.visits[i]
	if l.same[i] > 0 {
		return nil, false // told where the way is shown
	}
	var says []string
	for _, id := range x.shut {
		name := string(id)
		if m := v.Measures[id]; m != nil && !m.Text.Empty() {
			name = v.Say(m.Text)
		}
		says = append(says, v.Fill(words.GateShut, "measure", name))
	}
	if shut = len(says) > 0; !shut {
		for _, p := range x.open {
			says = append(says, v.Fill(words.GateOpen, "property", v.PropertyName(p.Property)))
		}
	}
	for _, s := range says[:min(len(says), 2)] {
		lines = append(lines, plate.FirstLines(gateFont.Wrap(s, v.each-8), 3)...)
	}
	if len(says) > 2 {
		lines = append(lines, v.Fill(words.AndMore, "n", strconv.Itoa(len(says)-2)))
	}
	return lines, shut
}

// row is how high a row of a lane is, above its line and below.
func (v *view) row(l *lane, row int) (above, below float64) {
	gates, verbs := 0, 0
	for i := range l.visits {
		if l.rows[i] == row {
			lines, _ := v.gateLines(l, i)
			gates, verbs = max(gates, len(lines)), max(verbs, len(v.verbLines(l, i)))
		}
	}
	return gateFont.Height(gates) + radius + 5, radius + 4 + verbFont.Height(verbs) + 4
}

// verbLines are what stands below a visit.
func (v *view) verbLines(l *lane, i int) []string {
	if n := l.same[i]; n > 0 {
		return verbFont.Wrap(v.Fill(words.SameWay, "n", strconv.Itoa(n)), v.each-6)
	}
	return plate.FirstLines(verbFont.Wrap(v.verb(&l.visits[i]), v.each-6), 4)
}

func (v *view) laneHeight(l *lane) float64 {
	h := saysWho + lanePad
	for row := range l.height {
		above, below := v.row(l, row)
		h += above + below
	}
	return h
}

// fit leaves lanes out, the hardest first, until a page holds the rest.
func (v *view) fit() {
	for len(v.lanes) > 1 && v.height() > tall {
		n := len(v.lanes) - 1
		v.lanes, v.left = v.lanes[:n:n], append([]lane{v.lanes[n]}, v.left...)
	}
}

func (v *view) height() float64 {
	h := v.headHeight()
	for i := range v.lanes {
		h += v.laneHeight(&v.lanes[i])
	}
	return max(h, v.headHeight()+v.goalHeight())
}

// draw paints the places, the lanes upon them, and the consequence beside them.
func (v *view) draw(at layout.Point, ink diagram.Palette) []picture.Item {
	items := v.drawPlaces(at, ink)
	y := at.Y + v.headHeight()
	for i := range v.lanes {
		p := painter{view: v, lane: &v.lanes[i], ink: ink, first: i == 0 && v.reached && v.lanes[i].malicious, left: at.X, top: y}
		items = append(items, picture.Group{Class: "lane", Title: v.who(&v.lanes[i]), Items: p.draw()})
		y += v.laneHeight(&v.lanes[i])
	}
	return append(items, picture.Group{Class: "goal", Items: v.drawGoal(layout.Point{X: at.X + v.across() + gap, Y: at.Y}, ink)})
}

// drawPlaces paints the zones with the places in them.
func (v *view) drawPlaces(at layout.Point, ink diagram.Palette) []picture.Item {
	var items []picture.Item
	v.zones(func(from, to int) {
		x := at.X + v.columns[from].left
		items = append(items, picture.Shape{
			Path: picture.RoundRect(x+1.5, at.Y, v.each*float64(to-from)-3, v.height(), 6), Fill: ink.Zones[0], Stroke: ink.ZoneLine, Width: 0.8,
		})
		items = append(items, plate.Column{Font: zoneFont, Lines: v.zoneLines(from, to), Fill: ink.Soft, Anchor: picture.Start}.At(x+headPad, at.Y+headPad)...)
		for i := from + 1; i < to; i++ {
			line := at.X + v.columns[i].left
			items = append(items, picture.Shape{
				Path:   picture.Polyline(picture.Point{X: line, Y: at.Y + v.zoneHeight()}, picture.Point{X: line, Y: at.Y + v.height() - 4}),
				Stroke: ink.ZoneLine, Width: 0.6, Dash: []float64{3, 3},
			})
		}
	})
	for i := range v.columns {
		c := v.Components[v.columns[i].place]
		middle := at.X + v.columns[i].left + v.each/2
		y := at.Y + v.zoneHeight()
		name := picture.Group{Class: "place", Title: v.Called(models.ComponentSort, string(c.ID)), Items: diagram.DrawIcon(v.Icon(c.Kind), middle-icon/2, y, icon, ink.Accent)}
		name.Items = append(name.Items, plate.Column{Font: nameFont, Lines: v.nameLines(i), Fill: ink.Ink, Anchor: picture.Middle}.At(middle, y+icon+4)...)
		items = append(items, name)
	}
	return items
}

// goalHeight is the height of what the box of the consequence says.
func (v *view) goalHeight() float64 {
	h := 44 + goalFont.Height(len(v.goalLines())) + 2*58 + 20
	for _, n := range v.aside() {
		h += n.height()
	}
	return h
}

func (v *view) goalLines() []string {
	return goalFont.Wrap(v.Called(models.EffectSort, string(v.consequence.Effect)), goalWide-16)
}

// aside is what the box of the consequence says below its levels: what stops it, and what must be there.
func (v *view) aside() []note {
	var out []note
	add := func(head models.Text, names []string) {
		if len(names) == 0 {
			return
		}
		n := note{head: v.Say(head)}
		for _, name := range names {
			n.lines = append(n.lines, verbFont.Wrap(name, goalWide-16)...)
		}
		out = append(out, n)
	}
	var stopping, conditions []string
	for _, id := range v.consequence.StoppedBy {
		if !v.reached {
			stopping = append(stopping, v.Called(models.SafeguardSort, string(id)))
		}
	}
	for _, id := range v.conditions() {
		conditions = append(conditions, v.Called(models.ConditionSort, id))
	}
	add(words.GoalStopped, stopping)
	add(words.GoalCondition, conditions)
	return out
}

// note is a heading with what stands below it.
type note struct {
	head  string
	lines []string
}

// height is that of a note with the room below it.
func (n *note) height() float64 { return verbFont.Height(1) + 5 + verbFont.Height(len(n.lines)) + 12 }

// conditions are the circumstances that the drawn attacks need.
func (v *view) conditions() (out []string) {
	for i := range v.lanes {
		for j := range v.lanes[i].attack.Steps {
			if s := &v.lanes[i].attack.Steps[j]; s.Rule == models.RulePresent && !slices.Contains(out, s.Concludes.Subject) {
				out = append(out, s.Concludes.Subject)
			}
		}
	}
	return out
}

// drawGoal paints the consequence with its levels. What does not come about is quiet.
func (v *view) drawGoal(at layout.Point, ink diagram.Palette) []picture.Item {
	q := v.consequence
	border, width := ink.Line, 1.2
	if v.reached {
		border, width = ink.Ink, 2
	}
	items := []picture.Item{picture.Shape{Path: picture.RoundRect(at.X, at.Y, goalWide, v.height(), 6), Fill: ink.Card, Stroke: border, Width: width}}
	middle := at.X + goalWide/2
	mark := diagram.IconEffect
	if q.Harm != nil && q.Harm.Injury != models.NoInjury && q.Harm.Injury != "" {
		mark = diagram.IconInjury
	}
	items = append(items, diagram.DrawIcon(mark, middle-14, at.Y+10, 28, ink.Accent)...)
	y := at.Y + 44
	items = append(items, plate.Column{Font: goalFont, Lines: v.goalLines(), Fill: ink.Ink, Anchor: picture.Middle}.At(middle, y)...)
	y += goalFont.Height(len(v.goalLines())) + 16
	level := func(axis models.Text, says string, of diagram.Level) {
		items = append(items, picture.Text{X: at.X + 8, Y: y + 11, Size: verbFont.Size, Fill: ink.Soft, Content: v.Say(axis)})
		box := layout.Box{Min: layout.Point{X: at.X + 8, Y: y + 18}, Max: layout.Point{X: at.X + goalWide - 8, Y: y + 44}}
		text := ink.Soft
		if v.reached {
			items = append(items, diagram.Swatch(of, box, ink)...)
			text = ink.Levels[of].Text
		}
		items = append(items, picture.Shape{Path: picture.RoundRect(box.Min.X, box.Min.Y, box.Width(), box.Height(), 3), Stroke: ink.Line, Width: 0.8},
			picture.Text{X: middle, Y: y + 35, Anchor: picture.Middle, Size: levelFont.Size, Bold: true, Fill: text, Content: levelFont.Shorten(says, goalWide-20)})
		y += 58
	}
	if q.Harm != nil {
		level(words.GoalRecovery, v.Say(words.RecoveryBadge(q.Levels.Recovery.Level)), caseview.Severity(q.Levels.Recovery.Level))
	}
	if q.Economic != nil {
		level(words.GoalEconomic, v.Say(words.EconomicBadge(q.Levels.Economic.Max)), caseview.Gravity(q.Levels.Economic.Max))
	}
	y += 4
	for _, n := range v.aside() {
		items = append(items, picture.Text{X: at.X + 8, Y: y + verbFont.Size*typeset.Ascent, Size: verbFont.Size, Fill: ink.Soft, Content: n.head})
		items = append(items, plate.Column{Font: verbFont, Lines: n.lines, Fill: ink.Ink, Anchor: picture.Start}.At(at.X+8, y+verbFont.Height(1)+5)...)
		y += n.height()
	}
	return items
}
