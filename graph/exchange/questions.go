package exchange

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
)

// A Question is one thing to ask about a goal.
type Question string

// The questions, in the order in which they are asked.
const (
	AskReach    Question = "reach"
	AskEffort   Question = "min-effort"
	AskChance   Question = "probability"
	AskSets     Question = "cut-sets"
	AskPoints   Question = "single-points"
	AskMeasures Question = "measures"
	AskWeights  Question = "importance"
)

// AllQuestions returns every question.
func AllQuestions() []Question {
	return append(UsualQuestions(), AskWeights)
}

// UsualQuestions returns those that are asked where nobody says what to ask.
func UsualQuestions() []Question {
	return []Question{AskReach, AskEffort, AskChance, AskSets, AskPoints, AskMeasures}
}

// ParseQuestions reads a list of questions with commas between them; an empty list asks the usual ones.
func ParseQuestions(list string) ([]Question, error) {
	if list == "" {
		return UsualQuestions(), nil
	}
	var asked []Question
	for word := range strings.SplitSeq(list, ",") {
		q := Question(strings.TrimSpace(word))
		if !slices.Contains(AllQuestions(), q) {
			return nil, models.Messagef("there is no question %q; known are %s", word, models.List(questionNames()))
		}
		asked = append(asked, q)
	}
	return asked, nil
}

func questionNames() []string {
	names := make([]string, 0, len(AllQuestions()))
	for _, q := range AllQuestions() {
		names = append(names, string(q))
	}
	return names
}

// Options say what to ask of a document.
type Options struct {
	Goals   []graph.FactID // nil: those of the document
	Ask     []Question     // nil: the usual ones
	Easiest int            // how many minimal attack sets to list; 0: 10, below 0: none
	Work    int64          // work limit of each question; 0: graph.DefaultWork
	Seed    uint64         // of samples

	Progress func(goal string, q Question) // told before each question; may be nil
}

// Solve asks the questions of every goal. When the context is done, what is left is answered by bounds that
// cost little, and the solution's limits say so. Every witness is checked by code that shares none with the
// solvers; the error says that one was wrong, and means a mistake in this program.
func Solve(ctx context.Context, d *Document, o Options) (*Solution, error) {
	s := solving{ctx: ctx, document: d, g: d.Graph, sel: d.Graph.All(), options: o, limits: graph.Limits{Work: o.Work},
		solution: &Solution{Format: SolutionFormat, Goals: []Goal{}, Limits: []Limit{}}}
	if s.options.Ask == nil {
		s.options.Ask = UsualQuestions()
	}
	if s.options.Easiest == 0 {
		s.options.Easiest = 10
	}
	goals := o.Goals
	if goals == nil {
		goals = d.Goals
	}
	s.reach = graph.Reach(s.g, s.sel)
	for _, goal := range goals {
		if err := s.ask(goal); err != nil {
			return nil, err
		}
	}
	return s.solution, nil
}

// solving is the work on one document.
type solving struct {
	ctx      context.Context
	document *Document
	g        *graph.AttackGraph
	sel      *graph.Selection
	options  Options
	limits   graph.Limits
	reach    *graph.Fixpoint
	solution *Solution

	noncoherent *solve.Noncoherent // the goal at hand, where it depends on events and on their absence
}

func (s *solving) ask(goal graph.FactID) error {
	out := Goal{Goal: s.g.FactName(goal), Reachable: s.reach.Holds(goal)}
	s.noncoherent = nil
	if solve.IsNoncoherent(s.g, s.sel, goal, s.document.Opposites) {
		s.noncoherent = solve.NewNoncoherent(s.ctx, s.g, s.sel, goal, s.document.Opposites, s.limits)
		out.Reachable = s.holds(goal)
	} else if out.Reachable {
		if err := confirm.Proof(s.g, s.sel, goal, s.reach.Proof(goal)); err != nil {
			return err
		}
	}
	for _, q := range AllQuestions() {
		if !slices.Contains(s.options.Ask, q) {
			continue
		}
		if s.options.Progress != nil {
			s.options.Progress(out.Goal, q)
		}
		if err := s.answer(goal, q, &out); err != nil {
			return fmt.Errorf("the answer to %s of %q is wrong: %w", q, out.Goal, err)
		}
	}
	s.solution.Goals = append(s.solution.Goals, out)
	return nil
}

func (s *solving) answer(goal graph.FactID, q Question, out *Goal) error {
	switch q {
	case AskEffort:
		return s.effort(goal, out)
	case AskChance:
		s.chance(goal, out)
	case AskSets:
		return s.sets(goal, out)
	case AskPoints:
		s.points(goal, out)
	case AskMeasures:
		return s.measures(goal, out)
	case AskWeights:
		s.weights(goal, out)
	}
	return nil
}

