package strict

import (
	"strconv"
	"unicode/utf8"

	"github.com/harmpath/harmpath/models"
)

// splitModel and smallerModel are the remedies for files of a model that pass a limit; those of other formats get
// another.
func splitModel() models.Message { return models.Messagef("split the model and include its parts") }

func smallerModel() models.Message { return models.Messagef("write a smaller model") }

// tooMany, tooDeep and tooLong are the problems of files that pass a limit.
func tooMany(at models.Place, limit int) *models.Problem {
	return &models.Problem{At: at, What: models.Messagef("there are more than %d values and keys", limit), Remedy: smallerModel()}
}

func tooDeep(at models.Place, limit int) *models.Problem {
	return &models.Problem{At: at, What: models.Messagef("exceeded max depth of %d", limit), Remedy: models.Messagef("nest less")}
}

func tooLong(at models.Place, limit int) *models.Problem {
	return &models.Problem{At: at, What: models.Messagef("a text is longer than %d bytes", limit), Remedy: models.Messagef("shorten it")}
}

// maxShown is how many characters of the user's text a problem repeats.
const maxShown = 60

// shorten cuts long text.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= maxShown {
		return s
	}
	return string([]rune(s)[:maxShown]) + "…"
}

// quote puts text into quotes on one line.
func quote(s string) string { return strconv.Quote(shorten(s)) }
