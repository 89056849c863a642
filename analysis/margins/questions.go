package margins

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
)

// questions finds what to ask first: the smallest sets of what the model does not state that decide a level or a consequence
// together, and the questions that they make. One alone seldom decides anything: attackers take another way.
func (s *search) questions() {
	u := s.unstated()
	s.lowering(u)
	s.raising(u)
	s.closing(u)
	s.rank()
	s.pass.Result.Questions = asked(s.pass.Result.Deciding, u.like)
}

// unstated is what the model leaves open of properties.
type unstated struct {
	stated   map[models.PropertyRef]bool
	like     map[models.PropertyRef]string // what elements it is alike of: those of one kind, or flows of one nature
	named    map[string]models.PropertyRef // by what facts about them name
	measures []graph.MeasureID             // each raises one of them
	of       map[graph.MeasureID]models.PropertyRef
	views    []*graph.Selection // of each attacker alone, as published
}

func (s *search) unstated() *unstated {
	u := &unstated{stated: map[models.PropertyRef]bool{}, like: map[models.PropertyRef]string{}, named: map[string]models.PropertyRef{}, of: map[graph.MeasureID]models.PropertyRef{}}
	system := s.open.System
	first, properties := s.open.Raised()
	kinds := map[models.Sort]map[string]string{models.ComponentSort: {}, models.FlowSort: {}, models.DataSort: {}}
	add := func(sort models.Sort, id, kind string, held models.Properties) {
		kinds[sort][id] = kind
		for p, r := range held {
			if r.Stated() {
				u.stated[models.PropertyRef{Type: sort, Subject: id, Property: p}] = true
			}
		}
	}
	for i := range system.Components {
		add(models.ComponentSort, string(system.Components[i].ID), string(system.Components[i].Kind), system.Components[i].Properties)
	}
	for i := range system.Flows {
		add(models.FlowSort, string(system.Flows[i].ID), string(system.Flows[i].Nature), system.Flows[i].Properties)
	}
	for i := range system.Data {
		add(models.DataSort, string(system.Data[i].ID), string(system.Data[i].Sensitivity), system.Data[i].Properties)
	}
	for i, ref := range properties {
		u.named[ref.Subject+"."+string(ref.Property)] = ref
		u.like[ref] = string(ref.Property) + " " + kinds[ref.Type][ref.Subject]
		if !u.stated[ref] {
			m := first + graph.MeasureID(i)
			u.measures = append(u.measures, m)
			u.of[m] = ref
		}
	}
	for _, p := range s.pass.Attackers() {
		u.views = append(u.views, s.open.Select(ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{p.ID}}))
	}
	return u
}

// decide finds the smallest set of unstated properties which, if they hold attackers up, keep some effects from coming about by
// any of them. False where no such set is enough, or no work is left to look for it.
func (s *search) decide(u *unstated, by []*graph.Selection, effects ...models.EffectID) (models.Deciding, bool) {
	var cases []graph.Case
	for _, sel := range by {
		reached := graph.Reach(s.open.Graph, sel)
		for _, e := range effects {
			if goal, there := s.open.Fact(models.Fact{State: models.StateOccurred, Subject: string(e)}); there && reached.Holds(goal) {
				cases = append(cases, graph.Case{Sel: sel, Goal: goal})
			}
		}
	}
	if len(cases) == 0 || !s.spend() {
		return models.Deciding{}, false
	}
	a := solve.CheapestMeasures(s.pass.Context, s.open.Graph, cases, solve.MeasuresOptions{Limits: s.limits, Open: u.measures})
	if a.Status == graph.Impossible || len(a.Set) == 0 {
		return models.Deciding{}, false
	}
	out := models.Deciding{Given: true, Bound: a.Status != graph.Exact}
	for _, m := range a.Set {
		out.Unknown = append(out.Unknown, u.of[m])
	}
	slices.SortFunc(out.Unknown, func(a, b models.PropertyRef) int { return cmp.Compare(a.String(), b.String()) })
	return out, true
}

// lowering finds what lowers a published level: each axis alone, all its steps.
func (s *search) lowering(u *unstated) {
	published := s.pass.Result.Levels.Published.Assessed
	if !published.Determined() {
		return
	}
	now := published.Point()
	for _, axis := range []func(models.LevelPoint) int{
		func(p models.LevelPoint) int { return int(p.Recovery) },
		func(p models.LevelPoint) int { return int(p.Economic) },
	} {
		for above := axis(now); above > 0; above-- {
			var wanted []models.EffectID
			left := models.LevelPoint{}
			for i, e := range s.pass.Effects() {
				if !s.pass.Consequence(i).Reachable.Assessed.Reachable {
					continue
				}
				if levels := s.pass.Grade(i).Levels.Point(); axis(levels) >= above {
					wanted = append(wanted, e.ID)
				} else {
					left = left.Or(levels)
				}
			}
			set, found := s.decide(u, u.views, wanted...)
			if !found || s.othersBring(wanted) {
				break
			}
			set.Level = &left
			s.tell(set)
		}
	}
}

