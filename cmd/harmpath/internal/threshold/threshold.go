// Package threshold holds results against the levels and findings from which on a build pipeline is to stop.
package threshold

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/models"
)

// Threshold is what --fail-at and --reading name: the levels in one reading, and the severity of findings, from which
// on a run exits with the code reached. Nil asks for nothing.
type Threshold struct {
	Reading  models.ReadingID
	Recovery *models.Recovery
	Economic *models.Economic
	Findings *models.Severity
}

// Parse reads key=level, several of them separated by commas.
func Parse(list string) (Threshold, error) {
	var t Threshold
	named := map[string]bool{}
	for _, part := range strings.Split(list, ",") {
		key, level, _ := strings.Cut(strings.TrimSpace(part), "=")
		if named[key] {
			return Threshold{}, models.Messagef("`%s` is named twice", key)
		}
		named[key] = true
		var err error
		switch key {
		case "recovery":
			t.Recovery, err = commandline.Pick(level, models.Recoveries())
		case "economic":
			t.Economic, err = commandline.Pick(level, models.Economics())
		case "findings":
			t.Findings, err = commandline.Pick(level, Severities())
		default:
			err = models.Messagef("`%s` is neither recovery nor economic nor findings", key)
		}
		if err != nil {
			return Threshold{}, err
		}
	}
	return t, nil
}

func Severities() []models.Severity {
	return []models.Severity{models.Notice, models.Warning, models.Grave}
}

// Compare returns what of the result is at or above the threshold, as an error; nil where nothing is.
func (t Threshold) Compare(result *models.Result) error {
	levels := result.Levels.Published.In(t.Reading)
	var above Exceeded
	if t.Recovery != nil && levels.Recovery.Level >= *t.Recovery {
		above = append(above, models.Messagef("recovery difficulty is %s in the %s reading: --fail-at recovery=%s is reached",
			orOpen(levels, levels.Recovery.Level), t.Reading, *t.Recovery))
	}
	if t.Economic != nil && levels.Economic.Max >= *t.Economic {
		above = append(above, models.Messagef("economic impact is %s in the %s reading: --fail-at economic=%s is reached",
			orOpen(levels, levels.Economic.Max), t.Reading, *t.Economic))
	}
	if t.Findings != nil {
		if n := CountFrom(result.Findings, *t.Findings); n > 0 {
			above = append(above, models.Messagef("findings of severity %s or above: %d: --fail-at findings=%s is reached", *t.Findings, n, *t.Findings))
		}
	}
	if len(above) == 0 {
		return nil
	}
	return above
}

// orOpen is a level as in files, or that it is not determined, which counts as the highest.
func orOpen(pair *models.LevelPair, level fmt.Stringer) models.Text {
	if !pair.Determined() {
		return models.NotDetermined()
	}
	return models.Plain(level.String())
}

// CountFrom counts the findings that are at least as grave as least.
func CountFrom(findings []models.Finding, least models.Severity) int {
	n := 0
	for _, f := range findings {
		if slices.Index(Severities(), f.Severity) >= slices.Index(Severities(), least) {
			n++
		}
	}
	return n
}

// CompareAll compares each result with the threshold, as compare does.
func (t Threshold) CompareAll(results []*models.Result) error {
	var all Exceeded
	for _, r := range results {
		var above Exceeded
		if errors.As(t.Compare(r), &above) {
			for _, line := range above {
				all = append(all, models.Messagef("%s: %s", r.System.ID, line))
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// Exceeded says that a result is at or above what --fail-at names.
type Exceeded []models.Message

func (e Exceeded) Error() string { return e.In(models.English) }

// In writes one threshold a line, in a language.
func (e Exceeded) In(lang models.Lang) string {
	lines := make([]string, len(e))
	for i, m := range e {
		lines[i] = m.In(lang)
	}
	return strings.Join(lines, "\n")
}
