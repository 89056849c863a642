package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// AskedPaths is the answer to a question about paths: what was asked, what the answer promises, and each attack step by
// step. The result must have one.
func AskedPaths(result *models.Result, lang models.Lang) Section {
	b := newBuilder(result, lang)
	b.alone = true
	p := result.Paths
	section := b.section("asked-paths", words.Evaluation, words.AskedTitle, b.askedQuestion(p))
	if len(p.Question.Through) > 0 {
		section.Add(b.note(words.AskedThroughNote))
	}
	for i := range p.Attacks {
		section.Add(b.attack(&p.Attacks[i], AttackLetter(i)))
	}
	b.numberTables(section)
	return section
}

func (b *builder) askedQuestion(p *models.PathsAnswer) Block {
	var rows []Field
	add := func(name models.Text, values ...Line) {
		rows = append(rows, Field{Name: b.string(name), Values: values})
	}
	places := func(list []string) Line {
		var all []Line
		for _, word := range list {
			all = append(all, raw(word))
		}
		return join(b.comma(), all...)
	}
	from := b.line(words.AskedEveryone)
	if len(p.Question.From) > 0 {
		from = places(p.Question.From)
	}
	add(words.AskedFrom, from)
	add(words.AskedTo, places(p.Question.To))
	if len(p.Question.Through) > 0 {
		add(words.AskedThrough, places(p.Question.Through))
	}
	if len(p.Question.Avoid) > 0 {
		add(words.AskedAvoid, places(p.Question.Avoid))
	}
	add(words.AskedReading, b.line(words.Reading(p.Question.Reading)))
	add(words.AskedFound, b.askedFound(p)...)
	return Fields{Rows: rows}
}

// askedFound says how many attacks there are, and what that promises.
func (b *builder) askedFound(p *models.PathsAnswer) []Line {
	roles := filling{"n": raw(strconv.Itoa(len(p.Attacks))), "looked": raw(strconv.Itoa(p.Looked))}
	sentence := words.AskedComplete
	switch {
	case !p.Complete:
		sentence = words.AskedCut
	case len(p.Attacks) == 0:
		sentence = words.AskedNone
	case len(p.Attacks) < p.Question.Easiest:
		sentence = words.AskedAll
	}
	lines := []Line{b.fill(sentence, roles)}
	if c := p.Count; c != nil && c.Number != "0" {
		count := words.AskedCount
		if c.Status != models.Exact {
			count = words.AskedCountBound
		}
		lines = append(lines, b.fill(count, filling{"n": raw(c.Number)}))
	}
	return lines
}
