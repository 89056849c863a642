package criteria

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// fallbackLong is the threshold of a long duration where the case's site gives none.
const fallbackLong models.Duration = "1w"

// PoliciesOf returns the policies of a case, with what it does not set taken from the catalog.
func PoliciesOf(system *models.System, catalog *models.Catalog) models.PoliciesInForce {
	set := system.Policies
	out := models.PoliciesInForce{
		ForeseeableMisuse: set.ForeseeableMisuse,
		LargeRecall:       set.LargeRecall,
		LongDuration:      set.LongDuration,
		Important:         slices.Clone(set.Important),
		JoinAttackers:     set.JoinAttackers || byDefault(catalog, models.JoinPolicy, "false") == "true",
	}
	if out.ForeseeableMisuse == "" {
		out.ForeseeableMisuse = models.ForeseeableMisuse(byDefault(catalog, models.MisusePolicy, string(models.MisuseImproper)))
		out.Defaults = append(out.Defaults, "foreseeable_misuse")
	}
	if out.LargeRecall == "" {
		out.LargeRecall = models.LargeRecall(byDefault(catalog, models.RecallPolicy, string(models.RecallEscalates)))
		out.Defaults = append(out.Defaults, "large_recall")
	}
	if out.LongDuration == "" {
		out.LongDuration = longAt(system.Site, catalog)
		out.Defaults = append(out.Defaults, "long_duration")
	}
	if out.Important == nil {
		out.Important = importantIn(catalog)
		out.Defaults = append(out.Defaults, "important_information")
	}
	return out
}

// byDefault is the catalog's default of a policy, or the framework's literal reading where the catalog has no such entry.
func byDefault(catalog *models.Catalog, id models.PolicyID, literal string) string {
	if p := catalog.Policy(id); p != nil && p.Default != "" {
		return p.Default
	}
	return literal
}

func longAt(site models.SiteID, catalog *models.Catalog) models.Duration {
	if s := catalog.Site(site); s != nil && s.LongDuration != "" {
		return s.LongDuration
	}
	return fallbackLong
}

func importantIn(catalog *models.Catalog) []models.SensitivityID {
	var out []models.SensitivityID
	for _, s := range catalog.Sensitivities {
		if s.Personal && s.Important {
			out = append(out, s.ID)
		}
	}
	return out
}

func otherMisuse(m models.ForeseeableMisuse) models.ForeseeableMisuse {
	if m == models.MisuseIntended {
		return models.MisuseImproper
	}
	return models.MisuseIntended
}

func otherRecall(r models.LargeRecall) models.LargeRecall {
	if r == models.RecallConjunctive {
		return models.RecallEscalates
	}
	return models.RecallConjunctive
}
