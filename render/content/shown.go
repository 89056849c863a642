package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// shownSteps are the steps that tables of a document show in full, so that later tables can refer to them.
type shownSteps struct {
	tables []shownTable
	of     map[string][]shownPlace // the places of a step
}

// shownTable is one table of steps.
type shownTable struct {
	no   int
	keys []string // of its steps, in the order of their numbers
}

// shownPlace is one step of one table, both counted from 0.
type shownPlace struct{ table, step int }

// referred is how many steps in a row are worth a reference.
const referred = 3

// stepKey tells whether two steps are the same for a reader: the same instance from the same premises, said alike.
func stepKey(r stepRow) string {
	key := r.step.Instance + "\x00" + r.row[1].Lines[0].String()
	for _, f := range r.step.From {
		key += "\x00" + string(f.State) + "(" + f.Subject + ")"
	}
	return key
}

// add remembers the steps of a table.
func (s *shownSteps) add(no int, rows []stepRow) {
	if s.of == nil {
		s.of = map[string][]shownPlace{}
	}
	t := shownTable{no: no}
	for i, r := range rows {
		key := stepKey(r)
		t.keys = append(t.keys, key)
		s.of[key] = append(s.of[key], shownPlace{len(s.tables), i})
	}
	s.tables = append(s.tables, t)
}

// fold gives the rows of a table; steps in a row that an earlier table shows become one row that refers to it, unless the
// table is to be read alone.
func (s *shownSteps) fold(b *builder, rows []stepRow) []Row {
	var out []Row
	for i := 0; i < len(rows); {
		place, length := s.longest(rows[i:])
		if length < referred || b.alone {
			out = append(out, rows[i].row)
			i++
			continue
		}
		out = append(out, s.reference(b, rows[i:i+length], i, place))
		i += length
	}
	return out
}

// longest finds where an earlier table shows the most of the steps with which rows begin, the first of several.
func (s *shownSteps) longest(rows []stepRow) (shownPlace, int) {
	var best shownPlace
	most := 0
	for _, place := range s.of[stepKey(rows[0])] {
		keys := s.tables[place.table].keys[place.step:]
		n := 0
		for n < len(keys) && n < len(rows) && keys[n] == stepKey(rows[n]) {
			n++
		}
		if n > most {
			best, most = place, n
		}
	}
	return best, most
}

// reference is the row that stands for steps shown elsewhere; first counts the steps above it.
func (s *shownSteps) reference(b *builder, rows []stepRow, first int, place shownPlace) Row {
	last, effort := rows[len(rows)-1].step, 0.0
	for _, r := range rows {
		effort += r.step.Effort
	}
	days := b.none()
	if effort > 0 {
		days = cell(raw(decimal(effort)))
	}
	sentence := b.fill(words.StepsAsThere, filling{
		"n": raw(strconv.Itoa(s.tables[place.table].no)), "steps": b.numberSpan(place.step+1, len(rows)), "fact": b.fact(last.Concludes),
	})
	there := cell(b.quiet(words.AsThere))
	return Row{cell(b.numberSpan(first+1, len(rows))), cell(sentence), there, days, there, there}
}

// numberSpan is a span of numbers, e.g. 3–6.
func (b *builder) numberSpan(first, length int) Line {
	return b.fill(words.NumberSpan, filling{"first": raw(strconv.Itoa(first)), "last": raw(strconv.Itoa(first + length - 1))})
}

// ruleTable lists the rules of the catalog behind the steps of all attacks: the public schemes that they follow, and the
// estimates of what a step costs and how often it succeeds.
func (b *builder) ruleTable() Table {
	used := map[models.RuleID]bool{}
	for i := range b.result.Consequences {
		for j := range b.result.Consequences[i].Attacks {
			for _, s := range b.result.Consequences[i].Attacks[j].Steps {
				used[s.Rule] = true
			}
		}
	}
	t := b.table("rules", words.RuleTable,
		b.head(words.RuleWord, 7), b.column(words.ColumnReferences, 8), b.narrow(words.ColumnDays, 4),
		b.column(words.ColumnBasis, 7), b.narrow(words.ColumnStepChance, 3))
	for i := range b.result.Words.Rules {
		r := &b.result.Words.Rules[i]
		if !used[r.ID] || len(r.References) == 0 && r.Effort == nil && r.Probability == nil {
			continue
		}
		refs, days, basis, chance := b.none(), b.none(), b.none(), b.none()
		if listed := references(r.References); listed != "" {
			refs = cell(raw(listed))
		}
		if r.Effort != nil {
			days, basis = cell(raw(decimal(r.Effort.Days))), b.orLacking(r.Effort.Basis)
		}
		if r.Probability != nil {
			chance = cell(b.fill(words.Percent, filling{"n": raw(percent(*r.Probability))}))
		}
		t.Rows = append(t.Rows, Row{cell(b.line(r.Name)), refs, days, basis, chance})
	}
	return t
}
