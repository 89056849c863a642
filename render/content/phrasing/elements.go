package phrasing

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// element is what lines say of an element of the model.
type element struct {
	name     models.Text
	inferred bool // as a whole
	partly   bool // some of its fields
}

// elements finds the elements of the model by sort and id.
type elements map[models.Sort]map[string]element

func (e elements) add(t models.Sort, id string, name models.Text, origin models.Origin) {
	if e[t] == nil {
		e[t] = map[string]element{}
	}
	if name.Empty() {
		name = models.Plain(id)
	}
	e[t][id] = element{name, origin.Inferred(), len(origin.Fields) > 0}
}

// indexElements indexes the named elements of the case.
func indexElements(r *models.Result) elements {
	e, s := elements{}, &r.System
	for _, sort := range models.Sorts() {
		for _, x := range sort.Items(s) {
			e.add(sort.Sort, x.ID, x.Name, *x.Origin)
		}
	}
	e.nameMeasures(s)
	e.addEffects(r)
	e.addFlows(s)
	return e
}

// nameMeasures calls a measure that has no text of its own by what is required of it.
func (e elements) nameMeasures(s *models.System) {
	for _, x := range s.Measures {
		if x.Text.Empty() {
			e.add(models.MeasureSort, string(x.ID), x.Requirement, x.Origin)
		}
	}
}

// addEffects adds the effects, those derived from data and the inner nodes of the trees of causes.
func (e elements) addEffects(r *models.Result) {
	for _, c := range r.Consequences {
		e.add(models.EffectSort, string(c.Effect), c.Name, models.Origin{})
	}
	for _, x := range r.System.Effects {
		e.add(models.EffectSort, string(x.ID), x.Name, x.Origin)
		left := []models.Cause{x.Causes}
		for len(left) > 0 {
			c := left[len(left)-1]
			left = append(left[:len(left)-1], c.Any...)
			left = append(left, c.All...)
			if c.ID != "" {
				e.add(models.CauseSort, c.ID, c.Name, x.Origin)
				e.add(models.CauseSort, string(x.ID)+"."+c.ID, c.Name, x.Origin)
			}
		}
	}
}

// addFlows adds the flows. A flow whose name is missing or not its own is distinguished by its ends.
func (e elements) addFlows(s *models.System) {
	times := map[models.Text]int{}
	for _, f := range s.Flows {
		times[f.Name]++
	}
	for _, f := range s.Flows {
		ends := func(lang models.Lang) string {
			from := e[models.ComponentSort][string(f.From)].name
			to := e[models.ComponentSort][string(f.To)].name
			return from.In(lang) + " → " + to.In(lang)
		}
		name := f.Name
		switch {
		case name.Empty():
			kind := words.Nature(f.Nature)
			name = models.Text{JA: kind.JA + "（" + ends(models.Japanese) + "）", EN: kind.EN + " (" + ends(models.English) + ")"}
		case times[f.Name] > 1:
			name = models.Text{JA: f.Name.In(models.Japanese) + "（" + ends(models.Japanese) + "）", EN: f.Name.In(models.English) + " (" + ends(models.English) + ")"}
		}
		e.add(models.FlowSort, string(f.ID), name, f.Origin)
	}
}
