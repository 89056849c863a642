package query

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// Name is the name of the analysis that answers a question.
const Name = "query"

// Asked is a case with a question.
type Asked struct {
	System   *models.System    // the case with what the question takes for granted: a profile that has compromised its beginnings, an effect that occurs when a goal is met
	Goal     models.EffectID   // the effect that is asked for
	Analysis analysis.Analysis // answers the question over System, into the result's Paths
}

// Ask prepares a question. What it names and the case does not have comes back as models.Problems. The zero reading is
// the assessed one, and the zero number of attacks is one.
func Ask(system *models.System, catalog *models.Catalog, q models.PathsQuestion) (*Asked, error) {
	if q.Reading == "" {
		q.Reading = models.Assessed
	}
	q.Easiest = max(q.Easiest, 1)
	r := reader{system: system, catalog: catalog}
	asked := *system
	p := plan{question: q}
	p.profiles = r.beginnings(&asked, q.From)
	p.goal = r.goal(&asked, q.To)
	p.avoid = r.facts(q.Avoid, "avoid")
	for _, word := range q.Through {
		p.through = append(p.through, r.facts([]string{word}, "through"))
	}
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	return &Asked{System: &asked, Goal: p.goal, Analysis: analysis.Analysis{
		Name: Name,
		Doc:  "The easiest attacks between places of the system.",
		Run:  p.run,
	}}, nil
}

// plan is a question in terms of the case.
type plan struct {
	question models.PathsQuestion
	profiles []models.ProfileID // who attack together; none: every malicious profile alone
	goal     models.EffectID
	avoid    matcher
	through  []matcher
}

// beginnings returns the profiles that the words name, with one added to the system for what is taken as compromised.
func (r *reader) beginnings(s *models.System, from []string) []models.ProfileID {
	var out []models.ProfileID
	var facts []models.Fact
	var given []string
	for _, word := range from {
		place, known := r.place(word, "from")
		switch {
		case !known:
		case place.profile != "":
			out = append(out, place.profile)
		case place.effect != "":
			r.refuse("from", word, "an attack does not begin at an effect", "name a profile, a component, a flow, a data item or a state")
		default:
			given = append(given, word)
			facts = append(facts, place.compromises...)
		}
	}
	if len(facts) == 0 {
		return out
	}
	assumed := models.Profile{
		ID: models.ProfileID(r.fresh("assumed")), Kind: models.RemoteAttacker, Starts: unique(facts),
		Name: r.named(models.Text{JA: "侵害済みと仮定", EN: "Assumed compromised"}, given),
	}
	s.Attackers = append(slices.Clone(s.Attackers), assumed)
	return append(out, assumed.ID)
}

// goal returns the effect that is asked for: the model's own, or one added to the system that any goal makes occur.
func (r *reader) goal(s *models.System, to []string) models.EffectID {
	if len(to) == 0 {
		r.refuse("to", "", "the goal is missing", "name an effect, a component, a flow, a data item or a state")
		return ""
	}
	var causes []models.Cause
	for _, word := range to {
		place, known := r.place(word, "to")
		switch {
		case !known:
		case place.profile != "":
			r.refuse("to", word, "an attack does not end at a profile", "name an effect, a component, a flow, a data item or a state")
		case place.effect != "" && len(to) == 1:
			return place.effect
		default:
			for _, f := range place.compromises {
				causes = append(causes, models.Cause{Fact: f})
			}
		}
	}
	id := models.EffectID(r.fresh("asked"))
	s.Effects = append(slices.Clone(s.Effects), models.Effect{
		ID: id, Name: r.named(models.Text{JA: "目標", EN: "Goal"}, to), Causes: models.Cause{Any: causes},
	})
	return id
}

func unique(facts []models.Fact) []models.Fact {
	var out []models.Fact
	seen := map[models.Fact]bool{}
	for _, f := range facts {
		if !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	return out
}
