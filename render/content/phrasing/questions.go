package phrasing

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// Asked says what a question asks, and of what: at most so many elements by their names.
func (v *View) Asked(q *models.Question, most int) content.Line {
	subjects := content.Each(q.Unknown[:min(len(q.Unknown), most)], func(p models.PropertyRef) content.Line { return v.Called(p.Type, p.Subject) })
	if more := len(q.Unknown) - most; more > 0 {
		subjects = append(subjects, v.Fill(words.AndMore, Roles{"n": content.Raw(strconv.Itoa(more))}))
	}
	return v.Fill(words.AskedOf, Roles{"property": v.Line(v.Property(q.Unknown[0].Property)), "subjects": content.Join(v.Comma(), subjects...)})
}

// Decided says what a question decides, together with how many others: first what moves a level, at most so many.
func (v *View) Decided(q *models.Question, most int) []content.Line {
	var out []content.Line
	for _, i := range q.Decides {
		d := &v.Result.Deciding[i]
		alone, together := words.IfGiven, words.IfAllGiven
		if !d.Given {
			alone, together = words.IfNotGiven, words.IfNoneGiven
		}
		roles := Roles{"what": v.decided(d), "n": content.Raw(strconv.Itoa(len(d.Unknown) - 1))}
		line := v.Fill(alone, roles)
		if len(d.Unknown) > 1 {
			line = v.Fill(together, roles)
		}
		if !slices.ContainsFunc(out, func(known content.Line) bool { return known.String() == line.String() }) {
			out = append(out, line)
		}
	}
	if more := len(out) - most; more > 0 {
		out = append(out[:most], v.Fill(words.AndMore, Roles{"n": content.Raw(strconv.Itoa(more))}))
	}
	return out
}

func (v *View) decided(d *models.Deciding) content.Line {
	if d.Level == nil && d.Profile != "" {
		return v.Fill(words.NoLongerBy, Roles{"effect": v.Called(models.EffectSort, string(d.Effect)), "profile": v.Called(models.ProfileSort, string(d.Profile))})
	}
	if d.Level == nil {
		return v.Fill(words.NoLongerAbout, Roles{"effect": v.Called(models.EffectSort, string(d.Effect))})
	}
	return v.Fill(words.LevelsBecome, Roles{"recovery": v.Recovery(d.Level.Recovery), "economic": v.Economic(d.Level.Economic)})
}