// cut notes where limits ended a search.
func (s *solving) cut(goal graph.FactID, q Question, c *graph.Cut) {
	if c == nil {
		return
	}
	reason := c.Reason
	if cause := context.Cause(s.ctx); errors.Is(s.ctx.Err(), context.Canceled) && reason == cause.Error() {
		reason = "interrupted"
	}
	s.solution.Limits = append(s.solution.Limits, Limit{q, s.g.FactName(goal), reason, c.Work})
}

func (s *solving) effort(goal graph.FactID, out *Goal) error {
	if s.noncoherent != nil {
		return s.leastPrime(goal, out)
	}
	a := solve.LeastEffort(s.ctx, s.g, s.sel, goal, s.limits)
	out.MinEffort.Asked = true
	s.cut(goal, AskEffort, a.Cut)
	if a.Status == graph.Impossible {
		return nil
	}
	m := &MinEffort{Status: a.Status, Proof: s.ruleNames(a.Proof)}
	if a.Status == graph.Exact {
		m.Value = &a.Value
		m.Certified = confirm.Optimum(s.g, s.sel, goal, a.Set, a.Landmarks, confirm.DefaultNodes) == nil
	} else {
		m.Lower, m.Upper = &a.Lower, &a.Upper
	}
	out.MinEffort.Answer = m
	if err := confirm.AttackSet(s.g, s.sel, goal, a.Set); err != nil {
		return err
	}
	return confirm.Proof(s.g, s.sel, goal, a.Proof)
}

func (s *solving) sets(goal graph.FactID, out *Goal) error {
	a := s.attackSets(goal, max(0, s.options.Easiest))
	s.cut(goal, AskSets, a.Cut)
	m := &MinimalAttackSets{Status: a.Status, Easiest: []EasySet{}}
	if a.Status == graph.Exact {
		m.Count = a.Count.String()
	} else {
		m.Lower = a.Count.String()
	}
	if a.Proven < len(a.Easiest) {
		m.Proven = &a.Proven
	}
	out.AttackSets = m
	if err := s.checkSets(goal, a.Easiest); err != nil && !errors.Is(err, confirm.ErrTooHard) {
		return err
	}
	for _, set := range a.Easiest {
		m.Easiest = append(m.Easiest, EasySet{set.Effort, s.ruleNames(set.Rules)})
	}
	return nil
}

func (s *solving) points(goal graph.FactID, out *Goal) {
	var a *solve.PointsAnswer
	if s.noncoherent != nil {
		a = s.noncoherent.SinglePoints()
	} else {
		a = solve.SinglePoints(s.ctx, s.g, s.sel, goal, s.limits)
	}
	s.cut(goal, AskPoints, a.Cut)
	facts := make([]string, len(a.Facts))
	for i, f := range a.Facts {
		facts[i] = s.g.FactName(f)
	}
	out.Points = &SinglePoints{Rules: s.ruleNames(a.Rules), Facts: facts, Status: a.Status}
}

func (s *solving) measures(goal graph.FactID, out *Goal) error {
	if !out.Reachable && s.noncoherent != nil {
		zero := 0.0
		out.Measures = &CheapestMeasures{Status: graph.Exact, Value: &zero, Cost: &zero, Measures: []string{}}
		return nil
	}
	cases := []graph.Case{{Sel: s.sel, Goal: goal}}
	a := solve.CheapestMeasures(s.ctx, s.g, cases, solve.MeasuresOptions{Limits: s.limits})
	s.cut(goal, AskMeasures, a.Cut)
	m := &CheapestMeasures{Status: a.Status}
	out.Measures = m
	if a.Status == graph.Impossible {
		return confirm.Proof(s.g, s.sel, goal, a.Remains)
	}
	if a.Status == graph.Exact {
		m.Value, m.Cost = &a.Value, &a.Value
		m.Certified = confirm.Measures(s.g, cases, nil, a.Set, a.Needs, confirm.DefaultNodes) == nil
	} else {
		m.Lower = &a.Lower
	}
	if a.Status != graph.Exact && a.Set != nil {
		m.Upper = &a.Upper
	}
	m.Measures = make([]string, len(a.Set))
	for i, id := range a.Set {
		m.Measures[i] = s.g.MeasureName(id)
	}
	if a.Status == graph.Bound && a.Set == nil {
		return nil
	}
	return confirm.Hardening(s.g, s.sel, goal, a.Set)
}

func (s *solving) ruleNames(rules []graph.RuleID) []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = s.g.RuleName(r)
	}
	return names
}
