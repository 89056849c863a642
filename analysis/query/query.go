package query

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/change"
)

// Name is the name of the analysis that answers a question.
const Name = "query"

// Asked is a case with a question.
type Asked struct {
	System   *models.System     // the case with what the question takes for granted: a profile that has compromised its beginnings, an effect that occurs when a goal is met
	Goal     models.EffectID    // the effect that is asked for
	By       []models.ProfileID // who attacks, each alone
	Analysis analysis.Analysis  // answers the question over System, into the result's Paths
}

// Ask prepares a question. What it names and the case does not have comes back as models.Problems. The zero reading is
// the assessed one, and the zero number of attacks is one.
func Ask(system *models.System, catalog *models.Catalog, q models.PathsQuestion) (*Asked, error) {
	if q.Reading == "" {
		q.Reading = models.Assessed
	}
	q.Easiest = max(q.Easiest, 1)
	r := reader{system: system, catalog: catalog}
	asked := *change.Able(system, q.Capability)
	p := plan{question: q}
	p.profile = r.beginnings(&asked, q.From)
	p.goal = r.goal(&asked, q.To)
	p.avoid = r.facts(q.Avoid, "avoid")
	for _, word := range q.Through {
		p.through = append(p.through, r.facts([]string{word}, "through"))
	}
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	return &Asked{System: &asked, Goal: p.goal, By: p.by(asked.Attackers), Analysis: analysis.Analysis{
		Name: Name,
		Doc:  "The easiest attacks between places of the system.",
		Run:  p.run,
		Asks: []models.ProfileID{p.profile},
	}}, nil
}

// by lists who attacks, each alone: the one who begins where the question says, else those that it names, else all.
func (q *plan) by(attackers []models.Profile) []models.ProfileID {
	switch {
	case q.profile != "":
		return []models.ProfileID{q.profile}
	case len(q.question.Attackers) > 0:
		return q.question.Attackers
	}
	var out []models.ProfileID
	for i := range attackers {
		out = append(out, attackers[i].ID)
	}
	return out
}

// plan is a question in terms of the case.
type plan struct {
	question models.PathsQuestion
	profile  models.ProfileID // who attacks; none: every malicious profile alone
	goal     models.EffectID
	avoid    matcher
	through  []matcher
}

// beginnings returns the profile that the words name. Where they name several, or what is taken as compromised, one is
// added to the system that has all their first steps; none: every malicious profile alone.
func (r *reader) beginnings(s *models.System, from []string) models.ProfileID {
	var named []*models.Profile
	var facts []models.Fact
	for _, word := range from {
		place, known := r.place(word, "from")
		switch {
		case !known:
		case place.profile != "":
			named = append(named, r.profile(place.profile))
		case place.effect != "":
			r.refuse("from", word, models.Messagef("an attack does not begin at an effect"), models.Messagef("name a profile, a component, a flow, a data item or a state"))
		default:
			facts = append(facts, place.compromises...)
		}
	}
	switch {
	case len(facts) == 0 && len(named) == 0:
		return ""
	case len(facts) == 0 && len(named) == 1:
		return named[0].ID
	}
	joint := models.Profile{ID: models.ProfileID(r.fresh("assumed")), Kind: models.RemoteAttacker, Name: r.named(models.Text{JA: "侵害済みと仮定", EN: "Assumed compromised"}, from)}
	if len(named) > 0 {
		joint.ID, joint.Kind = models.ProfileID(r.fresh("together")), named[0].Kind
		joint.Name = r.named(models.Text{JA: "共同", EN: "Together"}, from)
	}
	for _, p := range named {
		facts = append(facts, p.Starts...)
		joint.Knows = append(joint.Knows, p.Knows...)
		if p.Kind.Malicious() && !joint.Kind.Malicious() {
			joint.Kind = p.Kind
		}
	}
	joint.Starts, joint.Knows = unique(facts), unique(joint.Knows)
	s.Attackers = append(slices.Clone(s.Attackers), joint)
	return joint.ID
}

func (r *reader) profile(id models.ProfileID) *models.Profile {
	for _, list := range [][]models.Profile{r.system.Attackers, r.system.Initiators} {
		for i := range list {
			if list[i].ID == id {
				return &list[i]
			}
		}
	}
	panic("query: a profile that was found is not there: " + string(id))
}

// goal returns the effect that is asked for: the model's own, or one added to the system that any goal makes occur.
func (r *reader) goal(s *models.System, to []string) models.EffectID {
	if len(to) == 0 {
		r.refuse("to", "", models.Messagef("the goal is missing"), models.Messagef("name an effect, a component, a flow, a data item or a state"))
		return ""
	}
	var causes []models.Cause
	for _, word := range to {
		place, known := r.place(word, "to")
		switch {
		case !known:
		case place.profile != "":
			r.refuse("to", word, models.Messagef("an attack does not end at a profile"), models.Messagef("name an effect, a component, a flow, a data item or a state"))
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

// unique leaves repetitions out.
func unique[E comparable](list []E) []E {
	var out []E
	seen := map[E]bool{}
	for _, e := range list {
		if !seen[e] {
			seen[e] = true
			out = append(out, e)
		}
	}
	return out
}
