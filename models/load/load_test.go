package load_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

// byName is a format that takes files by the beginning of their text and tells where it read.
func byName(name, beginning string) load.Format {
	return load.Format{
		Name: name, Title: models.Foreign("files that begin with " + beginning), CaseFiles: []string{"model.yaml", "model.yml", "model.json"},
		Match: func(_ string, head []byte) bool { return strings.HasPrefix(string(head), beginning) },
		Decode: func(src load.Source) (*load.Model, error) {
			data, err := fs.ReadFile(src.Files, src.Name)
			if err != nil {
				return nil, err
			}
			return &load.Model{System: &models.System{Title: models.Plain(name + " " + src.Place(src.Name).String() + " " + string(data))}}, nil
		},
	}
}

func TestLoad(t *testing.T) {
	files := fstest.MapFS{
		"a/model.yaml":      {Data: []byte("A1")},
		"a/other.txt":       {Data: []byte("B2")},
		"b/model.yml":       {Data: []byte("B3")},
		"c/model.json":      {Data: []byte("B4")},
		"c/model.yaml":      {Data: []byte("A5")},
		"d/readme":          {Data: []byte("A6")},
		"e/model.yaml":      {Data: []byte("C7")},
		"model.yaml":        {Data: []byte("A8")},
		"f/model.yaml/deep": {Data: []byte("A9")},
	}
	formats := []load.Format{byName("first", "A"), byName("second", "B"), byName("third", "B")}
	for name, test := range map[string]struct{ name, want string }{
		"a folder":                  {"a", "first shown/a/model.yaml A1"},
		"a file":                    {"a/other.txt", "second shown/a/other.txt B2"},
		"a folder with model.yml":   {"b", "second shown/b/model.yml B3"},
		"the root":                  {".", "first shown/model.yaml A8"},
		"a folder with several":     {"c", "shown/c: the folder holds several models: model.yaml, model.json; keep one of them, or name the file instead of the folder"},
		"one of them":               {"c/model.json", "second shown/c/model.json B4"},
		"a folder without a model":  {"d", "shown/d: the folder holds no model; name its file model.yaml, model.yml or model.json"},
		"no known format":           {"e", "shown/e/model.yaml: the file is in no format that harmpath reads; known are first (files that begin with A), second (files that begin with B), third (files that begin with B)"},
		"a folder that is named so": {"f", "shown/f: the folder holds no model; name its file model.yaml, model.yml or model.json"},
	} {
		t.Run(name, func(t *testing.T) {
			model, err := load.Load(formats, load.Source{Files: files, Name: test.name, Shown: "shown"})
			got := ""
			if err == nil {
				got = model.System.Title.EN
			} else {
				got = err.Error()
			}
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			var problems models.Problems
			if err != nil && !errors.As(err, &problems) {
				t.Errorf("the error is a %T, not problems", err)
			}
		})
	}
	if _, err := load.Load(formats, load.Source{Files: files, Name: "nowhere"}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a model that is not there: %v", err)
	}
}
