package supplychain

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// plan is the schedule of one product's chain under some knowledge.
type plan struct {
	steps    []step
	tasks    []models.Task
	unstated []models.Unstated
	notice   map[int]int // component → the step with which its maker notices
	deliver  map[int]int // component → the step with which its correction is delivered
	operator int         // the step with which the operator notices; -1: nobody operates it
	mitigate int         // the step that mitigates; -1: none
	last     int         // the step after which the correction is in operation
}

// plan puts the tasks of a chain, whose members stand in the order of containment, into the order in which they wait
// for each other.
func (c *chains) plan(members []int, operator *models.Stakeholder, knows knowledge) *plan {
	p := &plan{notice: map[int]int{}, deliver: map[int]int{}, operator: -1, mitigate: -1}
	for k, i := range members {
		var inside []int
		for _, part := range members[:k] {
			if slices.Contains(c.wholes(part), i) {
				inside = append(inside, p.deliver[part])
			}
		}
		id, maker := c.system.Components[i].ID, c.makers[i]
		about := party{id, maker, response(maker)}
		notice := p.notices(about, k == 0, knows.makes[i], inside)
		investigate := p.add(about, models.Investigating, about.times.Investigate, step{all: []int{notice}})
		fix := p.add(about, models.Fixing, about.times.Fix, step{all: append([]int{investigate}, inside...)})
		p.notice[i] = notice
		p.deliver[i] = p.add(about, models.Delivering, about.times.Deliver, step{all: []int{fix}})
		p.last = p.deliver[i]
	}
	if operator == nil {
		return p
	}
	delivered := p.last
	about := party{c.system.Components[members[len(members)-1]].ID, operator, response(operator)}
	p.operator = p.notices(about, false, knows.operates, []int{delivered})
	investigate := p.add(about, models.Investigating, about.times.Investigate, step{all: []int{p.operator}})
	if about.times.Mitigate != "" {
		p.mitigate = p.add(about, models.Mitigating, about.times.Mitigate, step{all: []int{investigate}})
	}
	p.last = p.add(about, models.Installing, about.times.Fix, step{all: []int{investigate, delivered}})
	return p
}

// party is who does something about which component, with the times that it states.
type party struct {
	component models.ComponentID
	who       *models.Stakeholder
	times     models.Response
}

func response(s *models.Stakeholder) models.Response {
	if s == nil || s.Response == nil {
		return models.Response{}
	}
	return *s.Response
}

// notices adds the task of noticing: at the disclosure for the maker of the part itself and for whoever has an SBOM that
// lists it, else when the first correction arrives.
func (p *plan) notices(about party, own, knows bool, arrivals []int) int {
	switch {
	case own:
		return p.add(about, models.Noticing, about.times.Notice, step{})
	case !knows:
		return p.add(about, models.Noticing, about.times.Notice, step{first: arrivals})
	}
	usual, _ := about.times.Notice.Hours()
	lookup, _ := about.times.Match.Hours()
	return p.add(about, models.Noticing, models.SpanOf(min(lookup, usual)), step{})
}

// add adds a task. A time that is not stated counts as none and is noted.
func (p *plan) add(about party, activity models.Activity, span models.Span, s step) int {
	hours, stated := span.Hours()
	task := models.Task{Component: about.component, Activity: activity}
	if about.who != nil {
		task.Stakeholder = about.who.ID
	}
	if !stated {
		p.unstated = append(p.unstated, models.Unstated{Component: task.Component, Stakeholder: task.Stakeholder, Activity: activity})
	}
	s.hours = hours
	p.steps, p.tasks = append(p.steps, s), append(p.tasks, task)
	return len(p.steps) - 1
}

// timeline is the plan with its times.
func (p *plan) timeline() models.Timeline {
	times := schedule(p.steps)
	decides := critical(times, p.last)
	out := models.Timeline{Tasks: slices.Clone(p.tasks)}
	for i := range out.Tasks {
		out.Tasks[i].Start, out.Tasks[i].End, out.Tasks[i].Critical = times[i].start, times[i].end, decides[i]
	}
	fixed := times[p.last].end
	mitigated := fixed
	if p.mitigate >= 0 {
		mitigated = min(mitigated, times[p.mitigate].end)
	}
	out.Fixed, out.Mitigated = p.figure(fixed), p.figure(mitigated)
	return out
}

// figure is a time with what it promises.
func (p *plan) figure(hours int) models.Figure {
	value := float64(hours)
	if len(p.unstated) > 0 {
		return models.Figure{Status: models.Bound, Lower: &value}
	}
	return models.Figure{Status: models.Exact, Value: &value}
}
