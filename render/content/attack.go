package content

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// stepTable is the table of the steps of one attack before the tables of its document have numbers.
type stepTable struct {
	Table
	steps []stepRow
}

// attack is the table of the steps of one attack.
func (b *builder) attack(a *models.Attack, letter string) Block {
	t := b.table("", models.Text{},
		b.narrow(words.ColumnStep, 3), b.column(words.ColumnSentence, 22), b.narrow(words.ColumnPremises, 3),
		b.narrow(words.ColumnDays, 5), b.column(words.ColumnAssumes, 8), b.column(words.ColumnBlocked, 9))
	t.Caption = b.attackCaption(a, letter).String()
	return stepTable{t, b.stepRows(a)}
}

// numberTables numbers the figures and tables of sections in the order in which they stand. In a document, steps that an
// earlier table shows are referred to by that table's number.
func (b *builder) numberTables(sections ...Section) {
	var shown shownSteps
	tables := 0
	for block := range Blocks(sections) {
		switch t := (*block).(type) {
		case Table:
			tables++
		case stepTable:
			tables++
			t.ID = "steps-" + strconv.Itoa(tables)
			t.Rows = shown.fold(b, t.steps)
			shown.add(tables, t.steps)
			*block = t.Table
		}
	}
	Number(sections)
}

// stepRow is a row of the table of an attack's steps.
type stepRow struct {
	step *models.Step
	row  Row
}

// stepRows are the rows of an attack, in the order of their numbers.
func (b *builder) stepRows(a *models.Attack) []stepRow {
	var rows []stepRow
	numbers, number := StepNumbers(a.Steps), map[models.Fact]int{}
	for i := range a.Steps {
		s := &a.Steps[i]
		if numbers[i] == len(rows)+1 {
			rows = append(rows, stepRow{s, Row{
				cell(raw(strconv.Itoa(numbers[i]))), b.stepCell(a.Profile, s), cell(b.premises(s, number)),
				b.stepEffort(s), b.assumes(s), b.blockedBy(s),
			}})
		}
		if number[s.Concludes] == 0 {
			number[s.Concludes] = numbers[i]
		}
	}
	return rows
}

// premises says from which earlier steps a step follows.
func (b *builder) premises(s *models.Step, number map[models.Fact]int) Line {
	var places []int
	for _, f := range s.From {
		if n := number[f]; n > 0 {
			places = append(places, n)
		}
	}
	slices.Sort(places)
	var numbers []Line
	for _, n := range slices.Compact(places) {
		numbers = append(numbers, raw(strconv.Itoa(n)))
	}
	if len(numbers) == 0 {
		return b.quiet(words.None)
	}
	return join(", ", numbers...)
}

// stepCell is the sentence of a step with the rule behind it, which a document explains in a table of its own.
func (b *builder) stepCell(profile models.ProfileID, s *models.Step) Cell {
	c := cell(b.sentence(profile, s))
	rule := b.rule(s.Rule)
	if rule == nil {
		return c
	}
	name := b.span(Quiet, rule.Name)
	if !b.alone {
		c.Lines[0] = append(c.Lines[0], Span{Text: b.parentheses(Line{name}).String(), Kind: Quiet, Lang: name.Lang})
		return c
	}
	line := join(b.colon(), b.quiet(words.RuleWord), Line{name})
	if refs := references(rule.References); refs != "" {
		line = append(line, Span{Text: b.parentheses(raw(refs)).String(), Kind: Quiet})
	}
	c.Lines = append(c.Lines, line)
	return c
}

// references lists the entries of public schemes that an entry of the catalog names.
func references(refs []models.Reference) string {
	var out []string
	for _, r := range refs {
		id := Clean(r.ID)
		if scheme := Clean(r.Scheme); scheme != "text" && !strings.HasPrefix(id, scheme) {
			id = scheme + " " + id
		}
		out = append(out, id)
	}
	return strings.Join(out, ", ")
}

// stepEffort says what a step costs, and why.
func (b *builder) stepEffort(s *models.Step) Cell {
	if s.Effort == 0 {
		return b.none()
	}
	c := cell(raw(decimal(s.Effort)))
	if rule := b.rule(s.Rule); rule != nil && rule.Effort != nil && !rule.Effort.Basis.Empty() && b.alone {
		c.Lines = append(c.Lines, b.quiet(rule.Effort.Basis))
	}
	return c
}

func (b *builder) assumes(s *models.Step) Cell {
	var lines []Line
	for _, p := range s.Assumes {
		lines = append(lines, b.propertyOf(p))
	}
	return b.pointsOrNone(lines)
}

// blockedBy lists the measures that would remove a step, then those that make it harder.
func (b *builder) blockedBy(s *models.Step) Cell {
	var lines []Line
	name := func(id models.MeasureID) Line {
		if b.alone {
			return b.measureName(id)
		}
		return b.measureInShort(id)
	}
	for _, id := range s.BlockedBy {
		lines = append(lines, name(id))
	}
	for _, id := range s.HardenedBy {
		lines = append(lines, b.fill(words.OnlyHardens, filling{"measure": name(id)}))
	}
	return b.pointsOrNone(lines)
}
