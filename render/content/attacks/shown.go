package attacks

import (
	"strconv"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
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

// add remembers the steps of a table.
func (s *shownSteps) add(no int, rows []stepRow) {
	if s.of == nil {
		s.of = map[string][]shownPlace{}
	}
	t := shownTable{no: no}
	for i, r := range rows {
		t.keys = append(t.keys, r.key)
		s.of[r.key] = append(s.of[r.key], shownPlace{len(s.tables), i})
	}
	s.tables = append(s.tables, t)
}

// fold gives the rows of a table; steps in a row that an earlier table shows become one row that refers to it, unless the
// table is to be read alone.
func (s *shownSteps) fold(v *phrasing.View, rows []stepRow) []content.Row {
	var out []content.Row
	for i := 0; i < len(rows); {
		place, length := s.longest(rows[i:])
		if length < referred || v.Alone {
			out = append(out, rows[i].row)
			i++
			continue
		}
		out = append(out, s.reference(v, rows[i:i+length], i, place))
		i += length
	}
	return out
}

// longest finds where an earlier table shows the most of the steps with which rows begin, the first of several.
func (s *shownSteps) longest(rows []stepRow) (shownPlace, int) {
	var best shownPlace
	most := 0
	for _, place := range s.of[rows[0].key] {
		keys := s.tables[place.table].keys[place.step:]
		n := 0
		for n < len(keys) && n < len(rows) && keys[n] == rows[n].key {
			n++
		}
		if n > most {
			best, most = place, n
		}
	}
	return best, most
}

// reference is the row that stands for steps shown elsewhere; first counts the steps above it.
func (s *shownSteps) reference(v *phrasing.View, rows []stepRow, first int, place shownPlace) content.Row {
	last, effort := rows[len(rows)-1].step, 0.0
	for _, r := range rows {
		effort += r.step.Effort
	}
	days := v.None()
	if effort > 0 {
		days = content.CellOf(content.Raw(phrasing.Decimal(effort)))
	}
	sentence := v.Fill(words.StepsAsThere, phrasing.Roles{
		"n": content.Raw(strconv.Itoa(s.tables[place.table].no)), "steps": numberSpan(v, place.step+1, len(rows)), "fact": v.Fact(last.Concludes),
	})
	there := content.CellOf(v.Quiet(words.AsThere))
	return content.Row{content.CellOf(numberSpan(v, first+1, len(rows))), content.CellOf(sentence), there, days, there, there}
}

// numberSpan is a span of numbers, e.g. 3–6.
func numberSpan(v *phrasing.View, first, length int) content.Line {
	return v.Fill(words.NumberSpan, phrasing.Roles{"first": content.Raw(strconv.Itoa(first)), "last": content.Raw(strconv.Itoa(first + length - 1))})
}
