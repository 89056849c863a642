package difference

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// acting finds the changed elements that have to do with an element, by its id: those that it is itself, and those that
// act on it. Each is told by its place among the changed elements; places are ascending.
type acting struct {
	itself, on map[string][]int
	changed    map[elementName][]int
}

func newActing(changed []models.ElementChange, systems ...*models.System) *acting {
	a := &acting{itself: map[string][]int{}, on: map[string][]int{}, changed: map[elementName][]int{}}
	for i, e := range changed {
		a.itself[e.ID] = append(a.itself[e.ID], i)
		name := elementName{models.Sort(e.Type), e.ID}
		a.changed[name] = append(a.changed[name], i)
	}
	for _, s := range systems {
		a.read(s)
	}
	for id, places := range a.on {
		slices.Sort(places)
		a.on[id] = slices.Compact(places)
	}
	return a
}

// read takes down what acts on what without being named there: a safeguard on what it guards, a measure on where it
// applies, a component on what its device class decides, a condition on flows.
func (a *acting) read(s *models.System) {
	for _, g := range s.Safeguards {
		for _, target := range g.Guards {
			a.add(target, models.SafeguardSort, string(g.ID))
			if g.Fitted != nil {
				a.add(target, models.ComponentSort, string(g.Fitted.Component))
			}
		}
	}
	for _, m := range s.Measures {
		for _, element := range m.AppliesTo {
			a.add(element, models.MeasureSort, string(m.ID))
		}
	}
	for _, f := range s.Flows {
		for _, condition := range f.When {
			a.add(string(f.ID), models.ConditionSort, string(condition))
		}
	}
	for i := range s.Effects {
		for _, component := range rulingOut(&s.Effects[i].Causes) {
			a.add(string(s.Effects[i].ID), models.ComponentSort, string(component))
		}
	}
}

// add takes down that an element, if it changed, acts on another.
func (a *acting) add(on string, sort models.Sort, id string) {
	if places := a.changed[elementName{sort, id}]; places != nil {
		a.on[on] = append(a.on[on], places...)
	}
}

// rulingOut lists the components whose device classes rule causes of the tree out.
func rulingOut(causes *models.Cause) []models.ComponentID {
	var out []models.ComponentID
	stack := []*models.Cause{causes}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if top.RuledOut != nil {
			out = append(out, top.RuledOut.Component)
		}
		for _, list := range [][]models.Cause{top.Any, top.All} {
			for i := range list {
				stack = append(stack, &list[i])
			}
		}
	}
	return out
}
