package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// days says an effort with what the figure promises.
func (b *builder) days(f models.Figure) Line {
	return b.tagged(f, func(v float64) Line {
		unit := words.Days
		if v == 1 {
			unit = words.Day
		}
		return b.fill(unit, filling{"n": raw(decimal(v))})
	})
}

// chance says a probability with what the figure promises.
func (b *builder) chance(f models.Figure) Line {
	return b.tagged(f, func(v float64) Line { return b.fill(words.Percent, filling{"n": raw(percent(v))}) })
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
	return b.fill(figureSentence(f), roles)
}

func figureSentence(f models.Figure) models.Text {
	switch {
	case f.Status == models.Exact && f.Value != nil:
		return words.FigureExact
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

// percent writes a share as a percentage; a small one keeps two significant digits.
func percent(v float64) string {
	p := v * 100
	if p != 0 && p < 0.1 {
		return strconv.FormatFloat(p, 'g', 2, 64)
	}
	return trimZeros(strconv.FormatFloat(p, 'f', 1, 64))
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
