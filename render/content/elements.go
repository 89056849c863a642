package content

import (
	"slices"
	"strconv"
	"strings"

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

// addFlows adds the flows. A flow whose name is missing or not its own is told apart by its ends.
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

// called names an element in a sentence.
func (b *builder) called(t models.Sort, id string) Line {
	x, known := b.elements[t][id]
	if !known && t == models.CauseSort {
		effect, _, _ := strings.Cut(id, ".")
		return b.fill(words.CauseOf, filling{"effect": b.called(models.EffectSort, effect)})
	}
	if !known {
		return Line{{Text: Clean(id), Kind: Code}}
	}
	return Line{b.span(Name, x.name)}
}

// knows tells whether the case has an element.
func (b *builder) knows(t models.Sort, id string) bool {
	_, known := b.elements[t][id]
	return known
}

// entry names an element where it is listed, with the mark of an inferred one.
func (b *builder) entry(t models.Sort, id string) Line {
	line := b.called(t, id)
	if b.elements[t][id].inferred {
		line = append(line, b.span(Mark, words.InferredMark))
	}
	return line
}

// inferred puts the mark behind the name of an element that no source states.
func (b *builder) inferred(name Line, origin models.Origin) Line {
	if !origin.Inferred() {
		return name
	}
	return append(name, b.span(Mark, words.InferredMark))
}

// judged puts the mark behind a value that is its author's own judgement while the element is stated by a source; where
// the whole element is inferred, its name carries the mark already.
func (b *builder) judged(value Line, origin models.Origin, field string) Line {
	if origin.Inferred() || !origin.Infers(field) {
		return value
	}
	return append(slices.Clip(value), b.span(Mark, words.InferredMark))
}

// judgedCell puts the mark of judged behind the last line of a cell that holds a value.
func (b *builder) judgedCell(c Cell, origin models.Origin, field string) Cell {
	if last := len(c.Lines) - 1; last >= 0 {
		c.Lines = slices.Clone(c.Lines)
		c.Lines[last] = b.judged(c.Lines[last], origin, field)
	}
	return c
}

// allCalled names several elements of one sort, one a line.
func allCalled[T ~string](b *builder, t models.Sort, ids []T) []Line {
	var out []Line
	for _, id := range ids {
		out = append(out, b.called(t, string(id)))
	}
	return out
}

// enumerate names several elements of one sort on one line.
func enumerate[T ~string](b *builder, t models.Sort, ids []T) Line {
	return join(b.comma(), allCalled(b, t, ids)...)
}

// listed lists names in a cell, or a dash where there are none.
func listed[T ~string](b *builder, t models.Sort, ids []T) Cell {
	return b.linesOrNone(allCalled(b, t, ids))
}

// profiles names who can bring something about on one line; all attackers of the case at once are called so.
func (b *builder) profiles(ids []models.ProfileID) Line {
	var named []Line
	rest := ids
	if all := b.system.Attackers; len(all) > 1 && !slices.ContainsFunc(all, func(p models.Profile) bool { return !slices.Contains(ids, p.ID) }) {
		named = append(named, b.fill(words.EveryAttacker, filling{"n": raw(strconv.Itoa(len(all)))}))
		rest = slices.DeleteFunc(slices.Clone(ids), func(id models.ProfileID) bool {
			return slices.ContainsFunc(all, func(p models.Profile) bool { return p.ID == id })
		})
	}
	return join(b.comma(), append(named, allCalled(b, models.ProfileSort, rest)...)...)
}

// byProfiles is a cell that names who can bring something about.
func (b *builder) byProfiles(ids []models.ProfileID) Cell {
	return b.oneOrNone(b.profiles(ids))
}

// none is a cell that says that there is nothing.
func (b *builder) none() Cell { return cell(b.quiet(words.None)) }

// linesOrNone is a cell of lines, or one that says that there are none.
func (b *builder) linesOrNone(lines []Line) Cell {
	if len(lines) == 0 {
		return b.none()
	}
	return cell(lines...)
}

// oneOrNone is a cell of one line, or one that says that there is nothing.
func (b *builder) oneOrNone(l Line) Cell {
	if len(l) == 0 {
		return b.none()
	}
	return cell(l)
}

// pointsOrNone is a cell that lists points, or one that says that there are none.
func (b *builder) pointsOrNone(lines []Line) Cell {
	if len(lines) == 0 {
		return b.none()
	}
	return bullets(lines)
}

// anyInferred tells whether some element of the case, or a value of it, is its author's own judgement.
func (b *builder) anyInferred() bool {
	for _, list := range b.elements { // any of them will do
		for _, x := range list {
			if x.inferred || x.partly {
				return true
			}
		}
	}
	return false
}
