package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/threshold"
	"github.com/harmpath/harmpath/models"
)

// parseLangs reads languages separated by commas.
func parseLangs(list string) ([]models.Lang, error) {
	var out []models.Lang
	for _, part := range strings.Split(list, ",") {
		lang := models.Lang(strings.TrimSpace(part))
		switch {
		case !slices.Contains(models.Langs(), lang):
			return nil, fmt.Errorf("%s is none of %s", commandline.Quoted(string(lang)), langNames(", "))
		case slices.Contains(out, lang):
			return nil, fmt.Errorf("%s is named twice", commandline.Quoted(string(lang)))
		}
		out = append(out, lang)
	}
	return out, nil
}

func langNames(between string) string {
	var names []string
	for _, l := range models.Langs() {
		names = append(names, string(l))
	}
	return strings.Join(names, between)
}

// ownLang is the language in which the user's environment wants to be spoken to.
func (p *program) ownLang() models.Lang {
	for _, variable := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if set := p.getenv(variable); set != "" {
			if strings.HasPrefix(set, "ja") {
				return models.Japanese
			}
			return models.English
		}
	}
	return models.English
}

// ownLangFlag is the flag of a command that speaks to the user in one language.
func ownLangFlag() cli.Flag {
	return &cli.StringFlag{Name: "lang", Usage: "the `LANGUAGE` to print in: " + langNames(" or ") + " (default: as the environment says)"}
}

// langOf reads ownLangFlag.
func (p *program) langOf(c *cli.Context) (models.Lang, error) {
	if !c.IsSet("lang") {
		return p.ownLang(), nil
	}
	langs, err := parseLangs(c.String("lang"))
	switch {
	case err != nil:
		return "", commandline.Misuse(c, "--lang: "+err.Error(), "")
	case len(langs) > 1:
		return "", commandline.Misuse(c, "--lang: one language at a time", "write "+langNames(" or "))
	}
	return langs[0], nil
}

// listen makes the language that a command is told to print in that of its problems, too.
func (p *program) listen(c *cli.Context) error {
	if !c.IsSet("lang") {
		return nil
	}
	if langs, err := parseLangs(c.String("lang")); err == nil && len(langs) == 1 {
		p.lang = langs[0]
	}
	return nil
}

// languages completes --lang.
func languages() commandline.Completer {
	return commandline.ListOf(commandline.Fixed(strings.Split(langNames(","), ",")...))
}

// timeLimit is the name of the flag by which a command ends in time.
const timeLimit = "time-limit"

// timeLimitFlag is the flag of every command that computes.
func timeLimitFlag(usage string) cli.Flag {
	return &cli.DurationFlag{Name: timeLimit, Usage: usage + " after the time `D`, as in 30s", DefaultText: "none"}
}

// analysisShare is the share of the time limit that analyses may take, where what is known is to be told within it.
const analysisShare = 0.75

// inTime lets a command run within the time that its command line gives it.
func (p *program) inTime(action cli.ActionFunc) cli.ActionFunc {
	return func(c *cli.Context) error {
		limit := c.Duration(timeLimit)
		switch {
		case limit < 0:
			return commandline.Misuse(c, "--time-limit wants a time above 0, as 30s", "")
		case limit == 0:
			return action(c)
		}
		return process.InTime(c.Context, limit, &p.disk.Delivery, func(ctx context.Context) error {
			timed := *c
			timed.Context = ctx
			return action(&timed)
		})
	}
}

// thresholdFlags are the flags of a command that can stop a build pipeline.
func thresholdFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "fail-at", Usage: "exit with 3 from `LEVELS` on: recovery=…, economic=…, findings=…, with commas between"},
		&cli.StringFlag{Name: "reading", Usage: "the `READING` that --fail-at looks at: assessed, residual or inherent", Value: string(models.Assessed)},
	}
}

// thresholdOf reads the flags of thresholdFlags.
func thresholdOf(c *cli.Context) (threshold.Threshold, error) {
	var t threshold.Threshold
	var err error
	if c.IsSet("fail-at") {
		if t, err = threshold.Parse(c.String("fail-at")); err != nil {
			return threshold.Threshold{}, commandline.Misuse(c, "--fail-at: "+err.Error(), "write e.g. recovery=serious,economic=catastrophic or findings=error")
		}
	}
	reading, err := commandline.Pick(c.String("reading"), models.ReadingIDs())
	if err != nil {
		return threshold.Threshold{}, commandline.Misuse(c, "--reading: "+err.Error(), "")
	}
	t.Reading = *reading
	return t, nil
}

// readings completes --reading.
func readings() commandline.Completer { return commandline.Fixed(models.Assessed.Values()...) }

// thresholds offers the beginnings of --fail-at.
func thresholds() commandline.Completer {
	var all []string
	for _, r := range models.Recoveries() {
		all = append(all, "recovery="+r.String())
	}
	for _, e := range models.Economics() {
		all = append(all, "economic="+e.String())
	}
	for _, s := range threshold.Severities() {
		all = append(all, "findings="+string(s))
	}
	return commandline.ListOf(commandline.Fixed(all...))
}
