package commandline

import "github.com/harmpath/harmpath/models"

// DidYouMean returns a remedy that names the known word nearest to word; none where no word is near.
func DidYouMean(word string, known []string) models.Message {
	near := models.Nearest(word, known)
	if near == "" {
		return models.Message{}
	}
	return models.Meant(word, known)
}
