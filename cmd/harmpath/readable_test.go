package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/harmpath/harmpath/render/rendertest"
)

// readable asks that files are what their names say, so that other programs can read them.
func readable(files map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := readableFile(name, files[name]); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func readableFile(name string, body []byte) error {
	switch path.Ext(name) {
	case ".svg":
		return wellFormedXML(body)
	case ".html":
		return balancedHTML(body)
	case ".json":
		if !json.Valid(body) {
			return errors.New("this is no JSON")
		}
	case ".png":
		_, err := png.DecodeConfig(bytes.NewReader(body))
		return err
	case ".pdf":
		if !bytes.HasPrefix(body, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(body), []byte("%%EOF")) {
			return errors.New("this is no PDF")
		}
	case ".docx", ".pptx", ".xlsx":
		return soundPackage(name, body)
	default:
		if !utf8.Valid(body) {
			return errors.New("this is no UTF-8")
		}
	}
	return nil
}

func wellFormedXML(body []byte) error {
	d := xml.NewDecoder(bytes.NewReader(body))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// balancedHTML asks that every element which has an end is closed, and in its order: whoever reads HTML forgives much,
// and shows something else than was meant.
func balancedHTML(body []byte) error {
	void := []string{"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
	var open []string
	z := html.NewTokenizer(bytes.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				return fmt.Errorf("%s is not closed", strings.Join(open, " "))
			}
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			return nil
		case html.StartTagToken:
			if name, _ := z.TagName(); !slices.Contains(void, string(name)) {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return fmt.Errorf("%s is closed within %s", name, strings.Join(open, " "))
			}
			open = open[:len(open)-1]
		}
	}
}

// soundPackage collects what the tests of Office documents say against a package.
func soundPackage(name string, body []byte) (err error) {
	c := &complaints{}
	defer func() {
		if r := recover(); r != nil && r != any(c) {
			panic(r)
		}
		err = errors.Join(c.told...)
	}()
	rendertest.SoundPackage(c, name, body)
	return nil
}

// complaints stands for a test of which the failures are wanted as errors.
type complaints struct {
	testing.TB
	told []error
}

func (c *complaints) Helper() {}

func (c *complaints) Errorf(format string, args ...any) {
	c.told = append(c.told, fmt.Errorf(format, args...))
}

func (c *complaints) Fatalf(format string, args ...any) {
	c.Errorf(format, args...)
	panic(c)
}

func (c *complaints) Fatal(args ...any) { c.Fatalf("%s", fmt.Sprint(args...)) }
