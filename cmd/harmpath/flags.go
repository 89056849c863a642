package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
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
			return nil, models.Messagef("`%s` is none of %s", lang, models.List(strings.Split(langNames(","), ",")))
		case slices.Contains(out, lang):
			return nil, models.Messagef("`%s` is named twice", lang)
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

// readLanguage makes the language that a command is told to print in that of all that is said to the user.
func (in *invocation) readLanguage() error {
	if !in.line.IsSet("lang") {
		return nil
	}
	langs, err := parseLangs(in.line.String("lang"))
	switch {
	case err != nil:
		return in.wrong("lang", models.MessageOf(err), models.Message{})
	case len(langs) == 1:
		in.lang = langs[0]
	case !in.makesOutputs():
		return in.wrong("lang", models.Messagef("one language at a time"), models.Messagef("write one of %s", models.List{string(models.Japanese), string(models.English)}))
	}
	return nil
}

// makesOutputs tells whether the command takes several languages, to make outputs in each.
func (in *invocation) makesOutputs() bool {
	return slices.ContainsFunc(in.line.Command.Flags, func(f cli.Flag) bool {
		lang, is := f.(*cli.StringFlag)
		return is && lang.Name == "lang" && lang.Value == langNames(",")
	})
}

// sharedValues completes the flags that several commands have.
func sharedValues() map[string]commandline.Completer {
	return map[string]commandline.Completer{
		"lang": languages(), "catalog": commandline.Folders, "fail-at": thresholds(), "reading": readings(), "theme": themes(), "template": commandline.Files(".docx", ".pptx"),
		"connection": commandline.Files(), "password-file": commandline.Files(), "ca": commandline.Files(".pem", ".crt"),
	}
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

// thresholdFlags are the flags of a command that can stop a build pipeline.
func thresholdFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "fail-at", Usage: "exit with 3 from `LEVELS` on: recovery=…, economic=…, findings=…, with commas between"},
		&cli.StringFlag{Name: "reading", Usage: "the `READING` that --fail-at looks at: assessed, residual or inherent", Value: string(models.Assessed)},
	}
}

// thresholdOf reads the flags of thresholdFlags; of a command without them it asks for nothing.
func (in *invocation) thresholdOf() (t threshold.Threshold, err error) {
	if in.line.IsSet("fail-at") {
		if t, err = threshold.Parse(in.line.String("fail-at")); err != nil {
			return threshold.Threshold{}, in.wrong("fail-at", models.MessageOf(err), models.Messagef("write e.g. %s", "recovery=serious,economic=catastrophic,findings=error"))
		}
	}
	if in.takes("reading") {
		reading, err := commandline.Pick(in.line.String("reading"), models.ReadingIDs())
		if err != nil {
			return threshold.Threshold{}, in.wrong("reading", models.MessageOf(err), models.Message{})
		}
		t.Reading = *reading
	}
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
