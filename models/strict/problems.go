package strict

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/harmpath/harmpath/models"
)

// Remedies for files of a model that pass a limit; those of other formats get another.
const (
	splitModel   = "split the model and include its parts"
	smallerModel = "write a smaller model"
)

// tooMany, tooDeep and tooLong are the problems of files that pass a limit.
func tooMany(at models.Place, limit int) *models.Problem {
	return &models.Problem{At: at, What: fmt.Sprintf("there are more than %d values and keys", limit), Remedy: smallerModel}
}

func tooDeep(at models.Place, limit int) *models.Problem {
	return &models.Problem{At: at, What: fmt.Sprintf("exceeded max depth of %d", limit), Remedy: "nest less"}
}

func tooLong(at models.Place, limit int) *models.Problem {
	return &models.Problem{At: at, What: fmt.Sprintf("a text is longer than %d bytes", limit), Remedy: "shorten it"}
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

// oneOf lists words for a remedy.
func oneOf(words []string) string {
	const most = 40
	if len(words) > most {
		return strings.Join(words[:most], ", ") + ", …"
	}
	return strings.Join(words, ", ")
}
