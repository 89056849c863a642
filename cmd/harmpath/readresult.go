package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/resultfile"
	"github.com/harmpath/harmpath/models"
)

// readResult reads the RESULT of a command line: a file that analyze wrote, or `-` for standard input.
func (in *invocation) readResult(name string) (*models.Result, error) {
	body, err := in.readResultFile(name)
	if err != nil {
		return nil, err
	}
	return resultfile.Decode(disk.Shown(name), body)
}

// readResultFile reads the bytes of a RESULT.
func (in *invocation) readResultFile(name string) ([]byte, error) {
	if disk.IsStream(name) {
		return in.disk.Streamed(in.ctx, name)
	}
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, in.misuse(models.Messagef("there is no file `%s`", name), models.Message{})
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if openedFolder(file) {
		return nil, in.misuse(models.Messagef("`%s` is a folder, and a result is wanted", name), models.Messagef("write one with harmpath analyze %s -o result.json", name))
	}
	body, err := io.ReadAll(io.LimitReader(file, resultfile.MaxSize+1))
	if err != nil {
		return nil, failed(models.Messagef("read the result"), err)
	}
	if len(body) > resultfile.MaxSize {
		return nil, models.Problems{{At: models.Place{File: name}, What: models.Messagef("the file is larger than %d bytes", resultfile.MaxSize)}}
	}
	return body, nil
}

// openedFolder tells whether what was opened is a folder.
func openedFolder(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.IsDir()
}

// isResult tells whether a name of the command line is that of a result, of this version of harmpath or another.
func (p *program) isResult(ctx context.Context, name string) bool {
	if disk.IsStream(name) {
		body, err := p.disk.Streamed(ctx, name)
		return err == nil && resultfile.SaysResult(body)
	}
	return resultfile.IsResult(name)
}
