package main

import (
	"github.com/harmpath/harmpath/models"
	"github.com/urfave/cli/v2"
)

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
