package attacks

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// Asked is the answer to a question about paths: what was asked, what the answer promises, and each attack step by
// step. The result must have one.
func Asked(result *models.Result, lang models.Lang) content.Section {
	v := phrasing.New(result, lang)
	v.Alone = true
	p := result.Paths
	section := v.Section("asked-paths", words.Evaluation, words.AskedTitle, askedQuestion(v, p))
	if len(p.Question.Through) > 0 {
		section.Add(v.Note(words.AskedThroughNote))
	}
	for i := range p.Attacks {
		section.Add(Table(v, &p.Attacks[i], Letter(i)))
	}
	Number(v, section)
	return section
}

func askedQuestion(v *phrasing.View, p *models.PathsAnswer) content.Block {
	var rows []content.Field
	add := func(name models.Text, values ...content.Line) {
		rows = append(rows, content.Field{Name: v.Text(name), Values: values})
	}
	places := func(list []string) content.Line {
		all := content.Each(list, content.Raw)
		return content.Join(v.Comma(), all...)
	}
	from := v.Line(words.AskedEveryone)
	if len(p.Question.From) > 0 {
		from = places(p.Question.From)
	}
	if len(p.Question.Attackers) > 0 {
		from = phrasing.Enumerate(v, models.ProfileSort, p.Question.Attackers)
	}
	if p.Question.Capability != models.CapabilityUnstated {
		from = append(from, v.Parentheses(v.Line(words.Capability(p.Question.Capability)))...)
	}
	add(words.AskedFrom, from)
	add(words.AskedTo, places(p.Question.To))
	if len(p.Question.Through) > 0 {
		add(words.AskedThrough, places(p.Question.Through))
	}
	if len(p.Question.Avoid) > 0 {
		add(words.AskedAvoid, places(p.Question.Avoid))
	}
	add(words.AskedReading, v.Line(words.Reading(p.Question.Reading)))
	add(words.AskedFound, askedFound(v, p)...)
	rows = append(rows, resting(v, p.Margins)...)
	return content.Fields{Rows: rows}
}

// resting says on what it rests that nobody has an attack; profiles of whom the same is to say share a row.
func resting(v *phrasing.View, margins []models.Margin) []content.Field {
	var rows []content.Field
	var by [][]models.ProfileID
	for i := range margins {
		said := restsOn(v, &margins[i])
		at := slices.IndexFunc(rows, func(f content.Field) bool { return slices.EqualFunc(f.Values, said, content.Line.Equal) })
		if at < 0 {
			at = len(rows)
			rows, by = append(rows, content.Field{Values: said}), append(by, nil)
		}
		by[at] = append(by[at], margins[i].Profile)
		rows[at].Name = v.Profiles(by[at]).String()
	}
	return rows
}

// shownSets is how many sets an answer names on which it rests.
const shownSets = 5

// restsOn says on what it rests that somebody has no attack.
func restsOn(v *phrasing.View, m *models.Margin) []content.Line {
	var lines []content.Line
	margin := v.Margin(m)
	switch {
	case !m.Led():
		return []content.Line{v.Line(words.NoWayFrom)}
	case len(margin) == 0:
		lines = append(lines, v.Line(words.MarginNotAsked))
	case len(m.RestsOn) == 0:
		lines = append(lines, v.Fill(words.RestsOnMany, phrasing.Roles{"margin": margin}))
	default:
		sets := m.RestsOn[:min(len(m.RestsOn), shownSets)]
		lines = append(lines, v.Fill(words.RestsOnSets, phrasing.Roles{"margin": margin, "sets": v.Rests(sets)}))
		if more := len(m.RestsOn) - shownSets; more > 0 {
			lines = append(lines, v.Fill(words.AndMore, phrasing.Roles{"n": content.Raw(strconv.Itoa(more))}))
		}
	}
	if m.Capability != models.CapabilityUnstated {
		lines = append(lines, v.Fill(words.MoreAble, phrasing.Roles{"capability": v.Line(words.Capability(m.Capability))}))
	}
	return lines
}

// askedFound says how many attacks there are, and what that promises.
func askedFound(v *phrasing.View, p *models.PathsAnswer) []content.Line {
	roles := phrasing.Roles{"n": content.Raw(strconv.Itoa(len(p.Attacks))), "looked": content.Raw(strconv.Itoa(p.Looked))}
	sentence := words.AskedComplete
	switch {
	case !p.Complete:
		sentence = words.AskedCut
	case len(p.Attacks) == 0:
		sentence = words.AskedNone
	case len(p.Attacks) < p.Question.Easiest:
		sentence = words.AskedAll
	}
	lines := []content.Line{v.Fill(sentence, roles)}
	if c := p.Count; c != nil && c.Number != "0" {
		count := words.AskedCount
		if c.Status != models.Exact {
			count = words.AskedCountBound
		}
		lines = append(lines, v.Fill(count, phrasing.Roles{"n": content.Raw(c.Number)}))
	}
	return lines
}
