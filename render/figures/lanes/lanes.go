// Package lanes draws the attacks on one consequence: a lane for each attacker, sorted by what the attack takes, over the places of
// the system from outside to inside, with the verdict as its title. What no attack touches is not drawn.
package lanes

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// lane is the easiest attack of one attacker or initiator, or of several who take the same way with the same effort.
type lane struct {
	attack    *models.Attack
	others    []models.ProfileID
	malicious bool
	visits    []visit
	same      map[int]int // visits from which on it is the way of the first lane, with their numbers there
	rows      []int       // by visit: the row of the lane in which it stands
	height    int         // rows
	cut       int         // the first visit that a measure in force takes away; -1: none
}

// Figure is the picture of attacks on a consequence. id and title are what documents call it; subtitle says which attacks it shows.
func Figure(c *caseview.Case, q *models.Consequence, id string, title models.Text, subtitle string) plate.Figure {
	v := newView(c, q)
	sheet := &diagram.Sheet{
		ID: id, Lang: string(c.Lang), Title: v.verdict(), Subtitle: subtitle, Description: v.description(), Theme: c.Theme,
		Footnotes: v.footnotes(), Width: v.width(), Height: v.height(), Middle: v.draw,
	}
	return plate.Figure{ID: id, Title: title, Picture: sheet.Picture()}
}

// view is the state that the steps of drawing share.
type view struct {
	*caseview.Case
	consequence *models.Consequence
	lanes       []lane
	left        []lane // for which there is no room
	columns     []column
	at          map[models.ComponentID]int // places in columns
	each        float64                    // width of a column
	reached     bool                       // the consequence comes about as the system is
}

// mostLanes is how many lanes a picture shows.
const mostLanes = 7

func newView(c *caseview.Case, q *models.Consequence) *view {
	v := &view{Case: c, consequence: q, at: map[models.ComponentID]int{}, reached: q.Reachable.Assessed.Reachable}
	var all []lane
	for i := range q.Attacks {
		a := &q.Attacks[i]
		p := c.Profiles[a.Profile]
		all = append(all, lane{attack: a, malicious: p == nil || p.Kind.Malicious(), visits: visits(c, a), cut: -1})
	}
	slices.SortStableFunc(all, func(a, b lane) int {
		if a.malicious != b.malicious {
			return cmp.Compare(rank(a.malicious), rank(b.malicious))
		}
		return cmp.Compare(least(a.attack.Effort), least(b.attack.Effort))
	})
	v.lanes, v.left = v.shown(shared(all))
	v.columns = columnsOf(c, v.lanes)
	for i, col := range v.columns {
		v.at[col.place] = i
	}
	for i := range v.lanes {
		v.lanes[i].settle(v.at)
	}
	v.measure()
	v.fit()
	return v
}

func rank(malicious bool) int {
	if malicious {
		return 0
	}
	return 1
}

// least is what an effort is at least; endless where nothing is known.
func least(f models.Figure) float64 {
	switch {
	case f.Value != nil:
		return *f.Value
	case f.Lower != nil:
		return *f.Lower
	case f.Upper != nil:
		return *f.Upper
	}
	return math.Inf(1)
}

// settle gives each visit of a lane a row: a row goes on from left to right, and what comes from elsewhere begins a new one.
func (l *lane) settle(at map[models.ComponentID]int) {
	l.rows = make([]int, len(l.visits))
	var ends []int // by row: its last visit
	for i := range l.visits {
		best := -1
		for _, from := range l.visits[i].from {
			if ends[l.rows[from]] == from && at[l.visits[from].place] < at[l.visits[i].place] && from > best {
				best = from
			}
		}
		if best >= 0 {
			l.rows[i] = l.rows[best]
			ends[l.rows[best]] = i
			continue
		}
		l.rows[i] = len(ends)
		ends = append(ends, i)
	}
	l.height = len(ends)
	for i := range l.visits {
		if len(l.visits[i].shut) > 0 {
			l.cut = i
			break
		}
	}
}

