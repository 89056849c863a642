package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// days says an effort with what the figure promises.
func (b *builder) days(f models.Figure) Line {
	return b.tagged(f, func(n float64) Line {
		unit := words.Days
		if n == 1 {
			unit = words.Day
		}
		return b.fill(unit, filling{"n": raw(decimal(n))})
	})
}

// chance says a probability with what the figure promises.
func (b *builder) chance(f models.Figure) Line {
	return b.tagged(f, func(n float64) Line { return b.fill(words.Percent, filling{"n": raw(percent(n))}) })
}

// tagged says a figure with its tag: exact, a bound or sampled.
func (b *builder) tagged(f models.Figure, number func(float64) Line) Line {
	roles := filling{}
	if f.Value != nil {
		roles["value"] = number(*f.Value)
	}
	if f.Lower != nil {
		roles["lower"] = number(*f.Lower)
	}
	if f.Upper != nil {
		roles["upper"] = number(*f.Upper)
	}
	return b.fill(b.figureSentence(f), roles)
}

// figureSentence words a tag. In the document an exact figure has none, which its notes say; see words.EffortsNote.
func (b *builder) figureSentence(f models.Figure) models.Text {
	switch {
	case f.Status == models.Exact && f.Value != nil && b.alone:
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

// decimal writes a number with at most two decimals.
func decimal(v float64) string {
	return trimZeros(strconv.FormatFloat(v, 'f', 2, 64))
}

// percent writes a share as a percentage with two significant digits. What is not certain is never rounded to 100.
func percent(v float64) string {
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
