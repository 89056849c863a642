package margins

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
)

// Analysis finds the margins.
var Analysis = analysis.Analysis{
	Name: "margins",
	Doc: `How far each consequence is from coming about by each profile alone, in the assessed and the residual reading: the least
capability that is enough, how many statements and presumptions must fail where it does not come about (depth) and which, how many
properties must be raised where it does and which to raise first, and whether what is not stated decides.`,
	Needs: []string{"levels"},
	Run:   run,
}

// Of finds the margins of one effect alone, by some profiles in one reading.
func Of(effect models.EffectID, reading models.ReadingID, by []models.ProfileID) analysis.Analysis {
	return analysis.Analysis{Name: Analysis.Name, Doc: Analysis.Doc, Run: func(p *analysis.Pass) error {
		s, err := newSearch(p, len(by))
		if err != nil {
			return err
		}
		for _, profile := range p.Profiles() {
			if slices.Contains(by, profile.ID) {
				s.ask(profile, reading, func(e models.EffectID) bool { return e == effect })
			}
		}
		return s.end()
	}}
}

func run(p *analysis.Pass) error {
	s, err := newSearch(p, 2*len(p.Profiles())*len(p.Effects()))
	if err != nil {
		return err
	}
	for _, profile := range p.Profiles() {
		for _, reading := range []models.ReadingID{models.Assessed, models.Residual} {
			if reading == models.Residual && len(s.open.InForce()) == 0 {
				continue // it is the assessed one
			}
			s.ask(profile, reading, func(models.EffectID) bool { return true })
		}
	}
	s.intervals()
	s.questions()
	return s.end()
}

// newSearch prepares a search that asks so many questions.
func newSearch(p *analysis.Pass, questions int) (*search, error) {
	open, err := ground.Open(p.Case.System, p.Case.Catalog)
	if err != nil {
		return nil, fmt.Errorf("ground the case with its statements open: %w", err)
	}
	limits := graph.Limits{Work: max(leastWork, p.Work()/int64(max(1, questions)))}
	return &search{pass: p, open: open, left: p.Work(), limits: limits, attacks: p.NewAttackSearch()}, nil
}

// end says how many answers are bounds.
func (s *search) end() error {
	if s.cut > 0 {
		s.pass.Limit("margins", "", fmt.Sprintf("of %d margins only bounds were found", s.cut))
	}
	s.attacks.Report("fleet")
	if s.failed != nil {
		return fmt.Errorf("find the easiest attack on all units: %w", s.failed)
	}
	return s.pass.Context.Err()
}

// intervals finds between which levels the published ones lie: the highest of what comes about however favourable all is that
// is not stated, and of what does where none of it protects.
func (s *search) intervals() {
	r := s.pass.Result
	for _, reading := range []models.ReadingID{models.Assessed, models.Residual} {
		between, asked := models.LevelInterval{Reading: reading}, false
		for i := range r.Margins {
			m := &r.Margins[i]
			if m.Reading != reading {
				continue
			}
			asked = true
			levels := s.pass.Grade(s.pass.EffectAt(m.Effect)).Levels.Point()
			if m.Standing != models.DoesNot {
				between.Worst = between.Worst.Or(levels)
			}
			if m.Standing == models.Settled {
				between.Best = between.Best.Or(levels)
			}
		}
		if asked && r.Levels.Published.In(reading).Determined() {
			r.Levels.Intervals = append(r.Levels.Intervals, between)
		}
	}
}

// leastWork is what each question may take at least.
const leastWork = 20_000

// search is what the questions share.
type search struct {
	pass   *analysis.Pass
	open   *ground.Case
	limits graph.Limits
	left   int64 // premises that may still be looked at to cut out what a consequence rests on
	cut    int   // how many answers are bounds

	attacks *analysis.AttackSearch // the easiest on all units
	failed  error                  // of these
}

// spend takes what one question looks at before it searches from what is left. It returns false where that is nothing.
func (s *search) spend() bool {
	if s.left <= 0 {
		return false
	}
	s.left -= int64(s.open.Graph.NumPremises())
	return true
}