// verdict says in a sentence what becomes of the consequence.
func (v *view) verdict() string {
	effect := v.Called(models.EffectSort, string(v.consequence.Effect))
	switch {
	case !v.reached && len(v.consequence.StoppedBy) > 0:
		var names []string
		for _, id := range v.consequence.StoppedBy {
			names = append(names, v.Called(models.SafeguardSort, string(id)))
		}
		return v.Fill(words.AttackStopped, "effect", effect, "safeguards", v.List(names))
	case !v.reached:
		return v.Fill(words.AttackNot, "effect", effect)
	case len(v.lanes) == 0:
		return effect
	case !v.consequence.Reachable.Residual.Reachable:
		return v.Fill(words.AttackCut, "effect", effect, "profile", v.who(&v.lanes[0]), "days", v.days(v.lanes[0].attack.Effort))
	case !v.lanes[0].malicious:
		return v.Fill(words.AttackByItself, "effect", effect, "profile", v.who(&v.lanes[0]))
	}
	return v.Fill(words.AttackReached, "effect", effect, "profile", v.who(&v.lanes[0]), "days", v.days(v.lanes[0].attack.Effort))
}

// who is what people call those of a lane.
func (v *view) who(l *lane) string {
	var names []string
	for _, id := range l.profiles() {
		names = append(names, v.ProfileName(id))
	}
	return v.List(names)
}

// days says an effort.
func (v *view) days(f models.Figure) string {
	switch n := least(f); {
	case math.IsInf(n, 1):
		return v.Say(words.FigureUnknown)
	case f.Value != nil:
		return v.Days(n)
	case f.Lower != nil:
		return v.Fill(words.EffortAtLeast, "days", v.Days(n))
	default:
		return v.Fill(words.EffortAtMost, "days", v.Days(n))
	}
}

// verb says what happens at a visit: the name of the rule of the step that says most, or of the state in which somebody begins.
func (v *view) verb(x *visit) string {
	s := x.telling()
	if r := v.Rules[s.Rule]; r != nil && !r.Name.Empty() {
		return v.Say(r.Name)
	}
	return v.State(s.Concludes.State)
}

// description is the picture in words: who takes which way.
func (v *view) description() string {
	var out []string
	for i := range v.lanes {
		l := &v.lanes[i]
		text := v.who(l)
		if l.malicious {
			text += v.Say(words.FactColon) + v.days(l.attack.Effort)
		}
		for j := range l.visits {
			text += " → " + v.Called(models.ComponentSort, string(l.visits[j].place))
		}
		out = append(out, text)
	}
	return v.verdict() + " " + strings.Join(out, "; ")
}

// footnotes say what the picture leaves out, and what its marks mean.
func (v *view) footnotes() []string {
	var out []string
	if len(v.left) > 0 {
		out = append(out, v.more())
	}
	if slices.ContainsFunc(v.lanes, func(l lane) bool { return slices.ContainsFunc(l.visits, func(x visit) bool { return len(x.open) > 0 }) }) {
		out = append(out, v.Say(words.LaneOpen))
	}
	if slices.ContainsFunc(v.lanes, func(l lane) bool { return l.cut >= 0 }) {
		out = append(out, v.Say(words.LaneShut))
	}
	if names := v.otherways(); len(names) > 0 {
		out = append(out, v.Fill(words.OtherWays, "profiles", v.List(names)))
	}
	return out
}

// more says how many attackers and initiators the picture leaves out, and what the easiest of those attacks takes.
func (v *view) more() string {
	who, easiest := 0, -1
	for i := range v.left {
		who += len(v.left[i].profiles())
		if v.left[i].malicious && (easiest < 0 || least(v.left[i].attack.Effort) < least(v.left[easiest].attack.Effort)) {
			easiest = i
		}
	}
	if easiest < 0 {
		return v.Fill(words.MoreInitiators, "n", strconv.Itoa(who))
	}
	return v.Fill(words.MoreLanes, "n", strconv.Itoa(who), "days", v.days(v.left[easiest].attack.Effort))
}

// otherways names those whose way a measure in force ends and who get there all the same.
func (v *view) otherways() (names []string) {
	for i := range v.lanes {
		for _, id := range v.lanes[i].profiles() {
			if v.lanes[i].cut >= 0 && v.reached && slices.Contains(v.consequence.Reachable.Residual.By, id) {
				names = append(names, v.ProfileName(id))
			}
		}
	}
	return names
}
