package threshold

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
)

func TestThreshold(t *testing.T) {
	result := &models.Result{Findings: []models.Finding{{Severity: models.Notice}, {Severity: models.Warning}}}
	result.Levels.Published = models.InReadings[models.LevelPair]{
		Inherent: models.LevelPair{Recovery: models.RecoveryLevel{Level: models.FatalDamage}, Economic: models.EconomicLevel{Min: models.LimitedImpact, Max: models.SeriousImpact}},
		Assessed: models.LevelPair{Recovery: models.RecoveryLevel{Level: models.SeriousDamage}},
	}
	for _, test := range []struct {
		list    string
		reading models.ReadingID
		want    string // what is reached; empty: nothing
	}{
		{"recovery=serious", models.Inherent, "recovery difficulty is fatal in the inherent reading: --fail-at recovery=serious is reached"},
		{"recovery=serious", models.Assessed, "recovery difficulty is serious in the assessed reading: --fail-at recovery=serious is reached"},
		{"recovery=serious", models.Residual, ""},
		{"recovery=fatal", models.Assessed, ""},
		{"economic=serious", models.Inherent, "economic impact is serious in the inherent reading: --fail-at economic=serious is reached"},
		{"economic=serious", models.Assessed, ""},
		{"recovery=fatal, economic=serious", models.Inherent, "recovery difficulty is fatal in the inherent reading: --fail-at recovery=fatal is reached\n" +
			"economic impact is serious in the inherent reading: --fail-at economic=serious is reached"},
		{"findings=warning", models.Assessed, "findings of severity warning or above: 1: --fail-at findings=warning is reached"},
		{"findings=notice", models.Assessed, "findings of severity notice or above: 2: --fail-at findings=notice is reached"},
		{"findings=error", models.Assessed, ""},
	} {
		limit, err := Parse(test.list)
		if err != nil {
			t.Errorf("%s: %v", test.list, err)
			continue
		}
		limit.Reading = test.reading
		got := ""
		if err := limit.Compare(result); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%s, %s: got %q, want %q", test.list, test.reading, got, test.want)
		}
	}
}

func TestThresholdRefuses(t *testing.T) {
	for list, want := range map[string]string{
		"":                                "is neither recovery nor economic nor findings",
		"recovery":                        "`` is none of limited, serious, fatal",
		"recovery=catastrophe":            "`catastrophe` is none of limited, serious, fatal",
		"economic=fatal":                  "`fatal` is none of limited, serious, catastrophic",
		"findings=grave":                  "`grave` is none of notice, warning, error",
		"recovery=fatal,":                 "is neither",
		"recovery=fatal,recovery=serious": "`recovery` is named twice",
		"levels=fatal":                    "`levels` is neither",
	} {
		if _, err := Parse(list); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", list, err, want)
		}
	}
}
