package phrasing

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// Days says an effort with what the figure promises.
func (v *View) Days(f models.Figure) content.Line {
	return v.Tagged(f, func(n float64) content.Line {
		unit := words.Days
		if n == 1 {
			unit = words.Day
		}
		return v.Fill(unit, Roles{"n": content.Raw(Decimal(n))})
	})
}

// Chance says a probability with what the figure promises.
func (v *View) Chance(f models.Figure) content.Line {
	return v.Tagged(f, func(n float64) content.Line { return v.Fill(words.Percent, Roles{"n": content.Raw(Percent(n))}) })
}

// Tagged says a figure with its tag: exact, a bound or sampled.
func (v *View) Tagged(f models.Figure, number func(float64) content.Line) content.Line {
	roles := Roles{}
	if f.Value != nil {
		roles["value"] = number(*f.Value)
	}
	if f.Lower != nil {
		roles["lower"] = number(*f.Lower)
	}
	if f.Upper != nil {
		roles["upper"] = number(*f.Upper)
	}
	return v.Fill(v.figureSentence(f), roles)
}

// figureSentence words a tag. In the document an exact figure has none, which its notes say; see words.EffortsNote.
func (v *View) figureSentence(f models.Figure) models.Text {
	switch {
	case f.Status == models.Exact && f.Value != nil && v.Alone:
		return words.FigureExact
	case f.Status == models.Exact && f.Value != nil:
		return words.FigureUntagged
	case f.Status == models.Sampled && f.Value != nil && f.Lower != nil && f.Upper != nil:
		return words.FigureSampled
	case f.Lower != nil && f.Upper != nil:
		return words.FigureBetween
	case f.Upper != nil:
		return words.FigureAtMost
	case f.Lower != nil:
		return words.FigureAtLeast
	case f.Value != nil:
		return words.FigureUntagged
	}
	return words.FigureUnknown
}

// Decimal writes a number with at most two decimals.
func Decimal(v float64) string {
	return trimZeros(strconv.FormatFloat(v, 'f', 2, 64))
}

// Percent writes a share as a percentage with two significant digits. What is not certain is never rounded to 100.
func Percent(v float64) string {
	p := v * 100
	switch {
	case p > 99 && p < 100:
		return ">99"
	case p >= 10:
		return strconv.FormatFloat(p, 'f', 0, 64)
	}
	return strconv.FormatFloat(p, 'g', 2, 64)
}

func trimZeros(s string) string {
	for len(s) > 1 && s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}
