// Package resultfile turns files that analyze wrote, in this version of harmpath or a former one, into results.
package resultfile

import (
	"bytes"
	"cmp"
	"errors"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
)

// MaxSize is the size in bytes up to which a result file is read.
const MaxSize = 1 << 30

// Decode reads a result. The error is a models.Problems where it is none.
func Decode(file string, body []byte) (*models.Result, error) {
	remedy := models.Messagef("write a result with `harmpath analyze MODEL -o result.json`")
	var head struct {
		Format string `json:"format"`
	}
	if err := json.Unmarshal(body, &head); err != nil {
		return nil, JSONProblem(file, body, err, remedy)
	}
	if head.Format != models.ResultFormat {
		return nil, models.Problems{{
			At: models.Place{File: file, Line: 1, Column: 1}, Path: "format",
			What: models.Messagef("the format is %q, and this version of harmpath reads %q", head.Format, models.ResultFormat), Remedy: remedy,
		}}
	}
	var result models.Result
	if err := json.Unmarshal(body, &result, json.RejectUnknownMembers(true), json.WithUnmarshalers(Readers())); err != nil {
		return nil, JSONProblem(file, body, err, remedy)
	}
	result.System.Locate(result.Places)
	portrait.Complete(&result) // of a result written before pictures stood in it
	return &result, nil
}

// Readers read, in a result, the keys that fields of the case had before, and levels that are not determined.
func Readers() *json.Unmarshalers {
	return json.JoinUnmarshalers(
		reader(func(c *models.Component, read *struct {
			component
			Former []models.ComponentID `json:"on"`
		}) {
			if *c = models.Component(read.component); c.On == nil {
				c.On = read.Former
			}
		}),
		reader(func(m *models.Measure, read *struct {
			caseMeasure
			Former int `json:"no"`
		}) {
			*m = models.Measure(read.caseMeasure)
			m.No = cmp.Or(m.No, read.Former)
		}),
		reader(func(s *models.System, read *struct {
			system
			Former int `json:"no"`
		}) {
			*s = models.System(read.system)
			s.No = cmp.Or(s.No, read.Former)
		}),
		reader(func(l *models.LevelPair, read *levelPair) {
			if *l = models.LevelPair(*read); !l.Determined() {
				*l = models.Undetermined(l.Missing...)
			}
		}),
	)
}

// The same types without their readers.
type (
	component   models.Component
	caseMeasure models.Measure
	system      models.System
	levelPair   models.LevelPair
)

// reader reads a value by way of another type, which has keys of former times.
func reader[T, R any](take func(to *T, read *R)) *json.Unmarshalers {
	return json.UnmarshalFromFunc(func(from *jsontext.Decoder, to *T) error {
		var read R
		err := json.UnmarshalDecode(from, &read)
		take(to, &read)
		return err
	})
}

// JSONProblem says where in a JSON file something is wrong.
func JSONProblem(file string, body []byte, err error, remedy models.Message) error {
	problem := models.Problem{At: models.Place{File: file}, What: models.MessageOf(err), Remedy: remedy}
	var syntax *jsontext.SyntacticError
	var semantic *json.SemanticError
	switch {
	case errors.As(err, &syntax):
		problem.At = PlaceAt(file, body, syntax.ByteOffset)
		problem.What = models.MessageOf(syntax.Err)
	case errors.As(err, &semantic):
		problem.At = PlaceAt(file, body, semantic.ByteOffset)
		problem.Path = string(semantic.JSONPointer)
		problem.What = models.Messagef("the value does not belong here")
		if semantic.Err != nil {
			problem.What = models.MessageOf(semantic.Err)
		}
	}
	return models.Problems{problem}
}

// PlaceAt turns an offset into a line and a column.
func PlaceAt(file string, body []byte, offset int64) models.Place {
	before := body[:min(int64(len(body)), max(offset, 0))]
	line := bytes.Count(before, []byte("\n"))
	return models.Place{File: file, Line: line + 1, Column: len(before) - bytes.LastIndexByte(before, '\n')}
}
