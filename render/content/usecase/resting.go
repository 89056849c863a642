package usecase

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/outlook"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// resting says what the levels rest on: the statements and presumptions that keep consequences from coming about, and how far
// each consequence is from coming about, or from being kept from it.
func resting(v *phrasing.View) content.Section {
	section := v.Section("resting", words.Evaluation, words.RestingTitle)
	if len(v.Result.Margins) == 0 {
		return section.With(v.Gap(words.MarginNotAsked))
	}
	section.Add(between(v)...)
	if t := questionTable(v); len(t.Rows) > 0 {
		section.Add(v.Paragraph(words.AskFirstLead), t)
	}
	if t := restingTable(v); len(t.Rows) > 0 {
		section.Add(v.Paragraph(words.RestingLead), t)
		if classes := uncovered(v); len(classes) > 0 {
			section.Add(content.Paragraph{Text: v.Fill(words.CoverageNote, phrasing.Roles{"classes": content.Join(v.Comma(), classes...)})})
		}
	} else {
		section.Add(v.Paragraph(words.RestingNothing))
	}
	section.Add(v.Paragraph(words.MarginLead), marginTable(v, models.Assessed, words.MarginTable))
	if residual := marginTable(v, models.Residual, words.MarginTableOther); len(residual.Rows) > 0 {
		section.Add(residual)
	}
	if fleet := fleetTable(v); len(fleet.Rows) > 0 {
		section.Add(v.Paragraph(words.FleetLead), fleet)
	}
	if unexamined := unexamined(v); len(unexamined) > 0 {
		section.Add(content.Notice{Tone: content.Caution, Text: v.Fill(words.NotExaminedNote, phrasing.Roles{"effects": phrasing.Enumerate(v, models.EffectSort, unexamined)})})
	}
	return section
}

// between says what the published levels can be by all that is not stated, where that is no point.
func between(v *phrasing.View) []content.Block {
	span := v.Result.Levels.Interval(models.Assessed)
	if span == nil {
		return nil
	}
	var items []content.Line
	add := func(axis models.Text, best, worst content.Line) {
		said := v.Fill(words.LevelsBetween, phrasing.Roles{"best": best, "worst": worst})
		items = append(items, content.Join(v.Colon(), v.Line(axis), said))
	}
	if span.Best.Recovery != span.Worst.Recovery {
		add(words.RecoveryAxis, v.Recovery(span.Best.Recovery), v.Recovery(span.Worst.Recovery))
	}
	if span.Best.Economic != span.Worst.Economic {
		add(words.EconomicAxis, v.Economic(span.Best.Economic), v.Economic(span.Worst.Economic))
	}
	if len(items) == 0 {
		return nil
	}
	return []content.Block{content.List{Items: items}}
}

// What a table of questions shows: so many questions, and of each so many elements and answers.
const (
	shownQuestions = 10
	shownElements  = 4
	shownAnswers   = 2
)

// questionTable lists what to ask first, with what it decides.
func questionTable(v *phrasing.View) content.Table {
	t := v.Table("questions", words.AskFirst, v.Head(words.ColumnAsked, 8), v.Column(words.ColumnDecides, 9))
	for i := range v.Result.Questions[:min(len(v.Result.Questions), shownQuestions)] {
		q := &v.Result.Questions[i]
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Asked(q, shownElements)), v.PointsOrNone(v.Decided(q, shownAnswers))})
	}
	return t
}

// unexamined are the consequences to which nothing in the model leads.
func unexamined(v *phrasing.View) []models.EffectID {
	var out []models.EffectID
	for i := range v.Result.Consequences {
		if id := v.Result.Consequences[i].Effect; !v.Led(id) {
			out = append(out, id)
		}
	}
	return out
}

// support is what consequences rest on, with what it takes for each of them to come about.
type support struct {
	fact    models.Fact
	effects []models.EffectID
	with    [][]models.Fact // of each effect: what has to fail beside it; none: nothing
	sets    []int           // of each effect: in how many sets it stands
}

