package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// days says an effort with what the figure promises.
func (b *builder) days(f models.Figure) Line { return b.tagged(f, words.Days, decimal) }

// chance says a probability with what the figure promises.
func (b *builder) chance(f models.Figure) Line { return b.tagged(f, words.Percent, percent) }

// tagged says a figure in a unit, with its tag: exact, a bound or sampled.
func (b *builder) tagged(f models.Figure, unit models.Text, number func(float64) string) Line {
	say := func(sentence models.Text) Line {
		roles := filling{"value": nil, "lower": nil, "upper": nil}
		for role, value := range map[string]*float64{"value": f.Value, "lower": f.Lower, "upper": f.Upper} {
			if value != nil {
				roles[role] = b.fill(unit, filling{"n": raw(number(*value))})
			}
		}
		return b.fill(sentence, roles)
	}
	switch {
	case f.Status == models.Exact && f.Value != nil:
		return say(words.FigureExact)
	case f.Status == models.Sampled && f.Value != nil && f.Lower != nil && f.Upper != nil:
		return say(words.FigureSampled)
	case f.Lower != nil && f.Upper != nil:
		return say(words.FigureBetween)
	case f.Upper != nil:
		return say(words.FigureAtMost)
	case f.Lower != nil:
		return say(words.FigureAtLeast)
	case f.Value != nil:
		return say(words.FigureUntagged)
	}
	return b.line(words.FigureUnknown)
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
