package criteria

import "github.com/harmpath/harmpath/models"

// information is what kind of personal information becomes known, in rising order.
type information uint8

const (
	noInformation information = iota
	generalInformation
	importantInformation // 重要度が高い個人情報
)

// recoveryRow is one line of the framework's criteria of axis 1.
type recoveryRow struct {
	level     models.Recovery
	criterion models.Criterion
	met       bool
}

// recovery evaluates axis 1: every criterion that is met and gives the highest level is its basis; where none is met,
// the level is the lowest by default.
func (c *Criteria) recovery(e *models.Effect, misuse models.ForeseeableMisuse) models.RecoveryLevel {
	harm := models.Harm{}
	if e.Harm != nil {
		harm = *e.Harm
	}
	improper := harm.Use == models.ImproperUse || harm.Use == models.ForeseeableUse && misuse == models.MisuseImproper
	known := c.disclosed(harm.Discloses)
	rows := [...]recoveryRow{
		{models.FatalDamage, models.CriterionDeath, harm.Injury == models.Death && !improper},
		{models.SeriousDamage, models.CriterionDeathImproper, harm.Injury == models.Death && improper},
		{models.SeriousDamage, models.CriterionSevere, harm.Injury == models.SevereInjury},
		{models.SeriousDamage, models.CriterionImportant, known == importantInformation},
		{models.LimitedDamage, models.CriterionMinor, harm.Injury == models.MinorInjury},
		{models.LimitedDamage, models.CriterionPersonal, known == generalInformation},
	}
	out := models.RecoveryLevel{DefaultLowest: true}
	for _, row := range rows { // the highest level first
		if row.met && (out.DefaultLowest || row.level == out.Level) {
			out.Level, out.DefaultLowest = row.level, false
			out.Basis = append(out.Basis, models.RecoveryBasis{Effect: e.ID, Criterion: row.criterion})
		}
	}
	return out
}

// disclosed returns the gravest kind of information among the data.
func (c *Criteria) disclosed(data []models.DataID) information {
	gravest := noInformation
	for _, d := range data {
		gravest = max(gravest, c.information[d])
	}
	return gravest
}
