package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/resultfile"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/json"
	"github.com/harmpath/harmpath/render/outputs"
	"github.com/harmpath/harmpath/render/terminal"
)

// undrawn stands for drawings where layout would take too long.
type undrawn struct{}

func (undrawn) Drawings(context.Context, models.Lang) ([]render.Drawing, error) { return nil, nil }

// makesAll makes every output of a result. None may panic, whatever the result says.
func makesAll(t *testing.T, result *models.Result) {
	t.Helper()
	for _, o := range outputs.All() {
		_, err := o.Write(context.Background(), render.Input{Result: result, Langs: models.Langs(), Drawings: undrawn{}})
		if err != nil {
			t.Errorf("%s: %v", o.Name, err)
		}
	}
}

// edited changes a text as an author's slips would, so that most of it stays meaningful: five bytes a slip, which say
// what happens, where, and which other place it takes something from.
func edited(text []byte, slips []byte) []byte {
	word := regexp.MustCompile(`[\w.+-]+`)
	lines := bytes.SplitAfter(text, []byte("\n"))
	for len(slips) >= 5 {
		here := (int(slips[1])<<8 | int(slips[2])) % len(lines)
		there := (int(slips[3])<<8 | int(slips[4])) % len(lines)
		mine, others := word.FindAllIndex(lines[here], -1), word.FindAll(lines[there], -1)
		switch what := slips[0] % 16; {
		case what == 0:
			lines = slices.Delete(lines, here, min(here+1, len(lines)-1))
		case what == 1:
			lines = slices.Insert(lines, there, lines[here])
		case len(mine) > 0 && len(others) > 0:
			at := mine[int(slips[2])%len(mine)]
			lines[here] = slices.Concat(lines[here][:at[0]], others[int(slips[4])%len(others)], lines[here][at[1]:])
		}
		slips = slips[5:]
	}
	return slices.Concat(lines...)
}

// caseText reads a use case that is one file, or several joined.
func caseText(f *testing.F, name string) []byte {
	f.Helper()
	files, err := filepath.Glob(filepath.Join(root, "testdata", "usecases", name, "*.yaml"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no files of %s: %v", name, err)
	}
	var out []byte
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		out = append(out, regexp.MustCompile(`(?m)^include:.*\n(  ?- .*\n)*`).ReplaceAll(text, nil)...)
	}
	return out
}

// FuzzModel reads, checks, analyses and shows models with slips in them: what is wrong with them is told as problems,
// and what passes the checks is answered and shown.
func FuzzModel(f *testing.F) {
	texts := [][]byte{starter, caseText(f, "kalay-camera"), caseText(f, "gas-water-heater")}
	for i := range texts {
		f.Add(uint8(i), []byte{})
		f.Add(uint8(i), []byte{5, 0, 40, 0, 50})
		f.Add(uint8(i), []byte{9, 0, 90, 0, 80, 0, 0, 70, 0, 0})
	}
	known, err := catalog.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, which uint8, slips []byte) {
		text := edited(texts[int(which)%len(texts)], slips)
		files := fstest.MapFS{"model.yaml": &fstest.MapFile{Data: text}}
		model, err := load.Load(formats.All(), load.Source{Files: files, Name: "model.yaml"})
		var problems models.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatalf("no problems, but %v", err)
		}
		if model == nil {
			return
		}
		if len(check.System(model.System, known)) > 0 || err != nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		result, err := analysis.Run(ctx, model.System, known, suite.All(), analysis.Options{Work: 100_000})
		if err != nil {
			t.Fatal(err)
		}
		makesAll(t, result)
		body, err := asFile(result)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := resultfile.Decode("result.json", body); err != nil {
			t.Errorf("the result cannot be read again: %v", err)
		}
	})
}

// FuzzResult shows whatever can be read as a result: it may be of another tool, or written by hand.
func FuzzResult(f *testing.F) {
	known, err := catalog.Load()
	if err != nil {
		f.Fatal(err)
	}
	camera := os.DirFS(filepath.Join(root, "testdata", "usecases", "kalay-camera"))
	model, err := load.Load(formats.All(), load.Source{Files: camera, Name: "model.yaml"})
	if err != nil {
		f.Fatal(err)
	}
	result, err := analysis.Run(context.Background(), model.System, known, suite.All(), analysis.Options{})
	if err != nil {
		f.Fatal(err)
	}
	body, err := asFile(result)
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{})
	f.Add([]byte{5, 1, 40, 9, 50})
	f.Fuzz(func(t *testing.T, slips []byte) {
		result, err := resultfile.Decode("result.json", edited(body, slips))
		var problems models.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatalf("no problems, but %v", err)
		}
		if err == nil {
			makesAll(t, result)
			s := terminal.Summary{W: io.Discard, Result: result, Lang: models.Japanese}
			if err := s.Print(); err != nil {
				t.Error(err)
			}
		}
	})
}

// asFile is a result as its file holds it.
func asFile(result *models.Result) ([]byte, error) {
	var b bytes.Buffer
	err := json.Encode(&b, result)
	return b.Bytes(), err
}
