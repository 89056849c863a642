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

// recoveryLevel names the level of a pair on axis 1 with the marks of what must be known with it.
func (b *builder) recoveryLevel(p *models.LevelPair) Line {
	if !p.Determined() {
		return b.strong(models.NotDetermined())
	}
	l := p.Recovery
	return b.marked(b.recovery(l.Level), l.DefaultLowest, l.PolicyDecides)
}

// economicLevel names the level of a pair on axis 2, an interval where it is one, with the marks of what must be known
// with it.
func (b *builder) economicLevel(p *models.LevelPair) Line {
	if !p.Determined() {
		return b.strong(models.NotDetermined())
	}
	l := p.Economic
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

// missing says why levels are not determined.
func (b *builder) missing(p *models.LevelPair) Line {
	var lacks []Line
	for _, lack := range p.Missing {
		lacks = append(lacks, b.line(lack.Name()))
	}
	return b.fill(words.NotDeterminedNote, filling{"missing": join(b.comma(), lacks...)})
}

// recoveryBasis says what the level of a pair on axis 1 rests on, one consequence a line.
func (b *builder) recoveryBasis(p *models.LevelPair) []Line {
	if !p.Determined() {
		return []Line{b.missing(p)}
	}
	var lines []Line
	for _, basis := range p.Recovery.Basis {
		lines = append(lines, join(b.colon(),
			b.called(models.EffectSubject, string(basis.Effect)),
			b.line(words.Criterion(basis.Criterion))))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NoRecoveryBasis))
	}
	return lines
}

// economicBasis says what the level of a pair on axis 2 rests on, one consequence a line.
func (b *builder) economicBasis(p *models.LevelPair) []Line {
	if !p.Determined() {
		return []Line{b.missing(p)}
	}
	var lines []Line
	for _, basis := range p.Economic.Basis {
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
		lines = append(lines, join(b.colon(), b.called(models.EffectSubject, string(basis.Effect)), join(b.comma(), said...)))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NoEconomicBasis))
	}
	return lines
}
