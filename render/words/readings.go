package words

import "github.com/harmpath/harmpath/models"

var readings = map[models.ReadingID]models.Text{
	models.Inherent: text("固有リスク", "Inherent"),
	models.Assessed: text("評価結果", "Assessed"),
	models.Residual: text("残留リスク", "Residual"),
}

// Reading names one of the three readings of reachability.
func Reading(r models.ReadingID) models.Text { return word(readings, r) }

var readingMeanings = map[models.ReadingID]models.Text{
	models.Inherent: text(
		"安全装置、機器区分による除外及び対策のいずれも効果を見込まない場合。",
		"No safeguard, no exclusion by device class and no measure is credited."),
	models.Assessed: text(
		"攻撃によって無効化されない安全装置（構造によるものを含む。）と、機器区分による除外を見込んだ場合。本書が公表するレベルである。",
		"Safeguards that no compromise defeats and exclusions by device class are credited. This is the level that the document publishes."),
	models.Residual: text(
		"評価結果に加えて、採用し、または調整のうえ採用した対策の効果を見込んだ場合。",
		"As assessed, with the measures that are adopted or adapted."),
}

// ReadingMeans says what a reading credits.
func ReadingMeans(r models.ReadingID) models.Text { return word(readingMeanings, r) }

// Published is the mark of the published reading.
var Published = text("公表値", "published")