// supports lists what keeps consequences from coming about at all, by its sort, then in the order of the consequences.
func supports(v *phrasing.View) []*support {
	var out []*support
	at := map[models.Fact]*support{}
	detailed := attacks.Detailed(v.Result)
	for i := range v.Result.Consequences {
		id := v.Result.Consequences[i].Effect
		o := v.Outlook(id)
		if o == nil || o.Standing.ComesAbout() || !detailed[i] {
			continue
		}
		for _, set := range o.RestsOn() {
			for _, f := range set {
				s := at[f]
				if s == nil {
					s = &support{fact: f}
					at[f] = s
					out = append(out, s)
				}
				s.add(id, set)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *support) int { return int(v.RestSort(a.fact)) - int(v.RestSort(b.fact)) })
	return out
}

func (s *support) add(id models.EffectID, set []models.Fact) {
	if last := len(s.effects) - 1; last >= 0 && s.effects[last] == id {
		s.sets[last]++
		return
	}
	s.effects, s.sets = append(s.effects, id), append(s.sets, 1)
	s.with = append(s.with, slices.DeleteFunc(slices.Clone(set), func(f models.Fact) bool { return f == s.fact }))
}

// restingTable lists the statements and presumptions by their sort, with who answers for each.
func restingTable(v *phrasing.View) content.Table {
	t := v.Table("resting", words.RestingTable,
		v.Head(words.ColumnRestsOnSort, 3), v.Column(words.ColumnRestsOn, 6), v.Column(words.ColumnAnswersFor, 4), v.Column(words.ColumnTogether, 8))
	for _, s := range supports(v) {
		var kept []content.Line
		for i, id := range s.effects {
			line := v.Called(models.EffectSort, string(id))
			if len(s.with[i]) > 0 {
				others := content.Each(s.with[i], v.Rest)
				if more := s.sets[i] - 1; more > 0 {
					others = append(others, v.Fill(words.OrOthers, phrasing.Roles{"n": content.Raw(strconv.Itoa(more))}))
				}
				line = v.Fill(words.RestsTogether, phrasing.Roles{"effect": line, "others": content.Join(v.Comma(), others...)})
			}
			kept = append(kept, line)
		}
		what := []content.Line{v.Rest(s.fact)}
		if at := v.Safeguard(models.SafeguardID(s.fact.Subject)); v.RestSort(s.fact) == phrasing.RestsOnSafeguard && at != nil {
			what = append([]content.Line{v.Entry(models.SafeguardSort, s.fact.Subject)}, basis(v, at)...)
			if len(what) == 1 {
				what = append(what, v.Quiet(words.NoBasis))
			}
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Line(words.RestsOnSort(int(v.RestSort(s.fact))))), content.CellOf(what...),
			phrasing.Listed(v, models.StakeholderSort, v.AnswersFor(s.fact)), v.PointsOrNone(kept),
		})
	}
	t.Merge(0, -1, nil)
	return t
}

// marginTable shows how far each consequence is from coming about, or from being kept from it; in the residual reading those
// margins alone that differ from the assessed ones. Profiles of whom the same is to say share a row.
func marginTable(v *phrasing.View, reading models.ReadingID, caption models.Text) content.Table {
	t := v.Table("margins-"+string(reading), v.FillText(caption, "reading", words.Reading(reading)),
		v.Head(words.ColumnConsequence, 5), v.Column(words.ColumnProfile, 5), v.Column(words.ColumnStanding, 4),
		v.Narrow(words.ColumnMargin, 3), v.Column(words.ColumnWhatFirst, 9))
	all := outlook.Of(v.Result, reading)
	detailed := attacks.Detailed(v.Result)
	for i := range v.Result.Consequences {
		id := v.Result.Consequences[i].Effect
		if o := all[id]; o != nil && o.Led && detailed[i] {
			for _, g := range alike(v, o, reading) {
				t.Rows = append(t.Rows, g.row(v, o))
			}
		}
	}
	t.Merge(0, -1, nil)
	return t
}

