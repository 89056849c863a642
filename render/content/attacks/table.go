package attacks

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// stepTable is the table of the steps of one attack before the tables of its document have numbers.
type stepTable struct {
	content.Table
	steps []stepRow
}

// Table is the table of the steps of one attack.
func Table(v *phrasing.View, a *models.Attack, letter string) content.Block {
	t := v.Table("", models.Text{},
		v.Narrow(words.ColumnStep, 3), v.Column(words.ColumnSentence, 22), v.Narrow(words.ColumnPremises, 3),
		v.Narrow(words.ColumnDays, 5), v.Column(words.ColumnAssumes, 8), v.Column(words.ColumnBlocked, 9))
	t.Caption = attackCaption(v, a, letter).String()
	return stepTable{t, stepRows(v, a)}
}

// stepRow is a row of the table of an attack's steps.
type stepRow struct {
	step *models.Step
	row  content.Row
	key  string // equal where two steps are the same for a reader: the same instance from the same premises, said alike
}

// stepRows are the rows of an attack, in the order of their numbers.
func stepRows(v *phrasing.View, a *models.Attack) []stepRow {
	var rows []stepRow
	numbers, number := StepNumbers(a.Steps), map[models.Fact]int{}
	for i := range a.Steps {
		s := &a.Steps[i]
		if numbers[i] == len(rows)+1 {
			row := content.Row{
				content.CellOf(content.Raw(strconv.Itoa(numbers[i]))), stepCell(v, a.Profile, s), content.CellOf(premises(v, s, number)),
				stepEffort(v, s), assumes(v, s), blockedBy(v, s),
			}
			rows = append(rows, stepRow{s, row, keyOf(s, row[1].Lines[0])})
		}
		if number[s.Concludes] == 0 {
			number[s.Concludes] = numbers[i]
		}
	}
	return rows
}

// keyOf is the key of a step and its sentence.
func keyOf(s *models.Step, sentence content.Line) string {
	var key strings.Builder
	key.WriteString(s.Instance + "\x00" + sentence.String())
	for _, f := range s.From {
		key.WriteString("\x00" + f.String())
	}
	return key.String()
}

// premises says from which earlier steps a step follows.
func premises(v *phrasing.View, s *models.Step, number map[models.Fact]int) content.Line {
	var places []int
	for _, f := range s.From {
		if n := number[f]; n > 0 {
			places = append(places, n)
		}
	}
	slices.Sort(places)
	numbers := content.Each(slices.Compact(places), func(n int) content.Line { return content.Raw(strconv.Itoa(n)) })
	if len(numbers) == 0 {
		return v.Quiet(words.None)
	}
	return content.Join(", ", numbers...)
}

// stepCell is the sentence of a step with the rule behind it, which a document explains in a table of its own.
func stepCell(v *phrasing.View, profile models.ProfileID, s *models.Step) content.Cell {
	c := content.CellOf(sentence(v, profile, s))
	rule := v.Rule(s.Rule)
	if rule == nil {
		return c
	}
	name := v.Span(content.Quiet, rule.Name)
	if !v.Alone {
		c.Lines[0] = append(c.Lines[0], content.Span{Text: v.Parentheses(content.Line{name}).String(), Kind: content.Quiet, Lang: name.Lang})
		return c
	}
	line := content.Join(v.Colon(), v.Quiet(words.RuleWord), content.Line{name})
	if refs := references(rule.References); refs != "" {
		line = append(line, content.Span{Text: v.Parentheses(content.Raw(refs)).String(), Kind: content.Quiet})
	}
	c.Lines = append(c.Lines, line)
	return c
}

// references lists the entries of public schemes that an entry of the catalog names.
func references(refs []models.Reference) string {
	var out []string
	for _, r := range refs {
		id := content.Clean(r.ID)
		if scheme := content.Clean(r.Scheme); scheme != "text" && !strings.HasPrefix(id, scheme) {
			id = scheme + " " + id
		}
		out = append(out, id)
	}
	return strings.Join(out, ", ")
}

// stepEffort says what a step costs, and why.
func stepEffort(v *phrasing.View, s *models.Step) content.Cell {
	if s.Effort == 0 {
		return v.None()
	}
	c := content.CellOf(content.Raw(phrasing.Decimal(s.Effort)))
	if rule := v.Rule(s.Rule); rule != nil && rule.Effort != nil && !rule.Effort.Basis.Empty() && v.Alone {
		c.Lines = append(c.Lines, v.Quiet(rule.Effort.Basis))
	}
	return c
}

func assumes(v *phrasing.View, s *models.Step) content.Cell {
	lines := content.Each(s.Assumes, v.PropertyOf)
	return v.PointsOrNone(lines)
}

// blockedBy lists the measures that would remove a step, then those that make it harder.
func blockedBy(v *phrasing.View, s *models.Step) content.Cell {
	var lines []content.Line
	name := func(id models.MeasureID) content.Line {
		if v.Alone {
			return phrasing.MeasureName(v, id)
		}
		return phrasing.MeasureInShort(v, id)
	}
	for _, id := range s.BlockedBy {
		lines = append(lines, name(id))
	}
	for _, id := range s.HardenedBy {
		lines = append(lines, v.Fill(words.OnlyHardens, phrasing.Roles{"measure": name(id)}))
	}
	return v.PointsOrNone(lines)
}

func initiator(v *phrasing.View, id models.ProfileID) bool {
	return slices.ContainsFunc(v.System.Initiators, func(p models.Profile) bool { return p.ID == id })
}

// attackCaption heads the table of an attack. Only those of attackers have an effort and a chance.
func attackCaption(v *phrasing.View, a *models.Attack, letter string) content.Line {
	caption := words.AttackCaption
	if initiator(v, a.Profile) {
		caption = words.InitiatorCaption
	}
	return v.Fill(caption, phrasing.Roles{
		"letter":  content.Raw(letter),
		"profile": v.Called(models.ProfileSort, string(a.Profile)),
		"reading": v.Line(words.Reading(a.Reading)),
		"effort":  v.Days(a.Effort),
		"chance":  v.Chance(a.Chance),
	})
}
