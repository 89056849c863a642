package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// threshold is what --fail-at and --reading name: the levels in one reading, and the severity of findings, from which
// on a run exits with the code reached. Nil asks for nothing.
type threshold struct {
	reading  models.ReadingID
	recovery *models.Recovery
	economic *models.Economic
	findings *models.Severity
}

// parseThreshold reads key=level, several of them separated by commas.
func parseThreshold(list string) (threshold, error) {
	var t threshold
	named := map[string]bool{}
	for _, part := range strings.Split(list, ",") {
		key, level, _ := strings.Cut(strings.TrimSpace(part), "=")
		if named[key] {
			return threshold{}, fmt.Errorf("%s is named twice", quoted(key))
		}
		named[key] = true
		var err error
		switch key {
		case "recovery":
			t.recovery, err = pick(level, models.Recoveries())
		case "economic":
			t.economic, err = pick(level, models.Economics())
		case "findings":
			t.findings, err = pick(level, severities())
		default:
			err = fmt.Errorf("%s is neither recovery nor economic nor findings", quoted(key))
		}
		if err != nil {
			return threshold{}, err
		}
	}
	return t, nil
}

func severities() []models.Severity {
	return []models.Severity{models.Notice, models.Warning, models.Grave}
}

// compare returns what of the result is at or above the threshold, as an error; nil where nothing is.
func (t threshold) compare(result *models.Result) error {
	levels := result.Levels.Published.In(t.reading)
	var above thresholdError
	if t.recovery != nil && levels.Recovery.Level >= *t.recovery {
		above = append(above, fmt.Sprintf("recovery difficulty is %s in the %s reading: --fail-at recovery=%s is reached",
			orOpen(levels, levels.Recovery.Level), t.reading, *t.recovery))
	}
	if t.economic != nil && levels.Economic.Max >= *t.economic {
		above = append(above, fmt.Sprintf("economic impact is %s in the %s reading: --fail-at economic=%s is reached",
			orOpen(levels, levels.Economic.Max), t.reading, *t.economic))
	}
	if t.findings != nil {
		if n := countFrom(result.Findings, *t.findings); n > 0 {
			above = append(above, fmt.Sprintf("findings of severity %s or above: %d: --fail-at findings=%s is reached", *t.findings, n, *t.findings))
		}
	}
	if len(above) == 0 {
		return nil
	}
	return above
}

// orOpen is a level as in files, or that it is not determined, which counts as the highest.
func orOpen(pair *models.LevelPair, level fmt.Stringer) string {
	if !pair.Determined() {
		return models.NotDetermined().EN
	}
	return level.String()
}

// countFrom counts the findings that are at least as grave as least.
func countFrom(findings []models.Finding, least models.Severity) int {
	n := 0
	for _, f := range findings {
		if slices.Index(severities(), f.Severity) >= slices.Index(severities(), least) {
			n++
		}
	}
	return n
}

// compareAll compares each result with the threshold, as compare does.
func (t threshold) compareAll(results []*models.Result) error {
	var all thresholdError
	for _, r := range results {
		var above thresholdError
		if errors.As(t.compare(r), &above) {
			for _, line := range above {
				all = append(all, string(r.System.ID)+": "+line)
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// thresholdError says that a result is at or above what --fail-at names.
type thresholdError []string

func (e thresholdError) Error() string { return strings.Join(e, "\n") }
