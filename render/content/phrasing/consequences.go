package phrasing

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// EffectsInOneLine names consequences in a cell, one behind the other; see Effects.
func EffectsInOneLine(v *View, ids []models.EffectID, all int) content.Cell {
	return v.OneOrNone(content.Join(v.Comma(), Effects(v, ids, all)...))
}

// Effects names the consequences that a row of the result lists, and says how many more there are. All is how many
// there are together; 0: all are listed. Where these are all that can come about, it says so instead of naming many.
func Effects(v *View, ids []models.EffectID, all int) []content.Line {
	const named = 3
	if len(ids) > named && all <= len(ids) && everything(v, ids) {
		return []content.Line{v.Fill(words.EveryConsequence, Roles{"n": content.Raw(strconv.Itoa(len(ids)))})}
	}
	lines := allCalled(v, models.EffectSort, ids)
	if more := all - len(ids); more > 0 {
		lines = append(lines, v.Fill(words.AndMore, Roles{"n": content.Raw(strconv.Itoa(more))}))
	}
	return lines
}

// everything tells whether these are the consequences that can come about in the assessed reading, and no others.
func everything(v *View, ids []models.EffectID) bool {
	count := 0
	for i := range v.Result.Consequences {
		if c := &v.Result.Consequences[i]; c.Reachable.Assessed.Reachable {
			count++
			if !slices.Contains(ids, c.Effect) {
				return false
			}
		}
	}
	return count == len(ids)
}

// EffectOrigin is where an effect comes from; one that is derived from data comes from no file.
func EffectOrigin(v *View, id models.EffectID) models.Origin {
	if e := v.Effect(id); e != nil {
		return e.Origin
	}
	return models.Origin{}
}

// Harm says what a consequence does to people.
func Harm(v *View, h *models.Harm) []content.Line {
	var lines []content.Line
	if Injures(h) {
		lines = append(lines, Injury(v, h))
	}
	if h != nil {
		for _, id := range h.Discloses {
			lines = append(lines, v.Fill(words.Disclosure, Roles{"data": DataWithClass(v, id)}))
		}
	}
	return v.LinesOr(lines, words.NoHarm)
}

// Reachable is the mark of whether something can be brought about.
func Reachable(v *View, r models.Reachability) content.Cell {
	if r.Reachable {
		return content.CellOf(v.Strong(words.Reachable))
	}
	return content.CellOf(v.Quiet(words.NotReachable))
}

// StoppedBy lists what keeps a consequence from being reachable in the assessed reading.
func StoppedBy(v *View, c *models.Consequence) content.Cell {
	lines := allCalled(v, models.SafeguardSort, c.StoppedBy)
	for _, x := range c.Excluded {
		lines = append(lines, Exclusion(v, x))
	}
	return v.PointsOrNone(lines)
}

// Exclusion says which device class rules a cause out.
func Exclusion(v *View, x models.Exclusion) content.Line {
	return v.Fill(words.Exclusion, Roles{
		"component": v.Called(models.ComponentSort, string(x.Component)),
		"class":     v.Line(v.Class(x.Class)),
	})
}

// DataWithClass names a data item and its class of sensitivity.
func DataWithClass(v *View, id models.DataID) content.Line {
	line := v.Called(models.DataSort, string(id))
	if d := v.Data(id); d != nil {
		line = append(line, v.brackets(v.Line(v.Sensitivity(d.Sensitivity)))...)
	}
	return line
}

// Injures tells whether a harm injures people.
func Injures(h *models.Harm) bool {
	return h != nil && h.Injury != "" && h.Injury != models.NoInjury
}

// Injury says the worst injury of a harm and the use in which it occurs.
func Injury(v *View, h *models.Harm) content.Line {
	return append(v.Line(words.Injury(h.Injury)), v.Parentheses(v.Line(words.Use(h.Use)))...)
}
