package changes

import (
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

func (r *reporter) elements() []Line {
	var out []Line
	for _, e := range r.d.Elements {
		sentence := map[models.Turn]models.Text{
			models.Gained: words.ElementAdded, models.Lost: words.ElementRemoved, models.Changed: words.ElementChanged,
		}[e.Turn]
		var fields []string
		for _, f := range e.Fields {
			fields = append(fields, r.fill(words.FieldChanged, "field", f.Field, "old", r.stated(f.Old), "new", r.stated(f.New)))
		}
		line := Line{
			Turn: e.Turn, At: e.At, Rule: "model-changed", ID: e.Type + ":" + e.ID,
			Text: r.fill(sentence, "element", r.element(models.ElementType(e.Type), e.ID), "fields", r.list(fields)),
		}
		if e.OnlyHardens {
			line.Why = r.say(words.HardensRemark)
		}
		out = append(out, line)
	}
	return out
}

// longestValue bounds how much of a changed value a line shows, in characters.
const longestValue = 60

func (r *reporter) stated(value string) string {
	if value == "" {
		return r.say(words.NotStated)
	}
	if plain, err := strconv.Unquote(value); err == nil {
		value = plain
	}
	return shortened(value, longestValue)
}

func (r *reporter) levels() []Line {
	var out []told
	for _, l := range r.d.Levels {
		axis, before, after, id := words.EconomicAxis, levelName(l.OldEconomic), levelName(l.NewEconomic), "economic"
		if l.OldRecovery != nil || l.NewRecovery != nil {
			axis, before, after, id = words.RecoveryAxis, levelName(l.OldRecovery), levelName(l.NewRecovery), "recovery"
		}
		sentence, effects := words.LevelMoved, []string(nil)
		for _, e := range l.Effects {
			sentence = words.LevelThrough
			effects = append(effects, r.called(models.EffectElement, string(e)))
		}
		out = append(out, told{
			Line:    Line{Turn: models.Changed, Worse: l.Worse, Rule: "level-moved", ID: id, Grave: true, Why: r.why(l.Reason)},
			reading: l.Reading,
			text: func(reading string) string {
				return r.fill(sentence, "axis", r.say(axis), "reading", reading, "old", r.say(before), "new", r.say(after), "effects", r.list(effects))
			},
		})
	}
	return r.once(out)
}

// levelName names a level, or says that it is not determined.
func levelName[L interface{ Name() models.Text }](level *L) models.Text {
	if level == nil {
		return models.NotDetermined()
	}
	return (*level).Name()
}

func (r *reporter) consequences() []Line {
	var out []told
	for _, c := range r.d.Consequences {
		sentence := words.ConsequenceLost
		if c.Turn == models.Gained {
			sentence = words.ConsequenceGained
		}
		out = append(out, told{
			Line: Line{
				Turn: c.Turn, Worse: c.Turn == models.Gained, At: c.At, Rule: "consequence-turned", ID: string(c.Effect), Grave: true, Why: r.why(c.Reason),
			},
			reading: c.Reading,
			text:    func(reading string) string { return r.fill(sentence, "effect", r.say(c.Name), "reading", reading) },
		})
	}
	return r.once(out)
}

func (r *reporter) attacks() []Line {
	var out []told
	for _, a := range r.d.Attacks {
		sentence := map[models.Turn]models.Text{
			models.Gained: words.AttackGained, models.Lost: words.AttackLost, models.Changed: words.AttackChanged,
		}[a.Turn]
		out = append(out, told{
			Line: Line{
				Turn: a.Turn, Worse: a.Worse,
				At: a.At, Rule: "attack-changed", ID: string(a.Effect) + "/" + string(a.Profile), Why: r.why(a.Reason),
			},
			reading: a.Reading,
			text: func(reading string) string {
				return r.fill(sentence, "profile", r.called(models.ProfileElement, string(a.Profile)), "effect", r.say(a.Name),
					"old", figure(a.Old), "new", figure(a.New), "reading", reading)
			},
		})
	}
	return r.once(out)
}

// figure writes a number, or the interval that it lies in.
func figure(f *models.Figure) string {
	number := func(x *float64, none string) string {
		if x == nil {
			return none
		}
		return strconv.FormatFloat(*x, 'g', 6, 64)
	}
	switch {
	case f == nil:
		return ""
	case f.Value != nil:
		return number(f.Value, "")
	}
	return number(f.Lower, "0") + "–" + number(f.Upper, "∞")
}

func (r *reporter) threats() []Line {
	names := map[models.ThreatID]models.Text{}
	for _, t := range r.d.Words.Threats {
		names[t.ID] = t.Name
	}
	var out []told
	for _, t := range r.d.Threats {
		sentence := words.ThreatLost
		if t.Turn == models.Gained {
			sentence = words.ThreatGained
		}
		out = append(out, told{
			Line: Line{
				Turn: t.Turn, Worse: t.Turn == models.Gained, At: t.At, Rule: "threat-turned", ID: string(t.Component) + "/" + string(t.Threat), Why: r.why(t.Reason),
			},
			reading: t.Reading,
			text: func(reading string) string {
				return r.fill(sentence, "component", r.say(t.Name), "threat", r.say(names[t.Threat]), "reading", reading)
			},
		})
	}
	return r.once(out)
}

func (r *reporter) entries() []Line {
	var out []Line
	for _, e := range r.d.Entries {
		sentence := words.EntryChanged
		if e.Turn == models.Moved {
			sentence = words.EntryMoved
		}
		out = append(out, Line{
			Turn: e.Turn, Worse: e.Worse, At: e.At, Rule: "entry-changed", Why: r.why(e.Reason),
			ID: string(e.Entry.Effect) + "/" + string(e.Entry.Profile) + "/" + e.Entry.Fact.String(),
			Text: r.fill(sentence, "profile", r.called(models.ProfileElement, string(e.Entry.Profile)),
				"subject", r.fact(e.Entry.Fact, e.Entry.Type), "effect", r.called(models.EffectElement, string(e.Entry.Effect))),
		})
	}
	return out
}

func (r *reporter) findings() []Line {
	kinds := map[string]*models.FindingKind{}
	for i := range r.d.Words.Findings {
		kinds[r.d.Words.Findings[i].ID] = &r.d.Words.Findings[i]
	}
	var out []Line
	for _, f := range r.d.Findings {
		sentence := models.Plain(f.Finding.Kind)
		if k := kinds[f.Finding.Kind]; k != nil {
			sentence = k.Means
		}
		var pairs []string
		for i, s := range f.Finding.Subjects {
			if i < len(f.Finding.Names) {
				s = r.say(f.Finding.Names[i])
			}
			pairs = append(pairs, strconv.Itoa(i+1), s)
		}
		out = append(out, Line{
			Turn: f.Turn, Worse: f.Worse, At: f.Finding.At, Why: r.why(f.Reason),
			Rule: "finding-changed", ID: strings.Join(append([]string{f.Finding.Kind}, f.Finding.Subjects...), "/"), Text: r.fill(sentence, pairs...),
		})
	}
	return out
}
