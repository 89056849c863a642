package phrasing

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// shades are the kinds of spans for the levels of an axis, in rising order.
var shades = [...]content.SpanKind{content.LowLevel, content.MiddleLevel, content.HighLevel}

// Recovery names a level of axis 1.
func (in Language) Recovery(r models.Recovery) content.Line {
	return content.Line{in.Span(shades[r], words.Recovery(r))}
}

// Economic names a level of axis 2.
func (in Language) Economic(e models.Economic) content.Line {
	return content.Line{in.Span(shades[e], words.Economic(e))}
}

// RecoveryLevel names the level of a pair on axis 1 with the marks of what must be known with it.
func (in Language) RecoveryLevel(p *models.LevelPair) content.Line {
	if !p.Determined() {
		return in.Strong(models.NotDetermined())
	}
	l := p.Recovery
	return in.marked(in.Recovery(l.Level), l.DefaultLowest, l.PolicyDecides)
}

// EconomicLevel names the level of a pair on axis 2, an interval where it is one, with the marks of what must be known
// with it.
func (in Language) EconomicLevel(p *models.LevelPair) content.Line {
	if !p.Determined() {
		return in.Strong(models.NotDetermined())
	}
	l := p.Economic
	line := in.Economic(l.Max)
	if l.Min != l.Max {
		line = in.Fill(words.Interval, Roles{"min": in.Economic(l.Min), "max": in.Economic(l.Max)})
	}
	return in.marked(line, l.DefaultLowest, l.PolicyDecides)
}

// marked puts the marks behind a level: that no criterion matches, and that a policy decides it.
func (in Language) marked(level content.Line, defaultLowest, policyDecides bool) content.Line {
	if defaultLowest {
		level = append(level, in.Span(content.Mark, words.DefaultLowestMark))
	}
	if policyDecides {
		level = append(level, in.Span(content.Mark, words.PolicyMark))
	}
	return level
}

// Missing says why levels are not determined.
func (in Language) Missing(p *models.LevelPair) content.Line {
	lacks := content.Each(p.Missing, func(lack models.Lack) content.Line { return in.Line(lack.Name()) })
	return in.Fill(words.NotDeterminedNote, Roles{"missing": content.Join(in.Comma(), lacks...)})
}
