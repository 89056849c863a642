package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

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

// thresholdFlags are the flags of a command that can stop a build pipeline.
func thresholdFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "fail-at", Usage: "exit with 3 from `LEVELS` on: recovery=…, economic=…, findings=…, with commas between"},
		&cli.StringFlag{Name: "reading", Usage: "the `READING` that --fail-at looks at: assessed, residual or inherent", Value: string(models.Assessed)},
	}
}

// thresholdOf reads the flags of thresholdFlags.
func thresholdOf(c *cli.Context) (threshold, error) {
	var t threshold
	var err error
	if c.IsSet("fail-at") {
		if t, err = parseThreshold(c.String("fail-at")); err != nil {
			return threshold{}, misuse(c, "--fail-at: "+err.Error(), "write e.g. recovery=serious,economic=catastrophic or findings=error")
		}
	}
	reading, err := pick(c.String("reading"), models.ReadingIDs())
	if err != nil {
		return threshold{}, misuse(c, "--reading: "+err.Error(), "")
	}
	t.reading = *reading
	return t, nil
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

// pick finds the value that is written as word.
func pick[T any](word string, values []T) (*T, error) {
	var known []string
	for _, v := range values {
		if written := fmt.Sprint(v); written == word {
			return &v, nil
		} else {
			known = append(known, written)
		}
	}
	return nil, fmt.Errorf("%s is none of %s", quoted(word), strings.Join(known, ", "))
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

// readings completes --reading.
func readings() completer { return fixed(models.Assessed.Values()...) }

// thresholds offers the beginnings of --fail-at.
func thresholds() completer {
	var all []string
	for _, r := range models.Recoveries() {
		all = append(all, "recovery="+r.String())
	}
	for _, e := range models.Economics() {
		all = append(all, "economic="+e.String())
	}
	for _, s := range severities() {
		all = append(all, "findings="+string(s))
	}
	return listOf(fixed(all...))
}
