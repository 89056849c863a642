package commandline

import (
	"fmt"
	"strings"
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
	return nil, fmt.Errorf("%s is none of %s", Quoted(word), strings.Join(known, ", "))
}
