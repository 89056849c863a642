package measures

import (
	"cmp"
	"math"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// front finds every pair of levels that is worth its cost: no other choice costs as little and leaves no higher level.
// The levels that cannot be had follow, without those that are implied by others.
func (s *search) front() error {
	nothing := models.PlanAnswer{Target: targetOf(s.out.Now.Levels), Status: models.PlanOptimal, Choice: s.choice(nil), Certified: true}
	had := []models.PlanAnswer{nothing}
	var not []models.PlanAnswer
	for _, target := range below(s.out.Now.Levels) {
		if slices.ContainsFunc(not, func(n models.PlanAnswer) bool { return n.Status == models.PlanImpossible && covers(n, target) }) {
			continue
		}
		a, err := s.solve(target)
		switch {
		case err != nil:
			return err
		case a.Choice != nil:
			had = append(had, *a)
		case !slices.ContainsFunc(not, func(n models.PlanAnswer) bool { return n.Status == a.Status && covers(n, target) }):
			not = append(not, *a)
		}
	}
	s.out.Front = append(worthwhile(had), not...)
	return nil
}

func targetOf(l models.LevelPair) models.PlanTarget {
	return models.PlanTarget{Recovery: &l.Recovery.Level, Economic: &l.Economic.Max}
}

// below lists the pairs of levels at or below a pair, but for the pair itself, the higher ones first.
func below(l models.LevelPair) []models.PlanTarget {
	var out []models.PlanTarget
	for r := int(l.Recovery.Level); r >= 0; r-- {
		for e := int(l.Economic.Max); e >= 0; e-- {
			if r != int(l.Recovery.Level) || e != int(l.Economic.Max) {
				recovery, economic := models.Recovery(r), models.Economic(e)
				out = append(out, models.PlanTarget{Recovery: &recovery, Economic: &economic})
			}
		}
	}
	return out
}

// covers reports whether a target is at least as strict as one that cannot be had, so that it cannot be had either.
func covers(failed models.PlanAnswer, t models.PlanTarget) bool {
	return *t.Recovery <= *failed.Target.Recovery && *t.Economic <= *failed.Target.Economic
}

// worthwhile leaves out choices that another one makes useless, and orders the rest by cost.
func worthwhile(list []models.PlanAnswer) []models.PlanAnswer {
	slices.SortStableFunc(list, func(a, b models.PlanAnswer) int {
		return cmp.Or(cmp.Compare(a.Choice.Cost, b.Choice.Cost), height(a.Choice.Levels)-height(b.Choice.Levels))
	})
	var out []models.PlanAnswer
	for _, a := range list {
		useless := func(b models.PlanAnswer) bool {
			return b.Choice.Levels.Recovery <= a.Choice.Levels.Recovery && b.Choice.Levels.Economic <= a.Choice.Levels.Economic
		}
		if !slices.ContainsFunc(out, useless) {
			out = append(out, a)
		}
	}
	return out
}

func height(l models.LevelPoint) int { return int(l.Recovery) + int(l.Economic) }

// least returns the smaller of two figures, by the number that each is compared by.
func least(a, b models.Figure) models.Figure {
	if math.IsInf(figureOf(a), 1) || figureOf(b) < figureOf(a) {
		return b
	}
	return a
}
