package commandline

import "github.com/harmpath/harmpath/models"

// DidYouMean returns a remedy that names the known word nearest to word, or "".
func DidYouMean(word string, known []string) string {
	if near := models.Nearest(word, known); near != "" {
		return "did you mean " + near + "?"
	}
	return ""
}

func Quoted(word string) string { return "`" + word + "`" }
