package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// readings shows both axes in the three readings, for each profile alone.
func (b *builder) readings() Section {
	var meanings []Line
	for _, id := range models.ReadingIDs() {
		meanings = append(meanings, join(b.colon(), b.strong(words.Reading(id)), b.line(words.ReadingMeans(id))))
	}
	section := b.section("readings", words.Evaluation, words.ReadingsTitle,
		b.paragraph(words.ReadingsLead), List{Items: meanings}, b.readingTable(words.RecoveryTable, "recovery-readings", b.recoveryLevel),
		b.readingTable(words.EconomicTable, "economic-readings", b.economicLevel), b.basisTable())
	if len(b.result.Levels.ByProfile) == 0 {
		section.Add(b.gap(words.NoProfiles))
	} else {
		section.Add(b.profileTable())
	}
	return section
}

// readingTable shows one axis: the published levels, then those of each profile and of all attackers together.
func (b *builder) readingTable(caption models.Text, id string, level func(*models.LevelPair) Line) Block {
	t := b.table(id, caption, b.head(words.ColumnProfile, 5))
	for _, reading := range models.ReadingIDs() {
		t.Columns = append(t.Columns, b.narrow(words.Reading(reading), 4))
	}
	row := func(name Line, levels *models.InReadings[models.LevelPair]) {
		r := Row{cell(name)}
		for _, reading := range models.ReadingIDs() {
			r = append(r, cell(level(levels.In(reading))))
		}
		t.Rows = append(t.Rows, r)
	}
	row(b.strong(words.HighestOfAll), &b.result.Levels.Published)
	for i := range b.result.Levels.ByProfile {
		p := &b.result.Levels.ByProfile[i]
		row(b.entry(models.ProfileSort, string(p.Profile)), &p.Levels)
	}
	if b.result.Levels.Joined != nil {
		row(b.line(words.AllAttackers), b.result.Levels.Joined)
	}
	return t
}

// basisTable says what the level of each reading rests on.
func (b *builder) basisTable() Block {
	t := b.table("basis", words.BasisTable, b.head(words.ColumnReading, 2), b.column(words.RecoveryAxis, 6), b.column(words.EconomicAxis, 6))
	for _, id := range models.ReadingIDs() {
		pair := b.result.Levels.Published.In(id)
		t.Rows = append(t.Rows, Row{
			cell(b.line(words.Reading(id))),
			cell(append([]Line{b.recoveryLevel(pair)}, b.recoveryBasis(pair)...)...),
			cell(append([]Line{b.economicLevel(pair)}, b.economicBasis(pair)...)...),
		})
	}
	return t
}

// profileTable says who the attackers and the non-malicious initiators are.
func (b *builder) profileTable() Block {
	t := b.table("profiles", words.ProfileTable,
		b.head(words.ColumnProfile, 4), b.column(words.ColumnProfileKind, 3), b.column(words.ColumnStarts, 5), b.column(words.ColumnKnows, 3))
	for _, list := range [][]models.Profile{b.system.Attackers, b.system.Initiators} {
		for i := range list {
			p := &list[i]
			name := cell(b.entry(models.ProfileSort, string(p.ID)))
			if !p.Description.Empty() {
				name.Lines = append(name.Lines, b.quiet(p.Description))
			}
			starts := b.none()
			if len(p.Starts) > 0 {
				starts = b.judgedCell(cell(b.facts(p.Starts)...), p.Origin, "starts")
			}
			kind := cell(b.judged(b.line(words.ProfileKind(p.Kind)), p.Origin, "kind"))
			t.Rows = append(t.Rows, Row{name, kind, starts, b.judgedCell(listed(b, models.DataSort, p.Knows), p.Origin, "knows")})
		}
	}
	return t
}

// facts says several facts, one a line.
func (b *builder) facts(facts []models.Fact) []Line {
	var lines []Line
	for _, f := range facts {
		lines = append(lines, b.fact(f))
	}
	return lines
}
