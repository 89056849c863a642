package compliance

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// Question is what to hold a case against. The zero value is the schemes that the case names itself.
type Question struct {
	All     bool              // every scheme of the catalog
	Schemes []models.SchemeID // or these
}

// Analysis answers the default question.
var Analysis = Asking(Question{})

// Asking returns the analysis that answers a question. A scheme that the catalog lacks comes back from Run as models.Problems.
func Asking(q Question) analysis.Analysis {
	return analysis.Analysis{
		Name: "compliance",
		Doc: `Which requirements of a standard, a law or a label are met, by which measures in force or by what the model
states; which are open and which attack stays possible because of it; which do not apply, and which a model cannot show.`,
		Run: func(p *analysis.Pass) error { return run(p, q.schemes(p.Case)) },
	}
}

func (q Question) schemes(c *ground.Case) []models.SchemeID {
	switch {
	case q.All:
		return ids(c.Catalog)
	case len(q.Schemes) > 0:
		return q.Schemes
	}
	return c.System.Schemes
}

func run(p *analysis.Pass, schemes []models.SchemeID) error {
	if len(schemes) == 0 {
		return nil
	}
	var problems models.Problems
	for _, id := range schemes {
		if p.Case.Catalog.Scheme(id) == nil {
			problems = append(problems, models.Problem{
				At: models.Place{File: "argument"}, Path: "scheme", What: models.Messagef("there is no scheme %s", string(id)), Remedy: models.Meant(string(id), words(ids(p.Case.Catalog))),
			})
		}
	}
	if err := problems.Err(); err != nil {
		return err
	}
	places, err := findPlaces(p)
	if err != nil {
		return err
	}
	gaps := newGaps(p)
	for _, id := range schemes {
		e := examination{pass: p, scheme: p.Case.Catalog.Scheme(id), places: places, gaps: gaps}
		result, err := e.examine()
		if err != nil {
			return err
		}
		p.Result.Compliance = append(p.Result.Compliance, *result)
	}
	gaps.report()
	return p.Context.Err()
}

// examination holds a case against one scheme.
type examination struct {
	pass   *analysis.Pass
	scheme *models.Scheme
	scope  *scope
	places *places
	gaps   *gaps
}

func (e *examination) examine() (*models.Compliance, error) {
	e.scope = newScope(e.pass, e.scheme)
	out := &models.Compliance{Scheme: *e.scheme, Components: e.scope.components, Requirements: make([]models.RequirementResult, 0, len(e.scheme.Requirements))}
	for i := range e.scheme.Requirements {
		r := &e.scheme.Requirements[i]
		result := e.requirement(r)
		if result.Status == models.RequirementOpen || result.Status == models.RequirementPartly {
			gap, err := e.gaps.of(e, r, &result)
			if err != nil {
				return nil, err
			}
			result.Gap = gap
		}
		out.Requirements = append(out.Requirements, result)
	}
	return out, e.pass.Context.Err()
}

// requirement says what the case shows about one requirement.
func (e *examination) requirement(r *models.SchemeRequirement) models.RequirementResult {
	out := models.RequirementResult{No: r.No, Absent: e.scope.absent(r)}
	if out.Absent != "" {
		out.Status = models.RequirementNotApplicable
		return out
	}
	e.measures(r, &out)
	e.properties(r, &out)
	if r.Safe {
		e.safety(&out)
	}
	e.candidates(r, &out)
	out.Status = status(r, &out)
	if out.Status == models.RequirementNotApplicable {
		out.Absent = models.AbsentPlaces
	}
	return out
}

// status decides from the evidence.
func status(r *models.SchemeRequirement, out *models.RequirementResult) models.ComplianceStatus {
	holding, lacking := len(out.Holds)+len(out.Averted), len(out.Lacks)+len(out.Possible)
	some := len(out.Measures)+len(out.Partly) > 0
	whole := len(out.Measures) > 0
	if holding+lacking > 0 {
		whole, some = lacking == 0, some || holding > 0
	}
	switch {
	case whole && !r.Part:
		return models.RequirementMet
	case some:
		return models.RequirementPartly
	case r.NotShown:
		return models.RequirementNotShown
	case holding+lacking == 0 && (r.Safe || len(r.Properties) > 0):
		return models.RequirementNotApplicable
	}
	return models.RequirementOpen
}

// safety tells apart the effects that injure people: those that no attacker can bring about in the residual reading, and
// the others.
func (e *examination) safety(out *models.RequirementResult) {
	for i, effect := range e.pass.Effects() {
		switch {
		case !injures(&effect.Effect):
		case slices.ContainsFunc(e.gaps.attackers, func(s *analysis.Scenario) bool { return s.Occurs(i) }):
			out.Possible = append(out.Possible, effect.ID)
		default:
			out.Averted = append(out.Averted, effect.ID)
		}
	}
}

func injures(e *models.Effect) bool {
	return e.Harm != nil && e.Harm.Injury != "" && e.Harm.Injury != models.NoInjury
}

func ids(c *models.Catalog) []models.SchemeID {
	var out []models.SchemeID
	for i := range c.Schemes {
		out = append(out, c.Schemes[i].ID)
	}
	return out
}

func words[T ~string](ids []T) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