// view is what one profile brings about in one reading, under the ways to take what is not stated.
type view struct {
	published, worst, best *graph.Fixpoint
	able                   []*graph.Fixpoint // by capability, the least first; of attackers

	selection *graph.Selection // as published
	failing   *graph.Selection // where statements fail, too
}

func (s *search) view(profile models.Profile, reading models.ReadingID) view {
	query := ground.Query{Reading: reading, Profiles: []models.ProfileID{profile.ID}}
	under := func(change func(*ground.Query)) *graph.Selection {
		q := query
		change(&q)
		return s.open.Select(q)
	}
	reach := func(change func(*ground.Query)) *graph.Fixpoint { return graph.Reach(s.open.Graph, under(change)) }
	v := view{
		selection: s.open.Select(query),
		failing:   under(func(q *ground.Query) { q.Failing = true }),
		worst:     reach(func(q *ground.Query) { q.Taking = ground.AsWorst }),
		best:      reach(func(q *ground.Query) { q.Taking = ground.AsBest }),
	}
	v.published = graph.Reach(s.open.Graph, v.selection)
	if profile.Kind.Malicious() {
		for _, c := range models.Capabilities() {
			v.able = append(v.able, reach(func(q *ground.Query) { q.Capability = c }))
		}
	}
	return v
}

// ask adds the margins of the consequences that are wanted, by one profile in one reading.
func (s *search) ask(profile models.Profile, reading models.ReadingID, wanted func(models.EffectID) bool) {
	v := s.view(profile, reading)
	for i := range s.open.Effects {
		id := s.open.Effects[i].ID
		if !wanted(id) {
			continue
		}
		occurs := models.Fact{State: models.StateOccurred, Subject: string(id)}
		m, _ := s.margin(v, id, profile, reading, occurs)
		s.pass.Result.Margins = append(s.pass.Result.Margins, m)
		occurs.In = models.AllUnits
		if m, there := s.margin(v, id, profile, reading, occurs); there {
			reach := models.FleetReach{Margin: m}
			if profile.Kind.Malicious() && m.Standing.ComesAbout() {
				reach.Effort = s.effort(&m, occurs)
			}
			s.pass.Result.Fleet = append(s.pass.Result.Fleet, reach)
		}
	}
}

// margin finds the margin of one goal of an effect; false where the case has no such goal.
func (s *search) margin(v view, id models.EffectID, profile models.Profile, reading models.ReadingID, occurs models.Fact) (models.Margin, bool) {
	goal, there := s.open.Fact(occurs)
	if !there {
		return models.Margin{}, false
	}
	m := models.Margin{Effect: id, Profile: profile.ID, Reading: reading, Standing: v.standing(goal), Capability: v.least(goal)}
	switch {
	case !s.spend():
		m.Bound = true
	case !v.published.Holds(goal):
		s.depth(&m, v, goal)
	case profile.Kind.Malicious():
		s.raise(&m, v, goal)
	}
	if m.Bound {
		s.cut++
	}
	return m, true
}

// effort returns the least effort of what comes about in all units.
func (s *search) effort(m *models.Margin, occurs models.Fact) *models.Figure {
	goal, there := s.pass.Case.Fact(occurs)
	if !there || s.failed != nil {
		return nil
	}
	attack, err := s.attacks.Easiest(s.pass.Under(m.Reading, m.Profile), goal)
	if err != nil || attack == nil {
		s.failed = err
		return nil
	}
	return &attack.Effort
}

func (v *view) standing(goal graph.FactID) models.Standing {
	switch {
	case v.best.Holds(goal):
		return models.Settled
	case v.published.Holds(goal):
		return models.StandsOpen
	case v.worst.Holds(goal):
		return models.PresumedAway
	}
	return models.DoesNot
}

// least is the least capability with which a goal holds.
func (v *view) least(goal graph.FactID) models.Capability {
	for i, able := range v.able {
		if able.Holds(goal) {
			return models.Capabilities()[i]
		}
	}
	return models.CapabilityUnstated
}

