package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/models"
)

// parseLangs reads languages separated by commas.
func parseLangs(list string) ([]models.Lang, error) {
	var out []models.Lang
	for _, part := range strings.Split(list, ",") {
		lang := models.Lang(strings.TrimSpace(part))
		switch {
		case !slices.Contains(models.Langs(), lang):
			return nil, fmt.Errorf("%s is none of %s", quoted(string(lang)), langNames(", "))
		case slices.Contains(out, lang):
			return nil, fmt.Errorf("%s is named twice", quoted(string(lang)))
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
		return "", misuse(c, "--lang: "+err.Error(), "")
	case len(langs) > 1:
		return "", misuse(c, "--lang: one language at a time", "write "+langNames(" or "))
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
func languages() completer { return listOf(fixed(strings.Split(langNames(","), ",")...)) }
