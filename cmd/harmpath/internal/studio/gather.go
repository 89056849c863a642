package studio

import (
	"errors"

	"github.com/harmpath/harmpath/analysis/collection"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// ReadEach reads the parts of a collection, each given by its place and its name. What is wrong in them is told of all of
// them at once; another error ends the reading.
func ReadEach[N, T any](names []N, read func(i int, name N) (T, error)) ([]T, error) {
	var out []T
	var problems models.Problems
	for i, name := range names {
		one, err := read(i, name)
		var wrong models.Problems
		switch {
		case errors.As(err, &wrong):
			problems = append(problems, wrong...)
		case err != nil:
			return nil, err
		default:
			out = append(out, one)
		}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return out, nil
}

// Gathered is the collection of results.
func Gathered(results []*models.Result) *render.Collection {
	collection.Sort(results)
	return &render.Collection{Collection: collection.Of(results), Results: results}
}
