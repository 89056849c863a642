package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
)

// maxResult is the size in bytes up to which a result file is read.
const maxResult = 1 << 30

// readResult reads the RESULT of a command line: a file that analyze wrote, or `-` for standard input.
func (p *program) readResult(c *cli.Context, name string) (*models.Result, error) {
	body, err := p.readResultFile(c, name)
	if err != nil {
		return nil, err
	}
	return decodeResult(shownName(name), body)
}

// readResultFile reads the bytes of a RESULT.
func (p *program) readResultFile(c *cli.Context, name string) ([]byte, error) {
	from, shown := p.stdin, shownName(name)
	switch {
	case name == "-":
	case isStream(name):
		return p.streamed(c.Context, name)
	default:
		file, err := os.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, misuse(c, "there is no file "+quoted(name), "")
		}
		if err != nil {
			return nil, err
		}
		defer file.Close()
		if openedFolder(file) {
			return nil, misuse(c, quoted(name)+" is a folder, and a result is wanted", "write one with harmpath analyze "+name+" -o result.json")
		}
		from = file
	}
	body, err := io.ReadAll(io.LimitReader(from, maxResult+1))
	if err != nil {
		return nil, fmt.Errorf("read the result: %w", err)
	}
	if len(body) > maxResult {
		return nil, models.Problems{{At: models.Place{File: shown}, What: models.Messagef("the file is larger than %d bytes", maxResult)}}
	}
	return body, nil
}

// openedFolder tells whether what was opened is a folder.
func openedFolder(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.IsDir()
}

// shownName is what the input of a command line is called in problems.
func shownName(name string) string {
	if name == "-" {
		return "<stdin>"
	}
	return name
}

// decodeResult reads a result. The error is a models.Problems where it is none.
func decodeResult(file string, body []byte) (*models.Result, error) {
	remedy := models.Messagef("write a result with `harmpath analyze MODEL -o result.json`")
	var head struct {
		Format string `json:"format"`
	}
	if err := json.Unmarshal(body, &head); err != nil {
		return nil, jsonProblem(file, body, err, remedy)
	}
	if head.Format != models.ResultFormat {
		return nil, models.Problems{{
			At: models.Place{File: file, Line: 1, Column: 1}, Path: "format",
			What: models.Messagef("the format is %q, and this version of harmpath reads %q", head.Format, models.ResultFormat), Remedy: remedy,
		}}
	}
	var result models.Result
	if err := json.Unmarshal(body, &result, json.RejectUnknownMembers(true), json.WithUnmarshalers(readers())); err != nil {
		return nil, jsonProblem(file, body, err, remedy)
	}
	result.System.Locate(result.Places)
	portrait.Complete(&result) // of a result written before pictures stood in it
	return &result, nil
}

// readers read, in a result, the keys that fields of the case had before, and levels that are not determined.
func readers() *json.Unmarshalers {
	return json.JoinUnmarshalers(
		json.UnmarshalFromFunc(func(from *jsontext.Decoder, c *models.Component) error {
			type component models.Component
			var read struct {
				component
				Former []models.ComponentID `json:"on"`
			}
			err := json.UnmarshalDecode(from, &read)
			if *c = models.Component(read.component); c.On == nil {
				c.On = read.Former
			}
			return err
		}),
		json.UnmarshalFromFunc(func(from *jsontext.Decoder, m *models.Measure) error {
			type measure models.Measure
			var read struct {
				measure
				Former int `json:"no"`
			}
			err := json.UnmarshalDecode(from, &read)
			*m = models.Measure(read.measure)
			m.No = cmp.Or(m.No, read.Former)
			return err
		}),
		json.UnmarshalFromFunc(func(from *jsontext.Decoder, l *models.LevelPair) error {
			type pair models.LevelPair
			var read pair
			err := json.UnmarshalDecode(from, &read)
			if *l = models.LevelPair(read); !l.Determined() {
				*l = models.Undetermined(l.Missing...)
			}
			return err
		}),
		json.UnmarshalFromFunc(func(from *jsontext.Decoder, s *models.System) error {
			type system models.System
			var read struct {
				system
				Former int `json:"no"`
			}
			err := json.UnmarshalDecode(from, &read)
			*s = models.System(read.system)
			s.No = cmp.Or(s.No, read.Former)
			return err
		}),
	)
}

// jsonProblem says where in a JSON file something is wrong.
func jsonProblem(file string, body []byte, err error, remedy models.Message) error {
	problem := models.Problem{At: models.Place{File: file}, What: models.MessageOf(err), Remedy: remedy}
	var syntax *jsontext.SyntacticError
	var semantic *json.SemanticError
	switch {
	case errors.As(err, &syntax):
		problem.At = placeAt(file, body, syntax.ByteOffset)
		problem.What = models.MessageOf(syntax.Err)
	case errors.As(err, &semantic):
		problem.At = placeAt(file, body, semantic.ByteOffset)
		problem.Path = string(semantic.JSONPointer)
		problem.What = models.Messagef("the value does not belong here")
		if semantic.Err != nil {
			problem.What = models.MessageOf(semantic.Err)
		}
	}
	return models.Problems{problem}
}

// placeAt turns an offset into a line and a column.
func placeAt(file string, body []byte, offset int64) models.Place {
	before := body[:min(int64(len(body)), max(offset, 0))]
	line := bytes.Count(before, []byte("\n"))
	return models.Place{File: file, Line: line + 1, Column: len(before) - bytes.LastIndexByte(before, '\n')}
}
