package measures

import (
	"math"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// stateWork is what the two states cost that are looked at for one measure.
func (s *search) stateWork() int64 {
	return 2 * int64(len(s.now.malicious)+len(s.now.rest)) * int64(1+s.pass.Graph().NumPremises())
}

// values tells what each measure does alone, and when all others are in force, as far as the work limit goes.
func (s *search) values() error {
	full := s.with(s.open...)
	var bare, rich []figure // of now and of full, where some measure is told of
	for i := range s.all {
		c := &s.all[i]
		v := models.MeasureValue{
			Measure: c.measure.ID, Stakeholder: c.measure.Stakeholder, Status: c.measure.Status,
			Cost: c.cost, Burden: c.burden, OnlyHardens: s.onlyHardens(c.id),
		}
		if v.Status == "" {
			v.Status = models.Candidate
		}
		switch {
		case !c.open():
		case s.spent > s.pass.Work():
			s.unexamined++
		default:
			s.spent += s.stateWork()
			if bare == nil {
				bare, rich = s.figures(s.now), s.figures(full)
			}
			alone := s.with(c.id)
			v.Alone = s.gain(s.now, bare, alone, s.figures(alone))
			rest := s.with(slices.DeleteFunc(slices.Clone(s.open), func(m graph.MeasureID) bool { return m == c.id })...)
			v.Last = s.gain(rest, s.figures(rest), full, rich)
		}
		s.out.Measures = append(s.out.Measures, v)
	}
	return s.pass.Context.Err()
}

// figure is the least effort and the highest chance of all malicious profiles for one consequence.
type figure struct{ effort, chance models.Figure }

// figures finds the figures of every consequence that remains.
func (s *search) figures(st *state) []figure {
	out := make([]figure, len(s.pass.Effects()))
	for e := range out {
		for _, scenario := range st.malicious {
			if !scenario.Occurs(e) || s.pass.Context.Err() != nil {
				continue
			}
			of := s.figure(scenario, s.pass.Goal(e))
			out[e].effort = least(out[e].effort, of.effort)
			out[e].chance = likeliest(out[e].chance, of.chance)
		}
	}
	return out
}

// figure finds the figures of one profile and consequence. Most measures leave most of what an attack rests on as it is,
// so that what was found exactly is remembered by that.
func (s *search) figure(scenario *analysis.Scenario, goal graph.FactID) figure {
	if !s.afford(2) {
		low, high := scenario.LeastCost(goal), scenario.TreeCost(goal)
		none, sure := 0.0, 1.0 // proven bounds take a look at the whole graph for each goal
		return figure{bounds(low, high), bounds(none, sure)}
	}
	basis := scenario.Basis(goal)
	key := basis.Key()
	if known, there := s.known[key]; there {
		return known
	}
	limit := graph.Limits{Work: max(1, s.pass.Work()/shareOfFigure)}
	effort, chance := basis.LeastEffort(limit), basis.Chance(limit)
	found := figure{
		figureFrom(effort.Status, effort.Value, effort.Lower, effort.Upper),
		figureFrom(chance.Status, chance.Value, chance.Lower, chance.Upper),
	}
	s.known[key] = found
	return found
}

// shareOfFigure is the share of a question's work that one exact figure may take.
const shareOfFigure = 1000

func figureFrom(status graph.Status, value, lower, upper float64) models.Figure {
	if status == graph.Exact {
		return models.Figure{Status: models.Exact, Value: &value}
	}
	return bounds(lower, upper)
}

func bounds(lower, upper float64) models.Figure {
	return models.Figure{Status: models.Bound, Lower: &lower, Upper: &upper}
}

// likeliest returns the figure of the higher chance; the zero figure is lower than any.
func likeliest(a, b models.Figure) models.Figure {
	number := func(f models.Figure) float64 {
		if n := figureOf(f); !math.IsInf(n, 1) {
			return n
		}
		return -1
	}
	if number(b) > number(a) {
		return b
	}
	return a
}

// gain tells what changes from one state to another that has more measures in force.
func (s *search) gain(before *state, was []figure, after *state, is []figure) *models.Gain {
	out := &models.Gain{Before: before.levels().Point(), After: after.levels().Point()}
	for e, effect := range s.pass.Effects() {
		stopped := models.StoppedWay{Effect: effect.ID, Whole: !after.reached(e)}
		for i, profile := range before.profiles {
			if before.malicious[i].Occurs(e) && !after.malicious[i].Occurs(e) {
				stopped.Profiles = append(stopped.Profiles, profile)
			}
		}
		if stopped.Profiles != nil {
			out.Stops = append(out.Stops, stopped)
		}
		if after.reached(e) && !(same(was[e].effort, is[e].effort) && same(was[e].chance, is[e].chance)) {
			out.Harder = append(out.Harder, models.HarderChange{
				Effect: effect.ID, Effort: was[e].effort, NewEffort: is[e].effort, Chance: was[e].chance, NewChance: is[e].chance,
			})
		}
	}
	return out
}

func same(a, b models.Figure) bool {
	return a.Status == b.Status && sameNumber(a.Value, b.Value) && sameNumber(a.Lower, b.Lower) && sameNumber(a.Upper, b.Upper)
}

// sameNumber compares numbers up to rounding, of which chances that are computed twice can differ.
func sameNumber(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return math.Abs(*a-*b) <= 1e-9*math.Max(math.Abs(*a), math.Abs(*b))
}