// othersBring tells whether some effect comes about without any attacker, so that no property keeps it from it.
func (s *search) othersBring(effects []models.EffectID) bool {
	return slices.ContainsFunc(s.pass.Result.Margins, func(m models.Margin) bool {
		return m.Reading == models.Assessed && m.Standing.ComesAbout() && slices.Contains(effects, m.Effect) && !s.malicious(m.Profile)
	})
}

func (s *search) malicious(id models.ProfileID) bool {
	return slices.ContainsFunc(s.pass.Attackers(), func(p models.Profile) bool { return p.ID == id })
}

// raising finds the presumptions which, if they fail, bring about what raises a published level.
func (s *search) raising(u *unstated) {
	published := s.pass.Result.Levels.Published.Assessed
	if !published.Determined() {
		return
	}
	now := published.Point()
	for i := range s.pass.Result.Margins {
		m := &s.pass.Result.Margins[i]
		if m.Reading != models.Assessed || m.Standing != models.PresumedAway {
			continue
		}
		then := now.Or(s.pass.Grade(s.pass.EffectAt(m.Effect)).Levels.Point())
		if then == now {
			continue
		}
		for _, set := range m.RestsOn {
			unknown, all := u.among(set)
			d := models.Deciding{Level: &then, Effect: m.Effect, Unknown: unknown}
			if all {
				s.tell(d)
			}
		}
	}
}

// among returns the properties that a set of failing facts is about, and whether none of them is stated.
func (u *unstated) among(set []models.Fact) (out []models.PropertyRef, all bool) {
	for _, f := range set {
		ref, known := u.named[f.Subject]
		if f.State != models.StateWeak || !known || u.stated[ref] {
			return nil, false
		}
		out = append(out, ref)
	}
	return out, true
}

// closing finds what keeps the attackers, or else some of them, from bringing single consequences about.
func (s *search) closing(u *unstated) {
	for i, e := range s.pass.Effects() {
		if !s.pass.Consequence(i).Reachable.Assessed.Reachable {
			continue
		}
		if set, found := s.decide(u, u.views, e.ID); found {
			set.Effect = e.ID
			s.tell(set)
			continue
		}
		for j, profile := range s.pass.Attackers() { // some need nothing that is not stated, others do
			if set, found := s.decide(u, u.views[j:j+1], e.ID); found {
				set.Effect, set.Profile = e.ID, profile.ID
				s.tell(set)
			}
		}
	}
}

// tell adds what decides, once.
func (s *search) tell(d models.Deciding) {
	if !slices.ContainsFunc(s.pass.Result.Deciding, d.Equals) {
		s.pass.Result.Deciding = append(s.pass.Result.Deciding, d)
	}
}

// rank puts first what moves a level, then what holds of every attacker, then what few answers decide, then what is grave.
func (s *search) rank() {
	grade := func(d *models.Deciding) models.LevelPoint {
		if d.Effect == "" {
			return models.LevelPoint{}
		}
		return s.pass.Grade(s.pass.EffectAt(d.Effect)).Levels.Point()
	}
	slices.SortStableFunc(s.pass.Result.Deciding, func(a, b models.Deciding) int {
		x, y := grade(&a), grade(&b)
		return cmp.Or(
			before(a.Level != nil, b.Level != nil), before(a.Profile == "", b.Profile == ""), cmp.Compare(len(a.Unknown), len(b.Unknown)),
			cmp.Compare(y.Recovery, x.Recovery), cmp.Compare(y.Economic, x.Economic),
		)
	})
}

// before compares two answers to a question: yes comes first.
func before(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// asked makes questions of what decides, in its order; what is asked of like elements is one question.
func asked(deciding []models.Deciding, like map[models.PropertyRef]string) []models.Question {
	var out []models.Question
	at := map[string]int{}
	for i := range deciding {
		for _, ref := range deciding[i].Unknown {
			place, known := at[like[ref]]
			if !known {
				place = len(out)
				at[like[ref]] = place
				out = append(out, models.Question{})
			}
			q := &out[place]
			if !slices.Contains(q.Unknown, ref) {
				q.Unknown = append(q.Unknown, ref)
			}
			if !slices.Contains(q.Decides, i) {
				q.Decides = append(q.Decides, i)
			}
		}
	}
	return out
}
