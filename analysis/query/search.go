package query

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
)

// mostLooked is how many attacks of one profile are looked at for those that pass what they have to.
const mostLooked = 4096

// shareOfSearch is the share of a question's work that the search for one profile's attacks may take.
const shareOfSearch = 4

// run answers the question over the case of a pass.
func (q *plan) run(p *analysis.Pass) error {
	s := &search{plan: q, pass: p, goal: p.Goal(p.EffectAt(q.goal)), count: new(big.Int)}
	s.out = &models.PathsAnswer{Question: q.question, Attacks: []models.Attack{}, Complete: true, Goals: s.goals()}
	barred := s.concluding(q.avoid)
	for _, profile := range s.attackers() {
		if err := s.look(p.Under(q.question.Reading, profile).WithoutRules(barred...)); err != nil {
			return err
		}
	}
	slices.SortStableFunc(s.out.Attacks, func(a, b models.Attack) int { return cmp.Compare(*a.Effort.Value, *b.Effort.Value) })
	s.out.Attacks = s.out.Attacks[:min(len(s.out.Attacks), q.question.Easiest)]
	if len(q.through) == 0 {
		s.out.Count = &models.AttackCount{Status: models.Exact, Number: s.count.String()}
		if s.bound {
			s.out.Count.Status = models.Bound
		}
	}
	p.Result.Paths = s.out
	s.addGoal()
	return nil
}

// addGoal lists the effect that was asked for among the consequences, where no other analysis does: outputs name it
// and its levels.
func (s *search) addGoal() {
	r, at := s.pass.Result, s.pass.EffectAt(s.plan.goal)
	if len(r.Consequences) > 0 {
		return
	}
	e := s.pass.Effects()[at]
	c := models.Consequence{
		Effect: e.ID, Name: e.Name, Derived: e.Derived, Harm: e.Harm, Economic: e.Economic,
		Levels: s.pass.Grade(at).Levels, Attacks: s.out.Attacks,
	}
	c.Reachable.In(s.question.Reading).Reachable = len(s.out.Attacks) > 0
	r.Consequences = append(r.Consequences, c)
}

// search is the state of one search.
type search struct {
	*plan
	pass  *analysis.Pass
	goal  graph.FactID
	out   *models.PathsAnswer
	count *big.Int
	bound bool // count is a lower bound
}

// goals lists the facts that are asked for.
func (s *search) goals() []models.Fact {
	effect := s.pass.Effects()[s.pass.EffectAt(s.plan.goal)]
	if len(effect.Causes.Any) == 0 || len(s.question.To) == 1 && s.question.To[0] == string(effect.ID) {
		return []models.Fact{{State: models.StateOccurred, Subject: string(effect.ID)}}
	}
	var out []models.Fact
	for _, c := range effect.Causes.Any {
		out = append(out, c.Fact)
	}
	return out
}

// attackers are who attacks: the one that was asked for, or each malicious one alone.
func (s *search) attackers() []models.ProfileID {
	if s.profile != "" {
		return []models.ProfileID{s.profile}
	}
	var out []models.ProfileID
	for _, profile := range s.pass.Attackers() {
		out = append(out, profile.ID)
	}
	return out
}

// concluding lists the rule instances that conclude a fact of those picked.
func (s *search) concluding(m matcher) []graph.RuleID {
	g := s.pass.Graph()
	var out []graph.RuleID
	for f := range graph.FactID(g.NumFacts()) {
		fact := s.pass.Case.FactOf(f)
		if m.facts[fact] || m.subjects[subject{s.pass.Sort(f), fact.Subject}] {
			out = append(out, g.Concluding(f)...)
		}
	}
	return out
}

// look finds the easiest attacks in one scenario.
func (s *search) look(scenario *analysis.Scenario) error {
	if !scenario.Fixpoint.Holds(s.goal) {
		return nil
	}
	limits := graph.Limits{Work: max(1, s.pass.Work()/shareOfSearch)}
	var ways []*graph.Selection
	for _, m := range s.through {
		ways = append(ways, scenario.WithoutRules(s.concluding(m)...).Selection)
	}
	want := s.question.Easiest
	for listed := want; ; listed = min(4*listed, mostLooked) {
		found := solve.AttackSets(s.pass.Context, s.pass.Graph(), scenario.Selection, s.goal, listed, limits)
		if err := s.pass.Context.Err(); err != nil {
			return err
		}
		var passing []solve.AttackSet
		for _, set := range found.Easiest {
			if s.passes(ways, set) {
				passing = append(passing, set)
			}
		}
		exhausted := found.Complete && len(found.Easiest) < listed
		if len(passing) < want && !exhausted && found.Complete && listed < mostLooked {
			continue
		}
		s.note(scenario, found, len(passing) >= want || exhausted)
		return s.report(scenario, passing[:min(len(passing), want)])
	}
}

// note keeps what an enumeration promises.
func (s *search) note(scenario *analysis.Scenario, found *solve.AttackSetsAnswer, enough bool) {
	s.count.Add(s.count, found.Count)
	s.bound = s.bound || found.Status != graph.Exact
	s.out.Looked += len(found.Easiest)
	if found.Complete && enough {
		return
	}
	s.out.Complete = false
	reason := fmt.Sprintf("looked at the %d easiest attacks", len(found.Easiest))
	if found.Cut != nil {
		reason += "; " + found.Cut.Reason
	}
	s.pass.Limit(Name, string(scenario.Query.Profiles[0]), reason)
}

// passes reports whether an attack set does not reach the goal around any of the places to pass.
func (s *search) passes(ways []*graph.Selection, set solve.AttackSet) bool {
	for _, around := range ways {
		if graph.Reach(s.pass.Graph(), only(s.pass.Graph(), around, set)).Holds(s.goal) {
			return false
		}
	}
	return true
}

// only returns a selection in which of the counted rules those of a set alone take part.
func only(g *graph.AttackGraph, sel *graph.Selection, set solve.AttackSet) *graph.Selection {
	out := sel.Clone()
	for r := range graph.RuleID(g.NumRules()) {
		if sel.Enabled(r) && sel.Counted(r) && !slices.Contains(set.Rules, r) {
			out.Disable(r)
		}
	}
	return out
}

// report adds attack sets to the answer, each with a derivation, after a check that shares no code with the search.
func (s *search) report(scenario *analysis.Scenario, sets []solve.AttackSet) error {
	g := s.pass.Graph()
	for _, set := range sets {
		if err := confirm.Minimal(g, scenario.Selection, s.goal, set.Rules); err != nil && !errors.Is(err, confirm.ErrTooHard) {
			return fmt.Errorf("an attack found does not hold: %w", err)
		}
		proof := graph.Reach(g, only(g, scenario.Selection, set)).Proof(s.goal)
		attack, err := scenario.Attack(s.goal, proof, models.Figure{Status: models.Exact, Value: &set.Effort})
		if err != nil {
			return err
		}
		s.out.Attacks = append(s.out.Attacks, *attack)
	}
	return nil
}
