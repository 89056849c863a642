package native_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
	"github.com/harmpath/harmpath/models/strict"
)

// FuzzIncludes looks that no model and no part of it makes reading panic, hang or read outside its folder.
func FuzzIncludes(f *testing.F) {
	f.Add(head+"include: [part.yaml]\n", "include: [model.yaml]\n")
	f.Add(head+"include: [../outside.yaml, part.yaml]\n", "trust_zones: [{id: z, name: Z}]\n")
	f.Add("include: [[a]]\n", "include: 5\n")
	limits := native.Limits{Limits: strict.Limits{YAMLNodes: 5000, Expanded: 5000}, Files: 5}
	f.Fuzz(func(t *testing.T, model, part string) {
		files := watched{folder(map[string]string{"case/model.yaml": model, "case/part.yaml": part, "outside.yaml": "title: outside\n"}), t}
		m, err := load.Load([]load.Format{{
			Match:  native.Format.Match,
			Decode: func(src load.Source) (*load.Model, error) { return native.Decode(src, limits) },
		}}, load.Source{Files: files, Name: "case"})
		var problems models.Problems
		switch {
		case err != nil && !errors.As(err, &problems):
			t.Fatalf("%v is a %T, not problems", err, err)
		case err == nil && (m.System.Harmpath != native.Version || m.System.Title.Empty()):
			t.Fatalf("a model without what it must have: %+v", m.System)
		}
	})
}

// watched is a file system outside whose folder case nothing may be opened.
type watched struct {
	fs.FS
	t *testing.T
}

func (w watched) Open(name string) (fs.File, error) {
	if name != "case" && !strings.HasPrefix(name, "case/") {
		w.t.Fatalf("%s is opened", name)
	}
	return w.FS.Open(name)
}
