package load

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/harmpath/harmpath/models"
)

// decode reads a file in a format that it is in. What the format left open of the places of problems, its own and those
// that others find in the system, is completed: by the exact places of paths where the format knows them, else by the
// place of the element that the problem is with, else by the file.
func decode(f Format, src Source) (*Model, error) {
	model, err := f.Decode(src)
	var reading models.Problems
	if err != nil && !errors.As(err, &reading) {
		return model, err
	}
	if model == nil {
		return nil, src.complete(reading, &models.System{}).Sort().Err()
	}
	exact := model.Locate
	model.Source = src
	model.Locate = func(found models.Problems) models.Problems {
		found = beside(found, reading)
		if exact != nil {
			found = exact(found)
		}
		return src.complete(found, model.System).Sort()
	}
	return model, src.complete(reading, model.System).Sort().Err()
}

// complete returns problems of which each has a place.
func (s Source) complete(problems models.Problems, system *models.System) models.Problems {
	out := make(models.Problems, len(problems))
	for i, p := range problems {
		if p.At == (models.Place{}) {
			p.At = elementAt(system, p.Path)
		}
		if p.At == (models.Place{}) {
			p.At = s.Place(s.Name)
		}
		out[i] = p
	}
	return out
}

// elementAt returns the place of the element that a path leads into, e.g. dataflows[2].to; the zero place where the path
// leads into none.
func elementAt(system *models.System, path string) models.Place {
	key, rest, _ := strings.Cut(path, "[")
	digits, _, _ := strings.Cut(rest, "]")
	index, err := strconv.Atoi(digits)
	for _, sort := range models.Sorts() {
		for _, list := range sort.Lists {
			if err == nil && list.Key == key && index >= 0 && index < list.Len(system) {
				return list.At(system, index).Origin.At
			}
		}
	}
	return models.Place{}
}

// PlaceAt returns the place of a byte of a file's text; columns count characters.
func PlaceAt(file string, text []byte, offset int) models.Place {
	before := text[:offset]
	begin := bytes.LastIndexByte(before, '\n') + 1
	return models.Place{File: file, Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(before[begin:]) + 1}
}
