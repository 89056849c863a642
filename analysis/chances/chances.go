package chances

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
)

// Analysis finds the single points and the chance of each consequence.
var Analysis = analysis.Analysis{
	Name:  "chances",
	Doc:   `The single points and the chance of each reachable consequence, over the malicious profiles, each alone. Chances are exact where a decision diagram fits, else bounds.`,
	Needs: []string{"paths"},
	Run:   run,
}

// workShare is the part of a question's work that both answers together may take, over all consequences: neither
// decides a level.
const workShare = 4

// premiseCost is the work that both answers take for each premise of what a consequence rests on, and leastWork is what
// each of them may take in any case.
const (
	premiseCost = 50
	leastWork   = 10_000
)

func run(p *analysis.Pass) error {
	questions := 0
	for i := range p.Effects() {
		questions += len(attackers(p, i))
	}
	if questions == 0 {
		return nil
	}
	share := p.Work() / workShare
	s := search{
		pass:   p,
		limits: graph.Limits{Work: max(leastWork, share/int64(questions))},
		left:   share,
	}
	for i := range p.Effects() {
		if err := s.answer(i); err != nil {
			return err
		}
	}
	if s.cut > 0 {
		p.Limit("chance and single points", "", "work limit")
	}
	if p.Graph().NumFacts() > large {
		for _, s := range p.Alone(models.Assessed) {
			s.Forget() // few questions that come later ask for attacks
		}
	}
	return nil
}

// large is how many facts a graph has of which what was found out for one question is not kept for others.
const large = 100_000

// attackers returns the malicious profiles that reach an effect in the assessed reading.
func attackers(p *analysis.Pass, effect int) []models.ProfileID {
	by := p.Consequence(effect).Reachable.Assessed.By
	malicious := p.Attackers()
	return slices.DeleteFunc(slices.Clone(by), func(id models.ProfileID) bool {
		return !slices.ContainsFunc(malicious, func(a models.Profile) bool { return a.ID == id })
	})
}

// search is what the questions share: a limit for each, and how many were cut.
type search struct {
	pass   *analysis.Pass
	limits graph.Limits
	left   int64 // work
	cut    int
}

func (s *search) answer(effect int) error {
	p := s.pass
	c := p.Consequence(effect)
	asked := attackers(p, effect)
	if s.left < 0 {
		s.cut += len(asked)
		return nil
	}
	for i, profile := range asked {
		basis := p.Under(models.Assessed, profile).Basis(p.Goal(effect))
		s.left -= premiseCost * int64(basis.Premises())
		points, chance := basis.SinglePoints(s.limits), basis.Chance(s.limits)
		if err := p.Context.Err(); err != nil {
			return err
		}
		for _, cut := range []*graph.Cut{points.Cut, chance.Cut} {
			if cut != nil {
				s.cut++
			}
		}
		single := s.singlePoints(points)
		if i > 0 {
			single = intersection(c.Single, single)
		}
		c.Single = single
		c.Chance = higher(c.Chance, figureOf(chance))
	}
	return nil
}

// singlePoints names single points by fact and by rule instance. What only says how the case is read, an assumption or a
// condition, is shown elsewhere.
func (s *search) singlePoints(points *solve.PointsAnswer) models.SinglePoints {
	var out models.SinglePoints
	for _, f := range points.Facts {
		fact := s.pass.Case.FactOf(f)
		switch s.pass.Sort(f) {
		case models.PropertySort, models.ConditionSort, models.CauseSort:
			continue
		}
		out.Facts = append(out.Facts, fact)
	}
	for _, r := range points.Rules {
		out.Steps = append(out.Steps, s.pass.Graph().RuleName(r))
	}
	return out
}

func intersection(a, b models.SinglePoints) models.SinglePoints {
	return models.SinglePoints{
		Facts: slices.DeleteFunc(a.Facts, func(f models.Fact) bool { return !slices.Contains(b.Facts, f) }),
		Steps: slices.DeleteFunc(a.Steps, func(s string) bool { return !slices.Contains(b.Steps, s) }),
	}
}

func figureOf(a *solve.ChanceAnswer) models.Figure {
	if a.Status == graph.Exact {
		return models.Figure{Status: models.Exact, Value: &a.Value}
	}
	return models.Figure{Status: models.Bound, Lower: &a.Lower, Upper: &a.Upper}
}

// higher returns the greater of two chances; where one of them is a bound, a bound on it.
func higher(a *models.Figure, b models.Figure) *models.Figure {
	if a == nil {
		return &b
	}
	lowA, highA := ends(*a)
	lowB, highB := ends(b)
	low, high := max(lowA, lowB), max(highA, highB)
	if low == high {
		return &models.Figure{Status: models.Exact, Value: &high}
	}
	return &models.Figure{Status: models.Bound, Lower: &low, Upper: &high}
}

func ends(f models.Figure) (low, high float64) {
	if f.Value != nil {
		return *f.Value, *f.Value
	}
	return *f.Lower, *f.Upper
}
