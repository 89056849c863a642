// Package json writes the result itself: the public file format that every output is made from and that other tools
// can read.
package json

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// FileName is the name of the result file in a report, CollectionFileName that of the file of several cases together.
const (
	FileName           = "result.json"
	CollectionFileName = "collection.json"
)

// Output writes result.json.
var Output = render.Output{
	Name: "json",
	Doc: models.Text{
		JA: "分析結果のファイル。他のすべての出力はこのファイルから作成できる。",
		EN: "the result file, from which every other output can be made without analysing again",
	},
	Ext:   "json",
	Write: write,
}

func write(_ context.Context, in render.Input) ([]render.File, error) {
	if in.Collection != nil {
		return single(CollectionFileName, in.Collection.Collection)
	}
	return single(FileName, in.Result)
}

func single[T models.Result | models.Collection](name string, of *T) ([]render.File, error) {
	body, err := encode(of)
	if err != nil {
		return nil, err
	}
	return []render.File{{Name: name, Body: body}}, nil
}

// Marshal writes a result as its file holds it: indented, one value a line, with a line end at its end.
func Marshal(result *models.Result) ([]byte, error) { return encode(result) }

func encode[T models.Result | models.Collection](of *T) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(of); err != nil {
		return nil, fmt.Errorf("writing the result: %w", err)
	}
	return b.Bytes(), nil
}
