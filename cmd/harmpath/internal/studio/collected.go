package studio

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/harmpath/harmpath/analysis/collection"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/resultfile"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// IsCollection tells whether a file says that it is a collection, of this version or another.
func IsCollection(body []byte) bool {
	var head struct {
		Format string `json:"format"`
	}
	kind, _, _ := strings.Cut(models.CollectionFormat, "/v")
	return json.Unmarshal(body, &head) == nil && strings.HasPrefix(head.Format, kind+"/")
}

// DecodeCollection reads a collection that report wrote: the results that it names, which stand in its folder, gathered
// as report does it. The error is a models.Problems where it is none, or where results are missing or others than it says.
func DecodeCollection(file, folder string, body []byte) (*render.Collection, error) {
	remedy := models.Messagef("write one with `harmpath report MODEL MODEL -o FOLDER`")
	var all models.Collection
	if err := json.Unmarshal(body, &all, json.RejectUnknownMembers(true), json.WithUnmarshalers(resultfile.Readers())); err != nil {
		return nil, resultfile.JSONProblem(file, body, err, remedy)
	}
	if all.Format != models.CollectionFormat {
		return nil, models.Problems{{
			At: placeOf(file, body, "/format"), Path: "format",
			What: models.Messagef("the format is %q, and this version of harmpath reads %q", all.Format, models.CollectionFormat), Remedy: remedy,
		}}
	}
	if len(all.Cases) == 0 {
		return nil, models.Problems{{At: placeOf(file, body, "/cases"), Path: "cases", What: models.Messagef("the collection holds no case"), Remedy: remedy}}
	}
	at := func(i int) models.Place {
		return placeOf(file, body, jsontext.Pointer(fmt.Sprintf("/cases/%d/result", i)))
	}
	results, err := ReadEach(all.Cases, func(i int, one models.CollectedCase) (*models.Result, error) {
		result, err := readMember(folder, one)
		var wrong models.Problems
		if err == nil || errors.As(err, &wrong) {
			return result, err
		}
		return nil, models.Problems{{
			At: at(i), Path: fmt.Sprintf("cases[%d].result", i), What: models.MessageOf(err),
			Remedy: models.Messagef("keep the collection beside the folders of its cases, or %s", remedy),
		}}
	})
	if err != nil {
		return nil, err
	}
	var members []collection.Member
	for i, result := range results {
		members = append(members, collection.Member{System: &result.System, At: at(i)})
	}
	if err := collection.Check(members); err != nil {
		return nil, err
	}
	return Gathered(results), nil
}

// readMember reads the result of a case of a collection. Files outside the collection's folder are not opened.
func readMember(folder string, one models.CollectedCase) (*models.Result, error) {
	if !filepath.IsLocal(filepath.FromSlash(one.Result)) {
		return nil, models.Messagef("%q leads out of the collection's folder", one.Result)
	}
	name := filepath.Join(folder, filepath.FromSlash(one.Result))
	files, err := disk.OpenFolder(folder)
	if err != nil {
		return nil, err
	}
	defer files.Close()
	var refused models.Refusal
	info, err := fs.Stat(files, path.Clean(one.Result))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, models.Messagef("there is no file %q", one.Result)
	case errors.As(err, &refused):
		return nil, models.Messagef("%q %s", one.Result, refused.What)
	case err != nil:
		return nil, err
	case info.IsDir() || info.Size() > resultfile.MaxSize:
		return nil, models.Messagef("%q is no result", one.Result)
	}
	body, err := fs.ReadFile(files, path.Clean(one.Result))
	if err != nil {
		return nil, err
	}
	result, err := resultfile.Decode(name, body)
	if err == nil && result.System.ID != one.ID {
		return nil, models.Messagef("%q is the result of %q, and not of %q", one.Result, result.System.ID, one.ID)
	}
	return result, err
}

// placeOf is where the value that a pointer leads to stands in a JSON file.
func placeOf(file string, body []byte, pointer jsontext.Pointer) models.Place {
	d := jsontext.NewDecoder(bytes.NewReader(body))
	for named := false; ; {
		before := d.InputOffset()
		if _, err := d.ReadToken(); err != nil {
			return models.Place{File: file, Line: 1, Column: 1}
		}
		if d.StackPointer() != pointer {
			continue
		}
		if !named { // its name comes first
			named = true
			continue
		}
		for bytes.IndexByte([]byte(" \t\r\n:"), body[before]) >= 0 {
			before++
		}
		return resultfile.PlaceAt(file, body, before)
	}
}
