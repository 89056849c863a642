package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// assumptions lists what the author takes for granted, and the unknown properties on which results rest.
func (b *builder) assumptions() Section {
	section := b.section("assumptions", words.Annex, words.AssumptionsTitle)
	if len(b.system.Assumptions) == 0 {
		section.Add(b.gap(words.NoAssumptions))
	} else {
		section.Add(b.assumptionTable())
	}
	if len(b.result.Assumptions) == 0 {
		section.Add(b.remark(words.NoUnknowns))
		return section
	}
	published := b.result.Levels.Published.Assessed
	section.Add(Paragraph{Text: b.fill(words.UnknownsLead, filling{
		"recovery": b.recoveryLevel(&published), "economic": b.economicLevel(&published),
	})}, b.unknownTable())
	return section
}

func (b *builder) assumptionTable() Block {
	t := b.table("assumptions", words.AssumptionTable, b.head(words.ColumnAssumption, 9), b.column(words.ColumnOwner, 4))
	for i := range b.system.Assumptions {
		a := &b.system.Assumptions[i]
		text := b.inferred(b.line(a.Text), a.Origin)
		owner := cell(b.quiet(words.NotStated))
		if a.Owner != "" {
			owner = cell(b.called(models.StakeholderSort, string(a.Owner)))
		}
		t.Rows = append(t.Rows, Row{cell(text), owner})
	}
	return t
}

// unknownTable lists the unknown properties by element, with what would change if each were known to be given. Those of
// one element that change the same stand in one row.
func (b *builder) unknownTable() Table {
	t := b.table("unknowns", words.UnknownTable,
		b.head(words.ColumnAbout, 4), b.column(words.ColumnUnknown, 6), b.column(words.ColumnUsedBy, 7),
		b.column(words.ColumnIfTrue, 4), b.column(words.ColumnWhere, 5))
	var rests []Row
	for i := range b.result.Assumptions {
		a := &b.result.Assumptions[i]
		property := b.line(b.property(a.Property.Property))
		rest := Row{cell(b.called(a.Property.Type, a.Property.Subject)), b.inOneLine(a.Effects, a.EffectsAll), b.ifGiven(a), b.where(a.At)}
		if j := sameRow(rests, rest); j >= 0 {
			t.Rows[j][1].Lines[0] = join(b.comma(), t.Rows[j][1].Lines[0], property)
			continue
		}
		rests = append(rests, rest)
		t.Rows = append(t.Rows, Row{rest[0], cell(property), rest[1], rest[2], rest[3]})
	}
	sortBySubject(t.Rows)
	t.merge(0, -1, nil)
	return t
}

// sortBySubject brings the rows of one element together, in the order in which each is first named.
func sortBySubject(rows []Row) {
	rank := map[string]int{}
	for _, r := range rows {
		if name := r[0].Lines[0].String(); rank[name] == 0 {
			rank[name] = len(rank) + 1
		}
	}
	slices.SortStableFunc(rows, func(x, y Row) int { return rank[x[0].Lines[0].String()] - rank[y[0].Lines[0].String()] })
}

// sameRow finds the row with the same cells; -1 where there is none.
func sameRow(rows []Row, row Row) int {
	return slices.IndexFunc(rows, func(r Row) bool {
		for i := range r {
			if !sameCell(r[i], row[i]) {
				return false
			}
		}
		return true
	})
}

// ifGiven says what would change if an unknown property were known to be given: the levels, where they differ from the
// published ones, and what could no longer come about.
func (b *builder) ifGiven(a *models.AssumptionResult) Cell {
	var lines []Line
	published := b.result.Levels.Published.Assessed
	if a.IfTrue.Recovery.Level != published.Recovery.Level || a.Decides {
		lines = append(lines, b.recoveryLevel(&a.IfTrue))
	}
	if a.IfTrue.Economic.Max != published.Economic.Max || a.IfTrue.Economic.Min != published.Economic.Min || a.Decides {
		lines = append(lines, b.economicLevel(&a.IfTrue))
	}
	if a.Decides {
		lines = append(lines, b.strong(words.Decides))
	}
	if len(a.Removes) > 0 {
		lines = append(lines, b.fill(words.NoLonger, filling{"effects": join(b.comma(), b.effectsOf(a.Removes, a.RemovesAll)...)}))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.NothingChanges))
	}
	return cell(lines...)
}
