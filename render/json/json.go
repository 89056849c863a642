// Package json writes the result itself: the public file format that every output is made from and that other tools
// can read.
package json

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"reflect"

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
	Together: models.Text{
		JA: "ユースケースの一覧、リスクマップの区分及び対策の比較のファイル。各ユースケースの分析結果のファイルを指す。",
		EN: "the list of the cases, the cells of the map and the comparison of measures; it names the result files of the cases",
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

func encode[T models.Result | models.Collection](of *T) ([]byte, error) {
	var b bytes.Buffer
	if err := Encode(&b, of); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Encode writes a result, or those of several cases, as their file holds them: indented, one value a line, with a line
// end at its end. It goes out piece by piece, so that the file of a large case is nowhere in memory as a whole.
func Encode[T models.Result | models.Collection](w io.Writer, of *T) error {
	e := encoder{w: w}
	if err := e.encode(reflect.ValueOf(of)); err != nil {
		return fmt.Errorf("writing the result: %w", err)
	}
	return nil
}
