package lifecycle

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// lives finds what belongs together in the lives of the data of a case.
type lives struct {
	pass    *analysis.Pass
	system  *models.System
	catalog *models.Catalog

	data     map[models.DataID]*models.Data
	fields   map[models.FieldID]*models.Field
	purposes map[models.PurposeID]models.Text
	makers   map[models.DataID][]*models.Event      // the events that data come of
	held     map[models.DataID][]models.ComponentID // the components that store or receive data, in the model's order
}

func newLives(p *analysis.Pass) *lives {
	s := p.Case.System
	l := &lives{
		pass: p, system: s, catalog: p.Case.Catalog, data: map[models.DataID]*models.Data{}, fields: map[models.FieldID]*models.Field{},
		purposes: map[models.PurposeID]models.Text{}, makers: map[models.DataID][]*models.Event{}, held: map[models.DataID][]models.ComponentID{},
	}
	for i := range s.Data {
		l.data[s.Data[i].ID] = &s.Data[i]
	}
	for i := range s.Fields {
		l.fields[s.Fields[i].ID] = &s.Fields[i]
		for _, p := range s.Fields[i].Purposes {
			l.purposes[p.ID] = p.Name
		}
	}
	for i := range s.Events {
		for _, d := range s.Events[i].To {
			l.makers[d] = append(l.makers[d], &s.Events[i])
		}
	}
	l.findHolders()
	return l
}

// findHolders notes where data are at hand: where they are stored, and where open flows bring them.
func (l *lives) findHolders() {
	at := map[models.ComponentID]map[models.DataID]bool{}
	note := func(c models.ComponentID, list []models.DataID) {
		if at[c] == nil {
			at[c] = map[models.DataID]bool{}
		}
		for _, d := range list {
			at[c][d] = true
		}
	}
	for i := range l.system.Components {
		note(l.system.Components[i].ID, l.system.Components[i].Stores)
	}
	for i := range l.system.Flows {
		if f := &l.system.Flows[i]; !f.Closed {
			note(f.To, f.Carries)
		}
	}
	for i := range l.system.Components {
		c := l.system.Components[i].ID
		for j := range l.system.Data {
			if d := l.system.Data[j].ID; at[c][d] {
				l.held[d] = append(l.held[d], c)
			}
		}
	}
}

// fieldWith is the first field of the data in which a norm holds.
func (l *lives) fieldWith(d *models.Data, norm models.NormID) (models.FieldID, bool) {
	for _, id := range d.Fields {
		if f := l.fields[id]; f != nil && slices.Contains(f.Norms, norm) {
			return id, true
		}
	}
	return "", false
}

// beginnings are the events of generation that data come of, over however many stages. Where data come of none, nil stands
// among them: nothing says how they began.
func (l *lives) beginnings(d models.DataID) []*models.Event {
	var out []*models.Event
	seen := map[models.DataID]bool{d: true}
	left := []models.DataID{d}
	for len(left) > 0 {
		next := left[0]
		left = left[1:]
		if len(l.makers[next]) == 0 {
			out = append(out, nil)
		}
		for _, e := range l.makers[next] {
			if e.Nature == models.GenerateEvent {
				out = append(out, e)
			}
			for _, from := range e.From {
				if !seen[from] {
					seen[from] = true
					left = append(left, from)
				}
			}
		}
	}
	return out
}

// works reports whether a party works with a component: whoever only makes or supplies it does not.
func (l *lives) works(party models.StakeholderID, c models.ComponentID) bool {
	for i := range l.system.Stakeholders {
		if s := &l.system.Stakeholders[i]; s.ID == party {
			for _, list := range [][]models.ComponentID{s.Owns, s.Operates, s.Maintains, s.Uses} {
				if slices.Contains(list, c) {
					return true
				}
			}
		}
	}
	return false
}

// called is an element with what people call it.
func (l *lives) called(of models.Sort, id string) named {
	return named{id, l.pass.Element(of, id).Name}
}

func namedData(d *models.Data) named { return named{string(d.ID), d.Name} }
