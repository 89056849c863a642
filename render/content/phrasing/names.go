package phrasing

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// Called names an element in a sentence.
func (v *View) Called(t models.Sort, id string) content.Line {
	x, known := v.elements[t][id]
	if !known && t == models.CauseSort {
		effect, _, _ := strings.Cut(id, ".")
		return v.Fill(words.CauseOf, Roles{"effect": v.Called(models.EffectSort, effect)})
	}
	if along := strings.Split(id, "."); t == models.PassageSort && v.joined(along) {
		return v.passage(along)
	}
	if !known {
		return content.Line{{Text: content.Clean(id), Kind: content.Code}}
	}
	return content.Line{v.Span(content.Name, x.name)}
}

// joined tells whether the words of a passage are components: two networks, or what joins them and these.
func (v *View) joined(along []string) bool {
	return (len(along) == 2 || len(along) == 3) && !slices.ContainsFunc(along, func(id string) bool { return !v.Knows(models.ComponentSort, id) })
}

// passage names a passage between two networks: these, with what joins them between them.
func (v *View) passage(along []string) content.Line {
	called := func(i int) content.Line { return v.Called(models.ComponentSort, along[i]) }
	if len(along) == 2 {
		return content.Join(" – ", called(0), called(1))
	}
	return content.Join(" → ", called(1), called(0), called(2))
}

// CalledOr names an element in a sentence, or says something else where no id stands.
func CalledOr[T ~string](v *View, t models.Sort, id T, none content.Line) content.Line {
	if id == "" {
		return none
	}
	return v.Called(t, string(id))
}

// Knows tells whether the case has an element.
func (v *View) Knows(t models.Sort, id string) bool {
	_, known := v.elements[t][id]
	return known
}

// Entry names an element where it is listed, with the mark of an inferred one.
func (v *View) Entry(t models.Sort, id string) content.Line {
	line := v.Called(t, id)
	if v.elements[t][id].inferred {
		line = append(line, v.Span(content.Mark, words.InferredMark))
	}
	return line
}

// allCalled names several elements of one sort, one a line.
func allCalled[T ~string](v *View, t models.Sort, ids []T) []content.Line {
	return content.Each(ids, func(id T) content.Line { return v.Called(t, string(id)) })
}

// Enumerate names several elements of one sort on one line.
func Enumerate[T ~string](v *View, t models.Sort, ids []T) content.Line {
	return content.Join(v.Comma(), allCalled(v, t, ids)...)
}

// Listed lists names in a cell, or a dash where there are none.
func Listed[T ~string](v *View, t models.Sort, ids []T) content.Cell {
	return v.LinesOrNone(allCalled(v, t, ids))
}

// Profiles names who can bring something about on one line; all attackers of the case at once are called so.
func (v *View) Profiles(ids []models.ProfileID) content.Line {
	var named []content.Line
	rest := ids
	if all := v.System.Attackers; len(all) > 1 && !slices.ContainsFunc(all, func(p models.Profile) bool { return !slices.Contains(ids, p.ID) }) {
		named = append(named, v.Fill(words.EveryAttacker, Roles{"n": content.Raw(strconv.Itoa(len(all)))}))
		rest = slices.DeleteFunc(slices.Clone(ids), func(id models.ProfileID) bool {
			return slices.ContainsFunc(all, func(p models.Profile) bool { return p.ID == id })
		})
	}
	return content.Join(v.Comma(), append(named, allCalled(v, models.ProfileSort, rest)...)...)
}

// ByProfiles is a cell that names who can bring something about.
func (v *View) ByProfiles(ids []models.ProfileID) content.Cell {
	return v.OneOrNone(v.Profiles(ids))
}

// AnyInferred tells whether some element of the case, or a value of it, is its author's own judgement.
func (v *View) AnyInferred() bool {
	for _, list := range v.elements { // any of them will do
		for _, x := range list {
			if x.inferred || x.partly {
				return true
			}
		}
	}
	return false
}
