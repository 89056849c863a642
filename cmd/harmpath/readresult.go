package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/harmpath/harmpath/models"
	"github.com/urfave/cli/v2"
)

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
		return p.disk.streamed(c.Context, name)
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

// isResult tells whether a name of the command line is that of a result, of this version of harmpath or another.
func (p *program) isResult(ctx context.Context, name string) bool {
	if isStream(name) {
		body, err := p.disk.streamed(ctx, name)
		return err == nil && saysResult(body)
	}
	return isResultFile(name)
}
