package main

import "github.com/harmpath/harmpath/models"

// didYouMean returns a remedy that names the known word nearest to word, or "".
func didYouMean(word string, known []string) string {
	if near := models.Nearest(word, known); near != "" {
		return "did you mean " + near + "?"
	}
	return ""
}

func quoted(word string) string { return "`" + word + "`" }