// listed is how many sets of failing statements are asked for, and the most that stand in one that is shown.
const (
	listed = 32
	shown  = 2
)

// depth fills in what keeps a goal from coming about.
func (s *search) depth(m *models.Margin, v view, goal graph.FactID) {
	a := solve.AttackSets(s.pass.Context, s.open.Graph, v.failing, goal, listed, s.limits)
	if a.Status == graph.Exact && a.Count.Sign() == 0 {
		return
	}
	if a.Proven == 0 {
		m.Depth, m.Bound = 1, true // it does not hold unless something fails
		return
	}
	m.Depth = int(a.Easiest[0].Effort)
	if m.Depth > shown {
		return
	}
	last := a.Easiest[len(a.Easiest)-1].Effort
	m.Bound = a.Proven < len(a.Easiest) && a.Easiest[a.Proven].Effort <= shown || !a.Complete && last <= shown || len(a.Easiest) == listed && last <= shown
	for _, set := range a.Easiest {
		if set.Effort > shown {
			break
		}
		var facts []models.Fact
		for _, r := range set.Rules {
			failed := s.open.FactOf(s.open.Graph.Then(r))
			failed.In = "" // a statement is one, whatever it is of
			facts = append(facts, failed)
		}
		m.RestsOn = append(m.RestsOn, facts)
	}
}

// joined is how many properties the smallest sets may have of which needs alone tell that a property stands in none.
const joined = 8

// raise fills in what would keep a goal that holds from coming about.
func (s *search) raise(m *models.Margin, v view, goal graph.FactID) {
	first, properties := s.open.Raised()
	open := make([]graph.MeasureID, len(properties))
	for i := range open {
		open[i] = first + graph.MeasureID(i)
	}
	cheapest := func(sel *graph.Selection) *solve.MeasuresAnswer {
		return solve.CheapestMeasures(s.pass.Context, s.open.Graph, []graph.Case{{Sel: sel, Goal: goal}}, solve.MeasuresOptions{Limits: s.limits, Open: open})
	}
	a := cheapest(v.selection)
	switch a.Status {
	case graph.Impossible:
		return
	case graph.Exact:
		m.Raise = int(a.Value)
	default:
		m.Raise, m.Bound = len(a.Set), true
	}
	chosen := slices.Clone(a.Set)
	var candidates []graph.MeasureID
	for _, need := range a.Needs {
		candidates = append(candidates, need.Measures...)
	}
	slices.Sort(candidates)
	for _, measure := range slices.Compact(candidates) {
		if m.Bound || slices.Contains(chosen, measure) || m.Raise <= joined && !hit(without(a.Needs, measure), m.Raise-1) {
			continue
		}
		if !s.spend() {
			m.Bound = true
			break
		}
		// It stands in a smallest set where one less is enough beside it.
		if rest := cheapest(v.selection.Without(measure)); rest.Status == graph.Exact && int(rest.Value) == m.Raise-1 {
			chosen = append(chosen, measure)
		} else if rest.Status == graph.Bound {
			m.Bound = true
		}
	}
	slices.Sort(chosen)
	for _, measure := range chosen {
		p := properties[measure-first]
		m.DoFirst = append(m.DoFirst, models.Fact{State: models.StateWeak, Subject: p.Subject + "." + string(p.Property)})
	}
}

// without returns the needs that a measure does not meet.
func without(needs []graph.Need, measure graph.MeasureID) []graph.Need {
	return slices.DeleteFunc(slices.Clone(needs), func(n graph.Need) bool { return slices.Contains(n.Measures, measure) })
}

// hit tells whether some measures, at most so many (joined), meet all needs.
func hit(needs []graph.Need, most int) bool {
	switch {
	case len(needs) == 0:
		return true
	case most == 0:
		return false
	}
	return slices.ContainsFunc(needs[0].Measures, func(m graph.MeasureID) bool { return hit(without(needs, m), most-1) })
}
