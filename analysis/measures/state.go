package measures

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// state is the case in the residual reading with some candidates in force as well, for each profile alone.
type state struct {
	pass      *analysis.Pass
	malicious []*analysis.Scenario
	profiles  []models.ProfileID // of malicious
	rest      []*analysis.Scenario
}

// with returns the state with some candidates in force.
func (s *search) with(measures ...graph.MeasureID) *state {
	st := &state{pass: s.pass}
	for _, profile := range s.pass.Profiles() {
		scenario := s.pass.Under(models.Residual, profile.ID).With(measures...)
		switch {
		case profile.Kind.Malicious() && s.against(profile.ID):
			st.malicious = append(st.malicious, scenario)
			st.profiles = append(st.profiles, profile.ID)
		case !profile.Kind.Malicious():
			st.rest = append(st.rest, scenario)
		}
	}
	return st
}

// against tells whether measures have to be enough against a malicious profile.
func (s *search) against(id models.ProfileID) bool {
	return len(s.question.Attackers) == 0 || slices.Contains(s.question.Attackers, id)
}

// reached reports whether some malicious profile brings the effect about.
func (st *state) reached(effect int) bool { return occurs(st.malicious, effect) }

func occurs(scenarios []*analysis.Scenario, effect int) bool {
	for _, s := range scenarios {
		if s.Occurs(effect) {
			return true
		}
	}
	return false
}

// levels are those of the malicious profiles.
func (st *state) levels() models.LevelPair { return st.pass.LevelsOf(st.reached) }

// others are the levels of the non-malicious causes.
func (st *state) others() models.LevelPair {
	return st.pass.LevelsOf(func(effect int) bool { return occurs(st.rest, effect) })
}

// published are the levels of all profiles.
func (st *state) published() models.LevelPair {
	return st.pass.LevelsOf(func(effect int) bool { return st.reached(effect) || occurs(st.rest, effect) })
}