// fleetTable shows what it takes for the consequences of which there is one for each unit to come about in all at once.
func fleetTable(v *phrasing.View) content.Table {
	const reading = models.Assessed
	t := v.Table("fleet", v.FillText(words.FleetTable, "reading", words.Reading(reading)),
		v.Head(words.ColumnConsequence, 5), v.Column(words.ColumnProfile, 5), v.Column(words.ColumnStanding, 4),
		v.Narrow(words.ColumnMargin, 3), v.Column(words.ColumnWhatFirst, 9))
	all := outlook.Fleet(v.Result, reading)
	detailed := attacks.Detailed(v.Result)
	for i := range v.Result.Consequences {
		o := all[v.Result.Consequences[i].Effect]
		if o == nil || !detailed[i] {
			continue
		}
		for _, g := range alike(v, o, reading) {
			row := g.row(v, nil)
			if least := fleetEffort(v.Result, g); least != nil {
				row[2].Lines = append(row[2].Lines, v.Fill(words.FleetEffort, phrasing.Roles{"days": v.Days(*least)}))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	t.Merge(0, -1, nil)
	return t
}

// fleetEffort is the least effort with which some of the profiles bring a consequence about in all units; nil where none does.
func fleetEffort(r *models.Result, g *alikes) *models.Figure {
	var least *models.Figure
	for i := range r.Fleet {
		f := &r.Fleet[i]
		if f.Effect == g.Effect && f.Reading == g.Reading && slices.Contains(g.by, f.Profile) && f.Effort != nil && (least == nil || f.Effort.Least() < least.Least()) {
			least = f.Effort
		}
	}
	return least
}

// alikes are profiles of whose margins the same is to say.
type alikes struct {
	models.Margin // of the first, with what any of them rests on, or does first
	by            []models.ProfileID
}

// alike puts the profiles of an outlook together; other causes from which nothing leads to the consequence are left out, and
// of another reading than the assessed one the margins that are as there.
func alike(v *phrasing.View, o *outlook.Outlook, reading models.ReadingID) []*alikes {
	var out []*alikes
	for _, m := range o.Margins {
		as := func(other models.Margin) bool { return other.Profile == m.Profile && other.Equals(&m) }
		assessed := v.Outlook(m.Effect)
		if !m.Led() && !v.Malicious(m.Profile) || reading != models.Assessed && assessed != nil && slices.ContainsFunc(assessed.Margins, as) {
			continue
		}
		at := slices.IndexFunc(out, func(g *alikes) bool {
			return g.Equals(&m) && (v.Malicious(g.Profile) == v.Malicious(m.Profile) || !m.Standing.ComesAbout())
		})
		if at < 0 {
			out = append(out, &alikes{Margin: m, by: []models.ProfileID{m.Profile}})
			continue
		}
		g := out[at]
		g.by = append(g.by, m.Profile)
		g.DoFirst = united(g.DoFirst, m.DoFirst, func(a, b models.Fact) bool { return a == b })
		g.RestsOn = united(g.RestsOn, m.RestsOn, slices.Equal[[]models.Fact])
	}
	return out
}

// united returns a list with what it lacks of another one.
func united[T any](list, other []T, same func(a, b T) bool) []T {
	out := slices.Clone(list)
	for _, x := range other {
		if !slices.ContainsFunc(out, func(y T) bool { return same(x, y) }) {
			out = append(out, x)
		}
	}
	return out
}

// shownOfMargin is how many properties or sets a row names.
const shownOfMargin = 3

// row says what holds of the profiles; o is what the table of statements above was made of, nil where it is not about this.
func (g *alikes) row(v *phrasing.View, o *outlook.Outlook) content.Row {
	standing := content.CellOf(v.Line(words.Standing(g.Standing)))
	if g.Capability != models.CapabilityUnstated {
		sentence := words.AbilityEnough
		if !g.Standing.ComesAbout() {
			sentence = words.MoreAble
		}
		standing.Lines = append(standing.Lines, v.Fill(sentence, phrasing.Roles{"capability": v.Line(words.Capability(g.Capability))}))
	}
	return content.Row{
		content.CellOf(v.Called(models.EffectSort, string(g.Effect))), v.ByProfiles(g.by),
		standing, v.OneOrNone(v.Margin(&g.Margin)), g.what(v, o),
	}
}

// what says what a margin rests on, or what to do first. What the table of statements shows is not repeated.
func (g *alikes) what(v *phrasing.View, o *outlook.Outlook) content.Cell {
	switch {
	case len(g.DoFirst) > 0:
		return content.CellOf(v.DoFirst(g.DoFirst, shownOfMargin))
	case !g.Led():
		return content.CellOf(v.Quiet(words.NoWayFrom))
	case g.Standing.ComesAbout() && v.Malicious(g.Profile) && g.Raise == 0 && !g.Bound:
		return content.CellOf(v.Quiet(words.NothingRaises))
	case o != nil && len(g.RestsOn) > 0 && g.Reading == models.Assessed && !o.Standing.ComesAbout() && g.Depth == o.Least().Depth:
		return content.CellOf(v.Quiet(words.AsAbove))
	case len(g.RestsOn) > 0:
		lines := []content.Line{v.Rests(g.RestsOn[:min(len(g.RestsOn), shownOfMargin)])}
		if more := len(g.RestsOn) - shownOfMargin; more > 0 {
			lines = append(lines, v.Fill(words.AndMore, phrasing.Roles{"n": content.Raw(strconv.Itoa(more))}))
		}
		return content.CellOf(lines...)
	}
	return v.None()
}
