package levels

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// Analysis derives the levels.
var Analysis = analysis.Analysis{
	Name: "levels",
	Doc: `The consequences in the three readings with who reaches them. The levels of recovery difficulty and economic impact, in the three readings: of each attacker and initiator
alone, and the highest of them, which is published; and where they lie above what a stakeholder accepts.`,
	Run:   run,
	Vital: true,
	Facts: func(*analysis.Pass) []models.Fact { return nil }, // effects alone
}

func run(p *analysis.Pass) error {
	addConsequences(p)
	out := &p.Result.Levels
	for _, profile := range p.Profiles() {
		out.ByProfile = append(out.ByProfile, models.ProfileLevels{Profile: profile.ID, Malicious: profile.Kind.Malicious()})
	}
	for _, reading := range models.ReadingIDs() {
		alone := p.Alone(reading)
		for i, s := range alone {
			*out.ByProfile[i].Levels.In(reading) = s.Levels()
		}
		*out.Published.In(reading) = p.LevelsOf(func(effect int) bool {
			return slices.ContainsFunc(alone, func(s *analysis.Scenario) bool { return s.Occurs(effect) })
		})
	}
	if p.Criteria.Policies.JoinAttackers && len(p.Attackers()) > 0 { // a question without profiles asks about every first step
		out.Joined = joined(p)
	}
	addExceeded(p)
	return nil
}

// addConsequences lists the harmful effects with who brings each about in each reading.
func addConsequences(p *analysis.Pass) {
	for i, e := range p.Effects() {
		c := models.Consequence{
			Effect: e.ID, Name: e.Name, Derived: e.Derived, Harm: e.Harm, Economic: e.Economic,
			Levels: p.Grade(i).Levels,
		}
		for _, reading := range models.ReadingIDs() {
			*c.Reachable.In(reading) = p.Reachability(reading, p.Goal(i))
		}
		p.Result.Consequences = append(p.Result.Consequences, c)
	}
}

// joined returns the levels that all attackers reach together.
func joined(p *analysis.Pass) *models.InReadings[models.LevelPair] {
	var all []models.ProfileID
	for _, profile := range p.Attackers() {
		all = append(all, profile.ID)
	}
	out := &models.InReadings[models.LevelPair]{}
	for _, reading := range models.ReadingIDs() {
		*out.In(reading) = p.Under(reading, all...).Levels()
	}
	return out
}

// addExceeded compares the assessed and the residual levels with what each stakeholder accepts.
func addExceeded(p *analysis.Pass) {
	for _, s := range p.Case.System.Stakeholders {
		if s.Accepts == nil {
			continue
		}
		for _, reading := range []models.ReadingID{models.Assessed, models.Residual} {
			level := p.Result.Levels.Published.In(reading)
			if !level.Determined() {
				continue // a finding says so
			}
			e := models.Exceeded{Stakeholder: s.ID, Reading: reading}
			if a := s.Accepts.Recovery; a != nil && level.Recovery.Level > *a {
				e.Recovery = a
			}
			if a := s.Accepts.Economic; a != nil && level.Economic.Max > *a {
				e.Economic = a
			}
			if e.Recovery != nil || e.Economic != nil {
				p.Result.Exceeded = append(p.Result.Exceeded, e)
			}
		}
	}
}
