package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// readings shows both axes in the three readings, for each profile alone.
func readings(v *phrasing.View) content.Section {
	meanings := content.Each(models.ReadingIDs(), func(id models.ReadingID) content.Line {
		return content.Join(v.Colon(), v.Strong(words.Reading(id)), v.Line(words.ReadingMeans(id)))
	})
	section := v.Section("readings", words.Evaluation, words.ReadingsTitle,
		v.Paragraph(words.ReadingsLead), content.List{Items: meanings}, readingTable(v, words.RecoveryTable, "recovery-readings", v.RecoveryLevel),
		readingTable(v, words.EconomicTable, "economic-readings", v.EconomicLevel), basisTable(v))
	if len(v.Result.Levels.ByProfile) == 0 {
		section.Add(v.Gap(words.NoProfiles))
	} else {
		section.Add(profileTable(v))
	}
	return section
}

// readingTable shows one axis: the published levels, then those of each profile and of all attackers together.
func readingTable(v *phrasing.View, caption models.Text, id string, level func(*models.LevelPair) content.Line) content.Block {
	t := v.Table(id, caption, v.Head(words.ColumnProfile, 5))
	for _, reading := range models.ReadingIDs() {
		t.Columns = append(t.Columns, v.Narrow(words.Reading(reading), 4))
	}
	row := func(name content.Line, levels *models.InReadings[models.LevelPair]) {
		r := content.Row{content.CellOf(name)}
		for _, reading := range models.ReadingIDs() {
			r = append(r, content.CellOf(level(levels.In(reading))))
		}
		t.Rows = append(t.Rows, r)
	}
	row(v.Strong(words.HighestOfAll), &v.Result.Levels.Published)
	for i := range v.Result.Levels.ByProfile {
		p := &v.Result.Levels.ByProfile[i]
		row(v.Entry(models.ProfileSort, string(p.Profile)), &p.Levels)
	}
	if v.Result.Levels.Joined != nil {
		row(v.Line(words.AllAttackers), v.Result.Levels.Joined)
	}
	return t
}

// basisTable says what the level of each reading rests on.
func basisTable(v *phrasing.View) content.Block {
	t := v.Table("basis", words.BasisTable, v.Head(words.ColumnReading, 2), v.Column(words.RecoveryAxis, 6), v.Column(words.EconomicAxis, 6))
	for _, id := range models.ReadingIDs() {
		pair := v.Result.Levels.Published.In(id)
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Line(words.Reading(id))),
			content.CellOf(append([]content.Line{v.RecoveryLevel(pair)}, recoveryBasis(v, pair)...)...),
			content.CellOf(append([]content.Line{v.EconomicLevel(pair)}, economicBasis(v, pair)...)...),
		})
	}
	return t
}

// profileTable says who the attackers and the non-malicious initiators are.
func profileTable(v *phrasing.View) content.Block {
	t := v.Table("profiles", words.ProfileTable,
		v.Head(words.ColumnProfile, 4), v.Column(words.ColumnProfileKind, 3), v.Column(words.ColumnStarts, 5), v.Column(words.ColumnKnows, 3))
	for _, list := range [][]models.Profile{v.System.Attackers, v.System.Initiators} {
		for i := range list {
			p := &list[i]
			name := content.CellOf(v.Entry(models.ProfileSort, string(p.ID)))
			if !p.Description.Empty() {
				name.Lines = append(name.Lines, v.Quiet(p.Description))
			}
			starts := v.None()
			if len(p.Starts) > 0 {
				starts = v.JudgedCell(content.CellOf(v.Facts(p.Starts)...), p.Origin, "starts")
			}
			kind := content.CellOf(v.Judged(v.Line(words.ProfileKind(p.Kind)), p.Origin, "kind"))
			t.Rows = append(t.Rows, content.Row{name, kind, starts, v.JudgedCell(phrasing.Listed(v, models.DataSort, p.Knows), p.Origin, "knows")})
		}
	}
	return t
}
