package analysis

import (
	"context"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/analysis/criteria"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// Pass is what one run of the analyses is given, and their only way to report. It is for one goroutine.
type Pass struct {
	Context  context.Context
	Case     *ground.Case
	Criteria *criteria.Criteria
	Remarks  []models.Finding // of the model as read
	Result   *models.Result   // under construction: an analysis fills its own part and reads those that it needs

	profiles  []models.Profile
	goals     []graph.FactID   // by effect of the case: the fact that it occurs
	grades    []criteria.Grade // by effect of the case
	work      int64            // the limit for each question
	scenarios map[string]*Scenario
	baselines map[models.ProfileID]*Baseline // "": nobody's

	reach       *reach         // nil: the attack graph is here
	lacks       *[]models.Lack // nil: not found out yet
	elements    elements
	steps       map[graph.RuleID]*models.Step
	alone       map[models.ReadingID][]*Scenario
	lists       map[uint64][]models.ProfileID // by which profiles they hold
	effects     map[models.EffectID]int
	subjects    []subject
	compromises [][]graph.FactID
	compromised []Propagation // by component
}

// NewPass prepares the analyses of a grounded case.
func NewPass(ctx context.Context, grounded *ground.Case, opt Options) *Pass {
	p := &Pass{
		Context:   ctx,
		Case:      grounded,
		Criteria:  criteria.New(grounded.System, grounded.Catalog),
		Remarks:   opt.Remarks,
		profiles:  ground.Profiles(grounded.System),
		work:      opt.Work,
		scenarios: map[string]*Scenario{},
		baselines: map[models.ProfileID]*Baseline{},
		steps:     map[graph.RuleID]*models.Step{},
		alone:     map[models.ReadingID][]*Scenario{},
		lists:     map[uint64][]models.ProfileID{},
	}
	if p.work == 0 {
		p.work = DefaultWork
	}
	for i := range grounded.Effects {
		e := &grounded.Effects[i].Effect
		goal, there := grounded.Fact(occurrence(e.ID))
		if !there {
			panic("analysis: an effect was not grounded: " + string(e.ID))
		}
		p.goals = append(p.goals, goal)
		p.grades = append(p.grades, p.Criteria.Grade(e))
	}
	p.Result = &models.Result{
		Format: models.ResultFormat, Tool: opt.Tool, System: *grounded.System, Policies: p.Criteria.Policies,
		// What a case has none of is an empty list in the file, not a missing one.
		Consequences: []models.Consequence{}, Threats: []models.ThreatRow{}, Entries: []models.EntryPoint{},
		Components: []models.ComponentResult{}, Facts: []models.FactResult{}, Assumptions: []models.AssumptionResult{},
		Findings: []models.Finding{}, Graphs: []models.ConsequenceGraph{},
		Viewpoints: models.ViewpointCoverage{Called: []models.ViewpointID{}},
		Places:     grounded.System.Places(),
	}
	return p
}

// Effects returns the effects of the case: the author's, then the derived ones.
func (p *Pass) Effects() []ground.Effect { return p.Case.Effects }

// EffectAt returns the place in Effects of the effect with an id.
func (p *Pass) EffectAt(id models.EffectID) int {
	if p.effects == nil {
		p.effects = map[models.EffectID]int{}
		for i, e := range p.Effects() {
			p.effects[e.ID] = i
		}
	}
	return p.effects[id]
}

// Goal returns the fact that the effect at a place of Effects occurs.
func (p *Pass) Goal(effect int) graph.FactID { return p.goals[effect] }

// Grade returns what the effect at a place of Effects gives where it is reachable.
func (p *Pass) Grade(effect int) criteria.Grade { return p.grades[effect] }

// Profiles returns the attackers, then the non-malicious initiators.
func (p *Pass) Profiles() []models.Profile { return p.profiles }

// Attackers returns the malicious profiles.
func (p *Pass) Attackers() []models.Profile {
	return slices.DeleteFunc(slices.Clone(p.profiles), func(f models.Profile) bool { return !f.Kind.Malicious() })
}

// Graph returns the attack graph of the case; nil where HasGraph says that there is none.
func (p *Pass) Graph() *graph.AttackGraph { return p.Case.Graph }

// Under returns the case as one reading and some profiles' first steps give it, computed at first use.
func (p *Pass) Under(reading models.ReadingID, profiles ...models.ProfileID) *Scenario {
	words := []string{string(reading)}
	for _, f := range profiles {
		words = append(words, string(f))
	}
	key := strings.Join(words, " ")
	if p.scenarios[key] == nil {
		p.scenarios[key] = newScenario(p, ground.Query{Reading: reading, Profiles: profiles})
	}
	return p.scenarios[key]
}

// Alone returns, for each profile in order, the case in one reading with that profile alone. The slice is not to be
// changed.
func (p *Pass) Alone(reading models.ReadingID) []*Scenario {
	if p.alone[reading] == nil {
		for _, f := range p.profiles {
			p.alone[reading] = append(p.alone[reading], p.Under(reading, f.ID))
		}
	}
	return p.alone[reading]
}

// Consequence returns the result's entry of the effect at a place of Effects.
func (p *Pass) Consequence(effect int) *models.Consequence { return &p.Result.Consequences[effect] }

// Limit reports that a search was cut. Without it every answer is whole.
func (p *Pass) Limit(question, about, reason string) {
	p.Result.Limits = append(p.Result.Limits, models.Limit{Question: question, About: about, Reason: reason})
}

// Work returns how much work one question may take.
func (p *Pass) Work() int64 { return p.work }
