package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// shades are the kinds of spans for the levels of an axis, in rising order.
var shades = [...]SpanKind{LowLevel, MiddleLevel, HighLevel}

// recovery names a level of axis 1.
func (b *builder) recovery(r models.Recovery) Line {
	return Line{b.span(shades[r], words.Recovery(r))}
}

// economic names a level of axis 2.
func (b *builder) economic(e models.Economic) Line {
	return Line{b.span(shades[e], words.Economic(e))}
}

// recoveryLevel names a level of axis 1 with the marks of what must be known with it.
func (b *builder) recoveryLevel(l models.RecoveryLevel) Line {
	return b.marked(b.recovery(l.Level), l.DefaultLowest, l.PolicyDecides)
}

// economicLevel names a level of axis 2, an interval where it is one, with the marks of what must be known with it.
func (b *builder) economicLevel(l models.EconomicLevel) Line {
	line := b.economic(l.Max)
	if l.Min != l.Max {
		line = b.fill(words.Interval, filling{"min": b.economic(l.Min), "max": b.economic(l.Max)})
	}
	return b.marked(line, l.DefaultLowest, l.PolicyDecides)
}

// marked puts the marks behind a level: that no criterion matches, and that a policy decides it.
func (b *builder) marked(level Line, defaultLowest, policyDecides bool) Line {
	if defaultLowest {
		level = append(level, b.span(Mark, words.DefaultLowestMark))
	}
	if policyDecides {
		level = append(level, b.span(Mark, words.PolicyMark))
	}
	return level
}

// recoveryBasis says what a level of axis 1 rests on, one consequence a line.
func (b *builder) recoveryBasis(l models.RecoveryLevel) []Line {
	var lines []Line
	for _, basis := range l.Basis {
		lines = append(lines, join(b.colon(),
			b.called(models.EffectSort, string(basis.Effect)),
			b.line(words.Criterion(basis.Criterion))))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NoRecoveryBasis))
	}
	return lines
}

// economicBasis says what a level of axis 2 rests on, one consequence a line.
func (b *builder) economicBasis(l models.EconomicLevel) []Line {
	var lines []Line
	for _, basis := range l.Basis {
		var said []Line
		for _, c := range basis.Met {
			said = append(said, b.line(words.Criterion(c)))
		}
		for _, c := range basis.Unknown {
			said = append(said, b.fill(words.UnknownCriterion, filling{"criterion": b.line(words.Criterion(c))}))
		}
		if len(said) == 0 {
			said = append(said, b.line(words.NoFactor))
		}
		lines = append(lines, join(b.colon(), b.called(models.EffectSort, string(basis.Effect)), join(b.comma(), said...)))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NoEconomicBasis))
	}
	return lines
}
