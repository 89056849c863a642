package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// assumptions lists what the author takes for granted, and the unknown properties on which results rest.
func assumptions(v *phrasing.View) content.Section {
	section := v.Section("assumptions", words.Annex, words.AssumptionsTitle)
	if len(v.System.Assumptions) == 0 {
		section.Add(v.Gap(words.NoAssumptions))
	} else {
		section.Add(assumptionTable(v))
	}
	if len(v.Result.Assumptions) == 0 {
		return section.With(v.Remark(words.NoUnknowns))
	}
	published := v.Result.Levels.Published.Assessed
	section.Add(content.Paragraph{Text: v.Fill(words.UnknownsLead, phrasing.Roles{
		"recovery": v.RecoveryLevel(&published), "economic": v.EconomicLevel(&published),
	})}, unknownTable(v))
	return section
}

func assumptionTable(v *phrasing.View) content.Block {
	t := v.Table("assumptions", words.AssumptionTable, v.Head(words.ColumnAssumption, 9), v.Column(words.ColumnOwner, 4))
	for i := range v.System.Assumptions {
		a := &v.System.Assumptions[i]
		text := v.Inferred(v.Line(a.Text), a.Origin)
		owner := content.CellOf(phrasing.CalledOr(v, models.StakeholderSort, a.Owner, v.Quiet(words.NotStated)))
		t.Rows = append(t.Rows, content.Row{content.CellOf(text), owner})
	}
	return t
}

// unknownTable lists the unknown properties by element, with what would change if each were known to be given. Those of
// one element that change the same stand in one row.
func unknownTable(v *phrasing.View) content.Table {
	t := v.Table("unknowns", words.UnknownTable,
		v.Head(words.ColumnAbout, 4), v.Column(words.ColumnUnknown, 6), v.Column(words.ColumnUsedBy, 7),
		v.Column(words.ColumnIfTrue, 4), v.Column(words.ColumnWhere, 5))
	var rests []content.Row
	for i := range v.Result.Assumptions {
		a := &v.Result.Assumptions[i]
		property := v.Line(v.Property(a.Property.Property))
		rest := content.Row{content.CellOf(v.Called(a.Property.Type, a.Property.Subject)), phrasing.EffectsInOneLine(v, a.Effects, a.EffectsAll), ifGiven(v, a), v.Where(a.At)}
		if j := sameRow(rests, rest); j >= 0 {
			t.Rows[j][1].Lines[0] = content.Join(v.Comma(), t.Rows[j][1].Lines[0], property)
			continue
		}
		rests = append(rests, rest)
		t.Rows = append(t.Rows, content.Row{rest[0], content.CellOf(property), rest[1], rest[2], rest[3]})
	}
	sortBySubject(t.Rows)
	t.Merge(0, -1, nil)
	return t
}

// sortBySubject brings the rows of one element together, in the order in which each is first named.
func sortBySubject(rows []content.Row) {
	rank := map[string]int{}
	for _, r := range rows {
		if name := r[0].Lines[0].String(); rank[name] == 0 {
			rank[name] = len(rank) + 1
		}
	}
	slices.SortStableFunc(rows, func(x, y content.Row) int { return rank[x[0].Lines[0].String()] - rank[y[0].Lines[0].String()] })
}

// sameRow finds the row with the same cells; -1 where there is none.
func sameRow(rows []content.Row, row content.Row) int {
	return slices.IndexFunc(rows, func(r content.Row) bool { return slices.EqualFunc(r, row, content.SameCell) })
}

// ifGiven says what would change if an unknown property were known to be given: the levels, where they differ from the
// published ones, and what then no longer comes about.
func ifGiven(v *phrasing.View, a *models.AssumptionResult) content.Cell {
	var lines []content.Line
	published := v.Result.Levels.Published.Assessed
	if a.IfTrue.Recovery.Level != published.Recovery.Level || a.Decides {
		lines = append(lines, v.RecoveryLevel(&a.IfTrue))
	}
	if a.IfTrue.Economic.Max != published.Economic.Max || a.IfTrue.Economic.Min != published.Economic.Min || a.Decides {
		lines = append(lines, v.EconomicLevel(&a.IfTrue))
	}
	if a.Decides {
		lines = append(lines, v.Strong(words.Decides))
	}
	if len(a.Removes) > 0 {
		lines = append(lines, v.Fill(words.NoLonger, phrasing.Roles{"effects": content.Join(v.Comma(), phrasing.Effects(v, a.Removes, a.RemovesAll)...)}))
	}
	return content.CellOf(v.LinesOr(lines, words.NothingChanges)...)
}
