package changes

import (
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// Group is one sort of changes under a title.
type Group struct {
	Title string
	Lines []Line
}

// Line is one change.
type Line struct {
	Turn  models.Turn
	Worse bool // something that a reviewer should look at
	Text  string
	Why   string // the reason; may be empty
	At    models.Place
	Rule  string // stable name of the sort of change, for programs
	Grave bool   // a level or a consequence, not only a way to it
}

// Report puts a difference into words: the changes to the model first, then what they do, the gravest first. Groups
// without lines are left out.
func Report(d *models.Difference, lang models.Lang) []Group {
	r := reporter{d: d, lang: lang}
	groups := []Group{
		{r.say(words.ChangedElements), r.elements()},
		{r.say(words.ChangedLevels), r.levels()},
		{r.say(words.ChangedConsequences), r.consequences()},
		{r.say(words.ChangedAttacks), r.attacks()},
		{r.say(words.ChangedThreats), r.threats()},
		{r.say(words.ChangedEntries), r.entries()},
		{r.say(words.ChangedFindings), r.findings()},
	}
	var out []Group
	for _, g := range groups {
		if len(g.Lines) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// Summary is the sentence for a difference that changes no result; empty for any other.
func Summary(d *models.Difference, lang models.Lang) string {
	switch {
	case len(d.Levels)+len(d.Consequences)+len(d.Attacks)+len(d.Threats)+len(d.Entries)+len(d.Findings) > 0:
		return ""
	case len(d.Elements) == 0:
		return words.NothingChanged.In(lang)
	}
	return words.ResultUnchanged.In(lang)
}

// reporter is a difference with the language that it is told in.
type reporter struct {
	d    *models.Difference
	lang models.Lang
}

func (r *reporter) say(t models.Text) string { return t.In(r.lang) }

func (r *reporter) fill(t models.Text, pairs ...string) string { return words.Fill(r.say(t), pairs...) }

func (r *reporter) effect(id models.EffectID) string { return r.say(r.d.Effects[id]) }

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
		out = append(out, Line{
			Turn: e.Turn, At: e.At, Rule: "model-changed",
			Text: r.fill(sentence, "type", e.Type, "id", e.ID, "fields", strings.Join(fields, r.say(words.Comma))),
		})
	}
	return out
}

// longestValue bounds how much of a changed value a line shows, in characters.
const longestValue = 60

func (r *reporter) stated(value string) string {
	if value == "" {
		return r.say(words.NotStated)
	}
	if shown := []rune(value); len(shown) > longestValue {
		return string(shown[:longestValue]) + "…"
	}
	return value
}

func (r *reporter) levels() []Line {
	var out []Line
	for _, l := range r.d.Levels {
		line := Line{Turn: models.Changed, Worse: l.Worse, Rule: "level-moved", Grave: true}
		axis, before, after := words.EconomicAxis, models.Text{}, models.Text{}
		if l.OldRecovery != nil {
			axis, before, after = words.RecoveryAxis, words.Recovery(*l.OldRecovery), words.Recovery(*l.NewRecovery)
		} else {
			before, after = words.Economic(*l.OldEconomic), words.Economic(*l.NewEconomic)
		}
		sentence, effects := words.LevelMoved, []string(nil)
		for _, e := range l.Effects {
			sentence = words.LevelThrough
			effects = append(effects, r.effect(e))
		}
		line.Text = r.fill(sentence, "axis", r.say(axis), "reading", r.say(words.Reading(l.Reading)),
			"old", r.say(before), "new", r.say(after), "effects", strings.Join(effects, r.say(words.Comma)))
		out = append(out, line)
	}
	return out
}

func (r *reporter) consequences() []Line {
	var out []Line
	for _, c := range r.d.Consequences {
		sentence := words.ConsequenceLost
		if c.Turn == models.Gained {
			sentence = words.ConsequenceGained
		}
		out = append(out, Line{
			Turn: c.Turn, Worse: c.Turn == models.Gained, At: c.At, Rule: "consequence-turned", Grave: true, Why: r.why(c.Reason),
			Text: r.fill(sentence, "effect", r.say(c.Name), "reading", r.say(words.Reading(c.Reading))),
		})
	}
	return out
}

func (r *reporter) attacks() []Line {
	var out []Line
	for _, a := range r.d.Attacks {
		sentence := map[models.Turn]models.Text{
			models.Gained: words.AttackGained, models.Lost: words.AttackLost, models.Changed: words.AttackChanged,
		}[a.Turn]
		out = append(out, Line{
			Turn: a.Turn, Worse: a.Turn == models.Gained || a.Turn == models.Changed && cheaper(a.New, a.Old),
			At: a.At, Rule: "attack-changed", Why: r.why(a.Reason),
			Text: r.fill(sentence, "profile", string(a.Profile), "effect", r.say(a.Name), "old", figure(a.Old), "new", figure(a.New)),
		})
	}
	return out
}

// cheaper compares two figures by what is known of them.
func cheaper(a, b *models.Figure) bool {
	x, y := known(a), known(b)
	return x != nil && y != nil && *x < *y
}

func known(f *models.Figure) *float64 {
	switch {
	case f == nil:
		return nil
	case f.Value != nil:
		return f.Value
	case f.Upper != nil:
		return f.Upper
	}
	return f.Lower
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
	var out []Line
	for _, t := range r.d.Threats {
		sentence := words.ThreatLost
		if t.Turn == models.Gained {
			sentence = words.ThreatGained
		}
		out = append(out, Line{
			Turn: t.Turn, Worse: t.Turn == models.Gained, At: t.At, Rule: "threat-turned", Why: r.why(t.Reason),
			Text: r.fill(sentence, "component", r.say(t.Name), "threat", r.say(names[t.Threat]), "reading", r.say(words.Reading(t.Reading))),
		})
	}
	return out
}

func (r *reporter) entries() []Line {
	var out []Line
	for _, e := range r.d.Entries {
		out = append(out, Line{
			Turn: e.Turn, Worse: e.Turn == models.Gained, Rule: "entry-changed",
			Text: r.fill(words.EntryChanged, "profile", string(e.Entry.Profile), "subject", e.Entry.Fact.String(), "effect", r.effect(e.Entry.Effect)),
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
			Turn: f.Turn, Worse: f.Turn == models.Gained && f.Finding.Severity != models.Notice, At: f.Finding.At,
			Rule: "finding-changed", Text: r.fill(sentence, pairs...),
		})
	}
	return out
}

func (r *reporter) why(reason models.Reason) string {
	elements := strings.Join(reason.Elements, r.say(words.Comma))
	switch {
	case elements == "" && reason.Fact == nil:
		return ""
	case reason.Fact == nil:
		return r.fill(words.BecauseOf, "elements", elements)
	}
	return r.fill(words.BecauseOfStep, "fact", reason.Fact.String(), "instance", reason.Instance, "elements", elements)
}
