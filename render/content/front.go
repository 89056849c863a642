package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// front is the title page below the title: what the case is, its levels, and how to read the marks.
func (b *builder) front() []Block {
	blocks := []Block{b.caseFacts(), b.levelFacts(), Paragraph{Text: b.summary()}}
	if b.anyInferred() {
		blocks = append(blocks, Notice{Tone: Remark, Text: b.fill(words.InferredLegend, filling{"mark": {b.span(Mark, words.InferredMark)}})})
	}
	return append(blocks,
		Notice{Tone: Remark, Text: b.fill(words.DefaultLowestLegend, filling{"mark": {b.span(Mark, words.DefaultLowestMark)}})},
		b.remark(words.PossibilityLegend),
		Notice{Tone: Remark, Text: b.fill(words.MadeBy, filling{"tool": raw(b.result.Tool.Name + " " + b.result.Tool.Version)})},
	)
}

func (b *builder) caseFacts() Block {
	s := b.system
	var rows []Field
	add := func(name models.Text, value Line) {
		rows = append(rows, Field{Name: b.string(name), Values: []Line{value}})
	}
	if s.No != 0 {
		add(words.CaseNo, raw(strconv.Itoa(s.No)))
	}
	add(words.CaseTitle, b.line(s.Title))
	if !s.SystemName.Empty() {
		add(words.CaseSystem, b.line(s.SystemName))
	}
	add(words.CaseSite, b.line(b.site(s.Site)))
	date := b.quiet(words.NoDate)
	if s.Date != "" {
		date = raw(s.Date)
	}
	add(words.CaseDate, date)
	add(words.CaseID, Line{{Text: Clean(string(s.ID)), Kind: Code}})
	return Fields{Rows: rows}
}

// levelFacts are the levels of the three readings, the published one first.
func (b *builder) levelFacts() Block {
	var rows []Field
	for _, id := range []models.ReadingID{models.Assessed, models.Inherent, models.Residual} {
		pair := b.result.Levels.Published.In(id)
		name := b.string(words.Reading(id))
		if id == models.Assessed {
			name += b.parentheses(b.line(words.Published)).String()
		}
		recovery := join(b.colon(), b.line(words.RecoveryAxis), b.recoveryLevel(pair))
		economic := join(b.colon(), b.line(words.EconomicAxis), b.economicLevel(pair))
		rows = append(rows, Field{Name: name, Values: []Line{recovery, economic}})
	}
	if ref := b.system.Reference; ref != nil {
		rows = append(rows, Field{Name: b.string(words.CoarseRisk), Values: []Line{
			join(b.colon(), b.line(words.RecoveryAxis), b.line(words.Size(ref.Recovery))),
			join(b.colon(), b.line(words.EconomicAxis), b.line(words.Size(ref.Economic))),
		}})
	}
	return Fields{Rows: rows}
}

// summary says the result in a sentence or two.
func (b *builder) summary() Line {
	published := b.result.Levels.Published.Assessed
	if !published.Determined() {
		return b.missing(&published)
	}
	return b.fill(words.Summary, filling{
		"recovery": b.recoveryLevel(&published),
		"economic": b.economicLevel(&published),
	})
}
