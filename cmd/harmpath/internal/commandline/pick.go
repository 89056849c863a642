package commandline

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// Pick finds the value that is written as word.
func Pick[T any](word string, values []T) (*T, error) {
	var known []string
	for _, v := range values {
		if written := fmt.Sprint(v); written == word {
			return &v, nil
		} else {
			known = append(known, written)
		}
	}
	return nil, models.Messagef("`%s` is none of %s", word, models.List(known))
}
