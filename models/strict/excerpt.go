package strict

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/harmpath/harmpath/models"
)

// maxOutlined is how many bytes of a value an outline shows.
const maxOutlined = 4096

// Outline tells what a JSON file is about before anybody reads it: the keys of the mapping that it is, and behind a dot
// those one below, each with the beginning of its value as it is written. It takes a format's own words wherever they
// stand in the file. Of a file that is no JSON it tells what stands before the fault, and the fault.
func Outline(file string, data []byte) (map[string]string, *models.Problem) {
	o := outliner{decoder: jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)), data: data, keys: map[string]string{}}
	err := o.mapping("")
	if err == nil {
		_, err = o.decoder.ReadToken()
		if err == nil {
			return o.keys, &models.Problem{At: models.Place{File: file}, What: models.Messagef("a second value begins behind the first"), Remedy: models.Messagef("write one value a file")}
		}
	}
	if errors.Is(err, io.EOF) {
		return o.keys, nil
	}
	j := readJSON(file, data, &usage{})
	return o.keys, j.syntax(err)
}

// outliner reads the outer keys of a file.
type outliner struct {
	decoder *jsontext.Decoder
	data    []byte
	keys    map[string]string
}

// mapping reads a mapping at the top, or with a prefix one below. What is none is passed over.
func (o *outliner) mapping(prefix string) error {
	if o.decoder.PeekKind() != '{' {
		return o.decoder.SkipValue()
	}
	if _, err := o.decoder.ReadToken(); err != nil {
		return err
	}
	for o.decoder.PeekKind() != '}' {
		name, err := o.decoder.ReadToken()
		if err != nil {
			return err
		}
		key := prefix + name.String()
		begin := o.decoder.InputOffset()
		if prefix == "" {
			err = o.mapping(key + ".")
		} else {
			err = o.decoder.SkipValue()
		}
		text := bytes.TrimLeft(o.data[begin:max(begin, o.decoder.InputOffset())], ": \t\r\n")
		o.keys[key] = string(text[:min(len(text), maxOutlined)])
		if err != nil {
			return err
		}
	}
	_, err := o.decoder.ReadToken()
	return err
}
