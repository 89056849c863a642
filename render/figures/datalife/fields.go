package datalife

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/words"
)

// addFields frames the data by their fields. A field all of whose data lie in another one is drawn inside it. Fields that overlap
// otherwise cannot be: there, data that lie in the same fields are framed together.
func (l *lifeScene) addFields() {
	groups, keys := l.signatures()
	var within func(a, b string) bool
	if l.nested() {
		within = func(a, b string) bool { return len(groups[a]) < len(groups[b]) && contains(groups[b], groups[a]) }
		groups, keys = map[string][]models.DataID{}, nil
		for i := range l.System.Fields {
			f := &l.System.Fields[i]
			if members := l.membersOf(f.ID); len(members) > 0 {
				key := l.Fill(words.FieldCaption, "field", l.Say(f.Name))
				groups[key], keys = members, append(keys, key)
			}
		}
	}
	slices.SortStableFunc(keys, func(a, b string) int { return len(groups[b]) - len(groups[a]) })
	for i, key := range keys {
		id := fmt.Sprintf("field-%d", i+1)
		parent := ""
		for j := i - 1; j >= 0 && within != nil; j-- {
			if within(key, keys[j]) {
				parent = fmt.Sprintf("field-%d", j+1)
				break
			}
		}
		l.outer[id] = parent
		l.scene.Zones = append(l.scene.Zones, diagram.Zone{ID: id, Parent: parent, Caption: key, Dashed: true})
		for _, d := range groups[key] {
			l.frame[d] = id
		}
	}
}

func (l *lifeScene) membersOf(field models.FieldID) []models.DataID {
	var out []models.DataID
	for i := range l.System.Data {
		if d := &l.System.Data[i]; slices.Contains(d.Fields, field) {
			out = append(out, d.ID)
		}
	}
	return out
}

// nested tells whether any two fields lie apart or one inside the other.
func (l *lifeScene) nested() bool {
	for i := range l.System.Fields {
		for j := range i {
			a, b := l.membersOf(l.System.Fields[i].ID), l.membersOf(l.System.Fields[j].ID)
			apart := !slices.ContainsFunc(a, func(d models.DataID) bool { return slices.Contains(b, d) })
			if !apart && (len(a) == len(b) || !contains(a, b) && !contains(b, a)) {
				return false
			}
		}
	}
	return true
}

func contains(all, some []models.DataID) bool {
	return !slices.ContainsFunc(some, func(d models.DataID) bool { return !slices.Contains(all, d) })
}

// signatures groups the data by the fields that they lie in.
func (l *lifeScene) signatures() (groups map[string][]models.DataID, keys []string) {
	groups = map[string][]models.DataID{}
	for i := range l.System.Data {
		d := &l.System.Data[i]
		var names []string
		for j := range l.System.Fields {
			if f := &l.System.Fields[j]; slices.Contains(d.Fields, f.ID) {
				names = append(names, l.Say(f.Name))
			}
		}
		if len(names) == 0 {
			continue
		}
		key := l.Fill(words.FieldCaption, "field", l.List(names))
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], d.ID)
	}
	return groups, keys
}

// around is the innermost frame around all data of an event.
func (l *lifeScene) around(e *models.Event) string {
	all := slices.Concat(e.From, e.To)
	for frame := l.frame[all[0]]; frame != ""; frame = l.outer[frame] {
		if !slices.ContainsFunc(all[1:], func(d models.DataID) bool { return !l.inside(l.frame[d], frame) }) {
			return frame
		}
	}
	return ""
}

// inside tells whether a frame is another one or lies in it.
func (l *lifeScene) inside(frame, outer string) bool {
	for ; frame != ""; frame = l.outer[frame] {
		if frame == outer {
			return true
		}
	}
	return false
}
