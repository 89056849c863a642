package main

import (
	"fmt"
	"slices"
	"strings"

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

// languages completes --lang.
func languages() completer { return listOf(fixed(strings.Split(langNames(","), ",")...)) }
